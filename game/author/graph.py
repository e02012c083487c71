"""`author graph`: a story drawn, with the path of 1945, what is never reached, and the odds."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Any, Callable, Iterator, TextIO

from game.author.charts.chart import Chart, around, charts, find
from game.author.charts.dot import dot_lines
from game.author.charts.mermaid import mermaid_lines
from game.author.charts.svg import svg_lines
from game.author.charts.tree import LEGEND, tree_lines
from game.author.output import say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, MAX_SECONDS, MAX_STATES, Watch, sound_story
from game.author.stats import wanted
from game.misuse import Misuse
from game.prove import Limits


def _tree(found: list[Chart]) -> Iterator[str]:
    for chart in found:
        yield from tree_lines(chart)
        yield ""
    yield from LEGEND


DRAWN: dict[str, Callable[[list[Chart]], Iterator[str]]] = {
    "text": _tree,
    "mermaid": mermaid_lines,
    "dot": dot_lines,
    "svg": svg_lines,
}


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=(*DRAWN, "json"), default="text")
    parser.add_argument("--around", metavar="NODE", help="only what lies within two steps of it")
    parser.add_argument("--campaign", metavar="ID", help="one campaign only")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Draw a story.

    Returns:
        0; 1 if the story has errors; 3 if it has too many states to be walked, in
        which case it is drawn without odds and without what is never reached.

    Raises:
        Misuse: if the story has no such campaign, or no such node.
    """
    story = sound_story(arguments.folder, out, "json" if arguments.format == "json" else "text")
    if story is None:
        return FAULTS
    wanted(story, arguments.campaign)
    late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
    found = charts(story, Limits(MAX_STATES, late), arguments.campaign)
    late.clear()
    if arguments.around is not None:
        found = _near(found, arguments.around, arguments.campaign)
    if arguments.format == "json":
        say_json(out, as_data(found))
    else:
        for line in DRAWN[arguments.format](found):
            say(out, line)
    return FINE if all(chart.whole for chart in found) else INCOMPLETE


def _near(found: list[Chart], id: str, campaign: str | None) -> list[Chart]:
    near = [around(chart, id) for chart in find(found, id).values()]
    if not near:
        where = "the story" if campaign is None else f"the campaign {campaign}"
        known = chain.from_iterable(chart.boxes for chart in found)
        like = next((other for other in known if id and id in other), None)
        hint = f" Is it {like}?" if like else ""
        raise Misuse(f"There is no node {id!r} in {where}.{hint}")
    return near


def as_data(found: list[Chart]) -> dict[str, Any]:
    """What `--format json` shows."""
    return {
        "charts": [
            {
                "campaign": chart.name or None,
                "begin": chart.begin,
                "whole": chart.whole,
                "nodes": [asdict(box) for box in chart.boxes.values()],
                "edges": [
                    {
                        "from": arrow.start,
                        "to": arrow.end,
                        "choice": arrow.label or None,
                        "made": arrow.made,
                        "historical": arrow.historical,
                    }
                    for arrow in chart.arrows
                ],
            }
            for chart in found
        ]
    }
