"""The themes: what each of our own variables is in each of them."""

from __future__ import annotations

from typing import Mapping

from textual.theme import BUILTIN_THEMES, Theme

SIDES = ("soviet", "japanese")


def _theme(name: str, dark: bool, colours: Mapping[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colours["neutral"],
        secondary=colours["muted"],
        accent=colours["neutral"],
        warning=colours["neutral"],
        error=colours["soviet"],
        success=colours["japanese"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["raised"],
        boost=colours["raised"],
        variables={**colours, **_borrowed(colours)},
    )


def _borrowed(colours: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables, so that palette, inputs and scrollbars match."""
    return {
        "scrollbar": colours["rail"],
        "scrollbar-hover": colours["muted"],
        "scrollbar-active": colours["muted"],
        "scrollbar-background": colours["ground"],
        "scrollbar-background-hover": colours["ground"],
        "scrollbar-background-active": colours["ground"],
        "scrollbar-corner-color": colours["ground"],
        "block-cursor-background": colours["neutral"],
        "block-cursor-foreground": colours["ground"],
        "block-cursor-text-style": "bold",
        "input-cursor-background": colours["strong"],
        "input-cursor-foreground": colours["ground"],
        "input-selection-background": colours["faint"],
        "border": colours["neutral"],
        "border-blurred": colours["faint"],
        "text-muted": colours["muted"],
    }


DARK = _theme(
    "dark",
    True,
    {
        "ground": "#15171c",
        "raised": "#1d2027",
        "ink": "#cfcabf",
        "strong": "#f1ece0",
        "muted": "#938e83",
        "faint": "#5e5e5d",
        "rail": "#33353c",
        "soviet": "#e37d63",
        "japanese": "#8db0e2",
        "neutral": "#cdae70",
        "water": "#5f9ea0",
    },
)

LIGHT = _theme(
    "light",
    False,
    {
        "ground": "#f8f4ea",
        "raised": "#eee8da",
        "ink": "#35312b",
        "strong": "#100e0b",
        "muted": "#6e675b",
        "faint": "#a0967f",
        "rail": "#d9d0bd",
        "soviet": "#a5341f",
        "japanese": "#2b4f8c",
        "neutral": "#76560f",
        "water": "#2a7377",
    },
)

HIGH_CONTRAST = _theme(
    "high-contrast",
    True,
    {
        "ground": "#000000",
        "raised": "#000000",
        "ink": "#ffffff",
        "strong": "#ffffff",
        "muted": "#d6d6d6",
        "faint": "#a8a8a8",
        "rail": "#a8a8a8",
        "soviet": "#ffa891",
        "japanese": "#a9d0ff",
        "neutral": "#ffe08a",
        "water": "#9fe3e3",
    },
)

_CONSOLE = {
    "ground": "ansi_default",
    "raised": "ansi_default",
    "ink": "ansi_default",
    "strong": "ansi_default",
    "muted": "ansi_default",
    "faint": "ansi_default",
    "rail": "ansi_white",
    "soviet": "ansi_red",
    "japanese": "ansi_cyan",
    "neutral": "ansi_yellow",
    "water": "ansi_bright_blue",
}

CONSOLE = Theme(
    name="console",
    ansi=True,
    dark=True,
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **_CONSOLE,
        "scrollbar": "ansi_white",
        "scrollbar-background": "ansi_default",
        "border": "ansi_yellow",
        "border-blurred": "ansi_white",
        "block-cursor-background": "ansi_white",
        "block-cursor-foreground": "ansi_black",
    },
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST, CONSOLE)
"""Every theme, in the order in which one key goes through them."""

DEFAULT = DARK.name

FEW_COLOURS = ("linux", "vt100", "vt220", "ansi")
"""Terminals with 16 colours or fewer."""


def first_theme(environ: Mapping[str, str], chosen: str = "") -> str:
    """The theme to begin with: the one asked for, the one set, or what suits the terminal."""
    names = {theme.name for theme in THEMES}
    for wanted in (environ.get("TEXTUAL_THEME", ""), chosen):
        if wanted in names:
            return wanted
    return CONSOLE.name if environ.get("TERM", "") in FEW_COLOURS else DEFAULT


def theme_after(name: str) -> str:
    """The next theme's name."""
    names = [theme.name for theme in THEMES]
    place = names.index(name) if name in names else -1
    return names[(place + 1) % len(names)]


def with_side(variables: Mapping[str, str], side: str) -> dict[str, str]:
    """Variables with `side`, the one accent of the side that is played."""
    own = variables.get(side if side in SIDES else "neutral", "")
    return {**variables, "side": own}
