"""Playing the kiosk as a visitor would, on a clock that the test moves."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, AsyncIterator

from textual import events
from textual.pilot import Pilot

from game.kiosk.app import KioskApp
from game.kiosk.clock import FakeClock
from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.model import Story
from tests.tui.driving import shipped

__all__ = ["At", "Shut", "at_the_kiosk", "rows", "shipped", "text"]


class At:
    """Somebody at the kiosk, and the clock on the wall."""

    def __init__(self, app: KioskApp, pilot: Pilot[None], clock: FakeClock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock
        self.desk = app.desk

    async def wait(self, seconds: float) -> None:
        """Let time pass, and the kiosk notice it."""
        self.clock.advance(seconds)
        self.app._tick()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, a second apart."""
        for key in keys:
            self.clock.advance(1)
            await self.pilot.press(key)
            await self.pilot.pause()

    async def tap(self, id: str) -> None:
        """Tap a button in its middle, having read for three seconds."""
        self.clock.advance(3)
        spot = next(s for s in self.app.picture.spots if s.button.id == id)
        where = spot.region
        await self.tap_at(where.x + where.width // 2, where.y + where.height // 2)

    async def tap_at(self, x: int, y: int) -> None:
        """Tap a cell."""
        for kind in (events.MouseDown, events.MouseUp):
            self.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y, None))
        await self.pilot.pause()

    async def take(self, *ids: str) -> None:
        """Tap one button after the other."""
        for id in ids:
            await self.tap(id)

    @property
    def shown(self) -> str:
        """The name of the screen."""
        return self.app._face.name if self.app._face else ""


class Shut:
    """Opening hours of a museum that is shut, early on a Monday."""

    def is_open(self) -> bool:
        return False

    def may_begin(self) -> bool:
        return False

    def restart_due(self) -> bool:
        return False

    def opens(self) -> str:
        return "10:00"

    def local(self) -> datetime:
        return datetime(2026, 3, 2, 8, 45, tzinfo=UTC)


@asynccontextmanager
async def at_the_kiosk(
    story: Story | None = None,
    size: tuple[int, int] = (86, 24),
    config: Config | None = None,
    **more: Any,
) -> AsyncIterator[At]:
    """A running kiosk, in its attract loop."""
    clock = FakeClock()
    desk = Desk(story or shipped(), config, clock, **more)
    app = KioskApp(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield At(app, pilot, clock)


def rows(app: KioskApp) -> list[str]:
    """The rows of the screen as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def text(app: KioskApp) -> str:
    """The screen as text."""
    return "\n".join(rows(app))
