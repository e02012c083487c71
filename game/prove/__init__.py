"""Exact answers about a story: every reachable state, walked and merged."""

from game.prove.explore import Limits
from game.prove.proof import CampaignProof, Proof
from game.prove.prove import prove
from game.prove.report import as_data

__all__ = ["CampaignProof", "Limits", "Proof", "as_data", "prove"]
