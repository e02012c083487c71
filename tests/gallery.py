"""Every screen in every theme and size as a picture, and contact sheets to look at them at once.

python -m tests.gallery [--out DIR] [--theme NAME] [--size 80x24] [--screen NAME] [--story DIR]
                        [--maps]

Writes DIR/THEME/SIZE/SCREEN.svg, one sheet for each theme and size
(DIR/THEME-SIZE.svg), and DIR/index.html with all of them. With --maps the
screens are the map in six situations, from both sides.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Callable, Mapping, Sequence

from game.engine import Playthrough, historical_path, options, program
from game.folders import story_folder
from game.model import Story
from game.reader import load
from game.saves import Store
from game.tui import TenDays
from game.tui.themes import THEMES
from game.view import ENGLISH, Course
from tests.pictures import tidy

SIZES = ((60, 20), (80, 24), (86, 24), (120, 40), (200, 50))
WIDE = 2400
"""Width of a contact sheet in pixels."""
GAP = 20
HEAD = 26
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Step = Callable[[TenDays], object]
Steps = tuple[Step, ...]


def on_the_road(story: Story, orders: int) -> Playthrough:
    """The first campaign on the road of 1945, after some orders."""
    campaign = next(iter(story.campaigns))
    path = list(historical_path(program(story, campaign)))
    return Playthrough.replay(story, campaign, path[:orders] if orders >= 0 else path)


def off_the_road(story: Story) -> Playthrough:
    """The first campaign to its end, by the last open choice everywhere."""
    play = Playthrough.begin(story, next(iter(story.campaigns)))
    while not play.is_over:
        play = play.take([o.id for o in options(play.position) if o.enabled][-1])
    return play


def _read(orders: int, beat: int = 0, resume: bool = False) -> Step:
    def go(app: TenDays) -> None:
        play = on_the_road(app.story, orders)
        course = (Course.resume if resume else Course.begin)(play, app.tongue)
        for _ in range(beat):
            course = course.forward()
        app.read(course)

    return go


MIDDLE = _read(2, resume=True)
END = _read(-1, resume=True)
SCREENS: dict[str, Steps] = {
    "title": (lambda app: app.open("title"),),
    "note": (lambda app: app.open("note"),),
    "commander": (lambda app: app.open("commander"),),
    "page": (_read(0),),
    "decision": (MIDDLE,),
    "marked": (MIDDLE, lambda app: app.screen.action_pick(1)),
    "answer": (_read(2),),
    "ending": (END,),
    "report": (END, lambda app: app.open_report()),
    "map": (MIDDLE, lambda app: app.open_map(app.course.page)),
    "ledger": (MIDDLE, lambda app: app.open_ledger()),
    "journal": (MIDDLE, lambda app: app.open_journal()),
    "facts": (MIDDLE, lambda app: app.open_facts()),
    "codex": (lambda app: app.open_codex(),),
    "entry": (lambda app: app.open_entry("codex", next(iter(app.story.people))),),
    "chapter": (lambda app: app.open_entry("codex", next(iter(app.story.chapters), "")),),
    "saves": (lambda app: app.open_saves(),),
    "naming": (MIDDLE, lambda app: app.open_saves(), lambda app: app.screen.action_save_as()),
    "plays": (lambda app: app.open_plays(),),
    "settings": (lambda app: app.open("settings"),),
    "help": (MIDDLE, lambda app: app.open_help(app.screen)),
    "palette": (MIDDLE, lambda app: app.screen.action_palette()),
}
"""How each screen is come to, step by step, whatever the story."""

SITUATIONS = {
    **{"eve": "m-guns", "storm": "m-storm", "pass": "m-muleng"},
    **{"hills": "m-hills", "falls": "m-tonight", "end": "m-terms"},
    **{"eve, from Yehho": "s-exercise", "storm, from Yehho": "s-posts"},
    **{"pass, from Yehho": "s-cadets", "hills, from Yehho": "s-charges"},
    **{"falls, from Yehho": "s-bridges", "end, from Yehho": "s-obey"},
}
"""Six situations of the shipped story from both sides, by their decisions."""


def maps() -> dict[str, Steps]:
    """How the map is come to in each of the situations."""
    return {f"map: {name}": _map(node) for name, node in SITUATIONS.items()}


def _map(node: str) -> Steps:
    def go(app: TenDays) -> None:
        person = "meretskov" if node.startswith("m-") else "shimizu"
        path = list(historical_path(program(app.story, person)))
        orders = next(i for i, choice in enumerate(path) if choice.startswith(f"{node}."))
        play = Playthrough.replay(app.story, person, path[:orders])
        app.read(Course.resume(play, app.tongue))

    return go, lambda app: app.open_map(app.course.page)


def kept(story: Story, folder: Path) -> Store:
    """A folder with a few games in it."""
    now = iter(NOON + timedelta(minutes=7 * n) for n in range(100))
    store = Store(folder, now=lambda: next(now))
    for play in (on_the_road(story, 3), off_the_road(story), on_the_road(story, -1)):
        store.begin()
        store.autosave(play)
    store.save(on_the_road(story, 1), "Before the bridges")
    return store


async def pictures(
    story: Story, theme: str, size: tuple[int, int], screens: Mapping[str, Steps]
) -> dict[str, str]:
    """Screens in one theme and size, as SVG."""
    made: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        app = TenDays(story, kept(story, Path(folder)), ENGLISH)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            app.theme = theme
            await pilot.pause()
            for name, steps in screens.items():
                app.open("title")
                await pilot.pause()
                for step in steps:
                    step(app)
                    await pilot.pause()
                    await pilot.pause()
                made[name] = tidy(app.export_screenshot(title=name))
                await pilot.press("escape")
    return made


def sheet(shown: dict[str, str]) -> str:
    """Pictures of one size in rows, as one SVG."""
    boxes = [re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg) for svg in shown.values()]
    wide = max(float(box[1]) for box in boxes if box)
    high = max(float(box[2]) for box in boxes if box)
    columns = max(2, round(WIDE / max(480, wide / 2)))
    scale = (WIDE / columns - GAP) / wide
    row = high * scale + GAP + HEAD
    parts: list[str] = []
    for place, (name, svg) in enumerate(shown.items()):
        x, y = place % columns * WIDE / columns + GAP / 2, place // columns * row + GAP / 2
        inner = svg[svg.index("<svg") :].replace(
            "<svg", f'<svg x="{x:.1f}" y="{y + HEAD:.1f}" width="{wide * scale:.1f}"'
            f' height="{high * scale:.1f}"', 1,
        )  # fmt: skip
        parts.append(f'<text x="{x:.1f}" y="{y + 18:.1f}" font-size="16">{name}</text>{inner}')
    tall = -(-len(shown) // columns) * row + GAP
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {tall:.0f}" width="{WIDE}">'
    )
    ground = '<rect width="100%" height="100%" fill="#888"/>'
    return f'{head}{ground}<g font-family="sans-serif">{"".join(parts)}</g></svg>\n'


def write(out: Path, theme: str, size: tuple[int, int], shown: dict[str, str]) -> Path:
    """Write pictures and their sheet; gives the sheet."""
    name = f"{size[0]}x{size[1]}"
    folder = out / theme / name
    folder.mkdir(parents=True, exist_ok=True)
    for screen, svg in shown.items():
        (folder / f"{screen}.svg").write_text(svg, "utf-8")
    path = out / f"{theme}-{name}.svg"
    path.write_text(sheet(shown), "utf-8")
    return path


def index(out: Path, sheets: Sequence[Path]) -> None:
    """Write one page with all sheets."""
    rows = "".join(f'<h2>{s.stem}</h2><img src="{s.name}" width="100%">\n' for s in sheets)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>\n'
    (out / "index.html").write_text(f"{head}{rows}</html>\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "gallery")
    parser.add_argument("--theme", action="append", choices=[t.name for t in THEMES])
    parser.add_argument("--size", action="append", help="such as 80x24")
    parser.add_argument("--screen", action="append", choices=list(SCREENS))
    parser.add_argument("--maps", action="store_true", help="the map in six situations")
    parser.add_argument("--story", type=Path, default=story_folder())
    chosen = parser.parse_args(arguments)
    sizes = [tuple(map(int, size.split("x"))) for size in chosen.size or ()] or SIZES
    story, sheets = load(chosen.story), []
    screens = {name: SCREENS[name] for name in chosen.screen or SCREENS}
    if chosen.maps:
        screens = maps()
    for theme in chosen.theme or [theme.name for theme in THEMES]:
        for size in sizes:
            shown = asyncio.run(pictures(story, theme, size, screens))
            sheets.append(write(chosen.out, theme, size, shown))
            print(sheets[-1])
    index(chosen.out, sheets)


if __name__ == "__main__":
    main()
