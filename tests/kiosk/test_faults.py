"""A fault in any screen leads back to the attract loop, and never to a traceback."""

from __future__ import annotations

import asyncio
from typing import Any, Callable

import pytest

import game.kiosk.desk as desk_module
from game.kiosk.app import BROKEN, KioskApp
from game.kiosk.stage.canvas import Canvas
from tests.kiosk.playing import At, at_the_kiosk, text
from tests.kiosk.test_visit import SHORT

WAYS: dict[str, tuple[str, ...]] = {
    "first": (),
    "page": SHORT[:1],
    "decision": SHORT[:2],
    "answer": SHORT[:3],
    "gate": SHORT[:6],
    "asking": (*SHORT[:2], "again"),
    "ending": SHORT,
    "beside": (*SHORT, "beside"),
}
"""What is tapped to come to each screen."""

PATIENCE = 2000
"""Looks at the app before a test gives up waiting for it to end."""


class Logged(list[dict[str, Any]]):
    """A log in memory."""

    def __call__(self, event: str, **facts: object) -> None:
        self.append({"event": event, **facts})


def _broken(name: str) -> Callable[[str], Any]:
    """The screens, one of which fails."""
    whole = desk_module.screen

    def fail(desk: object) -> Any:
        raise ZeroDivisionError("injected")

    return lambda wanted: fail if wanted == name else whole(wanted)


async def _back_in_attract(at: At) -> bool:
    """Within ten seconds."""
    for _ in range(20):
        await at.wait(0.5)
        await at.pilot.pause(0.02)
        if at.shown == "attract":
            break
    return at.shown == "attract" and at.desk.visit == at.desk.fresh()


@pytest.mark.parametrize("name", sorted({*WAYS} - {"first"}))
async def test_a_screen_that_fails_leads_back(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log = Logged()
    async with at_the_kiosk(log=log) as at:
        await at.press("x")
        *ways, last = WAYS[name]
        await at.take(*ways)
        monkeypatch.setattr(desk_module, "screen", _broken(name))
        await at.tap(last)
        assert at.shown == "fault"
        assert "ZeroDivisionError" not in text(at.app)
        assert [each["where"] for each in log if each["event"] == "fault"] == [name]
        assert await _back_in_attract(at)
        monkeypatch.undo()
        await at.press("x", "1")
        assert at.shown == "page"


@pytest.mark.parametrize("name", ["pin", "menu", "pattern", "paused", "warning"])
async def test_a_screen_over_the_others_that_fails_leads_back(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.take(*SHORT[:2])
        monkeypatch.setattr(desk_module, "screen", _broken(name))
        if name == "warning":
            await at.wait(60)
        elif name == "paused":
            at.desk.staff.paused = True
        else:
            monkeypatch.setattr(at.desk.staff, "at", name)
        at.app.redraw()
        await at.pilot.pause()
        if name == "paused":
            at.desk.staff.paused = False  # or it would fail for as long as it is paused
        assert await _back_in_attract(at)


@pytest.mark.parametrize("where", ["pick", "key", "tapped", "tick"])
async def test_an_input_that_fails_leads_back(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.take(*SHORT[:2])

        def fail(*_: object) -> None:
            raise ZeroDivisionError("injected")

        monkeypatch.setattr(at.desk, where, fail)
        if where == "tick":
            await at.wait(1)
        elif where == "key":
            await at.press("1")
        else:
            await at.tap("order:keep")
        monkeypatch.undo()
        await at.pilot.pause()
        assert at.shown == "fault"
        assert await _back_in_attract(at)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("method", ["render_lines", "_get_style", "lay"])
async def test_a_widget_that_fails_is_replaced(
    method: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, left = Logged(), [times]
    whole = getattr(Canvas, method)

    def fail(*given: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise ZeroDivisionError("injected")
        return whole(*given)

    async with at_the_kiosk(log=log) as at:
        stage = at.app.screen
        monkeypatch.setattr(Canvas, method, fail)
        await at.press("x")
        await at.pilot.pause(0.05)
        assert await _back_in_attract(at)
        assert at.app.is_running
        assert at.app.screen is not stage or method == "lay"
        assert len(at.app.screen_stack) == 2
        assert [each["what"] for each in log] == ["ZeroDivisionError: injected"] * times
        await at.press("x", "1")
        assert "Before you begin" in text(at.app)


async def _until_it_ends(start: Callable[[At], object]) -> KioskApp:
    """Run until the app has given up; the pilot tells what the app keeps to itself."""
    kept: list[KioskApp] = []
    try:
        async with at_the_kiosk() as at:
            kept.append(at.app)
            start(at)
            for _ in range(PATIENCE):
                if at.app.return_code is not None:
                    break
                await asyncio.sleep(0.01)  # the pilot's pause would draw, and fail, by itself
    except ZeroDivisionError:
        return kept[0]
    raise AssertionError("it did not give up")


def _fail(*_: Any) -> Any:
    raise ZeroDivisionError("injected")


async def test_a_screen_that_cannot_be_drawn_at_all_ends_with_a_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def start(at: At) -> None:
        monkeypatch.setattr(Canvas, "render_lines", _fail)
        at.app.keyed("x")

    app = await _until_it_ends(start)
    assert app.return_code == BROKEN
    assert not app._exit_renderables


async def test_what_fails_again_and_again_ends_with_a_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def start(at: At) -> None:
        monkeypatch.setattr(desk_module, "screen", _broken("fault"))
        at.desk.failed(ZeroDivisionError("first"), "first")
        at.app.redraw()

    app = await _until_it_ends(start)
    assert app.return_code == BROKEN
    assert not app._exit_renderables


def test_a_fault_s_code_is_none_of_the_agreed_ones() -> None:
    from game.kiosk import codes

    known = {value for name, value in vars(codes).items() if name.isupper() and type(value) is int}
    assert BROKEN not in known
    assert KioskApp.ENABLE_COMMAND_PALETTE is False
