"""A story whose every text tries to be markup: shown as written, and nothing happens."""

from __future__ import annotations

import re
from typing import Callable

import pytest
from textual import events
from textual.pilot import Pilot

from game.engine import Playthrough
from game.saves import Store
from game.tui import TenDays
from game.tui.screens.base import Plate
from game.tui.typeset import ink
from game.tui.widgets.laid import Laid
from game.view import Course
from tests.helpers import story_from
from tests.tui.driving import SMALL, playing, text

BAD = "[@click=app.quit]Q[/] [/b] [$x @click=app.quit]R[/] [link='https://example.org']L[/]"
SIZE = (60, 20)

KEPT = ("id", "start", "person", "side", "type", "who", "post", "leans", "goto", "place")
KEPT += ("campaigns", "kind", "thread", "measure", "scope", "fact", "source", "basis")
KEPT += ("enabled_if", "words", "effects", "known", "facts", "asides", "note")


def _hostile(line: str) -> str:
    key, equals, value = line.partition(" = ")
    if not equals or key in KEPT or not re.fullmatch(r'".*"', value):
        return line
    return f'{key} = """{BAD} {value[1:-1]}"""'


def hostile() -> str:
    """The small story with hostile texts in it."""
    head = f'format = 1\nid = "hostile"\nversion = "1.0.0"\ntitle = """{BAD}"""\n'
    whole = "\n".join(_hostile(line) for line in SMALL.splitlines())
    return head + whole.replace('note = "This', f'note = "{BAD} This')


STORY = story_from(hostile())


def _read(app: TenDays, orders: tuple[str, ...], beat: int) -> None:
    play = Playthrough.replay(STORY, "one", orders)
    course = Course.begin(play, app.tongue)
    for _ in range(beat):
        course = course.forward()
    app.read(course)


def _after_reading(name: str) -> Callable[[TenDays], object]:
    def go(app: TenDays) -> None:
        _read(app, ("cross",), 0)
        getattr(app, name)()

    return go


PLACES: dict[str, Callable[[TenDays], object]] = {
    "title": lambda app: app.open("title"),
    "note": lambda app: app.new_game(),
    "commander": lambda app: app.open("commander"),
    "page": lambda app: _read(app, (), 0),
    "decision": lambda app: _read(app, (), 1),
    "gate": lambda app: _read(app, ("cross",), 1),
    "answer": lambda app: _read(app, ("wait",), 0),
    "ending": lambda app: _read(app, ("cross", "knock"), 1),
    "report": lambda app: (_read(app, ("wait", "knock"), 1), app.open_report()),
    "journal": _after_reading("open_journal"),
    "saves": _after_reading("open_saves"),
    "plays": _after_reading("open_plays"),
    "settings": _after_reading("open_settings"),
    "facts": _after_reading("open_facts"),
    "codex": _after_reading("open_codex"),
    "ledger": _after_reading("open_ledger"),
    "entry": lambda app: (_read(app, (), 0), app.open_entry("codex", "ann")),
    "source": lambda app: (_read(app, (), 0), app.open_entry("source", "book")),
    "map": lambda app: (_read(app, (), 0), app.open_map(app.course.page)),
    "help": lambda app: (_read(app, (), 0), app.open_help(app.screen)),
}
"""How each screen is come to."""


def _keep_one(app: TenDays) -> None:
    """A game is kept, so that there is something to list."""
    assert app.store is not None
    app.store.autosave(Playthrough.replay(STORY, "one", ("wait", "knock")))
    app.store.begin()


async def _to(app: TenDays, pilot: Pilot[object], place: str) -> None:
    app.open("title")
    await pilot.pause()
    PLACES[place](app)
    await pilot.pause()


@pytest.mark.slow
@pytest.mark.parametrize("place", sorted(PLACES))
async def test_every_cell_is_clicked_and_the_game_runs_on(place, tmp_path, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(TenDays, "open_url", lambda self, url, **_: opened.append(url))
    monkeypatch.setattr(TenDays, "exit", lambda self, *_, **__: opened.append("exit"))
    async with playing(STORY, SIZE, Store(tmp_path)) as (app, pilot):
        _keep_one(app)
        await _to(app, pilot, place)
        here = app.screen, app.course
        for y in range(SIZE[1]):
            for x in range(SIZE[0]):
                _click(app, x, y)
            await pilot.pause()
            assert app.is_running
            assert isinstance(app.screen, Plate)
            if (app.screen, app.course) != here:
                await _to(app, pilot, place)
                here = app.screen, app.course
        assert set(opened) == ({"exit"} if place == "title" else set())


def _click(app: TenDays, x: int, y: int) -> None:
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y, None))


def set_in(app: TenDays) -> list[str]:
    """What each widget has set, its lines joined: beside others they stand row by row."""
    laid = [one for one in app.screen.query(Laid) if one.is_on_screen]
    lines = [" ".join(line.plain for line in one.lines(one.content_size.width)) for one in laid]
    return [" ".join(said.split()) for said in lines]


@pytest.mark.parametrize("place", sorted({*PLACES} - {"settings", "help"}))
async def test_hostile_texts_are_shown_as_written(place, tmp_path) -> None:
    async with playing(STORY, (240, 60), Store(tmp_path)) as (app, pilot):
        _keep_one(app)
        await _to(app, pilot, place)
        assert BAD in text(app).replace("\u258c ", "") or any(BAD in said for said in set_in(app))


async def test_hostile_names_and_messages_do_nothing(tmp_path) -> None:
    async with playing(STORY, (168, 40), Store(tmp_path)) as (app, pilot):
        app.tell(BAD)
        await pilot.pause()
        assert BAD in text(app)


async def test_control_characters_never_reach_the_terminal() -> None:
    assert ink("a\x1b[2Jb\x07\x9bc\u202ed").plain == "a\ufffd[2Jb\ufffd\ufffdcd"
