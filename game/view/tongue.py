"""The language that a player reads. Its home is `game.tongue`, which asks for nothing else."""

from game.tongue import ENGLISH, LOCALES, N_, Tongue, tongue

__all__ = ["ENGLISH", "LOCALES", "N_", "Tongue", "tongue"]
