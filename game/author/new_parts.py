"""What is put into a story that is there already: a campaign, a node, a branch."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from typing import Iterable

from game.author import templates
from game.author.asking import Asker
from game.author.branches import (
    Files,
    appended,
    choice_path,
    home,
    line_of,
    with_campaign,
    with_choice,
    with_file,
    with_way,
)
from game.author.schema import schema_line
from game.author.templates import Order
from game.misuse import Misuse
from game.model import Story
from game.reader.faults import meant
from game.reader.files import MANIFEST
from game.reader.shape import ID

MOST = 50
"""Decisions of one branch; nobody writes more at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """What has been made.

    Attributes:
        files: Files as they will be, by name.
        first: The file to write in first, and its line.
        what: What is to be written there.
        notes: What else the author should know.
    """

    files: Files
    first: str
    line: int
    what: str
    notes: tuple[str, ...] = field(default=())


def campaign(story: Story, files: Files, arguments: argparse.Namespace, asker: Asker) -> Made:
    """One more campaign, in a folder of its own."""
    id = _fresh_id(arguments.id)
    if id in story.campaigns:
        raise Misuse(f"There is a campaign {id!r} already.")
    title = asker.have(arguments.title, "--title", "What is it called?", id.capitalize())
    _same(arguments.person, story.people, "person")
    for name in (f"{id}-opening", f"{id}-first", f"{id}-end"):
        _free(story, name)
    part = f"{id}/1-{id}.toml"
    if part in files:
        raise Misuse(f"There is a file {part} already.")
    table = templates.campaign(id, id, title, arguments.person, arguments.short)
    head = with_file(with_campaign(files[MANIFEST], table), part, story.manifest.files)
    short, counted = arguments.short, _counted(story)
    body = templates.opening(id, id, short, schema_line(part), not counted).encode()
    first = line_of(body, "Write here", b"[node.")
    note = f"Give {', '.join(counted)} their campaigns, then mark the historical choice."
    notes = (note,) if counted else ()
    return Made({MANIFEST: head, part: body}, part, first, "where and when it begins.", notes)


def _counted(story: Story) -> list[str]:
    """Metrics of every campaign that a new one could not bring to what was counted in 1945."""
    found = []
    for metric in story.metrics.values():
        claims = metric.own_claims()
        if not metric.campaigns and claims and not any(c.holds(metric.start) for c in claims):
            found.append(metric.id)
    return found


def node(story: Story, files: Files, arguments: argparse.Namespace, asker: Asker) -> Made:
    """A page between a node or choice and what follows it."""
    id = _free(story, _fresh_id(arguments.id))
    question = "Behind which page (node) or choice (node.choice) does it come?"
    origins = arguments.origin or [asker.have(None, "--from", question)]
    title = asker.have(arguments.title, "--title", "Its title?", id.replace("-", " ").capitalize())
    changed: Files = {}
    gotos = set()
    for origin in origins:
        file, path = _origin(story, origin)
        changed[file], goto = with_way(changed.get(file, files[file]), path, id)
        gotos.add(goto)
    if len(gotos) > 1:
        raise Misuse(f"They lead to different places: {', '.join(sorted(gotos))}.")
    short = _is_short(story, _campaigns(story).get(origins[0].partition(".")[0], frozenset()))
    file = _origin(story, origins[0])[0]
    raw = appended(changed[file], templates.node(id, title, gotos.pop(), short))
    changed[file] = raw
    heading = f"[node.{id}]".encode()
    return Made(changed, file, line_of(raw, "Write here", heading), "what happens here.")


def _origin(story: Story, origin: str) -> tuple[str, tuple[str | int, ...]]:
    """The file and path of a page or choice."""
    before, _, choice = origin.partition(".")
    _same(before, story.nodes, "node")
    if not choice:
        return home(story, "node", before), ("node", before)
    _same(choice, [c.id for c in story.nodes[before].choices], f"choice of {before}")
    return home(story, "node", before), choice_path(story, before, choice)


def branch(story: Story, files: Files, arguments: argparse.Namespace, asker: Asker) -> Made:
    """A new choice, decisions behind it, and an ending."""
    start = arguments.node
    _same(start, story.nodes, "node")
    if not story.nodes[start].is_decision:
        raise Misuse(f"{start} is a page, and a branch begins at a decision.")
    choice = _fresh_id(asker.have(arguments.choice, "--choice", "The id of the new choice?"))
    if choice in [c.id for c in story.nodes[start].choices]:
        raise Misuse(f"{start} has a choice {choice!r} already.")
    label = asker.have(arguments.label, "--label", "The order in a few words?")
    count = _count(asker, arguments.decisions)
    end = _joined(story, start, arguments.join)
    end = end or _fresh_id(asker.have(arguments.ending, "--ending", "Which ending (an id)?"))
    who = _campaigns(story).get(start, frozenset())
    if not who:
        raise Misuse(f"No campaign comes to {start}, so the branch would lead nowhere.")
    return _branched(story, files, Order(choice, label, end), (start, count, sorted(who)))


def _branched(story: Story, files: Files, order: Order, at: tuple[str, int, list[str]]) -> Made:
    start, count, who = at
    joined = {w.to for c in story.nodes[start].choices for r in c.results for w in r.ways}
    short = _is_short(story, frozenset(who))
    ids = [_free(story, f"{start}-{order.id}-{n}") for n in range(1, count + 1)]
    steps = [*ids, order.goto]
    first = order._replace(goto=steps[0], brief=short)
    file = home(story, "node", start)
    raw = with_choice(files[file], start, templates.choice(start, first))
    body = "".join(_step(id, n, steps, short) for n, id in enumerate(ids, 1))
    if order.goto not in story.endings and order.goto not in joined:
        body += templates.ending(_free(story, order.goto), who, short)
    raw = appended(raw, body)
    heading = f'[[node.{start}.choice]]\nid = "{order.id}"'.encode()
    notes = tuple(
        f"Then the decision {id}, line {line_of(raw, 'Write here', f'[node.{id}]'.encode())}."
        for id in ids
    )
    line = line_of(raw, "Write here", heading)
    return Made({file: raw}, file, line, "what the order means, and what follows.", notes)


def _joined(story: Story, node: str, choice: str | None) -> str:
    """Where a choice leads that the branch comes back to."""
    if choice is None:
        return ""
    known = {c.id: c for c in story.nodes[node].choices}
    _same(choice, known, f"choice of {node}")
    ways = {way for result in known[choice].results for way in result.ways}
    if len(ways) != 1 or next(iter(ways)).scene:
        raise Misuse(f"{node}.{choice} leads to several places; name one of them as --ending.")
    return ways.pop().to


def _step(id: str, number: int, steps: list[str], short: bool) -> str:
    follows = steps[number]
    orders = (
        Order("press-on", "Press on.", follows, False, short),
        Order("wait", "Wait, and send word.", follows, False, short),
    )
    return templates.decision(id, f"Decision {number} of the branch", orders, short)


def _count(asker: Asker, given: int | None) -> int:
    told = None if given is None else str(given)
    answer = asker.have(told, "--decisions", "How many decisions follow?", "1")
    if not answer.isdecimal() or int(answer) > MOST:
        raise Misuse(f"A branch has from 0 to {MOST} decisions, and {answer!r} is no such number.")
    return int(answer)


def _fresh_id(id: str) -> str:
    if not ID.match(id) or id == "return":
        raise Misuse(f"{id!r} is no id; an id is lower-case words joined by hyphens.")
    return id


def _free(story: Story, id: str) -> str:
    if id in story.nodes or id in story.endings:
        raise Misuse(f"There is a node or ending {id!r} already.")
    return id


def _same(id: str | None, known: Iterable[str], what: str) -> None:
    names = list(known)
    if id is not None and id not in names:
        near = meant(id, names)
        raise Misuse(f"There is no {what} {id!r}{f'; {near}' if near else '.'}")


def _campaigns(story: Story) -> dict[str, frozenset[str]]:
    """For each node the campaigns that may come there."""
    met: dict[str, set[str]] = {}
    for one in story.campaigns.values():
        waiting = [one.start]
        while waiting:
            id = waiting.pop()
            here = met.setdefault(id, set())
            if one.id not in here:
                here.add(one.id)
                waiting += _ways(story, id)
    return {id: frozenset(who) for id, who in met.items()}


def _ways(story: Story, id: str) -> list[str]:
    here = story.nodes.get(id)
    if here is None:
        return []
    ways = [*here.ways, *(way for c in here.choices for r in c.results for way in r.ways)]
    ways += here.fallback.ways if here.fallback else ()
    scenes = [story.scenes[way.scene].start for way in ways if way.scene]
    return [way.to for way in ways] + scenes


def _is_short(story: Story, who: frozenset[str]) -> bool:
    return any(story.campaigns[id].length == "short" for id in who)
