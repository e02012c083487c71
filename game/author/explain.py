"""`author explain`: what a diagnostic means, in plain text."""

from __future__ import annotations

import argparse
from typing import TextIO

from game.author.output import say, say_json
from game.author.pages import Page, codes, page
from game.misuse import Misuse
from game.reader.faults import meant, severity


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("code", metavar="CODE", help="such as E401")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Write the page of a code.

    Raises:
        Misuse: if there is no such code.
    """
    code = arguments.code.strip().upper()
    known = codes()
    if code not in known:
        hint = meant(code, known, "a code is a letter and three digits, such as E401.")
        raise Misuse(f"There is no diagnostic {code}; {hint}")
    found = page(code)
    if arguments.format == "json":
        say_json(out, _entry(found))
    else:
        say(out, found.plain)
    return 0


def _entry(page: Page) -> dict[str, str]:
    told = {"code": page.code, "severity": severity(page.code), "title": page.title}
    return told | {"meaning": page.meaning, "text": page.plain}
