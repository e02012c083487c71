"""A proof in words: faults first, each with orders that show it; then endings and ranges."""

from __future__ import annotations

from fractions import Fraction
from typing import Iterator

from game.author.output import counted
from game.prove import CampaignProof, Proof
from game.prove.asserts import Ruling
from game.prove.proof import Reached
from game.prove.report import decimal, exact

VERDICTS = {
    "proved": "Proved. Every reachable state was walked, and nothing is wrong.",
    "faults": "Faults were found.",
    "incomplete": "Incomplete. Nothing wrong was found as far as the walk came.",
}
LONGEST = 24
"""Digits of a number that is still written out."""


def proof_lines(proof: Proof, seconds: float) -> Iterator[str]:
    """The proof as lines of text."""
    yield from _section("Faults", list(_faults(proof)))
    for campaign in proof.campaigns:
        yield from _section(f"Endings of {campaign.id}", list(_endings(campaign)))
        yield from _section(f"Ranges of {campaign.id}", list(_ranges(campaign)))
    states = sum(campaign.states for campaign in proof.campaigns)
    moves = sum(campaign.transitions for campaign in proof.campaigns)
    yield from _limits(proof)
    yield VERDICTS[proof.verdict]
    yield f"{counted(states, 'state')}, {counted(moves, 'transition')}, {seconds:.2f} s."


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"  {line}" for line in lines)
        yield ""


def _faults(proof: Proof) -> Iterator[str]:
    for campaign in proof.campaigns:
        yield from _campaign_faults(campaign)
    for ruling in proof.asserts:
        if ruling.holds is False:
            yield ruled(ruling)
            yield from _witness(ruling.witness)
    yield from _gaps(proof)


def ruled(ruling: Ruling) -> str:
    """How an assert stands, with what its author says it is for."""
    stands = "could not be decided" if ruling.holds is None else "does not hold"
    return f"The assert {ruling.id} {stands}" + (f": {ruling.say}" if ruling.say else ".")


def _campaign_faults(campaign: CampaignProof) -> Iterator[str]:
    for stop in campaign.deadlocks:
        yield f"{stop.node} can leave the player with no way on."
        yield from _witness(stop.witness)
    for loop in campaign.traps:
        yield f"There is no way out of {', '.join(loop.nodes)}."
        yield from _witness(loop.witness)
    for step in campaign.time:
        yield f"Time runs back from {step.before} to {step.after}."
        yield from _witness(step.witness)
    for overrun in campaign.overflows:
        yield f"The variable {overrun.id} leaves its bounds."
        yield from _witness(overrun.witness)
    for overrun in campaign.cycles:
        yield f"A loop changes the metric {overrun.id}, so there is no end to it."
        yield from _witness(overrun.witness)


def _gaps(proof: Proof) -> Iterator[str]:
    """What is never met. What follows from a node that is never reached is not said again."""
    gaps = proof.gaps
    lost = set(gaps.nodes) | set(gaps.choices)
    yield from (f"{id} is never reached." for id in gaps.nodes)
    for order in gaps.choices:
        if order.split(".")[0] not in lost:
            yield f"The choice {order} can never be taken."
    for key in gaps.passages:
        parts = key.split(".")
        if parts[0] not in lost and ".".join(parts[:2]) not in lost:
            yield f"The passage {key} is never shown."
    for key, answer in gaps.conditions:
        yield f"The condition {key} is always {str(answer).lower()}."
    yield from (f"The fallback of {id} is never needed." for id in gaps.fallbacks)


def _witness(orders: list[str] | None) -> Iterator[str]:
    """Orders as `replay` reads them, one a line."""
    if orders is not None:
        yield from (f"    {order}" for order in orders or ["(at once)"])


def _endings(campaign: CampaignProof) -> Iterator[str]:
    wide = max((len(ending.id) for ending in campaign.endings), default=0)
    for ending in campaign.endings:
        yield f"{ending.id:<{wide}}  {_chance(ending)}  {_paths(ending)}  {_shortest(ending)}"


def _chance(ending: Reached) -> str:
    if ending.chance is None:
        return "chance not worked out"
    share = f"{float(ending.chance):8.4%}"
    found = exact(ending.chance)
    short = isinstance(ending.chance, Fraction) and found and len(found) <= LONGEST
    return f"{share} ({found})" if short else share


def _paths(ending: Reached) -> str:
    if ending.paths is None:
        return "endlessly many paths"
    digits = decimal(ending.paths)
    if len(digits) > LONGEST:
        return f"about {digits[0]}.{digits[1:3]}e{len(digits) - 1} paths"
    return "1 path" if digits == "1" else f"{digits} paths"


def _shortest(ending: Reached) -> str:
    if ending.shortest is None:
        return "never reached"
    return f"{counted(len(ending.shortest), 'order')} at least"


def _ranges(campaign: CampaignProof) -> Iterator[str]:
    for id, found in campaign.variables.items():
        bound = "  (bounds as declared)" if found.bound else ""
        yield f"{id}: {_value(found.min)} to {_value(found.max)}{bound}"
    for id, account in campaign.ledger.items():
        low = "no end" if account.total.min is None else str(account.total.min)
        high = "no end" if account.total.max is None else str(account.total.max)
        real = "" if account.history is None else f", on the historical path {account.history}"
        yield f"{id}: {low} to {high}{real}"


def _value(value: int | bool | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _limits(proof: Proof) -> Iterator[str]:
    for campaign in proof.campaigns:
        if campaign.limit is not None:
            option = {"states": "--max-states", "seconds": "--max-seconds"}[campaign.limit]
            yield (
                f"{campaign.id}: stopped after {counted(campaign.states, 'state')} and "
                f"{counted(len(campaign.met.nodes), 'node')}; give a greater {option} to go on."
            )
