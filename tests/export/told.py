"""What an exported story must show along a playthrough, by our own engine and view."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Callable, Iterator, NamedTuple

from game.engine import Playthrough
from game.export.figures import figure_line
from game.export.lines import answer_lines, speaker
from game.export.prose_lines import sentence
from game.model import Story
from game.view import Answer, Course, Page, harmless, ledger_rows

Lines = list[str]


class Shown(NamedTuple):
    """What is shown at once, what can be chosen, and what is chosen; None at the end."""

    lines: Lines
    labels: Lines
    pick: int | None


def expected(play: Playthrough, skipping: bool = False) -> list[Shown]:
    """Everything that is shown along a playthrough.

    Args:
        play: A playthrough, finished or not.
        skipping: Whether sensitive pages are passed over where that gives the same order.
    """
    return [Shown(_clean(s.lines), _clean(s.labels), s.pick) for s in _shown(play, skipping)]


def _shown(play: Playthrough, skipping: bool) -> Iterator[Shown]:
    story = play.program.story
    yield _opening(story, play.program.campaign.id)
    course = Course.begin(Playthrough.of(play.program))
    orders = [order.partition(".")[2] for order in play.choices]
    while not course.at_end:
        beat = course.beat
        if isinstance(beat, Answer):
            yield Shown(_answer(beat), ["Continue."], 0)
            course = course.forward()
            continue
        decides = beat.kind == "decision"
        order = orders[0] if decides and orders else None
        if beat.can_skip:
            passed = skipping and (not decides or order == beat.skip is not None)
            yield Shown(
                [*_head(beat), beat.sensitive], ["Read this page.", "Skip this page."], int(passed)
            )
            if passed:
                course = course.skip()
                orders = orders[1:] if order else orders
                continue
        body = _body(beat) if beat.can_skip else [*_head(beat), *_body(beat)]
        if not decides and course.forward().index == course.index:
            yield Shown(body, [], None)  # nobody can go on from here
            return
        if not decides:
            yield Shown(body, ["Continue."], 0)
            course = course.forward()
            continue
        enabled = [choice for choice in beat.choices if choice.enabled]
        pick = [choice.id for choice in enabled].index(order) if order else None
        yield Shown(body, [choice.label for choice in enabled], pick)
        if order is None:
            return
        course = course.order(orders.pop(0))
    yield Shown(_ending(course), [], None)


def _opening(story: Story, campaign: str) -> Shown:
    labels = [c.title or c.id for c in story.campaigns.values()]
    lines = [story.manifest.title, story.manifest.content_note or ""]
    return Shown(lines, labels, list(story.campaigns).index(campaign))


def _head(page: Page) -> Lines:
    place = " ".join(sentence(part) for part in (page.when, page.place) if part)
    return [page.title, place]


def _body(page: Page) -> Lines:
    lines = [paragraph.text for paragraph in page.text]
    lines += [f"Picture: {alt}" for alt in page.pictures]
    if page.advice:
        imagined = any(row.imagined for row in page.advice)
        lines.append("Advice, imagined and in reported speech:" if imagined else "Advice:")
    for row in page.advice:
        text = " ".join(paragraph.text for paragraph in row.text)
        leans = f" Leans to: {row.leans[1]}" if row.leans else ""
        lines.append(f"{speaker(row.name, text)}{text}{leans}")
    shut = [choice for choice in page.choices if not choice.enabled]
    return lines + [f"Not open: {choice.label} {choice.reason}" for choice in shut]


def _answer(answer: Answer) -> Lines:
    return answer_lines(replace(answer, shares=()))


def _ending(course: Course) -> Lines:
    page = course.page
    rows = ledger_rows(course.play.position)
    figures = [f"{figure_line(row.label, row.figure, row.unit)}." for row in rows]
    ledger = ["The ledger.", *figures] if figures else []
    return [*_head(page), *(p.text for p in page.text), "The end.", *ledger]


def _clean(lines: Lines) -> Lines:
    return [line for text in lines if (line := cleaned(text))]


def cleaned(text: str) -> str:
    """A line without the spaces that a player of ink folds."""
    return re.sub(r"[ \t]+", " ", harmless(text).replace("\n", " ")).strip()


def final_values(play: Playthrough, slot: Callable[[str], str]) -> dict[str, Any]:
    """What each of the campaign's variables is worth at the end, by its name in the export."""
    position = play.position
    layout = position.program.layout
    slots = [
        *layout.variables,
        *(f"visits {node}" for node, _ in layout.visits),
        *(f"chosen {choice}" for choice in layout.chosen),
    ]
    found = {slot(one): value for one, value in zip(slots, position.state, strict=True)}
    return found | {slot(f"metric {id}"): total for id, total in position.metrics.items()}
