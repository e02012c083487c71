"""Shown variables and the ledger, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Position
from game.history import LedgerLine, ledger_lines
from game.history.ledger import ClaimCheck
from game.language import plural_form
from game.model import Claim, Metric, Variable
from game.tongue import ENGLISH, Tongue
from game.view.prose import Glass, value_words


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
        short: The label in few words, or an empty string.
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
    short: str = ""


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
    claims = tuple(_claim(n, check, metric, tongue) for n, check in enumerate(line.claims, 1))
    return LedgerRow(
        metric.id,
        tongue.text(f"{metric.id}.label", metric.label),
        line.value,
        tongue.number(line.value),
        unit_words(metric, line.value, tongue),
        line.inside,
        verdict(line.inside, claims, tongue) if final else tongue.say("So far."),
        claims,
        tuple(claim.by for claim in claims if final and claim.inside is False),
        tongue.text(f"{metric.id}.gloss", metric.gloss or ""),
        final,
        tongue.text(f"{metric.id}.short", metric.short or ""),
    )


def unit_words(metric: Metric, value: int, tongue: Tongue = ENGLISH) -> str:
    """A metric's unit as it stands with a number: `1 night`, `2 nights`."""
    whole = tongue.text(f"{metric.id}.unit", metric.unit)
    if not metric.units:
        return whole
    form = plural_form(tongue.language, value)
    return tongue.text(f"{metric.id}.unit.{form}", dict(metric.units).get(form, whole))


def verdict(inside: bool | None, claims: tuple[ClaimRow, ...], tongue: Tongue) -> str:
    """Whether a figure lies inside the claims, in one sentence."""
    if inside is None:
        return tongue.say("No count of this exists.")
    if not inside:
        return tongue.say("Outside every count.")
    missed = [claim.by for claim in claims if claim.inside is False]
    if not missed:
        return tongue.say("Inside the counts.")
    return tongue.say("Inside the counts, but not that of: {names}.").format(
        names="; ".join(missed)
    )


def _claim(number: int, check: ClaimCheck, metric: Metric, tongue: Tongue) -> ClaimRow:
    claim, key = check.claim, f"{metric.id}.claim.{number}"
    other = (claim.measure, claim.scope) != (metric.measure, metric.scope)
    kinds = (("measure", claim.measure), ("scope", claim.scope)) if other else ()
    about = ", ".join(tongue.text(f"{key}.{kind}", words) for kind, words in kinds if words)
    by = tongue.text(f"{key}.by", claim.by)
    return ClaimRow(by, claim_range(claim, tongue), check.inside, claim.low, claim.high, about)


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
