"""A story that is replaced while the kiosk runs: a good one is taken, a broken one never."""

from __future__ import annotations

import errno
import io
import json
import shutil
import threading
from pathlib import Path
from typing import Any, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.kiosk.clock import FakeClock
from game.kiosk.config import config_of
from game.kiosk.content import Contents, Generations, Successor, hash_of, playable
from game.kiosk.content.checking import errors_of
from game.kiosk.content.generations import MOST_FILES, Refused
from game.kiosk.log import Log
from tests.ford import WHOLE
from tests.helpers import folder_of

BASE = folder_of({"story.toml": WHOLE})


class Kiosk:
    """Contents over a folder, with a log to read."""

    def __init__(self, home: Path, errors: Callable[[Path], list[str]] | None = None) -> None:
        self.folder, self.kept, self.out = home / "new", home / "kept", io.StringIO()
        self.folder.mkdir(exist_ok=True)
        log = Log.to_stream(self.out, FakeClock())
        judge = errors or (lambda copy: ["broken"] if "BROKEN" in text(copy) else [])
        self.contents = Contents(BASE, self.folder, self.kept, log, judge)

    def put(self, words: str) -> None:
        (self.folder / "story.toml").write_text(words)

    def look(self) -> None:
        self.contents.look()
        self.contents.look()

    @property
    def best(self) -> str:
        return text(self.contents.candidates()[0].folder)

    def events(self) -> list[Any]:
        return [json.loads(line)["event"] for line in self.out.getvalue().splitlines()]


def text(folder: Path) -> str:
    return (folder / "story.toml").read_text()


def test_a_good_story_is_taken_and_is_newer(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    assert kiosk.best == WHOLE
    kiosk.put("one")
    kiosk.look()
    newer = kiosk.contents.newer(hash_of(BASE))
    assert newer is not None
    assert text(newer.folder) == "one"
    assert kiosk.contents.newer(newer.hash) is None
    assert kiosk.best == "one"
    assert kiosk.events() == ["content.taken"]


def test_a_broken_story_is_refused_once_and_the_last_good_one_kept(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put("one")
    kiosk.look()
    kiosk.put("BROKEN")
    for _ in range(5):
        kiosk.look()
    assert kiosk.best == "one"
    assert kiosk.contents.problem == "The new story has errors and was not taken: broken"
    assert kiosk.events() == ["content.taken", "content.refused"]
    kiosk.put("two")
    kiosk.look()
    assert (kiosk.best, kiosk.contents.problem) == ("two", None)


def test_what_is_still_being_copied_is_not_taken(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    for part in ("o", "on", "one"):
        kiosk.put(part)
        kiosk.contents.look()
    assert kiosk.best == WHOLE
    kiosk.contents.look()
    assert kiosk.best == "one"


def test_without_a_manifest_there_is_no_new_story(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    (kiosk.folder / "readme.txt").write_text("put stories here")
    kiosk.look()
    assert (kiosk.best, kiosk.contents.problem) == (WHOLE, None)


def test_an_old_story_put_back_is_the_newest(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    for words in ("one", "two", "one"):
        kiosk.put(words)
        kiosk.look()
    assert [text(found.folder) for found in kiosk.contents.candidates()] == ["one", "two", WHOLE]


def test_a_restart_plays_the_newest_good_one(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put("one")
    kiosk.look()
    again = Kiosk(tmp_path)
    assert again.best == "one"
    again.look()
    assert again.contents.newer(again.contents.candidates()[0].hash) is None


def test_where_the_generations_are_lost_the_shipped_story_is_played(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put("one")
    kiosk.look()
    (kiosk.kept / "generations.json").write_text("[[[")
    assert kiosk.best == WHOLE
    shutil.rmtree(kiosk.kept)
    assert kiosk.best == WHOLE


def test_a_folder_that_is_gone_is_told_once(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.folder.rmdir()
    kiosk.look()
    kiosk.look()
    assert kiosk.contents.problem is not None
    assert kiosk.contents.problem.startswith("There is no folder")
    assert kiosk.events() == ["content.refused"]


def test_a_full_disk_leaves_the_story_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put("one")
    with monkeypatch.context() as full:
        fault = OSError(errno.ENOSPC, "No space left on device")
        full.setattr(shutil, "copyfile", lambda *_: (_ for _ in ()).throw(fault))
        kiosk.look()
        assert kiosk.contents.problem == "The new story was not taken: No space left on device"
        assert kiosk.best == WHOLE
    kiosk.look()
    assert (kiosk.best, kiosk.contents.problem) == ("one", None)


def test_links_and_hidden_files_are_no_part_of_a_story(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put("one")
    (kiosk.folder / ".git").mkdir()
    (kiosk.folder / ".git" / "config").write_text("secret")
    (kiosk.folder / "passwd").symlink_to("/etc/passwd")
    kiosk.look()
    folder = kiosk.contents.candidates()[0].folder
    assert [path.name for path in folder.rglob("*")] == ["story.toml"]


def test_a_folder_with_too_much_in_it_is_refused(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    for number in range(MOST_FILES + 1):
        (kiosk.folder / str(number)).touch()
    kiosk.look()
    assert kiosk.contents.problem is not None
    assert "holds too much for a story" in kiosk.contents.problem
    with pytest.raises(Refused):
        hash_of(kiosk.folder)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["one", "two", "three", "four", "BROKEN one", "BROKEN two"]), max_size=9
    )
)
def test_the_best_story_is_the_last_good_one(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    kiosk = Kiosk(tmp_path_factory.mktemp("kiosk"))
    for one in words:
        kiosk.put(one)
        kiosk.look()
    good = [one for one in words if "BROKEN" not in one]
    assert kiosk.best == (good[-1] if good else WHOLE)
    names = {path.name for path in kiosk.kept.glob("[!.]*") if path.is_dir()}
    assert names == set(Generations(kiosk.kept).names())


def test_a_check_in_its_own_process_finds_what_the_author_s_would(tmp_path: Path) -> None:
    assert errors_of(BASE) == []
    broken = folder_of({"story.toml": WHOLE.replace("[node.", "[nodee.", 1)})
    assert any("nodee" in sentence for sentence in errors_of(broken))
    assert errors_of(tmp_path / "none") != []


def test_the_thread_looks_by_itself_and_when_it_is_asked(tmp_path: Path) -> None:
    asked = threading.Event()

    def judged(copy: Path) -> list[str]:
        asked.set()
        return ["broken"]

    kiosk = Kiosk(tmp_path, judged)
    kiosk.put("one")
    kiosk.contents.start(0.01)
    assert asked.wait(30)
    asked.clear()
    kiosk.contents.look_now()
    assert asked.wait(30)
    kiosk.contents.close()


def successor(kiosk: Kiosk) -> Successor:
    """One that loads at once, where the next asking finds it."""
    log = Log.to_stream(kiosk.out, FakeClock())
    return Successor(kiosk.contents, hash_of(BASE), log, lambda do: do())


def test_a_newer_story_follows_once(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    asked = successor(kiosk)
    assert asked() is None
    kiosk.put(WHOLE.replace("The ford", "The other ford"))
    kiosk.look()
    answers = [asked() for _ in range(4)]
    (found,) = [answer for answer in answers if answer]
    assert found[1].manifest.title == "The other ford"
    assert found[0].hash == kiosk.contents.candidates()[0].hash


def test_a_story_that_cannot_be_loaded_after_all_does_not_follow(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    asked = successor(kiosk)
    kiosk.put("no story, and yet it was found good")
    kiosk.look()
    assert [asked() for _ in range(4)] == [None] * 4
    assert kiosk.events() == ["content.taken", "content.unplayable"]


def test_at_the_start_the_first_that_loads_is_played(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.put(WHOLE.replace("The ford", "The other ford"))
    kiosk.look()
    kiosk.put("no story, and yet it was found good")
    kiosk.look()
    log = Log.to_stream(kiosk.out, FakeClock())
    generation, story = playable(kiosk.contents, log)
    assert (story.manifest.title, generation.shipped) == ("The other ford", False)
    shutil.rmtree(generation.folder)
    generation, story = playable(kiosk.contents, log)
    assert (story.manifest.title, generation.shipped) == ("The ford", True)


def test_a_museum_s_own_story_that_is_broken_where_it_lies_stops_nobody(tmp_path: Path) -> None:
    own = folder_of({"story.toml": WHOLE}, tmp_path / "own")
    config = config_of(f"[kiosk]\nstory = '{own}'\n", "kiosk.toml", tmp_path)
    log = Log.to_stream(io.StringIO(), FakeClock())
    contents = Contents.of(config, log)
    contents.look()
    contents.look()
    (own / "story.toml").write_text("[[[")
    contents.look()
    contents.look()
    assert contents.problem is not None
    assert "has errors and was not taken" in contents.problem
    generation, story = playable(Contents.of(config, log), log)
    assert (story.manifest.title, generation.shipped) == ("The ford", False)
