"""The closing report written down beside the saves."""

from __future__ import annotations

import sys

import pytest

from game.export import report_html, report_svg
from game.export.report.written import ReportError, write_report
from tests.ford import HISTORICAL, played

PLAY = played(*HISTORICAL)


def test_a_page_and_a_drawing_are_written_under_the_code_of_the_playthrough(tmp_path) -> None:
    html, svg = write_report(PLAY, tmp_path / "saves")
    assert html.name == "report-north-trgn.html"
    assert svg.name == "report-north-trgn.svg"
    assert html.read_text("utf-8") == report_html(PLAY)
    assert svg.read_text("utf-8") == report_svg(PLAY)


def test_the_same_report_is_not_written_a_second_time(tmp_path) -> None:
    assert write_report(PLAY, tmp_path) == write_report(PLAY, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_else_is_written_over(tmp_path) -> None:
    mine = tmp_path / "report-north-trgn.html"
    mine.write_text("My own notes.", "utf-8")
    html, svg = write_report(PLAY, tmp_path)
    assert mine.read_text("utf-8") == "My own notes."
    assert (html.name, svg.name) == ("report-north-trgn-2.html", "report-north-trgn.svg")


def test_a_folder_whose_name_is_a_file_is_told_in_one_sentence(tmp_path) -> None:
    taken = tmp_path / "saves"
    taken.write_text("", "utf-8")
    with pytest.raises(ReportError) as told:
        write_report(PLAY, taken)
    assert str(told.value) == (
        f"The report could not be written to {taken}: the folder's name belongs to a file."
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc takes no files")
def test_a_folder_that_takes_no_files_is_told(tmp_path) -> None:
    with pytest.raises(ReportError, match="The report could not be written to /proc/"):
        write_report(PLAY, tmp_path.__class__("/proc/here"))


def test_half_a_file_is_not_left_behind(tmp_path, monkeypatch) -> None:
    def full(handle: int, content: memoryview) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.export.report.written.os.write", full)
    with pytest.raises(ReportError, match="the disk is full"):
        write_report(PLAY, tmp_path)
    assert list(tmp_path.iterdir()) == []
