"""Positions as what a screen shows: plain data, in the reader's language.

Every face of the game draws from here: the terminal screens, the plain lines,
the exports and the kiosk.
"""

from game.tongue import ENGLISH, N_, Tongue, tongue
from game.view.answer import Answer, answer_to
from game.view.beats import Beat, beats_after, opening_beats
from game.view.codex import (
    AsideView,
    CodexEntry,
    ConflictView,
    FactView,
    SourceView,
    aside,
    entry,
    facts_of,
    sources_of,
)
from game.view.course import Course
from game.view.gauges import Gauge, LedgerRow, gauges, ledger_rows
from game.view.harmless import harmless
from game.view.hours import Hours, hours, hours_at
from game.view.leaving import Leaving, leaving
from game.view.moments import day_of_ten, moment_words
from game.view.page import AdviceView, ChoiceView, Page, ending_page, page_at, page_of
from game.view.parts import ordered_before, parts_of, past_what_was_read, resumed
from game.view.playthroughs import PlayView, parting_rows, play_view, title_at
from game.view.prose import Glass, Paragraph, Piece, line, paragraphs, words
from game.view.reading import Reading, reading
from game.view.record import RecordView
from game.view.report import OrderRow, ReportView, TimeRow, order_rows, report_view
from game.view.standing import Standing, standing
from game.view.strand import Knot, StrandView, strand_so_far, strand_view

__all__ = [
    "ENGLISH",
    "N_",
    "AdviceView",
    "Answer",
    "AsideView",
    "Beat",
    "ChoiceView",
    "CodexEntry",
    "ConflictView",
    "Course",
    "FactView",
    "Gauge",
    "Glass",
    "Hours",
    "Knot",
    "Leaving",
    "LedgerRow",
    "OrderRow",
    "Page",
    "Paragraph",
    "Piece",
    "PlayView",
    "Reading",
    "RecordView",
    "ReportView",
    "SourceView",
    "Standing",
    "StrandView",
    "TimeRow",
    "Tongue",
    "answer_to",
    "aside",
    "beats_after",
    "day_of_ten",
    "ending_page",
    "entry",
    "facts_of",
    "gauges",
    "harmless",
    "hours",
    "hours_at",
    "leaving",
    "ledger_rows",
    "line",
    "moment_words",
    "opening_beats",
    "order_rows",
    "ordered_before",
    "page_at",
    "page_of",
    "paragraphs",
    "parting_rows",
    "parts_of",
    "past_what_was_read",
    "play_view",
    "reading",
    "report_view",
    "resumed",
    "sources_of",
    "standing",
    "strand_so_far",
    "strand_view",
    "title_at",
    "tongue",
    "words",
]
