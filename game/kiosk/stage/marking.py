"""Which button the arrows go to."""

from __future__ import annotations

from game.kiosk.stage.buttons import Spot
from game.kiosk.stage.picture import Picture

WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


def beside(picture: Picture, marked: str, way: str) -> str:
    """The id of the button that an arrow leads to; the first where none is marked.

    Args:
        picture: What is shown.
        marked: The id of the button that is marked.
        way: `up`, `down`, `left`, `right`, `tab` or `shift+tab`.
    """
    spots = [spot for spot in picture.spots if spot.button.enabled]
    here = next((spot for spot in spots if spot.button.id == marked), None)
    if not spots:
        return ""
    if here is None:
        return spots[-1 if way in ("up", "shift+tab") else 0].button.id
    if way in ("tab", "shift+tab"):
        place = spots.index(here) + (1 if way == "tab" else -1)
        return spots[place % len(spots)].button.id
    ahead = [spot for spot in spots if spot is not here and _lies(here, spot, way)]
    return min(ahead, key=lambda spot: _distance(here, spot, way), default=here).button.id


def _lies(here: Spot, there: Spot, way: str) -> bool:
    across, down = WAYS[way]
    a, b = here.region, there.region
    if across:
        same_row = a.y < b.bottom and b.y < a.bottom
        return same_row and (b.x >= a.right if across > 0 else b.right <= a.x)
    return b.y >= a.bottom if down > 0 else b.bottom <= a.y


def _distance(here: Spot, there: Spot, way: str) -> tuple[int, float]:
    (x, y), (to_x, to_y) = here.region.center, there.region.center
    along = abs(to_x - x) if way in ("left", "right") else abs(to_y - y)
    aside = abs(to_y - y) if way in ("left", "right") else abs(to_x - x)
    return round(along), aside
