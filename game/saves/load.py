"""A save played again, and where the story has parted from it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import EngineError, Playthrough, Program, program
from game.model import Story, StoryError
from game.saves.errors import SaveError
from game.saves.save import Order, Save


@dataclass(frozen=True, slots=True)
class Loaded:
    """A playthrough from a save.

    Attributes:
        parted: Where the story has changed since, in one sentence, or None.
    """

    play: Playthrough
    parted: str | None
    label: str


def replayed(save: Save, story: Story) -> Loaded:
    """Play a save's choices again in the story as it is now.

    Raises:
        SaveError: if the save is of another story or of a campaign that is gone.
    """
    if save.story != story.manifest.id:
        raise SaveError(f"The save belongs to another story, {save.story!r}.")
    campaigns = story.campaigns.values()
    now = {old: campaign.id for campaign in campaigns for old in campaign.renamed_from}
    campaign = save.campaign if save.campaign in story.campaigns else now.get(save.campaign)
    if campaign is None:
        raise SaveError(f"The save's campaign, {save.campaign!r}, is no part of this story.")
    try:
        return _Replay(program(story, campaign)).of(save)
    except SaveError:
        raise
    except StoryError as fault:
        raise SaveError(f"The story cannot be played as it is: {fault}") from None


class _Replay:
    def __init__(self, program: Program) -> None:
        nodes = program.story.nodes
        self._play = Playthrough.of(program)
        self._now = {old: node.id for node in nodes.values() for old in node.renamed_from}
        endings = program.story.endings.values()
        self._now |= {old: ending.id for ending in endings for old in ending.renamed_from}

    def of(self, save: Save) -> Loaded:
        if not self._stands_at(save.first):
            return Loaded(self._play, _parted(0, save, self._title()), save.label)
        for number, order in enumerate(save.orders, 1):
            if not self._given(order):
                return Loaded(self._play, _parted(number - 1, save, self._title()), save.label)
            if not self._stands_at(order.led_to):
                return Loaded(self._play, _parted(number, save, self._title()), save.label)
        return Loaded(self._play, None, save.label)

    def _stands_at(self, id: str) -> bool:
        return self._play.position.node == self._now.get(id, id)

    def _given(self, order: Order) -> bool:
        node = self._play.program.story.nodes.get(self._play.position.node)
        names = {c.id: c.id for c in node.choices} if node else {}
        for choice in node.choices if node else ():
            for old in choice.renamed_from:
                names.setdefault(old.rpartition(".")[2], choice.id)
        if order.choice not in names:
            return False
        try:
            self._play = self._play.take(names[order.choice])
        except EngineError:
            return False
        return True

    def _title(self) -> str:
        story, id = self._play.program.story, self._play.position.node
        return (story.nodes[id] if id in story.nodes else story.endings[id]).title


def _parted(kept: int, save: Save, title: str) -> str:
    behind = f"after order {kept} of {len(save.orders)}"
    where = behind if kept else "from its first page on"
    return (
        f"The story has changed since this save was made: {where} it goes another way, "
        f"and you go on from \u201c{title}\u201d."
    )
