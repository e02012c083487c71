"""The long way: every mistake in every file, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from game.model import Story
from game.reader.checks import PASSES
from game.reader.checks.matter import Matter
from game.reader.draft import check_ids, draft_of, story_of
from game.reader.faults import Diagnostic, Fault, Sink
from game.reader.files import SourceFile, read_files
from game.reader.recover import HEAD


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
    diagnostics = _located([*_first_causes(sink.faults, files)], files)
    ok = all(d.severity != "error" for d in diagnostics)
    return Report(story if ok else None, diagnostics)


def _checked(files: list[SourceFile], folder: Path, sink: Sink) -> Story:
    draft = draft_of(files, sink)
    for shelf in draft.shelves.values():
        shelf.read_all(sink)
    check_ids(draft, sink)
    declared = ("variables", "derived")
    draft.doubtful.update(
        str(f.path[1]) for f in sink.faults if f.path[:1] and f.path[0] in declared and f.path[1:]
    )
    story = story_of(draft, str(folder), sink)
    matter = Matter.of(story, draft, sink)
    for check_pass in PASSES:
        check_pass(matter)
    return story


def _first_causes(faults: list[Fault], files: list[SourceFile]) -> Iterator[Fault]:
    """The faults, without those that only follow from others.

    What could not be read is not missing, and an id that leads nowhere need not
    have the right form as well.
    """
    lost = {file.name: file.lost for file in files}
    astray = {(f.file, f.path) for f in faults if f.code.startswith("E4")}
    for fault in faults:
        if fault.code == "E205" and (fault.file, fault.path) in astray:
            continue
        table = {str(key) for key in fault.path[:2]} or {HEAD}
        missing = fault.code in ("E202", "E210", "E214") and not fault.line
        if not (missing and table & lost.get(fault.file, frozenset())):
            yield fault


def _located(faults: list[Fault], files: list[SourceFile]) -> tuple[Diagnostic, ...]:
    if not faults:
        return ()
    from game.reader.locate import located

    return located(faults, files)
