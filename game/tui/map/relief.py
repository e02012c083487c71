"""Hill shading: a picture of the country in sixteen greys, sampled for the cells of a window."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable

from game.tui.map.extent import Extent, turned

if TYPE_CHECKING:
    from game.tui.map.projection import Window

LARGEST = 4 * 1024 * 1024
"""Bytes in one shading file; more is refused."""

SHADES = 8
"""How many shades a cell can have, from 1; 0 is a cell of which nothing is known."""

LEVELS = bytes(min(grey, 15) * SHADES // 16 + 1 for grey in range(256))
"""The shade for each grey of the picture."""

FINE = 16
"""Sixteenths: how finely the way between two cells of the picture is cut."""

Found = tuple[int, int, int]
"""Two neighbours, and how many sixteenths a place lies behind the first."""


@dataclass(frozen=True, slots=True)
class Relief:
    """One picture. Its rows run from north to south, its cells from 0, dark, to 15, light."""

    extent: Extent
    rows: tuple[tuple[int, ...], ...]
    fine: dict[int, bytes] = field(default_factory=dict, compare=False, repr=False)

    def fine_row(self, number: int) -> bytes:
        """A row with sixteen values for each of its cells, on the way to the next; kept."""
        if number not in self.fine:
            row = bytes(self.rows[number])
            here, beyond = _lanes(row), _lanes(row[1:] + row[-1:])
            values = bytearray(FINE * len(row))
            for far in range(FINE):
                mixed = here * (FINE - far) + beyond * far
                values[far::FINE] = mixed.to_bytes(2 * len(row), "little")[::2]
            self.fine[number] = bytes(values)
        return self.fine[number]

    def shades(self, window: Window) -> tuple[bytes, ...]:
        """A shade for every cell of a window, row by row.

        Two cells beside each other, which are a square, have the same one.
        """
        columns = _steps(self._columns(window), len(self.rows[0]))
        lines = _steps(self._lines(window), len(self.rows))
        spread = _Spread(self, columns)
        return tuple(_doubled(spread.line(found))[: window.width] for found in lines)

    def _columns(self, window: Window) -> Iterable[float]:
        """Where every second column of a window lies in the picture."""
        first, last = (window.point(x, 0)[0] for x in (0.5, window.width / 2))
        step = turned(last - first) / max(1e-9, window.width / 2 - 0.5)
        start = step / 2 + turned(first - self.extent.west)
        scale = len(self.rows[0]) / self.extent.width
        return ((start + step * x) * scale - 0.5 for x in range(0, window.width, 2))

    def _lines(self, window: Window) -> Iterable[float]:
        high = self.extent.north - self.extent.south
        scale = len(self.rows) / high
        norths = (window.point(0, y + 0.5)[1] for y in range(window.height))
        return ((self.extent.north - north) * scale - 0.5 for north in norths)


class _Spread:
    """Rows of the picture spread over the columns of a window, and mixed by twos.

    A row is one long number with sixteen bits to a column, so that mixing two
    rows is three sums and not as many as there are columns.
    """

    def __init__(self, relief: Relief, columns: list[Found | None]) -> None:
        inside = [i for i, found in enumerate(columns) if found]
        self._width, self._relief = len(columns), relief
        self._before = bytes(inside[0] if inside else 0)
        self._places = [found[0] * FINE + found[2] for found in columns if found]
        self._rows = dict[int, int]()

    def line(self, found: Found | None) -> bytes:
        """The shades of a row of the window."""
        if found is None or not self._places:
            return bytes(self._width)
        above, below, far = found
        mixed = self._row(above) * (FINE - far) + self._row(below) * far
        shades = mixed.to_bytes(2 * len(self._places), "little")[1::2].translate(LEVELS)
        return (self._before + shades).ljust(self._width, b"\0")

    def _row(self, number: int) -> int:
        if number not in self._rows:
            fine = self._relief.fine_row(number)
            self._rows[number] = _lanes(bytes(map(fine.__getitem__, self._places)))
        return self._rows[number]


def _lanes(values: bytes) -> int:
    """Bytes as one long number, sixteen bits to each."""
    lanes = bytearray(2 * len(values))
    lanes[::2] = values
    return int.from_bytes(lanes, "little")


def _doubled(shades: bytes) -> bytes:
    twice = bytearray(2 * len(shades))
    twice[::2] = twice[1::2] = shades
    return bytes(twice)


def _steps(places: Iterable[float], count: int) -> list[Found | None]:
    """For each place its two neighbours and how far it lies behind the first; None outside."""
    found: list[Found | None] = []
    for place in places:
        if not -0.5 <= place <= count - 0.5:
            found.append(None)
            continue
        place = min(max(place, 0.0), count - 1.0)
        first = int(place)
        found.append((first, min(first + 1, count - 1), int((place - first) * FINE)))
    return found


def read_reliefs(folder: Path) -> tuple[Relief, ...]:
    """Every `relief*.json` of a folder that can be read, the smallest country first."""
    try:
        files = sorted(folder.glob("relief*.json"))
    except OSError:
        return ()
    found = [relief for file in files if (relief := _read(file))]
    return tuple(sorted(found, key=lambda relief: relief.extent.area))


def relief_of(data: Any) -> Relief | None:
    """The shading in a file's JSON; None where it is broken, since a map does without."""
    try:
        west, south, east, north = (float(edge) for edge in data["bbox"])
        rows = tuple(tuple(int(digit, 16) for digit in row) for row in data["grid"])
    except (KeyError, TypeError, ValueError):
        return None
    sound = rows and rows[0] and len({len(row) for row in rows}) == 1
    placed = -360 <= west < east <= 360 and -90 <= south < north <= 90
    return Relief(Extent(west, south, east, north), rows) if sound and placed else None


def fitting(reliefs: Iterable[Relief], window: Window) -> Relief | None:
    """The finest shading that covers a window; else the widest that meets it."""
    seen = window.extent
    meeting = [relief for relief in reliefs if relief.extent.meets(seen)]
    whole = (relief for relief in meeting if relief.extent.holds(seen))
    return next(whole, meeting[-1] if meeting else None)


def _read(file: Path) -> Relief | None:
    try:
        return relief_of(json.loads(file.read_bytes())) if file.stat().st_size <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        return None
