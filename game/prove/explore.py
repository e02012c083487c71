"""The walk over every reachable state, breadth first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Mapping

from game.engine import Program
from game.model import RETURN, Way
from game.prove.emit import Arrive, Emitter, Expand, Key
from game.prove.live import Live
from game.prove.moves import Moves, moves_of
from game.prove.reads import Reads, Slots
from game.prove.space import Space, Stack

PAUSE = 512
"""States between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a walk stops.

    Attributes:
        states: The most states of one campaign.
        late: Asked now and then, with the number of states so far; true stops the walk.
    """

    states: int = 400_000
    late: Callable[[int], bool] = lambda _states: False


class Ground:
    """What every walk over a campaign needs, whatever it keeps."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.moves: Moves = moves_of(program)
        self.reads = Reads(program)

    def live(self, keep: Slots = 0, keep_at: Mapping[str, Slots] | None = None) -> Live:
        """Liveness with some slots held live beyond need."""
        return Live(self.program, self.moves, self.reads, keep, keep_at)


@dataclass(slots=True, eq=False)
class Room:
    """A node under a stack of scenes: its known states, and the rooms its moves lead to."""

    node: str
    stack: Stack
    expand: Expand | None
    free: bool
    known: dict[Key, int] = field(default_factory=dict)
    goals: Goals = field(init=False)


class Goals(dict[int, Room]):
    """The room behind each move, found when the move is first made."""

    def __init__(self, house: House, room: Room) -> None:
        super().__init__()
        self._house, self._room = house, room

    def __missing__(self, move: int) -> Room:
        goal = self[move] = self._house.behind(move, self._room.stack)
        return goal


class House:
    """All rooms of a walk; each is made when it is first entered."""

    def __init__(self, ground: Ground, live: Live) -> None:
        self._ground, self._live = ground, live
        self.emitter = Emitter(ground.program, ground.moves, ground.reads, live)
        self._rooms: dict[tuple[str, Stack], Room] = {}
        self._expand: dict[str, Expand | None] = {}
        self._arrive: dict[tuple[Slots, str], Arrive] = {}

    def room(self, node: str, stack: Stack) -> Room:
        room = self._rooms.get((node, stack))
        if room is None:
            room = self._rooms[node, stack] = self._make(node, stack)
        return room

    def _make(self, node: str, stack: Stack) -> Room:
        if node not in self._expand:
            self._expand[node] = self.emitter.expand(node)
        takings = self._ground.moves.at[node]
        room = Room(node, stack, self._expand[node], any(t.choice is None for t in takings))
        room.goals = Goals(self, room)
        if any(way.to == RETURN and not way.scene for t in takings for way in t.result.ways):
            room.expand = self._returning(room)
        return room

    def behind(self, move: int, stack: Stack) -> Room:
        """The room that a move leads to from under a stack."""
        return self.down(self._ground.moves.all[move].way, stack)

    def down(self, way: Way, stack: Stack) -> Room:
        """The room that a way leads to from under a stack."""
        if way.scene is not None:
            return self.room(self._ground.program.story.scenes[way.scene].start, (*stack, way.to))
        to = way.to
        while to == RETURN:
            to, stack = stack[-1], stack[:-1]
        return self.room(to, stack)

    def _returning(self, room: Room) -> Expand | None:
        if room.expand is None:
            return None
        return returning(room.expand, self._ground.moves, room.goals, self._arriving)

    def _arriving(self, move: int, node: str) -> Arrive:
        slots = self._live.following(self._ground.moves.all[move])
        if (slots, node) not in self._arrive:
            self._arrive[slots, node] = self.emitter.arrive(slots, node)
        return self._arrive[slots, node]

    def first(self) -> tuple[Room, Key]:
        """Where the campaign begins."""
        program = self._ground.program
        room = self.room(program.campaign.start, ())
        every = (1 << len(self._ground.reads.names)) - 1
        return room, self.emitter.arrive(every, room.node)(program.first_state, -1)


def returning(
    plain: Expand,
    moves: Moves,
    goals: Mapping[int, Room],
    arriving: Callable[[int, str], Arrive],
) -> Expand:
    """A room's function with the arrival behind a return, which depends on the stack."""

    def expand(state: Key) -> tuple[tuple[int, ...], list[Key]]:
        numbers, keys = plain(state)
        for i, number in enumerate(numbers):
            way = moves.all[number].way
            if way.to == RETURN and way.scene is None:
                keys[i] = arriving(number, goals[number].node)(keys[i], number)
        return numbers, keys

    return expand


def explore(ground: Ground, live: Live, limits: Limits) -> Space:
    """Every reachable state, in the order of the orders it takes to come there."""
    return walked(ground, live, limits).space


def walked(ground: Ground, live: Live, limits: Limits) -> Walk:
    """The same, with what is needed to walk on from its states."""
    walk = Walk(ground, live, limits)
    walk.run()
    return walk


class Walk:
    """Pages cost no order, so the states behind them are looked at before the next decisions.

    Attributes:
        rooms: The room of each state.
    """

    def __init__(self, ground: Ground, live: Live, limits: Limits) -> None:
        self.ground, self.live = ground, live
        self.space = Space(ground.program, ground.moves, ground.reads, live.at)
        self._limits = limits
        self.house = House(ground, live)
        self.rooms: list[Room] = []
        self._free = [move.taking.choice is None for move in ground.moves.all]

    def run(self) -> None:
        room, key = self.house.first()
        self._note_spilled(0)
        room.known[key] = 0
        self._add(room, key)
        level = [0]
        while level and self.space.limit is None:
            decisions: list[int] = []
            following: list[int] = []
            self._expand(level, following, decisions)
            self._expand(decisions, following, None)
            level = following

    def _expand(self, states: list[int], following: list[int], put_off: list[int] | None) -> None:
        """All moves out of these states; the loop that nearly all time goes into.

        Args:
            states: Where to start from; it grows by the states behind pages.
            following: Gets the new states behind orders.
            put_off: Gets the decisions, unless it is None: then they are walked too.
        """
        space, rooms, free = self.space, self.rooms, self._free
        node, key, out, via, come = space.node, space.key, space.out, space.via, space.come
        spilled = self.house.emitter.spilled
        for state in states:
            room = rooms[state]
            if put_off is not None and not room.free:
                put_off.append(state)
                continue
            if not state % PAUSE and self._stopped():
                return
            there: list[int] = []
            if room.expand is None:
                out[state] = there
                continue
            numbers, keys = room.expand(key[state])
            ahead = states if numbers and free[numbers[0]] else following
            if put_off is not None and numbers and ahead is following:
                put_off.append(state)  # a decision whose fallback is not needed here
                spilled.clear()
                continue
            out[state] = there
            via[state] = numbers
            goals = room.goals
            for number, behind in zip(numbers, keys, strict=True):
                goal = goals[number]
                found = goal.known.get(behind)
                if found is None:
                    found = goal.known[behind] = len(key)
                    rooms.append(goal)
                    node.append(goal.node)
                    key.append(behind)
                    out.append(None)
                    via.append(())
                    come.append((state, number))
                    ahead.append(found)
                there.append(found)
            if spilled:
                self._note_spilled(state)

    def _add(self, room: Room, key: Key) -> None:
        """The first state."""
        self.rooms.append(room)
        self.space.node.append(room.node)
        self.space.key.append(key)
        self.space.out.append(None)
        self.space.via.append(())
        self.space.come.append((-1, -1))

    def _note_spilled(self, state: int) -> None:
        spilled = self.house.emitter.spilled
        self.space.spilled += [(state, move, variable) for move, variable in spilled]
        spilled.clear()

    def _stopped(self) -> bool:
        space, count = self.space, len(self.space.key)
        if space.limit is None and count > self._limits.states:
            space.limit = "states"
        elif space.limit is None and self._limits.late(count):
            space.limit = "seconds"
        return space.limit is not None
