"""TOML files to a story, with diagnostics that name file, line and column."""

from game.reader.check import Report, check
from game.reader.errors import BrokenStory
from game.reader.faults import Diagnostic
from game.reader.load import load

__all__ = ["BrokenStory", "Diagnostic", "Report", "check", "load"]
