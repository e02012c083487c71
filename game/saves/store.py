"""The folder of saves."""

from __future__ import annotations

import contextlib
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Callable, Iterator

from game.engine import Playthrough
from game.model import Story
from game.saves.autosaves import fresh_name, is_autosave, thin_out
from game.saves.errors import NewerSave, SaveError
from game.saves.files import previous, restore, set_aside, write_whole
from game.saves.load import Loaded, replayed
from game.saves.reasons import unread, unwritten
from game.saves.save import Save, read_save, save_of, written

LARGEST = 1024 * 1024


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class SaveRow:
    """A save in the list.

    Attributes:
        saved: When it was made, as an ISO date and time.
        when_words: The same, for a reader.
        at: The node or ending where it stands; empty if the file cannot be read.
        problem: Why it cannot be loaded, in one sentence, or None.
    """

    path: Path
    label: str
    campaign: str
    orders: int
    saved: str
    ending: bool
    autosave: bool
    problem: str | None = None
    at: str = ""

    @property
    def when_words(self) -> str:
        """When it was made: `2026-11-22 18:04`."""
        return self.saved.replace("T", " ")[:16]


class Store:
    """The saves of one folder, and which of them the game under way is kept in by itself.

    Args:
        folder: Where they are; made when the first is written.
        now: Gives the time that is written into saves.
        language: The language that is noted in saves.
    """

    def __init__(
        self, folder: Path, now: Callable[[], datetime] = _now, language: str = "en"
    ) -> None:
        self.folder = folder
        self._now = now
        self._language = language
        self._under_way: str | None = None

    def begin(self) -> None:
        """A new playthrough: it gets an autosave of its own, and the one before stays."""
        self._under_way = None

    def autosave(self, play: Playthrough) -> str | None:
        """Keep a playthrough after an order, in the autosave that it began or was loaded from.

        Returns:
            None, or in one sentence why it could not be kept.
        """
        campaign, first = play.program.campaign.id, self._under_way is None
        name = self._under_way or fresh_name(self.folder, campaign, self._now())
        problem = self._write(self.folder / name, play, "")
        if problem is None:
            self._under_way = name
        if problem is None and first:
            thin_out(self._paths(), campaign, self.folder / name, self._read)
        return problem

    def save(self, play: Playthrough, label: str) -> str | None:
        """Keep a playthrough under a name; the same name replaces it.

        Returns:
            None, or in one sentence why it could not be kept.
        """
        label = _plain(label) or "save"
        return self._write(self._path_for(label, play.program.campaign.id), play, label)

    def _path_for(self, label: str, campaign: str) -> Path:
        slug = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:40] or "save"
        number = 1
        while True:
            name = f"{campaign}-{slug}{f'-{number}' if number > 1 else ''}.json"
            path = self.folder / name
            if not path.exists() or self._label(path) in (label, None):
                return path
            number += 1

    def _label(self, path: Path) -> str | None:
        try:
            return self._read(path).label
        except (OSError, SaveError):
            return ""

    def _write(self, path: Path, play: Playthrough, label: str) -> str | None:
        save = save_of(play, label, self._language, self._now())
        try:
            write_whole(path, written(save))
        except OSError as fault:
            return f"The game could not be saved: {unwritten(fault)}."
        return None

    def list(self, story: Story) -> tuple[SaveRow, ...]:
        """Every save of the folder, the latest first; broken ones say so."""
        rows = [self._row(path, story) for path in self._paths()]
        return tuple(sorted(rows, key=lambda row: row.saved, reverse=True))

    def _paths(self) -> Iterator[Path]:
        try:
            yield from sorted(p for p in self.folder.glob("*.json") if not p.name.startswith("."))
        except OSError:
            return

    def _row(self, path: Path, story: Story) -> SaveRow:
        auto = is_autosave(path)
        try:
            save = self._read(path)
        except (OSError, SaveError) as fault:
            told = str(fault) if isinstance(fault, SaveError) else unread(fault)
            return SaveRow(path, path.stem, "", 0, "", False, auto, told)
        problem = None
        if save.story != story.manifest.id:
            problem = f"The save belongs to another story, {save.story!r}."
        return SaveRow(
            path,
            save.label,
            save.campaign,
            len(save.orders),
            save.saved,
            save.ending,
            auto,
            problem,
            save.orders[-1].led_to if save.orders else save.first,
        )

    def load(self, path: Path, story: Story) -> Loaded:
        """The playthrough of a save, to go on with. An autosave is the one it is kept in.

        A broken file of this folder is set aside, and its previous generation is
        taken if there is one. A file from elsewhere is only read.

        Raises:
            SaveError: if nothing of it can be used.
        """
        try:
            save = self._read(path)
        except OSError as fault:
            raise SaveError(unread(fault)) from None
        except NewerSave:
            raise
        except SaveError as fault:
            loaded = self._older(path, story, fault)
        else:
            loaded = replayed(save, story)
        self._under_way = path.name if self._is_ours(path) and is_autosave(path) else None
        return loaded

    def look(self, path: Path, story: Story) -> Loaded:
        """The playthrough of a save, only to be looked at: nothing is moved or gone on with.

        Raises:
            SaveError: if it cannot be used.
        """
        try:
            return replayed(self._read(path), story)
        except OSError as fault:
            raise SaveError(unread(fault)) from None

    def _is_ours(self, path: Path) -> bool:
        return path.parent.absolute() == self.folder.absolute()

    def _older(self, path: Path, story: Story, fault: SaveError) -> Loaded:
        where = self._set_aside(path)
        try:
            loaded = replayed(self._read(previous(path)), story)
        except (OSError, SaveError):
            raise SaveError(f"{fault}{where}") from None
        if where:
            with contextlib.suppress(OSError):
                restore(path)
        told = f"The save was broken, and the one before it was taken.{where}"
        return Loaded(loaded.play, f"{told} {loaded.parted or ''}".strip(), loaded.label)

    def _set_aside(self, path: Path) -> str:
        """Move a broken file of this folder out of the way; where to, in one sentence."""
        if not self._is_ours(path) or not path.is_file():
            return ""
        try:
            return f" It was kept as {set_aside(path).name}."
        except OSError:
            return ""

    def _read(self, path: Path) -> Save:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SaveError("The file is no save of this game.")
        if found.st_size > LARGEST:
            raise SaveError("The file is too large to be a save.")
        try:
            return read_save(path.read_text("utf-8"))
        except UnicodeDecodeError:
            raise SaveError("The file is no save of this game.") from None


def _plain(label: str) -> str:
    """A label that can be written, read aloud, and shown on any screen."""
    whole = label.encode("utf-8", "ignore").decode("utf-8")
    return "".join(c for c in " ".join(whole.split()) if c.isprintable())[:80].strip()
