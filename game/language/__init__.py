"""The small expression language, and the inline markup of texts.

Total and finite: integers, truth values and enum values, no loops, no failure.
Story files never run Python; what is compiled here is generated from a checked
tree.
"""

from game.language.effects import Effect, parse_effect
from game.language.emit import Slots, emit
from game.language.errors import LanguageError
from game.language.inline import (
    Break,
    Emphasis,
    Link,
    Plain,
    Print,
    Span,
    parse_inline,
    spoken_length,
)
from game.language.kinds import BOOL, INT, EnumKind, Kind, Scope, infer
from game.language.parse import parse_expression
from game.language.plural import plural_form
from game.language.tree import Expr, names_in, recollections

__all__ = [
    "BOOL",
    "INT",
    "Break",
    "Effect",
    "Emphasis",
    "EnumKind",
    "Expr",
    "Kind",
    "LanguageError",
    "Link",
    "Plain",
    "Print",
    "Scope",
    "Slots",
    "Span",
    "emit",
    "infer",
    "names_in",
    "parse_effect",
    "parse_expression",
    "parse_inline",
    "plural_form",
    "recollections",
    "spoken_length",
]
