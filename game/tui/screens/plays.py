"""Playthroughs: all that are kept in one table, and how they differ."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Iterable, Mapping

from textual import on
from textual.app import ComposeResult

from game.engine import Playthrough
from game.saves import SaveError, SaveRow, code_of
from game.tui.cards import card_of, tone_of
from game.tui.commands import Command, keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.heading import Section
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.partings import Figures, Partings
from game.tui.widgets.words import Words
from game.view import PlayView, play_view

MOST = 50
"""Playthroughs that are shown, the latest of all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A playthrough in the table, and the mark it is told by."""

    mark: str
    row: SaveRow
    play: Playthrough
    view: PlayView


class Plays(Listing):
    """A row a playthrough; below, the marked one's figures beside those of its campaign."""

    NAME = "plays"
    BINDINGS = keys_of("plays")

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[Kept, ...] = ()
        self._campaign = ""

    def content(self) -> ComposeResult:
        """The list, the figures, the orders that differ."""
        with Body(), Column():
            yield Words("plays-about", Ink.MUTED, margin=0)
            yield Menu("plays-menu", gap=1)
            yield Section("plays-figures-head")
            yield Figures(self.tongue, "plays-figures")
            yield Section("plays-partings-head")
            yield Partings("plays-partings")

    def refill(self) -> None:
        """Every playthrough that is kept."""
        self._kept = tuple(self._found())
        self.header.show(self.say("Playthroughs"), right=self.game.share_note)
        none = self.say("Nothing has been played yet.")
        about = self.query_one("#plays-about", Words)
        about.show("" if self._kept else none)
        about.display = not self._kept
        self.menu.show([self._row(kept) for kept in self._kept], 0)
        self._campaign = ""
        self._compare()

    def _plays(self) -> Iterable[tuple[SaveRow, Playthrough]]:
        """Every save that can be played, the latest first."""
        story, store = self.game.story, self.game.store
        for row in self.game.rows()[:MOST]:
            if store is not None and not row.problem:
                with contextlib.suppress(SaveError):
                    yield row, store.look(row.path, story).play

    def _found(self) -> Iterable[Kept]:
        """Each playthrough once, campaign by campaign, under its own name if it has one."""
        whole: dict[tuple[str, tuple[str, ...]], tuple[SaveRow, Playthrough]] = {}
        for row, play in self._plays():
            key = row.campaign, play.choices
            if key not in whole or (row.label and not whole[key][0].label):
                whole[key] = row, play
        order = list(self.game.story.campaigns)
        found = sorted(whole.values(), key=lambda pair: order.index(pair[0].campaign))
        for place, (row, play) in enumerate(found):
            yield Kept(_mark(place), row, play, play_view(play, self.tongue))

    def _row(self, kept: Kept) -> Row:
        view, tongue = kept.view, self.tongue
        card = card_of(self.game.story, self.game.story.campaigns[view.campaign], tongue)
        given = tongue.count("{n} order", "{n} orders", view.orders)
        far = self.say("ended after {orders}").format(orders=given) if view.is_over else given
        code = self.say("code {code}").format(code=code_of(kept.play))
        who = f"{card.name} ({card.length})" if card.length else card.name
        below = [view.when, kept.row.label, code]
        label = f"{kept.mark}  {view.title}"
        rest = " \u00b7 ".join(part for part in below if part)
        detail = f"{who}, {far}\n{rest}"
        return Row(kept.mark, label, note=kept.row.when_words, detail=detail, tone=tone_of(card))

    @property
    def _marked_play(self) -> Kept | None:
        marked = self.menu.marked
        return None if marked is None else self._kept[marked]

    @on(Menu.Marked)
    def _marked_another(self) -> None:
        self._compare()

    def _compare(self) -> None:
        """The marked playthrough beside the others of its campaign."""
        marked = self._marked_play
        campaign = marked.view.campaign if marked else ""
        group = [kept for kept in self._kept if kept.view.campaign == campaign]
        mark = marked.mark if marked else ""
        figures = self.query_one(Figures)
        figures.show([(kept.mark, kept.view) for kept in group], mark)
        if campaign == self._campaign:
            return
        self._campaign = campaign
        partings = self.query_one(Partings)
        partings.show([(kept.mark, kept.play) for kept in group], self.tongue)
        notes = {
            "figures": (self.say("Figures"), self.say("Of an unfinished game, as far as it goes.")),
            "partings": (self.say("Where they parted"), self._parted_note(bool(group), partings)),
        }
        for name, (heading, note) in notes.items():
            section = self.query_one(f"#plays-{name}-head", Section)
            section.show(heading, note)
            section.display = bool(group)

    def _parted_note(self, any_kept: bool, partings: Partings) -> str:
        if partings.rows or not any_kept:
            return ""
        return self.say("Every order was that of 1945, as far as 1945 came this way.")

    def applies(self, command: Command) -> bool:
        """Nothing can be gone on with where nothing is kept."""
        return command.id != "enter" or bool(self._kept)

    def word_for(self, command: Command) -> Key:
        """Say what Enter does."""
        id, key, label = super().word_for(command)
        return (id, key, self.say("load")) if id == "enter" else (id, key, label)

    def chosen(self, id: str) -> None:
        """Go on with a playthrough."""
        found: Mapping[str, SaveRow] = {kept.mark: kept.row for kept in self._kept}
        if id in found:
            self.game.load(found[id])


def _mark(place: int) -> str:
    """A, B, ... Z, A2, B2, ..."""
    turn, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")
