"""Markdown in which the story's own words are never markup."""

from __future__ import annotations

import pytest

from game.export import markdown
from game.export.markdown import quoted
from game.export.prose_lines import conjecture_line
from tests.ford import ford, played

MARCHED = """\
# The ford

## The camp

*9 August 1945. North bank.*

It *rains* on the bank.

The water is high.

## The crossing

*9 August 1945, 05:30 river time. North bank. Decision 1 of about 2.*

The far bank is quiet.

- **Ivan Orlov**: Orlov would row.
- **The engineer**: Build first.

1. Row over.
2. March round by high water.
- ~~Swim over.~~ The water is high.

### Your order: March round by high water.

You march.

### 1945

The order given was: Row over.

They rowed over in the rain.

Nobody was there.

### How we know

What followed your order is conjecture: this road was not taken, and what follows is ours.

In dispute:
Some say they swam.

Where sources differ.
The hour: One says five, one says six.

Sources: Diary of a clerk; A map.

## Lost

*Late in August. Decision 2 of about 2.*

There is no road.

1. Wait.
"""


def test_a_playthrough() -> None:
    assert markdown(played("march")) == MARCHED


def test_the_closing_report_follows_the_ending() -> None:
    whole = markdown(played("march", "wait"))
    assert whole.startswith(MARCHED)
    table = (
        "| | Decision | Your order | 1945 |\n|---|---|---|---|\n"
        "| 1 | The crossing | March round by high water. | Row over. |\n"
        "| 2 | Lost | Wait. |  |\n"
    )
    assert f"### Your orders and those of 1945\n\n{table}" in whole


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain, words. 1945", "plain, words. 1945"),
        ("*a* _b_ `c` [d](e) <f> ~g~ |h| #i", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \~g\~ \|h\| \#i"),
        ("&lt;script&gt;", r"\&lt;script\&gt;"),
        ("1. a list", r"1\. a list"),
        ("- a list", r"\- a list"),
        ("=====", r"\====="),
        ("two\n# lines", r"two \# lines"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_nothing_in_a_text_is_markdown(text: str, safe: str) -> None:
    assert quoted(text) == safe


def test_a_hostile_title_makes_no_heading() -> None:
    story = ford('title = "The camp"', 'title = "x\\n# y\\u001b[31m <b>"')
    assert "\n## x \\# y\ufffd\\[31m \\<b\\>\n" in markdown(played(story=story))


def test_what_is_conjecture_is_said_before_it() -> None:
    story = ford(
        'text = "Men lie in the reeds."', 'text = [{ text = "No one.", basis = "conjecture" }]'
    )
    assert f"\n\n*{conjecture_line(1)}*\n\nNo one.\n\n" in markdown(played("row", story=story))
