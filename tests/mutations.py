"""`python -m tests.mutations [--write]`: the faults that the shipped story's tests do not notice.

Puts every small fault into the shipped story, as `author test --mutate` does, and
makes the table of those that no hand-written assert or playthrough notices, with
the reason that each does not matter (tests/mutations.toml). Fails if one has no
reason, or a reason no fault.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

import tomli

from game.author.mutants import mutants
from game.author.mutation import LEFT, SAME, Judge
from game.author.prove import MAX_STATES
from game.author.test import findings_of
from game.export import transcript
from game.folders import story_folder
from game.model import Story
from game.prove import Limits
from game.reader import load

HERE = Path(__file__).parent
REASONS = HERE / "mutations.toml"
TABLE = HERE.parent / "docs" / "mutations.md"

Fault = tuple[str, str]
"""Where something was changed, and what was done."""


class Tried(NamedTuple):
    """What came of all faults: how many there were, and which were not noticed."""

    total: int
    left: list[Fault]
    same: list[Fault]


def tried(story: Story) -> Tried:
    """Try every fault on the asserts and playthroughs that hold without it."""
    found = findings_of(story, transcript)
    sound = {ruling.id for ruling in found.asserts if ruling.holds}
    going = {outcome.id for outcome in found.playthroughs if outcome.ok}
    judge = Judge(story, sound, going, Limits(MAX_STATES))
    every = list(mutants(story))
    verdicts = [((mutant.where, mutant.what), judge.of(mutant)) for mutant in every]
    left, same = ([f for f, verdict in verdicts if verdict == wanted] for wanted in (LEFT, SAME))
    return Tried(len(every), left, same)


def reasons() -> dict[Fault, str]:
    """Why faults that are left do not matter."""
    entries = tomli.loads(REASONS.read_text(encoding="utf-8"))["left"]
    return {(entry["where"], entry["what"]): entry["why"] for entry in entries}


def page(found: Tried, why: dict[Fault, str]) -> str:
    """The table as a page."""
    count = found.total - len(found.same)
    noticed = count - len(found.left)
    lines = [
        "# Faults that nothing notices",
        "",
        "Written by `python -m tests.mutations --write`; the reasons are in",
        "`tests/mutations.toml`. `author test --mutate` puts small faults into the story,",
        "one at a time: a condition turned round, an effect dropped, a target swapped, a",
        "bound moved.",
        "",
        f"The asserts and playthroughs of the shipped story notice {noticed} of {count}"
        f" ({noticed / count:.1%}).",
        *([f"{len(found.same)} more change nothing that a player can see."] if found.same else []),
        "",
        "| Where | What | Why it does not matter |",
        "|---|---|---|",
    ]
    rows = (f"| `{where}` | {what} | {why[where, what]} |" for where, what in found.left)
    return "\n".join([*lines, *rows, ""])


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/mutations.md")
    chosen = parser.parse_args()
    found, why = tried(load(story_folder())), reasons()
    open_faults = [fault for fault in found.left if fault not in why]
    idle = [fault for fault in why if fault not in found.left]
    for where, what in open_faults:
        print(f"There is no reason for {where}: {what}.", file=sys.stderr)
    for where, what in idle:
        print(f"There is a reason for {where}: {what}. Something notices it.", file=sys.stderr)
    if open_faults or idle:
        return 1
    if chosen.write:
        TABLE.write_text(page(found, why), encoding="utf-8")
    else:
        print(page(found, why), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
