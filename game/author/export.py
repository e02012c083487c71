"""`author export`: a story as other tools and other readers take it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from typing import Callable, Iterator, NamedTuple, TextIO

from game.author.cover import covers_of
from game.author.output import counted, say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, MAX_SECONDS, MAX_STATES, Watch, sound_story
from game.author.put import put_whole
from game.engine import Playthrough
from game.export import transcript
from game.export.document import document
from game.export.errors import ExportError
from game.export.html import html
from game.export.ink import ink
from game.export.speech import Voice, spoken
from game.export.twee import twee
from game.misuse import Misuse
from game.model import Story
from game.prove import Limits
from game.view import Tongue
from game.wanted import tongue_of


class Request(NamedTuple):
    """What is exported, and where to."""

    story: Story
    tongue: Tongue
    out: Path


Whole = bool
"""Whether all that there is has been written."""
Write = Callable[[Request], Whole]
Text = Callable[[Story, Tongue], str]


def as_text(text: Text) -> Write:
    """A kind that is one text."""

    def write(request: Request) -> Whole:
        put_whole(request.out, text(request.story, request.tongue).encode("utf-8"))
        return True

    return write


def as_readings(teller: Callable[[Story, Tongue], Callable[[Playthrough], str]]) -> Write:
    """A kind that is one text a playthrough, for playthroughs that show everything."""

    def write(request: Request) -> Whole:
        late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
        covers = list(covers_of(request.story, Limits(MAX_STATES, late)))
        late.clear()
        text, found = teller(request.story, request.tongue), list[str]()
        for cover in covers:
            for number, showing in enumerate(cover.showings, 1):
                play = Playthrough.replay(request.story, cover.campaign, showing.orders)
                of = f"{cover.campaign}, playthrough {number} of {len(cover.showings)}."
                found.append(f"{of}\n\n{text(play)}")
        put_whole(request.out, "\n\n".join(found).encode("utf-8"))
        return all(cover.whole for cover in covers)

    return write


def _transcripts(_story: Story, tongue: Tongue) -> Callable[[Playthrough], str]:
    return lambda play: transcript(play, tongue, report=False)


def _speeches(story: Story, tongue: Tongue) -> Callable[[Playthrough], str]:
    voice = Voice(story, tongue)
    return lambda play: spoken(play, tongue, voice)


KINDS: dict[str, Write] = {
    "ink": as_text(ink),
    "twee": as_text(twee),
    "markdown": as_text(document),
    "transcript": as_readings(_transcripts),
    "speech": as_readings(_speeches),
    "html": as_text(html),
}
"""What can be exported, and what writes it."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--out", metavar="PATH", type=Path, required=True, help="the file to write")
    parser.add_argument("--lang", metavar="L", help="the language, such as en")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Write a story in another form.

    Returns:
        0; 1 if the story has errors or cannot be told in that form; 3 if it has too
        many states for playthroughs that show everything.

    Raises:
        Misuse: if it cannot be written there.
    """
    place: Path = arguments.out
    if place.is_dir() or not place.parent.is_dir():
        raise Misuse(
            f"{place} is a folder." if place.is_dir() else f"There is no folder {place.parent}."
        )
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    try:
        whole = KINDS[arguments.kind](Request(story, tongue_of(story, arguments.lang), place))
    except ExportError as fault:
        say(sys.stderr, str(fault))
        return FAULTS
    size = place.stat().st_size
    if arguments.format == "json":
        say_json(out, {"file": str(place), "kind": arguments.kind, "bytes": size, "whole": whole})
    else:
        for line in _told(place, size, whole):
            say(out, line)
    return FINE if whole else INCOMPLETE


def _told(place: Path, size: int, whole: bool) -> Iterator[str]:
    yield f"Written to {place}: {counted(size, 'byte')}."
    if not whole:
        yield "The story has too many states to be walked; there may be more to show."
