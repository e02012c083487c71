"""The museum's two commands, as a technician types them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.cli import main
from game.kiosk import pin as pins
from game.kiosk.config import Config, config_of, read, written
from game.kiosk.pin import fits
from tests.ford import WHOLE
from tests.helpers import folder_of
from tests.kiosk.visiting import visit, visits


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def test_init_writes_a_configuration_that_is_the_usual_one(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kiosk", "--init", "--config", str(config)]) == 0
    assert read(config) == config_of("", "kiosk.toml", config.parent)
    assert "Now set the staff's PIN" in capsys.readouterr().out


def test_init_writes_over_nothing(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text("mine")
    assert main(["kiosk", "--init", "--config", str(config)]) == 2
    assert config.read_text() == "mine"
    assert "is there already; name another file with --config." in capsys.readouterr().err


def test_init_where_nothing_can_be_written_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kiosk", "--init", "--config", str(tmp_path / "none" / "kiosk.toml")]) == 2
    assert "cannot be written: No such file or directory." in capsys.readouterr().err


def test_a_pin_is_asked_for_and_its_line_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pins, "COST", 4)
    monkeypatch.setattr("sys.stdin", io.StringIO("471108\n"))
    assert main(["kiosk", "--pin"]) == 0
    line = capsys.readouterr().out
    staff = config_of(f"[staff]\n{line}", "kiosk.toml", Path("/")).staff
    assert fits("471108", staff.pin)


def test_a_word_is_no_pin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("open sesame\n"))
    assert main(["kiosk", "--pin"]) == 2
    assert capsys.readouterr() == ("", "A PIN has four to eight digits.\n")


def test_the_browser_comes_later(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kiosk", "--web"]) == 2
    assert "not there yet" in capsys.readouterr().err


def test_a_configuration_that_cannot_be_used_gives_a_page_for_the_technician(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("[idle]\nflor = 50\nwarning = 5\n")
    assert main(["kiosk", "--config", str(config)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "The kiosk has not started: its configuration has to be mended first.",
        f"  {config}",
        "",
        "- kiosk.toml, line 2: There is no key 'flor' in [idle]. Did you mean floor?",
        "- kiosk.toml, line 3: warning should be a whole number from 20 to 120; it is 5.",
        "",
        "Mend the file and start the kiosk again. docs/museum.md explains every section.",
    ]


def test_what_the_story_has_not_is_told_before_the_kiosk_starts(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = folder_of({"story.toml": WHOLE})
    config.write_text(
        f"[kiosk]\nstory = '{story}'\n[visit]\ncommanders = ['orlov', 'napoleon']\n"
        "default_language = 'ru'\n"
    )
    assert main(["kiosk", "--config", str(config)]) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("- ")]
    assert told == [
        "- kiosk.toml, [visit] default_language: the story has no 'ru'; it has en.",
        "- kiosk.toml, [visit] commanders: the story has no 'napoleon'; it has orlov.",
    ]


def test_a_broken_story_is_told_before_the_kiosk_starts(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = folder_of({"story.toml": WHOLE.replace("[node.", "[nodee.", 1)})
    config.write_text(f"[kiosk]\nstory = '{story}'\n")
    assert main(["kiosk", "--config", str(config)]) == 2
    assert "- kiosk.toml, [kiosk] story: story.toml:" in capsys.readouterr().err


def test_without_a_terminal_there_is_no_kiosk(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("")
    assert main(["kiosk", "--config", str(config)]) == 2
    assert capsys.readouterr().err.startswith("The kiosk needs a terminal to draw on")


def test_without_a_configuration_it_says_how_to_write_one(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kiosk", "--config", str(config)]) == 2
    assert "Write one with kiosk --init" in capsys.readouterr().err


def test_visits_of_a_kiosk_that_nobody_has_visited(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(written(Config()))
    assert main(["visits", "--config", str(config)]) == 0
    assert capsys.readouterr().out == "No visits have been kept yet.\n"


def test_visits_are_told_while_the_kiosk_writes_them(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.kiosk.clock import FakeClock

    config.write_text("[kiosk]\ndata = 'here'\n")
    kept = visits(config.parent / "here" / "visits.sqlite", FakeClock())
    visit(kept)
    kept.flush()
    assert main(["visits", "--config", str(config), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["id"]: row["value"] for row in told["summary"]}["visits"] == 1
    visit(kept)
    kept.close()
    assert kept.counts().all == 2


def test_a_broken_file_of_counts_is_told_and_left(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("")
    data = config.parent / "kiosk-data"
    data.mkdir()
    (data / "visits.sqlite").write_bytes(b"nothing like a database" * 200)
    assert main(["visits", "--config", str(config)]) == 2
    assert "cannot be read (file is not a database)" in capsys.readouterr().err
    assert (data / "visits.sqlite").exists()
