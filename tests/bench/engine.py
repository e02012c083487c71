"""Choices a second, text and labels included, beside three players of ink."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Callable, Iterator

from game.engine import start, step
from game.model import Story
from game.reader import load
from game.view import reading
from tests.bench import ink_story
from tests.bench.made import picks, plan, write_story
from tests.bench.measure import Row, Times, ratio, say, side_by_side

CHOICES = 20_000
ROUNDS = 7
GOAL = 2.0
HERE = Path(__file__).parent

Seen = list[tuple[str, list[str]]]
Player = Callable[[list[int], Seen | None], None]


def engine() -> Iterator[Row]:
    """Ours against inkcpp-py; bink and inkjs beside it where they are installed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = load(write_story(folder / "story", plan(ink_story.NODES)))
        compiled = folder / "story.json"
        compiled.write_text(ink_story.compiled(), encoding="utf-8")
        yield from _rows(story, compiled)


def _rows(story: Story, compiled: Path) -> Iterator[Row]:
    ours: Player = partial(play_ours, story)
    peers: dict[str, Player] = {
        peer: partial(play, compiled)
        for peer, (module, play) in INK_PLAYERS.items()
        if find_spec(module) is not None
    }
    for peer, play in peers.items():
        _agree(ours, play, peer)
    orders = picks(CHOICES)
    works: list[Callable[[], object]] = [
        partial(player, orders, None) for player in (ours, *peers.values())
    ]
    times = side_by_side(works, ROUNDS)
    first = times.pop(0)
    for peer, theirs in zip(peers, times, strict=True):
        yield _row(first, peer, theirs, GOAL if peer == "inkcpp-py" else None)
    if "inkcpp-py" not in peers:
        yield _row(first, "inkcpp-py", None, GOAL)
    in_node = _inkjs(compiled, orders)
    if in_node is not None:
        yield _row(first, "inkjs", in_node, None)


def _row(ours: Times, peer: str, theirs: Times | None, goal: float | None) -> Row:
    rate, usual = CHOICES / ours.best, CHOICES / ours.median
    name = "engine" if goal else f"engine beside {peer}"
    if theirs is None:
        note = f"{peer} is not installed"
        return Row(name, rate, usual, "choices/s", peer, goal=goal, note=note)
    faster = 1 / ratio(ours, theirs)
    met = faster >= goal if goal else None
    return Row(name, rate, usual, "choices/s", peer, CHOICES / theirs.best, faster, goal, met)


def play_ours(story: Story, orders: list[int], seen: Seen | None = None) -> None:
    """The story through the public interface."""
    position = start(story, "all")
    for pick in orders:
        page = reading(position)
        if seen is not None:
            seen.append((page.text, [label for _, label, _ in page.options]))
        position = step(position, page.options[pick % len(page.options)][0])


def play_inkcpp(compiled: Path, orders: list[int], seen: Seen | None = None) -> None:
    """The story in inkcpp."""
    import inkcpp_py  # type: ignore[import-not-found,unused-ignore]

    binary = compiled.with_suffix(".bin")
    if not binary.exists():
        inkcpp_py.compile_json(str(compiled), str(binary))
    story = inkcpp_py.Story.from_file(str(binary))  # must outlive its runner
    runner = story.new_runner()
    for pick in orders:
        text = runner.getall()
        labels = [runner.get_choice(i).text() for i in range(runner.num_choices())]
        if seen is not None:
            seen.append((text.strip(), labels))
        runner.choose(pick % len(labels))


def play_bink(compiled: Path, orders: list[int], seen: Seen | None = None) -> None:
    """The story in bink."""
    from bink.story import Story as Ink  # type: ignore[import-untyped,import-not-found,unused-ignore]

    story = Ink(compiled.read_text(encoding="utf-8"))
    for pick in orders:
        text = story.continue_maximally()
        labels = list(story.get_current_choices())
        if seen is not None:
            seen.append((text.strip(), labels))
        story.choose_choice_index(pick % len(labels))


def _agree(ours: Player, theirs: Player, peer: str) -> None:
    """Make sure that both tell the same story before they are timed."""
    mine: Seen = []
    other: Seen = []
    ours(picks(300), mine)
    theirs(picks(300), other)
    if mine != other:
        place = next(i for i, page in enumerate(mine) if page != other[i])
        raise ValueError(f"{peer} says at choice {place}: {other[place]}, and not {mine[place]}")


INK_PLAYERS: dict[str, tuple[str, Callable[..., None]]] = {
    "inkcpp-py": ("inkcpp_py", play_inkcpp),
    "bink": ("bink", play_bink),
}
"""Players of ink in Python: the module to look for, and how to play."""


def _inkjs(compiled: Path, orders: list[int]) -> Times | None:
    node, folder = shutil.which("node"), _inkjs_folder()
    if node is None or folder is None:
        say("engine: inkjs is not installed (npm install --prefix build inkjs@2.4.0)")
        return None
    chosen = compiled.with_name("picks.json")
    chosen.write_text(json.dumps(orders), encoding="utf-8")
    command = [node, str(HERE / "ink" / "play.js"), str(folder), str(compiled), str(chosen)]
    done = subprocess.run([*command, str(ROUNDS)], capture_output=True, text=True, check=True)
    return Times(tuple(json.loads(done.stdout)))


def _inkjs_folder() -> Path | None:
    places = [Path("build/node_modules"), Path("node_modules")]
    places += [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    return next((p / "inkjs" for p in places if (p / "inkjs").is_dir()), None)
