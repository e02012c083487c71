"""The ink equivalent of the generated story, compiled once and kept.

`python -m tests.bench.ink_story --source` prints it in ink; `--keep FILE` keeps
what the ink compiler made of it. `ink/compile.js` tells the whole way.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from pathlib import Path

from tests.bench.made import ink_source, plan

NODES = 1000
KEPT = Path(__file__).parent / "ink" / "story.json.gz"


def source() -> str:
    """The story in ink."""
    return ink_source(plan(NODES))


def compiled() -> str:
    """The story as the ink compiler made it.

    Raises:
        ValueError: if what is kept was made from another source.
    """
    kept = json.loads(gzip.decompress(KEPT.read_bytes()))
    if kept["source"] != _digest():
        raise ValueError("the ink story that is kept is of another source; see ink/compile.js")
    return json.dumps(kept["story"], ensure_ascii=False)


def keep(made: Path) -> None:
    """Keep a compiled story, with the digest of its source."""
    story = json.loads(made.read_text(encoding="utf-8-sig"))
    text = json.dumps({"source": _digest(), "story": story}, ensure_ascii=False)
    KEPT.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _digest() -> str:
    return hashlib.sha256(source().encode("utf-8")).hexdigest()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--source", action="store_true")
    group.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    if chosen.source:
        print(source())
    else:
        keep(chosen.keep)


if __name__ == "__main__":
    main()
