"""Small stories for tests: a folder from texts, and a story from one text."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from pathlib import Path
from typing import Mapping

from game.model import Story
from game.reader import check

HEAD = 'format = 1\nid = "small"\nversion = "1.0.0"\ntitle = "A small story"\n\n'
"""The head that is put in front of a story text that has none."""

_HAS_HEAD = re.compile(r"^format\s*=", re.MULTILINE)


def folder_of(files: Mapping[str, str | bytes], root: Path | None = None) -> Path:
    """A story folder with these files in it.

    Args:
        files: Texts or bytes by their place in the folder, parted by `/`.
        root: The folder to write into; without it a temporary one is made,
            which is removed when Python ends.
    """
    folder = _temporary() if root is None else root
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def story_from(text: str) -> Story:
    """The story in one `story.toml`; a head is put in front of a text that has none.

    Raises:
        AssertionError: with every error as a sentence, if `check` finds any.
    """
    whole = text if _HAS_HEAD.search(text) else HEAD + text
    folder = folder_of({"story.toml": whole})
    report = check(folder)
    errors = [d.sentence() for d in report.diagnostics if d.severity == "error"]
    if errors or report.story is None:
        raise AssertionError("\n".join(errors or ["check gives no story and no error"]))
    return report.story


def _temporary() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="story-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
