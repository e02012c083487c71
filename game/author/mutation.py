"""Which small faults nothing notices, and which of them nobody could.

Each mutant is tried on the playthroughs that pass the changed node, from there
on; then on the asserts, over the states that the change makes (see
`game.prove.remade`), which decides them as a whole walk would. A mutant is
called the same as the story if over every reachable state the same choices are
shown and open, the same results follow, and every variable that is shown,
printed or read later is the same: then no player can see it.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from game.author.mutants import Mutant
from game.author.rehearsal import Rehearsal
from game.engine import EngineError, Program, begin, go
from game.model import Assertion, Story
from game.prove import Limits, decide
from game.prove.asserts import concerns, in_sight, path_ruling
from game.prove.explore import Ground, Walk, walked
from game.prove.live import Live
from game.prove.order import order_of
from game.prove.reach import goal_of, starts_of
from game.prove.remade import Remade, Wider
from game.prove.space import Space

ROOM = 20_000
"""States that a walk for several questions may take beyond four times the plain one."""

NOTICED, LEFT, SAME = "noticed", "left", "same"

Question = Assertion | None
"""An assert, or None: is it the same for a player?"""


class Watched(NamedTuple):
    """A walk that keeps all that some questions ask about."""

    questions: Sequence[Question]
    walk: Walk


class Judge:
    """Judges the mutants of a story by the asserts and playthroughs that hold without them.

    Args:
        story: The story as it is.
        asserts: The asserts that hold.
        playthroughs: The playthroughs that go as written.
        limits: Where walks stop. An assert that cannot be decided within them notices nothing.
    """

    def __init__(
        self, story: Story, asserts: set[str], playthroughs: set[str], limits: Limits
    ) -> None:
        self._story, self._limits = story, limits
        self._rehearsal = Rehearsal(story, playthroughs)
        self._asserts = [a for a in story.asserts.values() if a.id in asserts]
        self._watched = {id: list(self._walks(id)) for id in story.campaigns}
        self._good: dict[tuple[int, str, str], set[object]] = {}
        self._exposed: dict[tuple[str, str], bytearray] = {}
        self._reach: dict[tuple[str, str], list[str] | None] = {}

    def _walks(self, campaign: str) -> Iterator[Watched]:
        """Walks of a campaign, as few as keep all that is asked about."""
        ground = Ground(Program(self._story, campaign))
        plain = walked(ground, ground.live(), self._limits)
        asked = [a for a in self._asserts if concerns(a, ground.program)]
        if not plain.space.whole:
            return
        seen: list[Question] = [a for a in asked if in_sight(plain.space, a)]
        yield Watched(seen, plain)
        room = min(self._limits.states, 4 * len(plain.space.out) + ROOM)
        yield from self._together(ground, [a for a in asked if a not in seen], room)
        yield from self._together(ground, [None], room)

    def _together(
        self, ground: Ground, questions: Sequence[Question], room: int
    ) -> Iterator[Watched]:
        if not questions:
            return
        alone = len(questions) == 1
        walk = walked(ground, self._keeping(ground, questions), Limits(room, self._limits.late))
        if walk.space.whole:
            yield Watched(questions, walk)
        elif not alone:
            half = len(questions) // 2
            for part in (questions[:half], questions[half:]):
                yield from self._together(ground, part, room)

    def _keeping(self, ground: Ground, questions: Sequence[Question]) -> Live:
        everywhere, at = 0, dict[str, int]()
        for wanted in questions:
            if wanted is None:
                shown = (v.id for v in ground.program.variables.values() if v.shown)
                everywhere |= sum(map(ground.reads.slot, shown))
            elif wanted.kind in ("never", "always"):
                slots = ground.reads.expression(wanted.of[0])
                if wanted.at is None:
                    everywhere |= slots
                else:
                    at[wanted.at] = at.get(wanted.at, 0) | slots
        return ground.live(everywhere, at)

    def of(self, mutant: Mutant) -> str:
        """`noticed`, `left`, or `same` if no player can see a difference."""
        try:
            if not self._rehearsal.holds(mutant.story, mutant.node):
                return NOTICED
            if mutant.node is None:
                return self._variable(mutant)
            return self._node(mutant, mutant.node)
        except EngineError:
            return NOTICED

    def _node(self, mutant: Mutant, node: str) -> str:
        same = True
        broken: dict[str, bool] = {}
        try:
            for watched in self._all():
                if node not in watched.walk.ground.moves.at:
                    continue
                remade = Remade(watched.walk, mutant.story, node, self._limits)
                if None in watched.questions:
                    same = same and remade.same and _same_to_players(remade, node)
                if not remade.same:
                    for wanted in watched.questions:
                        if wanted is not None and not self._holds(wanted, watched, remade):
                            broken[wanted.id] = True
        except Wider:
            return self._whole(mutant)
        if any(self._breaks(id, node) for id in broken):
            return NOTICED
        asked = sum(None in each.questions for each in self._all())
        return SAME if same and asked == len(self._story.campaigns) else LEFT

    def _all(self) -> Iterator[Watched]:
        for watched in self._watched.values():
            yield from watched

    def _breaks(self, id: str, node: str) -> bool:
        """Whether an assert that fails in a campaign with the node fails in the story.

        One that something is reachable, in whichever campaign, needs only one that does.
        """
        wanted = self._story.asserts[id]
        if wanted.kind != "reachable" or wanted.campaign is not None:
            return True
        others = (
            watched.walk.space
            for watched in self._all()
            if wanted in watched.questions and node not in watched.walk.ground.moves.at
        )
        return all(self._reaches(wanted, space) is None for space in others)

    def _reaches(self, wanted: Assertion, space: Space) -> list[str] | None:
        """The orders that show that something is reachable, before any change."""
        key = (wanted.id, space.program.campaign.id)
        if key not in self._reach:
            self._reach[key] = path_ruling(space, order_of(space.out), wanted).witness
        return self._reach[key]

    def _holds(self, wanted: Assertion, watched: Watched, remade: Remade) -> bool:
        """Whether an assert holds after the change; if that is not known, it is taken to."""
        if wanted.kind in ("never", "always"):
            return self._everywhere(wanted, watched, remade)
        if wanted.kind == "reachable":
            before = self._reaches(wanted, watched.walk.space)
            if before is None or remade.limit is not None:
                return True
            return _still(remade.program, before, *wanted.of) or remade.reaches(*wanted.of)
        if remade.straight and remade.limit is None:
            goal = goal_of(wanted.of[1])
            return not remade.strays(wanted.of[0], goal, self._between(wanted, watched.walk.space))
        space = remade.as_space()
        return path_ruling(space, order_of(space.out), wanted).holds is not False

    def _between(self, wanted: Assertion, space: Space) -> bytearray:
        """The states that lie between the two ends of a `leads`, before any change."""
        key = (wanted.id, space.program.campaign.id)
        if key not in self._exposed:
            found = self._exposed[key] = bytearray(len(space.out))
            first, goal = wanted.of[0], goal_of(wanted.of[1])
            waiting = [s for s in starts_of(space, first) if space.node[s] != goal.node]
            for state in waiting:
                if found[state]:
                    continue
                found[state] = 1
                for following, move in space.edges(state):
                    given = goal.order is not None and move.taking.order == goal.order
                    if not given and space.node[following] != goal.node:
                        waiting.append(following)
        return self._exposed[key]

    def _everywhere(self, wanted: Assertion, watched: Watched, remade: Remade) -> bool:
        """`never` and `always`, asked of the new states only: of the others they hold."""
        space, source = remade.space, wanted.of[0]
        breach = wanted.kind == "never"
        slots = space.reads.expression(source)
        for node, states in remade.fresh.items():
            if wanted.at not in (None, node):
                continue
            look = space.seen(node, slots)
            good = self._good.setdefault((id(watched.walk), wanted.id, node), set())
            for state in states:
                key = remade.key_of(state)
                alike = look(key)
                if alike not in good:
                    if bool(space.program.value(source, space.filled(node, key))) == breach:
                        return False
                    good.add(alike)
        return True

    def _whole(self, mutant: Mutant) -> str:
        """By whole walks."""
        sound = {wanted.id for wanted in self._asserts}
        found = decide(mutant.story, self._limits) if sound else []
        if any(ruling.holds is False for ruling in found if ruling.id in sound):
            return NOTICED
        campaigns = self._story.campaigns
        return SAME if all(self._same_walk(mutant, id) for id in campaigns) else LEFT

    def _variable(self, mutant: Mutant) -> str:
        """A gauge shows the bounds of its variable, so a shown one is never the same."""
        campaigns = () if self._story.variables[mutant.where].shown else self._story.campaigns
        if campaigns and all(self._same_walk(mutant, id) for id in campaigns):
            return SAME
        return self._whole(mutant) if self._asserts else LEFT

    def _same_walk(self, mutant: Mutant, campaign: str) -> bool:
        """Whether two walks that keep what either version needs are the same in all things."""
        grounds = [Ground(Program(story, campaign)) for story in (self._story, mutant.story)]
        if mutant.node is not None and mutant.node not in grounds[0].moves.at:
            return True
        reads = grounds[0].reads
        shown = {v.id for v in grounds[0].program.variables.values() if v.shown} | {mutant.where}
        kept = sum(map(reads.slot, shown))
        needed: dict[str, int] = {}
        for ground in grounds:
            for id, slots in ground.live(kept).at.items():
                needed[id] = needed.get(id, 0) | slots
        before, after = (walked(g, g.live(0, needed), self._limits).space for g in grounds)
        if not before.whole or (before.live, before.node) != (after.live, after.node):
            return False
        if (before.out, before.key, before.via) != (after.out, after.key, after.via):
            return False
        return _alike(before, before.program, after.program, range(len(before.out)))


def _still(program: Program, orders: Sequence[str], first: str, goal: str) -> bool:
    """Whether these orders can still be given, and pass the one and then the other."""
    passed: list[str] = []
    try:
        leg = begin(program)
        passed += [*(stop.node for stop in leg.stops), leg.position.node]
        for order in orders:
            node, _, choice = order.partition(".")
            if node != leg.position.node:
                return False
            leg = go(leg.position, choice)
            passed += [order, *(stop.node for stop in leg.stops), leg.position.node]
    except EngineError:
        return False
    return first in passed and goal in passed[passed.index(first) :]


def _same_to_players(remade: Remade, node: str) -> bool:
    """Whether the changed node shows and does the same in all its states."""
    space = remade.space
    return _alike(space, space.program, remade.program, space.by_node.get(node, ()))


def _alike(space: Space, before: Program, after: Program, states: Sequence[int]) -> bool:
    """Whether two programs show the same choices, and do the same on each, in these states."""
    visible: dict[tuple[str, str, int], list[int]] = {}
    shown = sum(space.reads.slot(v.id) for v in before.variables.values() if v.shown)
    ledger = before.first_ledger
    for state in states:
        id = space.node[state]
        if id not in before.story.nodes:
            continue
        full = space.full(state)
        one, other = before.node(id), after.node(id)
        answers, others = one.answers(full), other.answers(full)
        if one.shown[answers] != other.shown[others]:
            return False
        now = other.open[others]
        for choice, take in one.open[answers].items():
            result, then, gained, _ = take(full, ledger)
            result_now, then_now, gained_now, _ = now[choice](full, ledger)
            if result != result_now or gained != gained_now:
                return False
            places = _visible(space, id, choice, result, shown, visible)
            if any(then[place] != then_now[place] for place in places):
                return False
    return True


def _visible(
    space: Space,
    node: str,
    choice: str,
    result: int,
    shown: int,
    known: dict[tuple[str, str, int], list[int]],
) -> list[int]:
    """The slots that a player can see right behind an order: shown, or printed in its outcome."""
    key = (node, choice, result)
    if key not in known:
        slots = shown
        for taking in space.moves.at[node]:
            if taking.choice and taking.choice.id == choice and taking.number == result:
                slots |= space.reads.outcome(taking.result)[1]
        known[key] = list(space.reads.among(slots))
    return known[key]
