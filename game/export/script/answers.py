"""What follows an order, as passages: the answer, or its effects alone where it is skipped."""

from __future__ import annotations

from typing import Iterator

from game.export.evidence import evidence_lines
from game.export.script.beside import beside_text
from game.export.script.calls import asked, parsed
from game.export.script.maker import Maker, changes, either, every, negated
from game.export.script.parts import (
    Add,
    Bits,
    Choose,
    Go,
    Keep,
    Key,
    Mark,
    Names,
    Passage,
    Say,
    Steps,
    Target,
    Test,
    Ways,
)
from game.export.script.wording import Wording, said
from game.language import parse_effect
from game.model import Choice, Fallback, LedgerEntry, Node, OneOf, Result
from game.view import RecordView, sources_of
from game.view.answer import BASES, WEAKEST_LAST, outcome_key
from game.view.codex import conflict_view

SKIP = "skip: "
"""Before the name of a result that is come to by passing over the page."""


def choice_ways(node: Node, choice: Choice, how: str = "") -> Ways:
    """The passages of a choice's results, each under its condition."""
    last = len(choice.results) - 1
    return tuple(
        (
            asked(result.condition) if number < last else None,
            Target(result_key(node, choice, number, how)),
        )
        for number, result in enumerate(choice.results)
    )


def result_key(node: Node, choice: Choice, number: int, how: str = "") -> Key:
    """The passage of one result; `how` is `SKIP` where the page was passed over."""
    return node.id, f"{how}{choice.id} {number + 1}" if number else f"{how}{choice.id}"


def fallback_keys(node: Node) -> tuple[Key, Key]:
    """The passages of a fallback: as read, and with the page passed over."""
    return (node.id, "fallback here"), (node.id, f"{SKIP}fallback here")


def answered(make: Maker, node: Node, choice: Choice) -> Iterator[Passage]:
    """The answers to a choice, one a result."""
    for number, result in enumerate(choice.results):
        changed = _changed(result.effects, result.ledger, _mark(make, node, choice))
        wording = make.wording(changed)
        told = _told(make, node, choice, number, wording)
        effects = _effects(make, result, _mark(make, node, choice))
        onward = make.onward(node, result.ways)
        label = make.wording().line(choice.label, f"{node.id}.{choice.id}.label")
        order = Say((f"{make.tongue.say('Your order:')} ", *label))
        steps = (order, *_kept(wording), *effects, *told, onward)
        yield Passage(result_key(node, choice, number), steps)


def fallen(make: Maker, node: Node, fallback: Fallback) -> Iterator[Passage]:
    """What happens where no choice can be taken."""
    wording = make.wording(_changed(fallback.effects, fallback.ledger, ()))
    text = wording.prose(fallback.text, f"{node.id}.fallback.text")
    beside = beside_text(make, node, wording, leans=False)
    effects = _effects(make, _as_result(fallback), ())
    onward = make.onward(node, fallback.ways)
    yield Passage(fallback_keys(node)[0], (*_kept(wording), *effects, *text, *beside, onward))


def passed_over(make: Maker, node: Node) -> Iterator[Passage]:
    """What choices and the fallback do where the page is passed over: their effects alone."""
    for choice in node.choices:
        for number, result in enumerate(choice.results):
            effects = _effects(make, result, _mark(make, node, choice))
            steps = (*effects, Go(make.ways(node, result.ways)))
            yield Passage(result_key(node, choice, number, SKIP), steps)
    if node.fallback is not None:
        made = _as_result(node.fallback)
        steps = (*_effects(make, made, ()), Go(make.ways(node, made.ways)))
        yield Passage(fallback_keys(node)[1], steps)


def _as_result(fallback: Fallback) -> Result:
    return Result(fallback.ways, effects=fallback.effects, ledger=fallback.ledger)


def _mark(make: Maker, node: Node, choice: Choice) -> tuple[str, ...]:
    id = f"{node.id}.{choice.id}"
    return (id,) if id in make.story.remembered else ()


def _changed(
    effects: tuple[str, ...], ledger: tuple[LedgerEntry, ...], marks: tuple[str, ...]
) -> Names:
    slots = {parse_effect(source).target for source in effects}
    slots |= {f"metric {metric}" for metric, _ in ledger}
    return frozenset(slots | {f"chosen {mark}" for mark in marks})


def _kept(wording: Wording) -> Steps:
    return (Keep(tuple(sorted(wording.asked))),) if wording.asked else ()


def _effects(make: Maker, result: Result, marks: tuple[str, ...]) -> Steps:
    shares = tuple(Add(metric, parsed(share)) for metric, share in result.ledger)
    return (*shares, *(Mark(mark) for mark in marks), *changes(result.effects))


def _told(make: Maker, node: Node, choice: Choice, number: int, wording: Wording) -> Steps:
    say, result = make.tongue.say, choice.results[number]
    key = outcome_key(node, choice, number)
    record = node.record
    return (
        *wording.prose(result.outcome, f"{key}.outcome"),
        Say((say("What was done in 1945."),)),
        Say(_real(make, node, choice, wording)),
        *(wording.text(record.text, f"{node.id}.record.text") if record else ()),
        *_hidden(make, node, wording),
        *_how(make, node, result, wording),
    )


def _real(make: Maker, node: Node, choice: Choice, wording: Wording) -> Bits:
    say = make.tongue.say
    real = next((c for c in node.choices if c.historical), None)
    if real is None:
        return (say("It never came to this point."),)
    if real is choice:
        return (say("The same order was given."),)
    before, _, after = say("The order given was: {order}").partition("{order}")
    label = wording.line(real.label, f"{node.id}.{real.id}.label")
    return tuple(bit for bit in (before, *label, after) if bit)


def _hidden(make: Maker, node: Node, wording: Wording) -> Steps:
    if not node.hidden:
        return ()
    head = Say((make.tongue.say("What he could not know:"),))
    return (head, *wording.text(node.hidden, f"{node.id}.hidden"))


def _how(make: Maker, node: Node, result: Result, wording: Wording) -> Steps:
    basis = _basis(make, result, wording)
    dispute = node.record.dispute if node.record else None
    found: Steps = (Say(basis),) if basis else ()
    if dispute:
        head = Say((make.tongue.say("In dispute:"),))
        found += (head, *wording.text(dispute, f"{node.id}.record.dispute"))
    found += tuple(Say((said(line),)) for line in _evidence(make, node) if line)
    return (Say((make.tongue.say("How we know."),)), *found) if found else ()


def _evidence(make: Maker, node: Node) -> list[str]:
    """Where sources differ, and what the record rests on."""
    record = node.record
    if record is None:
        return []
    story, tongue = make.story, make.tongue
    conflicts = tuple(conflict_view(story.conflicts[id], tongue) for id in record.conflicts)
    sources = sources_of(story, record.facts, tongue)
    return evidence_lines(RecordView((), (), (), conflicts, (), sources, ()), tongue)


def _basis(make: Maker, result: Result, wording: Wording) -> Bits:
    """What an outcome rests on: the weakest basis of what is shown of it."""
    rows: list[tuple[Test | None, Bits]] = []
    found = list(_bases(result, wording))
    before, _, after = make.tongue.say("What followed your order is {basis}.").partition("{basis}")
    for basis in reversed(WEAKEST_LAST):
        tests = [test for name, test in found if name == basis]
        bits: Bits = (f"{before}{make.tongue.say(BASES[basis])}{after}",)
        if None in tests:
            rows.append((None, bits))
            break
        test = either([test for test in tests if test is not None])
        rows += [(test, bits)] if test else []
    if rows and rows[0][0] is None:
        return rows[0][1]
    return (Choose(tuple(rows)),) if rows else ()


def _bases(result: Result, wording: Wording) -> Iterator[tuple[str, Test | None]]:
    if result.basis:
        yield result.basis, None
    for part in result.outcome:
        passages = part.passages if isinstance(part, OneOf) else (part,)
        before: list[Test] = []
        for passage in passages:
            test = wording.test(passage.condition) if passage.condition else None
            if passage.basis:
                yield passage.basis, _after(before, test)
            before += [test] if test and isinstance(part, OneOf) else []


def _after(before: list[Test], test: Test | None) -> Test | None:
    """Whether a condition holds and none before it."""
    return every([*(negated(other) for other in before), test])
