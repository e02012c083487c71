"""The long way: every mistake in every file, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.model import Story
from game.reader.checks import PASSES
from game.reader.checks.matter import Matter
from game.reader.draft import check_ids, draft_of, story_of
from game.reader.faults import Diagnostic, Sink
from game.reader.files import SourceFile, read_files


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found.

    Attributes:
        story: The story, if it has no error.
        diagnostics: Errors and warnings, in the order of files and lines.
    """

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings may be there."""
        return all(d.severity != "error" for d in self.diagnostics)


def check(folder: str | Path) -> Report:
    """Read a story whole and note everything that is wrong with it."""
    sink = Sink()
    place = Path(folder)
    files = read_files(place, sink, recover=True)
    story = _checked(files, place, sink) if files else None
    diagnostics = _located(sink, files)
    ok = all(d.severity != "error" for d in diagnostics)
    return Report(story if ok else None, diagnostics)


def _checked(files: list[SourceFile], folder: Path, sink: Sink) -> Story:
    draft = draft_of(files, sink)
    for shelf in draft.shelves.values():
        shelf.read_all(sink)
    check_ids(draft, sink)
    story = story_of(draft, str(folder), sink)
    matter = Matter.of(story, draft, sink)
    for check_pass in PASSES:
        check_pass(matter)
    return story


def _located(sink: Sink, files: list[SourceFile]) -> tuple[Diagnostic, ...]:
    if not sink.faults:
        return ()
    from game.reader.locate import located

    return located(sink.faults, files)
