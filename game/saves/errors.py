"""A save that cannot be used."""

from game.model import StoryError


class SaveError(StoryError):
    """A save or code that cannot be read. One plain sentence says why."""


class NewerSave(SaveError):
    """A save of a format that only a later version of the game knows."""
