"""`author translate`: a translator's file out of a story, and back into it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.author.output import counted, say, say_json
from game.author.prove import sound_story
from game.author.put import put_whole
from game.author.translators_file import Tally, catalogue, taken_in
from game.folders import story_folder
from game.misuse import Misuse
from game.reader import check
from game.reader.locale import CODE, BrokenTranslation, name_of, parsed

if TYPE_CHECKING:
    import polib

LARGEST = 50 * 1024 * 1024
"""Bytes in a translator's file; more is refused."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("language", metavar="LANG", help="the language's code, such as ru")
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", metavar="PO", type=Path, help="write every text into this file")
    way.add_argument("--in", metavar="PO", dest="taken", type=Path, help="take this file in")
    parser.add_argument("--pseudo", action="store_true", help="with --out, fill in a test language")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Write a translator's file, or take one in.

    Returns:
        0; 1 if the story has errors, or the file cannot be used.

    Raises:
        Misuse: if there is no such language or file.
    """
    if not CODE.match(arguments.language):
        raise Misuse(f"{arguments.language!r} is no code of a language, such as ru or pt-BR.")
    folder = arguments.folder or story_folder()
    story = sound_story(folder, out, arguments.format)
    if story is None:
        return 1
    if arguments.out is not None:
        before = _read(folder / name_of(arguments.language))
        made, tally = catalogue(story, arguments.language, before, arguments.pseudo)
        _written(arguments.out, str(made) + "\n")
        _tell(arguments, out, tally, str(arguments.out))
        return 0
    if not arguments.taken.is_file():
        raise Misuse(f"There is no file {arguments.taken}.")
    given = _read(arguments.taken)
    assert given is not None
    made, tally = taken_in(story, arguments.language, given)
    place = folder / name_of(arguments.language)
    place.parent.mkdir(exist_ok=True)
    _written(place, str(made) + "\n")
    _tell(arguments, out, tally, name_of(arguments.language))
    return _look_over(arguments, folder, out)


def _read(path: Path) -> polib.POFile | None:
    if not path.is_file():
        return None
    try:
        if path.stat().st_size > LARGEST:
            raise Misuse(f"{path.name} is larger than {LARGEST >> 20} MB.")
        return parsed(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Misuse(f"{path.name} is not UTF-8 text.") from None
    except BrokenTranslation as fault:
        raise Misuse(f"{path.name}, line {fault.line}: {fault}") from None


def _written(path: Path, text: str) -> None:
    if not path.parent.is_dir():
        raise Misuse(f"There is no folder {path.parent}.")
    put_whole(path, text.encode("utf-8"))


def _tell(arguments: argparse.Namespace, out: TextIO, tally: Tally, name: str) -> None:
    if arguments.format == "json":
        say_json(out, {"file": name, **tally._asdict()})
        return
    say(out, f"Written to {name}: {counted(tally.texts, 'text')}, {tally.words:,} words.")
    say(out, f"Translated: {tally.done:,}. To look over (fuzzy): {tally.fuzzy:,}.")
    if tally.gone:
        say(out, f"Left out: {tally.gone:,} whose text is no longer in the story.")


def _look_over(arguments: argparse.Namespace, folder: Path, out: TextIO) -> int:
    """Say what is wrong with the translation that was taken in."""
    report = check(folder)
    name = name_of(arguments.language)
    found = [d for d in report.diagnostics if d.file == name]
    listed = report.story is None or arguments.language in report.story.manifest.languages
    if arguments.format == "text":
        for diagnostic in found:
            say(out, diagnostic.sentence())
        if not listed:
            say(out, f'To offer it, add {arguments.language} = "partial" to `languages`.')
    return 1 if any(d.severity == "error" for d in found) else 0
