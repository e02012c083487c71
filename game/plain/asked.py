"""Answers to the questions that can be typed at the prompt."""

from __future__ import annotations

from dataclasses import dataclass

from game.export.closing import aside_lines, order_line
from game.export.evidence import conflict_lines, fact_lines, source_lines
from game.export.figures import ledger_lines
from game.export.lines import answer_lines, choice_lines, place_line
from game.export.prose_lines import Lines
from game.history import closing_report
from game.plain.lookup import Lookup
from game.view import (
    Answer,
    Course,
    Page,
    answer_to,
    aside,
    facts_of,
    gauges,
    hours,
    ledger_rows,
    order_rows,
)
from game.view.map_words import map_words
from game.view.situations import compared, situations


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader may ask, wherever the reading is."""

    course: Course

    def about(self, name: str, argument: str) -> Lines:
        """The answer to one of the prompt's words."""
        asked = {
            "status": self.status,
            "map": self.map,
            "ledger": self.ledger,
            "record": self.record,
            "sources": self.sources,
            "choices": self.choices,
            "elsewhere": self.elsewhere,
            "orders": self.orders,
        }
        if name == "look":
            return self.look(argument)
        return asked[name]()

    def _say(self, words: str) -> str:
        return self.course.tongue.say(words)

    def status(self) -> Lines:
        """Where one is, and the shown variables as they stand there."""
        page, tongue = self.course.scene, self.course.tongue
        told = hours(self.course)
        lines = [f"{page.title}. {place_line(page, tongue)}"]
        lines += [f"{told.day[:1].upper()}{told.day[1:]}."] if told.day else []
        lines += [told.beside] if told.beside else []
        return lines + [f"{g.label}: {g.words}." for g in gauges(self.course.here, tongue)]

    def map(self) -> Lines:
        """What stands where."""
        found = situations(self.course)
        words = list(map_words(found.mine)) or [self._say("Nothing is marked on the map here.")]
        return words + list(compared(found, self.course.tongue))

    def ledger(self) -> Lines:
        """The figures as far as they have been read."""
        rows = ledger_rows(self.course.here, self.course.tongue)
        if not rows:
            return [self._say("This story keeps no ledger.")]
        head = [] if rows[0].final else [self._say("So far:"), ""]
        note = self._say("The share that each order adds is the game's own.")
        return [*head, *ledger_lines(rows, self.course.tongue), "", note]

    def record(self) -> Lines:
        """The last answer again."""
        order = len(self.course.play.legs) - 1
        if order == 0:
            return [self._say("No order has been given yet.")]
        answer = answer_to(self.course.play, order, self.course.tongue)
        return answer_lines(answer, self.course.tongue)

    def sources(self) -> Lines:
        """What the page or record at hand rests on."""
        beat = self.course.beat
        lines = self._evidence(beat) if isinstance(beat, Answer) else self._cited(beat)
        return lines or [self._say("This page cites nothing.")]

    def _evidence(self, answer: Answer) -> Lines:
        if answer.record is None:
            return []
        tongue = self.course.tongue
        parts = [fact_lines(answer.record.facts, tongue)]
        parts += [conflict_lines(conflict, tongue) for conflict in answer.record.conflicts]
        parts.append(source_lines(answer.record.sources))
        return [line for part in parts if part for line in ("", *part)][1:]

    def _cited(self, page: Page) -> Lines:
        story, tongue = self.course.play.program.story, self.course.tongue
        if page.kind == "ending":
            return fact_lines(facts_of(story, story.endings[page.id].facts, tongue), tongue)
        return fact_lines(page.known, tongue)

    def choices(self) -> Lines:
        """The choices of the decision at hand."""
        beat = self.course.beat
        if isinstance(beat, Page) and beat.choices:
            return choice_lines(beat, self.course.tongue)
        return [self._say("There is no decision on this page.")]

    def elsewhere(self) -> Lines:
        """The same hours in the city and beyond the hill."""
        story, tongue = self.course.play.program.story, self.course.tongue
        lines: Lines = []
        for shown in closing_report(self.course.play).asides:
            lines += ["", *aside_lines(aside(story, shown, tongue), tongue)]
        return lines[1:] or [self._say("Nothing has been told from elsewhere yet.")]

    def orders(self) -> Lines:
        """The orders so far, each beside that of 1945."""
        rows = order_rows(self.course.play, self.course.tongue)
        said = [order_line(row, self.course.tongue) for row in rows]
        return said or [self._say("No order has been given yet.")]

    def look(self, wanted: str) -> Lines:
        """What the codex has under a name or id."""
        return Lookup(self.course.play.program.story, self.course.tongue).about(wanted)
