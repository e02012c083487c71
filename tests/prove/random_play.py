"""`python -m tests.prove.random_play [--plays N] [--seed S]`: dice against the proof.

Plays a story at random with the engine, uniformly among the enabled choices, and
holds how often each ending came to its exact chance. What the engine made of the
orders in a state is remembered, as long as there is room, for it cannot be
otherwise the next time: only the ledger differs, and nothing branches on that.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from pathlib import Path
from typing import Iterator, NamedTuple

from game.engine import Position, begin, options, step
from game.engine.position import Stack, State
from game.engine.program import program
from game.folders import story_folder
from game.model import Story
from game.prove import prove
from game.reader import load

PLAYS, SEED = 1_000_000, 1945
MOST = 4.0
"""Standard errors by which an ending may be off."""
ROOM = 150_000
"""Positions remembered."""
LONGEST = 10_000
"""Orders after which a playthrough is given up; it counts as one without an end."""

Place = tuple[str, State, Stack]


class Dice:
    """Random playthroughs of one campaign."""

    def __init__(self, story: Story, campaign: str, seed: int) -> None:
        self._program = program(story, campaign)
        self._random = random.Random(f"{seed} {campaign}")
        self._ahead: dict[Place, list[Place]] = {}
        self._first = self._place(begin(self._program).position)

    def _place(self, position: Position) -> Place:
        return (position.node, position.state, position.stack)

    def ends(self, plays: int) -> Counter[str]:
        """Where so many playthroughs stop; under an empty word those that do not."""
        return Counter(self._play() for _ in range(plays))

    def _play(self) -> str:
        place, draw, ahead = self._first, self._random.random, self._ahead
        for _ in range(LONGEST):
            there = ahead.get(place)
            if there is None and len(ahead) < ROOM:
                there = ahead[place] = [self._behind(place, id) for id in self._open(place)]
            if there is None:
                open_ = self._open(place)
                if not open_:
                    return place[0]
                place = self._behind(place, open_[int(draw() * len(open_))])
            elif there:
                place = there[int(draw() * len(there))]
            else:
                return place[0]
        return ""

    def _open(self, place: Place) -> list[str]:
        return [option.id for option in options(self._position(place)) if option.enabled]

    def _behind(self, place: Place, choice: str) -> Place:
        return self._place(step(self._position(place), choice))

    def _position(self, place: Place) -> Position:
        node, state, stack = place
        return Position(self._program, node, state, self._program.first_ledger, stack)


@dataclass(frozen=True, slots=True)
class Row:
    """How often an ending came, beside its exact chance."""

    campaign: str
    ending: str
    chance: Fraction | float
    seen: int
    plays: int

    @property
    def error(self) -> float:
        """By how many standard errors it is off."""
        chance = float(self.chance)
        off = self.seen - self.plays * chance
        spread = sqrt(self.plays * chance * (1 - chance))
        if spread == 0:
            return 0.0 if off == 0 else float("inf")
        return off / spread

    @property
    def fine(self) -> bool:
        """Whether it is within the errors that chance allows."""
        return abs(self.error) <= MOST


class Outcome(NamedTuple):
    """All rows, and whether the exact chances of each campaign sum to one."""

    rows: list[Row]
    whole: bool

    @property
    def fine(self) -> bool:
        """Whether the dice agree with the proof."""
        return self.whole and all(row.fine for row in self.rows)


def held(story: Story, plays: int, seed: int) -> Outcome:
    """Every ending of every campaign, so many playthroughs each."""
    rows: list[Row] = []
    whole = True
    for proof in prove(story).campaigns:
        seen = Dice(story, proof.id, seed).ends(plays)
        chances = {ending.id: ending.chance for ending in proof.endings}
        whole = whole and sum(chance or 0 for chance in chances.values()) == 1
        rows += [
            Row(proof.id, id, chances.get(id) or 0, seen[id], plays)
            for id in dict.fromkeys([*chances, *seen])
        ]
    return Outcome(rows, whole)


def table(outcome: Outcome) -> Iterator[str]:
    """The rows in columns, and a closing line."""
    wide = max((len(row.ending) for row in outcome.rows), default=6)
    yield f"{'campaign':<16}  {'ending':<{wide}}  {'exact':>10}  {'seen':>10}  standard errors"
    for row in outcome.rows:
        mark = "" if row.fine else "  too far off"
        seen = row.seen / row.plays
        yield (
            f"{row.campaign:<16}  {row.ending or '(no end)':<{wide}}  "
            f"{float(row.chance):10.6%}  {seen:10.6%}  {row.error:+.2f}{mark}"
        )
    if not outcome.whole:
        yield "The exact chances of a campaign do not sum to one."
    yield "All is well." if outcome.fine else "The dice and the proof do not agree."


def main() -> int:
    """The command line; 1 if an ending is too far off."""
    parser = argparse.ArgumentParser(prog="python -m tests.prove.random_play", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the story's folder")
    parser.add_argument("--plays", type=int, default=PLAYS, metavar="N", help="a campaign")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S")
    chosen = parser.parse_args()
    if chosen.plays < 1:
        parser.error("--plays must be at least 1")
    outcome = held(load(chosen.folder or story_folder()), chosen.plays, chosen.seed)
    for line in table(outcome):
        print(line)
    return 0 if outcome.fine else 1


if __name__ == "__main__":
    sys.exit(main())
