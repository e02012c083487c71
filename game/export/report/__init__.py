"""The closing report as files: HTML that prints well on A4, and one drawing in SVG."""

from __future__ import annotations

from game.engine import Playthrough
from game.view import ENGLISH, Tongue


def report_html(play: Playthrough, tongue: Tongue = ENGLISH) -> str:
    """The closing report of a playthrough as one HTML file, with nothing to fetch.

    Args:
        play: The playthrough; if it is not finished, the report is so far.
        tongue: The reader's language.
    """
    from game.export.report.page import ReportPage

    return ReportPage(play, tongue).file()


def report_svg(play: Playthrough, tongue: Tongue = ENGLISH) -> str:
    """The closing report of a playthrough as one drawing.

    Args:
        play: The playthrough; if it is not finished, the report is so far.
        tongue: The reader's language.
    """
    from game.export.report.sheet import Sheet

    return Sheet(play, tongue).file()
