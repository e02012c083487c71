"""What is wrong with an expression, an effect or a text."""

from __future__ import annotations


class LanguageError(Exception):
    """One fault, with its place in the source string.

    Attributes:
        code: The diagnostic code.
        message: One plain sentence.
        offset: Where in the string it is, in characters from 0.
        hint: What to do about it, or None.
    """

    def __init__(self, code: str, message: str, offset: int = 0, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint
