"""Your situation beside that of 1945: what stood where, at the same place in the story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator

from game.engine import Playthrough, Position, Stop, historical_path
from game.history.timeline import instant, moment_of, thing
from game.model import Moment
from game.tongue import ENGLISH, N_, Tongue
from game.view.answer import Answer
from game.view.course import Course
from game.view.map_marks import MapView, Mark, map_view, twin
from game.view.map_words import sentence
from game.view.moments import moment_words
from game.view.page import callers_place, markers_of, page_at
from game.view.prose import Glass


@dataclass(frozen=True, slots=True)
class Situations:
    """Two maps of one moment.

    Attributes:
        mine: What the player's orders have made of it.
        real: The same in 1945; None where nothing of 1945 is known to the story.
        when: The moment of 1945, in words, where it is another node's.
    """

    mine: MapView
    real: MapView | None = None
    when: str = ""

    @property
    def differ(self) -> bool:
        """Whether anything stands elsewhere."""
        return self.real is not None and replace(self.real, tongue=self.mine.tongue) != self.mine


def situations(course: Course) -> Situations:
    """The situation at the beat that is read, as far as it has been read.

    1945 is shown at the same decision; where its road did not come by, at the
    last page before the same hour. Before the first order nothing can differ.
    After an order both show what the orders made of that decision's markers.
    """
    scene, tongue = course.scene, course.tongue
    program = course.play.program
    after = isinstance(course.beat, Answer)
    markers = page_at(course.here, 0, tongue).markers if after else scene.markers
    mine = map_view(program.story, scene.place_id, markers, tongue)
    if len(course.play.legs) == 1:
        return Situations(mine)
    past = Playthrough.of(program, historical_path(program))
    found = _same(past, scene.id, after) or _before(past, scene.moment)
    if found is None:
        return Situations(mine)
    here, stop = found
    when = _when(here, stop, tongue) if stop.node != scene.id else ""
    return Situations(mine, _drawn(here, stop, tongue), when)


def compared(found: Situations, tongue: Tongue = ENGLISH) -> tuple[str, ...]:
    """How the situations differ, in sentences; one that says so where they do not."""
    if found.real is None:
        return ()
    differing = list(_differing(found, found.real, tongue))
    if found.when and (found.real.here_name or differing):
        told = tongue.say(N_("The nearest of 1945: {when}, {place}."))
        differing.insert(0, told.format(when=found.when, place=found.real.here_name))
    if differing:
        return tuple(differing)
    return (tongue.say("What is marked here stood so in 1945 too."),) if found.mine.marks else ()


def _differing(found: Situations, real: MapView, tongue: Tongue) -> Iterator[str]:
    """What stood elsewhere; of another hour only what 1945 marks, for the rest is not known."""
    here, met = found.mine.here, set[str]()
    for mark in found.mine.marks:
        other = twin(mark, real.marks)
        if other is not None:
            met.add(other.id)
            if _moved(mark, other):
                words = tongue.say("In 1945: {sentence}")
                yield words.format(sentence=sentence(other, here, tongue))
        elif not found.when:
            words = tongue.say("Not so in 1945: {sentence}")
            yield words.format(sentence=sentence(mark, here, tongue))
    for mark in real.marks:
        if mark.id not in met:
            words = tongue.say(
                N_("In 1945: {sentence}") if found.when else N_("Only in 1945: {sentence}")
            )
            yield words.format(sentence=sentence(mark, here, tongue))


def _moved(mine: Mark, real: Mark) -> bool:
    return (mine.at, mine.to, mine.strength, mine.label) != (
        real.at,
        real.to,
        real.strength,
        real.label,
    )


def _same(past: Playthrough, node: str, after: bool) -> tuple[Position, Stop] | None:
    """The same node on the road of 1945, after its order if that is asked for."""
    for number, leg in enumerate(past.legs):
        for stop in leg.stops:
            if stop.node == node:
                return leg.position, stop
        here = leg.position
        if here.node == node:
            made = past.legs[number + 1].after if after and number + 1 < len(past.legs) else None
            state, ledger = made or (here.state, here.ledger)
            return here, Stop(here.node, state, ledger, here.stack)
    return None


def _before(past: Playthrough, moment: Moment | None) -> tuple[Position, Stop] | None:
    """The last page of 1945 that is no later than a moment."""
    if moment is None:
        return None
    last: tuple[Position, Stop] | None = None
    for leg in past.legs:
        here = leg.position
        for stop in (*leg.stops, Stop(here.node, here.state, here.ledger, here.stack)):
            at = moment_of(here, stop)
            marked = thing(here, stop.node).markers
            if at is not None and marked and instant(at) <= instant(moment):
                last = here, stop
    return last


def _drawn(position: Position, stop: Stop, tongue: Tongue) -> MapView:
    glass = Glass(position.program, stop.state, stop.ledger, stop.state, tongue)
    shown = thing(position, stop.node)
    place = shown.place or callers_place(position, stop)
    return map_view(position.program.story, place, markers_of(shown, glass), tongue)


def _when(position: Position, stop: Stop, tongue: Tongue) -> str:
    shown, moment = thing(position, stop.node), moment_of(position, stop)
    if shown.when:
        return tongue.text(f"{shown.id}.when", shown.when)
    return moment_words(moment, position.program.story.manifest.zones, tongue) if moment else ""
