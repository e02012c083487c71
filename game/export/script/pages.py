"""Pages, decisions and endings as passages."""

from __future__ import annotations

from typing import Iterator

from game.export.script.answers import (
    SKIP,
    answered,
    choice_ways,
    fallback_keys,
    fallen,
    passed_over,
)
from game.export.script.beside import beside_text
from game.export.script.ends import ended
from game.export.script.maker import Maker, either, every, negated, opened, visible
from game.export.script.parts import (
    Offer,
    Offers,
    Passage,
    Say,
    Steps,
    Stop,
    Target,
    Test,
    Ways,
    When,
)
from game.export.script.wording import Wording, said
from game.model import Choice, Ending, Node

READ = "read here"
"""The part of a sensitive page that is read when it is asked for."""


def ending_passage(make: Maker, ending: Ending) -> Passage:
    """An ending, with the ledger."""
    head = (*make.entered(ending), *make.heads.head(ending))
    text = make.wording().prose(ending.text, f"{ending.id}.text")
    last = ended(make.story, ending, make.tongue)
    return Passage((ending.id, ""), (*head, *text, *last, Stop()))


def node_passages(make: Maker, node: Node) -> Iterator[Passage]:
    """A page or a decision, its answers, and its fallback."""
    head = (*make.entered(node), *make.heads.head(node))
    wording = make.wording()
    body = (*wording.prose(node.text, f"{node.id}.text"), *_rest(make, node, wording))
    if node.sensitive is None:
        yield Passage((node.id, ""), (*head, *body))
    else:
        note = said(make.tongue.text(f"{node.id}.sensitive", node.sensitive.note))
        read = Offer(make.words("Read this page."), ((None, Target((node.id, READ))),))
        skip = Offer(make.words("Skip this page."), _skips(make, node))
        yield Passage((node.id, ""), (*head, Say((note,)), Offers((read, skip))))
        yield Passage((node.id, READ), body)
    skipped = {target.to for _, target in _skips(make, node)} if node.sensitive else set()
    for choice in node.choices:
        yield from answered(make, node, choice)
    if node.fallback is not None:
        yield from fallen(make, node, node.fallback)
    if node.sensitive is not None:
        yield from (part for part in passed_over(make, node) if part.key in skipped)


def _rest(make: Maker, node: Node, wording: Wording) -> Steps:
    """What stands below a node's text, and how it is left."""
    if not node.choices and node.fallback is None:
        return (*beside_text(make, node, wording), make.onward(node, node.ways))
    greyed = tuple(step for choice in node.choices for step in _greyed(make, node, choice))
    offers = tuple(
        Offer(
            wording.line(choice.label, f"{node.id}.{choice.id}.label"),
            choice_ways(node, choice),
            opened(node, choice),
        )
        for choice in node.choices
    )
    shut = shut_test(node) if node.fallback is not None else None
    closed = (shut, fallback_keys(node)[0]) if shut else None
    return (Offers(offers, (*beside_text(make, node, wording), *greyed), closed),)


def shut_test(node: Node) -> Test | None:
    """When no choice of a node can be taken; None if one always can."""
    tests = [opened(node, choice) for choice in node.choices]
    found = either([test for test in tests if test is not None])
    return negated(found) if found and None not in tests else None


def _greyed(make: Maker, node: Node, choice: Choice) -> Steps:
    """A choice that is shown and cannot be taken, with the reason."""
    if choice.enabled_if is None:
        return ()
    key, wording = f"{node.id}.{choice.id}", make.wording()
    label = wording.line(choice.label, f"{key}.label")
    reason = wording.line(choice.disabled_reason or "", f"{key}.disabled_reason")
    words = f"{make.tongue.say('Not open:')} "
    open_ = negated(wording.test(choice.enabled_if))
    test = every([visible(node, choice), open_])
    return (When(((test, (Say((words, *label, " ", *reason)),)),)),)


def _skips(make: Maker, node: Node) -> Ways:
    """Where passing over a sensitive page leads: as the story has it, as in 1945, or first."""
    if not node.choices and node.fallback is None:
        return make.ways(node, node.ways)
    rows: list[tuple[Test | None, Target]] = []
    for choice in _skipped_to(node):
        test = opened(node, choice)
        ways = choice_ways(node, choice, SKIP)
        rows += [(every([test, asked]), target) for asked, target in ways]
        if test is None:
            return tuple(rows)
    if node.fallback is not None:
        return (*rows, (None, Target(fallback_keys(node)[1])))
    return (*rows[:-1], (None, rows[-1][1]))


def _skipped_to(node: Node) -> list[Choice]:
    named = node.sensitive.skip if node.sensitive else None
    wanted = [choice for choice in node.choices if choice.id == named]
    wanted += [choice for choice in node.choices if choice.historical]
    return list(dict.fromkeys([*wanted[:2], *node.choices]))
