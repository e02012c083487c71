"""The one table of commands: it feeds keys, the footer, the palette and the help."""

from __future__ import annotations

from typing import Iterable, NamedTuple

from textual.binding import Binding, BindingType

from game.tongue import N_

EVERYWHERE = (
    *("title", "note", "commander", "reading", "report", "saves", "plays", "settings"),
    *("journal", "ledger", "codex", "entry", "map", "help"),
)
"""The names of the screens."""

OVER_READING = ("reading", "report")
LISTS = ("title", "note", "commander", "saves", "plays", "settings", "journal", "codex")
SCROLLS = ("reading", "report", "ledger", "codex", "entry", "help", "map")


class Command(NamedTuple):
    """Something that a player can ask for.

    Attributes:
        id: The screen's action is `action_` and this.
        keys: As Textual names them, parted by commas.
        shown: The key as the footer and the help write it.
        label: A word or two for the footer.
        does: One sentence for the help and the palette.
        where: The screens that know it.
        foot: Its rank in the footer, from 1; 0 keeps it out.
    """

    id: str
    keys: str
    shown: str
    label: str
    does: str
    where: tuple[str, ...]
    foot: int = 0

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """The keys that ask for it; a digit is told to the action."""
        return tuple(Binding(key, self._action(key)) for key in self.keys.split(","))

    def _action(self, key: str) -> str:
        if self.id == "cursor":
            return f"cursor('{key}')"
        return f"{self.id}({key})" if key.isdigit() and self.id == "pick" else self.id


COMMANDS = (
    Command(
        "pick",
        "1,2,3,4,5,6,7,8,9",
        "1",
        N_("choose"),
        N_("Choose by number; the same number again gives the order"),
        ("title", "note", "commander", "settings", "reading"),
        1,
    ),
    Command(
        "enter",
        "enter",
        "Enter",
        N_("go on"),
        N_("Go on, open what is marked, or give the chosen order"),
        (*LISTS, "reading", "report", "entry"),
        2,
    ),
    Command(
        "more",
        "space,pagedown",
        "Space",
        N_("more"),
        N_("A screenful further; at the end of a page, go on"),
        SCROLLS,
        2,
    ),
    Command(
        "less",
        "pageup,b",
        "PgUp",
        N_("up"),
        N_("A screenful back"),
        SCROLLS,
    ),
    Command(
        "down",
        "down,j",
        "\u2193 j",
        N_("down"),
        N_("The next line or choice"),
        EVERYWHERE,
    ),
    Command("up", "up,k", "\u2191 k", N_("up"), N_("The line or choice before"), EVERYWHERE),
    Command("top", "home,g", "g", N_("top"), N_("To the beginning"), EVERYWHERE),
    Command("bottom", "end,G", "G", N_("end"), N_("To the end"), EVERYWHERE),
    Command(
        "next_link",
        "tab",
        "Tab",
        N_("links"),
        N_("Mark the next name that can be looked up; Enter opens it"),
        ("reading", "report", "entry"),
        7,
    ),
    Command(
        "last_link",
        "shift+tab",
        "Shift+Tab",
        N_("links"),
        N_("Mark the name before"),
        ("reading", "report", "entry"),
    ),
    Command(
        "back",
        "left,backspace",
        "\u2190",
        N_("page before"),
        N_("The page before, as far as your last order"),
        ("reading",),
    ),
    Command(
        "skip",
        "x",
        "x",
        N_("skip this page"),
        N_("Pass over a page that has a note on its content"),
        ("reading",),
        1,
    ),
    Command(
        "ahead",
        "d",
        "d",
        N_("to what is new"),
        N_("Past what you have read before, to the next new page, decision or ending"),
        ("reading",),
        2,
    ),
    Command(
        "next_section",
        "right",
        "\u2192",
        N_("next part"),
        N_("The next part of the report: figures, orders, tree, time, elsewhere, sources"),
        ("report",),
        3,
    ),
    Command(
        "last_section",
        "left",
        "\u2190",
        N_("part before"),
        N_("The part of the report before"),
        ("report",),
    ),
    Command(
        "write",
        "e",
        "e",
        N_("write down"),
        N_("Write the report beside the saves, as a page (HTML) and as a drawing (SVG)"),
        ("report",),
        3,
    ),
    Command(
        "map",
        "m",
        "m",
        N_("map"),
        N_("The map, with what stands where in words"),
        OVER_READING,
        3,
    ),
    Command(
        "ledger",
        "l",
        "l",
        N_("ledger"),
        N_("The state of the battle and the figures so far"),
        OVER_READING,
        4,
    ),
    Command(
        "journal",
        "n,u",
        "n",
        N_("orders"),
        N_("Your orders; go back to before one of them"),
        OVER_READING,
        5,
    ),
    Command(
        "redo", "r", "r", N_("redo"), N_("Give the order again that you took back"), ("reading",)
    ),
    Command(
        "whole_text",
        "w",
        "w",
        N_("whole text"),
        N_("The whole text, where large text shows the brief one"),
        ("reading",),
        3,
    ),
    Command(
        "facts",
        "f",
        "f",
        N_("facts"),
        N_("What this page rests on: its facts and their sources"),
        ("reading",),
        8,
    ),
    Command(
        "codex",
        "c",
        "c",
        N_("codex"),
        N_("People, units, places, terms, and how we know"),
        ("title", *OVER_READING),
        6,
    ),
    Command(
        "saves",
        "s",
        "s",
        N_("saves"),
        N_("Save under a name, or load"),
        ("title", *OVER_READING),
        5,
    ),
    Command(
        "plays",
        "p",
        "p",
        N_("playthroughs"),
        N_("The games played, in one table, and how they differ"),
        ("title", "saves", *OVER_READING),
    ),
    Command("save_as", "a", "a", N_("save as"), N_("Keep this game under a name"), ("saves",), 3),
    Command("search", "slash", "/", N_("search"), N_("Search by name or role"), ("codex",), 3),
    Command(
        "next_part",
        "right,tab",
        "\u2192",
        N_("next part"),
        N_("The next part of the codex: people, units, places, sources"),
        ("codex",),
        4,
    ),
    Command(
        "last_part",
        "left,shift+tab",
        "\u2190",
        N_("part before"),
        N_("The part of the codex before"),
        ("codex",),
    ),
    Command(
        "undo",
        "u",
        "u",
        N_("before it"),
        N_("Back to before the marked order"),
        ("journal",),
    ),
    Command("zoom_in", "plus,equals_sign", "+", N_("closer"), N_("The map closer"), ("map",), 3),
    Command(
        "zoom_out", "minus", "\u2212", N_("farther"), N_("The map from farther off"), ("map",), 3
    ),
    Command("left", "left,h", "\u2190 h", N_("left"), N_("The commander before"), ("commander",)),
    Command("right", "right", "\u2192", N_("right"), N_("The next commander"), ("commander",)),
    Command("west", "left,h", "\u2190", N_("west"), N_("Move the map"), ("map",)),
    Command("east", "right", "\u2192", N_("east"), N_("Move the map"), ("map",)),
    Command("whole", "0", "0", N_("reset"), N_("The map as it was"), ("map",), 6),
    Command(
        "then",
        "w",
        "w",
        N_("1945"),
        N_("Your situation, or that of 1945 at the same hour"),
        ("map",),
        4,
    ),
    Command(
        "sheet",
        "v",
        "v",
        N_("view"),
        N_("The next view: the situation, the battle, the whole theatre"),
        ("map",),
        5,
    ),
    Command(
        "point",
        "tab",
        "Tab",
        N_("point"),
        N_("Point at the next sign and say what it is"),
        ("map",),
    ),
    Command(
        "point_back",
        "shift+tab",
        "Shift+Tab",
        N_("point"),
        N_("Point at the sign before"),
        ("map",),
    ),
    Command(
        "cursor",
        "H,J,K,L,shift+left,shift+down,shift+up,shift+right",
        "H J K L",
        N_("cursor"),
        N_("Move the cursor over the map and hear what is there"),
        ("map",),
    ),
    Command(
        "theme",
        "t",
        "t",
        N_("theme"),
        N_("The next theme: dark, light, high contrast, console"),
        EVERYWHERE,
    ),
    Command(
        "settings",
        "o",
        "o",
        N_("settings"),
        N_("Theme, length of lines, large text, stillness, language"),
        tuple(name for name in EVERYWHERE if name != "settings"),
    ),
    Command(
        "plain",
        "P",
        "P",
        N_("plain"),
        N_("Leave the screens and go on in plain lines, at the same place"),
        OVER_READING,
    ),
    Command("escape", "escape", "Esc", N_("back"), N_("Back, or close"), EVERYWHERE, 9),
    Command(
        "help", "question_mark,f1", "?", N_("help"), N_("What can be done here"), EVERYWHERE, 10
    ),
    Command(
        "copy_text",
        "ctrl+c,super+c",
        "Ctrl+C",
        N_("copy"),
        N_("Copy the words that are marked with the mouse"),
        EVERYWHERE,
    ),
    Command(
        "palette", "ctrl+p", "Ctrl+P", N_("commands"), N_("Find a command by its name"), EVERYWHERE
    ),
    Command(
        "leave",
        "ctrl+q",
        "Ctrl+Q",
        N_("quit"),
        N_("Stop; the game is kept after every order"),
        EVERYWHERE,
    ),
)
"""Every command, in the order in which help tells them."""


def commands_of(screen: str) -> tuple[Command, ...]:
    """The commands that a screen knows."""
    return tuple(command for command in COMMANDS if screen in command.where)


def keys_of(screen: str) -> list[BindingType]:
    """The keys of a screen."""
    return [binding for command in commands_of(screen) for binding in command.bindings]


def in_footer(commands: Iterable[Command]) -> list[Command]:
    """The commands that the footer shows, by rank."""
    return sorted((c for c in commands if c.foot), key=lambda c: c.foot)


MOVES = frozenset({"up", "down", "top", "bottom", "less", "next_link", "last_link"})
"""Ways round a page, which are told last."""

STEPS = frozenset({"back", "skip", "ahead", "redo"})
"""Ways through the story, told after the doors to other screens in a list of names."""


def in_order(commands: Iterable[Command]) -> list[Command]:
    """Commands as somebody looks for them: what is done here, doors, steps, ways round a page."""
    return sorted(commands, key=lambda c: (c.id in MOVES) * 2 + (c.id in STEPS))
