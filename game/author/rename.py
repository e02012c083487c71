"""`author rename`: another id for something, in every file of a story."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Mapping, TextIO

from game.author.changes import Change, files_of, tried
from game.author.output import counted, say, say_json
from game.author.prove import sound_story
from game.author.renamed_ids import renaming_of, sections
from game.author.renaming import Renaming, renamed_po, renamed_text
from game.author.transcripts import FOLDER as TRANSCRIPTS
from game.folders import story_folder
from game.model import Story
from game.reader.keyed import keyed_texts


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="OLD", help="an id, or node.choice")
    parser.add_argument("new", metavar="NEW", help="the new id")
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--kind", choices=sections(), help="where several things have the id")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Rename something and say which files were changed.

    Returns:
        0; 1 if the story has errors, and nothing is changed.

    Raises:
        Misuse: if there is no such id, or the new one cannot be.
    """
    folder = arguments.folder or story_folder()
    story = sound_story(folder, out, arguments.format)
    if story is None:
        return 1
    renaming = renaming_of(story, arguments.old, arguments.new, arguments.kind)
    changes = planned(folder, story, renaming)
    for change in changes:
        change.write()
    names = [change.name for change in changes]
    if arguments.format == "json":
        say_json(out, {"old": arguments.old, "new": arguments.new, "files": names})
    else:
        files = counted(len(names), "file")
        say(out, f"{arguments.old} is now {arguments.new}, in {files}: {', '.join(names)}.")
    return 0


def planned(folder: Path, story: Story, renaming: Renaming) -> list[Change]:
    """Every file that changes. The story is checked as it will be; nothing is written.

    Raises:
        Misuse: if the story would have an error then.
    """
    files = files_of(folder)
    changed = {name: renamed_text(raw, renaming) for name, raw in files.items()}
    changes = [Change(folder, name, raw, changed[name]) for name, raw in files.items()]
    renamed = tried(files, changes).story
    assert renamed is not None
    keys = _keys(story, renamed)
    found = [change for change in changes if change.before != change.after]
    for path in sorted((folder / "locale").glob("*.po")):
        found += _translation(folder, path, keys, renaming)
    return found + _transcript(folder, renaming)


def _keys(before: Story, after: Story) -> dict[str, str]:
    """The translation keys that change."""
    pairs = zip(keyed_texts(before), keyed_texts(after), strict=True)
    return {old.key: new.key for old, new in pairs if old.key != new.key}


def _translation(
    folder: Path, path: Path, keys: Mapping[str, str], renaming: Renaming
) -> list[Change]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return []
    after = renamed_po(text, keys, renaming).encode("utf-8")
    name = path.relative_to(folder).as_posix()
    return [Change(folder, name, raw, after)] if after != raw else []


def _transcript(folder: Path, renaming: Renaming) -> list[Change]:
    """The approved transcript of a playthrough goes by its id."""
    name = f"{TRANSCRIPTS}/{renaming.old}.txt"
    if renaming.section != "playthrough" or not (folder / name).is_file():
        return []
    raw = (folder / name).read_bytes()
    return [Change(folder, name, raw, raw, f"{TRANSCRIPTS}/{renaming.new}.txt")]
