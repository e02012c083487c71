"""Words, names and expressions in ink."""

from __future__ import annotations

import re

from game.export.names import Names, bare
from game.export.script.choosing import case_rows, plural_rows
from game.export.script.parts import NOW, Bits, Cases, Choose, Number, Plural, Script, Test
from game.export.script.parts import Names as Slots
from game.language import Expr
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import Value

RESERVED = frozenset(
    """
    true false not and or mod has hasnt return else temp ref function
    VAR CONST LIST EXTERNAL INCLUDE TODO END DONE CHOICE_COUNT TURNS TURNS_SINCE READ_COUNT
    MIN MAX POW FLOOR CEILING INT FLOAT RANDOM SEED_RANDOM
    floor_div floor_mod absolute either number thousands three_digits
    div_a div_b mod_a mod_b abs_a either_c either_a either_b number_n thousands_n digits_n
    """.split()  # noqa: SIM905
)
"""Words of ink, and the functions that stand at the end of every export."""

FUNCTIONS = """\
// Division that rounds down, as in the story; ink's own cuts off.
=== function floor_div(div_a, div_b)
{ div_b < 0:
    ~ return floor_div(0 - div_a, 0 - div_b)
}
{ div_a >= 0:
    ~ return div_a / div_b
}
~ return 0 - ((div_b - 1 - div_a) / div_b)

=== function floor_mod(mod_a, mod_b)
~ return mod_a - floor_div(mod_a, mod_b) * mod_b

=== function absolute(abs_a)
{ abs_a < 0:
    ~ return 0 - abs_a
}
~ return abs_a

=== function either(either_c, either_a, either_b)
{ either_c:
    ~ return either_a
}
~ return either_b

// A number as it is written in running text.
=== function number(number_n)
{number_n < 0:\N{MINUS SIGN}{thousands(0 - number_n)}|{thousands(number_n)}}

=== function thousands(thousands_n)
{thousands_n >= 1000:{thousands(thousands_n / 1000)}@{three_digits(thousands_n)}|{thousands_n}}

=== function three_digits(digits_n)
{floor_mod(digits_n, 1000) < 100:0}{floor_mod(digits_n, 1000) < 10:0}{floor_mod(digits_n, 1000)}
"""
"""What ink has no word for; `@` stands for what parts the thousands."""

_STEERS = re.compile(r"[\\{}|#\[\]<~]|->")
_OPENS = re.compile(r"[-*+=~!&$(@>]|(?:VAR|CONST|LIST|INCLUDE|EXTERNAL|TODO|else)\b")
_COMMENT = re.compile(r"/(?=[/*])")


def plain(text: str) -> str:
    """Words that steer nothing wherever they stand in a line of ink."""
    return _COMMENT.sub(r"/\\", _STEERS.sub(r"\\\g<0>", text))


def opening(line: str) -> str:
    """A line that ink reads as words and not as one of its own signs."""
    return f"\\{line}" if _OPENS.match(line) else line


class Words:
    """How a script's slots, values and conditions are written."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = Names(RESERVED)
        self._knots: dict[str, Names] = {}
        story = script.story
        for id in (*story.variables, *script.derived):
            self.slot(id)
        for variable in story.variables.values():
            for value in variable.values:
                self._names.of(f"value {value}", value)

    def slot(self, slot: str, earlier: bool = False) -> str:
        """A variable's name; for an earlier value that of what was kept of it."""
        wish = slot.removeprefix("metric ")
        if earlier:
            return self._names.of(("was", slot), f"was__{wish}")
        return self._names.of(slot, wish)

    def values(self) -> list[str]:
        """The names of all enum values, each once."""
        every = self._script.story.variables.values()
        ids = dict.fromkeys(value for variable in every for value in variable.values)
        return [self._names.of(f"value {id}", id) for id in ids]

    def knot(self, id: str) -> str:
        """The knot of a node, an ending, or what belongs to none."""
        return self._names.of(("knot", id), id or "begin")

    def stitch(self, id: str, part: str) -> str:
        """A part of a knot, as it is named there."""
        if id not in self._knots:
            self._knots[id] = Names((), self._names)
        return self._knots[id].of(part, part)

    def value(self, value: Value) -> str:
        """A constant."""
        if isinstance(value, str):
            return self._names.of(f"value {value}", value)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def test(self, test: Test) -> str:
        """A condition."""
        return bare(self.expr(test.expr, test.earlier))

    def expr(self, expr: Expr, earlier: Slots = NOW) -> str:
        """An expression."""
        match expr:
            case Literal():
                return self.value(expr.value)
            case Name():
                return self._name(expr.name, expr.name in earlier)
            case Recall():
                slot = f"{expr.name} {expr.id}"
                return self.slot(slot, slot in earlier)
            case Unary():
                inner = self.expr(expr.operand, earlier)
                return f"(not {inner})" if expr.op == "not" else f"(0 - {inner})"
            case Logic():
                return "(" + f" {expr.op} ".join(self.expr(e, earlier) for e in expr.operands) + ")"
            case IfElse():
                parts = (expr.condition, expr.then, expr.other)
                return f"either({', '.join(bare(self.expr(e, earlier)) for e in parts)})"
            case Binary():
                return self._binary(expr, earlier)
            case Call():
                return self._call(expr, earlier)

    def _name(self, name: str, earlier: bool) -> str:
        story = self._script.story
        if name in self._script.derived and not earlier:
            return f"{self.slot(name)}()"
        known = name in story.variables or name in self._script.derived or " " in name
        return self.slot(name, earlier) if known or name == "campaign" else self.value(name)

    def _binary(self, expr: Binary, earlier: Slots) -> str:
        left, right = self.expr(expr.left, earlier), self.expr(expr.right, earlier)
        if expr.op in ("//", "%"):
            name = "floor_div" if expr.op == "//" else "floor_mod"
            return f"{name}({bare(left)}, {bare(right)})"
        return f"({left} {expr.op} {right})"

    def _call(self, expr: Call, earlier: Slots) -> str:
        first, *rest = (bare(self.expr(e, earlier)) for e in expr.arguments)
        if expr.name == "abs":
            return f"absolute({first})"
        for part in rest:
            first = f"{expr.name.upper()}({first}, {part})"
        return first

    def bits(self, bits: Bits, edge: bool = False) -> str:
        """Words within a line; at the edge of a brace a space is kept by a backslash."""
        return "".join(self._pieces(bits, edge))

    def _pieces(self, bits: Bits, edge: bool) -> list[str]:
        found: list[str] = []
        waiting = ""
        for bit in bits:
            if isinstance(bit, str):
                waiting += bit
                continue
            found += [plain(waiting), self._bit(bit)]
            waiting = ""
        found.append(plain(waiting))
        if edge and found[0].startswith(" "):
            found[0] = f"\\{found[0]}"
        if edge and found[-1].endswith(" "):
            found[-1] = f"{found[-1][:-1]}\\ "
        return found

    def _bit(self, bit: Number | Cases | Plural | Choose) -> str:
        match bit:
            case Number():
                return self._number(bit)
            case Cases():
                rows = case_rows(bit)
                return "".join(f"{{{self.test(t)}:{self.bits(b, edge=True)}}}" for t, b in rows)
            case Plural():
                return self._choose(plural_rows(bit, self._script.language))
            case Choose():
                return self._choose(bit)

    def _number(self, number: Number) -> str:
        name = self.slot(number.slot, number.earlier)
        variable = self._script.story.variables.get(number.slot)
        if variable is not None and variable.min >= 0 and variable.max < 1000:
            return f"{{{name}}}"
        return f"{{number({name})}}"

    def _choose(self, choose: Choose) -> str:
        written = ""
        for test, bits in reversed(choose.rows):
            words = self.bits(bits, edge=True)
            if test is None:
                written = words
            else:
                written = f"{{{self.test(test)}:{words}{'|' if written else ''}{written}}}"
        return written
