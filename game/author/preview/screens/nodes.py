"""Every node: a tree that can be folded, and a search by id and title."""

from __future__ import annotations

import asyncio

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from game.author.preview.bench import Bench
from game.author.preview.commands import keys_of
from game.author.preview.outline import (
    AT_A_GLANCE,
    Branch,
    above,
    boxes,
    drawn,
    matching,
    open_lines,
)  # fmt: skip
from game.author.preview.tree import Tree
from game.model import Story
from game.tui.commands import Command
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.words import Words


class Search(Input):
    """Letters that ids or titles must hold."""

    def __init__(self) -> None:
        super().__init__(id="nodes-search", max_length=60, select_on_focus=False)


class Nodes(Bench):
    """Where to start from: the path of 1945 has stars, what is never reached is said to be so."""

    NAME = "nodes"
    BINDINGS = keys_of("nodes")

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Branch, ...] = ()
        self._folded: frozenset[str] = frozenset()
        self._story: Story | None = None
        self._marked = ""
        self._drawing = False

    def content(self) -> ComposeResult:
        """Search and tree."""
        with Vertical(id="nodes-body"):
            yield Search()
            yield Words("nodes-about", Ink.MUTED, margin=0)
            yield Tree()

    @property
    def tree_rows(self) -> Tree:
        """The tree."""
        return self.query_one(Tree)

    @property
    def _search(self) -> Search:
        return self.query_one(Search)

    def refill(self) -> None:
        """The tree as it is known; it is drawn anew where the story is another."""
        self.header.show(self.say("Nodes"), right=self.preview.title)
        self._search.placeholder = self.say("/ to search by id or title")
        if not self._marked and self.game.course is not None:
            self._marked = self._key_of(self.game.course.scene.id)
        self._fill()
        if self._story is not self.game.story and not self._drawing:
            self._drawing = True
            self.run_worker(self._draw())

    async def _draw(self) -> None:
        """First what is written, then what is reached and how often."""
        for limits in (AT_A_GLANCE, self.preview.limits()):
            story = self.game.story
            try:
                lines = await asyncio.to_thread(drawn, story, limits)
            except Exception:  # a story that is not sound may break the walk anywhere
                break
            if story is not self.game.story or not self.is_mounted:
                break
            first, self._lines, self._story = not self._lines, lines, story
            if first and self.game.course is not None:
                self._marked = self._key_of(self.game.course.scene.id)
            self._fill()
        self._drawing = False

    def _key_of(self, node: str) -> str:
        own = [line.key for line in self._lines if line.node == node and line.key.endswith("\0")]
        campaign = self.game.course.play.program.campaign.id if self.game.course else ""
        return next((key for key in own if key.startswith(f"{campaign}\n")), "".join(own[:1]))

    def _fill(self) -> None:
        words = self._search.value
        course = self.game.course
        here = course.scene.id if course else ""
        if words.strip():
            rows = matching(self._lines, boxes(self._lines), words)
        else:
            rows = [*open_lines(self._lines, self._folded)]
        self.tree_rows.show(rows, self._folded, self._marked, here)
        self.query_one("#nodes-about", Words).show(self._about(len(rows)))
        self.refoot()

    def _about(self, rows: int) -> str:
        if not self._lines:
            return self.say("The tree is being drawn ...")
        if not rows:
            return self.say("No node has that id or title.")
        return self.say("* the path of 1945; never: no playthrough comes there")

    def applies(self, command: Command) -> bool:
        """An editor where one is set."""
        return command.id != "edit" or self.preview.can_edit

    def word_for(self, command: Command) -> Key:
        """Say what Enter does."""
        id, key, label = super().word_for(command)
        return (id, key, self.say("start here")) if id == "enter" else (id, key, label)

    def in_foot(self, command: Command) -> bool:
        """Nothing is folded among what was found."""
        folding = command.id.startswith(("fold", "unfold"))
        return not (folding and self._search.value.strip()) and super().in_foot(command)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(None)
        self.action_enter()

    @on(Tree.Chosen)
    def _chosen(self, event: Tree.Chosen) -> None:
        event.stop()
        if event.fold:
            self._toggle(event.key)
        else:
            self.action_enter()

    def _toggle(self, key: str) -> None:
        self._folded ^= {key}
        self._marked = key
        self._fill()

    def action_enter(self) -> None:
        """Start from the marked node; a campaign's heading folds."""
        row = self.tree_rows.row
        if row is None:
            return
        self._marked = row.key
        if row.node:
            self.preview.go_to(row.node, row.key.partition("\n")[0])
        else:
            self._toggle(row.key)

    def action_search(self) -> None:
        """Type letters of an id or title."""
        self._search.focus()

    def action_nodes(self) -> None:
        """Here already: search."""
        self.action_search()

    def action_fold(self) -> None:
        """Fold the marked row; if nothing is open below it, go to the row above it."""
        row = self.tree_rows.row
        if row is None:
            return
        if row.below and row.key not in self._folded:
            self._toggle(row.key)
        else:
            self._marked = above(self._lines, row.key) or row.key
            self._fill()

    def action_unfold(self) -> None:
        """Unfold the marked row; if it is open, go to the first row below it."""
        row = self.tree_rows.row
        if row is None:
            return
        if row.key in self._folded:
            self._toggle(row.key)
        elif row.below:
            self._step(1)

    def action_fold_all(self) -> None:
        """Only the campaigns."""
        self._folded = frozenset(line.key for line in self._lines if line.below)
        self._marked = self._marked.partition("\n")[0] + "\n"
        self._fill()

    def action_unfold_all(self) -> None:
        """Every row."""
        self._folded = frozenset()
        self._fill()

    def _step(self, way: int) -> None:
        tree = self.tree_rows
        tree.step(way)
        self._marked = tree.row.key if tree.row else ""

    def action_down(self) -> None:
        """The next row."""
        self._step(1)

    def action_up(self) -> None:
        """The row before."""
        self._step(-1)

    def action_less(self) -> None:
        """A screenful up."""
        self._step(-self.tree_rows.room)

    def action_more(self) -> None:
        """A screenful down."""
        self._step(self.tree_rows.room)

    def action_top(self) -> None:
        """The first row."""
        self._step(-len(self._lines))

    def action_bottom(self) -> None:
        """The last row."""
        self._step(len(self._lines))

    def action_edit(self) -> None:
        """The marked node's file."""
        row = self.tree_rows.row
        if row is not None and row.node:
            self.preview.edit_node(row.node)

    def action_escape(self) -> None:
        """Leave the search, or close."""
        if self._search.has_focus or self._search.value:
            self._search.value = ""
            self.set_focus(None)
        else:
            super().action_escape()
