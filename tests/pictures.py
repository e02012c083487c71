"""Pictures of the running game, for the README and the documents.

python -m tests.pictures            writes docs/pictures/*.svg
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from game.engine import Playthrough, historical_path, program
from game.folders import story_folder
from game.model import Story
from game.reader import load
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

SHOTS: dict[str, tuple[int, bool, tuple[str, ...]]] = {
    "decision": (2, True, ("2",)),
    "answer": (3, False, ()),
    "report": (-1, True, ("enter",)),
    "map": (2, True, ("m",)),
}
"""For each picture: how many orders of 1945 were given, -1 being all; whether the page after
them is shown, not the answer; the keys pressed."""


def play_of_1945(story: Story, orders: int) -> Playthrough:
    """The first campaign by the orders of 1945, so many of them."""
    campaign = next(iter(story.campaigns))
    path = historical_path(program(story, campaign))
    return Playthrough.replay(story, campaign, path if orders < 0 else path[:orders])


async def picture(orders: int, resume: bool, keys: tuple[str, ...]) -> str:
    """The screen after some orders and keys, as SVG that asks nothing of a network."""
    story = load(story_folder())
    course = (Course.resume if resume else Course.begin)(play_of_1945(story, orders))
    app = TenDays(story, None, ENGLISH, course=course)
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            await pilot.pause()
        await pilot.pause()
        drawn = app.export_screenshot(title="Ten Days at Mutanchiang")
    return tidy(drawn)


def tidy(drawn: str) -> str:
    """An exported screen as a picture that asks nothing of a network."""
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
