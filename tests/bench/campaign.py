"""A made story of the size of a full campaign: 18 decisions, 70 nodes, many endings, its tests."""

from __future__ import annotations

import random
from typing import Iterator

NUMBERS = ("roads", "guns", "order", "hours", "fuel")
FLAGS = ("bridge", "city", "train")
HEAD = """
format = 1
id = "made"
version = "1.0.0"
title = "Made for measuring"

[[campaign]]
id = "c"
start = "p0-0"

[[metric]]
id = "losses"
label = "Losses"
unit = "men"
"""
ENDINGS = (
    ("broken", "order == 0 and roads == 0"),
    ("burnt", "bridge and not city"),
    ("rich", "guns >= 3"),
    ("late", "hours >= 3"),
    ("home", "train and order > 1"),
    ("dry", "fuel == 0"),
    ("met", "city and roads > 0"),
    ("over", None),
)


def campaign(decisions: int = 18, pages: int = 2, seed: int = 1945, most: int = 3) -> str:
    """The story: pages before each decision, three or four choices, effects that clamp."""
    dice = random.Random(seed)
    parts = [HEAD]
    parts += [
        f'[variables.{id}]\ntype = "int"\nmin = 0\nmax = {most}\nstart = 1\n' for id in NUMBERS
    ]
    parts += [f'[variables.{id}]\ntype = "bool"\nstart = false\n' for id in FLAGS]
    for number in range(decisions):
        parts += _pages(dice, number, pages)
        parts.append(_decision(dice, number, decisions))
    parts += _ends(dice, decisions)
    parts += _tests(dice, decisions)
    return "\n".join(parts)


def _pages(dice: random.Random, number: int, pages: int) -> Iterator[str]:
    for page in range(pages):
        onward = f"p{number}-{page + 1}" if page + 1 < pages else f"d{number}"
        test = _test(dice, number)
        yield (
            f'[node.p{number}-{page}]\ntitle = "Page {number}-{page}"\ntext = ["{_prose(dice)}",'
            f' {{ if = "{test}", text = "{_prose(dice, 60)}" }}]\ngoto = "{onward}"\n'
        )


def _decision(dice: random.Random, number: int, decisions: int) -> str:
    lines = [f'[node.d{number}]\ntitle = "Decision {number}"\ntext = "{_prose(dice)}"']
    lines.append(f'[node.d{number}.record]\ntext = "{_prose(dice, 120)}"')
    count = dice.choice((3, 3, 4))
    for place in range(count):
        to = f"p{number + 1}-0" if number + 1 < decisions else "last"
        lines.append(
            f'[[node.d{number}.choice]]\nid = "c{place}"\nlabel = "Order {place} is given."'
        )
        lines.append(f'goto = "{to}"\noutcome = "{_prose(dice, 90)}"')
        if place == count - 1:
            lines.append(f'visible_if = "{_test(dice, number)}"')
        own = NUMBERS[number % len(NUMBERS)]
        change = dice.choice((f"{own} += 1", f"{own} -= 1", f"{own} = 2"))
        effects = [change]
        if dice.random() < 0.3:
            effects.append(f"{dice.choice(FLAGS)} = {dice.choice(('true', 'false'))}")
        lines.append(f"effects = {effects!r}".replace("'", '"'))
        lines.append(f"ledger = {{ losses = {dice.randint(1, 40) * 10} }}")
    return "\n".join(lines) + "\n"


def _ends(dice: random.Random, decisions: int) -> Iterator[str]:
    ways = ", ".join(
        f'{{ if = "{test}", goto = "{id}" }}' if test else f'{{ goto = "{id}" }}'
        for id, test in ENDINGS
    )
    yield f'[node.last]\ntitle = "Last"\ntext = "{_prose(dice)}"\ngoto = {{ one_of = [{ways}] }}\n'
    for id, _ in ENDINGS:
        yield (
            f'[ending.{id}]\ncampaigns = ["c"]\ntitle = "Ending {id}"\nkind = "army"\n'
            f'text = "{_prose(dice, 200)}"\n'
        )


def _tests(dice: random.Random, decisions: int) -> Iterator[str]:
    for number in range(30):
        orders = ", ".join(f'"d{i}.c{dice.randrange(2)}"' for i in range(decisions))
        yield f'[[playthrough]]\nid = "play-{number}"\ncampaign = "c"\nchoices = [{orders}]\n'
    for number, (id, _) in enumerate(ENDINGS):
        yield f'[[assert]]\nid = "reach-{number}"\nreachable = ["p0-0", "{id}"]\n'
    for number in range(22):
        name = NUMBERS[number % len(NUMBERS)]
        yield f'[[assert]]\nid = "bound-{number}"\nnever = "{name} > {3 + number}"\n'


def _test(dice: random.Random, number: int) -> str:
    if dice.random() < 0.3:
        return dice.choice(FLAGS)
    return f"{dice.choice(NUMBERS)} {dice.choice(('>=', '<='))} {dice.randint(1, 2)}"


def _prose(dice: random.Random, most: int = 150) -> str:
    return " ".join(
        dice.choice(("rain", "road", "gun", "hill")) for _ in range(dice.randint(20, most))
    )
