"""Where a battle stands after an order: both lines of time so far, and the figures it moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.view.answer import Answer
from game.view.course import Course
from game.view.gauges import ClaimRow, LedgerRow, ledger_rows
from game.view.strand import StrandView, strand_so_far


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands below the record of an order.

    Attributes:
        strand: Both lines up to the order, and of 1945 no more; None before the first hour.
        moved: The figures that the order added to and that others counted, with the counts
            of the very same thing; all counts are in the ledger.
    """

    strand: StrandView | None
    moved: tuple[LedgerRow, ...]


def standing(course: Course, answer: Answer) -> Standing:
    """Where the battle stands that a course reads an answer of."""
    rows = [row for row in ledger_rows(course.here, course.tongue) if row.id in answer.moved]
    return Standing(
        strand_so_far(course.play, course.scene.moment),
        tuple(replace(row, claims=counted) for row in rows if (counted := _own(row))),
    )


def _own(row: LedgerRow) -> tuple[ClaimRow, ...]:
    """The counts of what the figure itself counts."""
    return tuple(claim for claim in row.claims if claim.inside is not None)
