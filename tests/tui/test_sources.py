"""Nothing under `game/tui` gives a text to something that reads markup out of it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "game" / "tui"
FILES = sorted(TUI.rglob("*.py"))
SAFE = {"Input"}
"""The widgets of the library that show no markup."""


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [found for found in ast.walk(tree) if isinstance(found, ast.Call)]


def readers(path: Path) -> set[str]:
    """What a file takes from Textual's widgets or Rich that reads markup unless told not to."""
    taken: set[str] = set()
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        module = found.module or "" if isinstance(found, ast.ImportFrom) else ""
        if isinstance(found, ast.ImportFrom) and module in ("textual.widgets", "rich.markup"):
            taken |= {alias.name for alias in found.names}
    return taken - SAFE


def name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def given(call: ast.Call, argument: str) -> object:
    found = next((k.value for k in call.keywords if k.arg == argument), None)
    return found.value if isinstance(found, ast.Constant) else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TUI).as_posix())
def test_no_text_is_read_as_markup(path) -> None:
    for call in calls(path):
        where = f"{path.name}:{call.lineno}"
        assert name(call) not in {"from_markup", "escape", "render_markup"}, where
        assert given(call, "markup") is not True, where
        if name(call) in readers(path) | {"notify"}:
            assert given(call, "markup") is False, where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TUI).as_posix())
def test_no_colour_is_written_in_code_but_in_the_themes(path) -> None:
    words = [
        found.value
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(found, ast.Constant) and isinstance(found.value, str)
    ]
    colours = [word for word in words if re.fullmatch(r"#[0-9a-fA-F]{6}", word)]
    assert not colours or path.name == "themes.py"


def test_the_guard_sees_what_it_guards_against(tmp_path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('from textual.widgets import Input, Static\nStatic("[b]x[/b]")\n')
    assert readers(bad) == {"Static"}
    assert [name(call) for call in calls(bad)] == ["Static"]
    assert given(calls(bad)[0], "markup") is None
