"""What each of the visitor's buttons does, by its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Callable, Mapping

if TYPE_CHECKING:
    from game.kiosk.desk import Desk


def _language(desk: Desk, code: str) -> None:
    desk.go(desk.visit.in_tongue(desk.offers.tongue(code)))


def _length(desk: Desk, length: str) -> None:
    desk.go(replace(desk.visit, length=length))


def _mode(desk: Desk, name: str) -> None:
    desk.go(replace(desk.visit, modes=desk.visit.modes.turned(name), leaf=0))


def _back(desk: Desk, _: str) -> None:
    """The question away, out of the kiosk, or a page back."""
    visit = desk.visit
    if visit.asking:
        desk.go(replace(visit, asking=False, marked=""))
    elif visit.where == "first":
        desk.end("restart")
    else:
        desk.go(visit.back() or visit.at("first"))


def _again(desk: Desk, answer: str) -> None:
    if answer == "yes":
        desk.end("restart")
    else:
        desk.go(replace(desk.visit, asking=answer != "no", marked=""))


def _more(desk: Desk, _: str) -> None:
    desk.go(replace(desk.visit, leaf=desk.visit.leaf + 1, marked=""))


def _order(desk: Desk, choice: str) -> None:
    course = desk.visit.reading
    desk.figures.ordered(course.page.id, len(course.play.legs), choice)
    desk.read(course.order(choice))


def _beside(desk: Desk, _: str) -> None:
    desk.go(replace(desk.visit.at("story"), beside=True))


def _longer(desk: Desk, campaign: str) -> None:
    desk.figures.over("finished", desk.visit)
    desk.play(campaign)


PICKS: Mapping[str, Callable[[Desk, str], None]] = {
    "commander": lambda desk, campaign: desk.play(campaign),
    "language": _language,
    "length": _length,
    "mode": _mode,
    "back": _back,
    "again": _again,
    "more": _more,
    "on": lambda desk, _: desk.read(desk.visit.reading.forward()),
    "read-on": lambda desk, _: desk.go(desk.visit.read_on()),
    "skip": lambda desk, _: desk.read(desk.visit.reading.skip()),
    "order": _order,
    "beside": _beside,
    "longer": _longer,
    "finish": lambda desk, _: desk.end("finished"),
}
"""The part of a button's id before the colon, and what it does with the part after it."""
