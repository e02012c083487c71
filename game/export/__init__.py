"""View data to text, Markdown and JSON: what leaves the game."""

from game.export.closing import report_lines, report_parts
from game.export.data import replay_data
from game.export.lines import answer_lines, page_lines
from game.export.markdown import markdown
from game.export.report import report_html, report_svg
from game.export.transcript import transcript

__all__ = [
    "answer_lines",
    "markdown",
    "page_lines",
    "replay_data",
    "report_html",
    "report_lines",
    "report_parts",
    "report_svg",
    "transcript",
]
