"""The long way: every mistake in every file, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator, Sequence

from game.model import Story
from game.reader.checks import PASSES
from game.reader.checks.matter import Matter
from game.reader.checks.translations import UNTRANSLATED
from game.reader.draft import check_ids, draft_of, story_of
from game.reader.faults import Diagnostic, Fault, Sink, severity
from game.reader.files import ReadFile, SourceFile, read_files
from game.reader.recover import HEAD
from game.reader.unswept import unswept

Pass = Callable[[Matter], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found.

    Attributes:
        story: The story, if it can be played: if it has no error, those in
            translations aside, in place of which its own texts are shown.
        diagnostics: Errors and warnings, in the order of files and lines.
    """

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings may be there."""
        return all(d.severity != "error" for d in self.diagnostics)


@unswept()
def check(folder: str | Path, further: Sequence[Pass] = (), read: ReadFile | None = None) -> Report:
    """Read a story whole and note everything that is wrong with it.

    Args:
        folder: The story's folder.
        further: Passes for a story that has no error so far.
        read: Reads one file; by default it is read from disk.
    """
    sink = Sink()
    place = Path(folder)
    files = read_files(place, sink, recover=True, read=read)
    story = _checked(files, place, sink, further) if files else None
    diagnostics = _located([*_first_causes(sink.faults, files)], files)
    playable = all(d.severity != "error" or d.code in UNTRANSLATED for d in diagnostics)
    return Report(story if playable else None, diagnostics)


def _checked(files: list[SourceFile], folder: Path, sink: Sink, further: Sequence[Pass]) -> Story:
    draft = draft_of(files, sink)
    for shelf in draft.shelves.values():
        shelf.read_all(sink)
    check_ids(draft, sink)
    draft.doubtful.update(_doubtful(sink.faults))
    story = story_of(draft, str(folder), sink)
    matter = Matter.of(story, draft, sink)
    for check_pass in PASSES:
        check_pass(matter)
    if all(severity(fault.code) != "error" for fault in sink.faults):
        for check_pass in further:
            check_pass(matter)
    return story


def _doubtful(faults: list[Fault]) -> Iterator[str]:
    """Variables and derived values of which it is not known what they can be."""
    for fault in faults:
        match fault.path:
            case ("variables" | "derived", id) | ("variables", id, "type" | "values", *_):
                yield str(id)


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
        broken = _table_of(fault) in lost.get(fault.file, ())
        if not (broken and fault.code in _INCOMPLETE and not fault.line):
            yield fault


_INCOMPLETE = ("E202", "E209", "E210", "E211", "E212", "E215", "E216", "E217", "E218")
"""What may be wrong with a table only because a part of it could not be read."""


def _table_of(fault: Fault) -> str:
    """The name of the table that a fault is in, as `recover` knows it."""
    names = [key for key in fault.path[:2] if isinstance(key, str)]
    return names[-1] if names else HEAD


def _located(faults: list[Fault], files: list[SourceFile]) -> tuple[Diagnostic, ...]:
    if not faults:
        return ()
    from game.reader.locate import located

    return located(faults, files)
