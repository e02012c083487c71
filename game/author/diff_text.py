"""The difference between two versions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from game.author.output import counted
from game.prove.edits import STRUCTURE, Edit
from game.prove.loads import Fate, Loads

if TYPE_CHECKING:
    from game.author.diff import CampaignChange, Difference

MOST = 12
"""Ways to part that are told."""

LONGEST = 60
"""Characters of what stood or stands somewhere."""


def diff_lines(found: Difference) -> Iterator[str]:
    """What changed, as lines."""
    old, new = found.old.manifest, found.new.manifest
    yield f"{old.title} {old.version} and {new.title} {new.version}"
    yield ""
    yield from _edits("What decides what follows", [e for e in found.edits if e.kind == STRUCTURE])
    yield from _edits("Texts", [e for e in found.edits if e.kind != STRUCTURE])
    if not found.edits:
        yield "Nothing changed for players."
        yield ""
    for change in found.campaigns:
        yield from _campaign(change)
    yield "Saves were judged by walking every list of choices in both versions side by side."


def _edits(title: str, edits: list[Edit]) -> Iterator[str]:
    if edits:
        yield title
        yield from (f"  {_edit(edit)}" for edit in edits)
        yield ""


def _edit(edit: Edit) -> str:
    if edit.what == "renamed":
        return f"{edit.where}: now called {edit.new}"
    if edit.what == "changed":
        if edit.old is None and edit.new is None:
            return f"{edit.where}: changed"
        return f"{edit.where}: {_cut(edit.old)} became {_cut(edit.new)}"
    title = edit.old if edit.what == "removed" else edit.new
    return f"{edit.where}: {edit.what}{f' ({_cut(title)})' if title else ''}"


def _cut(text: str | None) -> str:
    if not text:
        return "nothing"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def _campaign(change: CampaignChange) -> Iterator[str]:
    yield change.campaign
    if change.loads is None:
        yield "  too many states to be walked, so nothing is known of its saves"
        yield ""
        return
    for id, (old, new) in change.endings.items():
        if old != new:
            yield f"  The ending {id}: {_share(old)} became {_share(new)} of random playthroughs"
    yield from _loads(change.loads)
    yield ""


def _share(chance: float | None) -> str:
    return "never" if chance is None else f"{chance:.2%}"


def _loads(judged: Loads) -> Iterator[str]:
    if not judged.noted and not judged.parted:
        yield f"  {_saves(judged.saves)}: all load unchanged."
        return
    yield f"  {_saves(judged.saves)}: {_count(judged.unchanged)} load unchanged"
    yield f"  ({judged.unchanged_share:.1%} of random playthroughs, if played to the end)."
    if judged.noted:
        yield "  These load where they were left, but what lies behind them has changed:"
        for fate in judged.noted:
            yield f"    {_saves(fate.saves)} ({fate.share:.1%}), since {fate.edit} was changed"
            yield f"      as after {_witness(fate)}"
    if judged.parted:
        yield "  These part:"
        for fate in judged.parted[:MOST]:
            where = f"at {fate.order}: {fate.why}" if fate.order else fate.why
            yield f"    {_saves(fate.saves)} ({fate.share:.1%}) {where},"
            yield f"      since {fate.edit} was changed; as after {_witness(fate)}"
        if len(judged.parted) > MOST:
            left = judged.parted[MOST:]
            known = [fate.saves for fate in left if fate.saves is not None]
            count = sum(known) if len(known) == len(left) else None
            ways = counted(len(left), "other way")
            yield f"    and {_saves(count)} in {ways} (--format json has all)"


def _witness(fate: Fate) -> str:
    return ", ".join(fate.witness) or "no order"


def _saves(count: int | None) -> str:
    return "endlessly many saves" if count is None else counted(count, "save")


def _count(count: int | None) -> str:
    return "not all" if count is None else str(count)
