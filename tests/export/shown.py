"""What the exported HTML must show along a playthrough, by our own engine and view."""

from __future__ import annotations

import re
from typing import Any, Iterable

from game.engine import Playthrough
from game.export.prose_lines import sentence
from game.view import Answer, Course, Page, Paragraph, ReportView, report_view

Beat = dict[str, Any]


def picks_of(play: Playthrough) -> list[int]:
    """The digit of each order, as its page shows it."""
    found = []
    course = Course.begin(Playthrough.of(play.program))
    for order in play.choices:
        page, id = course.page, order.rpartition(".")[2]
        found.append(next(c.number for c in page.choices if c.id == id and c.number is not None))
        course = course.order(id)
    return found


def expected(play: Playthrough) -> list[Beat]:
    """Every screen of a playthrough, read without skipping, and the closing report."""
    found: list[Beat] = []
    course = Course.begin(Playthrough.of(play.program))
    orders = [order.rpartition(".")[2] for order in play.choices]
    while True:
        beat = course.beat
        if isinstance(beat, Answer):
            found.append(_answer(beat))
        else:
            if beat.can_skip:
                found.append({"screen": "gate", "title": beat.title, "note": [beat.sensitive]})
            found.append(_page(beat))
        if course.at_end:
            return [*map(_clean, [*found, _report(report_view(play))])]
        if isinstance(beat, Page) and beat.kind == "decision":
            if not orders:
                return [*map(_clean, found)]
            course = course.order(orders.pop(0))
        elif course.forward().index == course.index:
            return [*map(_clean, found)]
        else:
            course = course.forward()


def final(play: Playthrough) -> dict[str, Any]:
    """Where the playthrough stands at its end."""
    from game.saves import code_of

    position, layout = play.position, play.program.layout
    names = [
        *layout.variables,
        *(f"visits {node}" for node, _ in layout.visits),
        *(f"chosen {choice}" for choice in layout.chosen),
    ]
    return {
        "campaign": play.program.campaign.id,
        "orders": list(play.choices),
        "at": position.node,
        "over": play.is_over,
        "state": dict(zip(names, position.state, strict=True)),
        "ledger": position.metrics,
        "code": code_of(play),
    }


def _page(page: Page) -> Beat:
    words = f"Decision {page.number} of about {page.about}"
    place = " \u00b7 ".join(part for part in (page.when, page.place) if part)
    return {
        "screen": page.kind,
        "title": page.title,
        "head": [place, "The end" if page.kind == "ending" else words],
        "text": _texts(page.text),
        "pictures": [f"Picture: {alt}" for alt in page.pictures],
        "advice": [
            [row.name, *_texts(row.text), *([f"Leans to {row.leans[0]}."] if row.leans else [])]
            for row in page.advice
        ],
        "choices": [choice.label for choice in page.choices if choice.enabled],
        "details": [choice.detail for choice in page.choices if choice.enabled],
        "shut": [[c.label, f"Not open. {c.reason}"] for c in page.choices if not c.enabled],
        "known": len(page.known),
    }


def _answer(answer: Answer) -> Beat:
    record = answer.record
    real = "The same order." if answer.as_in_1945 else answer.real_order
    basis = [sentence(answer.basis_words)] if answer.basis_words else []
    doors = [c.title for c in record.conflicts] if record else []
    doors += [a.title for a in record.asides] if record else []
    doors += [s.name for s in record.sources] if record else []
    return {
        "screen": "answer",
        "title": answer.title,
        "orders": [answer.order, real or "1945 did not come this way."],
        "parts": [
            _texts(answer.outcome),
            _texts(record.text) if record else [],
            [*basis, *(_texts(record.dispute) if record else [])],
        ],
        "hidden": _texts(answer.hidden),
        "shares": [
            f"{'+' if n > 0 else ''}{_number(n)} {unit} {label}" for label, n, unit in answer.shares
        ],
        "doors": doors,
        "facts": len(record.facts) if record else 0,
    }


def _report(report: ReportView) -> Beat:
    return {
        "screen": "report",
        "title": report.ending.title,
        "parted": report.parted,
        "ledger": [_ledger(row) for row in report.ledger],
        "times": [
            [row.when, row.mine] if row.same else [row.when, row.mine, row.real]
            for row in report.timeline
        ],
        "orders": [
            [
                row.title,
                f"{row.order} yours{'' if row.parts or not row.real_order else ', and that of 1945'}",
            ]
            for row in report.orders
        ],
        "asides": [
            [a.title, ", ".join(x for x in (a.thread, a.when) if x), *_texts(a.text)]
            for a in report.asides
        ],
        "sources": len(report.sources),
    }


def _ledger(row: Any) -> list[str]:
    def claim(one: Any) -> str:
        by = f"{one.by} ({one.measure})" if one.measure else one.by
        missed = " Your figure lies outside it." if row.final and one.inside is False else ""
        return f"{one.range} {by}{missed}"

    figure = f"{row.figure} {row.unit}"
    counts = [f"{figure}: your battle", *map(claim, row.claims)] if row.claims else [figure]
    return [row.label, *counts, row.verdict, *([row.gloss] if row.gloss else [])]


def _number(value: int) -> str:
    return f"{value:,}".replace("-", "\u2212")


def _texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [text for p in paragraphs if (text := p.text)]


def _clean(value: Any) -> Any:
    """Words with their spaces folded, as they are read from a page."""
    if isinstance(value, str):
        return re.sub(r"[ \t\n]+", " ", value).strip(" \t\n")
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return {key: _clean(one) for key, one in value.items()} if isinstance(value, dict) else value
