"""`author preview`: the game on the story that is being written.

The one place in `author` that runs the screens of the game.
"""

from game.author.preview.command import add, run

__all__ = ["add", "run"]
