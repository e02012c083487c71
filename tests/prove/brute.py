"""The judge: every position of a campaign by the engine alone, nothing merged or left out.

Slow and simple. It goes from decision to decision as a player does, and knows
nothing of liveness, moves or generated functions.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from game.engine import Position, begin, go, options
from game.engine.program import program
from game.model import Story, Value

Place = tuple[object, ...]


class TooMany(Exception):
    """The story has more positions than the judge has patience for."""


class Brute:
    """All positions of campaign `c`, without their ledgers."""

    def __init__(self, story: Story, campaign: str = "c", most: int = 3000) -> None:
        self.story = story
        self.nodes: set[str] = set()
        self.orders: set[str] = set()
        self.fallen: set[str] = set()
        self.values: dict[str, set[Value]] = {}
        self.texts: dict[str, set[bool]] = {}
        self.out: dict[Place, list[Place]] = {}
        self.shares: dict[Place, list[tuple[int, ...]]] = {}
        self.at: dict[Place, Position] = {}
        self.depth: dict[Place, int] = {}
        self.program = program(story, campaign)
        opening = begin(self.program)
        self._saw(opening.stops, opening.position)
        self.opening = opening.position.ledger
        self.first = self._place(opening.position)
        self._walk(opening.position, most)

    def _place(self, position: Position) -> Place:
        return (position.node, position.state, position.stack)

    def _walk(self, first: Position, most: int) -> None:
        self.at[self.first], self.depth[self.first] = first, 0
        for place in (waiting := [self.first]):
            position = self.at[place]
            self.out[place], self.shares[place] = [], []
            for option in options(position):
                if option.enabled:
                    there = self._step(position, option.id, place)
                    if there not in self.at:
                        raise AssertionError
                    if there not in self.depth:
                        self.depth[there] = self.depth[place] + 1
                        waiting.append(there)
            if len(waiting) > most:
                raise TooMany

    def _step(self, position: Position, choice: str, place: Place) -> Place:
        leg = go(position, choice)
        self.orders.add(f"{position.node}.{choice}")
        self._saw(leg.stops, leg.position)
        there = self._place(leg.position)
        self.at.setdefault(there, leg.position)
        self.out[place].append(there)
        gained = zip(leg.position.ledger, position.ledger, strict=True)
        self.shares[place].append(tuple(after - before for after, before in gained))
        return there

    def _saw(self, stops: tuple, position: Position) -> None:
        for stop in (*stops, position):
            self.nodes.add(stop.node)
            for id, value in zip(self.program.layout.variables, stop.state, strict=False):
                self.values.setdefault(id, set()).add(value)
            node = self.story.nodes.get(stop.node) or self.story.endings[stop.node]
            for number, passage in enumerate(node.text, 1):
                if passage.condition:
                    holds = bool(self.program.value(passage.condition, stop.state))
                    self.texts.setdefault(f"{node.id}.text.{number}", set()).add(holds)
        self.fallen |= {stop.node for stop in stops if stop.fell}

    @property
    def stuck(self) -> set[str]:
        """Nodes with a position that has no way on."""
        ended = self.story.endings
        return {str(p[0]) for p, there in self.out.items() if not there and p[0] not in ended}

    def ends(self, ending: str) -> list[Place]:
        """The positions of an ending."""
        return [place for place in self.out if place[0] == ending]

    def saved(self) -> set[Place]:
        """Positions from which the story may stop, well or not."""
        found = {place for place, there in self.out.items() if not there}
        while True:
            more = {p for p, there in self.out.items() if p not in found and set(there) & found}
            if not more:
                return found
            found |= more

    def has_loop(self) -> bool:
        """Whether some position leads to itself."""
        left = {place: set(there) for place, there in self.out.items()}
        while True:
            done = {place for place, there in left.items() if not there}
            if not done:
                return bool(left)
            left = {p: there - done for p, there in left.items() if p not in done}

    def counted(self) -> tuple[Counter[str], Counter[str], dict[str, list[tuple[int, ...]]]]:
        """Paths, chances and reachable ledgers of each ending, one playthrough at a time.

        Only for a story without loops.
        """
        paths: Counter[str] = Counter()
        chances: Counter[str] = Counter()
        ledgers: dict[str, list[tuple[int, ...]]] = {}
        waiting = [(self.first, Fraction(1), self.opening)]
        while waiting:
            place, chance, ledger = waiting.pop()
            there = self.out[place]
            if not there:
                paths[str(place[0])] += 1
                chances[str(place[0])] += chance
                ledgers.setdefault(str(place[0]), []).append(ledger)
            if len(waiting) + sum(paths.values()) > 20_000:
                raise TooMany
            for following, share in zip(there, self.shares[place], strict=True):
                total = tuple(map(sum, zip(ledger, share, strict=True)))
                waiting.append((following, chance / len(there), total))
        return paths, chances, ledgers


def absorbed(brute: Brute, goals: list[Place]) -> Fraction:
    """The chance to come to one of the goals, solved backward from them."""
    saved = _leading(brute, goals)
    if brute.first not in saved:
        return Fraction(0)
    if len(saved) > 120:
        raise TooMany
    rows = {p: _row(brute, p, saved, goals) for p in saved}
    for pivot in list(rows):
        if pivot != brute.first:
            _substitute(rows, pivot)
    row = rows[brute.first]
    return row.get(None, Fraction(0)) / (1 - row.get(brute.first, Fraction(0)))


def _leading(brute: Brute, goals: list[Place]) -> set[Place]:
    found = set(goals)
    while True:
        more = {p for p, there in brute.out.items() if p not in found and set(there) & found}
        if not more:
            return found
        found |= more


def _row(brute: Brute, place: Place, saved: set[Place], goals: list[Place]) -> dict:
    """The chance from a place, as a sum over other places; under None stands what is sure."""
    if place in goals:
        return {None: Fraction(1)}
    row: dict = {}
    for following in brute.out[place]:
        if following in saved:
            row[following] = row.get(following, 0) + Fraction(1, len(brute.out[place]))
    return row


def _substitute(rows: dict, pivot: Place) -> None:
    own = rows.pop(pivot)
    scale = 1 / (1 - own.pop(pivot, Fraction(0)))
    for row in rows.values():
        part = row.pop(pivot, None)
        for place, chance in own.items() if part else ():
            row[place] = row.get(place, Fraction(0)) + part * scale * chance
