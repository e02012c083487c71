"""What a command was asked for: which story, which language, which campaign, which file."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.folders import story_folder
from game.misuse import Misuse
from game.model import Story
from game.reader import BrokenStory, check, load
from game.reader.locale import tongue_for
from game.reader.pseudo import PSEUDO
from game.view import Tongue, tongue


def story_of(folder: str | None) -> Story:
    """The shipped story, or another one if it has no errors.

    Raises:
        BrokenStory: if the other story has errors; the sentence names the first.
    """
    if folder is None:
        return load(story_folder())
    report = check(folder)
    errors = [d for d in report.diagnostics if d.severity == "error"]
    if report.story is None:
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
    if language not in languages and language != PSEUDO:
        raise Misuse(f"The story has no language {language!r}; it has {', '.join(languages)}.")
    return tongue_for(story, language)


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


def is_file(path: Path) -> bool:
    """Whether there is a file of that name; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
