"""Drawing and comparing stories, as `author graph` and `author diff` do it."""

from __future__ import annotations

import io
import shutil
import tempfile
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Iterator

from game.cli import main
from tests.bench.measure import Row, timed
from tests.bench.prove import SHIPPED

ROUNDS = 3
GOAL = 3.0
"""Seconds."""


def drawing() -> Iterator[Row]:
    """Seconds to draw the shipped story, and to compare it with a version of other effects."""
    yield _row("graph", partial(_run, "graph", str(SHIPPED), "--format", "svg"), "as SVG")
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "story"
        shutil.copytree(SHIPPED, other)
        changed = sum(map(_without_an_effect, sorted(other.glob("*/*.toml"))))
        note = f"with a version that lacks {changed} effects"
        yield _row("diff", partial(_run, "diff", str(SHIPPED), str(other)), note)


def _without_an_effect(path: Path) -> bool:
    """Take the first effect out of a file; gives whether there was one."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for place, line in enumerate(lines):
        if line.startswith("effects = [") and line.endswith("]"):
            lines[place] = "effects = []"
            path.write_text("\n".join(lines), encoding="utf-8")
            return True
    return False


def _run(*words: str) -> None:
    with redirect_stdout(io.StringIO()):
        main(["author", *words])


def _row(name: str, work: partial[None], note: str) -> Row:
    times = timed(work, ROUNDS)
    share = times.median / GOAL
    best, usual = times.best * 1000, times.median * 1000
    return Row(name, best, usual, "ms", "the goal", GOAL * 1000, share, 1, share <= 1, note)
