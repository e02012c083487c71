"""Shown variables and the ledger, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Position
from game.history import LedgerLine, ledger_lines
from game.model import Claim, Metric, Variable
from game.view.prose import Glass, value_words
from game.view.tongue import ENGLISH, Tongue


@dataclass(frozen=True, slots=True)
class Gauge:
    """A shown variable.

    Attributes:
        words: Its value in words.
        step: Which of its values it has, from 0, and
        steps: how many values there are.
    """

    id: str
    label: str
    words: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Somebody's count beside the player's figure, in words."""

    by: str
    range: str
    inside: bool | None
    low: int | None
    high: int | None
    measure: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger.

    Attributes:
        verdict: Whether the figure lies inside the claims, in words.
        outside: Whose claims of its own measure it lies outside.
        final: Whether the story has ended, so that the figure stands.
    """

    id: str
    label: str
    value: int
    figure: str
    unit: str
    inside: bool | None
    verdict: str
    claims: tuple[ClaimRow, ...]
    outside: tuple[str, ...]
    gloss: str
    final: bool = True


def gauges(position: Position, tongue: Tongue = ENGLISH) -> tuple[Gauge, ...]:
    """The campaign's shown variables."""
    glass = Glass.at(position, tongue)
    return tuple(
        _gauge(position.program.variables[id], value, glass)
        for id, value in position.variables.items()
        if position.program.variables[id].shown
    )


def _gauge(variable: Variable, value: int | bool | str, glass: Glass) -> Gauge:
    steps = {"bool": 2, "int": variable.max - variable.min + 1}
    count = steps.get(variable.kind, len(variable.values))
    if variable.kind == "enum":
        step = variable.values.index(str(value))
    else:
        step = int(value) - (variable.min if variable.kind == "int" else 0)
    label = glass.tongue.text(f"{variable.id}.label", variable.label or variable.id)
    return Gauge(variable.id, label, value_words(variable.id, value, glass), step, count)


def ledger_rows(position: Position, tongue: Tongue = ENGLISH) -> tuple[LedgerRow, ...]:
    """The ledger as it stands."""
    final = position.is_ending
    return tuple(_row(line, final, tongue) for line in ledger_lines(position))


def _row(line: LedgerLine, final: bool, tongue: Tongue) -> LedgerRow:
    metric = line.metric
    return LedgerRow(
        metric.id,
        tongue.text(f"{metric.id}.label", metric.label),
        line.value,
        tongue.number(line.value),
        tongue.text(f"{metric.id}.unit", metric.unit),
        line.inside,
        verdict(line, tongue) if final else tongue.say("So far."),
        tuple(_claim(check.claim, check.inside, metric, tongue) for check in line.claims),
        tuple(check.claim.by for check in line.claims if final and check.inside is False),
        tongue.text(f"{metric.id}.gloss", metric.gloss or ""),
        final,
    )


def verdict(line: LedgerLine, tongue: Tongue) -> str:
    """Whether a figure lies inside the claims, in one sentence."""
    if line.inside is None:
        return tongue.say("No count of this exists.")
    if not line.inside:
        return tongue.say("Outside every count.")
    missed = [check.claim.by for check in line.claims if check.inside is False]
    if not missed:
        return tongue.say("Inside the counts.")
    return tongue.say("Inside the counts, but not that of: {names}.").format(
        names="; ".join(missed)
    )


def _claim(claim: Claim, inside: bool | None, metric: Metric, tongue: Tongue) -> ClaimRow:
    other = (claim.measure, claim.scope) != (metric.measure, metric.scope)
    about = ", ".join(part for part in (claim.measure, claim.scope) if part) if other else ""
    return ClaimRow(claim.by, claim_range(claim, tongue), inside, claim.low, claim.high, about)


def claim_range(claim: Claim, tongue: Tongue) -> str:
    """A claim's range in words."""
    low, high = claim.low, claim.high
    if low is None:
        return tongue.say("up to {high}").format(high=tongue.number(high or 0))
    if high is None:
        return tongue.say("{low} or more").format(low=tongue.number(low))
    if low == high:
        return tongue.number(low)
    words = tongue.say("{low} to {high}")
    return words.format(low=tongue.number(low), high=tongue.number(high))
