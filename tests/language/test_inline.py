"""The inline markup of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import (
    Break,
    Emphasis,
    LanguageError,
    Link,
    Plain,
    Print,
    Span,
    parse_inline,
    spoken_length,
)
from tests.language.expressions import outcome

SPANS: list[tuple[str, tuple[Span, ...]]] = [
    ("Rain.", (Plain("Rain."),)),
    ("  two\n  lines  ", (Plain("two lines"),)),
    ("A *hard* rain.", (Plain("A "), Emphasis("hard"), Plain(" rain."))),
    ("{tanks} left", (Print("tanks", (), 0), Plain(" left"))),
    (
        "Of {n, one = '# tank', other = \"# tanks\"}.",
        (Plain("Of "), Print("n", (("one", "# tank"), ("other", "# tanks")), 3), Plain(".")),
    ),
    ("See [[beloborodov|the\ngeneral]].", (Plain("See "), Link("the general", "beloborodov", 4), Plain("."))),
    ("One.\n\nTwo.", (Plain("One."), Break(), Plain("Two."))),
    ("One.\n \t\n\n  Two.\n\n", (Plain("One."), Break(), Plain("Two."))),
    ("`*plain`* `{ `[[ ``", (Plain("*plain* { [[ `"),)),
    ("a ` b", (Plain("a ` b"),)),
    ("a\u00a0b", (Plain("a\u00a0b"),)),
    ("[@click=app.quit]x[/] [b] [$x @click=...] ]]", (Plain("[@click=app.quit]x[/] [b] [$x @click=...] ]]"),)),
]  # fmt: skip


@pytest.mark.parametrize("text, spans", SPANS)
def test_a_text_is_cut_into_these_spans(text: str, spans: tuple[Span, ...]) -> None:
    assert parse_inline(text) == spans


FAULTS = [
    ("a *hard {n}* rain", "E501", 8, "Emphasis holds words only; values, links and backquotes stand outside it.", None),
    ("A *hard rain.", "E501", 2, "Emphasis is opened with * and not closed.", "write `* for a plain star"),
    ("a ** b", "E501", 2, "Emphasis is opened with * and not closed.", "write `* for a plain star"),
    ("*one\n\ntwo*", "E501", 0, "Emphasis is opened with * and not closed.", "write `* for a plain star"),
    ("*one\n \ntwo*", "E501", 0, "Emphasis is opened with * and not closed.", "write `* for a plain star"),
    ("See [[x]].", "E502", 4, "A link is written [[codex-id|words]].", "write `[ for a plain bracket"),
    ("[[|x]]", "E502", 0, "A link is written [[codex-id|words]].", "write `[ for a plain bracket"),
    ("{}", "E503", 0, "A placeholder is written {id}, or {id, one = 'tank', other = 'tanks'}.", "write `{ for a plain brace"),
    ("{a b}", "E503", 0, "A placeholder is written {id}, or {id, one = 'tank', other = 'tanks'}.", "write `{ for a plain brace"),
    ("x {a, one = 'tank'}", "E503", 2, "The plural form `other` is missing.", None),
    ("{a, dual = 'x', other = 'y'}", "E503", 0, "A plural form is one of one, few, many, other, with words in quotes.", None),
]  # fmt: skip


@pytest.mark.parametrize("text, code, offset, message, hint", FAULTS)
def test_a_fault_is_named_at_its_place(
    text: str, code: str, offset: int, message: str, hint: str | None
) -> None:
    with pytest.raises(LanguageError) as caught:
        parse_inline(text)
    fault = caught.value
    assert (fault.code, fault.offset, fault.message, fault.hint) == (code, offset, message, hint)


def test_words_are_counted_without_their_markup() -> None:
    assert spoken_length("A *hard* [[rain|summer rain]] took {n} of\n\nthe roads.") == 9


MARKS = st.sampled_from([*"`{}[]*|,='\n ", "[[", "]]", "a", "one", "other", "tanks", "Ж"])


@given(st.one_of(st.text(), st.lists(MARKS, max_size=40).map("".join)))
def test_any_text_is_spans_or_a_language_error(text: str) -> None:
    found = outcome(parse_inline, text)
    if isinstance(found, LanguageError):
        assert 0 <= found.offset < len(text)
        assert found.code in ("E501", "E502", "E503")
    else:
        assert all(not isinstance(s, (Emphasis, Link)) or s.text.strip() for s in found)


WORDS = st.text(st.characters(exclude_categories=("Z", "C"), exclude_characters="`{[*"), min_size=1)


@given(st.lists(WORDS, min_size=1))
def test_plain_text_comes_back_whole(words: list[str]) -> None:
    assert parse_inline("\n ".join(words)) == (Plain(" ".join(words)),)


@given(
    st.lists(st.one_of(WORDS, st.sampled_from(["{", "[", "*", "`", "[[", "{x}", "**"])), min_size=1)
)
def test_quoted_text_comes_back_whole(words: list[str]) -> None:
    quoted = "".join(f"`{c}" if c in "`{[*" else c for c in " ".join(words))
    assert parse_inline(quoted) == (Plain(" ".join(words)),)
