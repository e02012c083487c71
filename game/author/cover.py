"""`author cover`: a few playthroughs that show every passage, as transcripts to be read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from typing import Any, Iterator, NamedTuple, TextIO

from game.author.output import counted, say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, MAX_SECONDS, MAX_STATES, Watch, sound_story
from game.engine import Playthrough, Program
from game.export import transcript
from game.model import Story
from game.prove import Limits
from game.prove.cover import Showing, cover
from game.prove.explore import Ground, explore
from game.prove.order import order_of
from game.reader.unswept import unswept


class Cover(NamedTuple):
    """The playthroughs that cover one campaign; `whole` unless a limit was reached."""

    campaign: str
    showings: list[Showing]
    whole: bool


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Cover a story and write the playthroughs.

    Returns:
        0; 1 if the story has errors; 3 if a campaign has too many states to be walked.
    """
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
    covers = list(covers_of(story, Limits(MAX_STATES, late)))
    late.clear()
    if arguments.format == "json":
        say_json(out, as_data(covers))
    else:
        for part in covers:
            for line in _transcripts(story, part):
                say(out, line)
    return FINE if all(part.whole for part in covers) else INCOMPLETE


def covers_of(story: Story, limits: Limits) -> Iterator[Cover]:
    """A cover of each campaign."""
    for id in story.campaigns:
        yield _cover(story, id, limits)


@unswept()
def _cover(story: Story, campaign: str, limits: Limits) -> Cover:
    ground = Ground(Program(story, campaign))
    space = explore(ground, ground.live(), limits)
    return Cover(campaign, cover(space, order_of(space.out)), space.whole)


def as_data(covers: list[Cover]) -> dict[str, Any]:
    """What `--format json` shows."""
    return {
        "campaigns": {
            part.campaign: {
                "whole": part.whole,
                "passages": sum(len(showing.new) for showing in part.showings),
                "playthroughs": [
                    {"choices": showing.orders, "new": sorted(showing.new)}
                    for showing in part.showings
                ],
            }
            for part in covers
        }
    }


def _transcripts(story: Story, part: Cover) -> Iterator[str]:
    count = len(part.showings)
    for number, showing in enumerate(part.showings, 1):
        yield f"# {part.campaign}, playthrough {number} of {count}"
        yield f"# {counted(len(showing.new), 'passage')} not shown before"
        yield ""
        play = Playthrough.replay(story, part.campaign, showing.orders)
        yield transcript(play, report=False)
    if not part.whole:
        yield f"# {part.campaign} has too many states to be walked; there may be more to show."
