"""The game in lines: for screen readers, pipes and dumb terminals."""

from game.plain.output import Output, plainly
from game.plain.player import PlainGame, play_plain

__all__ = ["Output", "PlainGame", "plainly", "play_plain"]
