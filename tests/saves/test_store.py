"""The folder of saves: whole files, broken files, and disks that refuse."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Iterator

import pytest

from game.saves import SaveError, Store
from tests.ford import ford, played
from tests.helpers import story_from

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)
AUTO = "autosave-north-19450809-120000.json"
ROOT = Path(__file__).parent.parent.parent


def clock() -> Iterator[datetime]:
    """A time that is a minute later at each look."""
    now = NOON
    while True:
        yield now
        now += timedelta(minutes=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    times = clock()
    return Store(tmp_path / "saves", now=lambda: next(times))


def names(store: Store) -> list[str]:
    return sorted(path.name for path in store.folder.iterdir())


def autosave(store: Store) -> Path:
    return store.folder / AUTO


def test_the_folder_is_made_when_first_needed(store: Store) -> None:
    assert store.list(ford()) == ()
    assert store.autosave(played("row")) is None
    assert names(store) == [AUTO]


def test_every_order_is_kept_and_so_is_the_one_before(store: Store) -> None:
    for choices in ((), ("row",), ("row", "bury")):
        store.autosave(played(*choices))
    assert names(store) == [AUTO, f"{AUTO}.previous"]
    assert store.load(autosave(store), ford()).play == played("row", "bury")
    os.replace(store.folder / f"{AUTO}.previous", autosave(store))
    assert store.load(autosave(store), ford()).play == played("row")


def test_the_list_has_the_latest_first(store: Store) -> None:
    store.save(played("row"), "  My   first\nriver ")
    store.autosave(played("row", "bury"))
    rows = store.list(ford())
    assert [(r.label, r.campaign, r.orders, r.ending, r.autosave, r.problem) for r in rows] == [
        ("", "north", 2, True, True, None),
        ("My first river", "north", 1, False, False, None),
    ]
    assert rows[1].when_words == "1945-08-09 12:00"


def test_the_same_name_replaces_and_another_does_not(store: Store) -> None:
    store.save(played(), "One")
    store.save(played("row"), "one!")
    store.save(played("row"), "One")
    assert {row.label: row.orders for row in store.list(ford())} == {"One": 1, "one!": 1}
    assert [name for name in names(store) if name.endswith(".json")] == [
        "north-one-2.json",
        "north-one.json",
    ]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("", "save"),
        ("  ", "save"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("\u738b\u4e8c", "\u738b\u4e8c"),
        ("\x1b[31mred", "[31mred"),
        ("half \udc80", "half"),
        ("n" * 999, "n" * 80),
    ],
)
def test_any_name_will_do_and_leaves_the_folder_no_way_out(
    store: Store, typed: str, label: str
) -> None:
    assert store.save(played("row"), typed) is None
    (row,) = store.list(ford())
    assert row.label == label
    assert row.path.parent == store.folder
    assert store.load(row.path, ford()).play == played("row")


BROKEN = "The save is broken: it ends early or is no save at all."


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def test_a_broken_save_is_kept_aside_and_the_one_before_is_taken(store: Store) -> None:
    store.autosave(played("row"))
    store.autosave(played("row", "bury"))
    cut(autosave(store))
    half = autosave(store).read_bytes()
    loaded = store.load(autosave(store), ford())
    assert loaded.play == played("row")
    assert loaded.parted == (
        f"The save was broken, and the one before it was taken. It was kept as {AUTO}.broken-1."
    )
    assert (store.folder / f"{AUTO}.broken-1").read_bytes() == half
    assert store.load(autosave(store), ford()).play == played("row")
    assert [row.orders for row in store.list(ford())] == [1]


def test_a_broken_save_without_one_before_it_is_kept_all_the_same(store: Store) -> None:
    store.save(played("row"), "one")
    path = store.folder / "north-one.json"
    for number in (1, 2):
        path.write_text("{")
        with pytest.raises(SaveError) as caught:
            store.load(path, ford())
        assert str(caught.value) == f"{BROKEN} It was kept as north-one.json.broken-{number}."
    assert names(store) == ["north-one.json.broken-1", "north-one.json.broken-2"]


def test_a_save_cut_at_any_byte_is_never_lost(store: Store) -> None:
    store.autosave(played("row"))
    store.autosave(played("row", "bury"))
    whole = autosave(store).read_bytes()
    kept = {path.name: path.read_bytes() for path in store.folder.iterdir()}
    for end in range(0, len(whole) - 2, 7):
        shutil.rmtree(store.folder)
        store.folder.mkdir()
        for name, content in kept.items():
            (store.folder / name).write_bytes(content)
        autosave(store).write_bytes(whole[:end])
        assert store.load(autosave(store), ford()).play == played("row")
        assert (store.folder / f"{AUTO}.broken-1").read_bytes() == whole[:end]


def test_a_save_with_any_byte_changed_is_loaded_or_refused(store: Store) -> None:
    store.save(played("row", "bury"), "one")
    path = store.folder / "north-one.json"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x81]) + whole[at + 1 :])
        with contextlib.suppress(SaveError):
            store.load(path, ford())
        left = path if path.exists() else path.with_name(f"{path.name}.broken-1")
        assert left.stat().st_size == len(whole)
        left.unlink()


def test_files_that_are_no_saves_are_listed_with_what_is_wrong(store: Store) -> None:
    store.folder.mkdir()
    (store.folder / "a.json").write_text("{")
    (store.folder / "b.json").mkdir()
    (store.folder / "c.json").write_bytes(b"\xff\xfe")
    (store.folder / "d.json").write_bytes(b" " * (2 << 20))
    (store.folder / "e.json").symlink_to("nowhere")
    (store.folder / "f.json").write_text('{"format": 99}')
    os.mkfifo(store.folder / "g.json")
    (store.folder / "notes.txt").write_text("{")
    assert {row.label: row.problem for row in store.list(ford())} == {
        "a": BROKEN,
        "b": "The file is no save of this game.",
        "c": "The file is no save of this game.",
        "d": "The file is too large to be a save.",
        "e": "The save cannot be read: there is no such file.",
        "f": "The save was made by a newer version of this game.",
        "g": "The file is no save of this game.",
    }
    for row in store.list(ford()):
        with pytest.raises(SaveError):
            store.load(row.path, ford())
    left = names(store)
    assert {"b.json", "f.json", "g.json", "e.json", "notes.txt"} <= set(left)
    assert len(left) == 8


def test_a_save_of_another_story_stays_where_it_is(store: Store) -> None:
    store.save(played("row"), "one")
    other = story_from(
        '[[campaign]]\nid = "c"\nstart = "n"\n[node.n]\ntitle = "N"\ngoto = "e"\n'
        '[ending.e]\ncampaigns = ["c"]\ntitle = "E"\nkind = "man"\ntext = "E."\n'
    )
    (row,) = store.list(other)
    assert row.problem == "The save belongs to another story, 'ford'."
    with pytest.raises(SaveError, match="belongs to another story"):
        store.load(row.path, other)
    assert names(store) == ["north-one.json"]


def test_a_file_from_elsewhere_is_only_read(store: Store, tmp_path: Path) -> None:
    mine = tmp_path / "package.json"
    mine.write_text('{"name": "mine"}')
    with pytest.raises(SaveError, match=r"^The file is no save of this game\.$"):
        store.load(mine, ford())
    assert mine.read_text() == '{"name": "mine"}'
    with pytest.raises(SaveError, match=r"^The save cannot be read: there is no such file\.$"):
        store.load(tmp_path / "none.json", ford())


def refusing(kind: int) -> Any:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(kind, os.strerror(kind))

    return refuse


class FullFile:
    """A file on a full disk."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def __enter__(self) -> FullFile:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def write(self, text: str) -> int:
        os.write(self._handle, text[:20].encode())
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("step", "kind", "said"),
    [
        ("os.fsync", errno.EIO, "input/output error"),
        ("os.fsync", errno.ENOSPC, "the disk is full"),
        ("os.replace", errno.EACCES, "the folder may not be written to"),
        ("tempfile.mkstemp", errno.EROFS, "the folder may not be written to"),
        ("tempfile.mkstemp", errno.EDQUOT, "the disk is full"),
        ("os.fdopen", errno.ENOSPC, "the disk is full"),
    ],
)
def test_whatever_step_of_writing_fails_the_old_save_stays_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str, kind: int, said: str
) -> None:
    store.autosave(played())
    store.autosave(played("row"))
    before = {name: (store.folder / name).read_bytes() for name in names(store)}
    full = step == "os.fdopen"
    stand_in = (lambda handle, *_, **__: FullFile(handle)) if full else refusing(kind)
    monkeypatch.setattr(step, stand_in)
    assert store.autosave(played("row", "bury")) == f"The game could not be saved: {said}."
    monkeypatch.undo()
    assert {name: (store.folder / name).read_bytes() for name in names(store)} == before


def test_where_files_can_have_one_name_only_the_old_one_is_copied(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    for choices in (("row",), ("row", "bury")):
        assert store.autosave(played(*choices)) is None
    assert names(store) == [AUTO, f"{AUTO}.previous"]
    monkeypatch.setattr(shutil, "copyfile", refusing(errno.ENOSPC))
    before = autosave(store).read_bytes()
    assert store.autosave(played()) == "The game could not be saved: the disk is full."
    assert autosave(store).read_bytes() == before
    assert names(store) == [AUTO, f"{AUTO}.previous"]


def test_an_interruption_in_the_middle_leaves_nothing_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    store.autosave(played("row"))
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.autosave(played("row", "bury"))
    monkeypatch.undo()
    assert names(store) == [AUTO]
    assert store.load(autosave(store), ford()).play == played("row")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("mine")
    store = Store(tmp_path / "saves")
    belongs = "The game could not be saved: the folder's name belongs to a file."
    assert store.autosave(played("row")) == belongs
    assert store.save(played("row"), "one") == belongs
    assert store.list(ford()) == ()
    assert (tmp_path / "saves").read_text() == "mine"
    assert Store(tmp_path / "saves" / "deeper").autosave(played("row")) == belongs


LIMITED = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from game.saves import Store
from tests.ford import ford, played
store, story = Store(Path(sys.argv[1])), ford()
assert store.autosave(played("row")) is None
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
print(store.autosave(played("row", "bury")))
print(store.load(store.list(story)[0].path, story).play.choices)
print(len([*store.folder.iterdir()]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on resources")
def test_a_system_that_lets_no_file_grow(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "saves")],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True, capture_output=True,
    )  # fmt: skip
    assert run.stdout.splitlines() == [
        "The game could not be saved: the system lets no file grow so large.",
        "('crossing.row',)",
        "1",
    ], run.stderr
