"""The closing report: the player's battle and the real one on one page."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.history.compare import Decision, decisions, parting
from game.history.ledger import LedgerLine, ledger_lines
from game.history.timeline import Event, timeline
from game.model import Aside, Fact, Node, Source


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """Everything that the end of a playthrough is held against.

    Attributes:
        parted: The first order that left the road of 1945, or None.
        mine: The player's line of time, and
        real: the line of 1945.
        asides: The same days elsewhere, by thread.
        facts: What was cited on the way, in the order it was met.
        sources: What these facts rest on.
    """

    ledger: tuple[LedgerLine, ...]
    decisions: tuple[Decision, ...]
    parted: Decision | None
    mine: tuple[Event, ...]
    real: tuple[Event, ...]
    asides: tuple[Aside, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]


def closing_report(play: Playthrough) -> ClosingReport:
    """The closing report of a playthrough, finished or not."""
    mine, real = timeline(play)
    facts = cited(play)
    sources = play.program.story.sources
    return ClosingReport(
        ledger=ledger_lines(play.position),
        decisions=decisions(play),
        parted=parting(play),
        mine=mine,
        real=real,
        asides=_asides(play),
        facts=facts,
        sources=tuple(sources[id] for id in dict.fromkeys(fact.source for fact in facts)),
    )


def _met(play: Playthrough) -> list[Node]:
    """Every node passed or decided at, in order."""
    nodes = play.program.story.nodes
    ids = [id for leg in play.legs for id in (*leg.position.pages, leg.position.node)]
    return [nodes[id] for id in ids if id in nodes]


def cited(play: Playthrough) -> tuple[Fact, ...]:
    """The facts cited by what the player has been shown, each once."""
    facts = play.program.story.facts
    told = _told(play)
    found: dict[str, None] = {}
    for node in _met(play):
        found.update(dict.fromkeys(node.known))
        if node.record and node.id in told:
            found.update(dict.fromkeys(node.record.facts))
    ending = play.program.story.endings.get(play.position.node)
    found.update(dict.fromkeys(ending.facts if ending else ()))
    return tuple(facts[id] for id in found)


def _told(play: Playthrough) -> set[str]:
    """The nodes whose records have been shown: decisions that were answered, and pages."""
    answered = {decision.node.id for decision in decisions(play)}
    return answered | {node.id for node in _met(play) if not node.is_decision}


def _asides(play: Playthrough) -> tuple[Aside, ...]:
    asides, told = play.program.story.asides, _told(play)
    met = (node.record for node in _met(play) if node.record and node.id in told)
    return tuple(asides[id] for id in dict.fromkeys(id for record in met for id in record.asides))
