"""A playthrough for programs."""

from __future__ import annotations

import json

from game.export import replay_data
from game.saves import code_of
from tests.ford import played


def test_a_finished_playthrough() -> None:
    play = played("march", "wait")
    assert replay_data(play) == {
        "campaign": "north",
        "path": [
            {"node": "crossing", "choice": "march"},
            {"node": "drift", "choice": "wait"},
        ],
        "pages": ["camp"],
        "ending": "drowned",
        "variables": {"water": 0, "bridge": False, "secret": False},
        "ledger": {
            "men": {
                "value": 30,
                "inside": True,
                "claims": [
                    {"by": "Our count", "low": 10, "high": 20, "fact": "crossed", "inside": False},
                    {"by": "Their count", "low": 15, "high": None, "fact": None, "inside": True},
                    {"by": "A newspaper", "low": None, "high": 900, "fact": None, "inside": None},
                ],
            },
            "boats": {"value": 0, "inside": None, "claims": []},
            "nights": {
                "value": 0,
                "inside": False,
                "claims": [{"by": "A diary", "low": 1, "high": 1, "fact": None, "inside": False}],
            },
        },
        "code": code_of(play),
    }


def test_an_unfinished_playthrough_has_no_ending() -> None:
    data = replay_data(played("row"))
    assert data["ending"] is None
    assert data["path"] == [{"node": "crossing", "choice": "row"}]
    assert json.loads(json.dumps(data)) == data


def test_pages_between_all_orders_are_listed() -> None:
    assert replay_data(played("row", "bury"))["pages"] == ["camp", "night"]
