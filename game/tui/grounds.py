"""Textual's table of grounds, without the widgets that it would keep.

The library keeps the grounds of a widget in a table whose keys hold what the widget has
drawn: a thousand widgets that are long gone would stay with every row they had.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from textual._styles_cache import StylesCache

NAME = "get_inner_outer"


def keep_colours_only() -> None:
    """Have the table keyed by colours, which is all that its values depend on."""
    whole = getattr(vars(StylesCache).get(NAME), "__wrapped__", None)
    if whole is None:
        return
    grounds = lru_cache(256)(partial(whole, None))

    def of_colours(_: StylesCache, *colours: Any) -> Any:
        return grounds(*colours)

    setattr(StylesCache, NAME, of_colours)
