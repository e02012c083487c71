"""A page, a decision or an ending in the reading column."""

from __future__ import annotations

from typing import Container, NamedTuple, Sequence

from textual.app import ComposeResult

from game.tui.typeset import Ink
from game.tui.widgets.advisers import Advisers
from game.tui.widgets.heading import Button
from game.tui.widgets.linked import Linked
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.prose import CONJECTURE, Prose
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.words import Words
from game.view import ChoiceView, Page, Tongue
from game.view.answer import BASES


class PageCopy(NamedTuple):
    """What a page's sheet is set from.

    Attributes:
        page: What is shown.
        gated: Whether only its note and the question are.
        before: Whether it has been read before.
        ordered: Its choices that have been ordered before.
        whole: Words on a button that asks for the whole text; without, none.
    """

    page: Page
    gated: bool
    before: bool = False
    ordered: frozenset[str] = frozenset()
    whole: str = ""


class PageBody(Sheet, can_focus=False):
    """Title, text, staff, choices; or, before a page with a note, the question whether to read."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(classes="column page")
        self._tongue = tongue
        self.copy: PageCopy | None = None
        self._title = Words("page-title", Ink.HEADING)
        self._note = Words("page-note", Ink.STRONG)
        self._text = Prose("page-text")
        self._whole = Button("page-whole", "whole:")
        self._figure = Words("page-figure", Ink.MUTED)
        self._legend = Words("page-legend", Ink.MUTED, mark=CONJECTURE)
        self._advisers = Advisers(tongue)
        self._question = Words("page-question", Ink.HEADING)
        self.menu = Menu("page-menu", folds=True, confirms=True, gap=1)
        """The choices, or the question whether to read."""
        self._on = Button("page-on")

    def compose(self) -> ComposeResult:
        """Everything that a page may have; what it has not is empty and takes no room."""
        yield from (self._title, self._note, self._text, self._whole, self._figure)
        yield from (self._legend, self._advisers, self._question, self.menu, self._on)

    @property
    def link_holders(self) -> Sequence[Linked]:
        """The widgets that have links."""
        return (self._text,)

    @property
    def gated(self) -> bool:
        """Whether only the note and the question are shown."""
        return self.copy is not None and self.copy.gated

    @property
    def is_marked(self) -> bool:
        """Whether a choice or a link is marked."""
        return self.menu.marked is not None or self._text.cursor is not None

    def show(self, copy: PageCopy) -> None:
        """Show a page."""
        self.copy = copy
        page, gated, before, ordered, whole = copy
        note = self._tongue.say("read before") if before else ""
        self._title.show(page.title, note=note)
        self._note.show(page.sensitive if gated else "")
        self._text.show(() if gated else page.text)
        self._whole.show(whole)
        self._figure.show("" if gated else " ".join(page.pictures))
        legend = self._tongue.say(BASES["conjecture"])
        self._legend.show(legend if self._text.has_conjecture else "")
        self._advisers.show(() if gated else page.advice)
        self._choices(page, ordered)
        self._onward(page)

    def _choices(self, page: Page, ordered: Container[str]) -> None:
        say = self._tongue.say
        deciding = page.kind == "decision" and not self.gated
        self._question.show(say("Your order") if deciding else "")
        before = say("ordered before")
        rows = [_row(c, before if c.id in ordered else "") for c in page.choices if deciding]
        if self.gated:
            answers = {"skip": say("Skip it"), "read-on": say("Read it")}
            rows = [
                Row(id, label, number, at_once=True)
                for number, (id, label) in enumerate(answers.items(), 1)
            ]
        self.menu.show(rows)

    def _onward(self, page: Page) -> None:
        say = self._tongue.say
        words = {"page": say("Go on"), "ending": say("The closing report")}.get(page.kind, "")
        self._on.show("" if self.gated else words)


def _row(choice: ChoiceView, note: str) -> Row:
    return Row(
        choice.id,
        choice.label,
        choice.number,
        note,
        detail=choice.detail if choice.enabled else "",
        reason=choice.reason,
        enabled=choice.enabled,
    )
