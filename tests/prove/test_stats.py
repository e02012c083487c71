"""How choices weigh, against a judge that carries along what was taken."""

from __future__ import annotations

from fractions import Fraction
from typing import Callable

from hypothesis import HealthCheck, Phase, assume, given, settings

from game.engine import Position, begin, go, options
from game.engine.program import program
from game.model import Story
from game.prove import Limits
from game.prove.stats import stats_of
from tests.engine.stories import stories
from tests.helpers import story_from
from tests.prove.brute import TooMany

slowly = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

Place = tuple[object, ...]
Event = Callable[[list[str], list[str], str | None], bool]
"""Whether something happens on a step: by the nodes come to, the choices offered, the one taken."""


class Judge:
    """All positions beside the answer to whether an event has happened on the way."""

    def __init__(self, story: Story, event: Event) -> None:
        self.event = event
        opening = begin(program(story, "c"))
        nodes = [*(stop.node for stop in opening.stops), opening.position.node]
        first = self._place(opening.position, event(nodes, [], None))
        self.out: dict[Place, list[Place]] = {}
        waiting = [(first, opening.position)]
        for place, position in waiting:
            if place in self.out:
                continue
            if len(self.out) > 400:
                raise TooMany
            self.out[place] = []
            for following, there in self._ahead(position, bool(place[3])):
                self.out[place].append(following)
                waiting.append((following, there))
        self.first = first

    def _place(self, position: Position, happened: bool) -> Place:
        offered = [f"{position.node}.{o.id}" for o in options(position) if o.enabled]
        happened = happened or self.event([position.node], offered, None)
        return (position.node, position.state, position.stack, happened)

    def _ahead(self, position: Position, happened: bool) -> list[tuple[Place, Position]]:
        found = []
        for option in options(position):
            if option.enabled:
                leg = go(position, option.id)
                nodes = [stop.node for stop in leg.stops]
                now = self.event(nodes, [], f"{position.node}.{option.id}")
                found.append((self._place(leg.position, happened or now), leg.position))
        return found

    def chance(self, ends: Callable[[Place], bool]) -> Fraction:
        """How likely one comes to such a place, by Gauss over all that can lead there."""
        goals = {place for place in self.out if ends(place)}
        saved = set(goals)
        while more := {p for p, t in self.out.items() if p not in saved and set(t) & saved}:
            saved |= more
        if self.first not in saved:
            return Fraction(0)
        rows = {p: self._row(p, saved, goals) for p in saved}
        for pivot in [p for p in rows if p != self.first]:
            own = rows.pop(pivot)
            scale = 1 / (1 - own.pop(pivot, Fraction(0)))
            for row in rows.values():
                part = row.pop(pivot, None)
                for place, much in own.items() if part else ():
                    row[place] = row.get(place, Fraction(0)) + part * scale * much
        row = rows[self.first]
        return row.get(None, Fraction(0)) / (1 - row.get(self.first, Fraction(0)))

    def _row(self, place: Place, saved: set[Place], goals: set[Place]) -> dict:
        row: dict = {}
        if place in goals:
            return {None: Fraction(1)}
        for following in self.out[place]:
            if following in saved:
                row[following] = row.get(following, 0) + Fraction(1, len(self.out[place]))
        return row


@slowly
@given(stories())
def test_what_is_met_and_taken_and_what_comes_of_it(text):
    story = story_from(text)
    stats = stats_of(story, "c", Limits())
    try:
        for decision in stats.decisions[:2]:
            met = Judge(story, lambda nodes, _o, _t, key=decision.node: key in nodes)
            assert decision.met == met.chance(lambda place: bool(place[3]))
            for taken in decision.choices:
                offers = Judge(story, lambda _n, offered, _t, key=taken.order: key in offered)
                assert taken.offered == offers.chance(lambda place: bool(place[3]))
                takes = Judge(story, lambda _n, _o, given, key=taken.order: given == key)
                assert taken.taken == takes.chance(lambda place: bool(place[3]))
                for id, chance in (taken.endings or {}).items():
                    both = takes.chance(lambda place, key=id: place[0] == key and bool(place[3]))
                    assert chance == both / taken.taken
    except TooMany:
        assume(False)


FORK = """
[[campaign]]
id = "c"
start = "first"

[variables.guns]
type = "bool"
start = false

[node.first]
title = "First"
text = "What now?"

[[node.first.choice]]
id = "bring"
label = "Bring guns."
effects = ["guns = true"]
goto = "road"

[[node.first.choice]]
id = "leave"
label = "Leave them."
goto = "road"

[node.road]
title = "Road"
text = "It is long."
goto = "last"

[node.last]
title = "Last"
text = "And now?"

[[node.last.choice]]
id = "fire"
label = "Fire."
visible_if = "guns"
goto = "won"

[[node.last.choice]]
id = "wait"
label = "Wait."
goto = "lost"

[ending.won]
campaigns = ["c"]
title = "Won"
kind = "army"
text = "Over."

[ending.lost]
campaigns = ["c"]
title = "Lost"
kind = "army"
text = "Over."
"""


def test_a_fork():
    stats = stats_of(story_from(FORK), "c", Limits())
    first, last = stats.decisions
    assert (first.node, first.number, first.met) == ("first", 1, 1)
    assert (last.node, last.number, last.met) == ("last", 2, 1)
    assert stats.odds is not None
    assert stats.odds.exact
    assert stats.odds.endings == {"won": Fraction(1, 4), "lost": Fraction(3, 4)}
    bring, leave = first.choices
    assert bring.endings == {"won": Fraction(1, 2), "lost": Fraction(1, 2)}
    assert leave.endings == {"won": 0, "lost": 1}
    assert stats.change(bring) == ("won", 0.25)
    fire, _wait = last.choices
    assert (fire.offered, fire.taken) == (Fraction(1, 2), Fraction(1, 4))
    assert [(each.ending, each.order, each.always) for each in stats.no_return] == [
        ("won", "first.leave", True),
        ("won", "last.wait", True),
        ("lost", "last.fire", True),
    ]
    assert [(join.node, join.sources, met) for join, met in stats.joins] == [
        ("road", ("first.bring", "first.leave"), 1)
    ]


def test_a_choice_that_loses_an_ending_only_in_some_states():
    text = FORK.replace('goto = "won"', 'goto = { one_of = [{ if = "guns", goto = "won" }, {'
                        ' goto = "lost" }] }').replace('visible_if = "guns"\n', "")  # fmt: skip
    stats = stats_of(story_from(text), "c", Limits())
    found = {(each.ending, each.order): each.always for each in stats.no_return}
    assert found["lost", "last.fire"] is False
    assert ("won", "first.bring") not in found


def test_a_limit_leaves_everything_empty():
    stats = stats_of(story_from(FORK), "c", Limits(states=0))
    assert (stats.whole, stats.odds, stats.decisions, stats.no_return) == (False, None, [], [])
