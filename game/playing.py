"""Where a game begins, and the two ways of playing it: on the screen and in lines."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from game.engine import Playthrough
from game.misuse import Misuse
from game.model import Story
from game.plain.output import standard
from game.plain.player import ScreenRequest, play_plain
from game.plain.welcome import choose, note_lines
from game.reader import check
from game.saves import CodeError, Loaded, Memory, Store, play_of, saves_folder
from game.settings import SettingsFile
from game.splash import has_screen
from game.view import Course, Tongue, resumed
from game.wanted import campaign_of, is_file, story_of, tongue_of

if TYPE_CHECKING:
    from game.tui import PlainRequest

Left = Union[int, ScreenRequest, "PlainRequest"]
"""How a way of playing was left: with an exit code, or with the wish for the other one."""


@dataclass(frozen=True, slots=True)
class Start:
    """What is played, and from where.

    Attributes:
        campaign: The campaign to begin, or None.
        loaded: The playthrough to go on with, or None.
    """

    story: Story
    store: Store
    tongue: Tongue
    campaign: str | None = None
    loaded: Loaded | None = None


def start_of(chosen: argparse.Namespace, language: str = "") -> Start:
    """Where the command line wants to begin.

    Args:
        chosen: The command line.
        language: The reader's own language, where none is asked for.

    Raises:
        StoryError: if something of it is not there, or the story cannot be played.
    """
    story = story_of(chosen.story)
    usual = language if language in story.manifest.languages else None
    speech = tongue_of(story, chosen.lang or usual)
    campaign = campaign_of(story, chosen)
    store = Store(saves_folder(), language=speech.language)
    loaded = loaded_from(chosen.load, story, store) if chosen.load else None
    return Start(story, store, speech, campaign, loaded)


def shipped(language: str) -> tuple[Story, Store]:
    """The shipped story, and where its games are kept."""
    return story_of(None), Store(saves_folder(), language=language)


def faults_of_shipped() -> str | None:
    """Look the shipped story over; gives a sentence if it has errors."""
    from game.folders import story_folder

    found = [d for d in check(story_folder()).diagnostics if d.severity == "error"]
    return found[0].sentence() if found else None


def on_screen(start: Start, file: SettingsFile, **more: Any) -> int | PlainRequest:
    """Play on the screen. The screen's modules are imported when it is needed."""
    from game.tui import run_tui

    return run_tui(start.story, start.store, start.tongue, settings=file, **more)


def in_lines(course: Course, store: Store) -> Left:
    """Play in lines."""
    return play_plain(course, store, sys.stdin, standard(), has_screen())


def begin_in_lines(start: Start) -> Left:
    """Play in lines from the beginning."""
    course = first_course(start)
    return 0 if course is None else in_lines(course, start.store)


def by_turns(left: Left, store: Store | None, file: SettingsFile) -> int:
    """Play on in the other way as long as a way is left with that wish; the exit code."""
    while not isinstance(left, int):
        course = left.course
        store = store or Store(saves_folder(), language=course.tongue.language)
        if isinstance(left, ScreenRequest):
            start = Start(course.play.program.story, store, course.tongue)
            left = on_screen(start, file, course=course)
        else:
            left = in_lines(course, store)
    return left


def first_course(start: Start) -> Course | None:
    """Where a game in lines begins, or None if nobody wants to play."""
    out, speech = standard(), start.tongue
    if start.loaded is not None:
        out.say([start.loaded.parted] if start.loaded.parted else [])
        return resumed(start.loaded.play, Memory(start.story, start.store.folder), speech)
    if start.campaign is not None:
        out.say(note_lines(start.story, speech))
        return Course.begin(Playthrough.begin(start.story, start.campaign), speech)
    return choose(start.story, start.store, speech, sys.stdin.readline, out)


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
