"""`python -m tests.export.verify [--story DIR]`: exports against other people's programs.

Playthroughs that together take every way and show every passage are played in
inkjs, bink and inkcpp-py: texts, choices and final variables must be those of our
engine. Twee is read back by extwee. Needs node, and npm's inkjs and extwee in
`build/node_modules`, `node_modules` or where NODE_PATH says.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Callable, Iterator, NamedTuple

from game.author.cover import covers_of
from game.engine import Playthrough
from game.export.ink import Ink, ink
from game.export.script import script_of
from game.export.twee import Twee, ifid_of, twee
from game.export.twee_words import passage_name
from game.model import Story
from game.prove import Limits
from game.wanted import story_of
from tests.export.players import PLAYERS, Player, Told, compile_ink, node, play_twee
from tests.export.told import Shown, cleaned, expected, final_values

SPECIAL = {"StoryTitle", "StoryData", "StoryScript", "StoryInit"}
LINK = re.compile(r'\[\[((?:"(?:\\.|[^"\\])*"|[^"\]|])*)\|([^\]|]+)\]')

MOST, LONGEST = 300, 200
"""Playthroughs of a story, and orders in one; more there are only where one can go round."""


class Disagreement(AssertionError):
    """A player shows something else than we do."""


def covering(story: Story) -> Iterator[Playthrough]:
    """Playthroughs that show every passage and take every way there is."""
    for part in covers_of(story, Limits(400_000)):
        for showing in part.showings:
            yield Playthrough.replay(story, part.campaign, showing.orders[:LONGEST])


@lru_cache(maxsize=2)
def plays_of(story: Story) -> list[tuple[Playthrough, list[Shown]]]:
    """The playthroughs of the cover, each as read and as skipped through."""
    plays = islice(covering(story), MOST)
    return [(play, expected(play, skipping)) for play in plays for skipping in (False, True)]


class Form(NamedTuple):
    """An exported story.

    Attributes:
        source: What players are given.
        slot: The name of a variable in it.
        value: What an enum value is there.
    """

    source: str
    slot: Callable[[str], str]
    value: Callable[[str], Any]


def ink_form(story: Story) -> Form:
    """The story in ink, compiled by inkjs."""
    words = Ink(script_of(story)).words
    numbers = {name: number for number, name in enumerate(words.values(), 1)}
    return Form(compile_ink(ink(story)), words.slot, lambda value: numbers[words.value(value)])


def twee_form(story: Story) -> Form:
    """The story in Twee."""
    return Form(twee(story), Twee(script_of(story)).words.slot, lambda value: value)


def agrees(story: Story, form: Form, player: Player) -> int:
    """Play everything in one player.

    Returns:
        How many pages were compared.

    Raises:
        Disagreement: at the first page or variable that differs.
    """
    pages = 0
    for campaign in story.campaigns:
        plays = [pair for pair in plays_of(story) if pair[0].program.campaign.id == campaign]
        finals = [_finals(play, form) for play, _ in plays]
        picks = [[s.pick for s in shown if s.pick is not None] for _, shown in plays]
        told = player(form.source, picks, list(finals[0])) if plays else []
        for (play, shown), one, final in zip(plays, told, finals, strict=True):
            pages += _page_by_page(play, one, shown)
            _same(one.values, final, f"{play.choices} at the end")
    return pages


def _finals(play: Playthrough, form: Form) -> dict[str, Any]:
    values = final_values(play, form.slot)
    return {id: form.value(v) if isinstance(v, str) else v for id, v in values.items()}


def _page_by_page(play: Playthrough, told: Told, shown: list[Shown]) -> int:
    for number, (page, ours) in enumerate(zip(told.pages, shown, strict=True)):
        _same(_read(page), (ours.lines, ours.labels), f"{play.choices} page {number}")
    return len(shown)


def _read(page: tuple[str, list[str]]) -> tuple[list[str], list[str]]:
    text, labels = page
    lines = [line for row in text.split("\n") if (line := cleaned(row))]
    return lines, [cleaned(label) for label in labels]


def _same(theirs: object, ours: object, where: str) -> None:
    if theirs != ours:
        raise Disagreement(f"{where}\n  theirs: {theirs}\n  ours:   {ours}")


def verify_ink(story: Story) -> Iterator[str]:
    """Every player of ink that is installed, one line each."""
    form = ink_form(story)
    for name, (installed, player) in PLAYERS.items():
        if installed():
            yield f"ink: {name} agrees on {agrees(story, form, player)} pages"
        else:
            yield f"ink: {name} is not installed"


def verify_twee(story: Story) -> Iterator[str]:
    """What extwee reads back, and a playing of it."""
    form = twee_form(story)
    read = node("twee.js", "extwee", {"source": form.source, "plays": [], "names": []})
    names = {passage["name"] for passage in read["passages"]}
    ours = {passage_name(passage.key) for passage in script_of(story).passages}
    _same(names - SPECIAL, ours - SPECIAL, "passages")
    _same((read["ifid"], read["start"]), (ifid_of(story), "Start"), "the story's data")
    texts = "\n".join(passage["text"] for passage in read["passages"])
    links = {target for _, target in LINK.findall(texts)}
    _same(sorted(links - names), [], "links that lead nowhere")
    unset = set(re.findall(r"\$\w+", texts)) - set(re.findall(r"<<set (\$\w+)", texts))
    _same(sorted(unset), [], "variables that are never set")
    yield f"twee: extwee reads {len(ours)} passages and {len(links)} targets of links"
    yield f"twee: played, {agrees(story, form, play_twee)} pages agree"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.export.verify", description=__doc__)
    parser.add_argument("--story", metavar="DIR", help="another story than the one shipped")
    story = story_of(parser.parse_args().story)
    try:
        for line in chain(verify_ink(story), verify_twee(story)):
            print(line, flush=True)
    except (Disagreement, RuntimeError) as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
