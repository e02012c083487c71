"""A story as Twee 3, for Twine and its like, in the dialect of SugarCube.

SugarCube and not Harlowe: its expressions have whole-number division, strings
and functions of one's own, and its links are plain `[[words|passage]]`, so that
Twine draws its map of them.
"""

from __future__ import annotations

import json
import uuid
from collections import deque
from typing import Iterator, Sequence

from game.export.names import bare
from game.export.script import Script, script_of
from game.export.script.limits import within
from game.export.script.parts import (
    START,
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
    Ways,
    When,
)
from game.export.twee_words import Words, as_javascript, branches, passage_name
from game.model import Story
from game.view import ENGLISH, Tongue

LARGEST = 2**53 - 1
FORMAT, FORMAT_VERSION = "SugarCube", "2.36.1"
STEP = 150
"""How far passages stand apart on Twine's map."""

SCRIPT = """\
// What the story's language has and SugarCube has not.
setup.mod = function (a, b) { return a - b * Math.floor(a / b); };
setup.number = function (n) {
  const grouped = String(Math.abs(n)).replace(/\\B(?=(\\d{3})+$)/g, "@");
  return (n < 0 ? "\N{MINUS SIGN}" : "") + grouped;
};"""


def twee(story: Story, tongue: Tongue = ENGLISH) -> str:
    """A whole story in Twee 3.

    Raises:
        ExportError: if its numbers are larger than those of JavaScript.
    """
    script = script_of(story, tongue)
    within(script, LARGEST, "SugarCube")
    return "\n\n".join(Twee(script).blocks()) + "\n"


class Twee:
    """A script written in Twee.

    Attributes:
        words: The names that it uses.
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self.words = Words(script)

    def blocks(self) -> Iterator[str]:
        """The passages, those that are no page first."""
        data = {
            "ifid": ifid_of(self._script.story),
            "format": FORMAT,
            "format-version": FORMAT_VERSION,
            "start": passage_name(START),
        }
        yield f":: StoryTitle\n{self._script.title.strip().lstrip(':')}"
        yield f":: StoryData\n{json.dumps(data, indent=2)}"
        yield f":: StoryScript [script]\n{self._functions()}"
        yield ":: StoryInit\n" + "\n".join(self._variables())
        places = _places(self._script.passages)
        for passage in self._script.passages:
            x, y = places[passage.key]
            place = json.dumps({"position": f"{x},{y}"}, separators=(",", ":"))
            body = "\n".join(line for step in passage.steps for line in self._step(step))
            yield f":: {passage_name(passage.key)} [nobr] {place}\n{body}"

    def _functions(self) -> str:
        lines = [SCRIPT.replace("@", self._script.thousands)]
        for id, expr in self._script.derived.items():
            source = as_javascript(self.words.expr(expr))
            lines.append(f"setup.{self.words.slot(id)} = function () {{ return {source}; }};")
        return "\n".join(lines)

    def _variables(self) -> Iterator[str]:
        story, words = self._script.story, self.words
        for variable in story.variables.values():
            yield f"<<set {words.variable(variable.id)} to {words.value(variable.start)}>>"
        for metric in story.metrics.values():
            yield f"<<set {words.variable(f'metric {metric.id}')} to {metric.start}>>"
        for node in sorted(story.recalled):
            yield f"<<set {words.variable(f'visits {node}')} to 0>>"
        for choice in sorted(story.remembered):
            yield f"<<set {words.variable(f'chosen {choice}')} to false>>"
        for scene in self._script.scenes:
            yield f"<<set {words.variable(f'caller {scene}')} to 0>>"
        yield f"<<set {words.variable('campaign')} to 0>>"

    def _step(self, step: Step) -> Iterator[str]:
        match step:
            case Say():
                yield f"<p>{self.words.bits(step.bits)}</p>"
            case When():
                rows = [(t and self.words.test(t), self._inside(steps)) for t, steps in step.rows]
                yield branches(rows)
            case Keep():
                for slot in step.slots:
                    kept, now = self.words.variable(slot, True), self.words.variable(slot)
                    yield f"<<set {kept} to {now}>>"
            case Change() | Count() | Mark() | Add():
                yield f"<<set {self._change(step)}>>"
            case Offers():
                yield self._offers(step)
            case Go():
                yield self._go(step.ways)
            case _:
                yield ""

    def _inside(self, steps: Sequence[Step]) -> str:
        return "".join(line for step in steps for line in self._step(step))

    def _change(self, step: Change | Count | Mark | Add) -> str:
        words = self.words
        match step:
            case Change():
                value, variable = (
                    bare(words.expr(step.value)),
                    self._script.story.variables[step.variable],
                )
                if variable.kind == "int":
                    value = f"Math.clamp({value}, {variable.min}, {variable.max})"
                return f"{words.variable(step.variable)} to {value}"
            case Count():
                name = words.variable(f"visits {step.node}")
                return f"{name} to Math.min({step.cap}, {name} + 1)"
            case Mark():
                return f"{words.variable(f'chosen {step.choice}')} to true"
            case Add():
                name = words.variable(f"metric {step.metric}")
                return f"{name} to {name} + {words.expr(step.share)}"

    def _offers(self, offers: Offers) -> str:
        before = "\n".join(line for step in offers.before for line in self._step(step))
        links = "\n".join(self._offer(offer) for offer in offers.offers)
        body = f"{before}\n{links}" if before else links
        if offers.closed is None:
            return body
        test, key = offers.closed
        included = f'<<include "{passage_name(key)}">>'
        return f"<<if {self.words.test(test)}>>{included}<<else>>\n{body}\n<</if>>"

    def _offer(self, offer: Offer) -> str:
        label = self.words.string(offer.label)
        rows = [(t and self.words.test(t), self._link(label, to)) for t, to in offer.ways]
        links = f"<p>{branches(rows)}</p>"
        return f"<<if {self.words.test(offer.test)}>>{links}<</if>>" if offer.test else links

    def _link(self, label: str, target: Target) -> str:
        setters = "; ".join(self._setters(target))
        return f"[[{label}|{passage_name(target.to)}]{f'[{setters}]' if setters else ''}]"

    def _go(self, ways: Ways) -> str:
        rows: list[tuple[str | None, str]] = []
        for test, target in ways:
            setters = "".join(f"<<set {setter}>>" for setter in self._setters(target))
            there = f'{setters}<<goto "{passage_name(target.to)}">>'
            rows.append((test and self.words.test(test), there))
        return branches(rows)

    def _setters(self, target: Target) -> Iterator[str]:
        if target.caller is not None:
            scene, number = target.caller
            yield f"{self.words.variable(f'caller {scene}')} to {number}"
        if target.campaign is not None:
            yield f"{self.words.variable('campaign')} to {target.campaign}"


def ifid_of(story: Story) -> str:
    """The story's IFID; one that has none gets one that is always the same."""
    made = uuid.uuid5(uuid.NAMESPACE_URL, f"{story.manifest.id}/{story.manifest.title}")
    return (story.manifest.ifid or str(made)).upper()


def _places(passages: Sequence[Passage]) -> dict[Key, tuple[int, int]]:
    """Where each passage stands on a map: a row for each step from the start."""
    by_key = {passage.key: passage for passage in passages}
    found: dict[Key, tuple[int, int]] = {}
    width: dict[int, int] = {}
    for first in (START, *by_key):
        waiting = deque([(first, 0 if first == START else max(width, default=0) + 1)])
        while waiting:
            key, row = waiting.popleft()
            if key in found or key not in by_key:
                continue
            column = width.get(row, 0)
            width[row] = column + 1
            found[key] = (column * STEP, row * STEP)
            waiting += [(to, row + 1) for to in _leads(by_key[key])]
    return found


def _leads(passage: Passage) -> Iterator[Key]:
    for step in passage.steps:
        match step:
            case Go():
                yield from (target.to for _, target in step.ways)
            case Offers():
                if step.closed is not None:
                    yield step.closed[1]
                yield from (target.to for offer in step.offers for _, target in offer.ways)
