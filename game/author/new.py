"""`author new`: a story, campaign, node or branch, sound and ready to be written on."""

from __future__ import annotations

import argparse
import shutil
import sys
import uuid
from pathlib import Path
from typing import Callable, TextIO

from game.author import templates
from game.author.asking import Asker
from game.author.branches import line_of
from game.author.changes import Change, files_of, tried
from game.author.new_parts import Made, branch, campaign, node
from game.author.output import say, say_json
from game.author.prove import sound_story
from game.author.schema import schema_line, write_schemas
from game.folders import story_folder
from game.misuse import Misuse
from game.model import Story
from game.reader.files import MANIFEST
from game.reader.shape import ID, better_id


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    story = kinds.add_parser("story", help="a folder with a small story in it")
    story.add_argument("folder", metavar="DIR", type=Path, help="the folder; it must not exist yet")
    story.add_argument("--title", help="the story's title")
    story.add_argument("--campaign", metavar="ID", help="the id of its first campaign")
    story.add_argument("--copy", action="store_true", help="copy the shipped story instead")
    one = kinds.add_parser("campaign", help="one more way through a story")
    one.add_argument("id", metavar="ID", help="the campaign's id")
    one.add_argument("--title", help="what it is called")
    one.add_argument("--person", metavar="ID", help="whose chair it is")
    one.add_argument("--short", action="store_true", help="a campaign of a few minutes")
    page = kinds.add_parser("node", help="a page between two others")
    page.add_argument("id", metavar="ID", help="the node's id")
    page.add_argument("--title", help="its title")
    page.add_argument(
        "--from",
        dest="origin",
        action="append",
        metavar="NODE",
        help="a page or node.choice that shall lead to it; may be given several times",
    )
    way = kinds.add_parser("branch", help="a new choice, and decisions behind it to an ending")
    way.add_argument("node", metavar="NODE", help="the decision that it begins at")
    way.add_argument("--choice", metavar="ID", help="the id of the new choice")
    way.add_argument("--label", help="the order in a few words")
    way.add_argument("--decisions", type=int, metavar="N", help="how many decisions follow")
    back = way.add_mutually_exclusive_group()
    back.add_argument("--ending", metavar="ID", help="the ending it comes to, there already or new")
    back.add_argument("--join", metavar="CHOICE", help="come back to where this choice leads")
    for kind in (one, page, way):
        kind.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    for kind in (story, one, page, way):
        kind.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Write something new and say where to write first.

    Returns:
        0; 1 if the story has errors, and nothing is written.

    Raises:
        Misuse: if something is missing and there is nobody to ask, or it cannot be.
    """
    asker = Asker(sys.stdin, sys.stderr)
    if arguments.what == "story":
        made = _copied(arguments) if arguments.copy else _story(arguments, asker)
    else:
        folder = arguments.folder or story_folder()
        story = sound_story(folder, out, arguments.format)
        if story is None:
            return 1
        made = _within(folder, story, MAKERS[arguments.what], arguments, asker)
    if arguments.format == "json":
        say_json(out, {"written": list(made.files), "first": f"{made.first}:{made.line}"})
    else:
        _told(made, out)
    return 0


Maker = Callable[[Story, dict[str, bytes], argparse.Namespace, Asker], Made]
MAKERS: dict[str, Maker] = {"campaign": campaign, "node": node, "branch": branch}


def _told(made: Made, out: TextIO) -> None:
    say(out, f"Written: {', '.join(made.files)}.")
    say(out, f"Write first in {made.first}, line {made.line}: {made.what}")
    for line in made.notes:
        say(out, line)


def _within(
    folder: Path, story: Story, make: Maker, arguments: argparse.Namespace, asker: Asker
) -> Made:
    before = files_of(folder)
    made = make(story, before, arguments, asker)
    changes = [Change(folder, name, before.get(name), raw) for name, raw in made.files.items()]
    tried(before, changes)
    for change in changes:
        change.write()
    return made


def _empty(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is there already, and something is in it.")
    if not folder.parent.is_dir():
        raise Misuse(f"There is no folder {folder.parent}.")
    return folder


def _copied(arguments: argparse.Namespace) -> Made:
    folder = _empty(arguments.folder)
    shutil.copytree(story_folder(), folder, dirs_exist_ok=True)
    names = tuple(sorted(path.name for path in folder.iterdir()))
    line = line_of((folder / MANIFEST).read_bytes(), "id =", b"")
    what = "its id, if you mean to play both, for saves go by it."
    return Made(dict.fromkeys(names, b""), MANIFEST, line, what)


def _story(arguments: argparse.Namespace, asker: Asker) -> Made:
    folder = _empty(arguments.folder)
    name = better_id(folder.resolve().name) or "story"
    title = asker.have(arguments.title, "--title", "What is the story called?", name.capitalize())
    id = asker.have(arguments.campaign, "--campaign", "The id of its first campaign?", "main")
    if not ID.match(id):
        raise Misuse(f"{id!r} is no id; an id is lower-case words joined by hyphens.")
    part = f"{id}/1-{id}.toml"
    ifid = str(uuid.uuid4()).upper()
    head = templates.manifest(name, title, ifid, id, schema_line("story.toml"))
    head += templates.campaign(id, id, title, None, False)
    body = templates.opening(id, id, False, schema_line(part))
    files = {"story.toml": head.encode(), part: body.encode()}
    changes = [Change(folder, name, None, raw) for name, raw in files.items()]
    tried({}, changes)
    folder.mkdir(exist_ok=True)
    for change in changes:
        change.write()
    write_schemas(folder)
    first = files[part].split(b"Write here")[0].count(b"\n") + 1
    return Made(files, part, first, "where and when it begins, and who commands.")
