"""The commands, their arguments and exit codes. Each is imported when it runs."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from typing import NoReturn, Sequence, TextIO

from game import __version__
from game.misuse import Misuse

FAULTS, MISUSED, INTERRUPTED = 1, 2, 130
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


def _play_parser() -> _Parser:
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code: 0 fine, 1 the story or a test has faults, 2 the command was
        used wrongly, 3 a proof is incomplete, 130 it was stopped with Ctrl+C.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "play")
    try:
        return _guarded(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        if debug and not _hung_up(fault):
            raise
        return _sorry(fault)


def _guarded(words: list[str]) -> int:
    from game.plain.streams import restore_missing, survive

    restore_missing()
    survive(sys.stdin, sys.stdout, sys.stderr)
    try:
        code = _command(words)
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else FAULTS
    sys.stdout.flush()
    return code


def _command(words: list[str]) -> int:
    if words[0] == "play":
        from game import commands

        return commands.play(_play_parser().parse_args(words[1:]))
    chosen = parser().parse_args(words)
    if chosen.command != "replay":
        code: int = chosen.run(chosen, sys.stdout)
        return code
    from game.replaying import replay

    return replay(chosen)


def _sorry(fault: Exception) -> int:
    """Say on the error stream what went wrong, if anybody is left to hear it."""
    from game.view import harmless

    with contextlib.suppress(OSError):
        if not _hung_up(fault):
            for sentence in _sentences(fault):
                print(harmless(sentence), file=sys.stderr)
    _let_go(sys.stdout)
    return MISUSED if isinstance(fault, Misuse) else FAULTS


def _sentences(fault: Exception) -> tuple[str, ...]:
    from game.model import StoryError

    if isinstance(fault, (StoryError, Misuse)):
        return (str(fault),)
    if isinstance(fault, OSError):
        return (f"The system says: {fault.strerror or fault}.",)
    return (
        f"Something in the game is broken ({type(fault).__name__}: {fault}).",
        "Run it again with --debug to see where, and please report it.",
    )


def _hung_up(fault: Exception) -> bool:
    """Whether whoever read the output, or typed the input, has gone."""
    return isinstance(fault, OSError) and fault.errno in (errno.EPIPE, errno.EIO)


def _let_go(stream: TextIO) -> None:
    """Drop what a stream can no longer write, so that Python does not try again."""
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
