"""`author check`: every mistake of a story, for people and for programs."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from game.author.history_checks import HISTORY
from game.author.output import counted, say, say_json
from game.author.sarif import sarif
from game.folders import story_folder
from game.model import Story
from game.reader import Diagnostic, Report, check


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="the story's folder")
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Check a story and write what was found.

    Returns:
        0 if the story has no error, warnings or not; 1 if it has.
    """
    report = check(arguments.folder or story_folder(), HISTORY)
    if arguments.format == "sarif":
        say_json(out, sarif(report.diagnostics))
    elif arguments.format == "json":
        found = [_entry(diagnostic) for diagnostic in report.diagnostics]
        say_json(out, {"ok": report.ok, "diagnostics": found})
    else:
        _sentences(report, out)
    return 0 if report.ok else 1


def _entry(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    entry = asdict(diagnostic)
    order = ("code", "severity", "file", "line", "column", "message", "hint")
    return {key: entry[key] for key in order}


def _sentences(report: Report, out: TextIO) -> None:
    for diagnostic in report.diagnostics:
        say(out, diagnostic.sentence())
    if report.diagnostics:
        say(out)
    say(out, _closing(report))


def _closing(report: Report) -> str:
    if report.story is not None and not report.diagnostics:
        return f"No mistakes in {_size(report.story)}."
    errors = sum(d.severity == "error" for d in report.diagnostics)
    warnings = len(report.diagnostics) - errors
    first = report.diagnostics[0].code
    found = [counted(errors, "error")] if errors else []
    found += [counted(warnings, "warning")] if warnings else []
    return f"{' and '.join(found)}. To read more about the first: author explain {first}"


def _size(story: Story) -> str:
    nodes = counted(len(story.nodes), "node")
    endings = counted(len(story.endings), "ending")
    return f"{nodes} and {endings} of {counted(len(story.campaigns), 'campaign')}"
