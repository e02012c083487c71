"""Keeping a game while it is played in lines: what is said of saves."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.model import Story
from game.plain.words import number_in
from game.saves import Loaded, SaveError, SaveRow, Store
from game.view import Tongue, title_at


@dataclass
class Keeping:
    """A store of saves, or none, and what there is to say about it.

    Attributes:
        problem: Why the game cannot be kept at present, in one sentence.
    """

    store: Store | None
    tongue: Tongue
    problem: str | None = None

    def after_order(self, play: Playthrough) -> list[str]:
        """Keep a playthrough; a problem is told once, not after every order."""
        if self.store is None:
            return []
        before, self.problem = self.problem, self.store.autosave(play)
        return [self.problem] if self.problem and self.problem != before else []

    def under(self, play: Playthrough, label: str) -> str:
        """Keep a playthrough under a name."""
        if self.store is None:
            return self.tongue.say("This game is not being kept.")
        problem = self.store.save(play, label)
        return problem or self.tongue.say("Kept under {label}.").format(label=label)

    def leaving(self, play: Playthrough) -> str:
        """What has become of the game, for somebody who leaves it."""
        if len(play.legs) == 1:
            return self.tongue.say("No order was given yet.")
        if self.store is None or self.problem:
            return self.problem or self.tongue.say("The game was not kept.")
        return self.tongue.say("The game is kept.")

    def rows(self, story: Story) -> tuple[SaveRow, ...]:
        """Everything that is kept, the latest first."""
        return self.store.list(story) if self.store else ()

    def lines(self, story: Story) -> list[str]:
        """Everything that is kept, numbered."""
        rows = enumerate(self.rows(story), 1)
        lines = [f"{n}. {row_words(row, story, self.tongue)}" for n, row in rows]
        return lines or [self.tongue.say("Nothing is kept yet.")]

    def load(self, named: str, story: Story) -> Loaded | str:
        """What is kept under a number or name, or in one sentence why it is not to be had."""
        rows = self.rows(story)
        number = number_in(named)
        found = [row for n, row in enumerate(rows, 1) if n == number]
        found += [row for row in rows if named and named in (row.label, row.path.stem)]
        if self.store is None or not found:
            return self.tongue.say("Type load and one of the numbers that saves gives.")
        try:
            return self.store.load(found[0].path, story)
        except SaveError as fault:
            return str(fault)


def kept_words(row: SaveRow, story: Story, tongue: Tongue) -> str:
    """A game that was kept by itself, and where it stands."""
    title = title_at(story, row.at, tongue)
    if not title:
        return tongue.say("Kept by itself")
    return tongue.say("Kept by itself at \u201c{title}\u201d").format(title=title)


def row_words(row: SaveRow, story: Story, tongue: Tongue) -> str:
    """A save in one line: its name, whose it is, how far it goes, and since when."""
    if row.problem:
        return f"{row.label}. {row.problem}"
    name = kept_words(row, story, tongue) if row.autosave else row.label
    campaign = story.campaigns.get(row.campaign)
    person = story.people.get(campaign.person or "") if campaign else None
    orders = tongue.count("after {n} order", "after {n} orders", row.orders)
    far = tongue.say("at its end") if row.ending else orders
    who = [tongue.text(f"{person.id}.name", person.name)] if person else []
    return ", ".join([name, *who, far, row.when_words]) + "."
