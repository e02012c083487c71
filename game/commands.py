"""`play`: on the screen or in lines, from the beginning or from a save.

What is imported here stands between the command and the first word on the
screen; all else is imported where it is needed.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

from game.splash import TITLE, Splash, has_screen, is_dumb

if TYPE_CHECKING:
    import argparse

    from game.model import Story
    from game.saves import Store
    from game.settings import SettingsFile
    from game.tui import PlainRequest

NO_SCREEN = "This terminal cannot draw screens, so the game is told in lines."


def play(chosen: argparse.Namespace) -> int:
    """Play, on the screen or in lines, and by turns where that is asked for."""
    if chosen.plain or not has_screen():
        return _in_lines(chosen)
    if not any((chosen.story, chosen.lang, chosen.load, chosen.campaign, chosen.commander)):
        return to_title()
    gc.disable()
    with Splash(sys.stdout, "" if chosen.story else TITLE) as splash:
        left = _straight(chosen, splash)
    return _on_from(left)


def to_title() -> int:
    """To the title, on the screen, and on from there."""
    gc.disable()
    with Splash(sys.stdout) as splash:
        left = _title(splash)
    return _on_from(left)


def _on_from(left: int | PlainRequest) -> int:
    """What comes after the screen: the other way of playing, if that was asked for."""
    if isinstance(left, int):
        return left
    from game.playing import by_turns

    return by_turns(left, left.store, _settings())


def _settings() -> SettingsFile:
    from game.folders import saves_folder
    from game.settings import SettingsFile

    return SettingsFile(saves_folder())


def _in_lines(chosen: argparse.Namespace) -> int:
    from game.playing import begin_in_lines, by_turns, start_of

    if not chosen.plain and is_dumb():
        print(NO_SCREEN, end="\n\n")
    file = _settings()
    start = start_of(chosen, file.read()[0].language)
    return by_turns(begin_in_lines(start), start.store, file)


def _straight(chosen: argparse.Namespace, splash: Splash) -> int | PlainRequest:
    """Into what was asked for: the story has to be read first."""
    from game.playing import on_screen, start_of

    file = _settings()
    start = start_of(chosen, file.read()[0].language)
    _settle()
    more: dict[str, Any] = {"campaign": start.campaign, "loaded": start.loaded}
    return on_screen(start, file, taken=splash.taken, **more)


def _title(splash: Splash) -> int | PlainRequest:
    """To the title, which stands before the story has been read."""
    from game.folders import saves_folder
    from game.tongue import tongue
    from game.tui.app import run_tui
    from game.tui.opening import Opening, kept_in

    file = _settings()
    speech = tongue(file.read()[0].language or "en")
    opening = Opening(TITLE, *kept_in(saves_folder()), read=_read, check=_check)
    return run_tui(opening, None, speech, settings=file, taken=splash.taken)


def _read(language: str) -> tuple[Story, Store]:
    from game.playing import shipped

    found = shipped(language)
    _settle()
    return found


def _settle() -> None:
    """What has been read stays: from here on, garbage is looked for among the rest only."""
    gc.freeze()
    gc.enable()


def _check() -> str | None:
    from game.playing import faults_of_shipped

    return faults_of_shipped()
