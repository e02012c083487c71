"""Lines on streams of every kind."""

from __future__ import annotations

import io

import pytest

from game.plain.output import Output
from game.plain.streams import is_terminal, survive


def written(text: str, encoding: str) -> str:
    """What arrives of a text on a stream of that encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    survive(stream)
    stream.write(text)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "ascii"),
    [
        ("\u201cIt\u2019s\u201d \u2013 no \u2014 \u22123 \u2026", "\"It's\" - no - -3 ..."),
        ("an attach\u00e9, na\u00efve, S\u0142aw, \u0141\u00f3d\u017a, Stra\u00dfe", "an attache, naive, Slaw, Lodz, Strasse"),
        ("T\u014dky\u014d, Ch\u2019\u00ean, \u0160", "Tokyo, Ch'en, S"),
        ("1\u00bd km \u00d7 2, 30\u00b0, No\u00a05, \u2116 7", "1 1/2 km x 2, 30 degrees, No 5, No 7"),
        ("\uff11\uff12 \ufb01re", "12 fire"),
        ("\u7261\u4e39\u6c5f city", "? city"),
        ("e\u0301", "e"),
        ("bad \ufffd sign", "bad ? sign"),
    ],
)  # fmt: skip
def test_what_a_stream_does_not_have_is_spelled_plainly(text: str, ascii: str) -> None:
    assert written(text, "ascii") == ascii


def test_what_a_stream_has_is_left_alone() -> None:
    text = "\u201cattach\u00e9\u201d \u2013 \u2026"
    assert written(text, "utf-8") == text
    assert written(text, "cp1252") == text
    assert written("T\u014dky\u014d \u2212 \u2192", "cp1252") == "Tokyo - to"
    assert written("attach\u00e9 \u2026", "cp437") == "attach\u00e9 ..."


def test_bytes_that_are_no_text_do_not_stop_the_reading() -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"st\xff\xfeatus\nquit\n"), encoding="utf-8")
    survive(stream)
    assert stream.readlines() == ["st\ufffd\ufffdatus\n", "quit\n"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def said(stream: io.StringIO, text: str, width: int | None = None) -> list[str]:
    Output(stream, width).say([text])
    return stream.getvalue().splitlines()


def test_lines_are_wrapped_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "one two three four five six seven"
    monkeypatch.setenv("COLUMNS", "24")
    assert said(Terminal(), text) == ["one two three four five", "six seven"]
    assert said(io.StringIO(), text) == [text]
    assert said(io.StringIO(), text, 10) == ["one two", "three four", "five six", "seven"]


def test_words_longer_than_a_line_are_left_whole() -> None:
    long = "n" * 10_000
    assert said(io.StringIO(), f"a {long} b", 20) == ["a", long, "b"]
    assert said(io.StringIO(), "well-known things", 6) == ["well-known", "things"]


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Terminal()
    assert is_terminal(stream)
    stream.close()
    assert not is_terminal(io.StringIO())
    closed = io.StringIO()
    closed.close()
    assert not is_terminal(closed)


def test_nothing_that_is_said_steers_a_terminal() -> None:
    assert said(io.StringIO(), "\x1b[31m\x07\u202eabc\x9b") == ["\ufffd[31m\ufffdabc\ufffd"]
