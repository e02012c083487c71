"""`author stats`: how often each choice is met, where paths join, points of no return."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from typing import Any, Mapping, TextIO

from game.author.output import say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, MAX_SECONDS, MAX_STATES, Watch, sound_story
from game.author.stats_text import stats_lines
from game.misuse import Misuse
from game.model import Story
from game.prove import Limits
from game.prove.odds import Chance, Taken
from game.prove.stats import Stats, stats_of


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--campaign", metavar="ID", help="one campaign only")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Write how a story's choices weigh.

    Returns:
        0; 1 if the story has errors; 3 if it cannot be walked or solved within the limits.

    Raises:
        Misuse: if the story has no such campaign.
    """
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
    limits = Limits(MAX_STATES, late)
    found = [stats_of(story, id, limits) for id in wanted(story, arguments.campaign)]
    late.clear()
    if arguments.format == "json":
        say_json(out, {"campaigns": {stats.campaign: as_data(stats) for stats in found}})
    else:
        for stats in found:
            for line in stats_lines(story, stats):
                say(out, line)
    return FINE if all(stats.odds is not None for stats in found) else INCOMPLETE


def wanted(story: Story, campaign: str | None) -> list[str]:
    """The campaign asked for, or all.

    Raises:
        Misuse: if the story has no such campaign.
    """
    if campaign is None:
        return list(story.campaigns)
    if campaign not in story.campaigns:
        known = ", ".join(story.campaigns)
        raise Misuse(f"There is no campaign {campaign!r}; the story has {known}.")
    return [campaign]


def as_data(stats: Stats) -> dict[str, Any]:
    """What `--format json` shows of a campaign. Chances are shares of all random playthroughs."""
    return {
        "whole": stats.whole,
        "states": stats.states,
        "exact": stats.odds is not None and stats.odds.exact,
        "endings": _floats(stats.odds.endings) if stats.odds else {},
        "decisions": [
            {
                "node": decision.node,
                "number": decision.number,
                "met": float(decision.met),
                "choices": [_choice(stats, taken) for taken in decision.choices],
            }
            for decision in stats.decisions
        ],
        "joins": [
            {"node": join.node, "met": float(met), "from": list(join.sources)}
            for join, met in stats.joins
        ],
        "no_return": [
            {"ending": each.ending, "choice": each.order, "always": each.always}
            for each in stats.no_return
        ],
    }


def _choice(stats: Stats, taken: Taken) -> dict[str, Any]:
    change = stats.change(taken)
    return {
        "choice": taken.order,
        "offered": float(taken.offered),
        "taken": float(taken.taken),
        "endings": None if taken.endings is None else _floats(taken.endings),
        "change": change and {"ending": change[0], "by": change[1]},
    }


def _floats(chances: Mapping[str, Chance]) -> dict[str, float]:
    return {id: float(chance) for id, chance in chances.items()}
