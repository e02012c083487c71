"""Writing to an output that may not have every character."""

from __future__ import annotations

import json
from typing import Any, TextIO


def say(out: TextIO, text: str = "") -> None:
    """Write a line. What the output cannot show, and what is no text, becomes `?`.

    Story files may hold anything, so nothing that steers a terminal is let through.
    """
    safe = "".join(c if c.isprintable() or c == "\n" else "?" for c in text)
    encoding = out.encoding or "utf-8"
    out.write(safe.encode(encoding, "replace").decode(encoding) + "\n")


def say_json(out: TextIO, value: Any) -> None:
    """Write a value as JSON, in characters that every output has."""
    out.write(json.dumps(value, indent=2) + "\n")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 error`, `2 errors`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
