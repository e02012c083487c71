"""The list of the author's commands. A command's module is imported when it is used."""

from __future__ import annotations

import argparse
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Sequence, TextIO

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


class Command(NamedTuple):
    """One word behind `author`, and the module that does it.

    The module has `add(parser)`, which declares the arguments, and
    `run(arguments, out)`, which gives the exit code.
    """

    name: str
    module: str
    help: str


COMMANDS = (
    Command("new", "game.author.new", "make a story, campaign, node or branch to write on"),
    Command("check", "game.author.check", "find every mistake in a story"),
    Command("preview", "game.author.preview", "play the story while you write it"),
    Command("explain", "game.author.explain", "say what a diagnostic means and how to mend it"),
    Command("prove", "game.author.prove", "walk every reachable state and say what is certain"),
    Command("test", "game.author.test", "hold a story to its asserts, playthroughs, transcripts"),
    Command("cover", "game.author.cover", "a few playthroughs that show every passage"),
    Command("words", "game.author.words", "count the words and how long they take to read"),
    Command("rename", "game.author.rename", "give something another id, in every file"),
    Command("translate", "game.author.translate", "write a translator's file, or take one in"),
    Command("schema", "game.author.schema", "say what may stand in a story file, for editors"),
    Command("stats", "game.author.stats", "how often choices are met, and how they weigh"),
    Command("graph", "game.author.graph", "draw a story: as a tree, Mermaid, DOT or SVG"),
    Command("diff", "game.author.diff", "what changed for players, and for their saves"),
    Command("export", "game.author.export", "write a story for other tools and readers"),
)


def add_commands(subparsers: Subparsers) -> None:
    """Declare the author's commands. Each sets `run(arguments, out) -> int`."""
    for command in COMMANDS:
        parser = subparsers.add_parser(
            command.name, help=command.help, description=f"{command.help.capitalize()}."
        )
        parser.set_defaults(run=partial(_run, command.module))
        _declare_late(parser, command.module)


def _declare_late(parser: argparse.ArgumentParser, module: str) -> None:
    """Let a parser declare its arguments when it is first asked to parse."""
    parse = parser.parse_known_args
    waiting = [module]

    def declared(args: Sequence[str] | None = None, namespace: Any = None) -> Any:
        while waiting:
            import_module(waiting.pop()).add(parser)
        return parse(args, namespace)

    parser.parse_known_args = declared  # type: ignore[method-assign, assignment]


def _run(module: str, arguments: argparse.Namespace, out: TextIO) -> int:
    code: int = import_module(module).run(arguments, out)
    return code
