"""A whole playthrough as text: what plain mode would have said."""

from __future__ import annotations

from game.engine import Playthrough
from game.export.closing import report_lines
from game.export.lines import answer_lines, choice_lines, page_lines
from game.export.prose_lines import Lines
from game.view import ENGLISH, Answer, Tongue, beats_after, harmless, report_view


def transcript(play: Playthrough, tongue: Tongue = ENGLISH, report: bool = True) -> str:
    """The pages, orders and answers of a playthrough, and its closing report.

    Args:
        play: The playthrough, finished or not.
        tongue: The reader's language.
        report: Whether the closing report is added at an ending.
    """
    blocks: list[Lines] = []
    for order in range(len(play.legs)):
        for beat in beats_after(play, order, tongue):
            if isinstance(beat, Answer):
                blocks.append(answer_lines(beat, tongue))
                continue
            blocks.append(page_lines(beat, tongue))
            if beat.choices:
                blocks.append(choice_lines(beat, tongue))
    if report and play.is_over:
        blocks.append(report_lines(report_view(play, tongue), tongue))
    return harmless("\n\n".join("\n".join(block) for block in blocks) + "\n")
