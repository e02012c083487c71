"""A story that cannot be read."""

from __future__ import annotations

from game.model import StoryError


class BrokenStory(StoryError):
    """The story has a fault where it was needed. One sentence says which and where."""
