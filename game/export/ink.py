"""A story as ink, for Inky and the many players of ink.

Everything that steers is in it: variables within their bounds, what is
remembered of the past, conditions, results, fallbacks, scenes. Each call of a
scene has a number, by which it is left, so that there are no tunnels; greyed
choices are said in words.
"""

from __future__ import annotations

from itertools import groupby
from typing import Iterable, Iterator

from game.export.ink_words import FUNCTIONS, Words, opening, plain
from game.export.names import bare
from game.export.script import Script, script_of
from game.export.script.limits import within
from game.export.script.parts import (
    Add,
    Change,
    Count,
    Go,
    Keep,
    Key,
    Mark,
    Offer,
    Offers,
    Passage,
    Say,
    Step,
    Target,
    Test,
    Ways,
    When,
)
from game.model import Story, Variable
from game.view import ENGLISH, Tongue

LARGEST = 2**31 - 1
INDENT = "    "
Lines = Iterator[str]


def ink(story: Story, tongue: Tongue = ENGLISH) -> str:
    """A whole story in ink.

    Raises:
        ExportError: if its numbers are larger than those of ink.
    """
    script = script_of(story, tongue)
    within(script, LARGEST, "ink")
    return "\n".join(Ink(script).lines())


class Ink:
    """A script written in ink.

    Attributes:
        words: The names that it uses.
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self.words = Words(script)
        # Whatever a whole story can see is named before the parts of a knot, which may not hide it.
        for passage in script.passages:
            self.words.knot(_owner(passage.key))
        list(self._variables())

    def lines(self) -> Lines:
        """The whole file."""
        manifest = self._script.story.manifest
        yield f"// {' '.join(manifest.title.split())}, version {manifest.version}."
        yield f"# title: {plain(self._script.title)}"
        yield ""
        yield from self._constants()
        yield from self._variables()
        yield ""
        yield f"-> {self.words.knot('')}"
        for id, passages in groupby(self._script.passages, lambda passage: _owner(passage.key)):
            yield from self._knot(id, list(passages))
        yield ""
        yield from self._derived()
        yield FUNCTIONS.replace("@", self._script.thousands)

    def _constants(self) -> Lines:
        for number, name in enumerate(self.words.values(), 1):
            yield f"CONST {name} = {number}"

    def _variables(self) -> Lines:
        story, slot = self._script.story, self.words.slot
        for variable in story.variables.values():
            yield f"VAR {slot(variable.id)} = {self.words.value(variable.start)}"
        for metric in story.metrics.values():
            yield f"VAR {slot(f'metric {metric.id}')} = {metric.start}"
        for node in sorted(story.recalled):
            yield f"VAR {slot(f'visits {node}')} = 0"
        for choice in sorted(story.remembered):
            yield f"VAR {slot(f'chosen {choice}')} = false"
        for scene in self._script.scenes:
            yield f"VAR {slot(f'caller {scene}')} = 0"
        yield f"VAR {slot('campaign')} = 0"

    def _derived(self) -> Lines:
        for id, expr in self._script.derived.items():
            yield f"=== function {self.words.slot(id)}()"
            yield f"~ return {bare(self.words.expr(expr))}"
            yield ""

    def _knot(self, id: str, passages: list[Passage]) -> Lines:
        yield ""
        yield f"=== {self.words.knot(id)} ==="
        for passage in passages:
            _, part = passage.key
            if part and passage.key[0]:
                yield f"= {self.words.stitch(*passage.key)}"
            for step in passage.steps:
                yield from self._step(step)

    def _step(self, step: Step) -> Lines:
        match step:
            case Say():
                yield opening(self.words.bits(step.bits).strip())
            case When():
                yield from self._when(step)
            case Keep():
                for slot in step.slots:
                    now = self.words.slot(slot) + ("()" if slot in self._script.derived else "")
                    yield f"~ temp {self.words.slot(slot, earlier=True)} = {now}"
            case Change() | Count() | Mark() | Add():
                yield f"~ {self._change(step)}"
            case Offers():
                yield from self._offers(step)
            case Go():
                yield from self._ways(step.ways)
            case _:
                yield "-> END"

    def _change(self, step: Change | Count | Mark | Add) -> str:
        words = self.words
        match step:
            case Change():
                variable = self._script.story.variables[step.variable]
                return f"{words.slot(step.variable)} = {self._bounded(variable, step)}"
            case Count():
                name = words.slot(f"visits {step.node}")
                return f"{name} = MIN({step.cap}, {name} + 1)"
            case Mark():
                return f"{words.slot(f'chosen {step.choice}')} = true"
            case Add():
                name = words.slot(f"metric {step.metric}")
                return f"{name} = {name} + {words.expr(step.share)}"

    def _bounded(self, variable: Variable, step: Change) -> str:
        value = bare(self.words.expr(step.value))
        if variable.kind != "int":
            return value
        return f"MIN({variable.max}, MAX({variable.min}, {value}))"

    def _when(self, when: When) -> Lines:
        rows = [(test, list(self._inside(steps))) for test, steps in when.rows]
        first, alone = rows[0][0], len(rows) == 1
        if first is not None and alone:
            yield f"{{ {self.words.test(first)}:"
            yield from rows[0][1]
            yield "}"
            return
        if first is None:
            yield from rows[0][1]
            return
        yield "{"
        for test, lines in rows:
            yield f"- {self.words.test(test) if test else 'else'}:"
            yield from lines
        yield "}"

    def _inside(self, steps: Iterable[Step]) -> Lines:
        return (f"{INDENT}{line}" for step in steps for line in self._step(step))

    def _offers(self, offers: Offers) -> Lines:
        if offers.closed is not None:
            test, key = offers.closed
            yield from self._branch(test, Target(key))
        for step in offers.before:
            yield from self._step(step)
        for offer in offers.offers:
            yield from self._offer(offer)
        if offers.closed is None and all(offer.test for offer in offers.offers):
            yield "+ -> END"  # taken if there is nothing else; a proof says whether it ever is

    def _offer(self, offer: Offer) -> Lines:
        test = f"{{ {self.words.test(offer.test)} }} " if offer.test else ""
        head = f"+ {test}[{self.words.bits(offer.label, edge=True) or plain('...')}]"
        (asked, target), *more = offer.ways
        if asked is None and not more and target == Target(target.to):
            yield f"{head} -> {self._place(target.to)}"
            return
        yield head
        yield from (f"{INDENT}{line}" for line in self._ways(offer.ways))

    def _ways(self, ways: Ways) -> Lines:
        for test, target in ways:
            yield from self._branch(test, target)

    def _branch(self, test: Test | None, target: Target) -> Lines:
        if test is None:
            yield from self._leave(target)
            return
        yield f"{{ {self.words.test(test)}:"
        yield from (f"{INDENT}{line}" for line in self._leave(target))
        yield "}"

    def _leave(self, target: Target) -> Lines:
        if target.caller is not None:
            scene, number = target.caller
            yield f"~ {self.words.slot(f'caller {scene}')} = {number}"
        if target.campaign is not None:
            yield f"~ {self.words.slot('campaign')} = {target.campaign}"
        yield f"-> {self._place(target.to)}"

    def _place(self, key: Key) -> str:
        knot = self.words.knot(_owner(key))
        return f"{knot}.{self.words.stitch(*key)}" if key[0] and key[1] else knot


def _owner(key: Key) -> str:
    return key[0] or key[1]
