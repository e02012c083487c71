"""The road of 1945 through a story."""

from __future__ import annotations

from functools import lru_cache

from game.engine.play import begin, options, step
from game.engine.position import Position
from game.engine.program import Program


def historical_choice(position: Position) -> str | None:
    """The choice that was taken in 1945, if it is open here."""
    node = position.program.story.nodes.get(position.node)
    if node is None:
        return None
    marked = {choice.id for choice in node.choices if choice.historical}
    return next((o.id for o in options(position) if o.enabled and o.id in marked), None)


@lru_cache(maxsize=64)
def historical_path(program: Program) -> tuple[str, ...]:
    """The choices of 1945, as `node.choice`, as far as the story marks them."""
    position = begin(program).position
    path: list[str] = []
    while (choice := historical_choice(position)) is not None:
        if len(path) > len(program.story.nodes):
            break
        path.append(f"{position.node}.{choice}")
        position = step(position, choice)
    return tuple(path)
