"""What the kiosk shows: one function a screen, from the desk to a face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from game.kiosk.face import Face

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

Screen = Callable[["Desk"], Face]


def screen(name: str) -> Screen:
    """The screen of a name."""
    return _table()[name]


def _table() -> dict[str, Screen]:
    from game.kiosk.screens import answer, asking, attract, ending, first, resting, scene, staff

    return {
        "attract": attract.attract,
        "first": first.first,
        "gate": scene.gate,
        "page": scene.page,
        "decision": scene.decision,
        "answer": answer.answer,
        "ending": ending.ending,
        "beside": ending.beside,
        "asking": asking.asking,
        "warning": asking.warning,
        "closed": resting.closed,
        "paused": resting.paused,
        "fault": resting.fault,
        "pin": staff.pin,
        "menu": staff.menu,
        "pattern": staff.pattern,
    }
