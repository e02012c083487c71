"""The closing report written down: one HTML and one SVG beside the saves."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EEXIST
from pathlib import Path

from game.engine import Playthrough
from game.export.report import report_html, report_svg
from game.saves import code_of
from game.saves.reasons import unwritten
from game.view import ENGLISH, Tongue

MOST = 1000
"""Files of one name that are told apart by a number."""


class ReportError(Exception):
    """The report could not be written; the message says why in one sentence."""


def write_report(play: Playthrough, folder: Path, tongue: Tongue = ENGLISH) -> tuple[Path, Path]:
    """Write the report of a playthrough as HTML and as SVG.

    Nothing that is there is written over: a file of the same name and content is
    left as it is, and beside another one the new file gets a number.

    Args:
        play: A playthrough, finished or not.
        folder: Where to; it is made if it is not there.
        tongue: The reader's language.

    Returns:
        The HTML file and the SVG file.

    Raises:
        ReportError: if they cannot be written; half a file is not left behind.
    """
    code = code_of(play).casefold()
    name = f"report-{play.program.campaign.id}-{code}"[:120]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (
            _put(folder, name, ".html", report_html(play, tongue)),
            _put(folder, name, ".svg", report_svg(play, tongue)),
        )
    except OSError as fault:
        words = tongue.say("The report could not be written to {folder}: {reason}.")
        told = words.format(folder=folder, reason=unwritten(fault))
        raise ReportError(told) from fault


def _put(folder: Path, name: str, ending: str, text: str) -> Path:
    content = text.encode("utf-8")
    for number in range(1, MOST):
        path = folder / (f"{name}{ending}" if number == 1 else f"{name}-{number}{ending}")
        try:
            with path.open("xb") as file:
                _write(file.fileno(), content, path)
            return path
        except FileExistsError:
            if path.is_file() and path.read_bytes() == content:
                return path
    raise FileExistsError(EEXIST, os.strerror(EEXIST))


def _write(handle: int, content: bytes, path: Path) -> None:
    """All of it; what is left of it when that fails is taken away."""
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
