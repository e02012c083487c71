"""The layers of the house, and the size of its rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
SCREENS = ("textual", "rich")

RULES = frozenset({"language", "model"})
PLAY = RULES | {"engine"}
SHOWN = PLAY | {"history", "view"}
FACES = SHOWN | {"export", "prove", "reader", "saves"}
TOP = frozenset(
    {
        *(
            "arguments",
            "cli",
            "commands",
            "dates",
            "folders",
            "misuse",
            "playing",
            "replaying",
            "settings",
            "splash",
            "tongue",
            "wanted",
        ),
        *("__init__", "__main__"),
    }
)
MAY_IMPORT: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "language": frozenset(),
    "reader": RULES,
    "engine": RULES,
    "history": PLAY,
    "view": PLAY | {"history"},
    "export": SHOWN | {"saves"},  # an exported playthrough names its code
    "saves": SHOWN,
    "prove": SHOWN,
    "tui": FACES,
    "plain": FACES,
    "author": FACES | {"tui"},  # preview runs the screens
    "kiosk": FACES | {"tui"},  # so does the kiosk
}
"""For each floor, the floors below it. Arrows run downward only."""

FLOORS = [floor for floor in MAY_IMPORT if (GAME / floor).is_dir()]
BELOW_SCREENS = [floor for floor in FLOORS if floor not in ("tui", "plain", "author", "kiosk")]


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.Import):
            yield from (name.name for name in found.names)
        elif isinstance(found, ast.ImportFrom):
            assert found.level == 0, f"{path} imports by a relative name"
            yield found.module or ""
            yield from (f"{found.module}.{name.name}" for name in found.names)


def floors_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imported(path)]
    return {p[1] for p in parts if p[0] == "game" and len(p) > 1 and (GAME / p[1]).is_dir()}


def test_every_floor_is_in_the_plan() -> None:
    found = {path.relative_to(GAME).parts[0].removesuffix(".py") for path in sources(GAME)}
    assert found <= MAY_IMPORT.keys() | TOP


@pytest.mark.parametrize("floor", FLOORS)
def test_arrows_run_downward_only(floor: str) -> None:
    allowed = MAY_IMPORT[floor] | {floor}
    upward = {
        str(path.relative_to(ROOT)): sorted(floors_imported(path) - allowed)
        for path in sources(GAME / floor)
        if floors_imported(path) - allowed
    }
    assert upward == {}


def test_of_the_author_s_tools_only_the_preview_runs_the_screens() -> None:
    users = {
        path.relative_to(GAME / "author").parts[0]
        for path in sources(GAME / "author")
        if "tui" in floors_imported(path)
        or any(name.split(".")[0] in SCREENS for name in imported(path))
    }
    assert users == {"preview"}


@pytest.mark.parametrize("floor", BELOW_SCREENS)
def test_below_the_screens_nothing_names_their_library(floor: str) -> None:
    drawn = {
        str(path.relative_to(ROOT))
        for path in sources(GAME / floor)
        if any(name.split(".")[0] in SCREENS for name in imported(path))
    }
    assert drawn == set()


def test_syntax_trees_are_named_in_one_place() -> None:
    users = {
        path.relative_to(GAME).as_posix()
        for path in sources(GAME)
        if any(name.startswith("tree_sitter") for name in imported(path))
    }
    assert users <= {"reader/locate.py", "reader/syntax.py"}


def modules_after(*command: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded at the end of a program."""
    tell = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    code = tell + "".join(command)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("floor", BELOW_SCREENS)
def test_every_floor_below_the_screens_imports_without_them(floor: str) -> None:
    names = [path.relative_to(ROOT).with_suffix("").parts for path in sources(GAME / floor)]
    modules = [".".join(p for p in parts if p != "__init__") for parts in names]
    loaded = modules_after(f"import {', '.join(modules)}")
    assert "game" in loaded
    assert not loaded & set(SCREENS)


@pytest.mark.skipif(not (GAME / "cli.py").exists(), reason="there is no command line yet")
def test_help_is_printed_without_screens_and_without_a_story() -> None:
    loaded = modules_after(
        "import runpy; sys.argv = ['run.py', '--help']; ",
        "runpy.run_path('run.py', run_name='__main__')",
    )
    assert "game" in loaded
    assert not loaded & {*SCREENS, "tomli", "tree_sitter"}


@pytest.mark.parametrize("folder", ["game", "tests"])
def test_no_file_is_longer_than_400_lines(folder: str) -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(ROOT / folder)
    }
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def function_lengths() -> dict[str, int]:
    """Lines of each function of the game."""
    lengths: dict[str, int] = {}
    for path in sources(GAME):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, (ast.FunctionDef, ast.AsyncFunctionDef)):
                where = f"{path.relative_to(ROOT).as_posix()}:{found.lineno} {found.name}"
                lengths[where] = (found.end_lineno or found.lineno) - found.lineno + 1
    return lengths


def test_no_function_is_longer_than_a_screen() -> None:
    assert {name: lines for name, lines in function_lengths().items() if lines > 50} == {}


def test_most_functions_are_short() -> None:
    lengths = function_lengths()
    short = [name for name, lines in lengths.items() if lines <= 12]
    assert len(short) / len(lengths) > 0.75
