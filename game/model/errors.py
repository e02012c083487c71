"""What every fault of a story descends from."""


class StoryError(Exception):
    """Something is wrong with a story. The message is one plain sentence."""
