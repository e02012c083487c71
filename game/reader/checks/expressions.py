"""Conditions, effects and shares: well formed, well typed, of this campaign."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache, partial
from graphlib import CycleError, TopologicalSorter
from typing import Callable

from game.language import (
    BOOL,
    INT,
    EnumKind,
    Kind,
    LanguageError,
    Scope,
    infer,
    names_in,
    parse_effect,
    parse_expression,
)
from game.language.kinds import describe, fits
from game.language.parse import DEEPEST
from game.language.tree import Name, walk
from game.model import Variable
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import Written, expressions_of

Names = frozenset[str]

MOST_STEPS = 2000
"""Names that may be looked up to work out one derived value, those below it included."""

_UNKNOWN = ("E305", "E309", "E308", "E401", "E402")
_WORD = re.compile(r"\w[\w-]*")


def kind_of(variable: Variable) -> Kind:
    """The kind of value that a variable holds."""
    if variable.kind == "enum":
        return EnumKind(variable.values)
    return BOOL if variable.kind == "bool" else INT


def check_expressions(matter: Matter) -> None:
    """Every expression of the story."""
    checker = Checker(matter)
    checker.derived()
    for node, path in matter.nodes():
        checker.at(node.id)
        for written in expressions_of(node, path):
            checker.written(written)
    for ending, path in matter.endings():
        checker.at(ending.id)
        for written in expressions_of(ending, path):
            checker.written(written)
    checker.tests()


class Checker:
    """Checks expressions against the names that may be used where they stand."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._kinds: dict[str, Kind] = {
            id: kind_of(variable) for id, variable in matter.story.variables.items()
        }
        self._weights: dict[str, tuple[int, int]] = {}
        self._too_long: set[str] = set()
        self._needs: dict[str, frozenset[str]] = {id: frozenset({id}) for id in self._kinds}
        values = matter.story.variables.values()
        self._scope = Scope(
            self._kinds,
            frozenset(value for variable in values for value in variable.values),
            matter.targets,
            matter.choice_ids,
            matter.story.metrics,
            partial(matter.sink.meant, alike=0.7),
        )
        self._campaigns: frozenset[str] = frozenset()
        remember = lru_cache(maxsize=None)
        self._told: Callable[[str], tuple[Kind, Names]] = remember(self._infer)
        self._set: Callable[[str], tuple[str, Names]] = remember(self._infer_effect)
        self._strange: Callable[[Names, Names], tuple[str, ...]] = remember(self._foreign)

    def _infer(self, source: str) -> tuple[Kind, Names]:
        expr = parse_expression(source)
        return infer(expr, self._scope), names_in(expr)

    def at(self, id: str) -> None:
        """Go to a node: its campaigns' variables may be used now."""
        self._campaigns = self._matter.campaigns_at.get(id, frozenset())

    def derived(self) -> None:
        """Read derived values, each after those it uses."""
        paths = dict(self._matter.each("derived"))
        order = TopologicalSorter({id: sorted(self._uses(id) & paths.keys()) for id in paths})
        with suppress(CycleError):
            order.prepare()
        while ready := order.get_ready():
            for id in ready:
                self._define(id, paths.pop(id))
            order.done(*ready)
        self._cycle(paths)

    def _uses(self, id: str) -> frozenset[str]:
        try:
            return names_in(parse_expression(self._matter.story.derived[id].expr))
        except LanguageError:
            return frozenset()

    def _define(self, id: str, path: Path) -> None:
        sink = self._matter.sink
        sink.file, _ = self._matter.draft.shelves["derived"].place(id)
        self._kinds[id] = BOOL
        try:
            expr = parse_expression(self._matter.story.derived[id].expr)
            del self._kinds[id]
            self._kinds[id] = infer(expr, self._scope)
        except LanguageError as fault:
            self._kinds.setdefault(id, BOOL)
            if not self._may_hold(self._matter.story.derived[id].expr):
                sink.language(fault, (*path, "expr"))
        self._weigh(id, path)
        uses = self._uses(id) & self._needs.keys()
        self._needs[id] = frozenset().union(*(self._needs[name] for name in uses))
        self._matter.read.update(uses)

    def _weigh(self, id: str, path: Path) -> None:
        """Note a derived value that would take too long to work out from variables."""
        try:
            names = [e.name for e in walk(parse_expression(self._expr(id))) if isinstance(e, Name)]
        except LanguageError:
            return
        if not self._too_long.isdisjoint(names):
            self._too_long.add(id)  # and it has been told of what it rests on
            return
        below = [self._weights[name] for name in names if name in self._weights]
        deep = 1 + max((deep for deep, _ in below), default=0)
        steps = len(names) + sum(steps for _, steps in below)
        if deep > DEEPEST or steps > MOST_STEPS:
            message = f"The derived value `{id}` rests on too many others, one upon another."
            hint = "work it out from variables"
            self._matter.sink.add("E302", (*path, "expr"), message, hint)
            self._too_long.add(id)
        self._weights[id] = (deep, steps)

    def _expr(self, id: str) -> str:
        return self._matter.story.derived[id].expr

    def _cycle(self, waiting: dict[str, Path]) -> None:
        for id, path in waiting.items():
            self._kinds.setdefault(id, BOOL)
            if id not in self._below(id):
                continue
            self._matter.sink.file, _ = self._matter.draft.shelves["derived"].place(id)
            message = f"The derived value `{id}` depends on itself."
            self._matter.sink.add("E311", (*path, "expr"), message)

    def _below(self, id: str) -> set[str]:
        """Everything that a derived value is worked out from."""
        seen: set[str] = set()
        waiting = [id]
        while waiting:
            new = self._uses(waiting.pop()) & self._matter.story.derived.keys() - seen
            seen |= new
            waiting.extend(new)
        return seen

    def written(self, written: Written) -> None:
        """Check one expression of a node."""
        try:
            match written.kind:
                case "condition":
                    self._condition(written)
                case "effect":
                    self._effect(written)
                case _:
                    self._share(written)
        except LanguageError as fault:
            if not (fault.code in _UNKNOWN and self._may_hold(written.source)):
                self._matter.sink.language(fault, written.path)

    def _may_hold(self, source: str) -> bool:
        return any(map(self._matter.draft.may_hold, _WORD.findall(source)))

    def _condition(self, written: Written) -> None:
        kind, names = self._told(written.source)
        if kind != BOOL:
            message = f"A condition must be true or false, and this is {describe(kind)}."
            raise LanguageError("E309", message, hint="compare it with something")
        self._own(names, written.path)

    def _share(self, written: Written) -> None:
        kind, names = self._told(written.source)
        if kind != INT:
            message = f"A share of the ledger is a whole number, and this is {describe(kind)}."
            raise LanguageError("E309", message)
        self._own(names, written.path)

    def _effect(self, written: Written) -> None:
        target, names = self._set(written.source)
        self._matter.written.add(target)
        self._belongs(names | {target}, written.path)
        self._matter.read.update(names)

    def _infer_effect(self, source: str) -> tuple[str, Names]:
        effect = parse_effect(source)
        variable = self._matter.story.variables.get(effect.target)
        if variable is None:
            raise self._no_target(effect.target, effect.offset)
        got = infer(effect.value, self._scope)
        if effect.op != "=" and (variable.kind != "int" or got != INT):
            message = f"`{effect.op}` counts, and `{effect.target}` is no number."
            raise LanguageError("E309", message, effect.offset)
        fits(got, self._kinds[effect.target], effect.offset)
        return effect.target, names_in(effect.value)

    def _no_target(self, name: str, offset: int) -> LanguageError:
        if name in self._matter.story.derived:
            return LanguageError("E305", f"`{name}` is derived and cannot be set.", offset)
        hint = self._matter.sink.meant(name, self._matter.story.variables)
        return LanguageError("E305", f"There is no variable `{name}`.", offset, hint)

    def _own(self, names: Names, path: Path) -> None:
        self._matter.read.update(names)
        self._belongs(names, path)

    def _belongs(self, names: Names, path: Path) -> None:
        for message in self._strange(names, self._campaigns):
            self._matter.sink.add("E312", path, message)

    def _foreign(self, names: Names, campaigns: Names) -> tuple[str, ...]:
        """What is to be said of variables that one of these campaigns does not have."""
        needs = sorted({need for name in names for need in self._needs.get(name, ())})
        found = []
        for variable in (self._matter.story.variables[need] for need in needs):
            strangers = campaigns - set(variable.campaigns)
            if variable.campaigns and strangers:
                found.append(
                    f"`{variable.id}` belongs to {', '.join(variable.campaigns)}, "
                    f"and {', '.join(sorted(strangers))} comes here too."
                )
        return tuple(found)

    def tests(self) -> None:
        """The expressions of asserts, and what playthroughs expect."""
        for id, path in self._matter.each("assert"):
            wanted = self._matter.story.asserts[id]
            if wanted.kind in ("never", "always"):
                self._campaigns = frozenset({wanted.campaign}) if wanted.campaign else frozenset()
                self.written(Written("condition", wanted.of[0], (*path, wanted.kind)))
        for id, path in self._matter.each("playthrough"):
            for name, value in self._matter.story.playthroughs[id].expect:
                self._expected(name, value, (*path, "expect", name))

    def _expected(self, name: str, value: object, path: Path) -> None:
        variable = self._matter.story.variables.get(name)
        if self._matter.draft.may_hold(name):
            return
        if variable is None:
            self._matter.sink.language(self._no_target(name, 0), path)
            return
        low, high = variable.min, variable.max
        inside = type(value) is int and (low <= value <= high or low > high)
        fitting = {"int": inside, "bool": type(value) is bool}
        if not fitting.get(variable.kind, value in variable.values):
            self._matter.sink.add("E212", path, f"`{name}` can never have this value.")
