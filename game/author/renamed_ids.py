"""Which thing an old id means, and whether the new one can be given to it."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from game.author.mentions import NAMED_LISTS, group_of
from game.author.renaming import Renaming
from game.language.tokens import RESERVED
from game.misuse import Misuse
from game.model import Story
from game.reader.draft import KEYED, LISTED
from game.reader.faults import meant
from game.reader.shape import ID
from game.reader.story_shapes import is_name

NAMES = ("variables", "derived", "value")
"""Things with names of the expression language."""


def sections() -> tuple[str, ...]:
    """Every kind of thing that has an id of its own."""
    return (*KEYED, *sorted(NAMED_LISTS), "choice", "value")


def renaming_of(story: Story, old: str, new: str, kind: str | None = None) -> Renaming:
    """What is to be renamed.

    Raises:
        Misuse: if nothing has the old id, several things have it, or the new one
            is taken or has the wrong form.
    """
    found = [section for section in sections() if old in _ids(story, section)]
    if kind is not None:
        found = [section for section in found if section == kind]
    if not found:
        what = kind or "thing"
        everything = [id for section in sections() for id in _ids(story, section)]
        raise Misuse(f"There is no {what} {old!r}{_near(old, everything)}.")
    if len(found) > 1:
        known = ", ".join(f"--kind {section}" for section in found)
        raise Misuse(f"Several things are called {old!r}. Say which: {known}.")
    return _checked(story, found[0], old, new)


def _near(old: str, known: list[str]) -> str:
    near = meant(old, known)
    return f"; {near.rstrip('?')}" if near else ""


def _shelf(story: Story, section: str) -> Mapping[str, Any]:
    shelf: Mapping[str, Any] = getattr(story, (KEYED | LISTED)[section][0])
    return shelf


def _ids(story: Story, section: str) -> Mapping[str, object]:
    if section == "choice":
        nodes = story.nodes.values()
        return {f"{node.id}.{choice.id}": node for node in nodes for choice in node.choices}
    if section == "value":
        return {f"{v.id}.{value}": v for v in story.variables.values() for value in v.values}
    return _shelf(story, section)


def _checked(story: Story, section: str, old: str, new: str) -> Renaming:
    if section in ("choice", "value"):
        owner, _, bare = old.rpartition(".")
        new = new.removeprefix(f"{owner}.")
    _form(section, new)
    if section == "value":
        owners = [v.id for v in story.variables.values() if bare in v.values]
        if len(owners) > 1:
            raise Misuse(f"{', '.join(owners)} all have the value {bare!r}; rename it by hand.")
        old = bare
    if new in _taken(story, section, old):
        raise Misuse(f"{new!r} is taken already, or was the id of something once.")
    group = "choice" if section == "choice" else "name" if section == "value" else group_of(section)
    printed = section == "variables" or (section == "metric" and old not in story.variables)
    return Renaming(section, group, old, new, printed)


def _form(section: str, new: str) -> None:
    if section in NAMES:
        if not is_name(new):
            rule = "lower-case words joined by _, and no words of the language"
            raise Misuse(f"{new!r} cannot be such a name; they are {rule}.")
    elif not ID.match(new) or (section == "node" and new == "return"):
        raise Misuse(f"{new!r} is no id; an id is lower-case words joined by hyphens.")


def _taken(story: Story, section: str, old: str) -> set[str]:
    if section == "choice":
        node, _, bare = old.rpartition(".")
        return set(_siblings(story, node, bare))
    if section in (*NAMES, "metric"):
        values = (value for v in story.variables.values() for value in v.values)
        names = {*story.variables, *story.derived, *values, *RESERVED, *story.metrics}
        former = (o for v in story.variables.values() if v.id != old for o in v.renamed_from)
        return {*names, *former}
    group = group_of(section)
    found: set[str] = set()
    for other in (*KEYED, *NAMED_LISTS):
        if group_of(other) == group:
            shelf = _shelf(story, other)
            found.update(shelf)
            for id, thing in shelf.items():
                found.update(() if id == old else getattr(thing, "renamed_from", ()))
    return found


def _siblings(story: Story, node: str, bare: str) -> Iterator[str]:
    for choice in story.nodes[node].choices:
        yield choice.id
        if choice.id != bare:
            yield from (former.rpartition(".")[2] for former in choice.renamed_from)
