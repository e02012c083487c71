"""Beats with their brief texts, where large letters leave little room."""

from __future__ import annotations

from dataclasses import replace

from game.view.answer import Answer
from game.view.beats import Beat
from game.view.page import Page


def briefly(beat: Beat) -> Beat:
    """A beat with the brief texts that the story has; the beat itself where it has none."""
    return brief_page(beat) if isinstance(beat, Page) else brief_answer(beat)


def brief_page(page: Page) -> Page:
    """A page with its brief text."""
    return replace(page, text=page.brief) if page.brief else page


def brief_answer(answer: Answer) -> Answer:
    """An answer with the brief texts of outcome and record."""
    record = answer.record
    if record is not None and record.brief:
        record = replace(record, text=record.brief)
    return replace(answer, outcome=answer.outcome_brief or answer.outcome, record=record)
