"""A whole story as a Markdown document for proof-readers: every text, node by node.

Nothing is played: each text stands under the condition that shows it, told in
words, and each order under what it changes and where it leads.
"""

from __future__ import annotations

from collections import deque
from typing import Iterator

from game.export.conditions import InWords
from game.export.markdown import quoted
from game.export.script.calls import ways_of
from game.language import Break, Emphasis, Print, parse_inline
from game.model import (
    RETURN,
    Aside,
    Choice,
    Ending,
    LedgerEntry,
    Node,
    OneOf,
    Passage,
    Prose,
    Result,
    Story,
    Ways,
)
from game.view import ENGLISH, Tongue, harmless, moment_words
from game.view.answer import BASES, outcome_key

Blocks = Iterator[str]


def document(story: Story, tongue: Tongue = ENGLISH) -> str:
    """The whole story, campaign by campaign, then what no campaign comes to."""
    writer = _Document(story, tongue)
    return harmless("\n\n".join(block for block in writer.blocks() if block) + "\n")


class _Document:
    def __init__(self, story: Story, tongue: Tongue) -> None:
        self._story, self._tongue = story, tongue
        self._in_words = InWords(story, tongue)
        self._told: set[str] = set()

    def blocks(self) -> Blocks:
        manifest, say = self._story.manifest, self._tongue.say
        yield f"# {quoted(self._tongue.text('title', manifest.title))}"
        if manifest.content_note:
            yield quoted(self._tongue.text("content_note", manifest.content_note))
        for campaign in self._story.campaigns.values():
            title = self._tongue.text(
                f"campaign.{campaign.id}.title", campaign.title or campaign.id
            )
            yield f"# {quoted(title)}"
            if campaign.blurb:
                yield quoted(self._tongue.text(f"campaign.{campaign.id}.blurb", campaign.blurb))
            yield from self._from(campaign.start)
        left = [id for id in (*self._story.nodes, *self._story.endings) if id not in self._told]
        if left:
            yield f"# {say('What no campaign comes to')}"
            for id in left:
                yield from self._from(id)

    def _from(self, start: str) -> Blocks:
        """Everything that can be come to from a node, nearest first."""
        waiting = deque([start])
        while waiting:
            id = waiting.popleft()
            if id in self._told:
                continue
            self._told.add(id)
            if id in self._story.endings:
                yield from self._ending(self._story.endings[id])
            elif id in self._story.nodes:
                node = self._story.nodes[id]
                yield from self._node(node)
                for way in ways_of(node):
                    waiting += self._leads(way.scene, way.to)

    def _leads(self, scene: str | None, to: str) -> list[str]:
        called = self._story.scenes.get(scene or "")
        inside = [called.start] if called else []
        return inside if to == RETURN else [*inside, to]

    def _ending(self, ending: Ending) -> Blocks:
        yield from self._head(ending)
        yield from self._prose(ending.text, f"{ending.id}.text")
        yield from self._named(self._tongue.say("In short"), ending.brief, f"{ending.id}.brief")

    def _node(self, node: Node) -> Blocks:
        say = self._tongue.say
        yield from self._head(node)
        if node.sensitive:
            yield self._aside(say("Before it"), f"{node.id}.sensitive", node.sensitive.note)
        yield from self._prose(node.text, f"{node.id}.text")
        yield from self._named(say("In short"), node.brief, f"{node.id}.brief")
        for i, picture in enumerate(node.pictures, 1):
            yield self._aside(say("Picture"), f"{node.id}.figure.{i}.alt", picture.alt)
        for advice in node.advice:
            key = f"{node.id}.{advice.who or advice.post}"
            person = self._story.people.get(advice.who or "")
            name = person.name if person else self._tongue.text(f"{key}.post", advice.post or "")
            yield self._aside(name, key, advice.text)
        for choice in node.choices:
            yield from self._choice(node, choice)
        if node.fallback:
            yield f"### {say('Where no order can be given')}"
            yield from self._prose(node.fallback.text, f"{node.id}.fallback.text")
            yield self._changes(node.fallback.effects, node.fallback.ledger)
        yield self._ways(node.fallback.ways if node.fallback else node.ways)
        yield from self._record(node)

    def _head(self, shown: Node | Ending) -> Blocks:
        title = self._tongue.text(f"{shown.id}.title", shown.title)
        yield f"## {quoted(title)} ({quoted(shown.id)})"
        place = self._story.places.get(shown.place or "")
        zones = self._story.manifest.zones
        whens = [moment_words(when.moment, zones, self._tongue) for when in shown.at]
        if shown.when:
            whens = [self._tongue.text(f"{shown.id}.when", shown.when)]
        parts = [f" {self._tongue.say('or')} ".join(whens)]
        parts += [self._tongue.text(f"{place.id}.name", place.name)] if place else []
        words = quoted("; ".join(part for part in parts if part))
        yield f"*{words}*" if words else ""
        if isinstance(shown, Node):
            yield self._changes(shown.effects, ())

    def _choice(self, node: Node, choice: Choice) -> Blocks:
        key, say = f"{node.id}.{choice.id}", self._tongue.say
        yield f"### {self._text(f'{key}.label', choice.label)} ({quoted(choice.id)})"
        notes = [say("The order of 1945.")] if choice.historical else []
        if choice.visible_if:
            notes.append(self._only(say("Shown only if {what}."), choice.visible_if))
        if choice.once:
            notes.append(say("Only once."))
        if choice.enabled_if:
            notes.append(self._only(say("Open only if {what}."), choice.enabled_if))
        yield f"*{quoted(' '.join(notes))}*" if notes else ""
        yield self._text(f"{key}.detail", choice.detail) if choice.detail else ""
        if choice.disabled_reason:
            yield self._aside(say("Not open"), f"{key}.disabled_reason", choice.disabled_reason)
        for number, result in enumerate(choice.results):
            yield from self._result(outcome_key(node, choice, number), result)

    def _result(self, key: str, result: Result) -> Blocks:
        say = self._tongue.say
        if result.condition:
            yield f"*{quoted(self._only(say('If {what}:'), result.condition))}*"
        yield from self._prose(result.outcome, f"{key}.outcome")
        yield from self._named(say("In short"), result.outcome_brief, f"{key}.outcome_brief")
        yield f"*{quoted(say(BASES[result.basis]))}*" if result.basis else ""
        yield self._changes(result.effects, result.ledger)
        yield self._ways(result.ways)

    def _record(self, node: Node) -> Blocks:
        say, record = self._tongue.say, node.record
        if record or node.hidden:
            yield f"### {say('1945')}"
        if record:
            yield self._text(f"{node.id}.record.text", record.text)
            if record.brief:
                yield self._aside(say("In short"), f"{node.id}.record.brief", record.brief)
            if record.dispute:
                yield self._aside(say("In dispute"), f"{node.id}.record.dispute", record.dispute)
        if node.hidden:
            yield self._aside(say("What he could not know"), f"{node.id}.hidden", node.hidden)
        for id in record.asides if record else ():
            yield from self._elsewhere(self._story.asides[id])
        if node.exit:
            yield self._aside(say("To somebody who leaves"), f"{node.id}.exit.text", node.exit.text)

    def _elsewhere(self, shown: Aside) -> Blocks:
        title = self._tongue.text(f"{shown.id}.title", shown.title)
        yield f"**{quoted(self._tongue.say('The same hour elsewhere'))}: {quoted(title)}**"
        yield self._text(f"{shown.id}.text", shown.text)

    def _changes(self, effects: tuple[str, ...], ledger: tuple[LedgerEntry, ...]) -> str:
        rows = [self._in_words.effect(effect) for effect in effects]
        for id, share in ledger:
            label = self._tongue.text(f"{id}.label", self._story.metrics[id].label)
            pattern = self._tongue.say("Ledger, {label}: {share}.")
            rows.append(pattern.format(label=label, share=self._in_words.share(share)))
        return "\n".join(f"- {quoted(row)}" for row in rows)

    def _ways(self, ways: Ways) -> str:
        rows = []
        for way in ways:
            to = quoted(self._place(way.scene, way.to))
            if way.condition:
                to = f"{to}, {quoted(self._only(self._tongue.say('if {what}'), way.condition))}"
            rows.append(f"\N{RIGHTWARDS ARROW} {to}")
        return "  \n".join(rows)

    def _place(self, scene: str | None, to: str) -> str:
        then = self._tongue.say("back from the scene") if to == RETURN else to
        return f"{scene}, {self._tongue.say('then')} {then}" if scene else then

    def _named(self, name: str, prose: Prose, key: str) -> Blocks:
        if prose:
            yield f"*{quoted(name)}:*"
            yield from self._prose(prose, key)

    def _prose(self, prose: Prose, key: str) -> Blocks:
        for number, part in enumerate(prose, 1):
            if isinstance(part, OneOf):
                for i, passage in enumerate(part.passages, 1):
                    yield from self._passage(passage, f"{key}.{passage.id or f'{number}.{i}'}", i)
            else:
                alone = len(prose) == 1 and part.condition is None and part.id is None
                yield from self._passage(part, key if alone else f"{key}.{part.id or number}", 0)

    def _passage(self, passage: Passage, key: str, place: int) -> Blocks:
        say = self._tongue.say
        if passage.condition:
            pattern = say("Or else, if {what}:") if place > 1 else say("If {what}:")
            yield f"*{quoted(self._only(pattern, passage.condition))}*"
        elif place > 1:
            yield f"*{quoted(say('Otherwise:'))}*"
        yield self._text(key, passage.text)
        yield f"*{quoted(say(BASES[passage.basis]))}*" if passage.basis else ""

    def _only(self, pattern: str, condition: str) -> str:
        return pattern.format(what=self._in_words.condition(condition))

    def _aside(self, name: str, key: str, text: str) -> str:
        return f"**{quoted(name)}:** {self._text(key, text)}"

    def _text(self, key: str, text: str) -> str:
        return self._inline(self._tongue.text(key, text))

    def _inline(self, text: str) -> str:
        """A text with its emphasis; what prints a value stands in braces."""
        found = ""
        for span in parse_inline(text):
            match span:
                case Break():
                    found += "\n\n"
                case Emphasis():
                    found += f"*{quoted(span.text)}*"
                case Print():
                    forms = "|".join(words for _, words in span.forms)
                    found += quoted(f"{{{span.id}{': ' + forms if forms else ''}}}")
                case _:
                    found += quoted(span.text)
        return found
