"""Changes of a story's files, tried before anything is written."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from game.author.put import put_whole
from game.misuse import Misuse
from game.reader import Report, check
from game.reader.faults import Sink
from game.reader.files import read_files


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be changed: what is in it, and what will be.

    Attributes:
        before: None for a file that is new.
        moved: The file's new name, if it gets one.
    """

    folder: Path
    name: str
    before: bytes | None
    after: bytes
    moved: str | None = None

    def write(self) -> None:
        """Put the new file in the place of the old one, whole or not at all.

        Raises:
            Misuse: if somebody else has changed the file meanwhile.
        """
        place = self.folder / self.name
        if (place.read_bytes() if place.exists() else None) != self.before:
            raise Misuse(f"{self.name} was changed by somebody else just now. Try again.")
        target = self.folder / (self.moved or self.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        put_whole(target, self.after)
        if self.moved:
            place.unlink()


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a story as they are, by name."""
    return {file.name: (folder / file.name).read_bytes() for file in read_files(folder, Sink())}


def tried(files: dict[str, bytes], changes: Sequence[Change]) -> Report:
    """What `check` says of a story as it will be.

    Raises:
        Misuse: if the story would have an error.
    """
    after = files | {change.name: change.after for change in changes}
    with tempfile.TemporaryDirectory(prefix="tried-") as place:
        for name, raw in after.items():
            target = Path(place) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
        report = check(place)
        if report.story is not None:
            for shelf in (report.story.nodes, report.story.endings):
                dict(shelf)
    errors = [d for d in report.diagnostics if d.severity == "error" and d.code[1] != "8"]
    if errors:
        raise Misuse(f"Nothing was changed: {errors[0].sentence()}")
    return report
