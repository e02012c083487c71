"""`python -m tests.export.keep`: compile the small story's ink anew and keep it.

What is kept lets the players from PyPI be tested where there is no node. It needs
inkjs (`npm install --prefix build inkjs@2.4.0`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from game.export.ink import ink
from tests.export.players import compile_ink
from tests.export.stories import steering

KEPT = Path(__file__).parent / "steering.json.gz"


def digest() -> str:
    """Of the ink that the story gives now."""
    return hashlib.sha256(ink(steering()).encode("utf-8")).hexdigest()


def kept() -> str:
    """The story as inkjs compiled it.

    Raises:
        ValueError: if what is kept was made from other ink.
    """
    found = json.loads(gzip.decompress(KEPT.read_bytes()))
    if found["source"] != digest():
        raise ValueError("the ink has changed: run python -m tests.export.keep")
    return str(found["compiled"])


def main() -> None:
    """Keep it."""
    text = json.dumps({"source": digest(), "compiled": compile_ink(ink(steering()))})
    KEPT.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main()
