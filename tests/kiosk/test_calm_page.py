"""The supervisor's own pages, in windows of any size."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.calm_page import ONE_MOMENT, RESTING, page


def shown(lines: tuple[str, ...], columns: int, rows: int, turn: int = 0) -> list[str]:
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed("x" * columns * rows + page(lines, columns, rows, turn))
    return [line.strip() for line in screen.display if line.strip()]


@pytest.mark.parametrize("columns,rows", [(86, 24), (103, 29), (160, 45), (60, 20)])
@pytest.mark.parametrize("lines", [ONE_MOMENT, RESTING])
def test_all_four_languages_stand_whole(lines: tuple[str, ...], columns: int, rows: int) -> None:
    assert shown(lines, columns, rows) == [line for line in lines if line]


@given(st.integers(1, 200), st.integers(1, 60), st.integers(0, 99))
def test_no_window_is_too_small(columns: int, rows: int, turn: int) -> None:
    assert set(shown(RESTING, columns, rows, turn)) <= set(RESTING)


def test_it_moves_so_that_nothing_burns_in() -> None:
    places = {page(RESTING, 86, 24, turn) for turn in range(6)}
    assert len(places) == 6
