"""The style sheets of the closing report and of the player."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def colours() -> str:
    """The colours, light and dark, and the accent of each side."""
    return (HERE / "colours.css").read_text("utf-8")


def shapes() -> str:
    """What the parts of the report look like."""
    return (HERE / "shapes.css").read_text("utf-8")
