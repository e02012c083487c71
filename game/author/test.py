"""`author test`: a story held to its asserts, its playthroughs and its approved transcripts."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Callable, Iterator, TextIO

from game.author.mutants import Mutant, mutants
from game.author.mutation import LEFT, SAME, Judge
from game.author.output import counted, say, say_json
from game.author.playthroughs import Outcome, played
from game.author.proof_text import ruled
from game.author.prove import (
    FAULTS,
    FINE,
    INCOMPLETE,
    MAX_SECONDS,
    MAX_STATES,
    PATIENCE,
    Watch,
    sound_story,
)
from game.author.transcripts import Comparison, Teller, approve, compared
from game.export import transcript
from game.model import Story
from game.prove import Limits, Ruling, decide


@dataclass(slots=True)
class Findings:
    """What came of the tests.

    Attributes:
        tried: How many mutants there were; None if none were asked for.
        left: Those that no assert or playthrough noticed.
        same: Those that change nothing a player can see, over every reachable state.
    """

    asserts: list[Ruling]
    playthroughs: list[Outcome]
    transcripts: list[Comparison]
    tried: int | None = None
    left: list[Mutant] = field(default_factory=list)
    same: list[Mutant] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything is as it should be. Mutants left are no fault."""
        parts = [ruling.holds for ruling in self.asserts]
        parts += [outcome.ok for outcome in self.playthroughs]
        return all(parts) and all(comparison.same for comparison in self.transcripts)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--approve", action="store_true", help="keep the transcripts as they are now"
    )
    parser.add_argument(
        "--mutate",
        action="store_true",
        help="put in small faults, one at a time, and list those that nothing notices",
    )


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Test a story.

    Returns:
        0 if everything holds, 1 if something does not, 3 if an assert could not
        be decided before a limit was reached.
    """
    story = sound_story(arguments.folder, out, arguments.format)
    if story is None:
        return FAULTS
    found = findings_of(story, transcript, arguments.approve)
    if arguments.mutate:
        _mutate(story, found, sys.stderr)
    if arguments.format == "json":
        say_json(out, as_data(found))
    else:
        for line in _lines(found):
            say(out, line)
    return _code(found)


def _code(found: Findings) -> int:
    if found.ok:
        return FINE
    undecided = any(ruling.holds is None for ruling in found.asserts)
    broken = any(ruling.holds is False for ruling in found.asserts)
    broken = broken or not all(outcome.ok for outcome in found.playthroughs)
    broken = broken or not all(comparison.same for comparison in found.transcripts)
    return INCOMPLETE if undecided and not broken else FAULTS


def findings_of(story: Story, teller: Teller, approving: bool = False) -> Findings:
    """Decide the asserts, play the playthroughs, compare or approve their transcripts."""
    outcomes = [played(story, written) for written in story.playthroughs.values()]
    folder = Path(story.folder)
    found: list[Comparison] = []
    for outcome in outcomes:
        if outcome.play is None or not outcome.ok:
            continue
        if approving:
            found.append(approve(folder, outcome.id, teller(outcome.play)))
        elif (comparison := compared(folder, outcome.id, teller(outcome.play))) is not None:
            found.append(comparison)
    late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
    asserts = decide(story, Limits(MAX_STATES, late))
    late.clear()
    return Findings(asserts, outcomes, found)


def _mutate(story: Story, found: Findings, err: TextIO) -> None:
    """Try every mutant on those asserts and playthroughs that hold without it."""
    sound = {ruling.id for ruling in found.asserts if ruling.holds}
    going = {outcome.id for outcome in found.playthroughs if outcome.ok}
    judge = Judge(story, sound, going, Limits(MAX_STATES))
    every = list(mutants(story))
    found.tried = len(every)
    progress = Progress(monotonic, len(every), err)
    for number, mutant in enumerate(every):
        progress(number)
        verdict = judge.of(mutant)
        if verdict == LEFT:
            found.left.append(mutant)
        elif verdict == SAME:
            found.same.append(mutant)
    progress.clear()


class Progress:
    """Shows on a terminal, after a second, how many mutants have been tried."""

    def __init__(self, clock: Callable[[], float], total: int, err: TextIO) -> None:
        self._clock, self._begun, self._total, self._err = clock, clock(), total, err
        self._shown = False

    def __call__(self, number: int) -> None:
        if self._err.isatty() and self._clock() - self._begun > PATIENCE:
            self._err.write(f"\r{number:,} of {self._total:,} mutants ")
            self._err.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._err.write("\r" + " " * 40 + "\r")
            self._err.flush()


def as_data(found: Findings) -> dict[str, Any]:
    """What `--format json` shows."""
    data: dict[str, Any] = {
        "ok": found.ok,
        "asserts": [{"id": r.id, "holds": r.holds, "witness": r.witness} for r in found.asserts],
        "playthroughs": [{"id": o.id, "ok": o.ok, "at": o.at} for o in found.playthroughs],
        "transcripts": [{"id": c.id, "same": c.same} for c in found.transcripts],
        "mutations": {"total": 0, "noticed": 0, "left": [], "same": []},
    }
    if found.tried is not None:
        left, same = (
            [{"where": m.where, "what": m.what} for m in each] for each in (found.left, found.same)
        )
        noticed = found.tried - len(left) - len(same)
        data["mutations"] = {
            "total": found.tried,
            "noticed": noticed,
            "left": left,
            "same": same,
        }
    return data


def _lines(found: Findings) -> Iterator[str]:
    for ruling in found.asserts:
        if not ruling.holds:
            yield ruled(ruling)
            yield from (f"    {order}" for order in ruling.witness or ())
    for outcome in found.playthroughs:
        if not outcome.ok:
            yield f"The playthrough {outcome.id} does not go as written. {outcome.message}"
    for comparison in found.transcripts:
        if not comparison.same:
            yield f"The transcript of {comparison.id} has changed (--approve keeps it):"
            yield from (f"    {line}" for line in comparison.diff)
    for mutant in found.left:
        yield f"Nothing notices when {mutant.where} is changed: {mutant.what}."
    for mutant in found.same:
        yield f"No player can see when {mutant.where} is changed: {mutant.what}."
    yield _closing(found)


def _closing(found: Findings) -> str:
    kinds = (
        counted(len(found.asserts), "assert"),
        counted(len(found.playthroughs), "playthrough"),
        counted(len(found.transcripts), "transcript"),
    )
    tried = ""
    if found.tried is not None:
        seen = found.tried - len(found.same)
        tried = f" {seen - len(found.left)} of {counted(seen, 'mutant')} noticed."
        if found.same:
            tried += f" {len(found.same)} more that no player can see."
    return f"{', '.join(kinds)}: {'all is well' if found.ok else 'not all is well'}.{tried}"
