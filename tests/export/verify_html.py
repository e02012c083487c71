"""`python -m tests.export.verify_html [--story DIR] [--shots DIR]`: the HTML file in a browser.

Playthroughs that together take every way and show every passage are played in
headless Chromium by the file's own buttons: every text, every choice, the final
variables, ledger, code and report must be those of our engine, and nothing may
ask for a network. One is played by keys alone. Nothing is
wider than its window or smaller than a finger, and axe-core looks at every screen,
light and dark, on a phone and on a desk. Needs node, Chromium, and npm's
playwright-core and axe-core in `build/node_modules`, `node_modules` or where
NODE_PATH says.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any, Iterator, Sequence

from game.engine import Playthrough
from game.export.html import html
from game.model import Story
from game.wanted import story_of
from tests.export.players import has_node, node, npm_package
from tests.export.shown import Beat, expected, final, picks_of
from tests.export.verify import MOST, Disagreement, covering

MOST_BYTES, FIRST_PAGE = 1_500_000, 500
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SERIOUS = ("serious", "critical")


def browser() -> str | None:
    """Where Chromium is."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def can_browse() -> bool:
    """Whether there is everything that a browser's check needs."""
    return browser() is not None and has_node("playwright-core")


def browsed(
    story: Story, plays: Sequence[Playthrough], looks: Sequence[str] = (), shots: Path | None = None
) -> dict[str, Any]:
    """What Chromium shows of playthroughs of a story."""
    axe = npm_package("axe-core")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "story.html"
        file.write_text(html(story), encoding="utf-8")
        asked = {
            "file": str(file),
            "chromium": browser(),
            "plays": [
                {
                    "campaign": list(story.campaigns).index(play.program.campaign.id),
                    "picks": picks_of(play),
                }
                for play in plays
            ],
            "axe": str(axe.resolve()) if axe else None,
            "looks": list(looks),
            "shots": str(shots.resolve()) if shots else None,
        }
        answer: dict[str, Any] = node("html.js", "playwright-core", asked)
        return answer | {"file": file.as_uri(), "bytes": file.stat().st_size}


def agree(plays: Sequence[Playthrough], told: dict[str, Any]) -> int:
    """Hold what a browser showed against what we show.

    Returns:
        How many screens were compared.

    Raises:
        Disagreement: at the first screen, variable or request that differs.
    """
    _same(told["faults"], [], "faults in the browser")
    _same(sorted(set(told["requests"]) - {told["file"]}), [], "asked of a network")
    screens = 0
    for play, beats, end in zip(plays, told["told"], told["finals"], strict=True):
        ours = expected(play)
        for number, (theirs, own) in enumerate(zip(beats, ours, strict=False)):
            _same_beat(theirs, own, f"{play.choices} screen {number}")
        _same(len(beats), len(ours), f"{play.choices}: number of screens")
        _same(end, final(play), f"{play.choices} at the end")
        screens += len(ours)
    return screens


def _same_beat(theirs: Beat, ours: Beat, where: str) -> None:
    for key in ours:
        _same(theirs.get(key), ours[key], f"{where}, {key}")


def _same(theirs: object, ours: object, where: str) -> None:
    if theirs != ours:
        raise Disagreement(f"{where}\n  theirs: {theirs}\n  ours:   {ours}")


def verify(story: Story, shots: Path | None = None) -> Iterator[str]:
    """Everything about one story, one line each."""
    plays = list(islice(covering(story), MOST))
    looks = ("narrow", "phone", "desk", "wall")
    told = browsed(story, plays, looks, shots)
    yield f"html: {told['bytes']:,} bytes, first page after {told['milliseconds']:.0f} ms"
    yield f"html: {agree(plays, told)} screens of {len(plays)} playthroughs agree"
    if plays and plays[0].is_over:
        _same(
            told["keys"],
            {"end": "report", "codex": "codex", "back": "report", "final": final(plays[0])},
            "by keys",
        )
        yield "html: one playthrough by keys alone"
    if plays and plays[0].choices:
        kept, end = told["kept"], final(plays[0])
        _same([kept["before"], kept["kept"], kept["typed"]], [end] * 3, "kept, and by its code")
        _same(kept["undone"], end["orders"][:-1], "one order taken back")
        touch = {"answered": "answer", "orders": 1, "back": "title"}
        _same(told["touch"], touch, "by touch, with nothing kept")
        yield "html: kept, by its code, and by touch where nothing may be kept"
    yield f"html: asked of a network: {len(set(told['requests'])) - 1}"
    _same(told["wide"], {}, "wider than the window")
    _same(told["small"], {}, "smaller than a finger")
    _same(told["bytes"] <= MOST_BYTES, True, "size")
    found = {where: rows for where, rows in told["axe"].items() if rows}
    _same({w: r for w, r in found.items() if any(x.startswith(SERIOUS) for x in r)}, {}, "axe")
    yield f"html: axe-core on {len(told['axe'])} screens: {found or 'nothing'}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.export.verify_html", description=__doc__)
    parser.add_argument("--story", metavar="DIR", help="another story than the one shipped")
    parser.add_argument("--shots", metavar="DIR", type=Path, help="where to put pictures")
    chosen = parser.parse_args()
    try:
        for line in verify(story_of(chosen.story), chosen.shots):
            print(line, flush=True)
    except (Disagreement, RuntimeError) as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
