"""A position as bare text: the quickest way from an engine to a reader.

Each node is cut once into what never changes and the values between, and the
cut node is kept with its program.
"""

from __future__ import annotations

from typing import Callable, NamedTuple

from game.engine import Position
from game.language import Break, Print, parse_inline
from game.model import Node, OneOf, Passage
from game.tongue import ENGLISH, Tongue
from game.view.prose import Glass, said, shown

Row = tuple[str, str, bool]
MOST = 1000
"""Values of one placeholder whose words are kept."""


class Reading(NamedTuple):
    """What a position says.

    Attributes:
        text: The node's text, its paragraphs parted by blank lines.
        options: Id, label and whether it can be taken, for each choice shown.
    """

    text: str
    options: tuple[Row, ...]


def reading(position: Position, tongue: Tongue = ENGLISH) -> Reading:
    """The text and the choices at a position."""
    kept = position.program.kept
    book: _Book | None = kept.get("reading")
    if book is None or book.tongue is not tongue:
        book = kept["reading"] = _Book(tongue)
    cut = book.nodes.get(position.node)
    if cut is None:
        cut = book.nodes[position.node] = _CutNode(position, book)
    # What Reading(...) does, in a third of the time.
    return tuple.__new__(Reading, (cut.text(position), cut.rows(position)))


class _Book:
    """What has been cut up so far, in one language."""

    __slots__ = ("nodes", "tongue", "values")

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.nodes: dict[str, _CutNode] = {}
        self.values: dict[tuple[object, ...], _Values] = {}

    def prints(self, span: Print, glass: Glass) -> _Values:
        """What a placeholder prints; the same for all that are alike."""
        key = (span.id, span.forms)
        if key not in self.values:
            self.values[key] = _Values(span, glass)
        return self.values[key]


class _Values(dict[int | bool | str, str]):
    """What a placeholder prints, by value."""

    def __init__(self, span: Print, glass: Glass) -> None:
        super().__init__()
        self._span, self._glass = span, glass
        layout = glass.program.layout
        self.steers = span.id in layout.variables
        self.slot = (layout.variables if self.steers else layout.metrics).index(span.id)

    def __missing__(self, value: int | bool | str) -> str:
        if len(self) >= MOST:
            self.clear()
        self[value] = words = said(self._span, value, self._glass)
        return words


Sayer = Callable[[Position], str]


def _fixed(text: str) -> Sayer:
    return lambda _: text


def _joined(parts: list[str | _Values]) -> Sayer:
    def say(position: Position) -> str:
        state, ledger = position.state, position.ledger
        words = [
            part if isinstance(part, str) else part[(state if part.steers else ledger)[part.slot]]
            for part in parts
        ]
        return "".join(words)

    return say


def _around(before: str, values: _Values, after: str) -> Sayer:
    """One value in the midst of words, the commonest case."""
    slot = values.slot
    if values.steers:
        return lambda position: before + values[position.state[slot]] + after
    return lambda position: before + values[position.ledger[slot]] + after


def _cut(text: str, pause: str, glass: Glass, book: _Book) -> Sayer:
    """A text without conditions, cut up; paragraphs are parted by the pause."""
    parts: list[str | _Values] = []
    words = ""
    for span in parse_inline(text):
        if isinstance(span, Print):
            parts += [words, book.prints(span, glass)]
            words = ""
        else:
            words += pause if isinstance(span, Break) else span.text
    match [*parts, words]:
        case [str(words)]:
            return _fixed(words)
        case [str(before), _Values() as values, str(after)]:
            return _around(before, values, after)
    return _joined([*parts, words])


class _CutNode:
    """Texts and labels of one node, cut up.

    Attributes:
        text: The node's text at a position.
    """

    __slots__ = (
        "_book", "_glass", "_keeps_rows", "_key", "_labels",
        "_node", "_passages", "_prose", "_rows", "text",
    )  # fmt: skip

    def __init__(self, position: Position, book: _Book) -> None:
        self._book = book
        story, id = position.program.story, position.node
        node = story.nodes.get(id)
        self._prose = node.text if node else story.endings[id].text
        self._key = f"{id}.text"
        self._passages: dict[str, Sayer] = {}
        self._glass = Glass.at(position, book.tongue)
        self._labels = self._labels_of(node) if node else {}
        self._node = position.program.nodes[id]
        self._rows: dict[tuple[bool, ...], tuple[Row, ...]] = {}
        self._keeps_rows = not any("{" in c.label for c in (node.choices if node else ()))
        self.text = self._only() or self._several

    def _labels_of(self, node: Node) -> dict[str, Sayer]:
        text = self._book.tongue.text
        return {
            choice.id: _cut(
                text(f"{node.id}.{choice.id}.label", choice.label), " ", self._glass, self._book
            )
            for choice in node.choices
        }

    def _only(self) -> Sayer | None:
        """The text, if it is one passage that is always shown."""
        if len(self._prose) != 1:
            return None
        part = self._prose[0]
        if isinstance(part, OneOf) or part.condition is not None:
            return None
        return self._passage(*next(shown(self._prose, self._glass, self._key)))

    def _several(self, position: Position) -> str:
        glass = Glass.at(position, self._book.tongue)
        found = shown(self._prose, glass, self._key)
        return "\n\n".join([self._passage(*one)(position) for one in found])

    def _passage(self, passage: Passage, key: str) -> Sayer:
        say = self._passages.get(key)
        if say is None:
            text = self._book.tongue.text(key, passage.text)
            say = self._passages[key] = _cut(text, "\n\n", self._glass, self._book)
        return say

    def rows(self, position: Position) -> tuple[Row, ...]:
        """The choices shown at a position."""
        answers = self._node.answers(position.state)
        rows = self._rows.get(answers)
        if rows is None:
            shown = self._node.shown[answers]
            rows = tuple((id, self._labels[id](position), enabled) for id, enabled in shown)
            if self._keeps_rows:
                self._rows[answers] = rows
        return rows
