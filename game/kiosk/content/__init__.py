"""Stories that are replaced while the kiosk runs: checked whole, kept by generation."""

from game.kiosk.content.contents import Contents
from game.kiosk.content.generations import Generation, Generations, hash_of
from game.kiosk.content.successor import Successor, playable

__all__ = ["Contents", "Generation", "Generations", "Successor", "hash_of", "playable"]
