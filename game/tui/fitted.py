"""The app as far as a reader can set it: theme, measure, large text, stillness, language."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.screen import Screen
from textual.types import CSSPathType

from game.settings import MEASURES, Settings, SettingsFile
from game.tongue import Tongue
from game.tui import themes
from game.tui.ending import OrderlyApp
from game.tui.grounds import keep_colours_only
from game.tui.widgets.laid import Laid

if TYPE_CHECKING:
    from game.tui.map.charset import Charset

Result = TypeVar("Result")


class FittedApp(OrderlyApp[Result]):
    """An app that obeys a reader's settings.

    Args:
        tongue: The reader's language.
        file: Where the settings are kept.
        css_path: The stylesheets to begin with; all of them if it is None.
    """

    def __init__(
        self, tongue: Tongue, file: SettingsFile, css_path: CSSPathType | None = None
    ) -> None:
        self.side = ""
        keep_colours_only()
        super().__init__(css_path)
        self.tongue = tongue
        self._file = file
        self.settings, self.file_problem = file.read()
        for theme in themes.THEMES:
            self.register_theme(theme)
        self._begin_with(themes.first_theme(os.environ, self.settings.theme))
        self._obey(self.settings)
        if self.settings.still:
            self.animation_level = "none"

    def _begin_with(self, name: str) -> None:
        """Take a theme before anything is drawn, without setting every style a second time."""
        theme = self.available_themes[name]
        if theme.ansi:
            self.theme = name
            return
        self.set_reactive(App.theme, name)
        self.update_classes({"-dark-mode": theme.dark, "-light-mode": not theme.dark}, update=False)
        self.add_class(f"-theme-{name}", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_ready(self) -> None:
        """All that is shown first has been made: draw it now, not at the screen's next beat."""
        self.screen._on_timer_update()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and the accent of the side that is played."""
        return themes.with_side(super().get_css_variables(), self.side)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        return dict(themes.DARK.variables)

    @property
    def charset(self) -> Charset:
        """What maps are drawn with: what was set, or what suits the terminal."""
        from game.tui.map.charset import charset_for

        return charset_for(os.environ, self.settings.signs)

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self.notify(words, markup=False)

    def set(self, settings: Settings) -> None:
        """Take over other settings, and keep them."""
        before, self.settings = self.settings, settings
        if settings.theme != before.theme:
            self.theme = themes.first_theme(
                os.environ if not settings.theme else {}, settings.theme
            )
        if settings.language != before.language:
            self.speak(settings.language)
        if settings.still != before.still:
            self.animation_level = "none" if settings.still else "full"
        self._obey(settings)
        if (settings.large, settings.measure) != (before.large, before.measure):
            self.lay_out_again()
        if problem := self._file.write(settings):
            self.tell(problem)

    def speak(self, language: str) -> None:
        """Go on in another language."""
        raise NotImplementedError

    def lay_out_again(self) -> None:
        """Controls or lines have another size: style and lay out every screen that is kept."""
        for below in self.screen_stack[:-1]:
            self.stylesheet.update(below)
        for screen in self._installed_screens.values():
            if isinstance(screen, Screen):
                for laid in screen.query(Laid):
                    laid.refresh(layout=True)

    def next_theme(self) -> None:
        """Go to the next theme."""
        self.set(replace(self.settings, theme=themes.theme_after(self.theme)))
        self.tell(self.tongue.say("Theme: {name}").format(name=self.theme))

    def _obey(self, settings: Settings) -> None:
        for measure in MEASURES:
            self.set_class(measure == settings.measure, f"-measure-{measure}")
        self.set_class(settings.large, "-large")
