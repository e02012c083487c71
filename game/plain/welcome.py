"""Before the first page, in lines: the content note, the commanders, and what is kept."""

from __future__ import annotations

from typing import Callable

from game.engine import Playthrough
from game.model import Campaign, Story
from game.plain.keeping import Keeping, row_words
from game.plain.output import Output
from game.plain.words import number_in
from game.saves import Memory, SaveError, SaveRow, Store
from game.view import Course, Tongue, resumed


def choose(
    story: Story, store: Store, tongue: Tongue, source: Callable[[], str], out: Output
) -> Course | None:
    """Ask whom to play, or what to go on with.

    Returns:
        Where to begin, or None if the reader leaves or the input ends.
    """
    campaigns = list(story.campaigns.values())
    rows = Keeping(store, tongue).rows(story)
    kept = [r for r in rows if r.autosave and r.orders and not r.ending and not r.problem]
    out.say(_welcome(story, campaigns, kept, tongue))
    while True:
        out.prompt(tongue.say("A number, or quit:") + " ")
        line = source()
        typed = line.strip().lower()
        if not line or typed in ("quit", "exit", "q"):
            out.say()
            return None
        number = number_in(typed) or 0
        if 0 < number <= len(campaigns):
            play = Playthrough.begin(story, campaigns[number - 1].id)
            return Course.begin(play, tongue)
        if 0 < number - len(campaigns) <= len(kept):
            course = _resumed(kept[number - len(campaigns) - 1], story, store, tongue, out)
            if course is not None:
                return course
        else:
            out.say([tongue.say("Type one of the numbers.")])


def _resumed(
    row: SaveRow, story: Story, store: Store, tongue: Tongue, out: Output
) -> Course | None:
    try:
        loaded = store.load(row.path, story)
    except SaveError as fault:
        out.say([str(fault)])
        return None
    out.say([loaded.parted] if loaded.parted else [])
    return resumed(loaded.play, Memory(story, store.folder), tongue)


def _welcome(
    story: Story, campaigns: list[Campaign], kept: list[SaveRow], tongue: Tongue
) -> list[str]:
    lines = [tongue.text("title", story.manifest.title), ""]
    lines += [line for told in note_lines(story, tongue) for line in (told, "")]
    lines.append(tongue.say("Whom do you command as?"))
    for number, campaign in enumerate(campaigns, 1):
        lines.append(f"{number}. {campaign_words(story, campaign, tongue)}")
    for number, row in enumerate(kept, len(campaigns) + 1):
        go_on = tongue.say("Go on where you stopped.")
        lines.append(f"{number}. {go_on} {row_words(row, story, tongue)}")
    return lines


def note_lines(story: Story, tongue: Tongue) -> list[str]:
    """What there is to know of the content before the first page, if the story says so."""
    note = story.manifest.content_note
    return [tongue.text("content_note", note)] if note else []


def campaign_words(story: Story, campaign: Campaign, tongue: Tongue) -> str:
    """A campaign in a line: the commander, his post, its title and blurb."""
    person = story.people.get(campaign.person or "")
    title = tongue.text(f"campaign.{campaign.id}.title", campaign.title or campaign.id)
    who = ""
    if person:
        role = tongue.text(f"{person.id}.role", person.role or "")
        who = f"{tongue.text(f'{person.id}.name', person.name)}. {role}"
    blurb = tongue.text(f"campaign.{campaign.id}.blurb", campaign.blurb or "")
    parts = (who.strip().rstrip("."), title.rstrip("."), blurb.rstrip("."))
    return " ".join(f"{part}." for part in parts if part)
