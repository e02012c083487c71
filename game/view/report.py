"""The closing report as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.history import Decision, Event, closing_report
from game.history.timeline import instant
from game.view.codex import AsideView, FactView, SourceView, aside, fact_view, source_view
from game.view.gauges import LedgerRow, ledger_rows
from game.view.moments import day_words
from game.view.page import Page, page_at
from game.view.prose import Glass, line
from game.view.tongue import ENGLISH, Tongue


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
    glass = Glass.at(play.position, tongue)
    return ReportView(
        ending=page_at(play.position, len(play.legs), tongue),
        parted=_parted(report.parted, glass),
        counted=tongue.say(
            "Only the lines marked with a source were ever counted by anyone. "
            "The share that each order adds is the game's own."
        ),
        ledger=ledger_rows(play.position, tongue),
        orders=tuple(_order(decision, glass) for decision in report.decisions),
        timeline=_timeline(report.mine, report.real, glass),
        asides=tuple(aside(story, shown, tongue) for shown in report.asides),
        facts=tuple(fact_view(story, fact, tongue) for fact in report.facts),
        sources=tuple(source_view(source, tongue) for source in report.sources),
    )


def _parted(decision: Decision | None, glass: Glass) -> str:
    tongue = glass.tongue
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
    mine: tuple[Event, ...], real: tuple[Event, ...], glass: Glass
) -> tuple[TimeRow, ...]:
    keyed: dict[tuple[str, str], list[str]] = {}
    for side, events in enumerate((mine, real)):
        for event in sorted(events, key=lambda e: instant(e.at)):
            row = keyed.setdefault((instant(event.at).isoformat(), event.node.id), ["", ""])
            row[side] = _event(event, glass)
    words = {
        (instant(event.at).isoformat(), event.node.id): day_words(event.at, glass.tongue)
        for event in (*mine, *real)
    }
    return tuple(TimeRow(words[key], *keyed[key]) for key in sorted(keyed, key=lambda k: k[0]))


def _event(event: Event, glass: Glass) -> str:
    say = glass.tongue.text
    title = say(f"{event.node.id}.title", event.node.title)
    if event.order is None:
        return title
    choices = getattr(event.node, "choices", ())
    label = next((c.label for c in choices if c.id == event.order), "")
    return f"{title}: {line(say(f'{event.node.id}.{event.order}.label', label), glass)}"
