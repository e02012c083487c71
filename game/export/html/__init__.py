"""A whole story as one playable HTML file: real text, no network, any browser."""

from game.export.html.make import html

__all__ = ["html"]
