"""Small faults put into a story on purpose, to see whether its tests notice them."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator, NamedTuple

from game.model import RETURN, Choice, Node, Result, Story, Variable, Way, Ways


class Mutant(NamedTuple):
    """A story with one fault more.

    Attributes:
        where: The key of the part that was changed.
        what: What was done to it.
        node: The node that was changed; None where it was a variable.
    """

    where: str
    what: str
    story: Story
    node: str | None = None


def mutants(story: Story) -> Iterator[Mutant]:
    """Every mutant: conditions turned round, effects dropped, targets swapped, bounds moved."""
    nodes = dict(story.nodes)
    for id, node in nodes.items():
        for where, what, changed in _nodes(node):
            yield Mutant(where, what, replace(story, nodes={**nodes, id: changed}), id)
    variables = dict(story.variables)
    for id, variable in variables.items():
        for what, moved in _bounds(variable):
            yield Mutant(id, what, replace(story, variables={**variables, id: moved}))


_Changed = Iterator[tuple[str, str, Node]]


def _nodes(node: Node) -> _Changed:
    for what, effects in _fewer(node.effects):
        yield f"{node.id}.effects", what, replace(node, effects=effects)
    for what, ways in _ways(node.ways, ()):
        yield f"{node.id}.goto", what, replace(node, ways=ways)
    for place, choice in enumerate(node.choices):
        others = tuple(
            way
            for c in node.choices
            if c is not choice
            for result in c.results
            for way in result.ways
        )
        for key, what, changed in _choices(choice, others):
            choices = (*node.choices[:place], changed, *node.choices[place + 1 :])
            yield f"{node.id}.{choice.id}.{key}", what, replace(node, choices=choices)


def _choices(choice: Choice, others: Ways) -> Iterator[tuple[str, str, Choice]]:
    for key in ("visible_if", "enabled_if"):
        condition = getattr(choice, key)
        if condition:
            yield key, "turned round", _with(choice, key, f"not ({condition})")
    if choice.once:
        yield "once", "dropped", replace(choice, once=False)
    for place, result in enumerate(choice.results):
        key = f"result.{result.id or place + 1}." if choice.branched else ""
        for field, what, changed in _results(result, others):
            results = (*choice.results[:place], changed, *choice.results[place + 1 :])
            yield key + field, what, replace(choice, results=results)


def _with(choice: Choice, key: str, condition: str) -> Choice:
    if key == "visible_if":
        return replace(choice, visible_if=condition)
    return replace(choice, enabled_if=condition)


def _results(result: Result, others: Ways) -> Iterator[tuple[str, str, Result]]:
    if result.condition:
        yield "if", "turned round", replace(result, condition=f"not ({result.condition})")
    for what, effects in _fewer(result.effects):
        yield "effects", what, replace(result, effects=effects)
    for what, ways in _ways(result.ways, others):
        yield "goto", what, replace(result, ways=ways)


def _fewer(effects: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place, effect in enumerate(effects):
        yield f"dropped: {effect}", (*effects[:place], *effects[place + 1 :])


def _ways(ways: Ways, others: Ways) -> Iterator[tuple[str, Ways]]:
    """Conditions turned round, and the target of the last way swapped for another one's."""
    for place, way in enumerate(ways):
        if way.condition:
            turned = replace(way, condition=f"not ({way.condition})")
            yield "turned round", (*ways[:place], turned, *ways[place + 1 :])
    last = ways[-1] if ways else None
    if last is None or not _plain(last):
        return
    for to in dict.fromkeys(way.to for way in (*ways[:-1], *others) if _plain(way)):
        if to != last.to:
            yield f"leads to {to} instead of {last.to}", (*ways[:-1], replace(last, to=to))
            return


def _plain(way: Way) -> bool:
    return way.scene is None and way.to != RETURN


def _bounds(variable: Variable) -> Iterator[tuple[str, Variable]]:
    if variable.kind != "int":
        return
    start = variable.start
    if isinstance(start, int) and variable.max - 1 >= max(start, variable.min):
        yield f"max lowered to {variable.max - 1}", replace(variable, max=variable.max - 1)
    if isinstance(start, int) and variable.min + 1 <= min(start, variable.max):
        yield f"min raised to {variable.min + 1}", replace(variable, min=variable.min + 1)
