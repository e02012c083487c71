"""The commands, their arguments and exit codes. Each is imported when it runs."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn, Sequence, TextIO

from game import __version__
from game.misuse import Misuse

FINE, FAULTS, MISUSED = 0, 1, 2
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
    author = commands.add_parser("author", help="tools for authors of stories")
    from game.author.commands import add_commands

    add_commands(
        author.add_subparsers(dest="tool", metavar="TOOL", required=True, parser_class=_Parser)
    )
    return top


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
    part.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    _add_side(part)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code: 0 fine, 1 the story or a test has faults, 2 the command was
        used wrongly, 3 a proof is incomplete.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "play")
    try:
        return _guarded(words)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else FAULTS
    except BrokenPipeError:
        return _hung_up()
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        if debug:
            raise
        return _sorry(fault, sys.stderr)


def _guarded(words: list[str]) -> int:
    from game.plain.output import survive

    survive(sys.stdout, sys.stderr)
    chosen = parser().parse_args(words)
    if chosen.command == "author":
        code: int = chosen.run(chosen, sys.stdout)
        sys.stdout.flush()
        return code
    from game import commands

    return commands.play(chosen) if chosen.command == "play" else commands.replay(chosen)


def _sorry(fault: Exception, out: TextIO) -> int:
    from game.model import StoryError

    if isinstance(fault, (StoryError, Misuse)):
        print(fault, file=out)
        return MISUSED if isinstance(fault, Misuse) else FAULTS
    if isinstance(fault, OSError):
        print(f"The system says: {fault.strerror or fault}.", file=out)
        return FAULTS
    print(f"Something in the game is broken ({type(fault).__name__}: {fault}).", file=out)
    print("Run it again with --debug to see where, and please report it.", file=out)
    return FAULTS


def _hung_up() -> int:
    """Whoever read the output has gone; nothing more can be said."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAULTS
