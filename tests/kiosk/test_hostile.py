"""A story whose every text tries to be markup: every cell of every screen is tapped."""

from __future__ import annotations

import pytest

from game.kiosk.app import KioskApp
from game.kiosk.stage.stage import Stage
from tests.kiosk.playing import At, at_the_kiosk, text
from tests.tui.test_hostile import BAD, STORY

SIZE = (60, 24)
WAYS: dict[str, tuple[str, ...]] = {
    "first": (),
    "page": ("commander:one",),
    "decision": ("commander:one", "on"),
    "answer": ("commander:one", "on", "order:wait"),
    "gate": ("commander:one", "on", "order:wait", "on"),
    "ending": ("commander:one", "on", "order:wait", "on", "skip", "order:knock", "on"),
    "asking": ("commander:one", "again"),
}
"""What is picked to come to each screen."""


async def _to(at: At, name: str) -> None:
    at.desk.end("restart")
    at.clock.advance(1)
    at.desk.key("x")
    for id in WAYS[name]:
        at.clock.advance(3)
        at.desk.pick(id)
    at.app.redraw()
    await at.pilot.pause()


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(WAYS))
async def test_every_cell_is_tapped_and_the_kiosk_runs_on(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(KioskApp, "open_url", lambda self, url, **_: opened.append(url))
    monkeypatch.setattr(KioskApp, "exit", lambda self, *_, **__: opened.append("exit"))
    async with at_the_kiosk(STORY, SIZE) as at:
        await _to(at, name)
        here = at.desk.visit
        for y in range(SIZE[1]):
            for x in range(SIZE[0]):
                at.clock.advance(1)
                at.app.pressed(x, y)
                at.app.released(x, y)
                if at.desk.visit != here:
                    await _to(at, name)
                    here = at.desk.visit
            await at.pilot.pause()
            assert at.app.is_running
            assert isinstance(at.app.screen, Stage)
            assert at.desk.last_fault == ""
        assert opened == []


@pytest.mark.parametrize("name", ["page", "decision", "answer", "ending"])
async def test_hostile_texts_are_shown_as_written(name: str) -> None:
    async with at_the_kiosk(STORY, (220, 60)) as at:
        await _to(at, name)
        shown = " ".join(text(at.app).split())
        assert " ".join(BAD.split()[:3]) in shown
