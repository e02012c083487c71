"""The themes: contrast by computation, and meaning without colour."""

from __future__ import annotations

from typing import Iterator

import pytest
from textual.color import Color

from game.tui import TenDays, themes
from tests.tui.driving import playing, press, rows, shipped, small, text

READ = ("ink", "strong", "muted", "soviet", "japanese", "neutral")


def contrast(a: str, b: str) -> float:
    """The contrast of two colours as WCAG counts it."""
    lights = sorted((_light(Color.parse(a)), _light(Color.parse(b))), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    line = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


@pytest.mark.parametrize("ink", READ)
@pytest.mark.parametrize("ground", ["ground", "raised"])
@pytest.mark.parametrize(
    "theme, least", [(themes.DARK, 4.5), (themes.LIGHT, 4.5), (themes.HIGH_CONTRAST, 7.0)]
)
def test_what_is_read_stands_out(theme, least, ink, ground) -> None:
    assert contrast(theme.variables[ink], theme.variables[ground]) >= least


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
async def test_a_decision_reads_the_same_in_every_theme(theme) -> None:
    keys = ["enter", "enter", "1"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        before = rows(app)
        app.theme = theme.name
        await pilot.pause()
        assert rows(app) == before
        await press(pilot, "1")
        assert "They cross." in text(app)


async def test_each_side_has_its_accent() -> None:
    async with playing(small()) as (app, pilot):
        assert app.get_css_variables()["side"] == themes.DARK.variables["neutral"]
        app.begin("one")
        assert app.get_css_variables()["side"] == themes.DARK.variables["soviet"]
        app.begin("two")
        await pilot.pause()
        assert app.get_css_variables()["side"] == themes.DARK.variables["japanese"]


@pytest.mark.parametrize(
    "environ, name",
    [
        ({}, "dark"),
        ({"TERM": "xterm-256color"}, "dark"),
        ({"TERM": "linux"}, "console"),
        ({"TERM": "linux", "TEXTUAL_THEME": "light"}, "light"),
        ({"TEXTUAL_THEME": "nord"}, "dark"),
    ],
)
def test_the_first_theme_fits_the_terminal(environ, name) -> None:
    assert themes.first_theme(environ) == name


IN_GAME = ("enter", "tab", "escape", "space", "1", "m", "escape", "l", "escape", "f", "escape")
LATER = ("1", "tab", "f", "escape", "space", "space", "2", "space", "space", "1", "1", "space")
MORE = ("space", "space", "c", "slash", "x", "escape", "escape", "s", "a", "x", "escape", "escape")
KEYS = (*IN_GAME, *LATER, *MORE, "n", "escape", "question_mark", "escape", "o", "escape", "p")
"""A way through a game that sees every screen."""


def pairs(app: TenDays) -> Iterator[tuple[str, str, str]]:
    """Every colour with the one behind it, wherever anything is written, and what is."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                front, behind = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
                yield (
                    (behind, front, segment.text)
                    if style.reverse
                    else (
                        front,
                        behind,
                        segment.text,
                    )
                )


@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
async def test_high_contrast_is_so_wherever_anything_is_written(size) -> None:
    weak: dict[str, float] = {}
    async with playing(shipped(), size=size, campaign=None) as (app, pilot):
        app.theme = themes.HIGH_CONTRAST.name
        await pilot.pause()
        seen = set()
        for keys in ((), ("o", "escape"), ("c", "slash", "a"), ("escape", "escape")):
            await press(pilot, *keys)
            seen |= set(pairs(app))
        app.begin(next(iter(app.story.campaigns)))
        await pilot.pause()
        for key in KEYS:
            await press(pilot, key)
            seen |= set(pairs(app))
    assert len(seen) > 100
    for ink, ground, words in seen:
        if contrast(ink, ground) < 7:
            weak[words] = round(contrast(ink, ground), 1)
    assert weak == {}


async def test_without_colour_the_same_is_read(monkeypatch) -> None:
    keys = ["enter", "enter", "1"]
    async with playing(small(), campaign="one", keys=keys) as (app, _):
        coloured = rows(app)
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(small(), campaign="one", keys=keys) as (app, _):
        assert rows(app) == coloured
        assert len({ink for ink, _, _ in pairs(app)}) > 1
        for ink, ground, _ in pairs(app):
            red, green, blue = Color.parse(ink).rgb
            assert red == green == blue, (ink, ground)
