"""`author schema`: what may stand in a story file, for editors and for people."""

from __future__ import annotations

import argparse
import json
import os
import re
from pathlib import Path
from typing import Any, TextIO

from game.author.field_reference import reference
from game.author.json_schema import part_schema, story_schema
from game.author.output import counted, say, say_json
from game.author.put import put_whole
from game.folders import story_folder
from game.misuse import Misuse
from game.reader.faults import Sink
from game.reader.files import MANIFEST, read_files

FOLDER = "schema"
"""Where in a story's folder the schema files are kept, so that they go along with it."""

LINE = re.compile(rb"\A(\xef\xbb\xbf)?(#:schema[^\n]*\n)?")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--write", action="store_true", help="write the schema files into DIR")
    parser.add_argument(
        "--lines",
        action="store_true",
        help="as --write, and name them in the first line of every file of the story",
    )


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Show the format field by field, or as JSON Schema; or write the schema into a story.

    Raises:
        Misuse: if there is no story to write into.
    """
    if arguments.write or arguments.lines:
        done = _written(arguments.folder or story_folder(), arguments.lines)
        if arguments.format == "json":
            say_json(out, done)
        else:
            _told(done, out)
    elif arguments.format == "json":
        say_json(out, schemas())
    else:
        say(out, reference())
    return 0


def schemas() -> dict[str, Any]:
    """The schema files by name: one for story.toml, one for all other files."""
    return {"story.json": story_schema(), "part.json": part_schema()}


def _written(folder: Path, lines: bool) -> dict[str, list[str]]:
    if not (folder / MANIFEST).is_file():
        raise Misuse(f"There is no story in {folder}: it has no {MANIFEST}.")
    write_schemas(folder)
    changed = add_lines(folder) if lines else []
    return {"schemas": [f"{FOLDER}/{name}" for name in schemas()], "lines": changed}


def write_schemas(folder: Path) -> None:
    """Write both schema files into a story's folder."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        put_whole(folder / FOLDER / name, text.encode("utf-8"))


def add_lines(folder: Path) -> list[str]:
    """Name the schema in the first line of every file of a story.

    Returns:
        The files that were changed; nothing else in them is touched.
    """
    changed = []
    for file in read_files(folder, Sink(), recover=True):
        place = folder / file.name
        raw = place.read_bytes()
        found = LINE.match(raw)
        head, end = (found[1] or b"", found.end()) if found else (b"", 0)
        new = head + schema_line(file.name).encode() + raw[end:]
        if new != raw:
            put_whole(place, new)
            changed.append(file.name)
    return changed


def schema_line(name: str) -> str:
    """The line by which a story file names its schema for editors."""
    schema = "story.json" if name == MANIFEST else "part.json"
    way = os.path.relpath(f"{FOLDER}/{schema}", Path(name).parent).replace(os.sep, "/")
    return f"#:schema {way if way.startswith('.') else './' + way}\n"


def _told(done: dict[str, list[str]], out: TextIO) -> None:
    say(out, f"Written: {', '.join(done['schemas'])}.")
    if done["lines"]:
        say(out, f"The first line of {counted(len(done['lines']), 'file')} now names its schema.")
