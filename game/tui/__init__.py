"""The game on the screen: it draws from `game.view`, and holds no rule of the story."""

from game.tui.app import PlainRequest, TenDays, run_tui

__all__ = ["PlainRequest", "TenDays", "run_tui"]
