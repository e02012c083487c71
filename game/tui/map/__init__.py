"""The map: GeoJSON in, lines of styled text out, and the widget that shows them.

Only the widget knows Textual; it is imported by its own name.
"""

from game.tui.map.charset import ASCII, BLOCKS, BRAILLE, CHARSETS, STYLES, Charset
from game.tui.map.draw import Drawing, draw
from game.tui.map.extent import Extent
from game.tui.map.geography import Geography, read_map, read_maps
from game.tui.map.ground import Ground, ground_of
from game.tui.map.projection import Window, fitted, round_points
from game.tui.map.sheet import Line, Run

__all__ = [
    "ASCII",
    "BLOCKS",
    "BRAILLE",
    "CHARSETS",
    "STYLES",
    "Charset",
    "Drawing",
    "Extent",
    "Geography",
    "Ground",
    "Line",
    "Run",
    "Window",
    "draw",
    "fitted",
    "ground_of",
    "read_map",
    "read_maps",
    "round_points",
]
