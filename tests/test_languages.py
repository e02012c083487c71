"""No visible string escapes translation; translations are read as they lie there."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Callable

import polib
import pytest

from game.engine import Playthrough
from game.export import answer_lines, markdown, page_lines, report_parts
from game.plain.output import Output
from game.plain.player import play_plain
from game.plain.welcome import choose
from game.plain.words import ALSO, WORDS
from game.saves import Store, code_of
from game.tongue import LOCALES, Catalogue, Tongue, interface
from game.tui import TenDays
from game.tui.commands import COMMANDS
from game.view import Course, report_view
from tests.ford import ford, played
from tests.helpers import story_from
from tests.interface_words import TEMPLATE, strings, template
from tests.pseudo import english, escaped, pseudo
from tests.tui.driving import SMALL, rows

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)
SIZE = (100, 150)
KEYS = frozenset(word for c in COMMANDS for word in c.shown.split())
"""Keys are called what stands on them."""

MARKED = """
[[node.first.marker]]
id = "camp"
side = "soviet"
kind = "division"
at = [129.6, 44.6]
to = [130.0, 44.6]
label = "a camp"
strength = "4 guns"

[[node.first.marker]]
id = "line"
side = "japanese"
kind = "front"
at = [129.6, 44.7]
to = [129.9, 44.8]
label = "a line"
"""

STORY = story_from(SMALL + MARKED)


def _course(app: TenDays, orders: tuple[str, ...], beat: int = 0) -> None:
    course = Course.begin(Playthrough.replay(STORY, "one", orders), app.tongue)
    for _ in range(beat):
        course = course.forward()
    app.read(course)


PLACES: dict[str, Callable[[TenDays], object]] = {
    "title": lambda app: app.open("title"),
    "note": lambda app: app.new_game(),
    "commander": lambda app: app.open("commander"),
    "page": lambda app: _course(app, ()),
    "decision": lambda app: _course(app, (), 1),
    "gated": lambda app: _course(app, ("cross",), 1),
    "answer": lambda app: _course(app, ("wait",)),
    "ending": lambda app: _course(app, ("cross", "knock"), 1),
    "report": lambda app: (_course(app, ("wait", "leave"), 1), app.open_report()),
    "journal": lambda app: (_course(app, ("wait",)), app.open_journal()),
    "saves": lambda app: (_course(app, ("wait",)), app.open_saves()),
    "plays": lambda app: (_course(app, ("wait",)), app.open_plays()),
    "settings": lambda app: app.open("settings"),
    "facts": lambda app: (_course(app, ("wait",)), app.open_facts()),
    "codex": lambda app: app.open_codex(),
    "ledger": lambda app: (_course(app, ("wait",)), app.open_ledger()),
    "entry": lambda app: app.open_entry("codex", "ann"),
    "aside": lambda app: app.open_entry("aside", "miller"),
    "source": lambda app: app.open_entry("source", "book"),
    "map": lambda app: (_course(app, ()), app.open_map(app.course.beat)),
    "help": lambda app: (_course(app, ()), app.open_help(app.screen)),
    "palette": lambda app: (_course(app, ()), app.screen.action_palette()),
}
"""How each screen is come to."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path, now=lambda: NOON)
    for orders in (["cross", "knock"], ["wait"]):
        store.begin()
        store.autosave(Playthrough.replay(STORY, "one", orders))
    return store


def left(text: str, codes: tuple[str, ...] = ()) -> list[str]:
    """Latin words of a text that are not translated."""
    for code in codes:
        text = text.replace(code, "")
    return escaped(text, KEYS | {"A", "B", "qps", "English"})


@pytest.mark.parametrize("place", sorted(PLACES))
async def test_no_string_of_a_screen_escapes(place: str, store: Store) -> None:
    app = TenDays(STORY, store, pseudo())
    app.animation_level = "none"
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        PLACES[place](app)
        await pilot.pause()
        await pilot.pause()
        codes = [code_of(store.look(row.path, STORY).play) for row in store.list(STORY)]
        shown = [row.rstrip() for row in rows(app)]
    found = {english(row): left(row, tuple(codes)) for row in shown}
    assert {row: words for row, words in found.items() if words} == {}
    assert any(ord(c) > 0x400 for row in shown for c in row)


TYPED = "\n".join(["help", "1", "status", "map", "ledger", "record", "sources", "look ann",
                   "elsewhere", "orders", "code", "saves", "save x", "load 1", "undo", "redo",
                   "next", "back", "read", "choices", "screen", "z", "s", "7", "load 9", "look",
                   "look zzz", "", "2", "", "", "", "2", *[""] * 9])  # fmt: skip


def test_no_string_of_plain_mode_escapes(store: Store) -> None:
    out = io.StringIO()
    course = Course.begin(Playthrough.begin(STORY, "one"), pseudo())
    play_plain(course, store, io.StringIO(TYPED), Output(out))
    names = {w.name for w in WORDS} | {*ALSO}
    told = {
        english(line): words
        for line in out.getvalue().splitlines()
        if (words := [w for w in left(line) if w not in names and not w.isupper()])
    }
    typed = {*TYPED.replace("\n", " ").split(), "s'", "zzz'", "z'"}
    assert {line: words for line, words in told.items() if not set(words) <= typed} == {}


def test_no_string_of_the_welcome_escapes(store: Store) -> None:
    out = io.StringIO()
    choose(STORY, store, pseudo(), io.StringIO("z\nquit\n").readline, Output(out))
    assert left(out.getvalue().replace("autosave", "")) == []


def test_no_string_of_a_report_escapes() -> None:
    tongue = pseudo()
    play = Playthrough.replay(STORY, "one", ["wait", "leave"])
    course = Course.begin(play.undo(2), tongue)
    texts = [page_lines(course.beat, tongue), page_lines(course.forward().beat, tongue)]
    answer = Course.begin(play.undo(1), tongue).beat
    texts += [answer_lines(answer, tongue), *report_parts(report_view(play, tongue), tongue)]
    assert {english(line): left(line) for lines in texts for line in lines if left(line)} == {}


def test_no_string_of_markdown_escapes() -> None:
    play = Playthrough.replay(STORY, "one", ["wait", "leave"])
    text = markdown(play, pseudo()).replace(code_of(play), "")
    assert {english(line): left(line) for line in text.splitlines() if left(line)} == {}


PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Help"
msgstr "\u041f\u043e\u043c\u043e\u0449\u044c"

msgid "Saves"
msgstr ""

#, fuzzy
msgid "Title"
msgstr "?"

msgid "{n} order"
msgid_plural "{n} orders"
msgstr[0] "{n} \u043f\u0440\u0438\u043a\u0430\u0437"
msgstr[1] "{n} \u043f\u0440\u0438\u043a\u0430\u0437\u0430"
msgstr[2] "{n} \u043f\u0440\u0438\u043a\u0430\u0437\u043e\u0432"
"""


def test_a_translation_is_read_as_it_lies_there(tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(PO, "utf-8")
    russian = Tongue("ru", interface("ru", tmp_path))
    assert russian.say("Help") == "\u041f\u043e\u043c\u043e\u0449\u044c"
    assert [russian.say(words) for words in ("Saves", "Title", "Never said")] == [
        "Saves", "Title", "Never said",
    ]  # fmt: skip
    counted = [russian.count("{n} order", "{n} orders", n) for n in (1, 3, 5, 21)]
    assert counted == [
        "1 \u043f\u0440\u0438\u043a\u0430\u0437",
        "3 \u043f\u0440\u0438\u043a\u0430\u0437\u0430",
        "5 \u043f\u0440\u0438\u043a\u0430\u0437\u043e\u0432",
        "21 \u043f\u0440\u0438\u043a\u0430\u0437",
    ]
    assert russian.count("{n} save", "{n} saves", 2) == "2 saves"


@pytest.mark.parametrize("language", ["en", "de", "../ru", "ru/../ru", "", "r" * 99])
def test_what_has_no_translation_is_english(language: str, tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(PO, "utf-8")
    (tmp_path / "here").mkdir()
    assert interface(language, tmp_path / "here").gettext("Help") == "Help"


def test_every_translation_that_is_shipped_fits_its_strings() -> None:
    wanted = {said.words: said.other for said in strings()}
    for path in LOCALES.glob("*.po"):
        Catalogue(path.read_text("utf-8"))
        for entry in polib.pofile(str(path)):
            assert entry.msgid in wanted, f"{path.name}: {entry.msgid!r} is not said any more"


def test_the_template_has_every_string() -> None:
    """If this fails, run: python -m tests.interface_words."""
    assert TEMPLATE.read_text("utf-8") == str(template()) + "\n"


def test_the_ford_is_told_in_both_scripts() -> None:
    page = Course.begin(played(), pseudo()).beat
    assert left("\n".join(page_lines(page, pseudo()))) == []
    assert ford().nodes["camp"].title == english(page.title)
