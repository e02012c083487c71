"""Pictures of the running game, for the README and the documents.

python -m tests.pictures            writes docs/pictures/*.svg
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from game.engine import Playthrough
from game.reader import load
from game.saves.folders import story_folder
from game.tui import TenDays
from game.view import ENGLISH, Course

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = (120, 40)
CELL = 12.2
"""Width of a character in the exported picture."""
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
INDENTED = re.compile(
    r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)(?=[^<])'
)

SHOTS: dict[str, tuple[tuple[str, ...], bool, tuple[str, ...]]] = {
    "decision": (("silence",), True, ("2",)),
    "answer": (("silence",), False, ()),
    "report": (("silence", "past", "north"), True, ("enter",)),
}
"""For each picture: the orders given, whether the next page is gone on to, the keys pressed."""


async def picture(choices: tuple[str, ...], resume: bool, keys: tuple[str, ...]) -> str:
    """The screen after some orders and keys, as SVG that asks nothing of a network."""
    story = load(story_folder())
    play = Playthrough.replay(story, "meretskov", choices)
    course = (Course.resume if resume else Course.begin)(play)
    app = TenDays(story, None, ENGLISH, course=course)
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        drawn = app.export_screenshot(title="Ten Days at Mutanchiang")
    drawn = FONT_FACE.sub("", drawn).replace("Fira Code", "DejaVu Sans Mono")
    return INDENTED.sub(_moved, drawn)


def _moved(found: re.Match[str]) -> str:
    """Leading blanks as a shift to the right: some programs drop them."""
    x, y, length, rest, blanks = found.groups()
    shift = blanks.count("&#160;") * CELL
    at, left = float(x) + shift, max(float(length) - shift, CELL)
    return f'x="{at:.1f}" y="{y}" textLength="{left:.1f}"{rest}>'


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, shot in SHOTS.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(*shot)), "utf-8")


if __name__ == "__main__":
    main()
