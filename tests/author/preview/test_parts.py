"""Lines and tables, editors, and the outline that can be folded."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.preview.editor import editor_in, opening
from game.author.preview.outline import (
    AT_A_GLANCE,
    above,
    boxes,
    drawn,
    matching,
    open_lines,
)
from game.author.preview.spots import Spot, line_of, spot_at
from game.prove import Limits
from tests.ford import edited, ford

FILE = """title = "x"

[node.first]
text = "[node.no]"

[[node.first.choice]]
id = "go"

[ending."last one"]
"""


@pytest.mark.parametrize(
    ("line", "spot"),
    [
        (1, None),
        (3, Spot("node", "first")),
        (7, Spot("node", "first")),
        (9, Spot("ending", "last one")),
    ],
)
def test_the_table_of_a_line(line, spot):
    assert spot_at(FILE, line) == spot


def test_the_line_of_a_table():
    assert line_of(FILE, Spot("node", "first")) == 3
    assert line_of(FILE, Spot("ending", "last one")) == 9
    assert line_of(FILE, Spot("node", "none")) is None


@pytest.mark.parametrize(
    ("editor", "words", "aside"),
    [
        ("vi", ("vi", "+7", "/s/a.toml"), False),
        ("emacs -nw", ("emacs", "-nw", "+7", "/s/a.toml"), False),
        ("code --wait", ("code", "--wait", "--goto", "/s/a.toml:7"), True),
        ("hx", ("hx", "/s/a.toml:7"), False),
        ("kate", ("kate", "--line", "7", "/s/a.toml"), True),
        ("notepad.exe", ("notepad.exe", "/s/a.toml"), True),
        ("'/a b/nano'", ("/a b/nano", "+7", "/s/a.toml"), False),
    ],
)
def test_an_editor_is_opened_at_the_line(editor, words, aside):
    assert opening(editor, Path("/s/a.toml"), 7) == (words, aside)


@pytest.mark.parametrize("editor", ["", "  ", "'unclosed"])
def test_without_an_editor_nothing_is_opened(editor):
    assert opening(editor, Path("a.toml"), 7) is None


def test_the_author_s_own_editor():
    assert editor_in({"EDITOR": "vi", "VISUAL": "code"}) == "code"
    assert editor_in({"EDITOR": "vi", "VISUAL": ""}) == "vi"
    assert editor_in({}) == ""


def shown(lines) -> list[str]:
    return ["  " * line.deep + line.text for line in lines]


LINES = drawn(ford(), Limits(1000))


def test_the_outline_is_the_tree_of_graph():
    assert shown(LINES)[:8] == [
        "north: 5 nodes, 2 endings",
        "  * camp  The camp (1945-08-09)",
        "  * crossing  The crossing (decision, 1945-08-09)",
        "    * row -> far-bank",
        "    swim (never) -> far-bank",
        "    march -> drift",
        "      drift  Lost (decision)",
        "        wait -> drowned",
    ]


def test_what_is_folded_is_not_shown():
    crossing = next(line.key for line in LINES if line.text.startswith("* crossing"))
    rows = shown(open_lines(LINES, {crossing}))
    assert rows[2].startswith("  * crossing")
    assert not any("march" in row or "drift" in row for row in rows)
    assert len(rows) < len(LINES)
    assert above(LINES, LINES[3].key) == crossing


def test_folding_everything_leaves_the_campaigns():
    folded = {line.key for line in LINES if line.below}
    assert shown(open_lines(LINES, folded)) == ["north: 5 nodes, 2 endings"]


def test_nodes_are_found_by_id_and_title_each_once():
    found = [line.node for line in matching(LINES, boxes(LINES), "BANK")]
    assert found == ["far-bank"]
    assert [line.node for line in matching(LINES, boxes(LINES), "the ri")] == ["drowned", "over"]


def test_at_a_glance_nothing_is_called_unreached():
    lines = drawn(ford(), AT_A_GLANCE)
    assert len(lines) == len(LINES)
    assert False not in {line.reached for line in lines}


def test_what_no_campaign_leads_to_stands_last():
    story = edited({'goto = "drift"': 'goto = "far-bank"'})
    lines = shown(drawn(story, Limits(1000)))
    assert lines[-4].startswith("No campaign leads here")
    assert lines[-3] == "  drift  Lost (decision, never)"
