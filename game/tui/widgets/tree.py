"""The tree of decisions in cells: your road, that of 1945, and what you have not seen."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, cut, ink, joined, wrapped
from game.tui.widgets.laid import Laid
from game.tui.widgets.lattice import Lattice
from game.view import Tongue
from game.view.roads import RoadsView, SpotView

MINE, REAL, NEVER = "\u25cf", "\u25cb", "\u00b7"
STEPS = (4, 3, 2)
"""Cells from column to column, the widest that there is room for."""
NAMES = 24
"""Cells that the names beside the tree must have."""
TOLD = 100
"""Cells from which on orders are named behind their decisions."""
ROOMY = 78
"""Cells under which a line is left out on which all ways only go straight down."""


class DecisionTree(Laid):
    """A row for every decision along the longest way, with its ways and names."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._view: RoadsView | None = None

    def show(self, view: RoadsView) -> None:
        """Show this tree."""
        self._view = view
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """What was seen, what the signs are, and the tree."""
        view = self._view
        if view is None or not view.spots:
            return ()
        lines = [*wrapped(ink(view.told), width), *self._legend(width), Content("")]
        columns = [spot.column for spot in view.spots]
        low, across = min(columns), max(columns) - min(columns)
        step = next((s for s in STEPS if across * s + NAMES <= width), 0)
        if not step:
            return [*lines, *self._listed(view, width)]
        return [*lines, *self._drawn(view, width, low, step)]

    def _legend(self, width: int) -> list[Line]:
        say = self._tongue.say
        words = joined(
            ink(f"{MINE} {say('your road')}", Ink.ACCENT),
            ink(f"   {REAL} 1945   {MINE}{REAL} {say('both')}   {NEVER} {say('not seen')}"),
        )
        return wrapped(words, width)

    def _drawn(self, view: RoadsView, width: int, low: int, step: int) -> list[Line]:
        spots = {spot.id: spot for spot in view.spots}
        lattice = Lattice(view.spots, low, step)
        for way in view.ways:
            lattice.join(spots[way.start], spots[way.end], way.mine, way.real)
        lines: list[Line] = []
        for row in range(view.rows):
            here = [spot for spot in view.spots if spot.row == row]
            names = self._names(here, width - lattice.width - 2)
            lines.append(joined(lattice.spots(row), Content("  "), names))
            if row < view.rows - 1 and not (width < ROOMY and lattice.is_straight(row)):
                lines.append(lattice.between(row))
        return lines

    def _listed(self, view: RoadsView, width: int) -> list[Line]:
        """Without room for a drawing: what stands in each row, in signs and names."""
        lines: list[Line] = []
        for row in range(view.rows):
            here = [spot for spot in view.spots if spot.row == row]
            signs = joined(*(ink(f"{sign_of(spot)} ", tone_of(spot)) for spot in here))
            lines.append(cut(joined(signs, self._names(here, width)), width))
        return lines

    def _names(self, here: Sequence[SpotView], room: int) -> Line:
        """Yours first; names of what you have not seen are not told."""
        known = sorted((s for s in here if s.mine or s.real), key=lambda spot: not spot.mine)
        parts: list[Content] = []
        for spot in known:
            parts += [ink("   ")] if parts else []
            parts.append(self._called(spot, room))
        return cut(joined(*parts), room) if parts else Content("")

    def _called(self, spot: SpotView, room: int) -> Content:
        if not spot.mine:
            return joined(ink(f"{REAL} ", Ink.MUTED), ink(spot.title, Ink.MUTED, Ink.EMPHASIS))
        taken = next((fork.label for fork in spot.forks if fork.mine), "")
        tail = ink(f"  {taken}", Ink.MUTED) if taken and room >= TOLD else Content("")
        return joined(_forks(spot), ink(spot.title, Ink.STRONG), tail)


def _forks(spot: SpotView) -> Content:
    """A sign for each choice that was offered: yours, that of 1945, those not taken."""
    signs = [_fork(fork.mine, fork.real) for fork in spot.forks]
    return joined(*signs, ink(" ")) if signs else Content("")


def _fork(mine: bool, real: bool) -> Content:
    if mine:
        return joined(ink(MINE, Ink.ACCENT), ink(REAL if real else ""))
    return ink(REAL) if real else ink(NEVER, Ink.MUTED)


def sign_of(spot: SpotView) -> str:
    """A spot's sign: one cell, or two where both roads came by."""
    if spot.mine:
        return f"{MINE}{REAL}" if spot.real else MINE
    return REAL if spot.real else NEVER


def tone_of(spot: SpotView) -> Ink:
    """The ink of a spot."""
    return Ink.ACCENT if spot.mine else Ink.PLAIN if spot.real else Ink.MUTED
