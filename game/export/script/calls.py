"""Where scenes are called from, and which scene a node belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import Iterator, NamedTuple

from game.export.script.parts import NOW, Key, Target, Test
from game.language import Expr, parse_expression
from game.language.tree import Binary, Literal, Logic, Name
from game.model import RETURN, Node, Story, Way, Ways


class Call(NamedTuple):
    """One place that a scene is entered from, and what follows when it returns."""

    scene: str
    caller: str
    then: str


class Calls:
    """The calls of a whole story. A scene is never called while it is under way."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[str, list[Call]] = {}
        for node in story.nodes.values():
            for way in ways_of(node):
                if way.scene is not None:
                    self._add(Call(way.scene, node.id, way.to))

    def _add(self, call: Call) -> None:
        known = self._known.setdefault(call.scene, [])
        if call not in known:
            known.append(call)

    @property
    def scenes(self) -> tuple[str, ...]:
        """The scenes that are called."""
        return tuple(self._known)

    @cached_property
    def inside(self) -> dict[str, str]:
        """The scene of each node that is inside one."""
        found: dict[str, str] = {}
        for scene in self._story.scenes.values():
            waiting = [scene.start]
            while waiting:
                id = waiting.pop()
                node = self._story.nodes.get(id)
                if node is not None and id not in found:
                    found[id] = scene.id
                    waiting += [way.to for way in ways_of(node)]
        return found

    def of(self, node: str) -> Iterator[tuple[Test, str]]:
        """The calls that a node may stand under: when, and the calling node."""
        scene = self.inside.get(node)
        for number, call in enumerate(self._known.get(scene or "", ()), 1):
            yield called(call.scene, number), call.caller

    def returns(self, scene: str) -> Iterator[tuple[Test | None, Target]]:
        """Where a scene goes back to, by where it was called from."""
        calls = self._known.get(scene, [])
        for number, call in enumerate(calls, 1):
            test = called(scene, number) if number < len(calls) else None
            yield test, self.target(Way(call.then), call.caller)

    def target(self, way: Way, node: str) -> Target:
        """Where a way out of a node leads."""
        if way.scene is not None:
            number = self._known[way.scene].index(Call(way.scene, node, way.to)) + 1
            return Target((self._story.scenes[way.scene].start, ""), (way.scene, number))
        if way.to == RETURN:
            return Target(back(self.inside.get(node, "")))
        return Target((way.to, ""))


def back(scene: str) -> Key:
    """The passage by which a scene is left."""
    return "", f"return {scene}"


def called(scene: str, number: int) -> Test:
    """Whether a scene was called from there."""
    return Test(Binary("==", Name(f"caller {scene}", 0), Literal(number, 0), 0), NOW)


def ways_of(node: Node) -> Iterator[Way]:
    """Every way out of a node."""
    every: list[Ways] = [node.ways]
    every += [result.ways for choice in node.choices for result in choice.results]
    every += [node.fallback.ways] if node.fallback else []
    return (way for ways in every for way in ways)


def both(first: Test | None, second: Test | None) -> Test | None:
    """Whether two conditions hold together."""
    if first is None or second is None:
        return first or second
    return Test(Logic("and", (first.expr, second.expr), 0), first.earlier | second.earlier)


def asked(condition: str | None) -> Test | None:
    """A condition asked of the present state."""
    return Test(parsed(condition)) if condition else None


def parsed(source: str | int) -> Expr:
    """The tree of an expression or a number."""
    return Literal(source, 0) if isinstance(source, int) else parse_expression(source)
