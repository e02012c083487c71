"""The whole kiosk as a museum has it: supervisor and player in a terminal, with files of its own."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Mapping

from tests.kiosk.window import PYTHON, ROOT, Window

RUN = [PYTHON, str(ROOT / "run.py"), "kiosk", "--config"]
CALM = "One moment, please."
RESTING = "This station is resting."
INVITED = "Touch the screen or press any key"


class Whole(Window):
    """A kiosk in a window.

    Args:
        folder: Where its configuration and data are.
        settings: Tables of the configuration and their keys.
        words: The command, the configuration's name last.
    """

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        columns: int = 86,
        rows: int = 24,
        words: list[str] | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.folder, self.port = folder, free_port()
        self.config = folder / "kiosk.toml"
        tables = {"health": {"port": self.port}, **(settings or {})}
        self.config.write_text(toml(tables), encoding="utf-8")
        super().__init__([*(words or RUN), str(self.config)], columns, rows, environ)

    @property
    def data(self) -> Path:
        return self.folder / "kiosk-data"

    def attract(self, patience: float = 30.0) -> float:
        """Wait for the attract loop; gives the seconds."""
        return self.until(lambda text: page(text) == "attract", patience)

    def events(self) -> list[dict[str, Any]]:
        """The log."""
        lines = (self.data / "kiosk.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def told(self) -> list[str]:
        return [event["event"] for event in self.events()]

    def health(self, path: str = "/metrics") -> dict[str, Any]:
        """What monitoring is told; empty if nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=2) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as answer:
            return json.load(answer)
        except OSError:
            return {}

    def player(self) -> int:
        """The player's number."""
        return self.children()[0]

    def visits(self) -> dict[str, int]:
        """How many visits were counted, by how they ended."""
        return counted(self.data / "visits.sqlite")


def counted(path: Path) -> dict[str, int]:
    """How many visits a file of counts holds, by how they ended."""
    with sqlite3.connect(path) as file:
        return dict(file.execute("select ends, sum(n) from visits group by ends").fetchall())


def page(text: str) -> str:
    """Which of our pages stands on a screen; empty for none.

    Every page of the kiosk has words at a place of its own that tell it from anything
    that is not the kiosk's.
    """
    if INVITED in text:
        return "attract"
    if "Are you still there?" in text or "I am still here" in text:
        return "warning"
    if CALM in text:
        return "calm"
    if RESTING in text:
        return "resting"
    if "Staff: the PIN" in text or "Test pattern" in text:
        return "staff"
    if "Your orders will be gone" in text or ("Large text" in text and "Back" in text):
        return "visit"
    return ""


def toml(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Tables as TOML; JSON's numbers, strings, lists and truths are the same."""
    parts = []
    for name, keys in tables.items():
        parts.append(f"[{name}]\n")
        parts += [f"{key} = {json.dumps(value)}\n" for key, value in keys.items()]
    return "".join(parts)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def as_python(code: str) -> list[str]:
    """A command that runs a few lines of Python, with what follows as its words."""
    return [sys.executable, "-c", code]


def rss(pid: int) -> float:
    """Megabytes of memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def own(pid: int) -> float:
    """Megabytes that are the process's own: without files, which the system takes and gives."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) * 1024 / 1e6


def open_files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))
