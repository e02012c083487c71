"""Each node as one Python function from a state to all moves out of it.

The source is generated from checked trees only, by the engine's own emitter.
A state here is the tuple of the slots that are live at its node, no others.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Callable

from game.engine import Program
from game.language import emit, names_in, parse_effect, parse_expression
from game.model import RETURN, Choice, Variable
from game.prove.live import Live, Needed
from game.prove.moves import Move, Moves, Taking
from game.prove.reads import Reads, Slots

Key = tuple[Any, ...]
"""The live slots of a state, in the order of the engine's layout."""

Expand = Callable[[Key], tuple[tuple[int, ...], list[Key]]]
"""The numbers of the moves out of a state, and the states they lead to."""

Arrive = Callable[[Key, int], Key]
"""From the slots behind a move to the state of the node that it leads to."""


class Emitter:
    """Makes the functions of one campaign under one liveness.

    Attributes:
        spilled: Overflows noted by the functions while they run, as move and
            variable; whoever calls them takes them out.
    """

    def __init__(self, program: Program, moves: Moves, reads: Reads, live: Live) -> None:
        self._program, self._moves, self._reads, self._live = program, moves, reads, live
        self.spilled: list[tuple[int, str]] = []
        self._names: dict[str, Any] = {"spill": self._spill}
        self._visits = dict(program.layout.visits)

    def _spill(self, move: int, variable: str) -> None:
        self.spilled.append((move, variable))

    def expand(self, node: str) -> Expand | None:
        """The function of one node; None at an ending."""
        takings = self._moves.at[node]
        if not takings:
            return None
        lines = self._unpack(self._live.at[node], "s")
        if takings[0].choice is None:
            lines += self._taken(takings, self._page_end)
        else:
            lines += ["moves = []", "keys = []"]
            for choice in dict.fromkeys(t.choice for t in takings if t.choice):
                lines += self._choice(node, choice, [t for t in takings if t.choice is choice])
            lines += self._fallen([t for t in takings if t.falls])
            lines.append("return tuple(moves), keys")
        function: Expand = self._define("expand(s)", lines, node)
        return function

    def _page_end(self, move: int, key: str) -> list[str]:
        return [f"return ({move},), [{key}]"]

    def _choice_end(self, move: int, key: str) -> list[str]:
        return [f"moves.append({move})", f"keys.append({key})"]

    def _choice(self, node: str, choice: Choice, takings: list[Taking]) -> list[str]:
        tests = [self._source(c, {}) for c in (choice.visible_if, choice.enabled_if) if c]
        if choice.once:
            tests.append(f"not {self._slots({})[f'chosen {node}.{choice.id}']}")
        lines = self._taken(takings, self._choice_end)
        return [f"if {' and '.join(tests)}:", *_indented(lines)] if tests else lines

    def _fallen(self, takings: list[Taking]) -> list[str]:
        if not takings:
            return []
        return ["if not moves:", *_indented(self._taken(takings, self._choice_end))]

    def _taken(self, takings: list[Taking], end: Callable[[int, str], list[str]]) -> list[str]:
        """The first result that holds, or the only one."""
        condition = takings[0].result.condition
        lines = self._result(takings[0], end)
        if condition is None or len(takings) == 1:
            return lines
        rest = self._taken(takings[1:], end)
        test = f"if {self._source(condition, {})}:"
        return [test, *_indented(lines), "else:", *_indented(rest)]

    def _result(self, taking: Taking, end: Callable[[int, str], list[str]]) -> list[str]:
        needed = self._live.needed(taking)
        changed: dict[int, str] = {}
        lines: list[str] = []
        if needed.marks:
            lines.append(self._set(f"chosen {taking.order}", "True", changed))
        lines += self._effects(needed, changed, taking.moves[0].number)
        return lines + self._ways(taking.moves, changed, end)

    def _ways(
        self, moves: list[Move], changed: dict[int, str], end: Callable[[int, str], list[str]]
    ) -> list[str]:
        move = moves[0]
        lines = end(move.number, self._key(move, changed))
        if len(moves) == 1 or move.way.condition is None:
            return lines
        rest = self._ways(moves[1:], changed, end)
        test = f"if {self._source(move.way.condition, changed)}:"
        return [test, *_indented(lines), "else:", *_indented(rest)]

    def _key(self, move: Move, changed: dict[int, str]) -> str:
        """The state behind a move: on arrival where it returns, else at its target."""
        locals_ = self._slots(changed)
        slots = self._live.following(move)
        names = (locals_[self._reads.names[i]] for i in self._reads.among(slots))
        key = "(" + "".join(f"{name}, " for name in names) + ")"
        if move.way.to == RETURN and move.way.scene is None:
            return key
        (target,) = self._moves.after(move)
        if not self._busy(target):
            return key
        name = f"arrive_{len(self._names)}"
        self._names[name] = self.arrive(slots, target)
        return f"{name}({key}, {move.number})"

    def _busy(self, node: str) -> bool:
        """Whether entering the node changes the state."""
        needed = self._live.arriving(node)
        return bool(needed.effects) or self._counts(node, needed.before)

    def _counts(self, node: str, live: Slots) -> bool:
        return node in self._visits and bool(live & self._reads.slot(f"visits {node}"))

    def arrive(self, slots: Slots, node: str) -> Arrive:
        """From the slots behind a move to the node's state, its effects on entry done."""
        needed = self._live.arriving(node)
        changed: dict[int, str] = {}
        lines = self._unpack(slots, "s")
        if self._counts(node, needed.before):
            count = self._slots(changed)[f"visits {node}"]
            cap = self._visits[node]
            lines.append(self._set(f"visits {node}", f"min({count} + 1, {cap})", changed))
        lines += self._effects(needed, changed, None)
        locals_ = self._slots(changed)
        names = (locals_[self._reads.names[i]] for i in self._reads.among(self._live.at[node]))
        lines.append("return (" + "".join(f"{name}, " for name in names) + ")")
        function: Arrive = self._define("arrive(s, move)", lines, node)
        return function

    def _effects(self, needed: Needed, changed: dict[int, str], move: int | None) -> list[str]:
        """Effects as assignments to new locals. Without a number `move` is a local itself."""
        lines: list[str] = []
        for source in needed.effects:
            effect = parse_effect(source)
            value = emit(effect.value, self._slots(changed))
            if effect.op != "=":
                value = f"{self._slots(changed)[effect.target]} {effect.op[0]} {value}"
            lines.append(self._set(effect.target, value, changed))
            slot = self._slots(changed)[effect.target]
            lines += _bounds(self._program.variables[effect.target], slot, move)
        return lines

    def _set(self, name: str, value: str, changed: dict[int, str]) -> str:
        number = self._reads.names.index(name)
        line = f"y{number} = {value}"
        changed[number] = f"y{number}"
        return line

    def _source(self, expression: str, changed: dict[int, str]) -> str:
        return emit(parse_expression(expression), self._slots(changed))

    def _slots(self, changed: dict[int, str]) -> dict[str, str]:
        """Where each name is found: a changed slot in its new local, others in their own."""
        if not changed:
            return self._unchanged
        return self._found({i: changed.get(i, f"x{i}") for i in range(len(self._reads.names))})

    @cached_property
    def _unchanged(self) -> dict[str, str]:
        return self._found({i: f"x{i}" for i in range(len(self._reads.names))})

    def _found(self, locals_: dict[int, str]) -> dict[str, str]:
        names = {name: locals_[i] for i, name in enumerate(self._reads.names)}
        for id in self._program.story.derived:
            needs = self._reads.among(self._reads.expression(id))
            self._define_derived(id, needs)
            names[id] = f"derived_{id}({', '.join(locals_[i] for i in needs)})"
        return names

    def _define_derived(self, id: str, needs: tuple[int, ...]) -> None:
        """One function for a derived value and all that it uses, each worked out once."""
        if f"derived_{id}" in self._names:
            return
        names = {name: f"x{i}" for i, name in enumerate(self._reads.names)}
        names |= {used: f"d_{used}" for used in self._program.story.derived}
        lines = [f"d_{used} = {source}" for used, source in self._needed_first(id, names)]
        head = f"derived_{id}({', '.join(f'x{i}' for i in needs)})"
        self._names[f"derived_{id}"] = self._define(head, [*lines, f"return d_{id}"], id)

    def _needed_first(self, id: str, names: dict[str, str]) -> list[tuple[str, str]]:
        derived = self._program.story.derived
        found: dict[str, str] = {}
        waiting = [id]
        while waiting:
            expr = parse_expression(derived[waiting[-1]].expr)
            missing = [n for n in names_in(expr) if n in derived and n not in found]
            if missing:
                waiting += missing
            else:
                found[waiting.pop()] = emit(expr, names)
        return list(found.items())

    def _unpack(self, slots: Slots, source: str) -> list[str]:
        names = "".join(f"x{i}, " for i in self._reads.among(slots))
        return [f"({names}) = {source}"] if names else []

    def _define(self, head: str, lines: list[str], node: str) -> Any:
        source = "\n".join([f"def {head}:", *_indented(lines)])
        exec(compile(source, f"<prove {node}>", "exec"), self._names)
        return self._names.pop(head.split("(")[0])


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _bounds(variable: Variable, slot: str, move: int | None) -> list[str]:
    if variable.kind != "int":
        return []
    number = "move" if move is None else move
    spill = [f"spill({number}, {variable.id!r})"] if variable.on_overflow == "error" else []
    return [
        f"if {slot} > {variable.max}:",
        *_indented([*spill, f"{slot} = {variable.max}"]),
        f"elif {slot} < {variable.min}:",
        *_indented([*spill, f"{slot} = {variable.min}"]),
    ]
