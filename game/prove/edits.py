"""What is different between two versions of a story, named as the old one names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Container, Iterator, Mapping, NamedTuple

from game.model import Choice, Ending, Node, Passage, Result, Story, Ways

WORD = re.compile(r'"[^"]*"|[A-Za-z_][A-Za-z0-9_]*')
STRUCTURE, TEXT = "structure", "text"


class Edit(NamedTuple):
    """One difference.

    Attributes:
        where: The key of the part, as `m-storm.silence.effects`.
        what: `added`, `removed`, `renamed` or `changed`.
        kind: `structure` if it decides what follows from what, else `text`.
        old: What stood there before, where that is short.
        new: What stands there now.
    """

    where: str
    what: str
    kind: str
    old: str | None = None
    new: str | None = None


@dataclass
class Names:
    """The old names of what the new version has, by `renamed_from`."""

    nodes: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def node(self, id: str) -> str:
        """The old id of a new node or ending."""
        return self.nodes.get(id, id)

    def order(self, order: str) -> str:
        """The old `node.choice` of a new one."""
        node, _, choice = order.partition(".")
        return f"{self.node(node)}.{self.choices.get(order, choice)}"

    def expression(self, source: str) -> str:
        """A new expression or effect in the old names."""
        return WORD.sub(lambda found: self._word(found[0]), source)

    def _word(self, word: str) -> str:
        if word.startswith('"'):
            inner = word[1:-1]
            return f'"{self.order(inner) if "." in inner else self.node(inner)}"'
        return self.variables.get(word, word)


def names_of(old: Story, new: Story) -> Names:
    """What was renamed; a name that both versions have is its own."""
    names = Names()
    places: dict[str, Node | Ending] = {**new.nodes, **new.endings}
    known = {*old.nodes, *old.endings}
    for id, place in places.items():
        for was in place.renamed_from:
            if _is_new(id, was, known):
                names.nodes[id] = was
    for node in new.nodes.values():
        names.choices |= _choice_names(old.nodes.get(names.node(node.id)), node)
    for id, variable in new.variables.items():
        for was in variable.renamed_from:
            if _is_new(id, was, old.variables):
                names.variables[id] = was
    return names


def _choice_names(old: Node | None, new: Node) -> dict[str, str]:
    """The old names of a node's renamed choices, by `node.choice`."""
    known = {choice.id for choice in old.choices} if old else set[str]()
    found: dict[str, str] = {}
    for choice in new.choices:
        for was in (name.rpartition(".")[2] for name in choice.renamed_from):
            if _is_new(choice.id, was, known):
                found[f"{new.id}.{choice.id}"] = was
    return found


def _is_new(id: str, was: str, known: Container[str]) -> bool:
    return id not in known and was in known


def edits(old: Story, new: Story, names: Names) -> list[Edit]:
    """Every difference that a player could meet, in the order of the old version."""
    found = list(_heads(old, new, names))
    before: dict[str, Node | Ending] = {**old.nodes, **old.endings}
    now: dict[str, Node | Ending] = {**new.nodes, **new.endings}
    after = {names.node(id): place for id, place in now.items()}
    for id, place in before.items():
        if id not in after:
            found.append(Edit(id, "removed", STRUCTURE, place.title))
        else:
            found += _place(id, place, after[id], names)
    found += [
        Edit(id, "added", STRUCTURE, None, p.title) for id, p in after.items() if id not in before
    ]
    return found


def _heads(old: Story, new: Story, names: Names) -> Iterator[Edit]:
    """Campaigns, variables, derived values, scenes and metrics."""
    yield from _table("campaign", _campaigns(old, Names()), _campaigns(new, names))
    yield from _table("variable", _variables(old, Names()), _variables(new, names))
    derived = {
        names.variables.get(d.id, d.id): names.expression(d.expr) for d in new.derived.values()
    }
    yield from _table("derived", {d.id: d.expr for d in old.derived.values()}, derived)
    scenes = {s.id: names.node(s.start) for s in new.scenes.values()}
    yield from _table("scene", {s.id: s.start for s in old.scenes.values()}, scenes)
    metrics = [{m.id: str(m.start) for m in story.metrics.values()} for story in (old, new)]
    yield from _table("metric", *metrics)


def _campaigns(story: Story, names: Names) -> dict[str, str]:
    return {c.id: f"begins at {names.node(c.start)}" for c in story.campaigns.values()}


def _variables(story: Story, names: Names) -> dict[str, str]:
    return {
        names.variables.get(v.id, v.id): (
            f"{v.kind} {' '.join(v.values) or f'{v.min} to {v.max}'}, begins as {v.start}"
            f"{', shown' if v.shown else ''}"
        )
        for v in story.variables.values()
    }


def _table(kind: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    for id in dict.fromkeys((*old, *new)):
        if id not in new:
            yield Edit(f"{kind}.{id}", "removed", STRUCTURE, old[id])
        elif id not in old:
            yield Edit(f"{kind}.{id}", "added", STRUCTURE, None, new[id])
        elif old[id] != new[id]:
            yield Edit(f"{kind}.{id}", "changed", STRUCTURE, old[id], new[id])


TEXTS = ("title", "text", "brief", "when", "place", "at", "known", "hidden", "sensitive", "advice",
         "record", "markers", "pictures", "kind", "facts")  # fmt: skip
"""Fields of a node or an ending that a player sees and that decide nothing."""


def _place(id: str, old: Node | Ending, new: Node | Ending, names: Names) -> Iterator[Edit]:
    if new.id != id:
        yield Edit(id, "renamed", TEXT, id, new.id)
    for name in TEXTS:
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was != now:
            yield Edit(f"{id}.{name}", "changed", TEXT, _short(was), _short(now))
    if isinstance(old, Node) and isinstance(new, Node):
        yield from _bones(id, old, new, names)
    elif type(old) is not type(new):
        kinds = ("ending" if isinstance(each, Ending) else "node" for each in (old, new))
        yield Edit(id, "changed", STRUCTURE, *kinds)


def _bones(id: str, old: Node, new: Node, names: Names) -> Iterator[Edit]:
    yield from _effects(f"{id}.effects", old.effects, new.effects, names)
    yield from _goto(f"{id}.goto", old.ways, new.ways, names)
    if bool(old.fallback) != bool(new.fallback):
        what = "removed" if old.fallback else "added"
        yield Edit(f"{id}.fallback", what, STRUCTURE)
    elif old.fallback and new.fallback:
        was = Result(old.fallback.ways, old.fallback.text, effects=old.fallback.effects)
        now = Result(new.fallback.ways, new.fallback.text, effects=new.fallback.effects)
        yield from _result(f"{id}.fallback", was, now, names)
    before = {choice.id: choice for choice in old.choices}
    after = {names.order(f"{new.id}.{c.id}").partition(".")[2]: c for c in new.choices}
    for name, choice in before.items():
        if name not in after:
            yield Edit(f"{id}.{name}", "removed", STRUCTURE, choice.label)
        else:
            yield from _choice(f"{id}.{name}", choice, after[name], names)
    for name, choice in after.items():
        if name not in before:
            yield Edit(f"{id}.{name}", "added", STRUCTURE, None, choice.label)


def _choice(key: str, old: Choice, new: Choice, names: Names) -> Iterator[Edit]:
    if new.id != key.partition(".")[2]:
        yield Edit(key, "renamed", TEXT, old.id, new.id)
    for name in ("label", "detail", "disabled_reason", "historical", "tags"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Edit(f"{key}.{name}", "changed", TEXT, _short(was), _short(now))
    for name in ("visible_if", "enabled_if", "once"):
        was, now = getattr(old, name), getattr(new, name)
        now = names.expression(now) if isinstance(now, str) else now
        if was != now:
            yield Edit(f"{key}.{name}", "changed", STRUCTURE, _short(was), _short(now))
    if len(old.results) != len(new.results):
        counts = (f"{len(each.results)} results" for each in (old, new))
        yield Edit(f"{key}.result", "changed", STRUCTURE, *counts)
        return
    for number, (was, now) in enumerate(zip(old.results, new.results, strict=True), 1):
        own = f"{key}.result.{was.id or number}" if old.branched else key
        yield from _result(own, was, now, names)


def _result(key: str, old: Result, new: Result, names: Names) -> Iterator[Edit]:
    if old.condition != (new.condition and names.expression(new.condition)):
        yield Edit(f"{key}.if", "changed", STRUCTURE, old.condition, new.condition)
    yield from _effects(f"{key}.effects", old.effects, new.effects, names)
    shares = [tuple((m, s if isinstance(s, int) else names.expression(s)) for m, s in new.ledger)]
    if old.ledger != shares[0]:
        yield Edit(f"{key}.ledger", "changed", STRUCTURE, _listed(old.ledger), _listed(new.ledger))
    yield from _goto(f"{key}.goto", old.ways, new.ways, names)
    for name in ("outcome", "outcome_brief", "basis"):
        if getattr(old, name) != getattr(new, name):
            was, now = _short(getattr(old, name)), _short(getattr(new, name))
            yield Edit(f"{key}.{name}", "changed", TEXT, was, now)


def _effects(key: str, old: tuple[str, ...], new: tuple[str, ...], names: Names) -> Iterator[Edit]:
    if old != tuple(map(names.expression, new)):
        yield Edit(key, "changed", STRUCTURE, "; ".join(old), "; ".join(new))


def _goto(key: str, old: Ways, new: Ways, names: Names) -> Iterator[Edit]:
    was = [(way.to, way.scene, way.condition) for way in old]
    now = [
        (names.node(way.to), way.scene, way.condition and names.expression(way.condition))
        for way in new
    ]
    if was != now:
        yield Edit(key, "changed", STRUCTURE, _ways(old), _ways(new))


def _ways(ways: Ways) -> str:
    return ", ".join(f"{w.to} if {w.condition}" if w.condition else w.to for w in ways)


def _listed(ledger: tuple[tuple[str, int | str], ...]) -> str:
    return ", ".join(f"{metric} {share}" for metric, share in ledger)


def _short(value: object) -> str | None:
    """What can be said in a line: a word, or a text of one passage."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Passage):
        return value[0].text
    return value if isinstance(value, str) else None
