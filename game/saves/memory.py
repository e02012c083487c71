"""What has been read of a story, over all playthroughs: one small file beside the saves."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping

from game.model import Story
from game.saves.errors import NewerSave, SaveError
from game.saves.files import previous, set_aside, write_whole
from game.saves.fingerprint import reached
from game.saves.reasons import unread, unwritten
from game.view.course import Course
from game.view.parts import parts_since_order, words_in

FORMAT = 1
LARGEST = 4 * 1024 * 1024
SUFFIX = ".memory"


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of a story, or of one campaign, have been read; `whole` is all there are.

    Words are counted as `author words` counts them: everything that some
    playthrough shows.
    """

    read: int
    whole: int

    @property
    def percent(self) -> int:
        """Hundredths, rounded down: 100 is everything. From the first page on at least 1."""
        if not self.read:
            return 0
        return max(1, 100 * self.read // self.whole)


class Memory:
    """The parts of a story that have been read (see `game.view.parts`).

    Args:
        story: What is played. Parts that it no longer has are forgotten.
        folder: Where the file is; None remembers only as long as it lives.

    Attributes:
        problem: What there is to say of the file, in one sentence, or None.
    """

    def __init__(self, story: Story, folder: Path | None = None) -> None:
        self._story = story
        self._path = None if folder is None else folder / f"{story.manifest.id}{SUFFIX}"
        self.problem: str | None = None
        self._shut = self._changed = False
        self._read = self._found()
        self._before = frozenset(self._read)

    def __contains__(self, part: object) -> bool:
        """Whether a part has been read."""
        return part in self._read

    def __len__(self) -> int:
        """How many parts have been read."""
        return len(self._read)

    def __iter__(self) -> Iterator[str]:
        """The parts that have been read."""
        return iter(self._read)

    def add(self, parts: Iterable[str]) -> None:
        """Remember these parts; `keep` writes them."""
        new = set(parts) - self._read
        self._changed = self._changed or bool(new)
        self._read |= new

    def begin(self) -> None:
        """A new playthrough: all that has been read so far was read before it."""
        self._before = frozenset(self._read)

    def go_on(self, course: Course) -> None:
        """A playthrough is gone on with: what it came to after its last order is not marked."""
        self._before = frozenset(self._read - parts_since_order(course))

    def had_before(self, parts: Iterable[str]) -> bool:
        """Whether all of these had been read before this playthrough was begun or gone on with."""
        return self._before.issuperset(parts)

    def keep(self) -> str | None:
        """Write what is new, together with what another game has written meanwhile.

        Returns:
            None, or in one sentence why it could not be written.
        """
        if self._path is None or self._shut or not self._changed:
            return None
        self._read |= self._found()
        if self._shut:
            return self.problem
        try:
            write_whole(self._path, written(self._story.manifest.id, self._read & self._known))
        except OSError as fault:
            return f"What has been read could not be noted: {unwritten(fault)}."
        self._changed = False
        return None

    def share(self, campaign: str | None = None) -> Share:
        """How much has been read of a campaign, or of all of them."""
        words = self._words if campaign is None else self._by_campaign[campaign]
        return Share(sum(n for part, n in words.items() if part in self._read), sum(words.values()))

    @cached_property
    def _by_campaign(self) -> Mapping[str, Mapping[str, int]]:
        return {id: _words_of(self._story, id) for id in self._story.campaigns}

    @cached_property
    def _words(self) -> Mapping[str, int]:
        return {part: n for words in self._by_campaign.values() for part, n in words.items()}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._words)

    def _found(self) -> set[str]:
        """What the file says; a broken one is set aside, and the one before it is taken."""
        if self._path is None:
            return set()
        try:
            return self._of_file(self._path)
        except FileNotFoundError:
            return set()
        except NewerSave as fault:
            self._shut, self.problem = True, str(fault)
        except OSError as fault:
            self._shut, self.problem = True, unread(fault).replace("The save", "What was read")
        except SaveError as fault:
            return self._older(self._path, str(fault))
        return set()

    def _older(self, path: Path, told: str) -> set[str]:
        try:
            told += f" It was kept as {set_aside(path).name}."
        except OSError:
            self._shut = True
        self.problem = told
        try:
            return self._of_file(previous(path))
        except (OSError, SaveError):
            return set()

    def _of_file(self, path: Path) -> set[str]:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise SaveError(_BROKEN)
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            raise SaveError(_BROKEN) from None
        return set(map(_Names(self._story).now, read_parts(text)))


_BROKEN = "The note of what has been read is broken."
_NEWER = "The note of what has been read was made by a newer version of this game."


def written(story: str, parts: Iterable[str]) -> str:
    """Parts as JSON text, one node a line."""
    nodes: dict[str, list[str]] = {}
    for part in sorted(parts):
        node, _, rest = part.partition(".")
        nodes.setdefault(node, []).append(rest)
    rows = ",\n".join(f"    {json.dumps(id)}: {json.dumps(rest)}" for id, rest in nodes.items())
    head = f'{{\n  "format": {FORMAT},\n  "story": {json.dumps(story)},\n  "read": '
    return f"{head}{{\n{rows}\n  }}\n}}\n" if rows else f"{head}{{}}\n}}\n"


def read_parts(text: str) -> Iterator[str]:
    """The parts in the text of a file.

    Raises:
        NewerSave: if it is of a newer format.
        SaveError: if it is cut off, or something else.
    """
    try:
        data: Any = json.loads(text)
        if data["format"] > FORMAT:
            raise NewerSave(_NEWER)
        for node, rests in data["read"].items():
            for rest in rests:
                yield f"{node}.{rest}" if rest else node
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise SaveError(_BROKEN) from None


class _Names:
    """What nodes and choices were called before, and are called now."""

    def __init__(self, story: Story) -> None:
        self._nodes: dict[str, str] = {}
        self._choices: dict[tuple[str, str], str] = {}
        for node in story.nodes.values():
            self._nodes |= {old: node.id for old in node.renamed_from}
            for choice in node.choices:
                olds = (old.rpartition(".")[2] for old in choice.renamed_from)
                self._choices |= {(node.id, old): choice.id for old in olds}
        for ending in story.endings.values():
            self._nodes |= {old: ending.id for old in ending.renamed_from}

    def now(self, part: str) -> str:
        """A part under its present name."""
        node, *rest = part.split(".")
        node = self._nodes.get(node, node)
        if rest:
            rest[0] = self._choices.get((node, rest[0]), rest[0])
        return ".".join((node, *rest))


def _words_of(story: Story, campaign: str) -> Mapping[str, int]:
    return {
        part: words
        for shown in reached(story, campaign)
        for part, words in words_in(story, shown).items()
    }
