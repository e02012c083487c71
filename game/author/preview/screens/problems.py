"""Everything that check finds; Enter goes to the page that has it."""

from __future__ import annotations

from textual.app import ComposeResult

from game.author.preview.bench import Bench
from game.author.preview.commands import keys_of
from game.author.preview.pane import mark_of, place_of
from game.reader import Diagnostic
from game.tui.commands import Command
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words

MOST = 200
"""Problems that are listed; a story with more has one that causes the others."""


class Problems(Bench, Listing):
    """Errors first, each with its place and what to do."""

    NAME = "problems"
    BINDINGS = keys_of("problems")

    def content(self) -> ComposeResult:
        """How the story is, and the list."""
        with Body(), Column():
            yield Words("problems-state", Ink.MUTED)
            yield Menu("problems-menu", gap=1)

    def refill(self) -> None:
        """What was found last, the first marked."""
        self._fill("")

    def renew(self) -> None:
        """What was found last; the marked one stays marked, if it is still there."""
        if self.in_front:
            self._fill(self.menu.row.label if self.menu.row else "")
            self.refoot()

    def _fill(self, marked: str) -> None:
        found = self.preview.problems[:MOST]
        self.header.show(self.say("Problems"), self.preview.title, self.preview.tally)
        self.query_one("#problems-state", Words).show(self.preview.state_words)
        rows = [self._row(place, diagnostic) for place, diagnostic in enumerate(found)]
        at = next((i for i, row in enumerate(rows) if row.label == marked), 0)
        self.menu.show(rows, at)

    def _row(self, place: int, diagnostic: Diagnostic) -> Row:
        label = f"{mark_of(diagnostic)} {diagnostic.message}"
        detail = "\n".join(part for part in (place_of(diagnostic), diagnostic.hint) if part)
        return Row(str(place), label, detail=detail)

    @property
    def _problem(self) -> Diagnostic | None:
        row, found = self.menu.row, self.preview.problems
        return found[int(row.id)] if row is not None and int(row.id) < len(found) else None

    def applies(self, command: Command) -> bool:
        """An editor where one is set; variables and nodes where something can be shown."""
        if command.id == "edit":
            return self.preview.can_edit and self._problem is not None
        shown = self.game.course is not None
        return shown or command.id not in ("variables", "nodes", "escape")

    def word_for(self, command: Command) -> Key:
        """Say what Enter does."""
        id, key, label = super().word_for(command)
        words = {"enter": self.say("to the page"), "escape": self.say("to the page before")}
        return id, key, words.get(id, label)

    def chosen(self, id: str) -> None:
        """To the node that has it."""
        if int(id) < len(self.preview.problems):
            self.preview.go_to_problem(self.preview.problems[int(id)])

    def action_edit(self) -> None:
        """The file, at the line."""
        if self._problem is not None:
            self.preview.edit(self._problem.file, self._problem.line)
