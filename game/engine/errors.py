"""What can go wrong while a story is played."""

from game.model import StoryError


class EngineError(StoryError):
    """A story that cannot be walked on, or an order that cannot be given."""
