"""Effects: `id = expr`, `id += expr`, `id -= expr`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.language.errors import LanguageError
from game.language.parse import Parser
from game.language.tokens import tokenize
from game.language.tree import Expr


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of one variable. `op` is `=`, `+=` or `-=`."""

    target: str
    op: str
    value: Expr
    offset: int


@lru_cache(maxsize=32768)
def parse_effect(source: str) -> Effect:
    """Parse one effect.

    Raises:
        LanguageError: with the place of the first fault.
    """
    parser = Parser(tokenize(source))
    target = parser.take()
    op = parser.take() if target.kind != "end" else target
    if target.kind != "name" or op.text not in ("=", "+=", "-="):
        raise LanguageError(
            "E304",
            "An effect is `variable = value`, `variable += value` or `variable -= value`.",
            op.offset if target.kind == "name" else target.offset,
            "`==` compares; a single `=` sets" if op.text == "==" else None,
        )
    return Effect(target.text, op.text, parser.whole(), target.offset)
