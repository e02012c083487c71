"""Texts of the story as paragraphs of pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator, NamedTuple

from game.engine import Position, Program
from game.language import Break, Emphasis, Link, Plain, Print, Span, parse_inline, plural_form
from game.model import OneOf, Passage, Prose
from game.tongue import ENGLISH, Tongue


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style: `plain`, `emphasis` or `link`.

    Attributes:
        to: The codex entry that a link leads to.
    """

    text: str
    style: str = "plain"
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and what it rests on where its passage says so."""

    pieces: tuple[Piece, ...]
    basis: str | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


class Glass(NamedTuple):
    """What texts are read through: a state for conditions, one for printed values."""

    program: Program
    state: tuple[int | bool | str, ...]
    ledger: tuple[int, ...]
    before: tuple[int | bool | str, ...]
    tongue: Tongue = ENGLISH

    @classmethod
    def at(cls, position: Position, tongue: Tongue = ENGLISH) -> Glass:
        """The glass of a position."""
        return cls(position.program, position.state, position.ledger, position.state, tongue)

    def holds(self, condition: str | None) -> bool:
        """Whether a passage's condition holds."""
        return condition is None or bool(self.program.value(condition, self.before))


def paragraphs(prose: Prose, glass: Glass, key: str = "") -> tuple[Paragraph, ...]:
    """The paragraphs of a text that are shown, values filled in."""
    return tuple(
        paragraph
        for passage, name in shown(prose, glass, key)
        for paragraph in _of(glass.tongue.text(name, passage.text), passage.basis, glass)
    )


def shown(prose: Prose, glass: Glass, key: str) -> Iterator[tuple[Passage, str]]:
    """The passages that are shown, with their keys."""
    for number, part in enumerate(prose, 1):
        if isinstance(part, OneOf):
            for i, passage in enumerate(part.passages, 1):
                if glass.holds(passage.condition):
                    yield passage, f"{key}.{passage.id or f'{number}.{i}'}"
                    break
        elif glass.holds(part.condition):
            alone = len(prose) == 1 and part.condition is None and part.id is None
            yield part, key if alone else f"{key}.{part.id or number}"


def plain_text(text: str, glass: Glass | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that has no passages, such as a record's."""
    return tuple(_of(text, None, glass))


def line(text: str, glass: Glass | None = None) -> str:
    """A one-paragraph text, such as a label, as words alone."""
    return " ".join(paragraph.text for paragraph in plain_text(text, glass))


def words(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as words alone, parted by blank lines."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _of(text: str, basis: str | None, glass: Glass | None) -> Iterator[Paragraph]:
    pieces: list[Piece] = []
    for span in parse_inline(text):
        if isinstance(span, Break):
            yield Paragraph(tuple(pieces), basis)
            pieces = []
        else:
            pieces.append(_piece(span, glass))
    yield Paragraph(tuple(pieces), basis)


def _piece(span: Span, glass: Glass | None) -> Piece:
    match span:
        case Plain():
            return Piece(span.text)
        case Emphasis():
            return Piece(span.text, "emphasis")
        case Link():
            return Piece(span.text, "link", span.to)
        case Print():
            return Piece(printed(span, glass) if glass else "")
    return Piece("")


def printed(span: Print, glass: Glass) -> str:
    """A placeholder's value in the reader's language."""
    return said(span, _value(span.id, glass), glass)


def said(span: Print, value: int | bool | str, glass: Glass) -> str:
    """What a placeholder prints for a value."""
    if span.forms and isinstance(value, int):
        forms = dict(span.forms)
        form = forms.get(plural_form(glass.tongue.language, value), forms["other"])
        return form.replace("#", glass.tongue.number(value))
    return value_words(span.id, value, glass)


def _value(id: str, glass: Glass) -> int | bool | str:
    layout = glass.program.layout
    if id in layout.variables:
        return glass.state[layout.variables.index(id)]
    return glass.ledger[layout.metrics.index(id)]


def value_words(id: str, value: int | bool | str, glass: Glass) -> str:
    """The word that a story has for a variable's value, or the value itself."""
    variable = glass.program.variables.get(id)
    if variable is not None and variable.words:
        place = _place(variable.kind, value, variable.min, variable.values)
        return glass.tongue.text(f"{id}.words.{place + 1}", variable.words[place])
    if isinstance(value, bool):
        return glass.tongue.say("yes") if value else glass.tongue.say("no")
    if isinstance(value, int):
        return glass.tongue.number(value)
    return value.replace("_", " ")


def _place(kind: str, value: int | bool | str, low: int, values: tuple[str, ...]) -> int:
    if kind == "enum":
        return values.index(str(value))
    return int(value) - (low if kind == "int" else 0)
