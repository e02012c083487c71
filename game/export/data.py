"""A playthrough as data, for programs. The keys are those of the command line's contract."""

from __future__ import annotations

from typing import Any

from game.engine import Playthrough
from game.history import LedgerLine, ledger_lines
from game.saves import code_of


def replay_data(play: Playthrough) -> dict[str, Any]:
    """Path, pages, ending, variables, ledger and code of a playthrough."""
    position = play.position
    return {
        "campaign": play.program.campaign.id,
        "path": [_order(choice) for choice in play.choices],
        "pages": [id for leg in play.legs for id in leg.position.pages],
        "ending": position.node if position.is_ending else None,
        "variables": position.variables,
        "ledger": {line.metric.id: _line(line) for line in ledger_lines(position)},
        "code": code_of(play),
    }


def _order(choice: str) -> dict[str, str]:
    node, _, id = choice.rpartition(".")
    return {"node": node, "choice": id}


def _line(line: LedgerLine) -> dict[str, Any]:
    claims = [
        {
            "by": check.claim.by,
            "low": check.claim.low,
            "high": check.claim.high,
            "fact": check.claim.fact,
            "inside": check.inside,
        }
        for check in line.claims
    ]
    return {"value": line.value, "inside": line.inside, "claims": claims}
