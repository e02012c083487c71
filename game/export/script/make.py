"""A story to a script."""

from __future__ import annotations

from typing import Iterator

from game.export.script.calls import Calls, back
from game.export.script.heads import Heads
from game.export.script.maker import Maker
from game.export.script.pages import ending_passage, node_passages
from game.export.script.parts import (
    START,
    Go,
    Offer,
    Offers,
    Passage,
    Say,
    Script,
    Steps,
    Stop,
    Target,
)
from game.export.script.wording import said
from game.language import parse_expression
from game.model import Story
from game.view import ENGLISH, Tongue


def script_of(story: Story, tongue: Tongue = ENGLISH) -> Script:
    """The whole story, every campaign in it.

    Raises:
        LanguageError: for an expression or a text that `author check` would refuse.
    """
    calls = Calls(story)
    make = Maker(story, calls, Heads(story, calls, tongue), tongue)
    return Script(
        story,
        tongue.language,
        tongue.number(1000)[1:-3],
        said(tongue.text("title", story.manifest.title)),
        tuple(_passages(make)),
        calls.scenes,
        tuple(story.campaigns),
        {id: parse_expression(derived.expr) for id, derived in story.derived.items()},
    )


def _passages(make: Maker) -> Iterator[Passage]:
    yield Passage(START, _start(make))
    for node in make.story.nodes.values():
        yield from node_passages(make, node)
    for scene in make.story.scenes:
        ways = tuple(make.calls.returns(scene))
        yield Passage(back(scene), (Go(ways) if ways else Stop(),))
    for ending in make.story.endings.values():
        yield ending_passage(make, ending)


def _start(make: Maker) -> Steps:
    story, tongue = make.story, make.tongue
    lines = [tongue.text("title", story.manifest.title)]
    if story.manifest.content_note:
        lines.append(tongue.text("content_note", story.manifest.content_note))
    offers = []
    for number, campaign in enumerate(story.campaigns.values(), 1):
        title = tongue.text(f"campaign.{campaign.id}.title", campaign.title or campaign.id)
        target = Target((campaign.start, ""), campaign=number)
        offers.append(Offer((said(title),), ((None, target),)))
    return (*(Say((said(line),)) for line in lines), Offers(tuple(offers)))
