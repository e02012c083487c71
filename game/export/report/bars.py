"""A ledger line drawn: everyone's count as a range, your figure running through them all."""

from __future__ import annotations

from dataclasses import dataclass

from game.export.report.tags import Tag, tag
from game.view import LedgerRow
from game.view.gauges import ClaimRow

EDGE = 8
"""Room at either end, so that marks are not cut."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to a width."""

    low: int
    high: int
    width: float

    @classmethod
    def of(cls, row: LedgerRow, width: float) -> Scale:
        """The scale that holds a figure and all that was counted beside it."""
        ends = [end for claim in row.claims for end in (claim.low, claim.high) if end is not None]
        return cls(min(0, row.value, *ends), max(1, row.value, *ends), width)

    def x(self, value: int) -> float:
        """Where a number stands."""
        share = (value - self.low) / (self.high - self.low)
        return round(EDGE + share * (self.width - 2 * EDGE) * 0.92, 1)


def own_bar(row: LedgerRow, scale: Scale, y: float = 10) -> list[Tag]:
    """The whole scale as a faint line, and your figure on it."""
    return [
        tag("line", class_="axis", x1=0, x2=scale.width, y1=y, y2=y),
        tag("circle", class_="figure", cx=scale.x(row.value), cy=y, r=5),
    ]


def claim_bar(claim: ClaimRow, value: int, scale: Scale, y: float = 10) -> list[Tag]:
    """A count as a range, open where nobody gave an end, and your figure through it."""
    own = scale.x(value)
    first = 0.0 if claim.low is None else scale.x(claim.low)
    last = scale.width if claim.high is None else scale.x(claim.high)
    through = tag("line", class_="through", x1=own, x2=own, y1=y - 10, y2=y + 10)
    if claim.low is not None and claim.low == claim.high:
        return [tag("circle", class_="count", cx=first, cy=y, r=4), through]
    caps = [x for x, end in ((first, claim.low), (last, claim.high)) if end is not None]
    return [
        tag("line", class_="count", x1=first, x2=last, y1=y, y2=y),
        *(tag("line", class_="count", x1=x, x2=x, y1=y - 5, y2=y + 5) for x in caps),
        through,
    ]


def by_words(claim: ClaimRow) -> str:
    """Whose count it is, and of what, if it is of something else."""
    return f"{claim.by} ({claim.measure})" if claim.measure else claim.by
