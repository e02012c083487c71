"""What a screen reader says along a playthrough.

The order is that of plain mode. Names are given as they are spoken, signs and
figures that voices stumble over as words, and nothing is said by layout alone.
"""

from __future__ import annotations

import re
from typing import Iterator, Mapping

from game.engine import Playthrough
from game.export.lines import answer_lines, choice_lines, page_lines
from game.export.prose_lines import Lines, sentence
from game.model import Story
from game.view import ENGLISH, N_, Answer, Page, Tongue, beats_after, harmless

SIGNS = {
    "\N{EN DASH}": N_("to"),
    "\N{MINUS SIGN}": N_("minus"),
    "\N{DEGREE SIGN}": N_("degrees"),
    "\N{MULTIPLICATION SIGN}": N_("times"),
    "\N{NUMERO SIGN}": N_("number"),
    "%": N_("per cent"),
    "&": N_("and"),
}
"""Signs that stand for words."""

_SILENT = re.compile(r"[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff\u200b-\u200f\ufeff]+")
"""Lines, blocks and dots that are drawn and not read, and marks without a width."""
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_CLOCK = re.compile(r"\b([01]\d|2[0-3]):([0-5]\d)\b")
_RANGE = re.compile(r"(?<=\d)\s*\N{EN DASH}\s*(?=\d)")
_BELOW = re.compile(r"\N{MINUS SIGN}(?=\d)")


def spoken(play: Playthrough, tongue: Tongue = ENGLISH, voice: Voice | None = None) -> str:
    """Every page, order and answer of a playthrough, as it is heard.

    Args:
        play: The playthrough.
        tongue: The listener's language.
        voice: Who says it. One voice for many playthroughs of a story says what
            they share faster than a new one each time.
    """
    voice = voice or Voice(play.program.story, tongue)
    blocks: list[Lines] = []
    for order in range(len(play.legs)):
        for beat in beats_after(play, order, tongue):
            blocks.append(list(voice.beat(beat)))
    return harmless("\n\n".join("\n".join(block) for block in blocks) + "\n")


class Voice:
    """Says lines of one story.

    Args:
        story: Whose names have spoken forms.
        tongue: The listener's language.
    """

    def __init__(self, story: Story, tongue: Tongue = ENGLISH) -> None:
        self._tongue = tongue
        self._names = spoken_names(story)
        longest_first = sorted(self._names, key=len, reverse=True)
        every = "|".join(re.escape(name) for name in longest_first)
        self._name = re.compile(rf"(?<!\w)(?:{every})(?!\w)") if every else None
        self._said: dict[str, str] = {}

    def beat(self, beat: Page | Answer) -> Iterator[str]:
        """A page with its choices, or an answer, without empty lines."""
        if isinstance(beat, Answer):
            lines = answer_lines(beat, self._tongue)
        else:
            lines = [*page_lines(beat, self._tongue), *choice_lines(beat, self._tongue)]
        return (self.say(line) for line in lines if line.strip())

    def say(self, line: str) -> str:
        """A line in words, with a stop behind it."""
        if line not in self._said:
            self._said[line] = self._worded(line)
        return self._said[line]

    def _worded(self, line: str) -> str:
        text = _SILENT.sub(" ", line)
        if self._name is not None:
            text = self._name.sub(lambda found: self._names[found[0]], text)
        text = _GROUPED.sub("", _CLOCK.sub(self._hour, text))
        text = _RANGE.sub(f" {self._tongue.say(SIGNS[chr(0x2013)])} ", text)
        text = _BELOW.sub(f"{self._tongue.say(SIGNS[chr(0x2212)])} ", text)
        said = " ".join(self._signs(text).split())
        return said if said.endswith(":") else sentence(said)

    def _hour(self, found: re.Match[str]) -> str:
        hours, minutes = int(found[1]), found[2]
        if minutes == "00":
            words = self._tongue.say("{hours} hours")
            return words.format(hours=hours)
        return f"{hours} {minutes}" if int(minutes) > 9 else f"{hours} 0 {int(minutes)}"

    def _signs(self, text: str) -> str:
        for sign, word in SIGNS.items():
            if sign in text and sign not in "\N{EN DASH}\N{MINUS SIGN}":
                text = text.replace(sign, f" {self._tongue.say(word)} ")
        return text.replace("\N{EN DASH}", ", ").replace("\N{EM DASH}", ", ")


def spoken_names(story: Story) -> Mapping[str, str]:
    """The names that a voice would stumble over, each as it is said."""
    shelves = (story.people, story.units, story.places, story.terms)
    every = (entry for shelf in shelves for entry in shelf.values())
    return {entry.name: entry.speak for entry in every if entry.speak}
