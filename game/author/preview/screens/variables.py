"""The variables where one reads; another value can be set."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from game.author.preview.bench import Bench
from game.author.preview.commands import keys_of
from game.author.preview.setting import domain, stepped, typed, values_at, written
from game.model import Variable
from game.tui.commands import Command
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words

FEW = 12
"""Values up to which Enter goes to the next one; among more, one is typed."""


class Typed(Input):
    """Where a value is typed."""

    def __init__(self) -> None:
        super().__init__(id="variable-value", max_length=40, select_on_focus=False)


class Variables(Bench, Listing):
    """A row a variable: its value, and what else it can be."""

    NAME = "variables"
    BINDINGS = keys_of("variables")

    def content(self) -> ComposeResult:
        """What setting means, where a value is typed, and the list."""
        with Body(), Column():
            yield Words("variables-about", Ink.MUTED)
            yield Typed()
            yield Menu("variables-menu")

    def mark(self, id: str) -> None:
        """Mark a variable."""
        places = [row.id for row in self.menu.rows]
        if id in places:
            self.menu.mark(places.index(id))

    def refill(self) -> None:
        """The values here."""
        course = self.game.course
        marked = self.menu.row.id if self.menu.row else ""
        rows = [] if course is None else [*self._rows()]
        self.header.show(self.say("Variables"), course.scene.title if course else "")
        self.query_one("#variables-about", Words).show(self._about())
        self._typing(False)
        self.menu.show(rows, next((i for i, row in enumerate(rows) if row.id == marked), 0))

    def _about(self) -> str:
        if self.preview.ground is not None:
            return self.say("Not a real path: z on the page begins the campaign again.")
        return self.say(
            "A value that you set holds from this page on. What follows is then not a real path."
        )

    def _rows(self) -> list[Row]:
        course, ground = self.game.course, self.preview.ground
        assert course is not None
        declared = course.play.program.variables
        changed = ground.changed if ground else frozenset()
        return [
            Row(
                id,
                f"{id} *" if id in changed else id,
                note=written(value),
                detail=" \u00b7 ".join(p for p in (declared[id].label, domain(declared[id])) if p),
            )
            for id, value in values_at(course).items()
        ]

    @property
    def _variable(self) -> Variable | None:
        course, row = self.game.course, self.menu.row
        if course is None or row is None:
            return None
        return course.play.program.variables.get(row.id)

    def applies(self, command: Command) -> bool:
        """Nothing can be set where there is no variable."""
        return command.id not in ("higher", "lower", "enter") or self._variable is not None

    def action_higher(self) -> None:
        """The next value."""
        self._step(1)

    def action_lower(self) -> None:
        """The value before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        variable, course = self._variable, self.game.course
        if variable is not None and course is not None:
            value = stepped(variable, values_at(course)[variable.id], way)
            self.preview.set_value(variable.id, value)

    def chosen(self, id: str) -> None:
        """The next of few values; among many, one is typed."""
        variable = self._variable
        if variable is not None and variable.kind == "int" and variable.max - variable.min >= FEW:
            self._typing(True)
        else:
            self._step(1)

    def _typing(self, now: bool) -> None:
        field = self.query_one(Typed)
        field.set_class(not now, "gone")
        field.value = ""
        if now and self._variable is not None:
            field.placeholder = f"{self._variable.id}: {domain(self._variable)}"
            field.focus()
        else:
            self.set_focus(None)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        variable = self._variable
        if variable is None:
            return
        value = typed(variable, event.value)
        if value is None:
            words = self.say("{id} cannot be that; it can be: {domain}")
            self.game.tell(words.format(id=variable.id, domain=domain(variable)))
        else:
            self._typing(False)
            self.preview.set_value(variable.id, value)

    def action_escape(self) -> None:
        """Stop typing, or close."""
        if self.query_one(Typed).has_class("gone"):
            super().action_escape()
        else:
            self._typing(False)
