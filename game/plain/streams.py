"""Standard streams made to survive whatever characters they have."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from typing import TextIO

SPELLED = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2044": "/",
    "\u00bc": " 1/4",
    "\u00bd": " 1/2",
    "\u00be": " 3/4",
    "\u00d7": "x",
    "\u00b0": " degrees",
    "\u2022": "*",
    "\u00b7": ",",
    "\u2192": "to",
    "\u2190": "from",
    "\u00a3": "GBP ",
    "\u20ac": "EUR ",
    "\u00a9": "(c)",
    "\u00c6": "Ae",
    "\u00e6": "ae",
    "\u00d8": "O",
    "\u00f8": "o",
    "\u00df": "ss",
    "\u0110": "D",
    "\u0111": "d",
    "\u0131": "i",
    "\u0141": "L",
    "\u0142": "l",
    "\u02bb": "'",
    "\u02bc": "'",
}
"""What stands for a character that a stream does not have, where Unicode has no answer."""


def plainly(fault: UnicodeError) -> tuple[str, int]:
    """A codec error handler: the nearest plain spelling, or one question mark."""
    if not isinstance(fault, UnicodeEncodeError):
        return "\ufffd", getattr(fault, "end", 1)
    lost = fault.object[fault.start : fault.end]
    said = [_spelling(char) for char in lost]
    kept = [word for i, word in enumerate(said) if word != "?" or i == 0 or said[i - 1] != "?"]
    return "".join(kept), fault.end


def _spelling(char: str) -> str:
    spelled = SPELLED.get(char)
    if spelled is not None:
        return spelled
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(SPELLED.get(part, part) for part in parts if not unicodedata.combining(part))
    return plain if plain.isascii() and (plain or unicodedata.combining(char)) else "?"


def survive(*streams: TextIO) -> None:
    """Let streams read and write what they can, and spell plainly what they cannot."""
    codecs.register_error("plainly", plainly)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainly")


def restore_missing() -> None:
    """Stand in for standard streams that were closed before the program began."""
    sys.stdin = sys.stdin or io.StringIO()
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal; a closed one is not."""
    try:
        return stream.isatty()
    except ValueError:
        return False
