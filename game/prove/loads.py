"""What becomes of the saves of an old version in a new one, over all of them.

A save is a list of choices. Both versions are walked side by side: a pair of
states, one of each, is where a list of choices leads in the old version and in
the new. Every list that can be made in the old version ends at some pair, so
all are judged, without playing any out; how many they are is counted exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Callable, Iterator, Mapping, NamedTuple, Sequence

from game.model import Result
from game.prove.edits import STRUCTURE, Edit, Names
from game.prove.emit import Key
from game.prove.order import Order
from game.prove.space import Space

OTHER = "what was changed elsewhere"
HEADS = ("variable.", "derived.", "scene.", "campaign.", "metric.")
PARTS = (".effects", ".goto", ".fallback", ".fallback.effects", ".fallback.goto")
OPENING = ("_if", ".once")


@dataclass(slots=True)
class Fate:
    """What becomes of some saves for one reason.

    Attributes:
        edit: The key of the edit that causes it.
        saves: How many there are; None if there is no end of them.
        share: How many of all random playthroughs, played to the end, are among them.
        order: Where they part: the order that no longer does what it did; None
            where they load, but with something changed behind them.
        why: What is different there, in words.
        witness: The orders of one such save.
    """

    edit: str
    order: str | None = None
    why: str = ""
    saves: int | None = 0
    share: float = 0.0
    witness: list[str] = field(default_factory=list)


class Loads(NamedTuple):
    """The saves of one campaign.

    Attributes:
        saves: How many there can be, the one before the first order included; None
            if there is no end of them.
        unchanged: How many load with nothing changed.
        unchanged_share: The share of random playthroughs, played to the end, that do.
        noted: Those that load, but with something changed behind them.
        parted: Those that part, by where they do.
    """

    saves: int | None
    unchanged: int | None
    unchanged_share: float
    noted: list[Fate]
    parted: list[Fate]


Rest = tuple[int, tuple[str, ...]]
"""A state at which a player rests, and the pages before it."""

Seen = Callable[[Key], object]

Pair = tuple[int, str]
"""A state of the new version, and the edit that first made a difference; empty for none."""


class _Side:
    """One version: its states at which a player rests, and the pages passed on the way there."""

    def __init__(self, space: Space) -> None:
        self.space = space
        known: dict[int, Rest] = {}
        self.rests = [self._rest(state, known) for state in range(len(space.out))]

    def rest(self, state: int) -> Rest:
        """The next decision or ending, and the pages before it."""
        return self.rests[state]

    def _rest(self, state: int, known: dict[int, Rest]) -> Rest:
        trail: list[int] = []
        at, space = state, self.space
        while at not in known and (there := space.out[at]) and self._is_page(at):
            if len(trail) > len(space.out):
                break  # pages that go round for ever
            trail.append(at)
            at = there[0]
        found = known.setdefault(at, (at, ()))
        for page in reversed(trail):
            found = known[page] = (found[0], (space.node[page], *found[1]))
        return found

    def _is_page(self, state: int) -> bool:
        via = self.space.via[state]
        return len(via) == 1 and self.space.moves.all[via[0]].taking.choice is None

    def slots(self, node: str, names: Mapping[str, str]) -> dict[str, int]:
        """Where the keys of a node's states hold each live slot, by its old name."""
        live = self.space.reads.among(self.space.live[node])
        found = (self.space.reads.names[slot] for slot in live)
        return {names.get(name, name): place for place, name in enumerate(found)}


def loads(old: Space, order: Order, new: Space, names: Names, edits: Sequence[Edit]) -> Loads:
    """What becomes of the saves; both spaces must be whole."""
    return _Walk(old, order, new, names, edits).run()


def all_load(old: Space, order: Order) -> Loads:
    """The same where nothing that matters was changed."""
    saves = _Counter(_Side(old), order).ahead[_Side(old).rest(0)[0]]
    return Loads(saves, saves, 1.0, [], [])


class _Counter:
    """How many saves there are from each resting state on, its own included."""

    def __init__(self, side: _Side, order: Order) -> None:
        self.ahead: dict[int, int | None] = {}
        counted: dict[int, int] = {}
        for state in reversed(order.states):
            if order.loops:
                self.ahead[state] = None
            elif side.rest(state)[0] == state:
                there = side.space.out[state] or ()
                counted[state] = 1 + sum(counted[side.rest(following)[0]] for following in there)
        self.ahead.update(counted)


@dataclass(slots=True)
class _Met:
    """How a pair is come to: by how many lists, how likely, and one of them."""

    ways: int | None
    share: float
    before: tuple[int, Pair] | None = None
    order: str = ""


class _Walk:
    def __init__(
        self, old: Space, order: Order, new: Space, names: Names, edits: Sequence[Edit]
    ) -> None:
        self._old, self._new = _Side(old), _Side(new)
        self._order, self._names = order, names
        self._endless = bool(order.loops)
        self._ahead = _Counter(self._old, order).ahead
        self._edits = [edit for edit in edits if edit.kind == STRUCTURE]
        self._pairs: dict[int, dict[Pair, _Met]] = {}
        self._noted: dict[str, Fate] = {}
        self._parted: dict[tuple[str, str, str], Fate] = {}
        self._alike: dict[tuple[str, str], tuple[Seen, Seen] | None] = {}
        self._near: dict[tuple[str | None, tuple[str, ...], tuple[str, ...]], str | None] = {}
        self._olds = [move.taking.order or "" for move in old.moves.all]
        self._news = [names.order(m.taking.order) if m.taking.order else "" for m in new.moves.all]
        self._places: dict[tuple[int, ...], dict[str, int]] = {}
        known = {node: names.node(node) for node in new.by_node}
        self._now = [known[node] for node in new.node]

    def run(self) -> Loads:
        first, pages = self._old.rest(0)
        now, passed = self._new.rest(0)
        whole = self._ahead[first]
        if not self._same_place(first, now):
            edit = self._nearest(None, pages) or self._global()
            title = self._new.space.node[now]
            self._parted["", "", ""] = Fate(edit, "", f"it begins at {title}", whole, 1.0)
            return Loads(whole, 0 if whole is not None else None, 0.0, [], self._fates())
        cause = ""
        if self._differs(first, now) or pages != tuple(map(self._names.node, passed)):
            cause = self._nearest(None, (*pages, self._old.space.node[first])) or self._global()
        self._pairs[first] = {(now, cause): _Met(None if self._endless else 1, 1.0)}
        self._go()
        return self._summed(whole)

    def _go(self) -> None:
        """Over the pairs: with the old version's order, or as they come where it loops."""
        if not self._endless:
            for state in self._order.states:
                for pair, met in self._pairs.get(state, {}).items():
                    self._leave(state, pair, met)
            return
        waiting = [(state, pair) for state, pairs in self._pairs.items() for pair in pairs]
        for state, pair in waiting:
            waiting += self._leave(state, pair, self._pairs[state][pair])

    def _leave(self, state: int, pair: Pair, met: _Met) -> list[tuple[int, Pair]]:
        """Every order of a pair; gives the pairs that were not met before."""
        now, cause = pair
        old, new = self._old.space, self._new.space
        edges = list(zip(old.out[state] or (), old.via[state], strict=True))
        ahead, via, onward = self._ahead_by_order(new.via[now]), new.via[now], new.out[now] or ()
        fresh: list[tuple[int, Pair]] = []
        rests, rests_now = self._old.rests, self._new.rests
        if cause:
            self._note(cause, state, pair, met, ends=not edges)
        for following, move in edges:
            order, share = self._olds[move], met.share / len(edges)
            there, pages = rests[following]
            if order not in ahead:
                edit = self._nearest(order, (), OPENING) or cause or self._global()
                self._part(
                    order, edit, "it can no longer be given", met, share, there, (state, pair)
                )
                continue
            to, other = onward[ahead[order]], via[ahead[order]]
            then, passed = rests_now[to]
            if not self._same_place(there, then):
                near = self._nearest(order, self._about(pages, there, passed, then), (".goto",))
                edit = near or cause or self._global()
                why = f"it leads to {new.node[then]}, not to {old.node[there]}"
                self._part(order, edit, why, met, share, there, (state, pair))
                continue
            changed = cause
            results = (old.moves.all[move].taking.result, new.moves.all[other].taking.result)
            if not cause and self._changed(results, there, then, pages, passed):
                places = self._about(pages, there, passed, then)
                changed = self._nearest(order, places) or self._global()
            key = (then, changed)
            into = self._pairs.setdefault(there, {})
            if key not in into:
                into[key] = _Met(None if self._endless else 0, 0.0, (state, pair), order)
                fresh.append((there, key))
            if not self._endless:
                into[key].ways = (into[key].ways or 0) + (met.ways or 0)
                into[key].share += share
        return fresh

    def _about(
        self, pages: tuple[str, ...], there: int, passed: tuple[str, ...], then: int
    ) -> tuple[str, ...]:
        """Every place behind an order in either version, in old names."""
        now = (*passed, self._new.space.node[then])
        return (*pages, self._old.space.node[there], *map(self._names.node, now))

    def _ahead_by_order(self, via: tuple[int, ...]) -> dict[str, int]:
        """Which of some moves of the new version an order is, in its old name."""
        if via not in self._places:
            self._places[via] = {self._news[move]: place for place, move in enumerate(via)}
        return self._places[via]

    def _same_place(self, old: int, new: int) -> bool:
        return self._old.space.node[old] == self._now[new]

    def _changed(
        self,
        results: tuple[Result, Result],
        there: int,
        then: int,
        pages: tuple[str, ...],
        passed: tuple[str, ...],
    ) -> bool:
        """Whether anything behind an order is different, though it leads to the same place."""
        if pages != passed and pages != tuple(map(self._names.node, passed)):
            return True
        before, after = results[0].ledger, results[1].ledger
        if before != after and [*before] != [
            (m, s if isinstance(s, int) else self._names.expression(s)) for m, s in after
        ]:
            return True
        return self._differs(there, then)

    def _differs(self, old: int, new: int) -> bool:
        """Whether a variable that both versions can still read has another value."""
        nodes = (self._old.space.node[old], self._new.space.node[new])
        if nodes not in self._alike:
            self._alike[nodes] = self._both(*nodes)
        seen = self._alike[nodes]
        if seen is None:
            return False
        return seen[0](self._old.space.key[old]) != seen[1](self._new.space.key[new])

    def _both(self, old: str, new: str) -> tuple[Seen, Seen] | None:
        """Getters of the slots that both versions can still read; None if there are none."""
        before = self._old.slots(old, {})
        after = self._new.slots(new, self._names.variables)
        common = [name for name in before if name in after]
        if not common:
            return None
        return itemgetter(*(before[n] for n in common)), itemgetter(*(after[n] for n in common))

    def _nearest(
        self, order: str | None, places: tuple[str, ...], rather: tuple[str, ...] = ()
    ) -> str | None:
        """The edit at an order or at places passed behind it; worked out once for each."""
        key = (order, places, rather)
        if key not in self._near:
            self._near[key] = self._found(order, places, rather)
        return self._near[key]

    def _found(self, order: str | None, places: Sequence[str], rather: Sequence[str]) -> str | None:
        """The edit at an order or at places passed behind it, rather one of some kinds."""
        node = order.partition(".")[0] if order else None
        own = [e for e in self._edits if order and _is_at(e.where, order)]
        passed = {f"{id}{part}" for id in places for part in ("", *PARTS)}
        passed |= {f"{node}{part}" for part in ("", ".fallback", ".effects")} if node else set()
        own += [e for e in self._edits if e.where in passed]
        own += [e for e in self._edits if e.where.partition(".")[0] in places]
        liked = (e.where for e in own if e.where.endswith(tuple(rather)))
        return next(liked, None) or next((e.where for e in own), None)

    def _global(self) -> str:
        return next((e.where for e in self._edits if e.where.startswith(HEADS)), OTHER)

    def _note(self, cause: str, state: int, pair: Pair, met: _Met, ends: bool) -> None:
        fate = self._noted.get(cause)
        if fate is None:
            fate = self._noted[cause] = Fate(cause, witness=self._witness((state, pair)))
        fate.saves = None if self._endless else (fate.saves or 0) + (met.ways or 0)
        fate.share += met.share if ends else 0.0

    def _part(
        self, order: str, edit: str, why: str, met: _Met, share: float, there: int,
        pair: tuple[int, Pair],
    ) -> None:  # fmt: skip
        fate = self._parted.get((order, edit, why))
        if fate is None:
            witness = [*self._witness(pair), order]
            fate = self._parted[order, edit, why] = Fate(edit, order, why, witness=witness)
        ahead = self._ahead[there]
        fate.saves = None if ahead is None else (fate.saves or 0) + (met.ways or 0) * ahead
        fate.share += share

    def _witness(self, pair: tuple[int, Pair]) -> list[str]:
        orders: list[str] = []
        at: tuple[int, Pair] | None = pair
        while at is not None:
            met = self._pairs[at[0]][at[1]]
            orders += [met.order] if met.order else []
            at = met.before
        return orders[::-1]

    def _fates(self) -> list[Fate]:
        return sorted(self._parted.values(), key=lambda fate: -fate.share)

    def _summed(self, whole: int | None) -> Loads:
        noted = sorted(self._noted.values(), key=lambda fate: -fate.share)
        changed = [*noted, *self._parted.values()]
        if self._endless or whole is None:
            none = not changed
            return Loads(whole, None, 1.0 if none else 0.0, noted, self._fates())
        unchanged = whole - sum(fate.saves or 0 for fate in changed)
        share = 1 - sum(fate.share for fate in changed)
        return Loads(whole, unchanged, max(0.0, share), noted, self._fates())


def _is_at(where: str, order: str) -> bool:
    return where == order or where.startswith(f"{order}.")


def touches(edits: Sequence[Edit], nodes: Mapping[str, object] | set[str]) -> Iterator[Edit]:
    """The edits that decide what follows from what in a campaign with these nodes."""
    for edit in edits:
        head = edit.where.partition(".")[0]
        if edit.kind == STRUCTURE and (head in nodes or edit.where.startswith(HEADS)):
            yield edit
