"""A position as bare text: the quickest way from an engine to a reader.

Each node is cut once into what never changes and the values between, and the
cut node is kept with its program.
"""

from __future__ import annotations

from typing import NamedTuple

from game.engine import Option, Position, options
from game.language import Break, Print, parse_inline
from game.model import Passage
from game.view.prose import Glass, said, shown
from game.view.tongue import ENGLISH, Tongue

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
    cut = kept.get(position.node)
    if cut is None or cut.tongue is not tongue:
        cut = kept[position.node] = _CutNode(position, tongue)
    return Reading(cut.text(position), cut.rows(position))


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


class _CutText:
    """A text without conditions: a template, and what is printed into it."""

    def __init__(self, text: str, pause: str, glass: Glass) -> None:
        spans = parse_inline(text)
        self._values = tuple(_Values(span, glass) for span in spans if isinstance(span, Print))
        self.is_fixed = not self._values
        parts = []
        for span in spans:
            words = pause if isinstance(span, Break) else getattr(span, "text", "%s")
            parts.append(words if self.is_fixed or words == "%s" else words.replace("%", "%%"))
        self._template = "".join(parts)

    def at(self, position: Position) -> str:
        """The text at a position."""
        if self.is_fixed:
            return self._template
        state, ledger = position.state, position.ledger
        found = [v[state[v.slot] if v.steers else ledger[v.slot]] for v in self._values]
        return self._template % tuple(found)


class _CutNode:
    def __init__(self, position: Position, tongue: Tongue) -> None:
        self.tongue = tongue
        story, id = position.program.story, position.node
        node = story.nodes.get(id)
        self._prose = node.text if node else story.endings[id].text
        self._key = f"{id}.text"
        self._texts: dict[str, _CutText] = {}
        glass = Glass.at(position, tongue)
        self._labels = {
            choice.id: _CutText(tongue.text(f"{id}.{choice.id}.label", choice.label), " ", glass)
            for choice in (node.choices if node else ())
        }
        self._rows: dict[tuple[Option, ...], tuple[Row, ...]] = {}
        self._keeps_rows = all(label.is_fixed for label in self._labels.values())
        only = self._prose[0] if len(self._prose) == 1 else None
        self._only = (
            self._cut(*next(shown(self._prose, glass, self._key)), glass)
            if isinstance(only, Passage) and only.condition is None
            else None
        )

    def text(self, position: Position) -> str:
        if self._only is not None:
            return self._only.at(position)
        glass = Glass.at(position, self.tongue)
        found = shown(self._prose, glass, self._key)
        return "\n\n".join([self._cut(*one, glass).at(position) for one in found])

    def _cut(self, passage: Passage, key: str, glass: Glass) -> _CutText:
        cut = self._texts.get(key)
        if cut is None:
            text = self.tongue.text(key, passage.text)
            cut = self._texts[key] = _CutText(text, "\n\n", glass)
        return cut

    def rows(self, position: Position) -> tuple[Row, ...]:
        seen = options(position)
        rows = self._rows.get(seen)
        if rows is None:
            labels = self._labels
            rows = tuple((id, labels[id].at(position), enabled) for id, enabled in seen)
            if self._keeps_rows:
                self._rows[seen] = rows
        return rows
