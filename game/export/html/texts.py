"""Texts of a story as the player shows them: paragraphs of spans, never markup."""

from __future__ import annotations

from typing import Any, Iterable

from game.export.html.rules import condition
from game.language import Break, Emphasis, Link, Plain, Print, Span, parse_inline
from game.model import OneOf, Passage, Prose
from game.view import Paragraph, Tongue, harmless

Data = dict[str, Any]


def lean(**fields: Any) -> Data:
    """Fields that say something; what is empty is left out."""
    return {
        key: value
        for key, value in fields.items()
        if value is not None and value not in ("", (), [], {})
    }


def text(source: str | None) -> Any:
    """A text that may print values: a plain string where it is one, else paragraphs of spans."""
    if not source:
        return ""
    found: list[list[Any]] = [[]]
    for span in parse_inline(source):
        if isinstance(span, Break):
            found.append([])
        else:
            found[-1].append(_span(span))
    return _shortest(found)


def told(paragraphs: Iterable[Paragraph]) -> Any:
    """Paragraphs that are already in words."""
    return _shortest(
        [
            [_piece(piece.text, piece.style, piece.to) for piece in paragraph.pieces]
            for paragraph in paragraphs
        ]
    )


def prose(parts: Prose, key: str, tongue: Tongue) -> list[Data]:
    """A text of passages, each with its condition and its basis."""
    return [_part(parts, part, number, key, tongue) for number, part in enumerate(parts, 1)]


def _part(prose: Prose, part: Passage | OneOf, number: int, key: str, tongue: Tongue) -> Data:
    if isinstance(part, OneOf):
        rows = enumerate(part.passages, 1)
        return {"o": [_passage(p, f"{key}.{p.id or f'{number}.{i}'}", tongue) for i, p in rows]}
    alone = len(prose) == 1 and part.condition is None and part.id is None
    return _passage(part, key if alone else f"{key}.{part.id or number}", tongue)


def _passage(passage: Passage, key: str, tongue: Tongue) -> Data:
    found = lean(b=passage.basis, c=condition(passage.condition))
    return {"t": text(tongue.text(key, passage.text)), **found}


def _span(span: Span) -> Any:
    match span:
        case Plain():
            return harmless(span.text)
        case Emphasis():
            return _piece(span.text, "emphasis", None)
        case Link():
            return _piece(span.text, "link", span.to)
        case Print():
            return ["#", span.id, dict(span.forms) or None]
    return ""


def _piece(words: str, style: str, to: str | None) -> Any:
    safe = harmless(words)
    if style == "emphasis":
        return ["*", safe]
    return ["@", safe, to] if style == "link" else safe


def _shortest(paragraphs: list[list[Any]]) -> Any:
    if not paragraphs or paragraphs == [[]]:
        return ""
    if len(paragraphs) == 1 and all(isinstance(span, str) for span in paragraphs[0]):
        return "".join(paragraphs[0])
    return paragraphs
