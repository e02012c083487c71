"""Random small stories as TOML, for tests of whatever walks a story.

Every story passes `check`. Decisions may lead anywhere, so a playthrough may
have no end; pages and fallbacks lead onward only, so every single step has one.
"""

from __future__ import annotations

from typing import Iterable, Iterator

from hypothesis import strategies as st

from game.engine import Position, options, start, step
from game.model import Story
from tests.engine.small import DECLARED

ENDINGS = ("end", "other-end")
SCENES = """
[scene.council]
start = "c0"

[scene.telegram]
start = "t0"

[ending.other-end]
campaigns = ["c"]
title = "Another end"
kind = "man"
text = "{losses} lost, {hours} hours."
"""
ATOMS = (
    "roads > 1",
    "hours < 0",
    "hours % 3 == 1",
    "guns == forest",
    "open",
    "not open",
    "roads + hours >= 2",
    "min(roads, hours) == 0",
    "(1 if open else hours) > 0",
    'visits("first") >= 2',
    'visits("n1") == 1',
    'visits("t0") < 2',
    'chosen("first.a")',
    'not chosen("n1.b")',
)
EFFECTS = (
    "roads += 1",
    "roads -= 2",
    "roads = hours",
    "hours += 3",
    "hours -= roads",
    "hours = 0 - hours",
    "guns = forest",
    "guns = road if open else guns",
    "hours += 1 if open else -1",
    'hours = 2 if chosen("n1.b") else 0',
)
SHARES = ("losses = 10", "losses = 'hours * 2'", "tanks = 'roads - 3', losses = 1", "tanks = -1")

atoms = st.sampled_from(ATOMS)
conditions = st.one_of(
    atoms,
    st.tuples(atoms, st.sampled_from(("and", "or")), atoms).map(" ".join),
    st.tuples(atoms, atoms).map(lambda pair: f"not ({pair[0]} and {pair[1]})"),
)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A whole small story: campaign `c`, from two to five nodes, two scenes.

    The nodes are `first`, `n1`, ... and in the scenes `c0`, `c1`, `t0`; the choices
    `a`, `b` and sometimes `c`. `first` and `n1` are decisions.
    """
    count = draw(st.integers(2, 5))
    names = ["first", *(f"n{i}" for i in range(1, count))]
    parts = [DECLARED, SCENES]
    for i, name in enumerate(names):
        onward = _targets((*names[i + 1 :], *ENDINGS), ("council", "telegram"))
        anywhere = _targets((*names, *ENDINGS), ("council", "telegram"))
        parts.append(draw(_node(name, onward, anywhere, page=i > 1)))
    council = _node("c0", _targets(("c1", "return"), ("telegram",)), _council(), True, "c1")
    parts.append(draw(council))
    parts.append(draw(_node("c1", _targets(("return",), ("telegram",)), _council(), True)))
    parts.append(draw(_node("t0", st.just('"return"'), _targets(("t0", "return"), ()), True)))
    return "\n".join(parts)


def _council() -> st.SearchStrategy[str]:
    return _targets(("c0", "c1", "return"), ("telegram",))


def _targets(ids: Iterable[str], scenes: tuple[str, ...]) -> st.SearchStrategy[str]:
    there = st.sampled_from([f'"{id}"' for id in ids])
    if not scenes:
        return there
    call = st.tuples(st.sampled_from(scenes), there).map(
        lambda pair: f'{{ scene = "{pair[0]}", then = {pair[1]} }}'
    )
    return st.one_of(there, there, call)


@st.composite
def _node(
    draw: st.DrawFn,
    name: str,
    onward: st.SearchStrategy[str],
    anywhere: st.SearchStrategy[str],
    page: bool,
    surely: str = "",
) -> str:
    # `surely` is a node that must be possible to come to from here.
    lines = [f"[node.{name}]", f'title = "Node {name}"', f"effects = {draw(_effects())}"]
    lines.append(f"text = ['Here.', {{ if = '{draw(conditions)}', text = 'It is {{hours}}.' }}]")
    if page and draw(st.booleans()):
        onto = f'"{surely}"' if surely else draw(_goto(onward))
        return "\n".join([*lines, f"goto = {onto}", ""])
    for id in ("a", "b", "c")[: draw(st.integers(2, 3))]:
        lines += draw(_choice(name, id, anywhere))
    if surely:
        lines += [f"[[node.{name}.choice]]", 'id = "z"', 'label = "Go on."', f'goto = "{surely}"']
    if draw(st.booleans()):
        lines += [f"[node.{name}.fallback]", 'text = "Nothing is left to order."']
        lines += draw(_outcome(onward))
    return "\n".join([*lines, ""])


@st.composite
def _choice(draw: st.DrawFn, node: str, id: str, anywhere: st.SearchStrategy[str]) -> list[str]:
    lines = [f"[[node.{node}.choice]]", f'id = "{id}"', f'label = "{id.upper()} is ordered."']
    if draw(st.integers(0, 3)) == 0:
        lines.append("once = true")
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"visible_if = '{draw(conditions)}'")
    if draw(st.integers(0, 2)) == 0:
        lines += [f"enabled_if = '{draw(conditions)}'", 'disabled_reason = "Not now."']
    if draw(st.booleans()):
        return [*lines, 'outcome = "Done: {losses}."', *draw(_outcome(anywhere))]
    for condition in (f"if = '{draw(conditions)}'", ""):
        lines += [f"[[node.{node}.choice.result]]", condition, 'outcome = "So."']
        lines += draw(_outcome(anywhere))
    return lines


@st.composite
def _outcome(draw: st.DrawFn, targets: st.SearchStrategy[str]) -> list[str]:
    lines = [f"effects = {draw(_effects())}", f"goto = {draw(_goto(targets))}"]
    if draw(st.booleans()):
        lines.append(f"ledger = {{ {draw(st.sampled_from(SHARES))} }}")
    return lines


def _effects() -> st.SearchStrategy[str]:
    some = st.lists(st.sampled_from(EFFECTS), max_size=2)
    return some.map(lambda effects: str([e.replace("'", '"') for e in effects]))


@st.composite
def _goto(draw: st.DrawFn, targets: st.SearchStrategy[str]) -> str:
    if draw(st.integers(0, 2)):
        return draw(targets)
    first = f"{{ if = '{draw(conditions)}', goto = {draw(targets)} }}"
    return f"{{ one_of = [{first}, {{ goto = {draw(targets)} }}] }}"


picks = st.lists(st.integers(0, 11), max_size=12)
"""Which of the open choices is taken, order by order."""


def walk(story: Story, picks: Iterable[int]) -> Iterator[tuple[Position, str]]:
    """Positions from the start, each with the choice taken there, until there is none."""
    position = start(story, "c")
    for pick in picks:
        ready = [o.id for o in options(position) if o.enabled]
        if not ready:
            return
        choice = ready[pick % len(ready)]
        yield position, choice
        position = step(position, choice)
