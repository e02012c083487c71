"""What an order is answered with: your order, 1945, how we know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from game.engine import Playthrough
from game.engine.play import Leg
from game.model import Choice, Node, OneOf, Prose, Result
from game.tongue import ENGLISH, N_, Tongue
from game.view.gauges import unit_words
from game.view.prose import Glass, Paragraph, line, paragraphs, plain_text
from game.view.record import RecordView, record_view

BASES = {
    "documented": N_("documented: this is what was done"),
    "inferred": N_("inferred: the sources point to it"),
    "conjecture": N_("conjecture: this road was not taken, and what follows is ours"),
}
WEAKEST_LAST = ("documented", "inferred", "conjecture")


@dataclass(frozen=True, slots=True)
class Answer:
    """The record after an order.

    Attributes:
        order: The label of the choice given.
        as_in_1945: Whether it was the order of 1945; None where 1945 never came here.
        outcome: What followed.
        basis: `documented`, `inferred`, `conjecture`, or an empty string.
        real_order: The label of the choice of 1945, or an empty string.
        record: What was done in 1945, what came of it, and how well we know.
        hidden: What the commander could not know.
        shares: What the order adds to the ledger: label, amount, unit. The
            game's own numbers.
        moved: The metrics that it adds to, by id.
    """

    node: str
    title: str
    order: str
    as_in_1945: bool | None
    outcome: tuple[Paragraph, ...]
    outcome_brief: tuple[Paragraph, ...]
    basis: str
    basis_words: str
    real_order: str
    hidden: tuple[Paragraph, ...]
    record: RecordView | None
    shares: tuple[tuple[str, int, str], ...]
    number: int
    moved: tuple[str, ...] = ()


def answer_to(play: Playthrough, order: int, tongue: Tongue = ENGLISH) -> Answer:
    """The answer to one order of a playthrough.

    Args:
        play: The playthrough.
        order: The order's number, from 1.
        tongue: The reader's language.
    """
    before, leg = play.legs[order - 1].position, play.legs[order]
    node = play.program.story.nodes[before.node]
    choice = next(c for c in node.choices if c.id == leg.choice)
    result = choice.results[leg.result]
    state, ledger = leg.after
    glass = Glass(play.program, state, ledger, leg.before, tongue)
    seen = Glass.at(before, tongue)
    key = outcome_key(node, choice, leg.result)
    outcome = paragraphs(result.outcome, glass, f"{key}.outcome")
    basis = _weakest(result, glass)
    real = next((c for c in node.choices if c.historical), None)
    return Answer(
        node=node.id,
        title=tongue.text(f"{node.id}.title", node.title),
        order=_label(node, choice, seen),
        as_in_1945=None if real is None else real is choice,
        outcome=outcome,
        outcome_brief=paragraphs(result.outcome_brief, glass, f"{key}.outcome_brief"),
        basis=basis,
        basis_words=tongue.say(BASES[basis]) if basis else "",
        real_order=_label(node, real, seen) if real else "",
        hidden=_hidden(node, glass),
        record=record_view(node, glass),
        shares=_shares(before.ledger, leg, glass),
        number=order,
        moved=tuple(id for id, _ in _moved(before.ledger, leg, glass)),
    )


def _hidden(node: Node, glass: Glass) -> tuple[Paragraph, ...]:
    text = glass.tongue.text(f"{node.id}.hidden", node.hidden or "")
    return plain_text(text, glass) if text else ()


def outcome_key(node: Node, choice: Choice, result: int) -> str:
    """The translation key of what follows from a choice, without its field."""
    key = f"{node.id}.{choice.id}"
    if not choice.branched:
        return key
    return f"{key}.result.{choice.results[result].id or result + 1}"


def _label(node: Node, choice: Choice, glass: Glass) -> str:
    return line(glass.tongue.text(f"{node.id}.{choice.id}.label", choice.label), glass)


def _weakest(result: Result, glass: Glass) -> str:
    bases = [result.basis, *_bases(result.outcome, glass)]
    known = [basis for basis in bases if basis]
    return max(known, key=WEAKEST_LAST.index) if known else ""


def _bases(prose: Prose, glass: Glass) -> list[str | None]:
    found: list[str | None] = []
    for part in prose:
        passages = part.passages if isinstance(part, OneOf) else (part,)
        holding = [p for p in passages if glass.holds(p.condition)]
        found += [p.basis for p in (holding[:1] if isinstance(part, OneOf) else holding)]
    return found


def _shares(before: tuple[int, ...], leg: Leg, glass: Glass) -> tuple[tuple[str, int, str], ...]:
    metrics, say = glass.program.story.metrics, glass.tongue.text
    return tuple(
        (say(f"{id}.label", metrics[id].label), share, unit_words(metrics[id], share, glass.tongue))
        for id, share in _moved(before, leg, glass)
    )


def _moved(before: tuple[int, ...], leg: Leg, glass: Glass) -> Iterator[tuple[str, int]]:
    """The metrics that an order adds to, and how much."""
    rows = zip(glass.program.layout.metrics, before, leg.after[1], strict=True)
    return ((id, after - then) for id, then, after in rows if after != then)
