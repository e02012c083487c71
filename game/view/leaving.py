"""What somebody is told who leaves a short campaign before its end."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.model import Node
from game.tongue import ENGLISH, Tongue
from game.view.codex import FactView, facts_of
from game.view.prose import Paragraph, plain_text


@dataclass(frozen=True, slots=True)
class Leaving:
    """What came of it in 1945, from the place that is left.

    Attributes:
        facts: On what it rests.
    """

    text: tuple[Paragraph, ...]
    facts: tuple[FactView, ...] = ()


def leaving(play: Playthrough, tongue: Tongue = ENGLISH) -> Leaving | None:
    """What to tell somebody who stops reading here.

    Returns:
        Nothing in a campaign that is not short, at an ending, and where the
        story has no words for it.
    """
    story, position = play.program.story, play.position
    node = None if position.is_ending else story.nodes[position.node]
    if play.program.campaign.length != "short" or node is None or node.exit is None:
        return None
    return _told(play, node, tongue)


def _told(play: Playthrough, node: Node, tongue: Tongue) -> Leaving:
    assert node.exit is not None
    text = tongue.text(f"{node.id}.exit.text", node.exit.text)
    return Leaving(plain_text(text), facts_of(play.program.story, node.exit.facts, tongue))
