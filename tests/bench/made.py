"""The generated story: the same in our format and in ink, from one plan."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Iterator, NamedTuple

CHOICES = 3
PER_FILE = 1000
MANIFEST = """format = 1
id = "generated"
version = "1.0.0"
title = "A generated story"
files = ["nodes/*.toml"]

[[campaign]]
id = "all"
start = "n-0"

[variables.a]
type = "int"
min = 0
max = 1000000000
start = 0
shown = true

[variables.b]
type = "int"
min = 0
max = 6
start = 0
shown = true

[ending.end]
campaigns = ["all"]
title = "The end"
kind = "army"
text = "It is over."
"""
TEXT = (
    "This is the text of node {i}: a couple of lines of prose about roads and rain, "
    "and the {{b}} hours that are left of the night."
)
LABELS = ("First way on from {i}.", "Second way on from {i}.", "Third way on from {i}.")
CONDITION = "b != {k} and a >= -{i}"
EFFECTS = ("a += 1", "b = (b * 3 + {k}) % 7")


PROSE = (
    "The rain has not stopped since noon, and the road behind the ridge is a stream. "
    "The guns are still at the crossing; the drivers sleep under them. "
)
ON_NODES = (
    'brief = "Node {i} in short. {prose}"',
    'hidden = "What nobody at node {i} could know. {prose}"',
    'record = {{ text = "What was done at node {i}. {prose}{prose}", brief = "In short." }}',
    "[[node.n-{i}.advice]]",
    'post = "the chief of staff"',
    'text = "Not before {i} hours have passed. {prose}"',
    "[[node.n-{i}.advice]]",
    'post = "the chief of artillery"',
    'text = "Now, or not at all. {prose}"',
)
ON_CHOICES = (
    'detail = "What it asks of the men at node {i}."',
    'outcome = "What follows at node {i}. {prose}{prose}"',
    'basis = "conjecture"',
)


class Plan(NamedTuple):
    """Where each choice of each node leads."""

    targets: tuple[tuple[int, ...], ...]


def plan(nodes: int, seed: int = 1) -> Plan:
    """A story's shape: the first way on is the next node, the others go anywhere.

    No choice leads to the ending, so a playthrough is as long as one likes.
    """
    chance = random.Random(seed)
    anywhere = (tuple(chance.randrange(nodes) for _ in range(CHOICES - 1)) for _ in range(nodes))
    return Plan(tuple(((i + 1) % nodes, *others) for i, others in enumerate(anywhere)))


def write_story(folder: Path, plan: Plan, full: bool = False) -> Path:
    """The story in our format, a thousand nodes a file. The same folder again.

    Args:
        folder: Where to write it.
        plan: Its shape.
        full: Whether nodes have advice, a record and outcomes, as written ones
            do; else they have only what their ink equivalent has.
    """
    (folder / "nodes").mkdir(parents=True)
    (folder / "story.toml").write_text(MANIFEST, encoding="utf-8")
    for first in range(0, len(plan.targets), PER_FILE):
        nodes = range(first, min(first + PER_FILE, len(plan.targets)))
        text = "\n".join(_node(i, plan.targets[i], full) for i in nodes)
        (folder / "nodes" / f"{first:06}.toml").write_text(text, encoding="utf-8")
    return folder


def _node(i: int, targets: tuple[int, ...], full: bool) -> str:
    lines = [f"[node.n-{i}]", f'title = "Node {i}"', f'text = "{TEXT.format(i=i)}"']
    lines += [line.format(i=i, prose=PROSE) for line in ON_NODES if full]
    for k, target in enumerate(targets):
        effects = ", ".join(f'"{effect.format(k=k)}"' for effect in EFFECTS)
        lines += [
            f"[[node.n-{i}.choice]]",
            f'id = "{"abc"[k]}"',
            f'label = "{LABELS[k].format(i=i)}"',
            f'visible_if = "{CONDITION.format(i=i, k=k)}"',
            f"effects = [{effects}]",
            f'goto = "n-{target}"',
        ]
        lines += [line.format(i=i, prose=PROSE) for line in ON_CHOICES if full]
    if i == 0:  # never taken: it gives the ending a way to it
        lines += ["[node.n-0.fallback]", 'goto = "end"']
    return "\n".join([*lines, ""])


def ink_source(plan: Plan) -> str:
    """The same story in ink."""
    return "\n".join(["VAR a = 0", "VAR b = 0", "-> n0", *_knots(plan), ""])


def _knots(plan: Plan) -> Iterator[str]:
    for i, targets in enumerate(plan.targets):
        yield f"=== n{i}"
        yield TEXT.format(i=i)
        for k, target in enumerate(targets):
            yield f"+ {{{CONDITION.format(i=i, k=k)}}} [{LABELS[k].format(i=i)}]"
            yield from (f"  ~ {_assignment(effect.format(k=k))}" for effect in EFFECTS)
            yield f"  -> n{target}"


def _assignment(effect: str) -> str:
    return re.sub(r"(\w+) \+= ", r"\1 = \1 + ", effect)


def picks(count: int, seed: int = 2) -> list[int]:
    """Numbers by which a choice is picked among those shown, remainder taken."""
    chance = random.Random(seed)
    return [chance.randrange(6) for _ in range(count)]
