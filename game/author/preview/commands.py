"""The commands of the preview: those of the game that make sense here, and its own."""

from __future__ import annotations

from typing import Iterator

from textual.binding import BindingType

from game.tongue import N_
from game.tui.commands import COMMANDS, Command

LISTS = ("problems", "variables", "nodes")
"""The preview's own screens."""

LEFT_OUT = frozenset({"saves", "save_as", "plays", "plain", "ahead"})
"""Nothing is kept here, so there is nothing to save and nothing that was read before."""

OWN = (
    Command(
        "problems", "e", "e", N_("problems"),
        N_("What check finds in the story; Enter goes to the page"),
        ("reading", "variables", "nodes"), 1,
    ),
    Command(
        "variables", "v", "v", N_("variables"),
        N_("The variables as they are here; they can be set"),
        ("reading", "problems", "nodes"), 2,
    ),
    Command(
        "nodes", "slash", "/", N_("nodes"),
        N_("Every node: find one by its id or title, and start from it"),
        ("reading", "problems", "variables"), 2,
    ),
    Command(
        "edit", "E", "E", N_("edit"),
        N_("Open the file in your editor (EDITOR), at the line"),
        ("reading", "problems", "nodes"), 6,
    ),
    Command(
        "again", "z", "z", N_("from the start"),
        N_("Begin the campaign again, on a real path"), ("reading",),
    ),
    Command("higher", "right,plus", "\u2192", N_("next value"), N_("The next value"),
            ("variables",), 3),
    Command("lower", "left,minus", "\u2190", N_("value before"), N_("The value before"),
            ("variables",), 3),
    Command("search", "slash", "/", N_("search"), N_("Search by id or title"), ("nodes",), 3),
    Command("fold", "left,h", "\u2190", N_("fold"), N_("Fold what is below; folded, go up to it"),
            ("nodes",), 4),
    Command("unfold", "right,l", "\u2192", N_("unfold"), N_("Unfold what is below"),
            ("nodes",), 4),
    Command("fold_all", "minus", "\u2212", N_("fold all"), N_("Fold everything"), ("nodes",), 5),
    Command("unfold_all", "plus", "+", N_("unfold all"), N_("Unfold everything"), ("nodes",), 5),
)  # fmt: skip
"""What only the preview can do."""


def _of_the_game() -> Iterator[Command]:
    """The game's commands; those of every screen work on the preview's own too."""
    for command in COMMANDS:
        if command.id in LEFT_OUT:
            continue
        general = {"help", "journal"} <= {*command.where} or command.id in ("enter", "less", "more")
        yield command._replace(where=(*command.where, *LISTS)) if general else command


TABLE = (*OWN, *_of_the_game())
"""Every command, in the order in which help tells them."""


def commands_of(screen: str) -> tuple[Command, ...]:
    """The commands that a screen knows."""
    return tuple(command for command in TABLE if screen in command.where)


def keys_of(screen: str) -> list[BindingType]:
    """The keys of a screen."""
    return [binding for command in commands_of(screen) for binding in command.bindings]
