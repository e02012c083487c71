"""The command line: which commands there are, and what can be said to each."""

from __future__ import annotations

import argparse
from typing import NoReturn

from game import __version__
from game.misuse import Misuse

PROGRAM = "ten-days"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise Misuse(f"{sentence}. Try {self.prog} --help.")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(
        prog=PROGRAM,
        description="Ten Days at Mutanchiang: an interactive history for the terminal.",
        epilog="Without a command, the game is played. --debug shows what lies behind an error.",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_play(commands.add_parser("play", help="play; the word may be left out"))
    _add_replay(commands.add_parser("replay", help="show a whole playthrough"))
    kiosk = commands.add_parser("kiosk", help="run the game unattended in a museum")
    visits = commands.add_parser("visits", help="tell what a kiosk's visitors ordered")
    author = commands.add_parser("author", help="tools for authors of stories")
    from game.author.commands import add_commands
    from game.kiosk.commands import add_commands as add_museum_commands

    add_museum_commands(kiosk, visits)
    add_commands(
        author.add_subparsers(dest="tool", metavar="TOOL", required=True, parser_class=_Parser)
    )
    return top


def play_parser() -> _Parser:
    """The part of the command line that playing needs, which is there sooner than the whole."""
    part = _Parser(prog=f"{PROGRAM} play")
    _add_play(part)
    return part


def _add_side(part: argparse.ArgumentParser) -> None:
    side = part.add_mutually_exclusive_group()
    side.add_argument("--commander", metavar="ID", help="a person: that person's full campaign")
    side.add_argument("--campaign", metavar="ID", help="a campaign of the story")
    part.add_argument("--story", metavar="DIR", help="another story than the one shipped")
    part.add_argument("--lang", metavar="L", help="the language, such as en")


def _add_play(part: argparse.ArgumentParser) -> None:
    part.add_argument("--plain", action="store_true", help="in lines, for screen readers and pipes")
    part.add_argument("--load", metavar="SAVE", help="a save's file or name, or a replay code")
    _add_side(part)


def _add_replay(part: argparse.ArgumentParser) -> None:
    part.add_argument(
        "what",
        metavar="CODE|FILE|history",
        help="a replay code; a save, or one node.choice a line (- for standard input); "
        "or history, for the orders of 1945",
    )
    formats = ("text", "json", "markdown", "html", "svg")
    part.add_argument("--format", choices=formats, default="text")
    _add_side(part)
