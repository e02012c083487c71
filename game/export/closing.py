"""The closing report in lines."""

from __future__ import annotations

from typing import Iterator

from game.export.evidence import source_lines
from game.export.figures import ledger_lines
from game.export.prose_lines import Lines, prose_lines, sentence
from game.view import ENGLISH, AsideView, OrderRow, ReportView, TimeRow, Tongue


def report_lines(report: ReportView, tongue: Tongue = ENGLISH) -> Lines:
    """The closing report, from the ledger to the sources."""
    return [line for part in report_parts(report, tongue) for line in ("", *part)][1:]


def report_parts(report: ReportView, tongue: Tongue = ENGLISH) -> tuple[Lines, ...]:
    """The closing report in parts that can be heard one at a time."""
    say = tongue.say
    ledger = [say("The ledger."), report.counted, "", *ledger_lines(report.ledger, tongue)]
    parts = [
        [say("Closing report"), "", report.parted, *(["", *ledger] if report.ledger else [])],
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
        yield f"{row.when}. {sentence(row.mine) if row.same else _apart(row, tongue)}"


def _apart(row: TimeRow, tongue: Tongue) -> str:
    """What differs in the two lines; a title that both have is said once."""
    title, colon, mine = row.mine.partition(": ")
    other, _, real = row.real.partition(": ")
    if not colon or title != other:
        title, mine, real = "", row.mine, row.real
    parts = [sentence(title) if title else ""]
    parts += [f"{tongue.say('Yours:')} {sentence(mine)}" if mine else ""]
    parts += [f"{tongue.say('1945:')} {sentence(real)}" if real else ""]
    return " ".join(part for part in parts if part)


def aside_lines(aside: AsideView, tongue: Tongue = ENGLISH) -> Lines:
    """The same hour elsewhere."""
    head = f"{aside.thread}. {aside.title}."
    when = f" {sentence(aside.when)}" if aside.when else ""
    return [f"{head}{when}", "", *prose_lines(aside.text)]
