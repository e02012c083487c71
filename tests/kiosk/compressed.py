"""Hours of visits in minutes: a bot at the app itself, on a clock that it moves."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from game.kiosk.app import KioskApp
from game.kiosk.clock import FakeClock
from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.kiosk.visits import Visits
from tests.kiosk.playing import At, shipped
from tests.kiosk.whole import counted, rss

STEP = 1.0
"""Seconds of the bot's clock between two looks of the kiosk at it."""


class Visitor:
    """Makes visits as people do: reads, orders, turns back, changes modes, goes away."""

    def __init__(self, at: At, chance: random.Random) -> None:
        self.at, self.chance = at, chance
        self.ended: Counter[str] = Counter()

    async def pass_time(self, seconds: float) -> None:
        end = self.at.clock.monotonic() + seconds
        while self.at.clock.monotonic() < end:
            await self.tick()

    async def tick(self) -> None:
        """Let the kiosk look at the clock, and draw."""
        self.at.clock.advance(STEP)
        self.at.app._tick()
        await asyncio.sleep(0)

    async def visit(self) -> None:
        """One visit, to its end or to the idle reset."""
        await self.at.press(self.chance.choice(["space", "x", "enter", "f5"]))
        leaves_at = self.chance.randint(0, 20) if self.chance.random() < 0.3 else 999
        for step in range(200):
            if step >= leaves_at:
                break
            await self.pass_time(self.chance.uniform(2, 25))
            if self.at.shown == "warning":
                await self.at.press("space")
            if self.at.shown == "attract":
                break
            if await self.tap_something():
                return
        while self.at.shown != "attract":
            await self.tick()
        self.end("idle")

    async def tap_something(self) -> bool:
        """Tap one of the buttons; says whether that ended the visit."""
        buttons = [spot.button for spot in self.at.app.picture.spots if spot.button.enabled]
        likely = [b for b in buttons if not b.id.startswith(("mode", "back", "again", "language"))]
        if not buttons:
            return False
        if any(b.id == "length:full" for b in likely) and self.chance.random() < 0.8:
            likely = [b for b in likely if b.id != "length:full"]
        pool = likely if likely and self.chance.random() < 0.9 else buttons
        button = self.chance.choice(pool)
        before = self.at.desk.visit
        await self.at.tap(button.id)
        if button.id.startswith("longer"):
            self.end("finished")
        if self.at.shown == "attract" and before.where != "attract":
            finished = before.where == "story" and before.scene in ("ending", "beside")
            self.end("finished" if finished else "restart")
            return True
        return False

    def end(self, how: str) -> None:
        self.ended[how] += 1


def noted(visits: Visits) -> list[str]:
    """The campaigns that are begun from now on."""
    begin, begun = visits.begin, list[str]()

    def counted_begin(*words: Any, **more: Any) -> Any:
        begun.append(str(words))
        return begin(*words, **more)

    visits.begin = counted_begin  # type: ignore[method-assign]
    return begun


async def _run(hours: float, seed: int, out: Path) -> dict[str, Any]:
    chance, begun = random.Random(seed), time.monotonic()
    file = out / "compressed.sqlite"
    file.unlink(missing_ok=True)
    story, clock = shipped(), FakeClock()
    untallied = [id for id, node in story.nodes.items() if not node.tally]
    visits = Visits.open(file, clock, "soak", "shipped", 20, untallied)
    campaigns = noted(visits)
    app = KioskApp(Desk(story, Config(), clock, visits))
    async with app.run_test(size=(86, 24)) as pilot:
        await pilot.pause()
        at = At(app, pilot, clock)
        visitor, start, memory = Visitor(at, chance), at.clock.monotonic(), []
        while (gone := at.clock.monotonic() - start) < hours * 3600:
            await visitor.pass_time(chance.expovariate(1 / 40))
            await visitor.visit()
            assert at.desk.visit == at.desk.fresh(), "a visit left something behind"
            memory.append(
                (round(gone / 3600, 2), round(rss(os.getpid()), 1), len(gc.get_objects()))
            )
        at.desk.visits.flush(10)
        faults = at.desk.last_fault
        at.desk.visits.close()
    eighths = memory[:: max(1, len(memory) // 8)]
    return {
        "hours": hours,
        "seed": seed,
        "took_seconds": round(time.monotonic() - begun),
        "visits": dict(visitor.ended),
        "campaigns_begun": len(campaigns),
        "visits_counted": counted(file),
        "last_fault": faults,
        "hour_mb_objects": [*eighths, memory[-1]],
    }


def compressed(hours: float, seed: int, out: Path) -> dict[str, Any]:
    """So many hours of visits.

    Returns:
        How the visits ended, how many were counted, and how memory went.
    """
    return asyncio.run(_run(hours, seed, out))
