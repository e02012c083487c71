"""Words, names and expressions in Twee, for SugarCube."""

from __future__ import annotations

import json
import re

from game.export.names import Names, bare
from game.export.script.choosing import case_rows, plural_rows
from game.export.script.parts import NOW, Bits, Cases, Choose, Key, Number, Plural, Script, Test
from game.export.script.parts import Names as Slots
from game.language import Expr
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import Value

OPERATORS = {"==": "is", "!=": "isnot", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte"}
_JAVASCRIPT = {
    "is": "===", "isnot": "!==", "lt": "<", "lte": "<=", "gt": ">", "gte": ">=",
    "and": "&&", "or": "||", "not": "!",
}  # fmt: skip
_WORDS = re.compile(r'"[^"]*"|\$?\b[a-zA-Z_]\w*')

_STEERS = re.compile(r"[&<>\[\]{}$_@~^=*#\\/|`%]|--+|''+|\"\"+|^[!:]")
_IN_QUOTES = re.compile(r"[\[\]|<>$_&{}`/-]")


def plain(text: str) -> str:
    """Words that steer nothing in SugarCube, as HTML has them."""
    return _STEERS.sub(lambda m: "".join(f"&#{ord(sign)};" for sign in m[0]), text)


def quoted(text: str) -> str:
    """Words as a string that no bracket of Twee is seen in."""
    written = json.dumps(text, ensure_ascii=False)
    return _IN_QUOTES.sub(lambda m: f"\\u{ord(m[0]):04x}", written)


def as_javascript(source: str) -> str:
    """An expression of ours in TwineScript as JavaScript."""
    return _WORDS.sub(lambda m: _JAVASCRIPT.get(m[0]) or _slot(m[0]), source)


def _slot(word: str) -> str:
    return f"State.variables.{word[1:]}" if word.startswith("$") else word


def passage_name(key: Key) -> str:
    """What a passage is called."""
    id, part = key
    if not id:
        return part.replace("return ", "return from ") or "Start"
    return f"{id}.{part}" if part else id


class Words:
    """How a script's slots, values and conditions are written."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = Names()
        for id in (*script.story.variables, *script.derived):
            self.slot(id)

    def slot(self, slot: str) -> str:
        """A slot's bare name."""
        return self._names.of(slot, slot.removeprefix("metric "))

    def variable(self, slot: str, earlier: bool = False) -> str:
        """How a slot is read in a passage."""
        if earlier:
            return f"_was_{self.slot(slot)}"
        if slot in self._script.derived:
            return f"setup.{self.slot(slot)}()"
        return f"${self.slot(slot)}"

    def value(self, value: Value) -> str:
        """A constant."""
        return json.dumps(value)

    def test(self, test: Test) -> str:
        """A condition."""
        return bare(self.expr(test.expr, test.earlier))

    def expr(self, expr: Expr, earlier: Slots = NOW) -> str:
        """An expression in TwineScript."""
        match expr:
            case Literal():
                written = self.value(expr.value)
                return f"({written})" if written.startswith("-") else written
            case Name():
                return self._name(expr.name, expr.name in earlier)
            case Recall():
                slot = f"{expr.name} {expr.id}"
                return self.variable(slot, slot in earlier)
            case Unary():
                inner = self.expr(expr.operand, earlier)
                return f"(not {inner})" if expr.op == "not" else f"(0 - {inner})"
            case Logic():
                return "(" + f" {expr.op} ".join(self.expr(e, earlier) for e in expr.operands) + ")"
            case IfElse():
                asked, then, other = (
                    self.expr(e, earlier) for e in (expr.condition, expr.then, expr.other)
                )
                return f"({asked} ? {then} : {other})"
            case Binary():
                return self._binary(expr, earlier)
            case Call():
                return (
                    f"Math.{expr.name}({', '.join(self.expr(e, earlier) for e in expr.arguments)})"
                )

    def _name(self, name: str, earlier: bool) -> str:
        story = self._script.story
        known = name in story.variables or name in self._script.derived or " " in name
        return self.variable(name, earlier) if known or name == "campaign" else self.value(name)

    def _binary(self, expr: Binary, earlier: Slots) -> str:
        left, right = self.expr(expr.left, earlier), self.expr(expr.right, earlier)
        if expr.op == "//":
            return f"Math.floor({left} / {right})"
        if expr.op == "%":
            return f"setup.mod({left}, {right})"
        return f"({left} {OPERATORS.get(expr.op, expr.op)} {right})"

    def bits(self, bits: Bits) -> str:
        """Words in a passage."""
        return "".join(
            plain(bit) if isinstance(bit, str) else self._bit(bit) for bit in joined(bits)
        )

    def _bit(self, bit: Number | Cases | Plural | Choose) -> str:
        if isinstance(bit, Number):
            return f"<<= {self._number(bit)}>>"
        return branches([(test and self.test(test), self.bits(b)) for test, b in self._rows(bit)])

    def _rows(self, bit: Cases | Plural | Choose) -> tuple[tuple[Test | None, Bits], ...]:
        if isinstance(bit, Cases):
            return tuple(case_rows(bit))
        return (plural_rows(bit, self._script.language) if isinstance(bit, Plural) else bit).rows

    def _number(self, number: Number) -> str:
        return f"setup.number({self.variable(number.slot, number.earlier)})"

    def string(self, bits: Bits) -> str:
        """Words as an expression that gives a string."""
        return " + ".join(
            quoted(bit) if isinstance(bit, str) else self._string(bit) for bit in joined(bits)
        ) or quoted("...")

    def _string(self, bit: Number | Cases | Plural | Choose) -> str:
        if isinstance(bit, Number):
            return self._number(bit)
        written = '""'
        for test, bits in reversed(self._rows(bit)):
            words = self.string(bits)
            written = f"({words})" if test is None else f"({self.test(test)} ? {words} : {written})"
        return written


def joined(bits: Bits) -> Bits:
    """The same with words that touch made one."""
    found: list[str | Number | Cases | Plural | Choose] = []
    for bit in bits:
        if isinstance(bit, str) and found and isinstance(found[-1], str):
            found[-1] = found[-1] + bit
        else:
            found.append(bit)
    return tuple(found)


def branches(rows: list[tuple[str | None, str]]) -> str:
    """The first text whose condition holds."""
    if rows and rows[0][0] is None:
        return rows[0][1]
    found = ""
    for number, (test, text) in enumerate(rows):
        word = "if" if number == 0 else "elseif"
        found += f"<<{word} {test}>>{text}" if test is not None else f"<<else>>{text}"
    return f"{found}<</if>>" if rows else ""
