"""The template for translators of the interface: every string that the game says itself.

python -m tests.interface_words        writes game/locale/ten-days.pot
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Iterator, NamedTuple

import polib

from game import __version__
from game.tongue import LOCALES

GAME = Path(__file__).parent.parent / "game"
TEMPLATE = LOCALES / "ten-days.pot"
SAYERS = ("say", "_say", "N_")
HEAD = {
    "Project-Id-Version": f"ten-days {__version__}",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
}
ABOUT = """The interface of Ten Days at Mutanchiang. Copy this file to LANGUAGE.po, such as ru.po,
beside it, and fill it in. Words in braces stay as they are. Nothing needs to be compiled.
Made by: python -m tests.interface_words"""


class Said(NamedTuple):
    """A string, its plural if it has one, and the file that says it."""

    words: str
    other: str
    file: str


def strings() -> Iterator[Said]:
    """Every string that is said, file by file."""
    for path in sorted(GAME.rglob("*.py")):
        name = path.relative_to(GAME.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _in_call(node, name)


def _in_call(call: ast.Call, file: str) -> Iterator[Said]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and type(a.value) is str]
    first = call.args[:1]
    if name in SAYERS and texts and isinstance(first[0], ast.Constant):
        yield Said(texts[0], "", file)
    elif name == "count" and len(texts) == 2 and len(call.args) == 3:
        yield Said(*texts, file)


def template() -> polib.POFile:
    """The template."""
    made = polib.POFile(wrapwidth=98)
    made.header, made.metadata = ABOUT, HEAD
    entries: dict[str, polib.POEntry] = {}
    for said in strings():
        entry = entries.setdefault(said.words, polib.POEntry(msgid=said.words))
        if said.other:
            entry.msgid_plural, entry.msgstr_plural = said.other, {0: "", 1: ""}
        if (said.file, "") not in entry.occurrences:
            entry.occurrences.append((said.file, ""))
    made.extend(entry for _, entry in sorted(entries.items()))
    return made


def main() -> None:
    """Write the template."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(str(template()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
