"""Where conditions and passages stand, in words that do not depend on files.

`m-storm.silence.visible_if`, `m-storm.text.2`, `m-storm.silence.result.1.outcome`:
the same keys as translations have.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

from game.model import Ending, Node, OneOf, Prose
from game.prove.moves import Taking


class Turn(NamedTuple):
    """Passages or other things of which the first that holds is used.

    Attributes:
        items: Keys and conditions, in the order they are tried.
        passages: Whether they are passages, of which it matters that each is
            shown, and whose conditions have a key of their own (`.if`).
    """

    items: tuple[tuple[str, str | None], ...]
    passages: bool = True


def page_turns(node: Node | Ending) -> Iterator[Turn]:
    """The conditional parts of a node's page."""
    yield from prose_turns(node.text, f"{node.id}.text")
    yield from prose_turns(node.brief, f"{node.id}.brief")
    if any(when.condition for when in node.at):
        yield Turn(_listed(f"{node.id}.at", [when.condition for when in node.at]), False)
    for marker in node.markers:
        if marker.condition:
            yield Turn(((f"{node.id}.marker.{marker.id}.if", marker.condition),), False)


def outcome_turns(taking: Taking) -> Iterator[Turn]:
    """The conditional parts of what follows from a choice or a fallback."""
    key = key_of(taking)
    yield from prose_turns(taking.result.outcome, f"{key}.{'text' if taking.falls else 'outcome'}")
    yield from prose_turns(taking.result.outcome_brief, f"{key}.outcome_brief")


def key_of(taking: Taking) -> str:
    """The key of a result: the choice's own, unless it has several."""
    if taking.falls:
        return f"{taking.node}.fallback"
    if taking.choice is None:
        return taking.node
    key = f"{taking.node}.{taking.choice.id}"
    if not taking.choice.branched:
        return key
    return f"{key}.result.{taking.result.id or taking.number + 1}"


def prose_turns(prose: Prose, key: str) -> Iterator[Turn]:
    """The passages of a text. A single plain passage has the key of the text itself."""
    for number, part in enumerate(prose, 1):
        if isinstance(part, OneOf):
            items = [
                (f"{key}.{passage.id or f'{number}.{i}'}", passage.condition)
                for i, passage in enumerate(part.passages, 1)
            ]
            yield Turn(tuple(items))
        else:
            alone = len(prose) == 1 and part.condition is None and part.id is None
            yield Turn(((key if alone else f"{key}.{part.id or number}", part.condition),))


def _listed(key: str, conditions: list[str | None]) -> tuple[tuple[str, str | None], ...]:
    return tuple((f"{key}.{i}.if", condition) for i, condition in enumerate(conditions, 1))


def passages_of(node: Node | Ending, takings: list[Taking]) -> Iterator[str]:
    """The keys of all passages of a node, and of all that can follow from it there.

    A result of several that has no text is listed by its own key, so that one
    which is never taken does not go unseen.
    """
    turns = [turn for turn in page_turns(node) if turn.passages]
    for taking in takings:
        found = list(outcome_turns(taking))
        turns += found
        if not found and taking.choice and taking.choice.branched:
            yield key_of(taking)
    for turn in turns:
        yield from (key for key, _ in turn.items)
