"""Time does not run back from a node to those it leads to.

Only where both say plainly when they are; the prover answers for the rest.
"""

from __future__ import annotations

from datetime import datetime

from game.model import Ending, Moment, Node
from game.reader.checks.graph import edges
from game.reader.checks.matter import Matter


def check_times(matter: Matter) -> None:
    """Every node against the nodes and endings that it leads to."""
    story = matter.story
    told: set[str] = set()
    for node in [node for node, _ in matter.nodes()]:
        before = plain_moment(node)
        for id in dict.fromkeys(edges(matter, node)) if before else ():
            target = story.nodes.get(id) or story.endings.get(id)
            after = plain_moment(target) if target else None
            if before and after and id not in told and is_earlier(after, before):
                told.add(id)
                _note(matter, node.id, id)


def _note(matter: Matter, before: str, id: str) -> None:
    section = "node" if id in matter.story.nodes else "ending"
    matter.sink.file, path = matter.draft.shelves[section].place(id)
    message = f"Time runs back: `{before}` leads here and is later."
    matter.sink.add("E414", (*path, "at"), message, "look at both, and at their offsets")


def plain_moment(node: Node | Ending) -> Moment | None:
    """When a node is, if it says so without a condition."""
    return node.at[0].moment if len(node.at) == 1 and node.at[0].condition is None else None


def is_earlier(moment: Moment, than: Moment) -> bool:
    """Whether a moment lies before another. A day alone is compared by its date."""
    if isinstance(moment, datetime) and isinstance(than, datetime):
        return moment < than
    return _day(moment) < _day(than)


def _day(moment: Moment) -> tuple[int, int, int]:
    return moment.year, moment.month, moment.day
