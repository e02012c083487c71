"""The closing report as a reader sees it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from game.engine import Playthrough, Program
from game.history import Decision, Event, closing_report, decisions
from game.history.timeline import instant
from game.model import Node
from game.tongue import ENGLISH, Tongue
from game.view.codex import AsideView, FactView, SourceView, aside, fact_view, source_view
from game.view.gauges import LedgerRow, ledger_rows
from game.view.moments import day_words
from game.view.page import Page, page_at
from game.view.prose import Glass, line


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order beside that of 1945."""

    number: int
    title: str
    order: str
    real_order: str
    parts: bool


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One moment of the two timelines; either side may be empty."""

    when: str
    mine: str
    real: str

    @property
    def same(self) -> bool:
        """Whether both lines have the same here."""
        return self.mine == self.real


@dataclass(frozen=True, slots=True)
class ReportView:
    """The closing report.

    Attributes:
        ending: The ending's page; a decision's page if the story goes on.
        parted: Where the road of 1945 was left, in one sentence.
        counted: Says once which lines were ever counted by anyone.
    """

    ending: Page
    parted: str
    counted: str
    ledger: tuple[LedgerRow, ...]
    orders: tuple[OrderRow, ...]
    timeline: tuple[TimeRow, ...]
    asides: tuple[AsideView, ...]
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]


def report_view(play: Playthrough, tongue: Tongue = ENGLISH) -> ReportView:
    """The closing report of a playthrough."""
    report = closing_report(play)
    story = play.program.story
    return ReportView(
        ending=page_at(play.position, len(play.legs), tongue),
        parted=_parted(report.parted, tongue),
        counted=tongue.say(
            "Only the lines marked with a source were ever counted by anyone. "
            "The share that each order adds is the game's own."
        ),
        ledger=ledger_rows(play.position, tongue),
        orders=order_rows(play, tongue),
        timeline=_timeline(report.mine, report.real, play.program, tongue),
        asides=tuple(aside(story, shown, tongue) for shown in report.asides),
        facts=tuple(fact_view(story, fact, tongue) for fact in report.facts),
        sources=tuple(source_view(source, tongue) for source in report.sources),
    )


def order_rows(play: Playthrough, tongue: Tongue = ENGLISH) -> tuple[OrderRow, ...]:
    """The orders given so far, each beside that of 1945."""
    return tuple(
        _order(decision, Glass.at(leg.position, tongue))
        for decision, leg in zip(decisions(play), play.legs, strict=False)
    )


def _parted(decision: Decision | None, tongue: Tongue) -> str:
    if decision is None:
        return tongue.say("You gave the orders of 1945 throughout.")
    title = tongue.text(f"{decision.node.id}.title", decision.node.title)
    words = tongue.say("You left the road of 1945 at order {number}, {title}.")
    return words.format(number=decision.number, title=f"\u201c{title}\u201d")


def _order(decision: Decision, glass: Glass) -> OrderRow:
    node = decision.node
    say = glass.tongue.text
    labels = [
        line(say(f"{node.id}.{choice.id}.label", choice.label), glass) if choice else ""
        for choice in (decision.taken, decision.historical)
    ]
    title = say(f"{node.id}.title", node.title)
    return OrderRow(decision.number, title, labels[0], labels[1], decision.parts)


def _timeline(
    mine: tuple[Event, ...], real: tuple[Event, ...], program: Program, tongue: Tongue
) -> tuple[TimeRow, ...]:
    rows: dict[tuple[datetime, str, int], list[str]] = {}
    for side, events in ((1, mine), (2, real)):
        visits = Counter[str]()
        for event in events:
            visits[event.node.id] += 1
            key = (instant(event.at), event.node.id, visits[event.node.id])
            row = rows.setdefault(key, [day_words(event.at, tongue), "", ""])
            row[side] = _event(event, program, tongue)
    return tuple(TimeRow(*rows[key]) for key in sorted(rows, key=lambda key: key[0]))


def _event(event: Event, program: Program, tongue: Tongue) -> str:
    title = tongue.text(f"{event.node.id}.title", event.node.title)
    if event.order is None or not isinstance(event.node, Node):
        return title
    glass = Glass(program, event.stop.state, event.stop.ledger, event.stop.state, tongue)
    key = f"{event.node.id}.{event.order}.label"
    label = next((c.label for c in event.node.choices if c.id == event.order), "")
    return f"{title}: {line(tongue.text(key, label), glass)}"
