"""The prover: transitions a second beside a bare walk, and stories that trouble random play."""

from __future__ import annotations

import random
import tempfile
from functools import partial
from pathlib import Path
from typing import Iterator

from game.engine import Program
from game.model import Story
from game.prove import Limits, prove
from game.prove.explore import Ground, explore
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
