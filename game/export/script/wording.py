"""Texts of a story to steps that say them."""

from __future__ import annotations

from typing import Callable, Iterable, Iterator, Mapping

from game.export.prose_lines import sentence
from game.export.script.parts import (
    NOW,
    Bits,
    Cases,
    Choose,
    Names,
    Number,
    Plural,
    Say,
    Steps,
    Test,
    When,
)
from game.language import Break, Expr, Print, names_in, parse_expression, parse_inline, plural_form
from game.language.tree import Recall, walk
from game.model import OneOf, Passage, Prose, Story, Value, Variable
from game.view import ENGLISH, Tongue, harmless


class Wording:
    """What a passage's texts are made with.

    Args:
        story: The story.
        tongue: The reader's language.
        changed: Slots that have other values when a text is shown than they had when
            its conditions were asked.

    Attributes:
        asked: Those of them that something has asked for.
    """

    def __init__(self, story: Story, tongue: Tongue = ENGLISH, changed: Names = NOW) -> None:
        self.story = story
        self.tongue = tongue
        self.asked: set[str] = set()
        hidden = story.derived if changed else ()
        self._changed = changed | frozenset(hidden)

    def test(self, condition: str) -> Test:
        """A condition, asked of the state before the order."""
        return self.tested(parse_expression(condition))

    def tested(self, expr: Expr) -> Test:
        """The same of a tree."""
        earlier = slots_in(expr) & self._changed
        self.asked |= earlier
        return Test(expr, earlier)

    def prose(self, prose: Prose, key: str) -> Steps:
        """A text with its passages."""
        return tuple(
            step for n, part in enumerate(prose, 1) for step in self._part(prose, n, part, key)
        )

    def _part(self, prose: Prose, number: int, part: Passage | OneOf, key: str) -> Steps:
        if isinstance(part, OneOf):
            rows = []
            for i, passage in enumerate(part.passages, 1):
                steps = self.text(passage.text, f"{key}.{passage.id or f'{number}.{i}'}")
                rows.append((self._maybe(passage.condition), steps))
            return (When(tuple(rows)),)
        alone = len(prose) == 1 and part.condition is None and part.id is None
        steps = self.text(part.text, key if alone else f"{key}.{part.id or number}")
        test = self._maybe(part.condition)
        return (When(((test, steps),)),) if test and steps else steps

    def _maybe(self, condition: str | None) -> Test | None:
        return self.test(condition) if condition else None

    def text(self, text: str, key: str) -> Steps:
        """A text without passages; values are those after the order."""
        found = self.tongue.text(key, text)
        return tuple(Say(bits) for bits in self._paragraphs(found, False) if bits)

    def line(self, text: str, key: str) -> Bits:
        """A label; values are those before the order."""
        whole: Bits = ()
        for paragraph in self._paragraphs(self.tongue.text(key, text), True):
            whole = (*whole, " ", *paragraph) if whole else paragraph
        return whole

    def _paragraphs(self, text: str, earlier: bool) -> Iterator[Bits]:
        bits: Bits = ()
        for span in parse_inline(text):
            if isinstance(span, Break):
                yield bits
                bits = ()
            else:
                bits += (
                    self._printed(span, earlier) if isinstance(span, Print) else (said(span.text),)
                )
        yield bits

    def _printed(self, span: Print, earlier: bool) -> Bits:
        variable = self.story.variables.get(span.id)
        slot = span.id if variable else f"metric {span.id}"
        before = earlier and slot in self._changed
        if before:
            self.asked.add(slot)
        counts = variable is None or variable.kind == "int"
        if span.forms and counts:
            return (self._plural(slot, span.forms, before),)
        if variable is None or (counts and not variable.words):
            return (Number(slot, before),)
        return (Cases(slot, tuple(self._cases(variable, span.forms)), before),)

    def _plural(self, slot: str, forms: Iterable[tuple[str, str]], before: bool) -> Plural:
        rows = {form: hashed(said(words), slot, before) for form, words in forms}
        other = rows.pop("other")
        return Plural(slot, (*rows.items(), ("other", other)), before)

    def _cases(
        self, variable: Variable, forms: tuple[tuple[str, str], ...]
    ) -> Iterator[tuple[Value, Bits]]:
        values: tuple[Value, ...] = variable.values
        if variable.kind == "bool":
            values = (False, True)
        elif variable.kind == "int":
            values = tuple(range(variable.min, variable.max + 1))
        for place, value in enumerate(values):
            yield value, (said(self._word(variable, place, value, dict(forms))),)

    def _word(self, variable: Variable, place: int, value: Value, forms: Mapping[str, str]) -> str:
        if forms and isinstance(value, bool):
            form = plural_form(self.tongue.language, value)
            return forms.get(form, forms["other"]).replace("#", str(int(value)))
        if variable.words:
            return self.tongue.text(f"{variable.id}.words.{place + 1}", variable.words[place])
        if isinstance(value, bool):
            return self.tongue.say("yes") if value else self.tongue.say("no")
        return str(value).replace("_", " ")


def said(text: str) -> str:
    """Words in one line that steer nothing."""
    return harmless(text).replace("\n", " ")


def hashed(text: str, slot: str, earlier: bool = False) -> Bits:
    """Words in which `#` is the number."""
    first, *rest = text.split("#")
    found: Bits = (first,) if first else ()
    for words in rest:
        found += (Number(slot, earlier), *((words,) if words else ()))
    return found


def slots_in(expr: Expr) -> Names:
    """Every slot that an expression reads; names of enum values are among them."""
    recalled = (part for part in walk(expr) if isinstance(part, Recall))
    return names_in(expr) | {f"{part.name} {part.id}" for part in recalled}


def stopped(bits: Bits) -> Bits:
    """A line with a capital in front and a full stop behind, where it is words alone."""
    words = "".join(bit for bit in bits if isinstance(bit, str))
    return (sentence(words),) if all(isinstance(bit, str) for bit in bits) and words else bits


def choose(rows: Iterable[tuple[Test | None, Bits]], of: Callable[[Bits], Bits] = stopped) -> Bits:
    """The first words whose condition holds, each made a sentence."""
    found = tuple((test, of(bits)) for test, bits in rows)
    if not found:
        return ()
    return found[0][1] if found[0][0] is None else (Choose(found),)
