"""What drawing kept is let go of between pages and between visits."""

from __future__ import annotations

import gc
import weakref
from typing import Iterator

import pytest
from rich.cells import cached_cell_len
from textual.strip import Strip

from game.kiosk.stage.setting import set_block
from game.kiosk.tidying import after_visit, drawn_lately
from tests.kiosk.playing import at_the_kiosk, text
from tests.kiosk.test_visit import SHORT


class Ring:
    """Something that holds itself, as what Textual leaves does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def nobody_collects() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_the_greedy_tables_of_the_libraries_are_known() -> None:
    known = drawn_lately()
    assert {set_block, cached_cell_len, vars(Strip)["render_ansi"].__func__} <= set(known)
    assert all(each.cache_parameters()["maxsize"] for each in known)


def test_after_a_visit_they_are_empty() -> None:
    cached_cell_len("some words")
    after_visit()
    assert not any(each.cache_info().currsize for each in drawn_lately())


@pytest.mark.usefixtures("nobody_collects")
async def test_a_page_that_was_turned_leaves_nothing_behind() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.wait(1)
        left = weakref.ref(Ring())
        await at.wait(1)
        assert left() is not None, "the page is the same"
        await at.press("2")
        await at.wait(1)
        assert left() is None


async def test_a_visit_after_all_is_let_go_of_is_drawn_as_the_first_was() -> None:
    async with at_the_kiosk() as at:
        await at.tap_at(40, 12)
        first = text(at.app)
        await at.take(*SHORT, "beside", "finish")
        await at.wait(1)
        await at.tap_at(40, 12)
        assert text(at.app) == first
