"""Several playthroughs beside each other: where each stands, its figures, and how they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Iterator, Sequence

from game.engine import Playthrough
from game.model import Choice, Node, Story
from game.tongue import ENGLISH, Tongue
from game.view.gauges import LedgerRow, ledger_rows
from game.view.page import page_at
from game.view.prose import Glass, line

IN_1945 = "1945"
"""What stands for the orders of 1945 among the marks of playthroughs."""


@dataclass(frozen=True, slots=True)
class PlayView:
    """A playthrough in a table.

    Attributes:
        orders: How many have been given.
        title: The ending, or the decision at which it stands.
        when: The day of that.
    """

    campaign: str
    orders: int
    is_over: bool
    title: str
    when: str
    ledger: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class PartingRow:
    """A decision at which playthroughs went different ways.

    Attributes:
        ways: Each order given there, with the marks of the playthroughs that gave it.
    """

    title: str
    ways: tuple[tuple[str, tuple[str, ...]], ...]


def play_view(play: Playthrough, tongue: Tongue = ENGLISH) -> PlayView:
    """A playthrough as a row."""
    page = page_at(play.position, len(play.legs), tongue)
    return PlayView(
        play.program.campaign.id,
        len(play.legs) - 1,
        play.is_over,
        page.title,
        page.when,
        ledger_rows(play.position, tongue),
    )


def title_at(story: Story, id: str, tongue: Tongue = ENGLISH) -> str:
    """The title of a node or ending; empty if the story has none of that id."""
    found = story.nodes.get(id) or story.endings.get(id)
    return tongue.text(f"{id}.title", found.title) if found else ""


def parting_rows(
    plays: Sequence[tuple[str, Playthrough]], tongue: Tongue = ENGLISH
) -> tuple[PartingRow, ...]:
    """The decisions at which playthroughs of one campaign parted, from each other or from 1945.

    Args:
        plays: Each with the mark that it is told by.
        tongue: The reader's language.
    """
    rows: dict[tuple[str, int], _Decision] = {}
    for mark, play in plays:
        for number, key, node, choice, glass in _given(play, tongue):
            decision = rows.setdefault(key, _Decision(number, node, {}))
            decision.ways.setdefault(_label(node, choice, glass), []).append(mark)
            real = next((c for c in node.choices if c.historical), None)
            if real is not None:
                in_1945 = decision.ways.setdefault(_label(node, real, glass), [])
                in_1945 += [IN_1945] if IN_1945 not in in_1945 else []
    found = sorted(rows.values(), key=lambda row: row.number)
    return tuple(row.view(tongue) for row in found if len(row.ways) > 1)


@dataclass(frozen=True, slots=True)
class _Decision:
    number: int
    node: Node
    ways: dict[str, list[str]]

    def view(self, tongue: Tongue) -> PartingRow:
        title = tongue.text(f"{self.node.id}.title", self.node.title)
        ways = ((label, tuple(sorted(marks))) for label, marks in self.ways.items())
        return PartingRow(title, tuple(sorted(ways, key=lambda way: way[1])))


Given = tuple[int, tuple[str, int], Node, Choice, Glass]


def _given(play: Playthrough, tongue: Tongue) -> Iterator[Given]:
    visits = Counter[str]()
    for number, (leg, after) in enumerate(zip(play.legs, play.legs[1:], strict=False), 1):
        node = play.program.story.nodes[leg.position.node]
        choice = next(c for c in node.choices if c.id == after.choice)
        visits[node.id] += 1
        yield number, (node.id, visits[node.id]), node, choice, Glass.at(leg.position, tongue)


def _label(node: Node, choice: Choice, glass: Glass) -> str:
    return line(glass.tongue.text(f"{node.id}.{choice.id}.label", choice.label), glass)
