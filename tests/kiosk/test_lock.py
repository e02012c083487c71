"""Nothing that a visitor does ends the kiosk, opens anything, or reaches Textual's own commands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from game.kiosk.clock import FakeClock
from game.kiosk.desk import Desk
from game.kiosk.stage.stage import Stage
from tests.kiosk.playing import at_the_kiosk, shipped
from tests.kiosk.test_visit import SHORT

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEYS = (
    *(f"ctrl+{letter}" for letter in LETTERS),
    *(f"alt+{letter}" for letter in LETTERS),
    *(f"f{n}" for n in range(1, 25)),
    *(f"ctrl+{name}" for name in ("left", "right", "home", "end", "delete", "backslash", "@")),
    *("tab", "shift+tab", "home", "end", "pageup", "pagedown", "insert", "delete", "question_mark"),
)
"""Keys that do something in other programs."""


@pytest.mark.parametrize("ways", [(), SHORT[:2], SHORT[:3], (*SHORT, "beside")])
async def test_no_key_ends_it_or_opens_anything(
    ways: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    async with at_the_kiosk() as at:
        for name in ("exit", "push_screen", "deliver_screenshot", "notify", "suspend"):
            monkeypatch.setattr(at.app, name, lambda *_, name=name, **__: opened.append(name))
        await at.press("x")
        await at.take(*ways)
        before, theme = at.desk.visit.course, at.app.theme
        for key in KEYS:
            at.clock.advance(1)
            await at.pilot.press(key)
        await at.pilot.pause()
        assert opened == []
        assert at.app.is_running
        assert isinstance(at.app.screen, Stage)
        assert (at.desk.visit.course, at.app.theme, at.app.focused) == (before, theme, None)


async def test_pastes_scrolls_drags_and_hovers_do_nothing() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.take(*SHORT[:2])
        before = at.desk.visit
        at.app.post_message(events.Paste("1\n1\n[@click=app.quit]q[/]"))
        for kind in (events.MouseMove, events.MouseScrollDown, events.MouseScrollUp):
            at.app.post_message(kind(None, 40, 14, 1, 1, 1, False, False, False, 40, 14, None))
        for kind, y in ((events.MouseDown, 12), (events.MouseMove, 15), (events.MouseUp, 18)):
            at.app.post_message(kind(None, 40, y, 0, 0, 1, False, False, False, 40, y, None))
        await at.pilot.pause()
        assert at.desk.visit == before
        assert at.app.screen.get_selected_text() is None


async def test_no_action_can_be_asked_for() -> None:
    async with at_the_kiosk() as at:
        for action in ("app.quit", "screen.dismiss", "app.suspend_process", "app.command_palette",
                       "screen.minimize", "app.toggle_dark", "app.screenshot", "app.bell"):  # fmt: skip
            await at.app.run_action(action)
            await at.app.run_action(action, at.app.screen)
        await at.pilot.pause()
        assert at.app.is_running
        assert isinstance(at.app.screen, Stage)
        assert at.app._bindings.key_to_bindings == {}
        assert at.app.screen._bindings.key_to_bindings == {}


@pytest.mark.parametrize("size", [(1, 1), (4, 2), (20, 5), (40, 10), (300, 90), (86, 24)])
async def test_every_size_can_be_drawn(size: tuple[int, int]) -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        for id in (*SHORT, "beside"):
            await at.pilot.resize_terminal(*size)
            await at.pilot.pause()
            assert at.app.desk.last_fault == ""
            await at.pilot.resize_terminal(86, 24)
            await at.tap(id)
        assert at.shown == "beside"


@settings(max_examples=100)
@given(st.lists(st.text(min_size=1, max_size=12), max_size=30))
def test_keys_of_any_name_are_taken_calmly(keys: list[str]) -> None:
    clock = FakeClock()
    desk = Desk(shipped(), None, clock)
    for key in keys:
        clock.advance(1)
        assert desk.key(key) in ("", key)
        desk.tick()
    assert desk.state in ("attract", "visit", "warning")
