"""Whatever has led to a page or an answer: it looks as in a game that is opened there just now."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from game.engine import Playthrough
from game.model import Story
from game.saves import Loaded, Memory
from game.settings import MEASURES, RULERS, Settings, SettingsFile
from game.tui import PlainRequest, TenDays
from game.tui.screens.reading import Reading
from game.tui.themes import THEMES
from game.view import ENGLISH, Course
from tests.ford import ford
from tests.helpers import folder_of
from tests.tui.driving import small

Driver = Pilot[PlainRequest | None]
Cells = list[tuple[str, str]]


def _order(screen: Reading, way: int) -> None:
    """Mark the first or the last choice, make its answer ready, and give the order."""
    if screen._asked and not screen.gated:
        screen.choices.mark(None)
        screen.choices.step(way)
        screen._prepare_answer()
        screen.choices.choose()


def _undo(screen: Reading) -> None:
    if len(screen.course.play.legs) > 1:
        screen.move(screen.course.undo())


def _load(screen: Reading) -> None:
    """Go on with a kept game that stands where this one does."""
    game, play = screen.game, screen.course.play
    again = Playthrough.replay(game.story, play.program.campaign.id, play.choices)
    game.resume(Loaded(again, None, ""))


def _wait(screen: Reading) -> None:
    """Let the time pass after which what follows is made ready."""
    screen._prepare()
    screen._prepare_answer()


DOINGS: dict[str, Callable[[Reading], object]] = {
    "on": Reading._go_on,
    "order": lambda screen: _order(screen, 1),
    "other order": lambda screen: _order(screen, -1),
    "back": Reading.action_back,
    "undo": _undo,
    "redo": lambda screen: screen._can_redo() and screen.action_redo(),
    "ahead": Reading.action_ahead,
    "skip": Reading.action_skip,
    "read it": lambda screen: screen.gated and screen._open_gate(),
    "whole text": lambda screen: screen._is_shortened and screen.action_whole_text(),
    "mark": lambda screen: screen._asked and screen.choices.step_round(),
    "link": Reading.action_next_link,
    "wait": _wait,
    "to the end": Reading.action_bottom,
    "begin": lambda screen: screen.game.begin(list(screen.game.story.campaigns)[-1]),
    "load": _load,
}
LEADING = ("wait", "mark", "link", "to the end")
"""What is of interest only for what comes after it."""
OFTEN = ("on", "on", "on", "wait", "wait", "order", "other order", "back", "undo")

SIZES = [(80, 24), (60, 20), (70, 24), (100, 30), (120, 40), (160, 40), (200, 50)]
SIZES += [(61, 99), (40, 10)]
SET = [
    *(("large", large) for large in (True, False)),
    *(("theme", theme.name) for theme in THEMES),
    *(("measure", measure) for measure in MEASURES),
    *(("ruler", ruler) for ruler in RULERS),
]


@dataclass(frozen=True)
class Act:
    """Something that a reader does.

    Attributes:
        doing: What, on the reading screen.
        size: Or the window is resized.
        setting: Or this is set.
        behind: Whether that happens while another screen is in front.
    """

    doing: str = ""
    size: tuple[int, int] | None = None
    setting: tuple[str, object] | None = None
    behind: bool = False


ACTS = st.one_of(
    st.sampled_from([*OFTEN, *DOINGS]).map(Act),
    st.sampled_from(OFTEN).map(Act),
    st.builds(Act, size=st.sampled_from(SIZES), behind=st.booleans()),
    st.builds(Act, setting=st.sampled_from(SET), behind=st.booleans()),
)


@dataclass(frozen=True)
class Sight:
    """What stands on the screen, and all that it may depend on."""

    course: Course
    memory: Memory
    settings: Settings
    size: tuple[int, int]
    marks: tuple[int | None, int | None]
    asked_for: tuple[object, object]
    cells: list[Cells]


async def _settled(pilot: Driver) -> None:
    for _ in range(3):
        await pilot.pause()


def _reading(app: TenDays) -> Reading:
    """The screen, brought to the front."""
    screen = app.screen if isinstance(app.screen, Reading) else app.open("reading")
    assert isinstance(screen, Reading)
    return screen


def _marks(screen: Reading) -> tuple[int | None, int | None]:
    """The marked choice and the marked link."""
    return screen.choices.marked if screen.page else None, screen.links._place()


async def _do(app: TenDays, pilot: Driver, act: Act) -> None:
    """Do it; elsewhere nothing is marked."""
    before = app.course
    if act.behind:
        app.open_settings()
        await _settled(pilot)
    if act.doing:
        DOINGS[act.doing](_reading(app))
    if act.size:
        await pilot.resize_terminal(*act.size)
    if act.setting:
        name, value = act.setting
        app.set(replace(app.settings, **{name: value}))
    await _settled(pilot)
    screen = _reading(app)
    await _settled(pilot)
    assert app.course is before or _marks(screen) == (None, None), act


def _cells(app: TenDays) -> list[Cells]:
    """Row by row: what stands there, and in which style."""
    strips = app.screen._compositor.render_strips()
    return [
        [
            ("".join(segment.text for segment in run), style)
            for style, run in groupby(strip, lambda segment: str(segment.style))
        ]
        for strip in strips
    ]


async def _seen(app: TenDays, pilot: Driver) -> list[Cells]:
    """What stands on the screen, read from its first row."""
    screen = _reading(app)
    screen.action_top()
    await _settled(pilot)
    screen.body.ruler.set(app.settings.ruler)
    screen.body.ruler.begin()
    await _settled(pilot)
    return _cells(app)


async def _sight(app: TenDays, pilot: Driver) -> Sight:
    screen, size = _reading(app), app.size
    asked_for = set(screen._read_on), screen._whole
    rest = _marks(screen), asked_for, await _seen(app, pilot)
    memory = copy(app.memory)
    memory._read = set(memory._read)
    return Sight(screen.course, memory, app.settings, (size.width, size.height), *rest)


async def _opened_there(story: Story, sight: Sight) -> list[Cells]:
    """The same in a game that is opened now."""
    file = SettingsFile(folder_of({}))
    assert file.write(sight.settings) is None
    app = TenDays(story, None, ENGLISH, settings=file)
    app.animation_level = "none"
    app.memory = sight.memory
    async with app.run_test(size=sight.size) as pilot:
        await pilot.pause()
        screen = app._shelf.screen(app, "reading")
        assert isinstance(screen, Reading)
        screen._read_on, screen._whole = sight.asked_for
        app.read(sight.course)
        await _settled(pilot)
        choice, link = sight.marks
        if choice is not None:
            screen.choices.mark(choice)
        if link is not None:
            screen.links.mark(link)
            screen.refoot()
        await _settled(pilot)
        return await _seen(app, pilot)


async def _sights(story: Story, acts: list[Act]) -> list[tuple[list[Act], Sight]]:
    """What stands on the screen while some acts are done."""
    app, sights = TenDays(story, None, ENGLISH, next(iter(story.campaigns))), []
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.after_note()
        await _settled(pilot)
        for i, act in enumerate(acts, 1):
            await _do(app, pilot, act)
            if act.doing not in LEADING or i == len(acts):
                sights.append((acts[:i], await _sight(app, pilot)))
    return sights


def _words(rows: list[Cells]) -> Iterator[str]:
    return ("".join(words for words, _ in row) for row in rows)


async def _compared(story: Story, acts: list[Act]) -> None:
    for done, sight in await _sights(story, acts):
        fresh = await _opened_there(story, sight)
        assert [*_words(sight.cells)] == [*_words(fresh)], done
        assert sight.cells == fresh, done


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows is made ready only by the act of waiting."""
    monkeypatch.setattr("game.tui.screens.reading.LEISURE", 3600)


GATED = ("on", "order", "wait", "on", "read it", "wait", "on", "other order", "wait", "on", "back")
MARKED = ("link", "wait", "on", "mark", "back", "on", "order", "link", "wait", "on", "back", "undo")
AGAIN = ("on", "wait", "order", "on", "begin", "wait", "ahead", "wait", "order", "load", "on")
BESIDE = (
    *("wait", (120, 40), "on", "mark", "wait", ("large", True), "order", "whole text", "undo"),
    *("wait", (200, 50), "other order", ("large", False), "wait", ("theme", "light"), "on"),
)
TURNED = (
    "wait",
    (60, 20),
    "on",
    (70, 24),
    "wait",
    ("measure", 60),
    (100, 30),
    ("large", True),
    ("large", False),
    "order",
    ("ruler", "line"),
    "on",
)


def _act(said: str | tuple[object, object]) -> Act:
    if isinstance(said, str):
        return Act(said)
    return Act(size=said) if said in SIZES else Act(setting=said, behind=said[0] != "theme")


@pytest.mark.parametrize(
    "story, said",
    [
        pytest.param(small(), MARKED, id="marked"),
        pytest.param(ford(), TURNED, id="turned"),
        pytest.param(small(), GATED, id="gated", marks=pytest.mark.slow),
        pytest.param(ford(), AGAIN, id="again", marks=pytest.mark.slow),
        pytest.param(ford(), BESIDE, id="beside", marks=pytest.mark.slow),
    ],
)
async def test_it_looks_as_it_would_if_it_were_opened_now(story, said) -> None:
    await _compared(story, [_act(one) for one in said])


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=st.sampled_from([small(), ford()]), acts=st.lists(ACTS, min_size=4, max_size=14))
async def test_it_looks_so_whatever_has_led_there(story: Story, acts: list[Act]) -> None:
    await _compared(story, acts)
