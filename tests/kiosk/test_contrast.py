"""High contrast is high: seven to one for every pair of colours that words stand in."""

from __future__ import annotations

import pytest

from game.tui.themes import DARK, HIGH_CONTRAST

PAIRS = [
    *((ink, "ground") for ink in ("ink", "strong", "muted", "soviet", "japanese", "neutral")),
    *(("ground", side) for side in ("soviet", "japanese", "neutral", "ink")),
]
"""Words and their ground: plain, and turned over where a button is marked or pressed."""


def _light(colour: str) -> float:
    """Relative luminance, as WCAG 2 has it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21."""
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_measure() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_high_contrast_is_seven_to_one(words: str, ground: str) -> None:
    colours = HIGH_CONTRAST.variables
    assert ratio(colours[words], colours[ground]) >= 7


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_the_usual_colours_can_be_read_by_most(words: str, ground: str) -> None:
    colours = DARK.variables
    assert ratio(colours[words], colours[ground]) >= 4.5
