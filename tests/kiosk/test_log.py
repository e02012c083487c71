"""The log: one JSON object a line, whatever is said and whatever becomes of the file."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.clock import FakeClock
from game.kiosk.config import Config, KioskSection, LogSection
from game.kiosk.log import LONGEST, Log


def config(folder: Path, size: int = 10_000, files: int = 2) -> Config:
    return replace(
        Config(), kiosk=KioskSection(data=folder), log=LogSection(bytes=size, files=files)
    )


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_line_says_when_what_and_where(tmp_path: Path) -> None:
    log = Log.to_file(config(tmp_path), FakeClock())
    log.note("player.died", code=-9)
    assert lines(tmp_path / "kiosk.log") == [
        {"at": "2026-03-02T11:00:00+00:00", "event": "player.died", "kiosk": "kiosk-1", "code": -9}
    ]


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=3))
def test_whatever_is_said_is_one_line_of_json(event: str, facts: dict[str, Any]) -> None:
    out = io.StringIO()
    log = Log.to_stream(out, FakeClock())
    log.note("it", said=[event, facts, object])
    (line,) = out.getvalue().split("\n")[:-1]
    assert json.loads(line)["event"] == "it"


@given(st.text())
def test_a_line_from_elsewhere_becomes_a_line_of_the_log(text: str) -> None:
    out = io.StringIO()
    Log.to_stream(out, FakeClock()).relay(text)
    said = out.getvalue().split("\n")[:-1]
    assert len(said) == (1 if text.rstrip("\r\n") else 0)
    assert all(isinstance(json.loads(line)["event"], str) for line in said)


def test_a_line_of_a_log_is_passed_on_as_it_is() -> None:
    first, second = io.StringIO(), io.StringIO()
    Log.to_stream(first, FakeClock()).note("page.failed", node="ms-begin")
    Log.to_stream(second, FakeClock(now=None)).relay(first.getvalue())
    assert second.getvalue() == first.getvalue()


def test_a_long_line_from_elsewhere_is_cut() -> None:
    out = io.StringIO()
    Log.to_stream(out, FakeClock()).relay("x" * 100_000)
    assert len(json.loads(out.getvalue())["line"]) == LONGEST


def test_the_files_together_never_grow_beyond_their_measure(tmp_path: Path) -> None:
    log = Log.to_file(config(tmp_path), FakeClock())
    for number in range(2000):
        log.note("visit.ended", number=number)
    found = sorted(path.name for path in tmp_path.iterdir())
    assert found == ["kiosk.log", "kiosk.log.1", "kiosk.log.2"]
    assert all(path.stat().st_size <= 10_000 for path in tmp_path.iterdir())
    assert lines(tmp_path / "kiosk.log")[-1]["number"] == 1999


def test_a_log_that_was_taken_away_is_begun_anew(tmp_path: Path) -> None:
    log = Log.to_file(config(tmp_path), FakeClock())
    log.note("first")
    (tmp_path / "kiosk.log").unlink()
    log.note("second")
    assert [line["event"] for line in lines(tmp_path / "kiosk.log")] == ["second"]


def test_where_it_cannot_be_written_nothing_falls_and_later_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("in the way")
    log = Log.to_file(config(tmp_path / "data"), FakeClock())
    log.note("lost")
    (tmp_path / "data").unlink()
    (tmp_path / "data").mkdir()
    log.note("kept")
    assert [line["event"] for line in lines(tmp_path / "data" / "kiosk.log")] == ["kept"]
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_is_no_reason_to_fall(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no full device here")
    log = Log.to_file(replace(config(tmp_path), log=LogSection(file=full)), FakeClock())
    for _ in range(3):
        log.note("lost")
    log.close()
    assert capsys.readouterr() == ("", "")


def test_a_stream_that_is_closed_is_no_reason_to_fall(capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    log = Log.to_stream(out, FakeClock())
    out.close()
    log.note("lost")
    assert capsys.readouterr() == ("", "")
