"""`play`: on the screen or in lines, from the beginning or from a save."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from game.engine import Playthrough
from game.misuse import Misuse
from game.model import Story
from game.plain.output import standard
from game.plain.player import ScreenRequest, play_plain
from game.plain.streams import is_terminal
from game.plain.welcome import choose
from game.saves import CodeError, Loaded, Store, play_of, saves_folder
from game.view import Course, Tongue
from game.wanted import campaign_of, is_file, story_of, tongue_of

if TYPE_CHECKING:
    from game.tui import PlainRequest

Left = Union[int, ScreenRequest, "PlainRequest"]
"""How a way of playing was left: with an exit code, or with the wish for the other one."""


def has_screen() -> bool:
    """Whether there is a terminal that can be drawn on."""
    dumb = os.environ.get("TERM", "") == "dumb"
    return not dumb and is_terminal(sys.stdin) and is_terminal(sys.stdout)


def play(chosen: argparse.Namespace) -> int:
    """Play, on the screen or in lines, and by turns where that is asked for."""
    story = story_of(chosen.story)
    speech = tongue_of(story, chosen.lang)
    campaign = campaign_of(story, chosen)
    store = Store(saves_folder(), language=speech.language)
    loaded = loaded_from(chosen.load, story, store) if chosen.load else None
    if chosen.plain or not has_screen():
        course = first_course(story, store, speech, campaign, loaded)
        left = 0 if course is None else in_lines(course, store)
    else:
        left = on_screen(story, store, speech, campaign=campaign, loaded=loaded)
    while not isinstance(left, int):
        if isinstance(left, ScreenRequest):
            left = on_screen(story, store, speech, course=left.course)
        else:
            left = in_lines(left.course, store)
    return left


def on_screen(story: Story, store: Store, speech: Tongue, **begin: Any) -> Left:
    """Play on the screen. The screen's modules are imported when it is needed."""
    from game.tui import run_tui

    return run_tui(story, store, speech, **begin)


def in_lines(course: Course, store: Store) -> Left:
    """Play in lines."""
    return play_plain(course, store, sys.stdin, standard(), has_screen())


def first_course(
    story: Story, store: Store, speech: Tongue, campaign: str | None, loaded: Loaded | None
) -> Course | None:
    """Where a game in lines begins, or None if nobody wants to play."""
    out = standard()
    if loaded is not None:
        out.say([loaded.parted] if loaded.parted else [])
        return Course.resume(loaded.play, speech)
    if campaign is not None:
        return Course.begin(Playthrough.begin(story, campaign), speech)
    return choose(story, store, speech, sys.stdin.readline, out)


def loaded_from(named: str, story: Story, store: Store) -> Loaded:
    """A playthrough from a save's file or name, or from a replay code.

    Raises:
        Misuse: if there is no such save or code.
        SaveError: if there is one and it cannot be used.
    """
    if is_file(Path(named)):
        return store.load(Path(named), story)
    rows = store.list(story)
    row = next((r for r in rows if named in (r.label, r.path.name, r.path.stem)), None)
    if row is not None:
        return store.load(row.path, story)
    try:
        return Loaded(play_of(named, story), None, named)
    except CodeError as fault:
        raise Misuse(f"There is no save {named[:40]!r}. {fault}") from None
