"""Conditions and effects of a story in plain words."""

from __future__ import annotations

from game.language import Expr, parse_effect, parse_expression
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import Story, Value, Variable
from game.view import N_, Tongue

COMPARED = {
    "==": N_("{left} is {right}"),
    "!=": N_("{left} is not {right}"),
    "<": N_("{left} is less than {right}"),
    "<=": N_("{left} is at most {right}"),
    ">": N_("{left} is more than {right}"),
    ">=": N_("{left} is at least {right}"),
    "+": N_("{left} plus {right}"),
    "-": N_("{left} minus {right}"),
    "*": N_("{left} times {right}"),
    "//": N_("{left} divided by {right}, rounded down"),
    "%": N_("the remainder of {left} divided by {right}"),
}


class InWords:
    """Tells conditions by the labels of variables and the titles of nodes."""

    def __init__(self, story: Story, tongue: Tongue) -> None:
        self._story, self._tongue = story, tongue

    def condition(self, source: str) -> str:
        """A condition as the second half of a sentence."""
        return self._truth(parse_expression(source))

    def effect(self, source: str) -> str:
        """An effect as a sentence."""
        effect = parse_effect(source)
        name, say = self._label(effect.target), self._tongue.say
        about = self._story.variables.get(effect.target) if effect.op == "=" else None
        value = self._value(effect.value, about)
        pattern = {
            "=": say("{name} becomes {value}."),
            "+=": say("{name} grows by {value}."),
            "-=": say("{name} falls by {value}."),
        }[effect.op]
        return pattern.format(name=name, value=value)

    def share(self, share: int | str) -> str:
        """What is added to the ledger."""
        if isinstance(share, int):
            return self._tongue.number(share)
        return self._of(parse_expression(share))

    def _truth(self, expr: Expr) -> str:
        say = self._tongue.say
        match expr:
            case Name():
                return say("{name} holds").format(name=self._label(expr.name))
            case Unary(op="not", operand=Name() as inner):
                return say("{name} does not hold").format(name=self._label(inner.name))
            case Unary(op="not"):
                return say("it is not so that {what}").format(what=self._truth(expr.operand))
            case Logic():
                word = f" {say('and') if expr.op == 'and' else say('or')} "
                return word.join(self._part(part) for part in expr.operands)
            case Recall(name="chosen"):
                return say("{order} was ordered").format(order=self._order(expr.id))
            case Binary():
                return self._compared(expr)
        return self._of(expr)

    def _part(self, expr: Expr) -> str:
        words = self._truth(expr)
        return f"({words})" if isinstance(expr, Logic) else words

    def _compared(self, expr: Binary) -> str:
        about = self._variable(expr.left) or self._variable(expr.right)
        left, right = (self._value(part, about) for part in (expr.left, expr.right))
        return self._tongue.say(COMPARED[expr.op]).format(left=left, right=right)

    def _variable(self, expr: Expr) -> Variable | None:
        return self._story.variables.get(expr.name) if isinstance(expr, Name) else None

    def _value(self, expr: Expr, about: Variable | None) -> str:
        """A value, by the word that the variable has for it."""
        if about is None or not about.words:
            return self._of(expr)
        if isinstance(expr, Literal):
            return self._word(about, expr.value) or self._of(expr)
        known = isinstance(expr, Name) and expr.name in about.values
        return self._word(about, expr.name) if isinstance(expr, Name) and known else self._of(expr)

    def _word(self, variable: Variable, value: Value) -> str:
        if isinstance(value, str):
            place = variable.values.index(value)
        else:
            place = int(value) - (variable.min if variable.kind == "int" else 0)
        if not 0 <= place < len(variable.words):
            return ""
        word = self._tongue.text(f"{variable.id}.words.{place + 1}", variable.words[place])
        return f"{word} ({int(value)})" if variable.kind == "int" else word

    def _of(self, expr: Expr) -> str:
        say = self._tongue.say
        match expr:
            case Literal(value=bool() as value):
                return say("yes") if value else say("no")
            case Literal():
                return self._tongue.number(expr.value)
            case Name():
                return self._label(expr.name)
            case Unary(op="-"):
                return say("minus {value}").format(value=self._of(expr.operand))
            case Recall(name="visits"):
                title = self._title(expr.id)
                return say("the number of times at {title}").format(title=title)
            case Call():
                return self._call(expr)
            case IfElse():
                then, other = self._of(expr.then), self._of(expr.other)
                asked = self._truth(expr.condition)
                return say("{then} if {asked}, otherwise {other}").format(
                    then=then, asked=asked, other=other
                )
            case Binary() if expr.op in ("+", "-", "*", "//", "%"):
                pattern = say(COMPARED[expr.op])
                return pattern.format(left=self._of(expr.left), right=self._of(expr.right))
        return self._truth(expr)

    def _call(self, expr: Call) -> str:
        pattern = {
            "min": self._tongue.say("the least of {values}"),
            "max": self._tongue.say("the greatest of {values}"),
            "abs": self._tongue.say("the size of {values}"),
        }[expr.name]
        return pattern.format(values=", ".join(self._of(part) for part in expr.arguments))

    def _label(self, name: str) -> str:
        variable = self._story.variables.get(name)
        if variable is not None and variable.label:
            label = self._tongue.text(f"{name}.label", variable.label)
            return f"\N{LEFT DOUBLE QUOTATION MARK}{label}\N{RIGHT DOUBLE QUOTATION MARK}"
        return name.replace("_", " ")

    def _title(self, id: str) -> str:
        shown = self._story.nodes.get(id) or self._story.endings.get(id)
        title = self._tongue.text(f"{id}.title", shown.title) if shown else id
        return f"\N{LEFT DOUBLE QUOTATION MARK}{title}\N{RIGHT DOUBLE QUOTATION MARK}"

    def _order(self, id: str) -> str:
        node, _, choice = id.partition(".")
        found = self._story.nodes.get(node)
        labels = (c.label for c in found.choices if c.id == choice) if found else iter(())
        label = self._tongue.text(f"{id}.label", next(labels, choice))
        return f"\N{LEFT DOUBLE QUOTATION MARK}{label}\N{RIGHT DOUBLE QUOTATION MARK}"
