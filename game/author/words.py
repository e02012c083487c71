"""`author words`: how much there is to read, and how much of it a playthrough meets."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, TextIO

from game.author.output import say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, sound_story
from game.engine import Program
from game.model import Story
from game.prove import Limits
from game.prove.chances import counts as counted
from game.prove.explore import Ground, explore
from game.prove.lengths import counts, lengths
from game.prove.order import order_of

SPEED = 200
"""Words that a reader takes in a minute."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Count a story's words.

    Returns:
        0; 1 if the story has errors; 3 if it has too many states to be walked.
    """
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    found = words_of(story)
    if arguments.format == "json":
        say_json(out, found)
    else:
        _lines(found, out)
    whole = all(c["median_minutes"] is not None for c in found["campaigns"].values())
    return FINE if whole else INCOMPLETE


def words_of(story: Story) -> dict[str, Any]:
    """What `--format json` shows."""
    return {
        "campaigns": {id: _campaign(story, id) for id in story.campaigns},
        **counts(story),
        "codex": {
            "people": len(story.people),
            "units": len(story.units),
            "places": len(story.places),
            "terms": len(story.terms),
        },
    }


def _campaign(story: Story, id: str) -> dict[str, Any]:
    ground = Ground(Program(story, id))
    space = explore(ground, ground.live(), Limits())
    nodes = [story.nodes[node] for node in space.by_node if node in story.nodes]
    found: dict[str, Any] = {
        "length": story.campaigns[id].length,
        "nodes": len(nodes),
        "decisions": sum(node.is_decision for node in nodes),
        "endings": len(space.by_node) - len(nodes),
        "words": None,
        "median_minutes": None,
        "longest_minutes": None,
        "share_met": None,
    }
    order = order_of(space.out)
    shares = counted(space, order).chances if space.whole else None
    if shares is not None:
        measured = lengths(space, order, shares)
        found["words"] = measured.whole
        if measured.median is not None:
            found["median_minutes"] = _minutes(measured.median)
        if measured.longest is not None:
            found["longest_minutes"] = _minutes(measured.longest)
        found["share_met"] = round(measured.met, 4)
    return found


def _minutes(words: float) -> float:
    return round(words / SPEED, 1)


def _lines(found: dict[str, Any], out: TextIO) -> None:
    for id, campaign in found["campaigns"].items():
        say(out, f"{id} ({campaign['length']})")
        counted = ("nodes", "decisions", "endings")
        say(out, "  " + ", ".join(f"{campaign[key]} {key}" for key in counted))
        if campaign["words"] is None:
            say(out, "  too many states to be walked, so nothing is known of its length")
            continue
        longest = campaign["longest_minutes"]
        say(out, f"  {campaign['words']} words in all; at {SPEED} words a minute")
        median = campaign["median_minutes"]
        said = "no known number of" if median is None else median
        say(out, f"  {said} minutes for half of all random playthroughs,")
        say(out, f"  {'endless' if longest is None else longest} for the longest")
        say(out, f"  {campaign['share_met']:.0%} of the words are met in one")
    say(out, f"{found['facts_cited']} of {found['facts']} facts are cited, ")
    say(out, f"{found['conflicts_shown']} conflicts between sources shown")
    say(out, ", ".join(f"{number} {kind}" for kind, number in found["codex"].items()))
