"""View data as lines of plain text, in the order in which it is best heard.

No boxes, no columns, no marks that a screen reader would spell out. A blank
line parts paragraphs; a list comes back without wrapping, one paragraph a line.
"""

from __future__ import annotations

import re
from typing import Iterable, Iterator, Sequence

from game.view import (
    ENGLISH,
    AdviceView,
    Answer,
    AsideView,
    ChoiceView,
    ConflictView,
    FactView,
    LedgerRow,
    OrderRow,
    Page,
    Paragraph,
    RecordView,
    ReportView,
    SourceView,
    Tongue,
)

Lines = list[str]


def page_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """A page, decision or ending, without its choices."""
    lines = [page.title, place_line(page, tongue), ""]
    lines += prose_lines(page.text)
    for alt in page.pictures:
        lines += ["", tongue.say("Picture: {alt}").format(alt=alt)]
    if page.advice:
        lines += ["", *advice_lines(page.advice, tongue)]
    return lines


def place_line(page: Page, tongue: Tongue = ENGLISH) -> str:
    """When and where, and how far one is."""
    parts = [page.when, page.place]
    if page.kind == "decision":
        words = tongue.say("Decision {number} of about {about}")
        parts.append(words.format(number=page.number, about=page.about))
    elif page.kind == "ending":
        parts.append(tongue.say("The end"))
    return " ".join(f"{part}." for part in parts if part)


def prose_lines(paragraphs: Iterable[Paragraph]) -> Lines:
    """Paragraphs, parted by blank lines."""
    lines: Lines = []
    for paragraph in paragraphs:
        lines += ["", paragraph.text] if lines else [paragraph.text]
    return lines


def advice_lines(advice: Iterable[AdviceView], tongue: Tongue = ENGLISH) -> Lines:
    """What the advisers would do, one a paragraph."""
    rows = list(advice)
    imagined = any(row.imagined for row in rows)
    head = tongue.say("Advice, imagined and in reported speech:") if imagined else ""
    lines = [head or tongue.say("Advice:")]
    for row in rows:
        text = " ".join(paragraph.text for paragraph in row.text)
        leans = tongue.say("Leans to {number}.").format(number=row.leans[0]) if row.leans else ""
        lines += ["", f"{_speaker(row.name, text)}{text} {leans}".rstrip()]
    return lines


def _speaker(name: str, text: str) -> str:
    """Who advises, unless reported speech begins with the name itself."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    return "" if first in name.split() else f"{name}: "


def choice_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """The numbered choices; Skip first where it is offered, greyed ones last."""
    lines = [skip_line(page, tongue), ""] if page.can_skip else []
    lines += [_choice(choice) for choice in page.choices if choice.enabled]
    for choice in page.choices:
        if not choice.enabled:
            lines.append(f"{tongue.say('Not open:')} {choice.label} {choice.reason}".rstrip())
    return lines


def skip_line(page: Page, tongue: Tongue = ENGLISH) -> str:
    """Why a page may be passed over, and what passing over a decision counts as."""
    parts = [f"0. {tongue.say('Skip this page.')}", page.sensitive]
    counts = next((choice.number for choice in page.choices if choice.id == page.skip), None)
    if counts is not None:
        parts.append(tongue.say("It counts as order {number}.").format(number=counts))
    return " ".join(parts)


def _choice(choice: ChoiceView) -> str:
    return f"{choice.number}. {choice.label} {choice.detail}".rstrip()


def answer_lines(answer: Answer, tongue: Tongue = ENGLISH) -> Lines:
    """Your order, what followed, 1945, and how we know."""
    lines = [f"{tongue.say('Your order:')} {answer.order}", "", *prose_lines(answer.outcome)]
    lines += ["", tongue.say("What was done in 1945."), *_real(answer, tongue)]
    if answer.hidden:
        lines += ["", tongue.say("What he could not know:"), *prose_lines(answer.hidden)]
    lines += ["", tongue.say("How we know."), *how_lines(answer, tongue)]
    if answer.shares:
        lines += ["", share_line(answer, tongue)]
    return lines


def _real(answer: Answer, tongue: Tongue) -> Lines:
    if answer.as_in_1945:
        lines = [tongue.say("The same order was given.")]
    elif answer.real_order:
        lines = [tongue.say("The order given was: {order}").format(order=answer.real_order)]
    else:
        lines = [tongue.say("It never came to this point.")]
    return [*lines, "", *prose_lines(answer.record.text)] if answer.record else lines


def how_lines(answer: Answer, tongue: Tongue = ENGLISH) -> Lines:
    """The basis, the dispute, the conflicts, the sources."""
    lines: Lines = []
    if answer.basis_words:
        words = tongue.say("What followed your order is {basis}.")
        lines.append(words.format(basis=answer.basis_words))
    return lines + (_evidence(answer.record, tongue) if answer.record else [])


def _evidence(record: RecordView, tongue: Tongue) -> Lines:
    lines: Lines = []
    if record.dispute:
        lines += ["", tongue.say("In dispute:"), *prose_lines(record.dispute)]
    if record.conflicts:
        lines += ["", tongue.say("Where sources differ.")]
    for conflict in record.conflicts:
        lines += [f"{conflict.title}: {' '.join(p.text for p in conflict.text)}", ""]
    if record.sources:
        lines += [] if record.conflicts else [""]
        lines.append(_source_names(record.sources, tongue))
    return lines


NAMED = 4
"""Sources that are named after an order; the others are only counted there."""


def _source_names(sources: Sequence[SourceView], tongue: Tongue) -> str:
    names = [source.name for source in sources[:NAMED]]
    rest = len(sources) - len(names)
    if rest:
        names.append(tongue.count("and {n} more", "and {n} more", rest))
    return f"{tongue.say('Sources:')} {'; '.join(names)}."


def share_line(answer: Answer, tongue: Tongue = ENGLISH) -> str:
    """What an order adds to the ledger."""
    rows = [figure_line(label, tongue.number(n), unit) for label, n, unit in answer.shares]
    words = tongue.say("Added to the ledger, by the game's own reckoning. {rows}.")
    return words.format(rows="; ".join(rows))


def figure_line(label: str, figure: str, unit: str) -> str:
    """A figure behind its label; the unit is left out where the label has said it."""
    said = unit.casefold() in re.findall(r"\w+", label.casefold())
    return f"{label}: {figure}" if said else f"{label}: {figure} {unit}"


def ledger_lines(rows: Iterable[LedgerRow], tongue: Tongue = ENGLISH) -> Lines:
    """The ledger, one metric a paragraph: figure, verdict, every claim."""
    lines: Lines = []
    for row in rows:
        lines += ["", ledger_line(row, tongue)] if lines else [ledger_line(row, tongue)]
    return lines


def ledger_line(row: LedgerRow, tongue: Tongue = ENGLISH) -> str:
    """One metric in sentences."""
    parts = [f"{figure_line(row.label, row.figure, row.unit)}."]
    parts += [row.verdict] if row.final else []
    own = [f"{claim.by}, {claim.range}" for claim in row.claims if not claim.measure]
    if own:
        counts = "; ".join(own)
        parts.append(tongue.say("Counted by others: {counts}.").format(counts=counts))
    other = [f"{c.by}, {c.range} ({c.measure})" for c in row.claims if c.measure]
    if other:
        counts = "; ".join(other)
        parts.append(tongue.say("Counts of other things: {counts}.").format(counts=counts))
    return " ".join([*parts, row.gloss]).rstrip()


def fact_lines(facts: Iterable[FactView], tongue: Tongue = ENGLISH) -> Lines:
    """Facts, each with its source."""
    lines: Lines = []
    for fact in facts:
        text = " ".join(paragraph.text for paragraph in fact.text)
        basis = f"{fact.source}; {fact.origin}; {fact.confidence}"
        row = f"{text} {tongue.say('Source:')} {basis}."
        lines += ["", row] if lines else [row]
    return lines


def conflict_lines(conflict: ConflictView, tongue: Tongue = ENGLISH) -> Lines:
    """Where sources differ: who says what, and what the story shows."""
    lines = [tongue.say("Where sources differ: {title}.").format(title=conflict.title)]
    lines += [f"{by}: {says}." for by, says in conflict.readings]
    return [*lines, *([conflict.shown] if conflict.shown else [])]


def source_lines(sources: Iterable[SourceView]) -> Lines:
    """Sources, each with how far it can be trusted."""
    return [_source(source) for source in sources]


def _source(source: SourceView) -> str:
    known = source.origin.casefold() == source.name.casefold()
    name = source.name if known else f"{source.name} ({source.origin})"
    return f"{name}. {source.reliability}".rstrip()


def aside_lines(aside: AsideView, tongue: Tongue = ENGLISH) -> Lines:
    """The same hour elsewhere."""
    head = f"{aside.thread}. {aside.title}."
    when = [f"{aside.when}."] if aside.when else []
    return [" ".join([head, *when]), "", *prose_lines(aside.text)]


def report_lines(report: ReportView, tongue: Tongue = ENGLISH) -> Lines:
    """The closing report, from the ledger to the sources."""
    return [line for part in report_parts(report, tongue) for line in ("", *part)][1:]


def report_parts(report: ReportView, tongue: Tongue = ENGLISH) -> tuple[Lines, ...]:
    """The closing report in parts that can be heard one at a time."""
    say = tongue.say
    ledger = [say("The ledger."), report.counted, "", *ledger_lines(report.ledger, tongue)]
    parts = [
        [say("Closing report"), "", report.parted, "", *ledger],
        [say("Your orders and those of 1945."), *_orders(report, tongue)],
        [say("The two lines of time."), *_times(report, tongue)],
    ]
    if report.asides:
        asides = [line for aside in report.asides for line in ("", *aside_lines(aside, tongue))]
        parts.append([say("The same days elsewhere."), *asides])
    return (*parts, [say("Sources."), *source_lines(report.sources)])


def _orders(report: ReportView, tongue: Tongue) -> Iterator[str]:
    for row in report.orders:
        yield order_line(row, tongue)


def order_line(row: OrderRow, tongue: Tongue = ENGLISH) -> str:
    """One order, and what was ordered in 1945."""
    told = f"{row.number}. {row.title}: {row.order}"
    if row.parts:
        return f"{told} {tongue.say('In 1945: {order}').format(order=row.real_order)}"
    return f"{told} {tongue.say('As in 1945.')}" if row.real_order else told


def _times(report: ReportView, tongue: Tongue) -> Iterator[str]:
    if all(row.same for row in report.timeline):
        yield tongue.say("Yours and that of 1945 are the same.")
    else:
        yield tongue.say("Where nothing else is said, both have it.")
    for row in report.timeline:
        if row.same:
            yield f"{row.when}. {_stopped(row.mine)}"
        else:
            mine = f"{tongue.say('Yours:')} {_stopped(row.mine)}" if row.mine else ""
            real = f"{tongue.say('1945:')} {_stopped(row.real)}" if row.real else ""
            yield " ".join(part for part in (f"{row.when}.", mine, real) if part)


def _stopped(text: str) -> str:
    """A text with a full stop, so that a voice stops too."""
    return text if text.endswith((".", "!", "?", "\u2026")) else f"{text}."
