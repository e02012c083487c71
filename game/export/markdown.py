"""A whole playthrough as Markdown, for notes, lessons and pull requests."""

from __future__ import annotations

import re
from typing import Iterable, Iterator

from game.engine import Playthrough
from game.export.closing import aside_lines
from game.export.evidence import source_lines
from game.export.figures import ledger_line
from game.export.lines import how_lines, place_line, real_line
from game.export.prose_lines import conjecture_line, runs
from game.view import (
    ENGLISH,
    Answer,
    Page,
    Paragraph,
    ReportView,
    Tongue,
    beats_after,
    harmless,
    report_view,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")

_MARKER = re.compile(r"^( ?)([-+](?= |$)|=)|^( ?\d+)([.)](?= |$))")


def markdown(play: Playthrough, tongue: Tongue = ENGLISH) -> str:
    """The playthrough and, at an ending, its closing report.

    Args:
        play: The playthrough, finished or not.
        tongue: The reader's language.
    """
    title = tongue.text("title", play.program.story.manifest.title)
    blocks = [f"# {quoted(title)}"]
    for order in range(len(play.legs)):
        for beat in beats_after(play, order, tongue):
            shown = _answer(beat, tongue) if isinstance(beat, Answer) else _page(beat, tongue)
            blocks += shown
    if play.is_over:
        blocks += _report(report_view(play, tongue), tongue)
    return harmless("\n\n".join(block for block in blocks if block) + "\n")


def quoted(text: str) -> str:
    """A text in which nothing is Markdown."""
    safe = _SPECIAL.sub(r"\\\1", re.sub(r"[ \t\r\n]+", " ", text))
    return _MARKER.sub(lambda m: f"{m[1] or m[3] or ''}\\{m[2] or m[4]}", safe)


def prose(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs with their emphasis."""
    return "\n\n".join(
        "".join(
            f"*{quoted(piece.text)}*" if piece.style == "emphasis" else quoted(piece.text)
            for piece in paragraph.pieces
        )
        for paragraph in paragraphs
    )


def _page(page: Page, tongue: Tongue) -> Iterator[str]:
    yield f"## {quoted(page.title)}"
    place = quoted(place_line(page, tongue))
    yield f"*{place}*" if place else ""
    for conjecture, told in runs(page.text):
        yield f"*{quoted(conjecture_line(len(told), tongue))}*" if conjecture else ""
        yield prose(told)
    yield "\n".join(f"- **{quoted(row.name)}**: {_one(row.text)}" for row in page.advice)
    yield "\n".join(
        f"{choice.number}. {quoted(choice.label)}"
        if choice.enabled
        else f"- ~~{quoted(choice.label)}~~ {quoted(choice.reason)}"
        for choice in sorted(page.choices, key=lambda choice: not choice.enabled)
    )


def _one(paragraphs: Iterable[Paragraph]) -> str:
    return prose(paragraphs).replace("\n\n", " ")


def _answer(answer: Answer, tongue: Tongue) -> Iterator[str]:
    yield f"### {tongue.say('Your order:')} {quoted(answer.order)}"
    yield prose(answer.outcome)
    yield f"### {tongue.say('1945')}"
    yield quoted(real_line(answer, tongue))
    if answer.record:
        yield prose(answer.record.text)
    if answer.hidden:
        yield prose(answer.hidden)
    how = how_lines(answer, tongue)
    yield f"### {tongue.say('How we know')}" if how else ""
    yield "\n".join(quoted(line) for line in how)


def _report(report: ReportView, tongue: Tongue) -> Iterator[str]:
    say = tongue.say
    yield f"## {say('Closing report')}"
    yield quoted(report.parted)
    yield f"### {say('The ledger')}"
    yield quoted(report.counted)
    yield "\n".join(f"- {quoted(ledger_line(row, tongue))}" for row in report.ledger)
    yield f"### {say('Your orders and those of 1945')}"
    head = f"| | {say('Decision')} | {say('Your order')} | 1945 |\n|---|---|---|---|"
    rows = [
        f"| {row.number} | {quoted(row.title)} | {quoted(row.order)} | {quoted(row.real_order)} |"
        for row in report.orders
    ]
    yield "\n".join([head, *rows])
    for aside in report.asides:
        first, _, *rest = aside_lines(aside, tongue)
        yield f"### {quoted(first)}"
        yield "\n".join(quoted(line) for line in rest)
    yield f"### {say('Sources')}"
    yield "\n".join(f"- {quoted(line)}" for line in source_lines(report.sources))
