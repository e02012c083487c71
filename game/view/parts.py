"""The parts of a story: what is read at one place, by keys that last, each with its words.

A page is a part by its node's id, with its title, advice and choices; each
passage of its text is one more, by its translation key. An answer has its
passages, the record (`node.record`), and the order itself
(`node.choice.ordered`), which has no words.
"""

from __future__ import annotations

from typing import Collection, Iterator, Mapping

from game.engine import Playthrough, Position, Stop
from game.engine.play import Leg
from game.language import spoken_length
from game.model import Ending, Node, OneOf, Passage, Prose, Story
from game.tongue import ENGLISH, Tongue
from game.view.answer import outcome_key
from game.view.course import Course
from game.view.page import Page
from game.view.prose import Glass, shown

ORDERED = "ordered"


def parts_of(course: Course) -> frozenset[str]:
    """The parts that the beat at hand shows."""
    play = course.play
    leg = play.legs[-1]
    place = course.index - (len(course.beats) - 1 - len(leg.stops))
    if place < 0:
        return frozenset(_of_answer(play.legs[-2].position, leg))
    if place == len(leg.stops):
        at = leg.position
        stop = Stop(at.node, at.state, at.ledger, at.stack)
    else:
        stop = leg.stops[place]
    return frozenset(_of_page(leg.position, stop))


def _of_page(position: Position, stop: Stop) -> Iterator[str]:
    story, id = position.program.story, stop.node
    yield id
    glass = Glass(position.program, stop.state, stop.ledger, stop.state)
    node = story.nodes.get(id)
    yield from (key for _, key in shown((node or story.endings[id]).text, glass, f"{id}.text"))
    if node is not None and node.fallback is not None and stop.fell and stop.after is not None:
        after = Glass(position.program, *stop.after, stop.state)
        yield from (key for _, key in shown(node.fallback.text, after, f"{id}.fallback.text"))


def _of_answer(before: Position, leg: Leg) -> Iterator[str]:
    node = before.program.story.nodes[before.node]
    choice = next(c for c in node.choices if c.id == leg.choice)
    yield order_part(node.id, choice.id)
    yield f"{node.id}.record"
    glass = Glass(before.program, *leg.after, leg.before)
    key = f"{outcome_key(node, choice, leg.result)}.outcome"
    yield from (name for _, name in shown(choice.results[leg.result].outcome, glass, key))


def parts_since_order(course: Course) -> frozenset[str]:
    """The parts from the answer to the last order as far as the beat at hand."""
    found = parts_of(course)
    while course.index:
        course = course.back()
        found |= parts_of(course)
    return found


def order_part(node: str, choice: str) -> str:
    """The part that is an order given."""
    return f"{node}.{choice}.{ORDERED}"


def ordered_before(page: Page, read: Collection[str]) -> frozenset[str]:
    """The choices of a page that have been ordered before."""
    return frozenset(c.id for c in page.choices if order_part(page.id, c.id) in read)


def past_what_was_read(course: Course, read: Collection[str]) -> Course:
    """Go on by Continue to the first beat that is not read yet, at most to the next decision."""
    ahead = course.forward()
    while ahead.index < len(ahead.beats) - 1 and _is_read(ahead, read):
        ahead = ahead.forward()
    return ahead


def resumed(play: Playthrough, read: Collection[str], tongue: Tongue = ENGLISH) -> Course:
    """Where a reader goes on: at the last beat behind the last order that he has come to.

    A playthrough of somebody else, such as one from a replay code, whose last decision
    this reader has never read, stands at the decision or ending that it leads to.
    """
    course = Course.begin(play, tongue)
    if course.scene.id not in read:
        return Course.resume(play, tongue)
    while course.index < len(course.beats) - 1 and _is_read(course, read):
        if not _is_read(course.forward(), read):
            break
        course = course.forward()
    return course


def _is_read(course: Course, read: Collection[str]) -> bool:
    return all(part in read for part in parts_of(course))


def words_in(story: Story, shown: Node | Ending) -> Mapping[str, int]:
    """The parts of a node or an ending, with the words of each as `author words` counts them."""
    found = dict(_passages(shown.text, f"{shown.id}.text"))
    if isinstance(shown, Ending):
        return {shown.id: 0, **found}
    found[shown.id] = _head_words(shown)
    if shown.fallback is not None:
        found |= _passages(shown.fallback.text, f"{shown.id}.fallback.text")
    for choice in shown.choices:
        found[order_part(shown.id, choice.id)] = 0
        for number, result in enumerate(choice.results):
            found |= _passages(result.outcome, f"{outcome_key(shown, choice, number)}.outcome")
    if shown.choices:
        found[f"{shown.id}.record"] = _words(shown.hidden) + _record_words(story, shown)
    return found


def _passages(prose: Prose, key: str) -> Iterator[tuple[str, int]]:
    for number, part in enumerate(prose, 1):
        if isinstance(part, OneOf):
            for i, passage in enumerate(part.passages, 1):
                yield f"{key}.{passage.id or f'{number}.{i}'}", _words(passage.text)
        else:
            yield _alone(part, prose, key, number), _words(part.text)


def _alone(part: Passage, prose: Prose, key: str, number: int) -> str:
    alone = len(prose) == 1 and part.condition is None and part.id is None
    return key if alone else f"{key}.{part.id or number}"


def _head_words(node: Node) -> int:
    words = _words(node.title) + sum(_words(advice.text) for advice in node.advice)
    return words + sum(_words(c.label) + _words(c.detail) for c in node.choices)


def _record_words(story: Story, node: Node) -> int:
    if node.record is None:
        return 0
    asides = [story.asides[id] for id in node.record.asides]
    told = _words(node.record.text) + _words(node.record.dispute)
    return told + sum(_words(aside.title) + _words(aside.text) for aside in asides)


def _words(text: str | None) -> int:
    return spoken_length(text) if text else 0
