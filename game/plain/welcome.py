"""Before the first page, in lines: the content note and the two commanders."""

from __future__ import annotations

from typing import Callable

from game.model import Campaign, Story
from game.plain.output import Output
from game.view import Tongue


def choose_campaign(
    story: Story, tongue: Tongue, source: Callable[[], str], out: Output
) -> str | None:
    """Ask whom to play.

    Returns:
        The campaign's id, or None if the reader leaves or the input ends.
    """
    campaigns = list(story.campaigns.values())
    out.say(_welcome(story, campaigns, tongue))
    while True:
        out.prompt(tongue.say("A number, or quit:") + " ")
        line = source()
        typed = line.strip().lower()
        if not line or typed in ("quit", "q"):
            out.say()
            return None
        if typed.isdigit() and 0 < int(typed) <= len(campaigns):
            return campaigns[int(typed) - 1].id
        out.say([tongue.say("Type one of the numbers.")])


def _welcome(story: Story, campaigns: list[Campaign], tongue: Tongue) -> list[str]:
    lines = [tongue.text("title", story.manifest.title), ""]
    if story.manifest.content_note:
        lines += [tongue.text("content_note", story.manifest.content_note), ""]
    lines.append(tongue.say("Whom do you command as?"))
    for number, campaign in enumerate(campaigns, 1):
        lines.append(f"{number}. {campaign_words(story, campaign, tongue)}")
    return lines


def campaign_words(story: Story, campaign: Campaign, tongue: Tongue) -> str:
    """A campaign in a line: the commander, his post, its title and blurb."""
    person = story.people.get(campaign.person or "")
    title = tongue.text(f"campaign.{campaign.id}.title", campaign.title or campaign.id)
    who = f"{person.name}. {person.role or ''}" if person else ""
    blurb = tongue.text(f"campaign.{campaign.id}.blurb", campaign.blurb or "")
    parts = (who.rstrip("."), title.rstrip("."), blurb)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
