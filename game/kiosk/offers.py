"""What a visitor may choose from: languages, commanders, the short way or the whole campaign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from game.kiosk.config import VisitSection
from game.model import Campaign, Story
from game.reader.locale import tongue_for
from game.tongue import Tongue
from game.view.cards import Card, card_of

LANGUAGES = {
    "en": "English",
    "ru": "Русский",
    "ja": "日本語",
    "zh": "中文",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "ko": "한국어",
    "mn": "Монгол",
    "de": "Deutsch",
    "fr": "Français",
}
"""Languages by the names that they have for themselves; no flags."""


def language_name(code: str) -> str:
    """What a language calls itself; its code where that is not known."""
    return LANGUAGES.get(code, code)


@dataclass(frozen=True, slots=True)
class Commander:
    """Somebody whose war can be played.

    Attributes:
        campaigns: Campaigns by their length.
    """

    id: str
    campaigns: Mapping[str, Campaign]

    def campaign(self, length: str) -> Campaign:
        """The campaign of a length; another one where there is none of it."""
        return self.campaigns.get(length) or next(iter(self.campaigns.values()))


class Offers:
    """What a story and a museum let a visitor choose."""

    def __init__(self, story: Story, section: VisitSection) -> None:
        self.story = story
        self.languages = _languages(story, section)
        self.tongues = {code: tongue_for(story, code) for code in self.languages}
        self.commanders = _commanders(story, section)
        found = {length for each in self.commanders for length in each.campaigns}
        self.lengths = tuple(length for length in section.lengths if length in found) or tuple(
            sorted(found, reverse=True)
        )

    def put_first(self, language: str) -> None:
        """Begin in this language from now on."""
        self.languages = tuple(sorted(self.languages, key=lambda code: code != language))

    def tongue(self, language: str) -> Tongue:
        """The words of a language that is offered; of the first for another."""
        return self.tongues.get(language) or next(iter(self.tongues.values()))

    def card(self, campaign: Campaign, tongue: Tongue) -> Card:
        """A campaign as it is offered."""
        return card_of(self.story, campaign, tongue)

    def longer(self, campaign: str) -> str | None:
        """The whole campaign of whoever commands in a short one, if it is offered."""
        for each in self.commanders:
            if any(c.id == campaign and c.length == "short" for c in each.campaigns.values()):
                full = each.campaigns.get("full")
                return full.id if full is not None else None
        return None


def _languages(story: Story, section: VisitSection) -> tuple[str, ...]:
    """Those that are complete and wanted, the one to begin with first."""
    whole = [code for code, state in story.manifest.languages.items() if state == "complete"]
    wanted = [code for code in section.languages or whole if code in whole]
    first = section.default_language
    found = wanted or whole or list(story.manifest.languages)[:1] or ["en"]
    return tuple(sorted(found, key=lambda code: code != first))


def _commanders(story: Story, section: VisitSection) -> tuple[Commander, ...]:
    found: dict[str, dict[str, Campaign]] = {}
    for campaign in story.campaigns.values():
        if campaign.length in section.lengths:
            found.setdefault(campaign.person or campaign.id, {})[campaign.length] = campaign
    if not found:
        for campaign in story.campaigns.values():
            found.setdefault(campaign.person or campaign.id, {})[campaign.length] = campaign
    wanted = [id for id in section.commanders or found if id in found] or list(found)
    return tuple(Commander(id, found[id]) for id in wanted)
