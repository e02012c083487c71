"""A configuration that cannot be used."""

from __future__ import annotations

from game.misuse import Misuse


class ConfigError(Misuse):
    """What is wrong with a configuration.

    Attributes:
        sentences: One for each fault, with the file, the line, and what to do.
    """

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences
