"""The command line of `author preview`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO

from game.folders import story_folder
from game.misuse import Misuse
from game.splash import has_screen


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--node", metavar="ID", default="", help="start from this node or ending")
    parser.add_argument("--campaign", metavar="ID", default="", help="the campaign to begin with")
    parser.add_argument("--lang", metavar="L", default="", help="the language, such as en")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Show the story until the author leaves.

    Returns:
        0; another code if the screen could not be kept.

    Raises:
        Misuse: if there is no terminal to draw on, or no such folder.
    """
    if not has_screen():
        raise Misuse("The preview needs a terminal; author check tells the mistakes in lines.")
    folder = arguments.folder or story_folder()
    if not folder.is_dir():
        raise Misuse(f"There is no story folder {str(folder)!r}.")
    from game.author.preview.app import run_preview
    from game.author.preview.desk import Desk

    return run_preview(Desk(folder, arguments.lang, arguments.campaign), arguments.node)
