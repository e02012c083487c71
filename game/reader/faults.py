"""Faults as they are found, and diagnostics as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Collection

from game.language import LanguageError

Path = tuple[str | int, ...]
"""Keys and list places from the top of a file down to a value."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, not yet looked up in its file.

    Attributes:
        path: Where in the file's data it is.
        key: Whether the key is meant, and not its value.
        offset: Where inside a string value, in characters.
        line: The line, where it is known already.
    """

    code: str
    file: str
    path: Path
    message: str
    hint: str | None = None
    key: bool = False
    offset: int | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One fault, as it is shown. Lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    message: str
    hint: str | None = None

    def sentence(self) -> str:
        """The diagnostic on one line."""
        hint = f" ({self.hint})" if self.hint else ""
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.severity} {self.code}: {self.message}{hint}"


class Sink:
    """Collects faults, file by file."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.file = ""
        self._comparisons = 0

    def nearest(self, word: str, known: Collection[str], alike: float = 0.6) -> str | None:
        """The known word that is nearest, as long as there are not too many to compare."""
        self._comparisons += len(known)
        return nearest(word, known, alike) if self._comparisons < MOST_COMPARISONS else None

    def meant(
        self,
        word: str,
        known: Collection[str],
        otherwise: str | None = None,
        alike: float = 0.6,
    ) -> str | None:
        """A hint that names the nearest known word, if one is near."""
        near = self.nearest(word, known, alike)
        return f"did you mean `{near}`?" if near else otherwise

    def add(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str | None = None,
        *,
        key: bool = False,
        offset: int | None = None,
        file: str | None = None,
    ) -> None:
        """Note a fault in the file at hand, or in `file`."""
        place = self.file if file is None else file
        hint = None if hint is None else _on_one_line(hint)
        said = _on_one_line(message)
        self.faults.append(Fault(code, place, path, said, hint, key, offset))

    def language(self, fault: LanguageError, path: Path, file: str | None = None) -> None:
        """Note a fault inside an expression or text."""
        self.add(fault.code, path, fault.message, fault.hint, offset=fault.offset, file=file)


LONGEST = 400
"""Characters in one message; what a story has put into it beyond that is cut."""


MOST_COMPARISONS = 200_000
"""Words compared for hints in one run; a story with more mistakes needs no more of them."""


def _on_one_line(words: str) -> str:
    """The words without what would break the line or steer a terminal."""
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]} ..."
    return short if short.isprintable() else "".join(c if c.isprintable() else "?" for c in short)


def nearest(word: str, known: Collection[str], alike: float = 0.6) -> str | None:
    """The known word that is nearest, if one is near."""
    near = get_close_matches(word[:80], known, n=1, cutoff=alike)
    near = near or get_close_matches(word[:80].lower(), known, n=1, cutoff=alike)
    return near[0] if near else None


def meant(word: str, known: Collection[str], otherwise: str | None = None) -> str | None:
    """A hint that names the nearest known word, if one is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def severity(code: str) -> str:
    """`error` or `warning`, by the code's first letter."""
    return "warning" if code.startswith("W") else "error"
