"""The corpus as ink, and what ink's compiler says of it.

`python -m tests.prove.as_ink FOLDER` writes `corpus/ink.json` anew. FOLDER is one in
which `npm install inkjs` was run; `node` must be there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Iterator

from game.language import Expr, parse_effect, parse_expression
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import RETURN, Choice, Node, OneOf, Prose, Result, Story, Way, Ways
from tests.helpers import story_from

CORPUS = Path(__file__).parent / "corpus"
CONTROL = "(a control: a missing target)"
"""A story with a fault that every compiler finds, to show that it was listening."""

COMPILE = """
const home = process.argv[1] + '/node_modules/inkjs/compiler/';
const { Compiler } = require(home + 'Compiler.js');
const { CompilerOptions } = require(home + 'CompilerOptions.js');
const stories = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const said = {};
for (const [name, source] of Object.entries(stories)) {
  const messages = [];
  const note = (message, kind) => messages.push(['note', 'warning', 'error'][kind] + ': ' + message);
  try { new Compiler(source, new CompilerOptions(null, [], false, note, null)).Compile(); }
  catch (fault) { if (!messages.length) messages.push('error: ' + fault.message); }
  said[name] = messages;
}
console.log(JSON.stringify(said));
"""


def as_ink(story: Story, campaign: str) -> str:
    """One campaign of a small story as ink: what ink has no word for is left out."""
    return "\n".join(_Ink(story, campaign).lines())


class _Ink:
    def __init__(self, story: Story, campaign: str) -> None:
        self._story, self._campaign = story, campaign

    def lines(self) -> Iterator[str]:
        for variable in self._story.variables.values():
            yield f"VAR {variable.id} = {_value(variable.start)}"
        for metric in self._story.metrics.values():
            yield f"VAR {_id(metric.id)} = {metric.start}"
        yield f"-> {_id(self._story.campaigns[self._campaign].start)}"
        for node in self._story.nodes.values():
            yield from self._node(node)
        for ending in self._story.endings.values():
            yield f"=== {_id(ending.id)} ==="
            yield from self._prose(ending.text)
            yield "-> END"

    def _node(self, node: Node) -> Iterator[str]:
        yield f"=== {_id(node.id)} ==="
        yield from map(self._effect, node.effects)
        yield from self._prose(node.text)
        yield from self._ways(node.ways)
        for choice in node.choices:
            yield from self._choice(choice)
        if node.fallback:
            result = Result(node.fallback.ways, effects=node.fallback.effects)
            yield "* ->"
            yield from self._result(result)

    def _choice(self, choice: Choice) -> Iterator[str]:
        asked = [c for c in (choice.visible_if, choice.enabled_if) if c]
        tests = "".join(f"{{{self._source(condition)}}} " for condition in asked)
        sign = "*" if choice.once else "+"
        yield f"{sign} (by_{_id(choice.id)}) {tests}[{choice.label}]"
        for result in choice.results[:-1]:
            yield f"{{ {self._source(result.condition or 'true')}:"
            yield from self._result(result)
            yield "- else:"
        yield from self._result(choice.results[-1])
        yield from ("}" for _ in choice.results[:-1])

    def _result(self, result: Result) -> Iterator[str]:
        for metric, share in result.ledger:
            more = share if isinstance(share, int) else self._source(share)
            yield f"~ {_id(metric)} += {more}"
        yield from map(self._effect, result.effects)
        yield from self._prose(result.outcome)
        yield from self._ways(result.ways)

    def _ways(self, ways: Ways) -> Iterator[str]:
        for way in ways[:-1]:
            yield f"{{ {self._source(way.condition or 'true')}:"
            yield _divert(way)
            yield "- else:"
        yield from map(_divert, ways[-1:])
        yield from ("}" for _ in ways[:-1])

    def _prose(self, prose: Prose) -> Iterator[str]:
        for part in prose:
            for passage in part.passages if isinstance(part, OneOf) else (part,):
                test = f"{{{self._source(passage.condition)}: " if passage.condition else ""
                yield f"{test}{passage.text}{'}' if test else ''}"

    def _effect(self, source: str) -> str:
        effect = parse_effect(source)
        value = self._expr(effect.value)
        if effect.op != "=":
            value = f"{effect.target} {effect.op[0]} ({value})"
        variable = self._story.variables[effect.target]
        if variable.kind == "int":
            value = f"MAX({variable.min}, MIN({variable.max}, {value}))"
        return f"~ {effect.target} = {value}"

    def _source(self, expression: str) -> str:
        return self._expr(parse_expression(expression))

    def _expr(self, expr: Expr) -> str:
        match expr:
            case Literal():
                return _value(expr.value)
            case Name():
                return self._name(expr.name)
            case Unary():
                return f"({expr.op} {self._expr(expr.operand)})"
            case Binary():
                return f"({self._expr(expr.left)} {expr.op} {self._expr(expr.right)})"
            case Logic():
                return "(" + f" {expr.op} ".join(map(self._expr, expr.operands)) + ")"
            case Recall():
                node, _, choice = expr.id.partition(".")
                return f"{_id(node)}.by_{_id(choice)}" if choice else _id(node)
            case Call() | IfElse():
                raise ValueError("the corpus has no such expression")

    def _name(self, name: str) -> str:
        if name in self._story.derived:
            return self._source(self._story.derived[name].expr)
        return name if name in self._story.variables else _value(name)


def _divert(way: Way) -> str:
    if way.scene is not None:
        return f"-> {_id(way.scene)} -> {_id(way.to)}"
    return "->->" if way.to == RETURN else f"-> {_id(way.to)}"


def _id(id: str) -> str:
    return id.replace("-", "_")


def _value(value: int | bool | str) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def main(folder: str) -> None:
    """Ask the compiler, and write its answers down."""
    stories = {CONTROL: "-> first\n=== first ===\n+ [Go on.] -> nowhere\n"}
    for file in sorted(CORPUS.glob("*.toml")):
        story = story_from(file.read_text("utf-8"))
        stories[file.stem] = as_ink(story, next(iter(story.campaigns)))
    asked = ["node", "-e", COMPILE, str(Path(folder).resolve())]
    answer = subprocess.run(asked, input=json.dumps(stories), capture_output=True, text=True)
    if answer.returncode:
        sys.exit(answer.stderr)
    said = json.dumps(json.loads(answer.stdout), indent=2)
    (CORPUS / "ink.json").write_text(said + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
