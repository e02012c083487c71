import pytest

from game.tui.map.charset import ASCII, BLOCKS, BRAILLE, charset_for


@pytest.mark.parametrize(
    ("environ", "chosen", "charset"),
    [
        ({"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, "", BRAILLE),
        ({"TERM": "xterm-256color"}, "", BRAILLE),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, "", BLOCKS),
        ({"TERM": "xterm", "LANG": "ru_RU.KOI8-R"}, "", ASCII),
        ({"TERM": "xterm", "LC_ALL": "C.utf8", "LANG": "ru_RU.KOI8-R"}, "", BRAILLE),
        ({"TERM": "linux"}, "braille", BRAILLE),
        ({"TERM": "xterm"}, "ascii", ASCII),
        ({"TERM": "linux"}, "no such signs", BLOCKS),
    ],
)
def test_what_suits_the_terminal_unless_something_was_chosen(environ, chosen, charset):
    assert charset_for(environ, chosen) is charset
