"""Ids that are mentioned must exist."""

from __future__ import annotations

from typing import Iterable

from game.model import Ending, LedgerEntry, Marker, Node
from game.reader.chapter_walk import chapter_facts
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import choices_of, results_of


def check_references(matter: Matter) -> None:
    """Everything but ways on, which are the graph's matter."""
    for node, path in matter.nodes():
        _node(matter, node, path)
    for ending, path in matter.endings():
        _campaigns(matter, ending.campaigns, path)
        _facts(matter, ending.facts, (*path, "facts"))
        _spot(matter, ending, path)
    _asides(matter)
    _head(matter)
    _history(matter)
    _tests(matter)


def _node(matter: Matter, node: Node, path: Path) -> None:
    own = [choice.id for choice in node.choices]
    _facts(matter, node.known, (*path, "known"))
    _spot(matter, node, path)
    for i, advice in enumerate(node.advice):
        at = (*path, "advice", i)
        matter.need(advice.who or "", matter.story.people, "person", "E403", (*at, "who"))
        matter.need(advice.leans or "", own, "choice", "E402", (*at, "leans"))
    if node.sensitive:
        _skip(matter, node, path, own)
    for choice, at in choices_of(node, path):
        for result, below in results_of(choice, at):
            _shares(matter, result.ledger, (*below, "ledger"))
    if node.fallback:
        _shares(matter, node.fallback.ledger, (*path, "fallback", "ledger"))
    if node.exit:
        _facts(matter, node.exit.facts, (*path, "exit", "facts"))
    if node.record:
        _record(matter, node, (*path, "record"))


def _skip(matter: Matter, node: Node, path: Path, own: list[str]) -> None:
    skip = node.sensitive.skip if node.sensitive else None
    at = (*path, "sensitive")
    if node.choices and not skip:
        hint = "name the choice that skipping is recorded as"
        matter.sink.add("E202", at, "A sensitive decision lacks `skip`.", hint, key=True)
    elif skip and not node.choices:
        message = "On a page skipping is Continue; `skip` has no meaning there."
        matter.sink.add("E210", (*at, "skip"), message, key=True)
    else:
        matter.need(skip or "", own, "choice", "E402", (*at, "skip"))


def _record(matter: Matter, node: Node, path: Path) -> None:
    record = node.record
    if record is None:
        return
    _facts(matter, record.facts, (*path, "facts"))
    for i, id in enumerate(record.conflicts):
        matter.need(id, matter.story.conflicts, "conflict", "E410", (*path, "conflicts", i))
    for i, id in enumerate(record.asides):
        matter.need(id, matter.story.asides, "aside", "E411", (*path, "asides", i))


def _spot(matter: Matter, node: Node | Ending, path: Path) -> None:
    places = matter.story.places
    matter.need(node.place or "", places, "place", "E403", (*path, "place"))
    for i, marker in enumerate(node.markers):
        _marker(matter, marker, (*path, "marker", i))


def _marker(matter: Matter, marker: Marker, path: Path) -> None:
    for key, spot in (("at", marker.at), ("to", marker.to)):
        if isinstance(spot, str):
            matter.need(spot, matter.story.places, "place", "E403", (*path, key))


def _facts(matter: Matter, ids: Iterable[str], path: Path) -> None:
    for i, id in enumerate(ids):
        matter.need(id, matter.story.facts, "fact", "E404", (*path, i))


def _campaigns(matter: Matter, ids: Iterable[str], path: Path) -> None:
    for i, id in enumerate(ids):
        matter.need(id, matter.story.campaigns, "campaign", "E405", (*path, "campaigns", i))


def _shares(matter: Matter, shares: Iterable[LedgerEntry], path: Path) -> None:
    for metric, _ in shares:
        matter.need(metric, matter.story.metrics, "metric", "E406", (*path, metric))


def _asides(matter: Matter) -> None:
    for id, path in matter.each("aside"):
        aside = matter.story.asides[id]
        _facts(matter, aside.facts, (*path, "facts"))
        places = matter.story.places
        matter.need(aside.place or "", places, "place", "E403", (*path, "place"))


def _head(matter: Matter) -> None:
    story = matter.story
    for id, path in matter.each("campaign"):
        campaign = story.campaigns[id]
        matter.need(campaign.start, matter.targets, "node", "E401", (*path, "start"))
        matter.need(campaign.person or "", story.people, "person", "E403", (*path, "person"))
    for section, shelf in (("variables", story.variables), ("derived", story.derived)):
        for id, path in matter.each(section):
            _campaigns(matter, shelf[id].campaigns, path)
    for id, path in matter.each("metric"):
        metric = story.metrics[id]
        _campaigns(matter, metric.campaigns, path)
        for i, claim in enumerate(metric.claims):
            at = (*path, "claims", i, "fact")
            matter.need(claim.fact or "", story.facts, "fact", "E404", at)
    for (_, path), anchor in zip(matter.each("anchor"), story.anchors, strict=True):
        matter.need(anchor.node, matter.targets, "node", "E401", (*path, "node"))
        matter.need(anchor.fact or "", story.facts, "fact", "E404", (*path, "fact"))


def _history(matter: Matter) -> None:
    story = matter.story
    for id, path in matter.each("fact"):
        fact = story.facts[id]
        matter.need(fact.source, story.sources, "source", "E403", (*path, "source"))
        matter.need(fact.where or "", story.places, "place", "E403", (*path, "where"))
        for i, who in enumerate(fact.who):
            known = (*story.people, *story.units)
            matter.need(who, known, "person or unit", "E403", (*path, "who", i))
    for id, path in matter.each("unit"):
        unit = story.units[id]
        matter.need(unit.parent or "", story.units, "unit", "E403", (*path, "parent"))
        matter.need(unit.commander or "", story.people, "person", "E403", (*path, "commander"))
    _cited(matter)


def _cited(matter: Matter) -> None:
    story = matter.story
    for section in ("person", "unit", "place", "term", "chapter"):
        for id, path in matter.each(section):
            entry = story.entry(id)
            _facts(matter, entry.facts if entry else (), (*path, "facts"))
    for id, path in matter.each("chapter"):
        for fact, at in chapter_facts(story.chapters[id]):
            matter.need(fact, story.facts, "fact", "E404", (*path, *at))
    for id, path in matter.each("conflict"):
        conflict = story.conflicts[id]
        _facts(matter, conflict.facts, (*path, "facts"))
        for i, reading in enumerate(conflict.readings):
            at = (*path, "readings", i, "fact")
            matter.need(reading.fact or "", story.facts, "fact", "E404", at)
        for i, campaign in enumerate(conflict.speaks_to):
            at = (*path, "speaks_to", i)
            matter.need(campaign, story.campaigns, "campaign", "E405", at)


def _tests(matter: Matter) -> None:
    story = matter.story
    for id, path in matter.each("assert"):
        wanted = story.asserts[id]
        campaigns = story.campaigns
        matter.need(wanted.campaign or "", campaigns, "campaign", "E405", (*path, "campaign"))
        matter.need(wanted.at or "", matter.targets, "node", "E401", (*path, "at"))
        if wanted.kind in ("reachable", "leads"):
            known = matter.targets | matter.choice_ids
            for i, end in enumerate(wanted.of):
                matter.need(end, known, "node or choice", "E401", (*path, wanted.kind, i))
    for id, path in matter.each("playthrough"):
        play = story.playthroughs[id]
        matter.need(play.campaign, story.campaigns, "campaign", "E405", (*path, "campaign"))
        matter.need(play.ending or "", story.endings, "ending", "E401", (*path, "ending"))
        for i, choice in enumerate(play.choices):
            matter.need(choice, matter.choice_ids, "choice", "E402", (*path, "choices", i))
        _shares(matter, play.ledger, (*path, "ledger"))
