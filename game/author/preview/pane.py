"""What stands beside the page in a wide window: how the story is, and the variables."""

from __future__ import annotations

from typing import Iterator, Sequence

from textual.app import ComposeResult
from textual.content import Content

from game.author.preview.setting import written
from game.engine import Position
from game.model.campaign import Value
from game.reader import Diagnostic
from game.tongue import Tongue
from game.tui.screens.body import Body
from game.tui.typeset import Ink, Line, cut, hung, ink, rule, spread, wrapped
from game.tui.widgets.laid import Laid
from game.tui.widgets.side import Beside
from game.view import Page

ERRORS, WARNINGS = 6, 3
"""Problems that the pane shows, where there are errors and where not."""


class Pane(Beside):
    """In place of the map and the gauges of the game."""

    def compose(self) -> ComposeResult:
        """Problems above, values below."""
        with Body(id="pane-body"):
            yield ProblemRows(self._tongue)
            yield ValueRows(self._tongue)

    def show(self, page: Page, position: Position) -> None:
        """Show the values of a moment."""
        derived = position.program.derived
        found = {id: function(position.state) for id, function in derived.items()}
        self.query_one(ValueRows).show(position.variables, found, position.metrics)

    def tell(self, state: str, diagnostics: Sequence[Diagnostic], changed: frozenset[str]) -> None:
        """Show how the story is."""
        self.query_one(ProblemRows).show(state, diagnostics)
        self.query_one(ValueRows).mark(changed)


class ProblemRows(Laid):
    """How the story is in a sentence, and the first problems, errors before warnings."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="pane-problems")
        self._tongue = tongue
        self._state = ""
        self._found: tuple[Diagnostic, ...] = ()

    def show(self, state: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Show these."""
        if (state, tuple(diagnostics)) != (self._state, self._found):
            self._state, self._found = state, tuple(diagnostics)
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading, the sentence, and two or three lines a problem."""
        heading = ink(self._tongue.say("Problems"), Ink.HEADING, target="command:problems")
        lines = [heading, rule(width), *wrapped(ink(self._state, Ink.MUTED), width)]
        broken = any(diagnostic.severity == "error" for diagnostic in self._found)
        most = ERRORS if broken else WARNINGS
        for place, diagnostic in enumerate(self._found[:most]):
            lines += [Content(""), *self._set(place, diagnostic, width)]
        if len(self._found) > most:
            more = self._tongue.say("and {n} more: e").format(n=len(self._found) - most)
            lines += [Content(""), ink(more, Ink.MUTED, target="command:problems")]
        return lines

    def _set(self, place: int, diagnostic: Diagnostic, width: int) -> Iterator[Line]:
        target = f"problem:{place}"
        tone = Ink.STRONG if diagnostic.severity == "error" else Ink.PLAIN
        mark = ink(f"{mark_of(diagnostic)} ", Ink.ACCENT, target=target)
        yield from hung(ink(diagnostic.message, tone, target=target), width, mark)
        where = ink(place_of(diagnostic), Ink.MUTED, target=target)
        yield cut(Content("  ") + where, width)


class ValueRows(Laid):
    """Variables, derived values and metrics, each with its value."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="pane-values")
        self._tongue = tongue
        self._shown: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
        self._changed: frozenset[str] = frozenset()

    def show(
        self, variables: dict[str, Value], derived: dict[str, Value], metrics: dict[str, int]
    ) -> None:
        """Show these values."""
        groups = (("variable", variables), ("", derived), ("", metrics))
        shown = tuple(
            (kind, tuple((id, written(value)) for id, value in values.items()))
            for kind, values in groups
            if values
        )
        if shown != self._shown:
            self._shown = shown
            self.relay()

    def mark(self, changed: frozenset[str]) -> None:
        """Mark the variables that were set."""
        if changed != self._changed:
            self._changed = changed
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A line a value; a blank one between variables, derived values and metrics."""
        heading = ink(self._tongue.say("Variables"), Ink.HEADING, target="command:variables")
        lines: list[Line] = [Content(""), heading, rule(width)]
        for number, (kind, rows) in enumerate(self._shown):
            lines += [Content("")] if number else []
            for id, value in rows:
                target = f"{kind}:{id}" if kind else ""
                tone = Ink.PLAIN if kind else Ink.MUTED
                star = " *" if id in self._changed else ""
                name = ink(f"{id}{star}", tone, target=target)
                lines += spread(name, ink(value, Ink.STRONG if kind else tone), width)
        return lines


def mark_of(diagnostic: Diagnostic) -> str:
    """A sign for errors and another for warnings, told apart without colour."""
    return "\u2717" if diagnostic.severity == "error" else "!"


def place_of(diagnostic: Diagnostic) -> str:
    """Code, file and line."""
    return f"{diagnostic.code} {diagnostic.file}:{diagnostic.line}"
