"""What counts as a change, and what may be half of a save."""

from __future__ import annotations

import os

from game.author.preview.kept import KeptFiles
from game.author.preview.watch import Stamp, Stamps, Watcher, look
from game.reader.faults import Sink
from game.reader.files import read_file
from tests.author.preview.driving import save
from tests.helpers import folder_of

OLD, NEW, EMPTY = Stamp(1, 10, 7), Stamp(2, 11, 7), Stamp(2, 0, 7)


def told(*seen: Stamps) -> list[list[str]]:
    """What a watcher that settles after two looks says to these looks."""
    looks = iter(seen)
    watcher = Watcher(lambda: next(looks), settle=2)
    return [sorted(watcher.changed()) for _ in seen[1:]]


def test_what_is_saved_is_told_once_and_at_once():
    assert told({"a": OLD}, {"a": OLD}, {"a": NEW}, {"a": NEW}) == [[], ["a"], []]


def test_an_empty_file_is_believed_when_it_stays_empty():
    assert told({"a": OLD}, *[{"a": EMPTY}] * 4) == [[], [], ["a"], []]


def test_a_file_saved_in_two_steps_is_told_once():
    assert told({"a": OLD}, {"a": EMPTY}, {"a": NEW}, {"a": NEW}) == [[], ["a"], []]


def test_a_file_renamed_over_is_not_missing_in_between():
    assert told({"a": OLD}, {}, {"a": NEW}) == [[], ["a"]]


def test_a_missing_file_is_believed_when_it_stays_away():
    assert told({"a": OLD, "b": OLD}, *[{"b": OLD}] * 4) == [[], [], ["a"], []]


def test_a_folder_is_looked_at_with_what_lies_below_it():
    folder = folder_of({"story.toml": "a", "x/b.toml": "b", "x/.c.toml": "c", "x/d.txt": "d"})
    assert sorted(look(folder)) == ["story.toml", "x/b.toml"]


def test_a_folder_that_leads_into_itself_is_looked_at_once(tmp_path):
    (tmp_path / "a.toml").write_text("")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert list(look(tmp_path)) == ["a.toml"]


def test_a_folder_that_is_gone_has_no_files(tmp_path):
    assert look(tmp_path / "none") == {}


def test_a_file_that_is_as_it_was_is_not_read_again(monkeypatch):
    folder = folder_of({"a.toml": "x = 1", "b.toml": "x = "})
    kept, read = KeptFiles(), []

    def reading(at, name, sink, recover):
        read.append(name)
        return read_file(at, name, sink, recover)

    monkeypatch.setattr("game.author.preview.kept.read_file", reading)
    for _ in range(2):
        sink = Sink()
        assert kept(folder, "a.toml", sink, False).data == {"x": 1}
        assert kept(folder, "a.toml", sink, True).data == {"x": 1}
        assert kept(folder, "b.toml", sink, False) is None
        assert [fault.file for fault in sink.faults] == ["b.toml"]
    assert read == ["a.toml", "b.toml"]
    save(folder / "a.toml", "x = 2")
    assert kept(folder, "a.toml", Sink(), False).data == {"x": 2}


def test_a_file_that_changes_while_it_is_read_is_read_again():
    folder = folder_of({"a.toml": "x = 1"})
    kept, path = KeptFiles(), folder / "a.toml"
    os.utime(path, ns=(1, 1))
    before = kept(folder, "a.toml", Sink(), False)
    save(path, "x = 2")  # as if between the stamp and the reading
    assert kept(folder, "a.toml", Sink(), False) is not before
