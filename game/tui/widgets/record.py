"""The record after an order, in three parts: your order, 1945, how we know."""

from __future__ import annotations

from typing import Iterable, Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, hung, ink, joined, rule, wrapped
from game.tui.widgets.linked import Linked
from game.tui.widgets.prose import content_of, linked
from game.view import N_, Answer, Paragraph, RecordView, Tongue

DASH = "\u2013 "


class RecordPart(Linked):
    """One of the three, under its heading."""

    heading = ""

    def __init__(self, tongue: Tongue, id: str) -> None:
        super().__init__(id=id, classes="part")
        self._tongue = tongue
        self._answer: Answer | None = None

    def show(self, answer: Answer) -> None:
        """Show this part of an answer."""
        self._answer, self.cursor = answer, None
        self.relay()

    @property
    def links(self) -> tuple[str, ...]:
        """What can be opened from here, as targets."""
        if self._answer is None:
            return ()
        return tuple(f"codex:{piece.to}" for piece in linked(self.paragraphs(self._answer)))

    def paragraphs(self, answer: Answer) -> tuple[Paragraph, ...]:
        """The paragraphs whose links can be gone through."""
        raise NotImplementedError

    def parts(self, answer: Answer, width: int) -> Iterable[Sequence[Line]]:
        """Blocks of lines, set with a blank line between them."""
        raise NotImplementedError

    def lay(self, width: int) -> Sequence[Line]:
        """The heading, a rule, and the blocks."""
        if self._answer is None or width <= 0:
            return ()
        lines = [ink(self._say(self.heading), Ink.HEADING), rule(width)]
        for i, part in enumerate(block for block in self.parts(self._answer, width) if block):
            lines += [Content(""), *part] if i else part
        return lines

    def _say(self, words: str) -> str:
        return self._tongue.say(words)

    def _read(
        self, paragraphs: Sequence[Paragraph], width: int, first: int = 0
    ) -> Iterable[Sequence[Line]]:
        number = first
        for paragraph in paragraphs:
            yield wrapped(content_of(paragraph, self.cursor, number), width)
            number += len(linked([paragraph]))


class YourOrder(RecordPart):
    """The order, what followed, and what it adds to the ledger."""

    heading = N_("Your order")

    def paragraphs(self, answer: Answer) -> tuple[Paragraph, ...]:
        return answer.outcome

    def parts(self, answer: Answer, width: int) -> Iterable[Sequence[Line]]:
        yield wrapped(ink(answer.order, Ink.STRONG), width)
        yield from self._read(answer.outcome, width)
        yield self._shares(answer, width)

    def _shares(self, answer: Answer, width: int) -> Sequence[Line]:
        if not answer.shares:
            return ()
        lines = wrapped(
            ink(self._say("Added to the ledger, by the game's own count"), Ink.MUTED), width
        )
        number = self._tongue.number
        figures = [f"{'+' if n > 0 else ''}{number(n)} {unit}" for _, n, unit in answer.shares]
        widest = max(len(figure) for figure in figures)
        for figure, (label, _, _) in zip(figures, answer.shares, strict=True):
            margin = joined(ink(figure.rjust(widest), Ink.ACCENT), Content("  "))
            lines += hung(ink(label, Ink.MUTED), width, margin)
        return lines


class In1945(RecordPart):
    """What was done, what came of it, and what the commander could not know."""

    heading = "1945"

    def paragraphs(self, answer: Answer) -> tuple[Paragraph, ...]:
        record = answer.record.text if answer.record else ()
        return (*record, *answer.hidden)

    def parts(self, answer: Answer, width: int) -> Iterable[Sequence[Line]]:
        yield wrapped(ink(self._order(answer), Ink.STRONG), width)
        record = answer.record.text if answer.record else ()
        yield from self._read(record, width)
        if answer.hidden:
            heading = wrapped(ink(self._say("What he could not know"), Ink.MUTED), width)
            first, *rest = self._read(answer.hidden, width, len(linked(record)))
            yield [*heading, *first]
            yield from rest

    def _order(self, answer: Answer) -> str:
        if answer.as_in_1945:
            return self._say("The same order.")
        return answer.real_order or self._say("1945 did not come this way.")


class HowWeKnow(RecordPart):
    """On what the outcome rests, where sources differ, who they are, and where else to look."""

    heading = N_("How we know")

    def paragraphs(self, answer: Answer) -> tuple[Paragraph, ...]:
        return answer.record.dispute if answer.record else ()

    @property
    def links(self) -> tuple[str, ...]:
        """The dispute's links, then the conflicts of sources, then the asides."""
        record = self._answer.record if self._answer else None
        if record is None:
            return ()
        conflicts = (f"conflict:{conflict.id}" for conflict in record.conflicts)
        asides = (f"aside:{aside.id}" for aside in record.asides)
        return (*super().links, *conflicts, *asides)

    def parts(self, answer: Answer, width: int) -> Iterable[Sequence[Line]]:
        if answer.basis_words:
            yield self._basis(answer, width)
        if answer.record is None:
            return
        yield from self._read(answer.record.dispute, width)
        record, first = answer.record, len(super().links)
        conflicts = [(f"conflict:{c.id}", c.title) for c in record.conflicts]
        yield self._doors(N_("Where sources differ"), conflicts, width, first)
        asides = [(f"aside:{aside.id}", aside.title) for aside in record.asides]
        yield self._doors(N_("The same hours elsewhere"), asides, width, first + len(conflicts))
        yield self._sources(record, width)

    def _basis(self, answer: Answer, width: int) -> Sequence[Line]:
        name, _, rest = answer.basis_words.partition(":")
        head = ink(name[:1].upper() + name[1:], Ink.STRONG)
        return wrapped(joined(head, ink(f":{rest}." if rest else ".")), width)

    def _doors(
        self, heading: str, doors: Sequence[tuple[str, str]], width: int, first: int
    ) -> Sequence[Line]:
        """Titles that can be opened, numbered from `first` among the links."""
        if not doors:
            return ()
        lines = wrapped(ink(self._say(heading), Ink.MUTED), width)
        for number, (target, title) in enumerate(doors, first):
            cursor = Ink.CURSOR if number == self.cursor else Ink.PLAIN
            words = ink(title, Ink.LINK, cursor, target=target)
            lines += hung(words, width, ink("\u203a ", Ink.ACCENT), Content("  "))
        return lines

    def _sources(self, record: RecordView, width: int) -> Sequence[Line]:
        if not record.sources:
            return ()
        lines = wrapped(ink(self._say("Sources"), Ink.MUTED), width)
        for source in record.sources:
            lines += hung(ink(source.name, Ink.MUTED), width, ink(DASH, Ink.FAINT), Content("  "))
        return lines
