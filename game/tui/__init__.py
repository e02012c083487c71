"""The game on the screen: it draws from `game.view`, and holds no rule of the story."""

from game.tui.app import TenDays, run_tui
from game.tui.doors import PlainRequest

__all__ = ["PlainRequest", "TenDays", "run_tui"]
