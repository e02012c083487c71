"""Nodes to Python functions over the state.

The source is generated from checked trees only; names in it are the emitter's
own slots. Each node is one small module, executed once.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from game.engine.compiled import Compiled, Take
from game.engine.errors import EngineError
from game.engine.position import Option
from game.language import LanguageError, emit, parse_effect
from game.model import Choice, Ending, Fallback, Node, Result, Variable, Way, Ways

if TYPE_CHECKING:
    from game.engine.program import Program


class Overflow(Exception):
    """A variable left its bounds where its declaration forbids it."""

    def __init__(self, variable: str) -> None:
        super().__init__(variable)
        self.variable = variable


class _Shown(dict[tuple[bool, ...], tuple[Option, ...]]):
    """The choices shown, by what the conditions of all choices give; made when first met."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._choices = choices

    def __missing__(self, answers: tuple[bool, ...]) -> tuple[Option, ...]:
        left = iter(answers)
        shown = []
        for choice in self._choices:
            visible = next(left) if choice.visible_if or choice.once else True
            enabled = next(left) if choice.enabled_if else True
            if visible:
                shown.append(Option(choice.id, enabled))
        self[answers] = made = tuple(shown)
        return made


class _Open(dict[tuple[bool, ...], dict[str, Take]]):
    """What comes of the choices that can be taken, likewise."""

    def __init__(self, shown: _Shown, takes: dict[str, Take]) -> None:
        super().__init__()
        self._shown, self._takes = shown, takes

    def __missing__(self, answers: tuple[bool, ...]) -> dict[str, Take]:
        shown = self._shown[answers]
        self[answers] = made = {id: self._takes[id] for id, enabled in shown if enabled}
        return made


def compile_node(program: Program, id: str) -> Compiled:
    """Make the functions of one node or ending.

    Raises:
        EngineError: if the node does not exist or cannot be compiled.
    """
    node = program.story.nodes.get(id) or program.story.endings.get(id)
    if node is None:
        raise EngineError(f"There is no node {id!r} in this story.")
    maker = _Maker(program, node)
    return maker.compiled()


class _Maker:
    """Collects the source of one node."""

    def __init__(self, program: Program, node: Node | Ending) -> None:
        self._program = program
        self._node = node
        self._names: dict[str, Any] = {"derived": program.derived, "Overflow": Overflow}
        self._ways = 0
        self._read = program.read_slots
        self._width = program.layout.width
        locals_ = program.layout.slots("x", "")
        self._state = "(" + "".join(f"x{i}, " for i in range(self._width)) + ")"
        self._local = locals_ | {
            name: f"derived[{name!r}]({self._state})" for name in program.story.derived
        }

    def compiled(self) -> Compiled:
        node = self._node
        entered = self._write_enter()
        if isinstance(node, Node):
            self._write_choices(node)
            if node.fallback:
                self._write_fallback(node.fallback)
            elif node.ways:
                self._function("ways(s)", self._leave(node.ways, self._read, "return "))
        return self._gather(node, entered)

    def _gather(self, node: Node | Ending, entered: bool) -> Compiled:
        made = Compiled()
        made.enter = self._names["enter"] if entered else None
        made.ways = self._names.get("ways")
        made.falls = self._names.get("falls")
        made.rests = made.ways is None and made.falls is None
        if isinstance(node, Node) and node.choices:
            shown = _Shown(node.choices)
            made.answers, made.shown = self._names["answers"], shown
            made.takes = {c.id: self._names[f"take_{i}"] for i, c in enumerate(node.choices)}
            made.open = _Open(shown, made.takes)
        return made

    def _write_enter(self) -> bool:
        node = self._node
        effects = node.effects if isinstance(node, Node) else ()
        caps = dict(self._program.layout.visits)
        if not effects and node.id not in caps:
            return False
        body = [self._unpack()]
        if node.id in caps:
            slot = self._local[f"visits {node.id}"]
            body.append(f"if {slot} < {caps[node.id]}: {slot} += 1")
        body += self._effects(effects)
        self._function("enter(s)", [*body, f"return {self._state}"])
        return True

    def _write_choices(self, node: Node) -> None:
        if not node.choices:
            return
        tests: list[str] = []
        for i, choice in enumerate(node.choices):
            visible, enabled = self._visible(choice), self._enabled(choice)
            tests += [part for part in (visible, enabled) if part]
            self._write_take(i, choice)
        self._function("answers(s)", [f"return ({''.join(f'{t}, ' for t in tests)})"])

    def _enabled(self, choice: Choice) -> str:
        return self._program.emit(choice.enabled_if, self._read) if choice.enabled_if else ""

    def _visible(self, choice: Choice) -> str:
        tests = []
        if choice.visible_if:
            tests.append(self._program.emit(choice.visible_if, self._read))
        if choice.once:
            tests.append(f"not {self._read[f'chosen {self._node.id}.{choice.id}']}")
        return " and ".join(tests)

    def _write_take(self, i: int, choice: Choice) -> None:
        mark = self._local.get(f"chosen {self._node.id}.{choice.id}")
        body: list[str] = []
        for number, result in enumerate(choice.results):
            lines = self._result(number, result, mark)
            if result.condition and number < len(choice.results) - 1:
                body.append(f"if {self._program.emit(result.condition, self._read)}:")
                lines = [f"    {line}" for line in lines]
            body += lines
        self._function(f"take_{i}(s, m)", body)

    def _write_fallback(self, fallback: Fallback) -> None:
        result = Result(fallback.ways, effects=fallback.effects, ledger=fallback.ledger)
        self._function("falls(s, m)", self._result(0, result, None))

    def _result(self, number: int, result: Result, mark: str | None) -> list[str]:
        ledger = self._ledger(result)
        if not result.effects and mark is None:
            return self._leave(result.ways, self._read, f"return {number}, s, {ledger}, ")
        lines = [f"m = {ledger}"] if ledger != "m" else []
        lines.append(self._unpack())
        if mark:
            lines.append(f"{mark} = True")
        lines += self._effects(result.effects)
        answer = f"return {number}, {self._state}, m, "
        return [*lines, *self._leave(result.ways, self._local, answer)]

    def _ledger(self, result: Result) -> str:
        shares: dict[str, list[str]] = {}
        for metric, share in result.ledger:
            source = str(share) if isinstance(share, int) else self._program.emit(share, self._read)
            shares.setdefault(metric, []).append(source)
        if not shares:
            return "m"
        cells = []
        for i, metric in enumerate(self._program.layout.metrics):
            cells.append(" + ".join([f"m[{i}]", *shares.get(metric, [])]))
        return "(" + "".join(f"{cell}, " for cell in cells) + ")"

    def _effects(self, effects: tuple[str, ...]) -> list[str]:
        lines: list[str] = []
        for source in effects:
            lines += self._effect(source)
        return lines

    def _effect(self, source: str) -> list[str]:
        try:
            effect = parse_effect(source)
        except LanguageError as fault:
            raise EngineError(f"The effect {source!r} cannot be read ({fault}).") from None
        variable = self._program.variables.get(effect.target)
        if variable is None:
            raise EngineError(f"The effect {source!r} sets no variable of this campaign.")
        slot = self._local[effect.target]
        lines = [f"{slot} {effect.op} {emit(effect.value, self._local)}"]
        return lines + self._bounds(variable, slot)

    def _bounds(self, variable: Variable, slot: str) -> list[str]:
        if variable.kind != "int":
            return []
        if self._program.strict and variable.on_overflow == "error":
            outside = f"not {variable.min} <= {slot} <= {variable.max}"
            return [f"if {outside}: raise Overflow({variable.id!r})"]
        return [
            f"if {slot} > {variable.max}: {slot} = {variable.max}",
            f"elif {slot} < {variable.min}: {slot} = {variable.min}",
        ]

    def _leave(self, ways: Ways, slots: dict[str, str], answer: str) -> list[str]:
        lines = []
        for way in ways[:-1]:
            test = self._program.emit(way.condition or "true", slots)
            lines.append(f"if {test}: {answer}{self._constant(way)}")
        return [*lines, f"{answer}{self._constant(ways[-1])}"]

    def _constant(self, way: Way) -> str:
        name = f"way_{self._ways}"
        self._ways += 1
        # One string object for each id makes looking it up quick.
        self._names[name] = replace(way, to=sys.intern(way.to))
        return name

    def _unpack(self) -> str:
        return f"{self._state} = s" if self._width else "pass"

    def _function(self, head: str, body: list[str]) -> None:
        lines = [f"def {head}:", *(f"    {line}" for line in body)]
        exec(_code("\n".join(lines)), self._names)


@lru_cache(maxsize=4096)
def _code(source: str) -> CodeType:
    """One function's code. Many nodes have the same, which keeps a story small in memory."""
    return compile(source, "<node>", "exec")
