"""The player's battle against the real one: plain data, no words."""

from game.history.compare import Decision, decisions, parting
from game.history.ledger import ClaimCheck, LedgerLine, ledger_lines
from game.history.report import ClosingReport, closing_report
from game.history.timeline import Event, timeline

__all__ = [
    "ClaimCheck",
    "ClosingReport",
    "Decision",
    "Event",
    "LedgerLine",
    "closing_report",
    "decisions",
    "ledger_lines",
    "parting",
    "timeline",
]
