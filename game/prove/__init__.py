"""Exact answers about a story: every reachable state, walked and merged."""

from game.prove.asserts import Ruling
from game.prove.explore import Limits
from game.prove.proof import CampaignProof, Proof
from game.prove.prove import decide, prove
from game.prove.report import as_data

__all__ = ["CampaignProof", "Limits", "Proof", "Ruling", "as_data", "decide", "prove"]
