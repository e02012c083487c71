"""Files that cannot be read are named, and what may be in them is not called missing."""

from __future__ import annotations

import os

import pytest

from game.reader import check
from tests.helpers import folder_of
from tests.reader.stories import (
    GOOD,
    MANIFEST,
    PAST,
    broken,
    found_in,
    report_on,
)

D, N, E, P, S = (
    "north/1-day.toml",
    "north/2-night.toml",
    "north/3-end.toml",
    "history/past.toml",
    "story.toml",
)


def test_a_folder_that_is_not_there(tmp_path):
    report = check(tmp_path / "nowhere")
    assert [d.sentence() for d in report.diagnostics] == [
        "nowhere:1:1: error E101: There is no story folder 'nowhere'."
    ]
    assert report.story is None


def test_a_folder_without_a_manifest():
    files = {name: text for name, text in GOOD.items() if name != S}
    assert found_in(files) == [("E101", S, 1, 1)]


def test_a_story_without_a_campaign():
    head, rest = MANIFEST[: MANIFEST.index("[[")], MANIFEST[MANIFEST.index("[variables") :]
    files = GOOD | {S: head + rest}
    assert ("E214", S, 1, 1) in found_in(files)
    assert report_on(files).story is None


@pytest.mark.parametrize(
    "name, content, place",
    [
        (P, PAST.encode("utf-16"), ("E103", P, 1, 1)),
        (P, b"# Zh\xc3\xa4ng and Caf\xe9\n" + PAST.encode(), ("E103", P, 1, 16)),
        (P, b"a = " + b"[" * 9000 + b"]" * 9000, ("E108", P, 1, 1)),
        (P, b"a = 1" + b"0" * 5000, ("E108", P, 1, 1)),
        (P, b" " * (16 * 1024 * 1024 + 1), ("E105", P, 1, 1)),
        (S, b"\xff" + MANIFEST.encode(), ("E103", S, 1, 1)),
        (S, b"a = " + b"{a=" * 9000, ("E108", S, 1, 1)),
    ],
    ids=["utf-16", "latin-1", "deep", "long-number", "huge", "manifest", "deep-manifest"],
)
def test_what_is_in_an_unreadable_file_is_not_called_missing(name, content, place):
    assert found_in(GOOD | {name: content}) == [place]


def test_an_unreadable_file_does_not_hide_faults_elsewhere():
    files = broken((D, '"documented"', '"certain"')) | {P: b"\xff\xfe"}
    assert found_in(files) == [("E204", D, 25, 9), ("E103", P, 1, 1)]


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outside.toml").write_text(PAST)
    folder = folder_of(GOOD, tmp_path / "story")
    (folder / P).unlink()
    (folder / P).symlink_to(tmp_path / "outside.toml")
    found = [d.sentence() for d in check(folder).diagnostics]
    assert found == [f"{P}:1:1: error E102: The file is a link that leads out of the folder."]


def test_a_link_inside_the_folder_is_read(tmp_path):
    folder = folder_of(GOOD, tmp_path)
    (folder / "elsewhere.toml").write_text(PAST)
    (folder / P).unlink()
    (folder / P).symlink_to(folder / "elsewhere.toml")
    assert check(folder).diagnostics == ()


def test_a_link_to_itself_and_a_pipe_are_no_files(tmp_path):
    folder = folder_of(broken(), tmp_path)
    (folder / "history/loop.toml").symlink_to("loop.toml")
    os.mkfifo(folder / "history/pipe.toml")
    found = [(d.code, d.file) for d in check(folder).diagnostics]
    assert found == [("E102", "history/loop.toml"), ("E102", "history/pipe.toml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the system refuses root nothing")
def test_a_file_that_may_not_be_read(tmp_path):
    folder = folder_of(GOOD, tmp_path)
    (folder / P).chmod(0)
    assert [(d.code, d.file) for d in check(folder).diagnostics] == [("E102", P)]


@pytest.mark.parametrize("pattern", ["../*.toml", "/etc/*", "~/a.toml", "C:/a.toml", "a/../b"])
def test_a_pattern_out_of_the_folder_is_refused(pattern):
    files = broken((S, '"history/*.toml"]', f'"history/*.toml", "{pattern}"]'))
    assert found_in(files) == [("E107", S, 5, 44)]


@pytest.mark.parametrize("pattern", ["nothing/*.toml", "**x/*.toml", "a\\u0000b"])
def test_a_pattern_that_names_nothing_is_a_warning(pattern):
    files = broken((S, '"history/*.toml"]', f'"history/*.toml", "{pattern}"]'))
    assert found_in(files) == [("W106", S, 5, 44)]
    assert report_on(files).ok
