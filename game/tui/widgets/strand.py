"""Both lines of time drawn over the ten days: your orders above, those of 1945 below."""

from __future__ import annotations

from typing import Iterator, Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, cut, ink, joined, wrapped
from game.tui.widgets.laid import Laid
from game.view import Knot, StrandView, Tongue

MINE, REAL = "\u25cf", "\u25cb"
SAME, OTHER = "\u2502", "\u00d7"
OWN, PAST, COMING = "\u2550", "\u2500", " "
GAP, LEAST, APART = 2, 40, 3
"""Cells behind the names of the lines, those of a track under which names stand above, and
those between what the signs are."""


class Strand(Laid):
    """Two tracks, and between them where both gave the same order."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._view: StrandView | None = None

    def show(self, view: StrandView | None) -> None:
        """Show these lines; None shows nothing."""
        if view != self._view:
            self._view = view
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Days, your track, what joins them, 1945's track, and what the signs are."""
        view = self._view
        if view is None or not view.knots:
            return ()
        names = (self._tongue.say("Your battle"), "1945")
        first = max(map(len, names)) + GAP
        if width - first < LEAST:
            first = 0
        room = width - first
        margin = Content(" " * first)
        tracks = (own(view, room), real(view, room))
        heads = [ink(names[0], Ink.HEADING), ink(names[1], Ink.STRONG)]
        if first:
            padded = [joined(h, Content(" " * (first - h.cell_length))) for h in heads]
            lines = [joined(padded[0], tracks[0]), joined(margin, ties(view, room))]
            lines.append(joined(padded[1], tracks[1]))
        else:
            lines = [heads[0], tracks[0], ties(view, room), tracks[1], heads[1]]
        whole = [joined(margin, days(view, room)), *lines, *self._legend(width)]
        return [cut(line, width) for line in whole]

    def _legend(self, width: int) -> list[Line]:
        say = self._tongue.say
        signs = (
            (f"{MINE}{REAL}", say("orders")),
            (SAME, say("the same order")),
            (OTHER, say("another order at the same hour")),
        )
        told = [ink(f"{sign} {meaning}", Ink.MUTED) for sign, meaning in signs]
        return list(_packed(told, width))


def _packed(told: Sequence[Content], width: int) -> Iterator[Line]:
    """As many on a line as fit, none of them broken where it would fit on one."""
    row, gap = Content(""), Content(" " * APART)
    for words in told:
        wider = joined(row, gap, words) if row else words
        if row and wider.cell_length > width:
            yield from wrapped(row, width)
            wider = words
        row = wider
    yield from wrapped(row, width)


def days(view: StrandView, width: int) -> Line:
    """The days at the beginning of their part of the track."""
    row = [" "] * width
    for i, day in enumerate(view.days):
        at = width * i // len(view.days)
        for x, sign in enumerate(str(day)):
            if at + x < width:
                row[at + x] = sign
    return ink("".join(row), Ink.MUTED)


def own(view: StrandView, width: int) -> Line:
    """Your track, as far as you have come."""
    return _track([k for k in view.knots if k.mine], view.mine, width, OWN, MINE, Ink.ACCENT)


def real(view: StrandView, width: int) -> Line:
    """That of 1945, as far as it is shown."""
    return _track([k for k in view.knots if k.real], view.real, width, PAST, REAL, Ink.PLAIN)


def _track(knots: Sequence[Knot], end: float, width: int, way: str, sign: str, tone: Ink) -> Line:
    last = _cell(end, width)
    row = [way if x <= last else COMING for x in range(width)]
    for knot in knots:
        row[_cell(knot.at, width)] = sign
    return ink("".join(row), tone)


def ties(view: StrandView, width: int) -> Line:
    """Between the tracks: a stroke where the orders are the same, a cross where they are not."""
    row = [" "] * width
    for knot in view.knots:
        if knot.mine and knot.real:
            row[_cell(knot.at, width)] = SAME if knot.same else OTHER
    return ink("".join(row), Ink.MUTED)


def _cell(at: float, width: int) -> int:
    return min(width - 1, int(at * width))
