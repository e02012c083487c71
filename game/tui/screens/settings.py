"""Settings: how the game looks and moves, and in which language."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Iterable, Mapping, TypeVar

from textual.app import ComposeResult

from game.settings import MEASURES
from game.settings import Settings as Choices
from game.tongue import N_
from game.tui.commands import Command, keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words

Value = TypeVar("Value")

THEMES = {
    "": N_("what suits the terminal"),
    "dark": N_("dark"),
    "light": N_("light"),
    "high-contrast": N_("high contrast"),
    "console": N_("console, in 16 colours"),
}
SIGNS = {
    "": N_("what suits the terminal"),
    "braille": N_("dots (braille)"),
    "blocks": N_("blocks, for old fonts"),
    "ascii": N_("plain letters and signs"),
}
RULERS = {"": N_("off"), "line": N_("the line"), "paragraph": N_("the paragraph")}
LANGUAGES = {"en": "English", "ru": "\u0420\u0443\u0441\u0441\u043a\u0438\u0439"}
"""Languages by the names that they have for themselves."""

ABOUT = {
    "theme": N_("The colours of every screen."),
    "measure": N_("How long a line of text may be, where there is room."),
    "large": N_("For letters set large: less on a screen, and every control three rows high."),
    "still": N_("Pages turn at once, and nothing moves by itself."),
    "ruler": N_("Marks the line or the paragraph that you read; the arrows move it."),
    "signs": N_("What the map is drawn with. Choose another if it shows boxes or question marks."),
    "language": N_("The words around the story, and the story as far as it is translated."),
}


class Settings(Listing):
    """A row for each setting. Enter, or a click, goes to its next value."""

    NAME = "settings"
    BINDINGS = keys_of("settings")

    def content(self) -> ComposeResult:
        """What it is, and the settings."""
        with Body(), Column():
            yield Words("settings-about", Ink.MUTED)
            yield Menu("settings-menu", gap=1)

    def refill(self) -> None:
        """The settings as they are."""
        self.header.show(self.say("Settings"), right=self.whose, moment=self.game.moment)
        about = self.say("Enter changes the marked setting. All are remembered.")
        self.query_one("#settings-about", Words).show(about)
        self.menu.show(self._rows(), self.menu.marked or 0)

    def _rows(self) -> list[Row]:
        now = self.game.settings
        values = [
            ("theme", self.say("Theme"), self.say(THEMES.get(now.theme, now.theme))),
            ("measure", self.say("Length of a line"), self._length(now.measure)),
            ("large", self.say("Large text"), self._switch(now.large)),
            ("still", self.say("Reduced motion"), self._switch(now.still)),
        ]
        if len(self._languages) > 1:
            named = self._named(self.tongue.language)
            values.append(("language", self.say("Language"), named))
        values.append(("signs", self.say("Map"), self.say(SIGNS.get(now.signs, now.signs))))
        values.append(("ruler", self.say("Reading ruler"), self.say(RULERS[now.ruler])))
        return [
            Row(id, label, number, value, detail=self.say(ABOUT[id]))
            for number, (id, label, value) in enumerate(values, 1)
        ]

    def _length(self, measure: int) -> str:
        return self.tongue.count("{n} character", "{n} characters", measure)

    def _switch(self, on: bool) -> str:
        return self.say("on") if on else self.say("off")

    def _named(self, language: str) -> str:
        return LANGUAGES.get(language, language)

    @property
    def _languages(self) -> list[str]:
        """What can be read: the story's languages, when it has been read."""
        return list(self.game.story.manifest.languages) if self.game.is_ready else []

    def word_for(self, command: Command) -> Key:
        """Say what Enter and the digits do."""
        id, key, label = super().word_for(command)
        return (id, key, self.say("change") if id in ("enter", "pick") else label)

    def chosen(self, id: str) -> None:
        """To the next value of a setting."""
        steps: Mapping[str, Callable[[Choices], Choices]] = {
            "theme": lambda now: replace(now, theme=_after(now.theme, THEMES)),
            "measure": lambda now: replace(now, measure=_after(now.measure, MEASURES)),
            "large": lambda now: replace(now, large=not now.large),
            "still": lambda now: replace(now, still=not now.still),
            "ruler": lambda now: replace(now, ruler=_after(now.ruler, RULERS)),
            "signs": lambda now: replace(now, signs=_after(now.signs, SIGNS)),
            "language": lambda now: replace(
                now, language=_after(self.tongue.language, self._languages)
            ),
        }
        self.game.set(steps[id](self.game.settings))
        if self.in_front:
            self.refill()
            self.refoot()


def _after(value: Value, values: Iterable[Value]) -> Value:
    """The value behind another one; behind the last comes the first."""
    known = list(values)
    place = known.index(value) if value in known else -1
    return known[(place + 1) % len(known)]
