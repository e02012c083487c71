"""The ledger against every claim."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Position
from game.model import Claim, Metric


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A claim beside the player's figure.

    Attributes:
        inside: Whether the figure lies in it; None for a claim of another
            measure or scope, which can only stand beside it.
    """

    claim: Claim
    inside: bool | None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One metric: the player's figure, and who counted what.

    Attributes:
        inside: Whether the figure lies between the lowest low and the highest
            high of the claims of its own measure and scope; None without one.
    """

    metric: Metric
    value: int
    inside: bool | None
    claims: tuple[ClaimCheck, ...]


def ledger_lines(position: Position) -> tuple[LedgerLine, ...]:
    """Every metric of the campaign, in the story's order."""
    metrics = position.program.story.metrics
    return tuple(_line(metrics[id], value) for id, value in position.metrics.items())


def _line(metric: Metric, value: int) -> LedgerLine:
    own = metric.own_claims()
    checks = tuple(
        ClaimCheck(claim, claim.holds(value) if claim in own else None) for claim in metric.claims
    )
    return LedgerLine(metric, value, _inside(own, value), checks)


def _inside(claims: tuple[Claim, ...], value: int) -> bool | None:
    if not claims:
        return None
    lows = [claim.low for claim in claims]
    highs = [claim.high for claim in claims]
    above = any(low is None or value >= low for low in lows)
    below = any(high is None or value <= high for high in highs)
    return above and below
