"""On Windows some modules of Python do not exist: the game, but for the kiosk, needs none of them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
ABSENT = (
    "termios",
    "tty",
    "pty",
    "fcntl",
    "pwd",
    "grp",
    "resource",
    "posix",
    "syslog",
    "readline",
    "spwd",
    "crypt",
)

CODE = """
import importlib, importlib.abc, signal, sys, os
import asyncio, platformdirs, subprocess, tempfile, textual.app, textual.widgets  # these know their system

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {absent!r} and ours():
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

def ours():
    frame = sys._getframe(2)
    while frame and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith({game!r})

for name in {absent!r}:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
for name in ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGUSR1", "SIGXFSZ", "SIGPIPE", "SIGALRM"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fork", "getuid", "geteuid", "setsid", "fchmod", "chown", "O_NOFOLLOW", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
for module in {modules!r}:
    importlib.import_module(module)
print("imported", len({modules!r}))
"""
"""Textual looks by itself which of them it may use; what counts is what the game asks for."""


def modules() -> list[str]:
    """Every module of the game but the kiosk."""
    paths = [p.relative_to(ROOT).with_suffix("") for p in sorted(GAME.rglob("*.py"))]
    names = [".".join(part for part in p.parts if part != "__init__") for p in paths]
    return [name for name in names if not name.startswith("game.kiosk")]


@pytest.mark.skipif(sys.platform == "win32", reason="they are absent there anyway")
def test_every_module_but_the_kiosk_imports_without_posix() -> None:
    found = modules()
    code = CODE.format(absent=ABSENT, game=str(GAME), modules=found)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == f"imported {len(found)}\n", done.stderr


def _asked(path: Path) -> set[str]:
    """The modules that a file imports, at its top or inside a function."""
    names: set[str] = set()
    for found in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(found, ast.Import):
            names |= {name.name.partition(".")[0] for name in found.names}
        elif isinstance(found, ast.ImportFrom):
            names.add((found.module or "").partition(".")[0])
    return names


def test_nothing_but_the_kiosk_asks_for_them_anywhere() -> None:
    users = {
        path.relative_to(ROOT).as_posix(): sorted(_asked(path) & {*ABSENT})
        for path in GAME.rglob("*.py")
        if "kiosk" not in path.parts and _asked(path) & {*ABSENT}
    }
    assert users == {}


POSIX_ONLY = (
    "SIGHUP",
    "SIGTSTP",
    "SIGWINCH",
    "SIGUSR1",
    "SIGPIPE",
    "SIGXFSZ",
    "SIGALRM",
    "SIGKILL",
)


def test_signals_of_posix_are_looked_for_by_name_only() -> None:
    """`signal.SIGHUP` would fall over; `getattr(signal, "SIGHUP", None)` does not."""
    users = [
        f"{path.relative_to(ROOT)}:{found.lineno} {found.attr}"
        for path in GAME.rglob("*.py")
        if "kiosk" not in path.parts
        for found in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(found, ast.Attribute) and found.attr in POSIX_ONLY
    ]
    assert users == []
