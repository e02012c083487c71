"""Reading without garbage collection."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import Iterator


@contextmanager
def unswept() -> Iterator[None]:
    """Pause the collector of cycles.

    Reading makes very many small objects that all stay; looking through them
    again and again for cycles would take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
