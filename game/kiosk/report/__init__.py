"""What a kiosk's visits come to: tables and charts for a terminal, a browser, a spreadsheet."""

from game.kiosk.report.tell import csv_of, page_of, tell

__all__ = ["csv_of", "page_of", "tell"]
