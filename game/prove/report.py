"""A proof as plain data, in the shape of `author prove --format json`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from game.prove.asserts import Ruling
from game.prove.proof import Account, CampaignProof, Proof, Reached
from game.prove.ranges import Range

LONGEST = 2000
"""Bits of the denominator of an exact chance; a longer one is left out."""


def as_data(proof: Proof, seconds: float) -> dict[str, Any]:
    """The proof as lists and dictionaries.

    Beyond what every proof has, `overflows` are variables that leave bounds they
    must keep, `cycles` metrics that a loop changes, `fallbacks` nodes whose
    fallback is never needed, `limits` the campaigns whose walk was stopped.
    """
    campaigns, gaps = proof.campaigns, proof.gaps
    totals = gaps.totals
    return {
        "verdict": proof.verdict,
        "seconds": round(seconds, 3),
        "states": sum(campaign.states for campaign in campaigns),
        "transitions": sum(campaign.transitions for campaign in campaigns),
        "nodes": {"total": totals["nodes"], "unreachable": gaps.nodes},
        "choices": {"total": totals["choices"], "never_taken": gaps.choices},
        "passages": {"total": totals["passages"], "never_shown": gaps.passages},
        "conditions": [{"where": key, "always": answer} for key, answer in gaps.conditions],
        "deadlocks": [_named(c, stop) for c in campaigns for stop in c.deadlocks],
        "traps": [_named(c, loop) for c in campaigns for loop in c.traps],
        "time": [
            {"campaign": c.id, "from": s.before, "to": s.after, "witness": s.witness}
            for c in campaigns
            for s in c.time
        ],
        "asserts": [_ruling(ruling) for ruling in proof.asserts],
        "endings": [_ending(c, ending) for c in campaigns for ending in c.endings],
        "variables": {
            c.id: {id: _range(found) for id, found in c.variables.items()} for c in campaigns
        },
        "ledger": {
            c.id: {id: _account(account) for id, account in c.ledger.items()} for c in campaigns
        },
        "overflows": [
            {"campaign": c.id, "variable": o.id, "witness": o.witness}
            for c in campaigns
            for o in c.overflows
        ],
        "cycles": [
            {"campaign": c.id, "metric": o.id, "witness": o.witness}
            for c in campaigns
            for o in c.cycles
        ],
        "fallbacks": gaps.fallbacks,
        "limits": [
            {"campaign": c.id, "limit": c.limit, "states": c.states}
            for c in campaigns
            if c.limit is not None
        ],
    }


def _named(campaign: CampaignProof, found: Any) -> dict[str, Any]:
    entry = {key: list(v) if isinstance(v, tuple) else v for key, v in found._asdict().items()}
    return {"campaign": campaign.id, **entry}


def _ruling(ruling: Ruling) -> dict[str, Any]:
    return {"id": ruling.id, "holds": ruling.holds, "witness": ruling.witness}


def _ending(campaign: CampaignProof, ending: Reached) -> dict[str, Any]:
    return {
        "id": ending.id,
        "campaign": campaign.id,
        "paths": "infinite" if ending.paths is None else decimal(ending.paths),
        "probability": None if ending.chance is None else float(ending.chance),
        "probability_exact": exact(ending.chance),
        "shortest": ending.shortest,
    }


def decimal(number: int) -> str:
    """A whole number of any size in digits."""
    if number.bit_length() < 10_000:
        return str(number)
    high, low = divmod(number, 10**2000)
    return decimal(high) + str(low).zfill(2000)


def exact(chance: Fraction | float | None) -> str | None:
    """A chance as `a/b`, unless it is inexact or very long."""
    if not isinstance(chance, Fraction) or chance.denominator.bit_length() > LONGEST:
        return None
    return f"{chance.numerator}/{chance.denominator}"


def _range(found: Range) -> dict[str, Any]:
    return found._asdict()


def _account(account: Account) -> dict[str, Any]:
    return {"min": account.total.min, "max": account.total.max, "history": account.history}
