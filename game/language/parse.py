"""Tokens to a tree."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable

from game.language.errors import LanguageError
from game.language.tokens import FUNCTIONS, Token, tokenize
from game.language.tree import (
    COMPARISONS,
    Binary,
    Call,
    Expr,
    IfElse,
    Literal,
    Logic,
    Name,
    Recall,
    Unary,
    depth,
)

DEEPEST = 60
"""How deep an expression may be nested."""


@lru_cache(maxsize=32768)
def parse_expression(source: str) -> Expr:
    """Parse one expression.

    Raises:
        LanguageError: with the place of the first fault.
    """
    return Parser(tokenize(source)).whole()


_INSTEAD = {
    "AND": "write `and`, in small letters",
    "OR": "write `or`, in small letters",
}


class Parser:
    """A recursive-descent parser over one token list."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    @property
    def here(self) -> Token:
        """The token that is next."""
        return self._tokens[self._place]

    def take(self) -> Token:
        """The next token, passed over."""
        token = self._tokens[self._place]
        self._place += 1
        return token

    def accept(self, text: str) -> Token | None:
        """Pass over an operator or keyword if it is next. No name or string reads like one."""
        token = self._tokens[self._place]
        if token.text == text:
            self._place += 1
            return token
        return None

    def expect(self, text: str) -> Token:
        """Pass over an operator or keyword that must be next."""
        token = self.accept(text)
        if token is None:
            hint = "a bracket that is opened must be closed" if text == ")" else None
            raise LanguageError(
                "E301", f"Expected `{text}` {self._seen()}.", self.here.offset, hint
            )
        return token

    def whole(self) -> Expr:
        """The expression that takes up all that is left."""
        first = self.here
        expr = self.expression()
        self._expect_end()
        if len(self._tokens) > DEEPEST and depth(expr) > DEEPEST:
            raise _too_deep(first)
        return expr

    def _expect_end(self) -> None:
        if self.here.kind != "end":
            hint = "join two conditions with `and` or `or`" if self.here.kind == "name" else None
            hint = _INSTEAD.get(self.here.text, hint)
            hint = "a comparison is written `==`" if self.here.text == "=" else hint
            raise LanguageError(
                "E301", f"The expression should end {self._seen()}.", self.here.offset, hint
            )

    def _seen(self) -> str:
        return "here" if self.here.kind == "end" else f"before `{self.here.text}`"

    def expression(self) -> Expr:
        """Anything, down to `a if c else b`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _too_deep(self.here)
        then = self._or()
        word = self.accept("if")
        if word is not None:
            condition = self._or()
            self.expect("else")
            then = IfElse(condition, then, self.expression(), word.offset)
        self._depth -= 1
        return then

    def _or(self) -> Expr:
        first = self._and()
        return self._logic("or", first, self._and) if self.here.text == "or" else first

    def _and(self) -> Expr:
        first = self._not()
        return self._logic("and", first, self._not) if self.here.text == "and" else first

    def _logic(self, word: str, first: Expr, below: Callable[[], Expr]) -> Expr:
        offset = self.here.offset
        operands = [first]
        while self.accept(word):
            operands.append(below())
        return Logic(word, tuple(operands), offset)

    def _not(self) -> Expr:
        word = self.accept("not")
        if word is None:
            return self._comparison()
        return Unary("not", self._deeper(self._not), word.offset)

    def _deeper(self, below: Callable[[], Expr]) -> Expr:
        self._depth += 1
        if self._depth > DEEPEST:
            raise LanguageError("E302", f"More than {DEEPEST} signs in a row.", self.here.offset)
        found = below()
        self._depth -= 1
        return found

    def _comparison(self) -> Expr:
        left = self._row(1)
        token = self.here
        if token.text not in COMPARISONS:
            return left
        self.take()
        expr = Binary(token.text, left, self._row(1), token.offset)
        if self.here.text in COMPARISONS:
            raise LanguageError(
                "E301",
                "Comparisons do not chain.",
                self.here.offset,
                "write `a < b and b < c`",
            )
        return expr

    def _row(self, least: int) -> Expr:
        """Terms joined by operators that bind at least so tightly."""
        expr = self._signed()
        for _ in range(DEEPEST + 1):
            token = self._tokens[self._place]
            binds = _BINDS.get(token.text, 0)
            if binds < least:
                return expr
            self._place += 1
            expr = Binary(token.text, expr, self._row(binds + 1), token.offset)
        raise LanguageError("E302", f"More than {DEEPEST} terms.", token.offset)

    def _signed(self) -> Expr:
        sign = self.accept("-")
        if sign is None:
            return self._atom()
        return Unary("-", self._deeper(self._signed), sign.offset)

    def _atom(self) -> Expr:
        token = self.take()
        if token.kind == "number":
            return _number(token)
        if token.text in ("true", "false") and token.kind == "word":
            return Literal(token.text == "true", token.offset)
        if token.kind == "name":
            return self._named(token)
        if token.text == "(" and token.kind == "op":
            inner = self.expression()
            self.expect(")")
            return inner
        self._place -= 1
        hint = "values are written without quotation marks" if token.kind == "string" else None
        raise LanguageError("E301", _missing(token), token.offset, hint)

    def _named(self, token: Token) -> Expr:
        if not (self.here.kind == "op" and self.here.text == "("):
            if token.text in FUNCTIONS:
                raise LanguageError("E301", f"`{token.text}` needs brackets.", token.offset)
            return Name(token.text, token.offset)
        self.take()
        if token.text in ("visits", "chosen"):
            return self._recall(token)
        if token.text not in FUNCTIONS:
            raise LanguageError(
                "E303",
                f"There is no function `{token.text}`.",
                token.offset,
                "the functions are min, max, abs, visits and chosen",
            )
        return self._call(token)

    def _recall(self, token: Token) -> Expr:
        named = self.take()
        if named.kind != "string":
            self._place -= 1
            raise LanguageError(
                "E301",
                f"`{token.text}` takes an id in quotes.",
                named.offset,
                f'write {token.text}("{"node" if token.text == "visits" else "node.choice"}")',
            )
        self.expect(")")
        return Recall(token.text, named.text[1:-1], token.offset)

    def _call(self, token: Token) -> Expr:
        arguments = [self.expression()]
        while self.accept(","):
            arguments.append(self.expression())
        self.expect(")")
        wanted = "one value" if token.text == "abs" else "two values or more"
        if (len(arguments) == 1) != (token.text == "abs"):
            raise LanguageError("E303", f"`{token.text}` takes {wanted}.", token.offset)
        return Call(token.text, tuple(arguments), token.offset)


def _too_deep(token: Token) -> LanguageError:
    return LanguageError(
        "E302",
        f"The expression is nested deeper than {DEEPEST} levels.",
        token.offset,
        "give a part of it a name under [derived]",
    )


_BINDS = {"+": 1, "-": 1, "*": 2, "//": 2, "%": 2}
"""How tightly operators bind."""

LARGEST = 10**12
"""Numbers beyond this are surely slips of the pen."""


def _number(token: Token) -> Literal:
    value = int(token.text) if len(token.text) < 20 else LARGEST + 1
    if value > LARGEST:
        raise LanguageError("E301", f"The number is larger than {LARGEST}.", token.offset)
    return Literal(value, token.offset)


def _missing(token: Token) -> str:
    if token.kind == "end":
        return "The expression stops where a value should stand."
    return f"A value should stand where `{token.text}` is."
