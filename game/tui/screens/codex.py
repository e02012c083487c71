"""The codex: everyone and everything that can be looked up."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from game.tui.commands import keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.tabs import Tabs
from game.tui.widgets.words import Words
from game.view.shelves import SHELVES, CodexRow, codex_rows, on_shelf


class Search(Input):
    """Letters that names, other names or roles must hold."""

    def __init__(self) -> None:
        super().__init__(id="codex-search", max_length=40, select_on_focus=False)


class Codex(Listing):
    """Parts side by side; chapters first, then people, units, places and terms by name."""

    NAME = "codex"
    BINDINGS = keys_of("codex")

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[CodexRow, ...] = ()
        self._shelf = "all"

    def content(self) -> ComposeResult:
        """Parts, search and list."""
        with Body(), Column():
            yield Tabs("codex-parts")
            yield Search()
            yield Words("codex-none", Ink.MUTED)
            yield Menu("codex-menu", folds=True)

    def refill(self) -> None:
        """Every entry; the marked one stays marked."""
        self.header.show(self.say("The codex"), right=self.whose, moment=self.game.moment)
        self._search.placeholder = self.say("/ to search by name or role")
        if not self._all:
            self._all = codex_rows(self.game.story, self.tongue)
            self._fill()

    @property
    def _search(self) -> Search:
        return self.query_one(Search)

    @property
    def _parts(self) -> list[str]:
        """The parts that hold something."""
        held = {row.shelf for row in self._all}
        return [shelf for shelf in SHELVES if shelf == "all" or shelf in held]

    def _fill(self) -> None:
        found = on_shelf(self._all, self._shelf, self._search.value)
        names = [(shelf, self.say(SHELVES[shelf])) for shelf in self._parts]
        self.query_one(Tabs).show(names, self._shelf)
        self.menu.show([self._row(row) for row in found], 0)
        none = self.query_one("#codex-none", Words)
        none.show(self.say("Nothing here has that name or role."))
        none.display = not found
        self.body.start()
        self.refoot()

    def _row(self, row: CodexRow) -> Row:
        note = row.kind if self._shelf == "all" else ""
        return Row(row.target, row.name, note=note, detail=row.line)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        if not self._all:
            return
        if event.value and not on_shelf(self._all, self._shelf, event.value):
            self._shelf = "all"
        self._fill()

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(None)
        self.menu.choose()

    def chosen(self, id: str) -> None:
        """Open the entry."""
        kind, _, name = id.partition(":")
        self.game.open_entry(kind, name)

    def opened(self, kind: str, id: str) -> None:
        """A part was clicked."""
        if kind == "part" and id in self._parts:
            self._turn_to(id)
        else:
            super().opened(kind, id)

    def action_search(self) -> None:
        """Type letters of a name."""
        self._search.focus()

    def action_next_part(self) -> None:
        """The next part, and after the last the first."""
        self._step(1)

    def action_last_part(self) -> None:
        """The part before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        parts = self._parts
        self._turn_to(parts[(parts.index(self._shelf) + way) % len(parts)])

    def _turn_to(self, shelf: str) -> None:
        self._shelf = shelf
        self._fill()

    def action_escape(self) -> None:
        """Leave the search, or close."""
        if self._search.has_focus or self._search.value:
            self._search.value = ""
            self.set_focus(None)
        else:
            super().action_escape()
