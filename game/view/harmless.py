"""Words that steer nothing: what a story, a save or a name may hold, made safe to print."""

from __future__ import annotations

_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160))}
_TURNING = {code: "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_SURROGATES = {code: "\ufffd" for code in range(0xD800, 0xE000)}
_SPACES = {9: " ", 10: "\n", 13: " ", 0x2028: " ", 0x2029: " "}
_SAFE = {**_CONTROLS, **_TURNING, **_SURROGATES, **_SPACES}


def harmless(text: str) -> str:
    """A text that no terminal obeys.

    Control characters, the escape character among them, become the replacement
    sign; marks that turn the direction of what follows are left out. Line ends
    stay.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SAFE)
