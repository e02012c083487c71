"""`author prove`: exact answers about a story, for people and for programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from typing import Callable, TextIO

from game.author.output import say, say_json
from game.author.proof_text import proof_lines
from game.folders import story_folder
from game.model import Story
from game.prove import Limits, Proof, as_data, prove
from game.reader import check

FINE, FAULTS, INCOMPLETE = 0, 1, 3
MAX_STATES, MAX_SECONDS = 400_000, 60.0
PATIENCE = 1.0
"""Seconds before progress is shown."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--max-states",
        type=positive,
        default=MAX_STATES,
        metavar="N",
        help=f"stop at so many states of one campaign (otherwise {MAX_STATES:,})",
    )
    parser.add_argument(
        "--max-seconds",
        type=float,
        default=MAX_SECONDS,
        metavar="S",
        help=f"stop after so many seconds (otherwise {MAX_SECONDS:.0f})",
    )


def positive(word: str) -> int:
    """A whole number above 0, from the command line."""
    number = int(word)
    if number < 1:
        raise ValueError
    return number


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Prove a story and write what was found.

    Returns:
        0 if it is proved, 1 if it has faults, 3 if a limit was reached first.
    """
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    begun = monotonic()
    late = Watch(monotonic, begun, arguments.max_seconds, sys.stderr)
    proof = prove(story, Limits(arguments.max_states, late))
    late.clear()
    seconds = monotonic() - begun
    if arguments.format == "json":
        say_json(out, as_data(proof, seconds))
    else:
        for line in proof_lines(proof, seconds):
            say(out, line)
    return exit_code(proof)


def exit_code(proof: Proof) -> int:
    """Faults weigh more than an early stop."""
    return {"proved": FINE, "faults": FAULTS}.get(proof.verdict, INCOMPLETE)


def sound_story(folder: Path | None, out: TextIO, format: str = "text") -> Story | None:
    """A story that `check` finds no error in; else its errors are written."""
    report = check(folder or story_folder())
    if report.story is not None:
        return report.story
    errors = [d for d in report.diagnostics if d.severity == "error"]
    where = out if format == "text" else sys.stderr
    for diagnostic in errors:
        say(where, diagnostic.sentence())
    say(where, "The story has errors, so nothing can be said about its states.")
    if format == "json":
        say_json(out, {"verdict": "faults", "diagnostics": [d.sentence() for d in errors]})
    return None


class Watch:
    """Looks at a clock for a walk, and shows on a terminal how far it has come.

    Args:
        clock: Gives seconds.
        begun: When the walk began.
        most: Seconds after which it should stop.
        err: Where progress goes, if it is a terminal.
    """

    def __init__(self, clock: Callable[[], float], begun: float, most: float, err: TextIO) -> None:
        self._clock, self._begun, self._most, self._err = clock, begun, most, err
        self._shown = False

    def __call__(self, states: int) -> bool:
        seconds = self._clock() - self._begun
        if seconds > PATIENCE and self._err.isatty():
            self._err.write(f"\r{states:,} states in {seconds:.0f} s ")
            self._err.flush()
            self._shown = True
        return seconds > self._most

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            self._err.write("\r" + " " * 40 + "\r")
            self._err.flush()
            self._shown = False
