"""Nodes and endings as data for the player."""

from __future__ import annotations

from dataclasses import replace

from game.dates import DAYS, FIRST_DAY
from game.export.html.rules import condition, effects, ledger, ways
from game.export.html.texts import Data, lean, prose, text
from game.history.timeline import day, instant
from game.model import Advice, Choice, Ending, Fallback, Node, Record, Result, Story, When
from game.view import Tongue, moment_words
from game.view.answer import outcome_key
from game.view.map_marks import map_view
from game.view.map_words import map_words
from game.view.moments import day_words


class Nodes:
    """The nodes and endings of a story in one language."""

    def __init__(self, story: Story, tongue: Tongue) -> None:
        self._story = story
        self._tongue = tongue

    def _say(self, key: str, source: str | None) -> str:
        return self._tongue.text(key, source) if source else ""

    def ending(self, ending: Ending) -> Data:
        """An ending: what is shown there, and what it rests on."""
        return {
            **self._head(ending),
            **lean(k=ending.kind, facts=list(ending.facts)),
        }

    def node(self, node: Node) -> Data:
        """A page or a decision."""
        sensitive = node.sensitive
        return {
            **self._head(node),
            **lean(
                effects=effects(node.effects),
                known=list(node.known),
                hidden=text(self._say(f"{node.id}.hidden", node.hidden)),
                note=self._say(f"{node.id}.sensitive", sensitive.note) if sensitive else "",
                skip=sensitive.skip if sensitive else "",
                advice=[self._advice(node, advice) for advice in node.advice],
                choices=[self._choice(node, choice) for choice in node.choices],
                record=self._record(node.id, node.record) if node.record else None,
                fallback=self._fallback(node.id, node.fallback) if node.fallback else None,
                pictures=[
                    self._say(f"{node.id}.figure.{number}.alt", picture.alt)
                    for number, picture in enumerate(node.pictures, 1)
                ],
                ways=ways(node.ways),
            ),
        }

    def _head(self, shown: Node | Ending) -> Data:
        place = self._story.places.get(shown.place or "")
        return {
            "title": self._say(f"{shown.id}.title", shown.title),
            **lean(
                at=[self._when(when) for when in shown.at],
                when=self._say(f"{shown.id}.when", shown.when),
                place=self._say(f"{place.id}.name", place.name) if place else shown.place and " ",
                text=prose(shown.text, f"{shown.id}.text", self._tongue),
                marks=self._marks(shown),
            ),
        }

    def _when(self, when: When) -> list[object]:
        """The condition, the moment in words, its day in words, its instant, the days gone."""
        zones, moment = self._story.manifest.zones, when.moment
        gone = (day(moment) - FIRST_DAY).days + 1
        return [
            condition(when.condition),
            moment_words(moment, zones, self._tongue),
            day_words(moment, self._tongue),
            int(instant(moment).timestamp()),
            max(0, min(DAYS, gone)),
        ]

    def _marks(self, shown: Node | Ending) -> list[object]:
        """What stands on the map, in words: condition and sentence for each."""
        here = map_words(map_view(self._story, shown.place, (), self._tongue))
        found: list[object] = []
        for marker in shown.markers:
            label = self._say(f"{shown.id}.marker.{marker.id}.label", marker.label)
            strength = self._say(f"{shown.id}.marker.{marker.id}.strength", marker.strength)
            said = replace(marker, label=label or None, strength=strength or None)
            view = map_view(self._story, shown.place, (said,), self._tongue)
            words = [row for row in map_words(view) if row not in here]
            found += [[condition(marker.condition), " ".join(words)]] if words else []
        return found

    def _advice(self, node: Node, advice: Advice) -> Data:
        key = f"{node.id}.{advice.who or advice.post}"
        person = self._story.people.get(advice.who or "")
        name = self._say(f"{person.id}.name", person.name) if person else ""
        name = name or self._say(f"{key}.post", advice.post)
        return {
            "name": name[:1].upper() + name[1:],
            "t": text(self._say(key, advice.text)),
            **lean(leans=advice.leans, imagined=advice.imagined or None),
        }

    def _choice(self, node: Node, choice: Choice) -> Data:
        key = f"{node.id}.{choice.id}"
        return {
            "id": choice.id,
            "label": text(self._say(f"{key}.label", choice.label)),
            **lean(
                detail=text(self._say(f"{key}.detail", choice.detail)),
                real=choice.historical or None,
                visible=condition(choice.visible_if),
                enabled=condition(choice.enabled_if),
                reason=text(self._say(f"{key}.disabled_reason", choice.disabled_reason)),
                once=choice.once or None,
            ),
            "results": [
                self._result(result, outcome_key(node, choice, number))
                for number, result in enumerate(choice.results)
            ],
        }

    def _result(self, result: Result, key: str) -> Data:
        return {
            "ways": ways(result.ways),
            **lean(
                c=condition(result.condition),
                outcome=prose(result.outcome, f"{key}.outcome", self._tongue),
                basis=result.basis,
                effects=effects(result.effects),
                ledger=ledger(result.ledger),
            ),
        }

    def _fallback(self, id: str, fallback: Fallback) -> Data:
        return {
            "ways": ways(fallback.ways),
            **lean(
                text=prose(fallback.text, f"{id}.fallback.text", self._tongue),
                effects=effects(fallback.effects),
                ledger=ledger(fallback.ledger),
            ),
        }

    def _record(self, id: str, record: Record) -> Data:
        key = f"{id}.record"
        return {
            "t": text(self._say(f"{key}.text", record.text)),
            **lean(
                dispute=text(self._say(f"{key}.dispute", record.dispute)),
                conflicts=list(record.conflicts),
                facts=list(record.facts),
                asides=list(record.asides),
            ),
        }
