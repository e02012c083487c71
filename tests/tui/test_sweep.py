"""Windows of every size, and texts in every script: nothing is cut off, what is marked stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.saves import Store
from tests.helpers import folder_of, story_from
from tests.tui import test_hostile
from tests.tui.driving import SMALL, playing
from tests.tui.reach import cut_off, marked
from tests.tui.test_hostile import KEPT, PLACES, STORY, _keep_one, _to

WIDTHS = st.one_of(st.integers(1, 300), st.sampled_from([1, 4, 59, 60, 79, 80, 119, 120, 170, 300]))
HEIGHTS = st.one_of(st.integers(1, 100), st.sampled_from([1, 3, 19, 20, 24, 31, 32, 100]))
SIZES = st.lists(st.tuples(WIDTHS, HEIGHTS), min_size=2, max_size=6)
MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SOME = [(60, 20), (300, 100), (1, 1), (119, 31), (61, 90), (300, 20)]


async def _swept(place: str, sizes: list[tuple[int, int]]) -> None:
    store = Store(folder_of({}))
    async with playing(STORY, (80, 24), store) as (app, pilot):
        _keep_one(app)
        await _to(app, pilot, place)
        before, front = marked(app), app.screen
        for size in [*sizes, (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert app.is_running
            assert app.screen is front, size
            assert marked(app) == before, size
            assert cut_off(app) == [], size


@pytest.mark.parametrize("place", sorted(PLACES))
async def test_nothing_is_cut_off_in_some_windows(place) -> None:
    await _swept(place, SOME)


@pytest.mark.long
@pytest.mark.parametrize("place", sorted(PLACES))
@MANY
@given(sizes=SIZES)
async def test_nothing_is_cut_off_in_any_window(place, sizes) -> None:
    await _swept(place, sizes)


SCRIPTS = {
    "latin": "The quick brown fox jumps over a lazy dog. ",
    "no-blanks": "Donaudampfschifffahrtsgesellschaftskapit\u00e4n",
    "chinese": "\u6ee1\u6d32\u91cc\u7684\u96e8\u4e0b\u4e86\u4e00\u591c\uff0c\u9053\u8def\u5168\u662f\u6ce5\u3002",
    "japanese": "\u7261\u4e39\u6c5f\u306e\u6a4b\u306f\u307e\u3060\u843d\u3061\u3066\u3044\u306a\u3044\u3002",
    "korean": "\ube44\uac00 \ubc24\uc0c8 \ub0b4\ub838\ub2e4. ",
    "russian": "\u0412\u0441\u044e \u043d\u043e\u0447\u044c \u0448\u0451\u043b \u0434\u043e\u0436\u0434\u044c. ",
    "arabic": "\u0647\u0637\u0644 \u0627\u0644\u0645\u0637\u0631 \u0637\u0648\u0627\u0644 \u0627\u0644\u0644\u064a\u0644. ",
    "hindi": "\u0930\u093e\u0924 \u092d\u0930 \u092c\u093e\u0930\u093f\u0936 \u0939\u0941\u0908\u0964 ",
    "thai": "\u0e1d\u0e19\u0e15\u0e01\u0e17\u0e31\u0e49\u0e07\u0e04\u0e37\u0e19",
    "combining": "Z\u0351\u036b\u0343a\u0300\u0301\u0302l\u0303\u0304g\u0305o\u0306 "
    + "e\u0301" * 30
    + " ",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ef\U0001f1f5 \u2764\ufe0f ",
    "spaces": "a\u00a0b\u2003c\u200bd\u3000e ",
}
SHORT = ("no-blanks", "chinese", "combining")
MORE = sorted(SCRIPTS.keys() - {*SHORT})
LONG = pytest.mark.long
LIMITS = {"brief": 50, "text": 250, "label": 14, "detail": 30, "outcome": 140, "hidden": 60}
"""Words of each text, as writing.md has them; all others are as long as a label."""


def _filled(key: str, script: str, times: int) -> str:
    words = LIMITS.get(key, 14) * times
    return (SCRIPTS[script] * (words * 6 // len(SCRIPTS[script]) + 1))[: words * 6].strip() or "x"


def in_script(script: str, times: int) -> str:
    """The small story with every text at its limit, times so many, in one script."""
    lines = []
    for line in SMALL.splitlines():
        key, equals, value = line.partition(" = ")
        if equals and key not in KEPT and re.fullmatch(r'".*"', value):
            line = f'{key} = """{_filled(key, script, times)}"""'
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("times", [1, pytest.param(10, marks=pytest.mark.long)])
@pytest.mark.parametrize("script", [*SHORT, *(pytest.param(s, marks=LONG) for s in MORE)])
async def test_texts_of_every_script_at_every_limit(script: str, times: int, monkeypatch) -> None:
    story = story_from(in_script(script, times))
    monkeypatch.setattr(test_hostile, "STORY", story)
    async with playing(story, (80, 24), Store(folder_of({}))) as (app, pilot):
        _keep_one(app)
        for place in sorted(PLACES):
            await _to(app, pilot, place)
            for size in ((60, 20), (131, 40), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                await pilot.pause()
                assert app.is_running
                assert cut_off(app) == [], (place, size)
