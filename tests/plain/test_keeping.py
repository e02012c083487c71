"""Saves while a game is played in lines."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.saves import Store
from tests.ford import ford
from tests.plain.test_player import heard, told

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "saves", now=lambda: NOON)


def test_every_order_is_kept(store: Store) -> None:
    assert heard("\n1\n", store=store).endswith("\nThe input has ended.\nThe game is kept.\n")
    (row,) = store.list(ford())
    assert (row.orders, row.autosave) == (1, True)


def test_saving_and_loading_by_name_and_by_number(store: Store) -> None:
    said = heard("save My river\n\n1\nsave\nsaves\nload my\nload My river\n", store=store)
    assert "help: save My river\nKept under My river.\n" in said
    assert "help: save\nKept under The crossing.\n" in said
    assert (
        "1. Kept by itself at “The far bank”, Ivan Orlov, after 1 order, 1945-08-09 12:00.\n"
        "2. My river, Ivan Orlov, after 0 orders, 1945-08-09 12:00.\n"
        "3. The crossing, Ivan Orlov, after 1 order, 1945-08-09 12:00.\n"
    ) in said
    assert "help: load my\nType load and one of the numbers that saves gives.\n" in said
    assert said.split("load My river\n")[1].startswith("\nThe crossing\n")
    assert "help: load 3\n\nYour order: Row over.\n" in heard("load 3\n", store=store)


def test_loading_a_save_that_is_broken_or_has_parted(store: Store) -> None:
    heard("\n1\n", store=store)
    other = ford('goto = "far-bank"\neffects', 'goto = "drift"\neffects')
    said = heard("load 1\n", other, store)
    assert (
        "help: load 1\nThe story has changed since this save was made: after order 1 of 1" in said
    )
    next(store.folder.glob("*.json")).write_text("{")
    said = heard("load 1\n", store=store)
    assert "help: load 1\nThe save is broken: it ends early or is no save at all. It was" in said
    assert told("load 1")[1] == "Type load and one of the numbers that saves gives."
    assert told("saves")[1] == "Nothing is kept yet."


def test_a_folder_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("")
    store = Store(tmp_path / "saves")
    problem = "The game could not be saved: the folder's name belongs to a file.\n"
    said = heard("\n1\n\n\n1\nsave x\nquit\n", store=store)
    assert f"help: 1\n{problem}\nYour order: Row over." in said
    assert f"help: save x\n{problem}" in said
    assert said.endswith(f"help: quit\nStopped.\n{problem}")
    assert said.count(problem) == 3
