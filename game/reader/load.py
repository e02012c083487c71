"""The short way to a story that can be played: parse, sort, and read when asked."""

from __future__ import annotations

from pathlib import Path

from game.model import Story
from game.reader.draft import draft_of, story_of
from game.reader.errors import BrokenStory
from game.reader.faults import Sink, severity
from game.reader.files import ReadFile, read_files
from game.reader.unswept import unswept


@unswept()
def load(folder: str | Path, read: ReadFile | None = None) -> Story:
    """Read a story for playing. Texts are not checked, nodes are read at first use.

    Args:
        folder: The story's folder.
        read: Reads one file; by default it is read from disk.

    Raises:
        BrokenStory: if the files cannot be read, or the head of the story is wrong.
    """
    place = Path(folder)
    sink = Sink()
    draft = draft_of(read_files(place, sink, read=read), sink)
    _refuse(sink)
    story = story_of(draft, str(place), sink)
    _refuse(sink)
    if not story.campaigns:
        raise BrokenStory(f"The story {story.manifest.id!r} has no campaign to play.")
    return story


def _refuse(sink: Sink) -> None:
    errors = [fault for fault in sink.faults if severity(fault.code) == "error"]
    if errors:
        first = errors[0]
        where = f"{first.file}, line {first.line}" if first.line else first.file
        more = f" {len(errors) - 1} more: run author check." if len(errors) > 1 else ""
        raise BrokenStory(f"{where}: {first.message}{more}")
