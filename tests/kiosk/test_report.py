"""What visits come to: the same numbers in a terminal, a browser, a spreadsheet and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game.kiosk.clock import FakeClock
from game.kiosk.config import Config, config_of
from game.kiosk.report import csv_of, page_of, tell
from game.kiosk.report.counts import opened
from game.kiosk.report.lines import Look, _bar, _steps, write
from game.kiosk.report.names import Names
from game.kiosk.report.tables import Table, tables
from game.kiosk.visits import Visits
from game.kiosk.visits.buckets import PAGES
from game.model import Story
from game.reader import load
from tests.ford import WHOLE, ford
from tests.helpers import folder_of

STEPS = ("camp", "guns", "crossing")
STORY = folder_of({"story.toml": WHOLE})


def config(folder: Path) -> Config:
    return config_of(f"[kiosk]\nid = 'hall-2'\nstory = '{STORY}'\n", "kiosk.toml", folder)


def kept(folder: Path) -> Visits:
    return Visits.open(config(folder).visits_file, FakeClock(), "hall-2", "hash")


def decisions() -> list[tuple[str, list[str]]]:
    nodes = load(STORY).nodes.values()
    return [(node.id, [choice.id for choice in node.choices]) for node in nodes if node.choices]


def a_week(folder: Path) -> Counter[tuple[str, str]]:
    """Twelve visits over three days, of which four are broken off; gives the orders."""
    clock, given = FakeClock(), Counter[tuple[str, str]]()
    found = Visits.open(config(folder).visits_file, clock, "hall-2", "hash")
    for number in range(12):
        one = found.begin("en" if number % 3 else "ru", ["large"] if number % 2 else [], "north")
        for place, (node, choices) in enumerate(decisions()):
            found.page(one, node, 12 + number)
            if number % 3 == 2 and place == 1:
                break
            choice = choices[number % len(choices)]
            found.order(one, place, node, choice, 9)
            given[node, choice] += 1
        found.end(one, "idle" if number % 3 == 2 else "finished")
        clock.advance(6 * 3600)
    glance = found.begin("en")
    found.page(glance, "camp", 3)
    found.end(glance, "idle")
    found.close()
    return given


def found_in(folder: Path, story: Story | None) -> list[Table]:
    with opened(config(folder).visits_file) as counted:
        return tables(counted, Names(story, counted.nodes()))


def told(folder: Path, form: str) -> str:
    out = io.StringIO()
    assert tell(config(folder), form, out) == 0
    return out.getvalue()


def test_every_order_is_in_every_form(tmp_path: Path) -> None:
    given = a_week(tmp_path)
    found: dict[str, list[dict[str, Any]]] = json.loads(told(tmp_path, "json"))
    by_id = {row["id"]: row for row in found["choices"]}
    assert {id: row["n"] for id, row in by_id.items() if row["n"]} == {
        f"{node}.{choice}": n for (node, choice), n in given.items()
    }
    rows = [row for row in csv.DictReader(io.StringIO(csv_of(config(tmp_path))))]
    spread = Counter[tuple[str, str]]()
    for row in rows:
        if row["table"] == "choices":
            spread[row["node"], row["choice"]] += int(row["n"])
    assert spread == given
    text, page = told(tmp_path, "text"), page_of(config(tmp_path))
    assert all(row["order"].split()[0] in text for row in by_id.values())
    assert all(re.escape(row["order"][:20]) in re.escape(page) for row in by_id.values())


def test_a_decision_s_shares_are_whole_and_one_is_of_1945(tmp_path: Path) -> None:
    a_week(tmp_path)
    rows = json.loads(told(tmp_path, "json"))["choices"]
    for node, choices in decisions():
        own = [row for row in rows if row["id"].startswith(f"{node}.")]
        assert [row["id"] for row in own] == [f"{node}.{choice}" for choice in choices]
        assert sum(row["share"] for row in own) == pytest.approx(1)
        assert sum(row["historical"] == "1945" for row in own) <= 1
    assert any(row["historical"] for row in rows)


def test_the_summary_and_the_drop_off(tmp_path: Path) -> None:
    a_week(tmp_path)
    found = json.loads(told(tmp_path, "json"))
    assert {row["id"]: row["value"] for row in found["summary"]} == {
        **{"visits": 12, "finished": 8, "idle": 4, "glances": 1, "middle": "0-29 s"},
        **{"first": "2026-03-02", "last": "2026-03-05", "days": 4},
    }
    pages = {row["id"]: (row["n"], row["last"]) for row in found["pages"]}
    first, second, *_ = [node for node, _ in decisions()]
    assert pages[first] == (12, 0)
    assert pages[second] == (12, 4)
    assert [row["n"] for row in found["by_day"]] == [3, 4, 4, 1]
    times = {row["id"]: row for row in found["page_times"]}
    assert times[first]["middle"] == "10-19 s"
    assert sum(times[first]["seconds"].values()) == 12


def test_what_the_story_no_longer_has_is_told_by_its_id(tmp_path: Path) -> None:
    found = kept(tmp_path)
    one = found.begin("en", campaign="north")
    for node in ("old-page", "older-page"):
        found.order(one, 1, "old-page", "old-choice", 9)
        found.page(one, node, 9)
    found.end(one, "finished")
    found.close()
    rows = json.loads(told(tmp_path, "json"))
    assert [row["id"] for row in rows["choices"]] == ["old-page.old-choice"]
    assert {row["campaign"] for row in rows["pages"]} == {"Pages that the story no longer has"}


def test_what_followed_an_order_stands_after_it(tmp_path: Path) -> None:
    found, (first, second, *_) = kept(tmp_path), [node for node, _ in decisions()]
    one = found.begin("en", campaign="north")
    for node in (second, f"{first}.answer", first):
        found.page(one, node, 9)
    found.end(one, "idle")
    found.close()
    rows = json.loads(told(tmp_path, "json"))["pages"]
    assert [row["id"] for row in rows] == [first, f"{first}.answer", second]
    assert rows[1]["page"] == f"{rows[0]['page']}: what followed"


def test_without_a_story_there_are_figures_all_the_same(tmp_path: Path) -> None:
    a_week(tmp_path)
    found = {table.id: table for table in found_in(tmp_path, None)}
    assert len(found["pages"].rows) == len(decisions())


def test_a_page_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    a_week(tmp_path)
    page = page_of(config(tmp_path))
    assert "default-src 'none'" in page
    assert not re.search(r"<script|src=|https?://|@import|url\(", page)


HOSTILE = "</table><script>alert(1)</script>\x1b[2J[red]{{x}}"


def test_hostile_names_steer_nothing(tmp_path: Path) -> None:
    story = load(
        folder_of(
            {"story.toml": WHOLE.replace("The north bank", HOSTILE.replace("\x1b", "\\u001b"))}
        )
    )
    a_week(tmp_path)
    found = found_in(tmp_path, story)
    from game.kiosk.report.page import page

    out = io.StringIO()
    write(found, out, 100)
    assert "\x1b" not in out.getvalue()
    assert "[red]{{x}}" in out.getvalue()
    made = page(HOSTILE, HOSTILE, found)
    assert "<script" not in made
    assert "\x1b" not in made


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    a_week(tmp_path)
    out = io.StringIO()
    write(found_in(tmp_path, ford()), out, width)
    assert max(map(cell_len, out.getvalue().splitlines())) <= width
    assert re.search(r"\d%", out.getvalue())


def test_an_output_without_block_characters_gets_none(tmp_path: Path) -> None:
    a_week(tmp_path)
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="strict")
    tell(config(tmp_path), "text", out)
    out.flush()
    assert b"####" in raw.getvalue()


@given(st.floats(0, 1), st.booleans(), st.integers(4, 30))
def test_a_bar_is_as_long_as_its_share(share: float, blocks: bool, width: int) -> None:
    bar = _bar(share, Look(blocks, width, 20))
    assert cell_len(bar) == width
    filled = len(bar.rstrip())
    assert abs(filled - share * width) <= 1


@given(st.lists(st.integers(0, 10**6), min_size=len(PAGES), max_size=len(PAGES)), st.booleans())
def test_small_bars_show_every_step_that_is_not_nothing(numbers: list[int], blocks: bool) -> None:
    drawn = _steps(dict(zip(PAGES, numbers, strict=True)), blocks)
    assert len(drawn) == len(PAGES)
    assert [one in "·." for one in drawn] == [n == 0 for n in numbers]
