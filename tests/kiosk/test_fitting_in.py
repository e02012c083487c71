"""The short way stands on one screen a page, on every path, at every size that is promised."""

from __future__ import annotations

from typing import Iterator

import pytest

from game.engine import options
from game.kiosk.clock import FakeClock
from game.kiosk.desk import Desk
from game.kiosk.stage.buttons import HEIGHT
from game.kiosk.stage.picture import Picture, compose
from game.kiosk.stage.plan import Reader
from game.kiosk.visits import Tally
from tests.kiosk.playing import shipped

SIZES = ((80, 24), (86, 24), (103, 29), (130, 37))
CAMPAIGNS = ("meretskov-short", "shimizu-short")


def every_page(campaign: str, tallied: bool) -> Iterator[Desk]:
    """The desk at every page of every path through a short campaign."""
    desk = Desk(shipped(), None, FakeClock())
    if tallied:
        desk.figures.tally = _tally  # type: ignore[method-assign]
    desk.key("x")
    desk.pick(f"commander:{campaign}")
    yield from _from_here(desk)


def _tally(node: str) -> Tally:
    choices = {choice.id: 1111 for choice in shipped().nodes[node].choices}
    return Tally(choices, choices)


def _from_here(desk: Desk) -> Iterator[Desk]:
    here = desk.visit
    yield desk
    if desk.showing == "decision":
        for option in options(here.reading.play.position):
            if option.enabled:
                desk.visit = here
                desk.pick(f"order:{option.id}")
                yield from _from_here(desk)
        return
    onward = {"gate": "read-on", "ending": "beside", "beside": ""}.get(desk.showing, "on")
    if onward:
        desk.pick(onward)
        yield from _from_here(desk)


def _picture(desk: Desk, size: tuple[int, int], large: bool = False) -> Picture:
    return compose(desk.face(), *size, Reader(large, 66, "More ({n}/{all})"), desk.visit.leaf)


@pytest.mark.parametrize("tallied", [False, True])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_every_page_of_the_short_way_fits(campaign: str, tallied: bool) -> None:
    long, met = set(), set()
    for desk in every_page(campaign, tallied):
        met.add(desk.showing)
        for size in SIZES:
            if _picture(desk, size).leaves > 1:
                long.add((size, desk.visit.node, desk.showing))
    assert long == set()
    assert met >= {"page", "decision", "answer", "ending", "beside"}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_every_button_is_large_and_whole_and_none_covers_another(
    campaign: str, large: bool
) -> None:
    for desk in every_page(campaign, False):
        for size in SIZES:
            regions = [spot.region for spot in _picture(desk, size, large).spots]
            assert all(region.height >= HEIGHT and region.width >= 3 for region in regions)
            assert all(region.right <= size[0] and region.bottom <= size[1] for region in regions)
            assert not any(
                one.overlaps(other) for n, one in enumerate(regions) for other in regions[n + 1 :]
            )


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [*SIZES, (60, 20), (40, 12), (200, 60), (3, 2)])
def test_no_line_is_wider_than_the_screen(size: tuple[int, int], large: bool) -> None:
    for desk in every_page("meretskov-short", True):
        lines = _picture(desk, size, large).lines
        assert len(lines) == size[1]
        if size[0] >= 40:
            assert max(line.cell_length for line in lines) <= size[0]


@pytest.mark.parametrize("size", SIZES)
def test_back_and_start_again_are_always_in_the_same_places(size: tuple[int, int]) -> None:
    places: dict[str, set[object]] = {}
    for desk in every_page("shimizu-short", True):
        for spot in _picture(desk, size).spots:
            if spot.button.id in ("back", "again") or spot.button.id.startswith("mode:"):
                places.setdefault(spot.button.id, set()).add(spot.region)
    assert {id: len(found) for id, found in places.items()} == dict.fromkeys(places, 1)
    assert len(places) == 5


@pytest.mark.parametrize(
    ("campaign", "large"),
    [("shimizu", False), ("meretskov", True), ("shimizu-short", True), ("meretskov-short", True)],
)
@pytest.mark.parametrize("size", SIZES)
def test_what_is_long_is_read_by_more_and_back(
    size: tuple[int, int], campaign: str, large: bool
) -> None:
    desk = Desk(shipped(), None, FakeClock())
    desk.key("x")
    if large:
        desk.pick("mode:large")
    desk.pick(f"commander:{campaign}")
    seen = set()
    for _ in range(400):
        picture = _picture(desk, size, large)
        assert picture.leaf == desk.visit.leaf
        enabled = {spot.button.id for spot in picture.spots if spot.button.enabled}
        seen.add(desk.showing)
        if desk.showing == "beside":
            break
        wanted = ("more", "read-on", "on", "beside")
        order = sorted(id for id in enabled if id.startswith("order:"))
        desk.pick(next((id for id in wanted if id in enabled), order[0] if order else "back"))
    assert "beside" in seen


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_whoever_starts_again_is_told_what_came_of_it(campaign: str) -> None:
    for desk in every_page(campaign, False):
        if desk.showing in ("page", "decision"):
            here = desk.visit
            desk.pick("again")
            for size in SIZES:
                assert _picture(desk, size).leaves == 1
            assert any(getattr(block, "name", "") == "1945" for block in desk.face().blocks)
            desk.visit = here
