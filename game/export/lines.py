"""View data as lines of plain text, in the order in which it is best heard.

No boxes, no columns, no marks that a screen reader would spell out. A blank
line parts paragraphs; a list comes back without wrapping, one paragraph a line.
"""

from __future__ import annotations

from typing import Iterable, Iterator

from game.view import (
    ENGLISH,
    AdviceView,
    Answer,
    AsideView,
    ChoiceView,
    FactView,
    LedgerRow,
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
        lines += ["", f"{row.name}: {text} {leans}".rstrip()]
    return lines


def choice_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """The numbered choices; Skip first where it is offered, greyed ones last."""
    lines: Lines = []
    if page.can_skip:
        lines += [f"0. {tongue.say('Skip this page.')} {page.sensitive}", ""]
    lines += [_choice(choice) for choice in page.choices if choice.enabled]
    for choice in page.choices:
        if not choice.enabled:
            lines.append(f"{tongue.say('Not open:')} {choice.label} {choice.reason}")
    return lines


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
    for conflict in record.conflicts:
        words = tongue.say("Where sources differ, {title}:").format(title=conflict.title)
        lines += ["", f"{words} {' '.join(p.text for p in conflict.text)}"]
    if record.sources:
        names = "; ".join(source.name for source in record.sources)
        lines += ["", f"{tongue.say('Sources:')} {names}."]
    return lines


def share_line(answer: Answer, tongue: Tongue = ENGLISH) -> str:
    """What an order adds to the ledger."""
    rows = [f"{label}, {tongue.number(amount)} {unit}" for label, amount, unit in answer.shares]
    words = tongue.say("Added to the ledger, by the game's own reckoning: {rows}.")
    return words.format(rows="; ".join(rows))


def ledger_lines(rows: Iterable[LedgerRow], tongue: Tongue = ENGLISH) -> Lines:
    """The ledger, one metric a paragraph: figure, verdict, every claim."""
    lines: Lines = []
    for row in rows:
        lines += ["", ledger_line(row, tongue)] if lines else [ledger_line(row, tongue)]
    return lines


def ledger_line(row: LedgerRow, tongue: Tongue = ENGLISH) -> str:
    """One metric in sentences."""
    parts = [f"{row.label}: {row.figure} {row.unit}.", row.verdict]
    if row.claims:
        counts = "; ".join(
            f"{claim.by}, {claim.range}{f' ({claim.measure})' if claim.measure else ''}"
            for claim in row.claims
        )
        parts.append(tongue.say("Counted by others: {counts}.").format(counts=counts))
    return " ".join([*parts, row.gloss]).rstrip()


def fact_lines(facts: Iterable[FactView]) -> Lines:
    """Facts, each with its source."""
    lines: Lines = []
    for fact in facts:
        text = " ".join(paragraph.text for paragraph in fact.text)
        row = f"{text} ({fact.source}; {fact.origin}; {fact.confidence}.)"
        lines += ["", row] if lines else [row]
    return lines


def source_lines(sources: Iterable[SourceView]) -> Lines:
    """Sources, each with how far it can be trusted."""
    return [f"{source.name} ({source.origin}). {source.reliability}".rstrip() for source in sources]


def aside_lines(aside: AsideView, tongue: Tongue = ENGLISH) -> Lines:
    """The same hour elsewhere."""
    head = f"{aside.thread}. {aside.title}."
    when = [f"{aside.when}."] if aside.when else []
    return [" ".join([head, *when]), "", *prose_lines(aside.text)]


def report_lines(report: ReportView, tongue: Tongue = ENGLISH) -> Lines:
    """The closing report, from the ledger to the sources."""
    say = tongue.say
    lines = [say("Closing report"), "", report.parted, "", say("The ledger."), report.counted, ""]
    lines += ledger_lines(report.ledger, tongue)
    lines += ["", say("Your orders and those of 1945."), *_orders(report, tongue)]
    lines += ["", say("The two lines of time."), *_times(report, tongue)]
    for aside in report.asides:
        lines += ["", *aside_lines(aside, tongue)]
    return [*lines, "", say("Sources."), *source_lines(report.sources)]


def _orders(report: ReportView, tongue: Tongue) -> Iterator[str]:
    for row in report.orders:
        told = f"{row.number}. {row.title}: {row.order}"
        if not row.parts:
            yield f"{told} {tongue.say('As in 1945.') if row.real_order else ''}".rstrip()
        else:
            yield f"{told} {tongue.say('In 1945: {order}').format(order=row.real_order)}"


def _times(report: ReportView, tongue: Tongue) -> Iterator[str]:
    for row in report.timeline:
        if row.same:
            yield f"{row.when}. {tongue.say('Both:')} {row.mine}"
        else:
            mine = f"{tongue.say('Yours:')} {row.mine}" if row.mine else ""
            real = f"{tongue.say('1945:')} {row.real}" if row.real else ""
            yield " ".join(part for part in (f"{row.when}.", mine, real) if part)
