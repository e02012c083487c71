"""What a story's own rules ask of its texts: numbers, lengths, phrases, names."""

from __future__ import annotations

import calendar
import re
from functools import cached_property
from typing import Collection, Iterable, Iterator

from game.author.numbers import numbers_at, numbers_in
from game.language import spoken_length
from game.model import Choice, Entry, Fact, Node, OneOf, Prose, Record, Story
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import Written, choices_of, prose, results_of, texts_of

SETTING = frozenset({1945})
"""Numbers that need no fact: the year that everything happens in."""

RANKS = ("Captain", "Colonel", "General", "Lieutenant", "Major", "Marshal", "Sergeant")
COMMON = (*calendar.month_name, *calendar.day_name, *RANKS)
"""Words with a capital that are no names: days, ranks, months."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:-[A-Za-z]+)*\b")
_LINK = re.compile(r"\[\[[^|\]]*\|[^\]]*\]\]")
_UNIT = re.compile(r"\b\d+(?:st|nd|rd|th)(?= [A-Z])")


def check_style(matter: Matter) -> None:
    """Everything that `[style]` and the fact base say about texts."""
    checker = _Style(matter)
    openings = _openings(matter.story)
    for node, path in matter.nodes():
        for written in texts_of(node, path):
            checker.text(written)
        checker.lengths(node, path, "opening" if node.id in openings else "text")
        checker.history(node, path)
    for ending, path in matter.endings():
        for written in texts_of(ending, path):
            checker.text(written)
        checker.long(ending.brief, "brief", (*path, "brief"))
        checker.long(ending.text, "ending", (*path, "text"))
    for id, path in matter.each("aside"):
        checker.text(Written("text", matter.story.asides[id].text, (*path, "text")))


def _openings(story: Story) -> set[str]:
    """The pages of each campaign before its first decision, and the nodes they begin at."""
    found: set[str] = set()
    for campaign in story.campaigns.values():
        waiting = [campaign.start]
        for id in waiting:
            found.add(id)
            node = story.nodes.get(id)
            ahead = [way.to for way in node.ways] if node else []
            waiting += [to for to in ahead if to in story.nodes and not story.nodes[to].choices]
    return found


class _Style:
    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._story = matter.story
        self._rules = matter.story.style
        self._banned = [phrase.lower() for phrase in self._rules.banned]

    @cached_property
    def _entries(self) -> list[Entry]:
        s = self._story
        shelves = (s.people, s.units, s.places, s.terms)
        return [entry for shelf in shelves for entry in shelf.values()]

    @cached_property
    def _known(self) -> frozenset[str]:
        """Every word of a name that needs no further entry."""
        names = [name for entry in self._entries for name in (entry.name, *entry.other_names)]
        words = re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", " ".join([*names, *self._rules.names]))
        return frozenset([*words, *(part for word in words for part in word.split("-")), *COMMON])

    def text(self, written: Written) -> None:
        """Banned phrases and unknown names in any text."""
        plain = " ".join(written.source.split()).lower()
        for phrase in self._banned:
            if phrase in plain:
                message = f"The story's own rules ban the words `{phrase}`."
                offset = max(written.source.lower().find(phrase), 0)
                self._matter.sink.add("W613", written.path, message, offset=offset)
        if self._entries and written.kind not in ("marker", "title"):
            self._names(written)

    def _names(self, written: Written) -> None:
        text = _LINK.sub(lambda found: " " * len(found.group()), written.source)
        seen: set[str] = set()
        for found in _NAME.finditer(text):
            name = found.group()
            if not self._is_known(name) and name not in seen:
                seen.add(name)
                message = f"`{name}` has no entry in the codex."
                hint = "add an entry, or name it under [style] names"
                self._matter.sink.add("W614", written.path, message, hint, offset=found.start())

    def _is_known(self, name: str) -> bool:
        parts = {name, name.removesuffix("s"), name.split("-")[0]}
        return bool(parts & self._known)

    def lengths(self, node: Node, path: Path, kind: str) -> None:
        """Words of each text of a node, against the story's limits."""
        self.long(node.brief, "brief", (*path, "brief"))
        self.long(node.text, kind, (*path, "text"))
        for i, advice in enumerate(node.advice):
            self._over(spoken_length(advice.text), "advice", (*path, "advice", i, "text"))
        for choice, at in choices_of(node, path):
            self._choice(choice, at)
        if node.record:
            self._record(node.record, (*path, "record"))
        if node.exit:
            self._over(spoken_length(node.exit.text), "exit", (*path, "exit", "text"))

    def _choice(self, choice: Choice, path: Path) -> None:
        for key in ("label", "detail"):
            text = getattr(choice, key)
            if text:
                self._over(spoken_length(text), key, (*path, key))
        for result, below in results_of(choice, path):
            self.long(result.outcome, "outcome", (*below, "outcome"))
            self.long(result.outcome_brief, "brief", (*below, "outcome_brief"))

    def _record(self, record: Record, path: Path) -> None:
        for key, kind in (("text", "record"), ("brief", "brief"), ("dispute", "dispute")):
            text = getattr(record, key)
            if text:
                self._over(spoken_length(text), kind, (*path, key))

    def long(self, prose: Prose, kind: str, path: Path) -> None:
        """A text of passages: what is always shown, and the longest of what may be."""
        always = sometimes = 0
        for part in prose:
            if isinstance(part, OneOf):
                always += max(spoken_length(passage.text) for passage in part.passages)
            elif part.condition is None:
                always += spoken_length(part.text)
            else:
                sometimes = max(sometimes, spoken_length(part.text))
        self._over(always + sometimes, kind, path)

    def _over(self, words: int, kind: str, path: Path) -> None:
        limit = self._rules.limits.get(kind)
        if limit is not None and words > limit:
            message = f"This text has {words} words; [style] limits {kind} allows {limit}."
            self._matter.sink.add("W612", path, message)

    def history(self, node: Node, path: Path) -> None:
        """Numbers of what is told as history: the record, and outcomes that are documented."""
        if not self._story.facts:
            return
        record = node.record
        cited = [*node.known, *(record.facts if record else ())]
        cited += node.exit.facts if node.exit else ()
        for id in record.conflicts if record else ():
            conflict = self._story.conflicts[id]
            cited += [*conflict.facts, *(r.fact for r in conflict.readings if r.fact)]
        told = self._numbers(cited)
        for written in _historical(node, path):
            uncited(self._matter, written, told)

    def _numbers(self, ids: Iterable[str]) -> frozenset[int]:
        found = set(SETTING)
        for id in ids:
            found |= numbers_of(self._story.facts[id])
        return frozenset(found)


def uncited(matter: Matter, written: Written, told: Collection[int], least: int = 0) -> None:
    """Note every number of a text, from a least one up, that no fact cited for it has told."""
    text = _LINK.sub(lambda found: " " * len(found.group()), written.source)
    text = _UNIT.sub(lambda found: " " * len(found.group()), text)
    for number, place in numbers_at(text):
        if number >= least and number not in told:
            message = f"No fact that is cited here has the number {number}."
            hint = "cite the fact that it comes from"
            matter.sink.add("W611", written.path, message, hint, offset=place)


def numbers_of(fact: Fact) -> set[int]:
    """The numbers of a fact: in its words, its figures, its date and hours."""
    found = set(numbers_in(fact.statement))
    for figure in fact.figures:
        found |= {int(n) for n in (figure.value, figure.low, figure.high) if n is not None}
    found |= {int(part) for part in re.findall(r"\d+", fact.when or "")}
    return found


def _historical(node: Node, path: Path) -> Iterator[Written]:
    """The texts of a node that are shown as history."""
    if node.record:
        for key in ("text", "brief", "dispute"):
            text = getattr(node.record, key)
            if text:
                yield Written("record", text, (*path, "record", key))
    if node.exit:
        yield Written("exit", node.exit.text, (*path, "exit", "text"))
    for choice, at in choices_of(node, path):
        for result, below in results_of(choice, at):
            if result.basis == "documented":
                yield from prose("outcome", result.outcome, (*below, "outcome"))
                yield from prose("outcome_brief", result.outcome_brief, (*below, "outcome_brief"))
