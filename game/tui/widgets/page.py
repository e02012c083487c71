"""A page, a decision or an ending in the reading column."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from game.tui.typeset import Ink
from game.tui.widgets.advisers import Advisers
from game.tui.widgets.heading import Button, Words
from game.tui.widgets.laid import Laid
from game.tui.widgets.linked import Linked
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.prose import CONJECTURE, Prose
from game.view import ChoiceView, Page, Tongue
from game.view.answer import BASES

USUAL = 68
"""A width at which to ask whether a part has anything to show."""


class PageBody(Widget, can_focus=False):
    """Title, text, staff, choices; or, before a page with a note, the question whether to read."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="page", classes="column", markup=False)
        self._tongue = tongue
        self.gated = False

    def compose(self) -> ComposeResult:
        """Everything that a page may have; what it has not is empty and takes no room."""
        yield Words("page-title", Ink.HEADING)
        yield Words("page-note", Ink.STRONG)
        yield Prose("page-text")
        yield Words("page-figure", Ink.MUTED)
        yield Words("page-legend", Ink.MUTED, mark=CONJECTURE)
        yield Advisers(self._tongue)
        yield Words("page-question", Ink.HEADING)
        yield Menu("page-menu", folds=True, confirms=True, gap=1)
        yield Button("page-on")

    @property
    def menu(self) -> Menu:
        """The choices, or the question whether to read."""
        return self.query_one("#page-menu", Menu)

    @property
    def link_holders(self) -> Sequence[Linked]:
        """The widgets that have links."""
        return (self.query_one("#page-text", Prose),)

    def show(self, page: Page, gated: bool) -> None:
        """Show a page; gated, only its note and the question."""
        self.gated = gated
        self._words("page-title", page.title)
        self._words("page-note", page.sensitive if gated else "")
        text = self.query_one("#page-text", Prose)
        text.show(() if gated else page.text)
        self._words("page-figure", "" if gated else " ".join(page.pictures))
        self._words("page-legend", self._legend() if text.has_conjecture else "")
        self.query_one(Advisers).show(() if gated else page.advice)
        self._choices(page)
        self._onward(page)
        for part in self.query_children(Laid):
            part.display = bool(part.lay(USUAL))

    def _words(self, id: str, text: str) -> None:
        self.query_one(f"#{id}", Words).show(text)

    def _legend(self) -> str:
        return self._tongue.say(BASES["conjecture"])

    def _choices(self, page: Page) -> None:
        say = self._tongue.say
        deciding = page.kind == "decision" and not self.gated
        self._words("page-question", say("Your order") if deciding else "")
        rows = [_row(choice) for choice in page.choices] if deciding else []
        if self.gated:
            rows = [Row("skip", say("Skip it"), 1), Row("read-on", say("Read it"), 2)]
        self.menu.show(rows)

    def _onward(self, page: Page) -> None:
        say = self._tongue.say
        words = {"page": say("Go on"), "ending": say("The closing report")}.get(page.kind, "")
        self.query_one("#page-on", Button).show("" if self.gated else words)


def _row(choice: ChoiceView) -> Row:
    return Row(
        choice.id,
        choice.label,
        choice.number,
        detail=choice.detail if choice.enabled else "",
        reason=choice.reason,
        enabled=choice.enabled,
    )
