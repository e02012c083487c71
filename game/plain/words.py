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
    Word("sources", N_("what this page and the last record rest on")),
    Word("read", N_("this page again")),
    Word("choices", N_("the choices again")),
    Word("look", N_("a person, unit, place or term in the codex"), N_("NAME")),
    Word("elsewhere", N_("the same hours elsewhere, as far as you have come")),
    Word("orders", N_("your orders so far")),
    Word("undo", N_("take back the last order, or the last few"), N_("[NUMBER]")),
    Word("redo", N_("give the order again that you took back")),
    Word("save", N_("keep this playthrough under a name"), N_("[NAME]")),
    Word("code", N_("the replay code of this playthrough")),
    Word("help", N_("these words")),
    Word("quit", N_("stop; the game is kept after every order")),
)


def known(typed: str) -> Word | None:
    """The word that was typed, in full or by enough of its first letters."""
    exact = [word for word in WORDS if word.name == typed]
    near = [word for word in WORDS if word.name.startswith(typed)] if len(typed) > 1 else []
    found = exact or near
    return found[0] if len(found) == 1 else None


def help_lines(tongue: Tongue) -> list[str]:
    """Every word with what it does."""
    lines = [
        tongue.say("Type the number of a choice and press Enter to give that order."),
        tongue.say("Press Enter alone to go on reading. You can also type:"),
    ]
    for word in WORDS:
        argument = f" {tongue.say(word.argument)}" if word.argument else ""
        lines.append(f"{word.name}{argument}: {tongue.say(word.does)}.")
    return lines
