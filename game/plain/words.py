"""What can be typed at the prompt."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import N_, Tongue


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the prompt knows.

    Attributes:
        name: The word, as it is typed.
        does: What it does, in the help.
        argument: What may follow it, for the help.
    """

    name: str
    does: str
    argument: str = ""


WORDS = (
    Word("status", N_("where you are, and the state of the battle")),
    Word("map", N_("what stands where, in words")),
    Word("ledger", N_("the figures so far, and who counted what")),
    Word("record", N_("the last answer again: your order, 1945, how we know")),
    Word("sources", N_("what this page or this record rests on")),
    Word("read", N_("this page again")),
    Word("back", N_("the page before, as far back as the last order")),
    Word("next", N_("past what you have read before, to the next new page or decision")),
    Word("choices", N_("the choices again")),
    Word("look", N_("a person, unit, place, term, chapter or source in the codex"), N_("[NAME]")),
    Word("elsewhere", N_("the same hours elsewhere, as far as you have come")),
    Word("orders", N_("your orders so far")),
    Word("undo", N_("take back the last order, or the last few"), N_("[NUMBER]")),
    Word("redo", N_("give the order again that you took back")),
    Word("save", N_("keep this playthrough under a name"), N_("[NAME]")),
    Word("saves", N_("what is kept")),
    Word("load", N_("go on from what is kept"), N_("NUMBER")),
    Word("code", N_("the replay code of this playthrough")),
    Word("screen", N_("go on on the screen, from here")),
    Word("help", N_("these words")),
    Word("quit", N_("stop; the game is kept after every order")),
)

ALSO = {
    "?": "help",
    "advice": "read",
    "again": "read",
    "asides": "elsewhere",
    "codex": "look",
    "exit": "quit",
    "facts": "sources",
    "journal": "orders",
    "staff": "read",
    "where": "status",
}
"""What else is typed for a word: what the screen calls it, and what people try first."""


def meant(typed: str) -> tuple[Word, ...]:
    """The words that something typed may mean: one if it is clear, none if it is unknown."""
    typed = ALSO.get(typed, typed)
    exact = tuple(word for word in WORDS if word.name == typed)
    return exact or tuple(word for word in WORDS if typed and word.name.startswith(typed))


def number_in(typed: str) -> int | None:
    """The number that was typed, in whatever digits; None if it is none."""
    return int(typed[:9]) if typed.isdecimal() else None


def help_lines(tongue: Tongue) -> list[str]:
    """Every word with what it does."""
    lines = [
        tongue.say("Type the number of a choice and press Enter to give that order."),
        tongue.say("Press Enter alone to go on reading. You can also type:"),
    ]
    for word in WORDS:
        argument = f" {tongue.say(word.argument)}" if word.argument else ""
        lines.append(f"{word.name}{argument}: {tongue.say(word.does)}.")
    return [*lines, tongue.say("The first letters of a word will do, where they are clear.")]
