"""Every page of docs/diagnostics is true: its example, its place, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.author.history_checks import HISTORY
from game.author.pages import codes, page
from game.reader import check
from game.reader.faults import severity
from tests.helpers import folder_of

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "diagnostics"
FENCE = re.compile(r"^```(\w+) ?(.*?)\n(.*?)\n?^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"^Reported (?:in (\S+) )?at line (\d+), column (\d+)\.$", re.MULTILINE)
MARK = "  # <- here"
FILES = ("toml", "po", "json")


@dataclass(frozen=True)
class Example:
    """A page's example: its files, and where the one diagnostic is reported."""

    files: dict[str, str]
    recipe: str
    place: tuple[str, int]
    column: int | None
    mended_line: str | None
    mended_files: dict[str, str]


def example_of(code: str) -> Example:
    shown, _, mending = page(code).markdown.partition("## Mending it")
    files = {name: body for kind, name, body in FENCE.findall(shown) if kind in FILES}
    recipes = [body for kind, _, body in FENCE.findall(shown) if kind == "recipe"]
    mended = {name: body for kind, name, body in FENCE.findall(mending) if kind in FILES}
    line = mended.pop("", None)
    place, column = place_of(shown, files)
    return Example(files, recipes[0] if recipes else "", place, column, line, mended)


def place_of(shown: str, files: dict[str, str]) -> tuple[tuple[str, int], int | None]:
    said = PLACE.search(shown)
    if said:
        return (said[1] or "story.toml", int(said[2])), int(said[3])
    marked = [
        (name, number)
        for name, body in files.items()
        for number, line in enumerate(body.split("\n"), 1)
        if line.endswith(MARK)
    ]
    assert len(marked) == 1, f"one line is marked, and these are: {marked}"
    return marked[0], None


def made(example: Example, root: Path) -> Path:
    """The example's folder, with what no text can show done by its recipe."""
    folder = folder_of(example.files, root / "story")
    folder.mkdir(exist_ok=True)
    notes = folder / "notes.toml"
    match example.recipe:
        case "notes.toml is a link out of the folder":
            outside = root / "elsewhere.toml"
            outside.write_text("")
            notes.symlink_to(outside)
        case "notes.toml is saved as Latin-1, with an accent in line 2, column 6":
            notes.write_bytes("# Notes\n# Caf\xe9\n".encode("latin-1"))
        case "notes.toml has 17 MB":
            with notes.open("wb") as file:
                file.truncate(17 * 1024 * 1024)
        case "notes.toml has 5,000 brackets within each other":
            notes.write_text("deep = " + "[" * 5000 + "]" * 5000 + "\n")
        case other:
            assert other in ("", "an empty folder"), f"no such recipe: {other}"
    return folder


@pytest.mark.parametrize("code", codes())
def test_example_gives_this_diagnostic_there_and_no_other(code, tmp_path):
    example = example_of(code)
    report = check(made(example, tmp_path), HISTORY)
    found = [(d.code, d.severity, d.file, d.line) for d in report.diagnostics]
    file, line = example.place
    assert found == [(code, severity(code), file, line)]
    assert example.column in (None, report.diagnostics[0].column)


@pytest.mark.parametrize("code", [c for c in codes() if not example_of(c).recipe])
def test_mended_example_has_no_fault(code, tmp_path):
    example = example_of(code)
    files = dict(example.files)
    if example.mended_line is not None:
        name, line = example.place
        lines = files[name].split("\n")
        lines[line - 1] = example.mended_line
        files[name] = "\n".join(lines)
    files |= example.mended_files
    assert files != example.files
    assert check(folder_of(files, tmp_path), HISTORY).diagnostics == ()


def test_the_smallest_story_on_the_page_of_e101_is_one(tmp_path):
    assert check(folder_of(example_of("E101").mended_files, tmp_path)).diagnostics == ()


def test_every_code_has_a_page_and_every_page_a_code():
    sources = (ROOT / "game").rglob("*.py")
    used = {code for path in sources for code in re.findall(r'"([EW]\d{3})"', path.read_text())}
    assert used == set(codes())


def test_index_lists_every_page():
    rows = [f"| [{code}]({code}.md) | {severity(code)} | {page(code).title} |" for code in codes()]
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[.*$", index, re.MULTILINE) == rows


@pytest.mark.parametrize("code", codes())
def test_page_begins_with_its_code_and_reads_as_plain_text(code):
    found = page(code)
    assert found.markdown.startswith(f"# {code}: {found.title}\n\n{found.meaning[:20]}")
    assert not found.title.endswith(".")
    assert "```" not in found.plain
    assert max(len(li) for li in found.plain.splitlines() if li[:1] != " ") <= 78
