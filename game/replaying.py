"""`replay`: a whole playthrough on the standard output."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from game import export
from game.engine import EngineError, Playthrough, historical_path, program
from game.engine.play import bare
from game.misuse import Misuse
from game.model import Story
from game.saves import CodeError, SaveError, play_of, read_save, replayed
from game.wanted import campaign_of, is_file, story_of, tongue_of


def replay(chosen: argparse.Namespace) -> int:
    """Write a whole playthrough to standard output."""
    story = story_of(chosen.story)
    speech = tongue_of(story, chosen.lang)
    shown = played(chosen, story)
    match chosen.format:
        case "json":
            print(json.dumps(export.replay_data(shown), indent=2))
        case "markdown":
            sys.stdout.write(export.markdown(shown, speech))
        case "html":
            sys.stdout.write(export.report_html(shown, speech))
        case "svg":
            sys.stdout.write(export.report_svg(shown, speech))
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
