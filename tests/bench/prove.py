"""The prover: transitions a second beside a bare walk, and stories that trouble random play."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Iterator

from game.engine import Program
from game.model import Story
from game.prove import Limits, prove
from game.prove.chances import counts
from game.prove.explore import Ground, explore
from game.prove.ledgers import totals
from game.prove.order import order_of
from game.prove.prove import prove_campaign
from game.prove.ranges import ranges
from game.reader import load
from tests.bench.measure import Row, ratio, side_by_side, timed

SHIPPED = Path(__file__).parent.parent.parent / "story" / "mutanchiang"
ROUNDS = 5
RATE_GOAL = 120_000
"""Transitions a second."""
BARE_GOAL = 0.5
"""Of the rate of a bare walk."""
LAYERED_GOAL, NARROW_GOAL, SHIPPED_GOAL = 1.0, 0.1, 2.0
"""Seconds."""

MEMORY_GOAL = 200
"""Megabytes."""
ALONE = """
import sys
from game.engine import Program
from game.prove import Limits
from game.prove.prove import prove_campaign
from game.reader import load
prove_campaign(Program(load(sys.argv[1]), sys.argv[2]), Limits())
status = open("/proc/self/status", encoding="ascii").read()
print(status.split("VmHWM:")[1].split()[0])
"""

HEAD = """
format = 1
id = "made"
version = "1.0.0"
title = "Made for measuring"

[[campaign]]
id = "c"
start = "n0-0"

[ending.end]
campaigns = ["c"]
title = "The end"
kind = "army"
text = "It is over."
"""
NUMBER = '[variables.{id}]\ntype = "int"\nmin = 0\nmax = {most}\nstart = 0\n'
METRIC = '[[metric]]\nid = "losses"\nlabel = "Losses"\nunit = "men"\n'


def layered(levels: int = 20, wide: int = 10, most: int = 14) -> str:
    """Three choices a node; two of them read two variables, and all change them."""
    dice = random.Random(1945)
    parts = [HEAD, NUMBER.format(id="a", most=most), NUMBER.format(id="b", most=most), METRIC]
    for level in range(levels):
        for place in range(wide):
            parts.append(f'[node.n{level}-{place}]\ntitle = "Node"\ntext = "What now?"\n')
            for number in range(3):
                parts.append(_choice(dice, level, place, number, levels, wide))
    return "".join(parts)


def _choice(
    dice: random.Random, level: int, place: int, number: int, levels: int, wide: int
) -> str:
    to = f"n{level + 1}-{(place * 3 + number) % wide}" if level + 1 < levels else "end"
    tests = ("", f'visible_if = "a >= {level // 4}"\n', f'visible_if = "b <= a + {level // 3}"\n')
    more, less = dice.sample(("a", "b"), 2)
    effects = f'"{more} += {dice.randint(1, 3)}", "{less} -= {dice.randint(0, 1)}"'
    return (
        f'[[node.n{level}-{place}.choice]]\nid = "c{number}"\nlabel = "{number} is ordered."\n'
        f"{tests[number]}effects = [{effects}]\nledger = {{ losses = {dice.randint(0, 90)} }}\n"
        f'goto = "{to}"\n'
    )


def narrow(steps: int = 12) -> str:
    """Steps of three choices; an ending behind one way through all of them."""
    parts = [HEAD.replace("n0-0", "n0"), '[variables.right]\ntype = "bool"\nstart = true\n']
    parts.append(
        '[ending.hill]\ncampaigns = ["c"]\ntitle = "Hill"\nkind = "man"\ntext = "A hill."\n'
    )
    for step in range(steps):
        parts.append(f'[node.n{step}]\ntitle = "Step"\ntext = "Which way?"\n')
        for number in range(3):
            wrong = 'effects = ["right = false"]\n' if number != step % 3 else ""
            parts.append(
                f'[[node.n{step}.choice]]\nid = "c{number}"\nlabel = "{number} is the way."\n'
                f'{wrong}goto = "n{step + 1}"\n'
            )
    gate = 'goto = { one_of = [{ if = "right", goto = "hill" }, { goto = "end" }] }'
    parts.append(f'[node.n{steps}]\ntitle = "Gate"\ntext = "The gate."\n{gate}\n')
    return "".join(parts)


def made(text: str, folder: str) -> Story:
    """A story from one text."""
    (Path(folder) / "story.toml").write_text(text, encoding="utf-8")
    return load(folder)


def exact(story: Story) -> int:
    """Walk a campaign with ranges, paths, ledger and exact chances; gives the transitions."""
    program = Program(story, "c")
    ground = Ground(program)
    space = explore(ground, ground.live(), Limits())
    order = order_of(space.out)
    counts(space, order)
    ranges(ground, space, Limits())
    totals(space, order, dict(zip(program.layout.metrics, program.first_ledger, strict=True)))
    return sum(len(there) for there in space.out if there)


def bare(story: Story) -> None:
    """The same walk, and nothing worked out from it."""
    ground = Ground(Program(story, "c"))
    explore(ground, ground.live(), Limits())


def proving() -> Iterator[Row]:
    """Rates, and the seconds of whole proofs."""
    with tempfile.TemporaryDirectory() as folder:
        story = made(layered(most=26), folder)
        moves = exact(story)
        ours, walk = side_by_side([partial(exact, story), partial(bare, story)], ROUNDS)
        rate, usual = moves / ours.best, moves / ours.median
        note = f"{moves:,} transitions of a layered story"
        part = ratio(walk, ours)
        met = part >= BARE_GOAL
        yield Row(
            "prove rate", rate, usual, "transitions/s", "bare walk", moves / walk.best,
            part, BARE_GOAL, met, note,
        )  # fmt: skip
        yield Row(
            "prove rate", rate, usual, "transitions/s", "the goal", RATE_GOAL,
            usual / RATE_GOAL, 1, usual >= RATE_GOAL, note,
        )  # fmt: skip
        yield _whole(story, LAYERED_GOAL, "20 levels, 10 nodes, 3 choices")
    with tempfile.TemporaryDirectory() as folder:
        yield _whole(made(narrow(), folder), NARROW_GOAL, "one way in 531,441")
    story = load(SHIPPED)
    for id, campaign in story.campaigns.items():
        if campaign.length == "full":
            yield _campaign(story, id)
            yield from _memory(id)


def _campaign(story: Story, id: str) -> Row:
    """One campaign of the shipped story, its asserts included."""
    times = timed(lambda: prove_campaign(Program(story, id), Limits()), ROUNDS)
    share, count = times.median / SHIPPED_GOAL, len(story.asserts)
    best, usual = times.best * 1000, times.median * 1000
    note = f"{id}, with its part of {count} asserts"
    return Row(
        "prove", best, usual, "ms", "the goal", SHIPPED_GOAL * 1000, share, 1, share <= 1, note
    )


def _memory(id: str) -> Iterator[Row]:
    """The most memory that a process takes which does nothing but that; only where it is told."""
    if not Path("/proc/self/status").exists():
        return
    command = [sys.executable, "-c", ALONE, str(SHIPPED), id]
    peak = int(subprocess.run(command, capture_output=True, check=True, text=True).stdout) / 1000
    share = peak / MEMORY_GOAL
    yield Row("prove memory", peak, peak, "MB", "the goal", MEMORY_GOAL, share, 1, share <= 1, id)


def _whole(story: Story, goal: float, note: str) -> Row:
    """A whole proof against the seconds it may take."""
    times = timed(partial(prove, story), ROUNDS)
    share = times.median / goal
    best, usual = times.best * 1000, times.median * 1000
    return Row("prove", best, usual, "ms", "the goal", goal * 1000, share, 1, share <= 1, note)
