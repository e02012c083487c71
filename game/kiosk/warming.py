"""The story read through once before visitors do, so that memory and pace stay the same.

What is made of a text or a node is kept for its next reader. Left alone, memory would
grow for hours, until somebody had been on the last page.
"""

from __future__ import annotations

import contextlib
import gc
import threading
import time
from typing import Callable, Final, Iterable

from game.engine import EngineError
from game.engine.program import program
from game.language import LanguageError, parse_inline
from game.model import Story
from game.reader.keyed import keyed_texts

AT_ONCE: Final = 10
"""Texts or nodes between two rests."""
REST: Final = 0.02
"""Seconds in which the screens have the processor to themselves."""
LOOKED_UP: Final = ("chapter", "unit", "place", "term", "person", "source")
"""Sections that nobody reads at the kiosk."""


def in_a_thread(story: Story, campaigns: Iterable[str]) -> None:
    """Read it beside the screens."""
    whole = tuple(campaigns)
    work = threading.Thread(target=warm, args=(story, whole), name="warming", daemon=True)
    work.start()


def warm(
    story: Story, campaigns: Iterable[str], rest: Callable[[float], None] = time.sleep
) -> None:
    """Read every text of the story and make ready every node of the campaigns.

    A text or node with a fault is passed over: whoever comes to it is told. What is there
    at the end stays; the collector of rubbish need not look at it again after each visit.

    Args:
        story: The story.
        campaigns: Those that are offered.
        rest: Waits so many seconds.
    """
    rows = (row for row in keyed_texts(story) if row.place[0] not in LOOKED_UP)
    for number, row in enumerate(rows):
        with contextlib.suppress(LanguageError):
            parse_inline(row.source)
        if number % AT_ONCE == 0:
            rest(REST)
    for campaign in campaigns:
        _make_ready(story, campaign, rest)
    gc.collect()
    gc.freeze()


def _make_ready(story: Story, campaign: str, rest: Callable[[float], None]) -> None:
    made = program(story, campaign)
    for number, id in enumerate((*story.nodes, *story.endings)):
        with contextlib.suppress(EngineError, LanguageError, KeyError):
            _ = made.nodes[id]
        if number % AT_ONCE == 0:
            rest(REST)
