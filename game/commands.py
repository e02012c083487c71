"""`play` and `replay`: which story, which campaign, which face."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from game.engine import EngineError, Playthrough, historical_path, program
from game.engine.play import bare
from game.misuse import Misuse
from game.model import Story
from game.plain.output import Output, standard
from game.plain.player import play_plain
from game.plain.streams import is_terminal
from game.plain.welcome import choose
from game.reader import BrokenStory, check, load
from game.saves import (
    CodeError,
    Loaded,
    SaveError,
    Store,
    play_of,
    read_save,
    replayed,
    saves_folder,
)
from game.saves.folders import story_folder
from game.view import Course, Tongue, tongue


def story_of(folder: str | None) -> Story:
    """The shipped story, or another one if it has no errors.

    Raises:
        BrokenStory: if the other story has errors; the sentence names the first.
    """
    if folder is None:
        return load(story_folder())
    report = check(folder)
    errors = [d for d in report.diagnostics if d.severity == "error"]
    if errors:
        more = f" {len(errors) - 1} more: run author check {folder}." if len(errors) > 1 else ""
        raise BrokenStory(f"{errors[0].sentence()}{more}")
    return load(folder)


def tongue_of(story: Story, language: str | None) -> Tongue:
    """The language asked for.

    Raises:
        Misuse: if the story does not have it.
    """
    languages = story.manifest.languages
    if language is None:
        return tongue(next(iter(languages), "en"))
    if language not in languages:
        raise Misuse(f"The story has no language {language!r}; it has {', '.join(languages)}.")
    return tongue(language)


def campaign_of(story: Story, chosen: argparse.Namespace) -> str | None:
    """The campaign asked for, or None if none was.

    Raises:
        Misuse: if the story has no such campaign or commander.
    """
    if chosen.campaign is not None:
        if chosen.campaign not in story.campaigns:
            known = ", ".join(story.campaigns)
            raise Misuse(f"There is no campaign {chosen.campaign!r}; the story has {known}.")
        return str(chosen.campaign)
    if chosen.commander is None:
        return None
    full = [c for c in story.campaigns.values() if c.length == "full"]
    found = next((c.id for c in full if c.person == chosen.commander), None)
    if found is None:
        known = ", ".join(c.person for c in full if c.person)
        raise Misuse(f"There is no commander {chosen.commander!r}; the story has {known}.")
    return found


def wants_lines(chosen: argparse.Namespace) -> bool:
    """Whether the game is to be played in lines."""
    dumb = os.environ.get("TERM", "") == "dumb"
    return bool(chosen.plain) or dumb or not (is_terminal(sys.stdin) and is_terminal(sys.stdout))


def play(chosen: argparse.Namespace) -> int:
    """Play, on screens or in lines."""
    lines = wants_lines(chosen)
    story = story_of(chosen.story)
    speech = tongue_of(story, chosen.lang)
    campaign = campaign_of(story, chosen)
    store = Store(saves_folder(), language=speech.language)
    loaded = loaded_from(chosen.load, story, store) if chosen.load else None
    if not lines:
        from game.tui import PlainRequest, run_tui

        left = run_tui(story, store, speech, campaign=campaign, loaded=loaded)
        if not isinstance(left, PlainRequest):
            return left
        return in_lines(left.course, store, standard())
    out = standard()
    if loaded is not None:
        out.say([loaded.parted] if loaded.parted else [])
        return in_lines(Course.resume(loaded.play, speech), store, out)
    if campaign is not None:
        return in_lines(Course.begin(Playthrough.begin(story, campaign), speech), store, out)
    course = choose(story, store, speech, sys.stdin.readline, out)
    return 0 if course is None else in_lines(course, store, out)


def in_lines(course: Course, store: Store, out: Output) -> int:
    """Play on in lines."""
    return play_plain(course, store, sys.stdin, out)


def is_file(path: Path) -> bool:
    """Whether there is a file of that name; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


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


def replay(chosen: argparse.Namespace) -> int:
    """Write a whole playthrough to standard output."""
    story = story_of(chosen.story)
    speech = tongue_of(story, chosen.lang)
    shown = played(chosen, story)
    from game import export

    match chosen.format:
        case "json":
            print(json.dumps(export.replay_data(shown), indent=2))
        case "markdown":
            sys.stdout.write(export.markdown(shown, speech))
        case _:
            sys.stdout.write(export.transcript(shown, speech))
    sys.stdout.flush()
    return 0


def played(chosen: argparse.Namespace, story: Story) -> Playthrough:
    """The playthrough that `replay` was asked for.

    Raises:
        Misuse: if it names no code, file or campaign that can be played.
    """
    campaign = campaign_of(story, chosen)
    if chosen.what == "history":
        made = program(story, campaign or next(iter(story.campaigns)))
        return Playthrough.of(made, historical_path(made))
    if chosen.what == "-":
        return from_lines(sys.stdin.read(), story, campaign)
    path = Path(chosen.what)
    if is_file(path):
        return from_file(path, story, campaign)
    if path.suffix or os.sep in chosen.what:
        raise Misuse(f"There is no file {chosen.what!r}.")
    try:
        return play_of(chosen.what, story)
    except CodeError as fault:
        raise Misuse(f"{chosen.what[:40]!r} is no file and no code. {fault}") from None


def from_file(path: Path, story: Story, campaign: str | None) -> Playthrough:
    """A playthrough from a save, or from a file with one choice a line. It is only read.

    Raises:
        Misuse: if the file can be read as neither.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Misuse(f"The file {path.name!r} cannot be read as text.") from None
    if not text.lstrip().startswith("{"):
        return from_lines(text, story, campaign)
    try:
        loaded = replayed(read_save(text), story)
    except SaveError as fault:
        raise Misuse(str(fault)) from None
    if loaded.parted:
        print(loaded.parted, file=sys.stderr)
    return loaded.play


def from_lines(text: str, story: Story, campaign: str | None) -> Playthrough:
    """A playthrough from one `node.choice` a line; empty lines and # lines are passed over.

    Raises:
        Misuse: at the first choice that no campaign can take.
    """
    rows = (line.strip() for line in text.splitlines())
    choices = [row for row in rows if row and not row.startswith("#")]
    ids = [campaign] if campaign else list(story.campaigns)
    plays = [_as_far_as_possible(story, id, choices) for id in ids]
    play, fault = max(plays, key=lambda pair: (len(pair[0].legs), _meets(pair[0], choices)))
    if fault is not None:
        raise Misuse(f"Choice {len(play.legs)} of {len(choices)} cannot be taken: {fault}")
    return play


def _meets(play: Playthrough, choices: list[str]) -> bool:
    """Whether a list of choices begins at a campaign's first decision."""
    first = play.legs[0].position.node
    return bool(choices) and choices[0].startswith(f"{first}.")


def _as_far_as_possible(
    story: Story, campaign: str, choices: list[str]
) -> tuple[Playthrough, EngineError | None]:
    play = Playthrough.begin(story, campaign)
    for choice in choices:
        try:
            play = play.take(bare(choice, play.position))
        except EngineError as fault:
            return play, fault
    return play, None
