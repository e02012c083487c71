"""A codex entry, an aside, or the facts of a page, above what is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen

from game.model import Story
from game.tui.commands import Command, keys_of
from game.tui.screens.base import Body, Column, Plate
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.heading import Section, Words
from game.tui.widgets.linked import Links
from game.tui.widgets.prose import Prose
from game.tui.widgets.sources import Facts
from game.view import FactView, Paragraph, Piece, Tongue, aside, entry
from game.view.codex import conflict_view


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the screen shows: a name, a line below it, text, and facts."""

    kind: str
    name: str
    line: str
    text: tuple[Paragraph, ...]
    facts: tuple[FactView, ...]


class Entry(Plate, ModalScreen[None]):
    """One leaf at a time; links lead to others, and Escape back through them."""

    NAME = "entry"
    BINDINGS = keys_of("entry")

    def __init__(self) -> None:
        super().__init__()
        self._leaves: list[Leaf] = []

    def content(self) -> ComposeResult:
        """Name, line, text, facts."""
        with Body(), Column():
            yield Words("entry-name", Ink.HEADING)
            yield Words("entry-line", Ink.MUTED)
            yield Prose("entry-text")
            yield Section("entry-head")
            yield Facts("entry-facts")

    def look_up(self, kind: str, id: str) -> bool:
        """Put an entry on top; says whether there is one."""
        leaf = leaf_of(self.game.story, kind, id, self.tongue)
        if leaf is None:
            return False
        self._put(leaf)
        return True

    def tell_facts(self, facts: Sequence[FactView]) -> None:
        """Put the facts of a page on top."""
        self._put(Leaf(self.say("Facts"), self.say("What this rests on"), "", (), tuple(facts)))

    def _put(self, leaf: Leaf) -> None:
        if not self.is_current:
            self._leaves = []
        self._leaves.append(leaf)
        if self.in_front:
            self.refill()

    def refill(self) -> None:
        """The leaf on top."""
        if not self._leaves:
            return
        leaf = self._leaves[-1]
        self.header.show(leaf.kind, right=self.whose, moment=self.game.moment)
        self.query_one("#entry-name", Words).show(leaf.name)
        self.query_one("#entry-line", Words).show(leaf.line)
        self.query_one("#entry-line").display = bool(leaf.line)
        self.query_one(Prose).show(leaf.text)
        self.query_one(Prose).display = bool(leaf.text)
        section = self.query_one(Section)
        section.show(self.say("What this rests on"))
        section.display = bool(leaf.facts and leaf.text)
        self.query_one(Facts).show(leaf.facts)
        self.body.start()
        self.refoot()

    @property
    def links(self) -> Links:
        """The links of the text."""
        return Links((self.query_one(Prose),))

    def applies(self, command: Command) -> bool:
        """Links only where there are some."""
        linked = command.id in ("next_link", "last_link")
        return bool(self.links.targets) if linked else True

    def word_for(self, command: Command) -> Key:
        """Space closes at the end."""
        id, key, label = super().word_for(command)
        if id == "more" and self.body.at_end:
            return id, key, self.say("close")
        return id, key, label

    def action_more(self) -> None:
        """A screenful further; at the end, close."""
        if self.body.at_end:
            self.action_escape()
        else:
            super().action_more()

    def action_enter(self) -> None:
        """Open what is marked; else close."""
        target = self.links.marked
        if target is None:
            self.action_escape()
        else:
            kind, _, id = target.partition(":")
            self.opened(kind, id)

    def action_escape(self) -> None:
        """Back to the leaf before, or close."""
        if len(self._leaves) > 1:
            self._leaves.pop()
            self.refill()
        else:
            super().action_escape()

    def action_next_link(self) -> None:
        """Mark the next name."""
        self._mark(1)

    def action_last_link(self) -> None:
        """Mark the name before."""
        self._mark(-1)

    def _mark(self, way: int) -> None:
        holder = self.links.step(way)
        row = holder.row_of_cursor() if holder else None
        if holder is not None and row is not None:
            self.body.show_row(holder, row)


def leaf_of(story: Story, kind: str, id: str, tongue: Tongue) -> Leaf | None:
    """An entry of the codex or an aside as a leaf; None if there is none."""
    if kind == "aside" and id in story.asides:
        shown = aside(story, story.asides[id], tongue)
        return Leaf(shown.thread, shown.title, shown.when, shown.text, shown.facts)
    if kind == "conflict" and id in story.conflicts:
        return _conflict(story, id, tongue)
    found = entry(story, id, tongue) if kind == "codex" else None
    if found is None:
        return None
    line = ". ".join(part for part in (found.line, ", ".join(found.other_names)) if part)
    return Leaf(found.kind.capitalize(), found.name, line, found.text, found.facts)


def _conflict(story: Story, id: str, tongue: Tongue) -> Leaf:
    """Both readings, each with whose it is, and which of them is shown."""
    shown = conflict_view(story.conflicts[id], tongue)
    readings = tuple(
        Paragraph((Piece(f"{by}: ", "emphasis"), Piece(says))) for by, says in shown.readings
    )
    last = (Paragraph((Piece(shown.shown),)),) if shown.shown else ()
    kind = tongue.say("Where sources differ")
    return Leaf(kind, shown.title, "", (*shown.text, *readings, *last), ())
