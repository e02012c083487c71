"""What visitors ordered: counted by the hour, kept without a name, never in the way of play."""

from game.kiosk.visits.record import Record, VisitId
from game.kiosk.visits.tallies import Counts, Tally
from game.kiosk.visits.visits import Visits

__all__ = ["Counts", "Record", "Tally", "VisitId", "Visits"]
