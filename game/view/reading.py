"""A position as bare text: the quickest way from an engine to a reader."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import Position, options
from game.view.prose import Glass, line, paragraphs, words
from game.view.tongue import ENGLISH, Tongue


class Reading(NamedTuple):
    """What a position says.

    Attributes:
        text: The node's text, its paragraphs parted by blank lines.
        options: Id, label and whether it can be taken, for each choice shown.
    """

    text: str
    options: tuple[tuple[str, str, bool], ...]


def reading(position: Position, tongue: Tongue = ENGLISH) -> Reading:
    """The text and the choices at a position."""
    story = position.program.story
    node = story.nodes.get(position.node)
    glass = Glass.at(position, tongue)
    if node is None:
        ending = story.endings[position.node]
        return Reading(words(paragraphs(ending.text, glass, f"{ending.id}.text")), ())
    labels = {choice.id: choice.label for choice in node.choices}
    rows = tuple(
        (id, line(tongue.text(f"{node.id}.{id}.label", labels[id]), glass), enabled)
        for id, enabled in options(position)
    )
    return Reading(words(paragraphs(node.text, glass, f"{node.id}.text")), rows)
