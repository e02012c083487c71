"""`author graph`: a small story drawn in every way."""

from __future__ import annotations

import argparse
import io
import json
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from game.author import graph
from game.author.charts.chart import charts
from game.author.charts.layers import forward, layers, meetings
from game.author.charts.layout import NARROW, WIDE, layout
from game.misuse import Misuse
from game.prove import Limits
from tests.helpers import HEAD, folder_of, story_from
from tests.prove.test_stats import FORK

MARKED = FORK.replace('label = "Bring guns."', 'label = "Bring guns."\nhistorical = true').replace(
    'label = "Fire."', 'label = "Fire."\nhistorical = true'
)
LOST = """
[node.attic]
title = "Attic"
text = "Nobody comes."
goto = "lost"
"""


def author(text: str, *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    graph.add(parser)
    out = io.StringIO()
    folder = folder_of({"story.toml": HEAD + text})
    return graph.run(parser.parse_args([str(folder), *words]), out), out.getvalue()


def test_as_a_tree():
    code, text = author(MARKED)
    assert code == 0
    assert (
        text.split("\n\n")[0]
        == """\
c: 3 nodes, 2 endings
  * first  First (decision)
    * bring -> road
    leave -> road
  * road  Road
  * last  Last (decision)
    * fire -> won
      * won  Won (ending, 25.0%)
    wait -> lost
      lost  Lost (ending, 75.0%)"""
    )


def test_as_mermaid():
    code, text = author(MARKED + LOST, "--format", "mermaid")
    assert code == 0
    assert (
        text
        == """\
flowchart TD
  subgraph c0 ["c"]
    c0n0{{"First<br/>first"}}:::history
    c0n1["Road<br/>road"]:::history
    c0n2{{"Last<br/>last"}}:::history
    c0n3(["Won<br/>won<br/>25.0%"]):::history
    c0n4(["Lost<br/>lost<br/>75.0%"]):::ending
    c0n0 ==>|"bring"| c0n1
    c0n0 -->|"leave"| c0n1
    c0n1 ==> c0n2
    c0n2 ==>|"fire"| c0n3
    c0n2 -->|"wait"| c0n4
  end
  subgraph c1 ["No campaign leads here"]
    c1n0["Attic<br/>attic<br/>never reached"]:::never
  end
  classDef history stroke-width:3px
  classDef never stroke-dasharray:4 4,color:#777
  classDef ending fill:#eee8d5
"""
    )


def test_as_dot():
    code, text = author(MARKED.replace('"Road"', "'A \"\\road'"), "--format", "dot")
    assert code == 0
    assert (
        text
        == """\
digraph story {
  node [fontname="serif"]; edge [fontname="serif"];
  subgraph cluster_0 {
    label="c";
    c0n0 [label="First\\nfirst", shape=hexagon, penwidth=3];
    c0n1 [label="A \\"\\\\road\\nroad", shape=box, penwidth=3];
    c0n2 [label="Last\\nlast", shape=hexagon, penwidth=3];
    c0n3 [label="Won\\nwon\\n25.0%", shape=ellipse, penwidth=3];
    c0n4 [label="Lost\\nlost\\n75.0%", shape=ellipse];
    c0n0 -> c0n1 [label="bring", penwidth=3];
    c0n0 -> c0n1 [label="leave"];
    c0n1 -> c0n2 [penwidth=3];
    c0n2 -> c0n3 [label="fire", penwidth=3];
    c0n2 -> c0n4 [label="wait"];
  }
}
"""
    )


def test_as_svg():
    code, text = author(
        MARKED.replace('"Road"', '"A <road> & a \\"gun\\""') + LOST, "--format", "svg"
    )
    assert code == 0
    root = ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text for title in root.iter(f"{space}title")]
    assert 'A <road> & a "gun" (page road)' in titles
    assert "Won (ending won  25.0%)" in titles
    assert "Attic (page attic  never)" in titles
    arrows = [path.get("class") for path in root.iter(f"{space}path") if path.get("class")]
    assert sorted(map(str, arrows)) == ["arrow", "arrow", *["arrow history"] * 3]


def test_as_json_with_what_is_never_taken():
    text = MARKED.replace('visible_if = "guns"', 'visible_if = "guns and not guns"')
    _, told = author(text, "--format", "json", "--campaign", "c")
    (chart,) = json.loads(told)["charts"]
    assert (chart["campaign"], chart["begin"], chart["whole"]) == ("c", "first", True)
    assert {"id": "won", "title": "Won", "kind": "ending", "at": "", "reached": False,
            "chance": 0.0, "historical": False} in chart["nodes"]  # fmt: skip
    fire = {"from": "last", "to": "won", "choice": "fire", "made": False, "historical": False}
    assert fire in chart["edges"]


def test_the_surroundings_of_a_node():
    _, text = author(MARKED, "--around", "first")
    assert (
        text.split("\n\n")[0]
        == """\
c: 3 nodes, 0 endings
  * first  First (decision)
    * bring -> road
    leave -> road
  * road  Road
  * last  Last (decision)"""
    )


def test_a_node_that_is_not_there():
    with pytest.raises(Misuse, match=r"^There is no node 'las' in the story\. Is it last\?$"):
        author(FORK, "--around", "las")
    with pytest.raises(Misuse, match=r"^There is no campaign 'd'"):
        author(FORK, "--campaign", "d")


def test_a_story_too_large_is_drawn_without_odds(monkeypatch):
    monkeypatch.setattr(graph, "MAX_STATES", 0)
    code, text = author(FORK)
    assert code == 3
    assert "Too many states to be walked" in text
    assert "never" not in text.split("\n\n")[0]


ROUND = FORK.replace('label = "Wait."\ngoto = "lost"', 'label = "Wait."\ngoto = "first"').replace(
    'label = "Leave them."\ngoto = "road"', 'label = "Leave them."\ngoto = "lost"'
)


def test_a_story_that_goes_round():
    (chart,) = charts(story_from(ROUND), Limits())
    assert forward(chart)["last"] == ["won"]
    assert layers(chart) == {"first": 0, "road": 1, "lost": 1, "last": 2, "won": 3}
    assert meetings(chart)["first"] == "road"
    for format in ("text", "mermaid", "dot", "svg"):
        code, text = author(ROUND, "--format", format)
        assert code == 0
        assert "Wait" in text or "wait" in text


def test_boxes_keep_apart():
    for text in (FORK, ROUND):
        (chart,) = charts(story_from(text), Limits())
        placed = layout(chart)
        for row in set(placed.row.values()):
            at = sorted(placed.x[id] for id in chart.boxes if placed.row[id] == row)
            assert all(b - a >= WIDE - 1e-6 for a, b in pairwise(at))
        assert min(placed.x.values()) >= NARROW / 2
