"""The campaigns as they are offered: who commands, for which side, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from game.model import Campaign, Story
from game.tongue import N_, Tongue

LENGTHS = {"full": "", "short": N_("short")}


@dataclass(frozen=True, slots=True)
class Card:
    """A campaign on offer.

    Attributes:
        name: The commander's name in full; the campaign's title where nobody commands.
        surname: The name that he is called by.
        side: `soviet`, `japanese` or `other`.
        length: Empty for a full campaign, else a word for it.
    """

    id: str
    name: str
    surname: str
    role: str
    side: str
    title: str
    blurb: str
    length: str


def card_of(story: Story, campaign: Campaign, tongue: Tongue) -> Card:
    """A campaign in the reader's language."""
    person = story.people.get(campaign.person or "")
    title = tongue.text(f"campaign.{campaign.id}.title", campaign.title or campaign.id)
    name = tongue.text(f"{person.id}.name", person.name) if person else title
    return Card(
        id=campaign.id,
        name=name,
        surname=surname(name, person.id) if person else title,
        role=tongue.text(f"{person.id}.role", person.role or "") if person else "",
        side=person.side if person else "other",
        title=title if person else "",
        blurb=tongue.text(f"campaign.{campaign.id}.blurb", campaign.blurb or ""),
        length=tongue.say(LENGTHS[campaign.length]) if LENGTHS.get(campaign.length) else "",
    )


def cards(story: Story, tongue: Tongue) -> tuple[Card, ...]:
    """Every campaign, in the story's order."""
    return tuple(card_of(story, campaign, tongue) for campaign in story.campaigns.values())


def side_of(story: Story, campaign: str) -> str:
    """The side that a campaign is played on."""
    found = story.campaigns.get(campaign)
    person = story.people.get(found.person or "") if found else None
    return person.side if person else "other"


def surname(name: str, id: str) -> str:
    """The word of a name that the id has, wherever it stands; the whole name without one."""
    return next((word for word in name.split() if word.casefold() == id.casefold()), name)
