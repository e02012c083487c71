"""The written playthroughs, ready to be played again from the first place that a change touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from game.author.playthroughs import at_end, played
from game.engine import EngineError, Playthrough, Position, Program, begin, step
from game.model import Playthrough as Written
from game.model import Story


@dataclass(frozen=True, slots=True)
class _Played:
    """A playthrough that goes as written.

    Attributes:
        nodes: The nodes passed in the opening, then behind each order.
    """

    written: Written
    play: Playthrough
    nodes: list[set[str]]


class Rehearsal:
    """The playthroughs of a story that go as written.

    Args:
        story: The story as it is.
        ids: Which of its playthroughs go as written.
    """

    def __init__(self, story: Story, ids: set[str]) -> None:
        self._story, self._ids = story, ids
        self._played = [self._of(story.playthroughs[id]) for id in sorted(ids)]
        programs = {each.written.campaign: each.play.program for each in self._played}
        self._programs: dict[str, Program] = programs

    def _of(self, written: Written) -> _Played:
        play = Playthrough.replay(self._story, written.campaign, written.choices)
        nodes = [{*(s.node for s in leg.stops), leg.position.node} for leg in play.legs]
        return _Played(written, play, nodes)

    def holds(self, story: Story, node: str | None) -> bool:
        """Whether all go as written in a changed story too.

        Args:
            story: The changed story.
            node: The one node that was changed; None if more may have been.
        """
        if node is None:
            return all(played(story, story.playthroughs[id]).ok for id in self._ids)
        touched = [each for each in self._played if any(node in passed for passed in each.nodes)]
        programs = dict(self._changed(story, node, {t.written.campaign for t in touched}))
        return all(self._goes(each, node, programs[each.written.campaign]) for each in touched)

    def _changed(
        self, story: Story, node: str, campaigns: set[str]
    ) -> Iterator[tuple[str, Program]]:
        """The changed story made ready; what was compiled of other nodes serves again."""
        for id in campaigns:
            program = Program(story, id)
            known = self._programs[id].nodes
            program.nodes.update({other: made for other, made in known.items() if other != node})
            yield id, program

    def _goes(self, each: _Played, node: str, program: Program) -> bool:
        first = next(i for i, passed in enumerate(each.nodes) if node in passed)
        try:
            if first == 0:
                position = begin(program).position
            else:
                position = self._moved(each.play.legs[first - 1].position, program)
                first -= 1
            for order in each.written.choices[first:]:
                at, _, choice = order.rpartition(".")
                if at and at != position.node:
                    return False
                position = step(position, choice)
        except EngineError:
            return False
        return at_end(each.written, position)[0] is None

    def _moved(self, position: Position, program: Program) -> Position:
        return position._replace(program=program)
