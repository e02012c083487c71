"""`author diff`: what changed for players between two versions, and what becomes of their saves."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, TextIO

from game.author.diff_text import diff_lines
from game.author.output import say, say_json
from game.author.prove import FAULTS, FINE, INCOMPLETE, MAX_SECONDS, MAX_STATES, Watch, sound_story
from game.engine import Program
from game.model import Story
from game.prove import Limits
from game.prove.chances import counts
from game.prove.edits import Edit, Names, edits, names_of
from game.prove.explore import Ground, explore
from game.prove.loads import Loads, all_load, loads, touches
from game.prove.order import Order, order_of
from game.prove.space import Space
from game.reader.unswept import unswept


class CampaignChange(NamedTuple):
    """What changed in one campaign that both versions have.

    Attributes:
        endings: Chances of each ending before and now, in old names; None where it
            cannot be come to or is not there.
        loads: None where a version has too many states to be walked.
    """

    campaign: str
    endings: dict[str, tuple[float | None, float | None]]
    loads: Loads | None


class Difference(NamedTuple):
    """What changed between two versions."""

    old: Story
    new: Story
    edits: list[Edit]
    campaigns: list[CampaignChange]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="OLD_DIR", type=Path, help="the older version's folder")
    parser.add_argument("new", metavar="NEW_DIR", type=Path, help="the newer version's folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, out: TextIO) -> int:
    """Compare two versions of a story.

    Returns:
        0; 1 if a version has errors; 3 if one has too many states to be walked.
    """
    old = sound_story(arguments.old, out, arguments.format)
    new = sound_story(arguments.new, out, arguments.format) if old is not None else None
    if old is None or new is None:
        return FAULTS
    late = Watch(monotonic, monotonic(), MAX_SECONDS, sys.stderr)
    found = difference(old, new, Limits(MAX_STATES, late))
    late.clear()
    if arguments.format == "json":
        say_json(out, as_data(found))
    else:
        for line in diff_lines(found):
            say(out, line)
    return FINE if all(change.loads is not None for change in found.campaigns) else INCOMPLETE


def difference(old: Story, new: Story, limits: Limits) -> Difference:
    """What changed; campaigns that only one version has are among the edits."""
    names = names_of(old, new)
    found = edits(old, new, names)
    both = [id for id in old.campaigns if id in new.campaigns]
    changes = [_campaign(old, new, id, names, found, limits) for id in both]
    return Difference(old, new, found, changes)


@unswept()
def _campaign(
    old: Story, new: Story, id: str, names: Names, found: list[Edit], limits: Limits
) -> CampaignChange:
    ground = Ground(Program(old, id))
    before = explore(ground, ground.live(), limits)
    if not before.whole:
        return CampaignChange(id, {}, None)
    order = order_of(before.out)
    odds = _odds(before, order, Names())
    if not any(touches(found, {*ground.moves.at})):
        return CampaignChange(id, {e: (c, c) for e, c in odds.items()}, all_load(before, order))
    other = Ground(Program(new, id))
    after = explore(other, other.live(), limits)
    if not after.whole:
        return CampaignChange(id, {}, None)
    now = _odds(after, order_of(after.out), names)
    endings = {e: (odds.get(e), now.get(e)) for e in dict.fromkeys((*odds, *now))}
    return CampaignChange(id, endings, loads(before, order, after, names, found))


def _odds(space: Space, order: Order, names: Names) -> dict[str, float]:
    shares = counts(space, order).chances
    endings = space.program.story.endings
    return {
        names.node(id): float(shares.of(space.by_node[id]))
        for id in (endings if shares is not None else ())
        if shares is not None and id in space.by_node
    }


def as_data(found: Difference) -> dict[str, Any]:
    """What `--format json` shows."""
    return {
        "old": found.old.manifest.version,
        "new": found.new.manifest.version,
        "edits": [edit._asdict() for edit in found.edits],
        "campaigns": {change.campaign: _change(change) for change in found.campaigns},
    }


def _change(change: CampaignChange) -> dict[str, Any]:
    endings = [{"id": id, "old": old, "new": new} for id, (old, new) in change.endings.items()]
    if change.loads is None:
        return {"endings": endings, "saves": None}
    judged = change.loads
    return {
        "endings": endings,
        "saves": {
            "total": _number(judged.saves),
            "unchanged": _number(judged.unchanged),
            "unchanged_share": judged.unchanged_share,
            "noted": [_fate(asdict(fate)) for fate in judged.noted],
            "parted": [_fate(asdict(fate)) for fate in judged.parted],
        },
    }


def _fate(fate: dict[str, Any]) -> dict[str, Any]:
    return {**fate, "saves": _number(fate["saves"])}


def _number(count: int | None) -> str:
    return "infinite" if count is None else str(count)
