"""The commands and their exit codes. Each is imported when it runs, and so is the command line."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import Sequence, TextIO

from game.misuse import Misuse

FAULTS, MISUSED, INTERRUPTED = 1, 2, 130


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
        return _play(words[1:])
    from game.arguments import parser

    chosen = parser().parse_args(words)
    if chosen.command != "replay":
        code: int = chosen.run(chosen, sys.stdout)
        return code
    from game.replaying import replay

    return replay(chosen)


def _play(words: list[str]) -> int:
    """Play; where nothing more was said, the title does not wait for a command line to be built."""
    from game import commands
    from game.splash import has_screen

    if not words and has_screen():
        return commands.to_title()
    from game.arguments import play_parser

    return commands.play(play_parser().parse_args(words))


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
