"""One autosave a playthrough, the last five of a campaign."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.saves import SaveError, Store
from tests.ford import ford, played

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    now = iter(NOON + timedelta(minutes=n) for n in range(1000))
    return Store(tmp_path, now=lambda: next(now))


def kept(store: Store) -> list[tuple[str, int, str]]:
    """Name, orders and place of every save, the latest first."""
    return [(r.path.stem, r.orders, r.at) for r in store.list(ford())]


def a_game(store: Store, *choices: str) -> None:
    store.begin()
    for n in range(len(choices)):
        assert store.autosave(played(*choices[: n + 1])) is None


def test_a_new_game_leaves_the_one_before(store: Store) -> None:
    a_game(store, "row", "bury")
    a_game(store, "march")
    assert kept(store) == [
        ("autosave-north-19450809-120300", 1, "drift"),
        ("autosave-north-19450809-120000", 2, "over"),
    ]


def test_orders_taken_back_stay_in_the_same_file(store: Store) -> None:
    a_game(store, "row", "bury")
    store.autosave(played("march"))
    assert kept(store) == [("autosave-north-19450809-120000", 1, "drift")]


def test_five_are_kept_and_the_oldest_finished_goes_first(store: Store) -> None:
    for choices in (["row"], ["row", "bury"], ["march"], ["row", "bury"], ["row"]):
        a_game(store, *choices)
    assert [orders for _, orders, _ in kept(store)] == [1, 2, 1, 2, 1]
    a_game(store, "march")
    assert [orders for _, orders, _ in kept(store)] == [1, 1, 2, 1, 1]
    a_game(store, "march")
    assert [orders for _, orders, _ in kept(store)] == [1, 1, 1, 1, 1]
    a_game(store, "row", "bury")
    assert [orders for _, orders, _ in kept(store)] == [2, 1, 1, 1, 1]
    assert len([*store.folder.glob("*.previous")]) == 1


def test_named_saves_and_broken_files_are_never_thinned_out(store: Store) -> None:
    store.save(played("row"), "mine")
    (store.folder / "autosave-north-19000101-000000.json").write_text("{")
    for _ in range(7):
        a_game(store, "row", "bury")
    assert len(kept(store)) == 7
    assert (store.folder / "north-mine.json").exists()


def test_a_loaded_autosave_is_gone_on_in(store: Store) -> None:
    a_game(store, "row")
    a_game(store, "march")
    path = store.list(ford())[1].path
    again = Store(store.folder, now=lambda: NOON + timedelta(days=1))
    loaded = again.load(path, ford())
    again.autosave(loaded.play.take("bury"))
    assert [orders for _, orders, _ in kept(again)] == [2, 1]
    assert kept(again)[0][0] == path.stem


def test_a_loaded_named_save_stays_as_it_is(store: Store) -> None:
    store.save(played("row"), "mine")
    loaded = store.load(store.folder / "north-mine.json", ford())
    store.autosave(loaded.play.take("bury"))
    assert sorted(orders for _, orders, _ in kept(store)) == [1, 2]


def test_the_one_autosave_of_before_still_loads_and_is_gone_on_in(store: Store) -> None:
    a_game(store, "row")
    old = store.folder / "autosave-north.json"
    shutil.move(store.list(ford())[0].path, old)
    (row,) = store.list(ford())
    assert row.autosave
    store.autosave(store.load(old, ford()).play.take("bury"))
    assert kept(store) == [("autosave-north", 2, "over")]


def test_looking_changes_nothing(store: Store) -> None:
    a_game(store, "row")
    a_game(store, "march")
    one = store.list(ford())[1].path
    assert store.look(one, ford()).play == played("row")
    store.autosave(played("march", "wait"))
    assert store.look(one, ford()).play == played("row")
    one.write_text("{")
    with pytest.raises(SaveError, match="The save is broken"):
        store.look(one, ford())
    assert one.exists()


def test_two_games_begun_in_the_same_second_have_two_files(tmp_path: Path) -> None:
    for _ in range(2):
        assert Store(tmp_path, now=lambda: NOON).autosave(played("row")) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "autosave-north-19450809-120000-2.json",
        "autosave-north-19450809-120000.json",
    ]
