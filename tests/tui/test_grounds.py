"""Widgets that are gone leave nothing in Textual's table of grounds."""

from __future__ import annotations

import gc
import inspect
import weakref
from functools import lru_cache

import pytest
from textual import _styles_cache
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.style import Style

from game.tui.grounds import NAME, keep_colours_only
from tests.tui.driving import playing, small

BASE, GROUND = Color(10, 20, 30), Color(40, 50, 60)


@lru_cache(1024)
def as_it_comes(cls: StylesCache, base: Color, ground: Color) -> tuple[Style, Style]:
    """The same as in Textual."""
    return Style(background=base + ground), Style(background=base)


def stays() -> bool:
    """Whether one that has told its grounds is kept when nobody needs it any more."""
    cache = StylesCache()
    cache.get_inner_outer(BASE, GROUND)
    left = weakref.ref(cache)
    del cache
    gc.collect()
    return left() is not None


def test_one_that_is_gone_is_kept_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StylesCache, NAME, as_it_comes)
    told = StylesCache().get_inner_outer(BASE, GROUND)
    assert stays()
    keep_colours_only()
    keep_colours_only()
    assert not stays()
    assert StylesCache().get_inner_outer(BASE, GROUND) == told


async def test_the_app_sees_to_it() -> None:
    async with playing(small()):
        assert not stays()


def test_textual_still_has_it_so() -> None:
    assert "@lru_cache(1024)\n    def get_inner_outer(\n        cls," in inspect.getsource(
        _styles_cache
    )
