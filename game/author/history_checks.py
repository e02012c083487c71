"""Checks that keep history and tests true. They run when a story has no other error.

A story without any choice marked `historical` tells of nothing that happened,
and is asked for none of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from game.author.codex_checks import check_codex, check_shown
from game.author.playthroughs import played
from game.author.style_checks import check_style
from game.engine import Playthrough, Position, Stop, historical_path, options, program
from game.history.ledger import LedgerLine, ledger_lines
from game.history.timeline import day, instant, moment_of
from game.model import Anchor, Choice, Moment, Node
from game.reader.check import Pass
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import choices_of, results_of

CLOSE_ATTACK = "close-attack"
"""The tag of a page or choice that orders men against tanks with charges."""

TANKS = "tanks"
"""The unit of metrics that count tanks."""


@dataclass(slots=True)
class Road:
    """The road of 1945 through one campaign.

    Attributes:
        decisions: The nodes decided at, the last one too where the road breaks off.
        moments: When each node was come to, as far as it says so.
    """

    play: Playthrough
    decisions: set[str]
    moments: dict[str, Moment | None]

    @property
    def end(self) -> Position:
        """Where the road ends, or breaks off."""
        return self.play.position


def check_history(matter: Matter) -> None:
    """The historical choices, the ledger and the anchors of the road of 1945."""
    nodes = matter.story.nodes.values()
    marked = {node.id for node in nodes if any(choice.historical for choice in node.choices)}
    if not marked and not matter.story.anchors:
        return
    roads = [_road(matter, id) for id in matter.story.campaigns]
    roads = [road for road in roads if road.decisions & marked or not road.decisions]
    _choices(matter, roads)
    for road in roads:
        if road.end.is_ending:
            _ledger(matter, road)
    _anchors(matter, roads)


def _road(matter: Matter, campaign: str) -> Road:
    made = program(matter.story, campaign)
    play = Playthrough.of(made, historical_path(made))
    decisions: set[str] = set()
    moments: dict[str, Moment | None] = {}
    for leg in play.legs:
        here = leg.position
        for stop in (*leg.stops, Stop(here.node, here.state, here.ledger, here.stack)):
            moments[stop.node] = moment_of(here, stop)
        if not here.is_ending:
            decisions.add(here.node)
    return Road(play, decisions, moments)


def _choices(matter: Matter, roads: list[Road]) -> None:
    """Exactly one historical choice at each decision of the road, and none elsewhere."""
    decided = set[str]().union(*(road.decisions for road in roads))
    ends = {road.end.node: road.end for road in roads if not road.end.is_ending}
    for node, path in matter.nodes():
        marked = [(choice, at) for choice, at in choices_of(node, path) if choice.historical]
        if node.id not in decided:
            message = "The road of 1945 does not come here, so no choice here is historical."
            for _, at in marked:
                matter.sink.add("E601", (*at, "historical"), message)
        elif not marked:
            message = "The road of 1945 comes here, and no choice is marked `historical`."
            matter.sink.add("E601", path, message, "mark the choice that was taken", key=True)
        else:
            _marked(matter, node, marked, ends.get(node.id))


def _marked(
    matter: Matter, node: Node, marked: list[tuple[Choice, Path]], end: Position | None
) -> None:
    for _, at in marked[1:]:
        message = f"`{node.id}` has a historical choice already."
        matter.sink.add("E601", (*at, "historical"), message, "only one of them was taken")
    open_ = {option.id for option in options(end) if option.enabled} if end else set()
    choice, at = marked[0]
    if end is not None and choice.id not in open_:
        message = "This historical choice is not open on the road of 1945."
        matter.sink.add("E601", (*at, "historical"), message, "look at its conditions")


def _ledger(matter: Matter, road: Road) -> None:
    lines = {line.metric.id: line for line in ledger_lines(road.end)}
    for id, path in matter.each("metric"):
        line = lines.get(id)
        if line is not None and line.inside is False:
            message = f"The historical choices of `{road.play.program.campaign.id}` add up to "
            message += f"{line.value} {line.metric.unit}, and the claims say {_span(line)}."
            matter.sink.add("E602", path, message, "change the shares, or cite another claim")


def _span(line: LedgerLine) -> str:
    """What the claims of the metric's own measure and scope allow."""
    own = line.metric.own_claims()
    lows = [claim.low for claim in own if claim.low is not None]
    highs = [claim.high for claim in own if claim.high is not None]
    low = str(min(lows)) if len(lows) == len(own) else "any"
    high = str(max(highs)) if len(highs) == len(own) else "any"
    return low if low == high else f"{low} to {high}"


def _anchors(matter: Matter, roads: list[Road]) -> None:
    for (_, path), anchor in zip(matter.each("anchor"), matter.story.anchors, strict=True):
        on = [road for road in roads if anchor.node in road.moments]
        if not on:
            message = f"The road of 1945 never comes to `{anchor.node}`."
            matter.sink.add("E603", (*path, "node"), message)
        elif not any(_met(anchor, road.moments[anchor.node]) for road in on):
            moment = on[0].moments[anchor.node]
            told = "tells no time" if moment is None else f"is at {_words(moment)}"
            message = f"On the road of 1945 `{anchor.node}` {told}, not at {_words(anchor.at)}."
            matter.sink.add("E603", (*path, "at"), message)


def _met(anchor: Anchor, moment: Moment | None) -> bool:
    """Whether a moment is the anchor's: the same instant, or the same day in Manchuria."""
    if moment is None:
        return False
    if isinstance(anchor.at, datetime) and isinstance(moment, datetime):
        return instant(anchor.at) == instant(moment)
    return day(anchor.at) == day(moment)


def _words(moment: Moment) -> str:
    return moment.isoformat(" ") if isinstance(moment, datetime) else moment.isoformat()


def check_close_attacks(matter: Matter) -> None:
    """No count of tanks rises where men are sent against tanks with charges."""
    tanks = {metric.id for metric in matter.story.metrics.values() if metric.unit == TANKS}
    for node, path in matter.nodes():
        for choice, at in choices_of(node, path):
            if CLOSE_ATTACK not in (*node.tags, *choice.tags):
                continue
            for result, below in results_of(choice, at):
                for metric, share in result.ledger:
                    if metric in tanks and (isinstance(share, str) or share > 0):
                        message = "A count of tanks rises with an order for close attacks."
                        hint = "an attack by men with charges is nothing to be good at"
                        matter.sink.add("E615", (*below, "ledger", metric), message, hint)


def check_tests(matter: Matter) -> None:
    """Written playthroughs go as they are written, and asserts do not contradict each other."""
    for id, path in matter.each("playthrough"):
        outcome = played(matter.story, matter.story.playthroughs[id])
        if outcome.at is not None:
            matter.sink.add("E604", (*path, *_part(matter, id, outcome.at)), outcome.message)
    asked: dict[tuple[object, ...], str] = {}
    for id, path in matter.each("assert"):
        wanted = matter.story.asserts[id]
        opposite = {"never": "always", "always": "never"}.get(wanted.kind)
        other = asked.get((opposite, wanted.of, wanted.at, wanted.campaign))
        if other is not None:
            message = f"This is the opposite of the assert `{other}`."
            matter.sink.add("E605", (*path, wanted.kind), message, "remove one of them")
        asked.setdefault((wanted.kind, wanted.of, wanted.at, wanted.campaign), id)


def _part(matter: Matter, id: str, at: str) -> Path:
    """The part of a written playthrough that is not as it is written."""
    choices = matter.story.playthroughs[id].choices
    table, dot, key = at.partition(".")
    if at in choices:
        return ("choices", choices.index(at))
    if dot and table in ("expect", "ledger"):
        return (table, key)
    return ("choices",)


HISTORY: tuple[Pass, ...] = (
    check_history,
    check_close_attacks,
    check_style,
    check_codex,
    check_shown,
    check_tests,
)
