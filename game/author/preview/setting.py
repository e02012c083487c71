"""Setting a variable: the node that is read is come to again, with another value."""

from __future__ import annotations

from typing import Mapping, NamedTuple

from game.author.preview.place import Ground
from game.engine.position import Ledger, Stack, State
from game.model import Variable
from game.model.campaign import Value
from game.view import Course


class Coming(NamedTuple):
    """How a node was come to: state and ledger before its own effects."""

    node: str
    state: State
    ledger: Ledger
    stack: Stack


def coming(course: Course) -> Coming:
    """How the node that is read was come to; while an answer is read, the node that follows."""
    leg = course.play.legs[-1]
    passed = max(0, course.index - (len(course.beats) - 1 - len(leg.stops)))
    state, ledger = leg.after
    if passed:
        before = leg.stops[passed - 1]
        state, ledger = before.after or (before.state, before.ledger)
    if passed == len(leg.stops):
        return Coming(leg.position.node, state, ledger, leg.position.stack)
    return Coming(leg.stops[passed].node, state, ledger, leg.stops[passed].stack)


def with_value(course: Course, ground: Ground | None, id: str, value: Value) -> Ground:
    """The ground on which the node that is read is come to with one variable changed."""
    come, layout = coming(course), course.play.program.layout
    names = layout.slots("", "")
    changed = (ground.changed if ground else frozenset()) | {id}
    return Ground(
        come.node,
        dict(zip(names, come.state, strict=True)) | {id: value},
        dict(zip(layout.metrics, come.ledger, strict=True)),
        come.stack,
        changed,
    )


def stepped(variable: Variable, value: Value, way: int) -> Value:
    """The next value of a variable (1) or the one before (-1), round and round."""
    if variable.kind == "bool":
        return not value
    if variable.kind == "enum":
        place = variable.values.index(str(value)) + way
        return variable.values[place % len(variable.values)]
    span = variable.max - variable.min + 1
    return variable.min + (int(value) + way - variable.min) % span


def typed(variable: Variable, words: str) -> Value | None:
    """A value as an author writes it; None if the variable cannot hold it."""
    words = words.strip()
    if variable.kind == "enum":
        return words if words in variable.values else None
    if variable.kind == "bool":
        return {"true": True, "false": False}.get(words)
    try:
        number = int(words[:40])
    except ValueError:
        return None
    return number if variable.min <= number <= variable.max else None


def written(value: Value) -> str:
    """A value as a story file writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def domain(variable: Variable) -> str:
    """What a variable can hold, as an author writes it."""
    if variable.kind == "int":
        return f"{variable.min}..{variable.max}"
    return " ".join(variable.values) if variable.kind == "enum" else "false true"


def values_at(course: Course) -> Mapping[str, Value]:
    """The variables where the course is read."""
    return course.here.variables
