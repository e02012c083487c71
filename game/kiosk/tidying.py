"""What drawing leaves behind is let go of, so that memory stays where the first visits left it.

The drawing libraries keep thousands of words that were measured, styles that were mixed and
keys that were read. What a page leaves hangs together in rings, which the collector of
rubbish comes to only when tens of thousands of things have gathered. Both make the
largest visit larger, and what it once took in small pieces is hardly ever given back.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import _lru_cache_wrapper, cache, lru_cache
from typing import Any, Callable, Final, Iterator

from game.kiosk.stage.setting import set_block

LIBRARIES: Final = ("textual", "rich")


def after_page() -> None:
    """Let go of what drawing kept and left; what was there after warming is passed over."""
    for kept in drawn_lately():
        kept.cache_clear()
    gc.collect()


def after_visit() -> None:
    """The same, and give the system back what is free."""
    after_page()
    _give_back()()


def drawn_lately() -> tuple[_lru_cache_wrapper[Any], ...]:
    """The tables of the drawing libraries and of the stage that fill by what is drawn."""
    return _tables(len(sys.modules))


@lru_cache(1)
def _tables(modules: int) -> tuple[_lru_cache_wrapper[Any], ...]:
    """They are looked for again only when there are other modules."""
    found = {id(each): each for each in _of_libraries()}
    bound = (each for each in found.values() if each.cache_parameters()["maxsize"])
    return (set_block, *bound)  # What has no bound is made of classes, and needs none.


def _of_libraries() -> Iterator[_lru_cache_wrapper[Any]]:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in LIBRARIES:
            for thing in list(vars(module).values()):
                within = vars(thing).values() if isinstance(thing, type) else ()
                for each in (thing, *within):
                    plain = getattr(each, "fget", None) or getattr(each, "__func__", each)
                    if isinstance(plain, _lru_cache_wrapper):
                        yield plain


@cache
def _give_back() -> Callable[[], object]:
    """How the C library is asked to give back what is free; some others need no asking."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return lambda: None
    return lambda: trim(0)
