"""How a story's choices weigh, in words."""

from __future__ import annotations

from typing import Iterator

from game.author.output import counted
from game.model import Story
from game.prove.odds import Chance, Taken
from game.prove.stats import Stats

MUCH = 0.05
"""A change of an ending's chance that is worth counting."""


def stats_lines(story: Story, stats: Stats) -> Iterator[str]:
    """What is known of one campaign, as lines."""
    yield f"{stats.campaign} ({story.campaigns[stats.campaign].length})"
    if not stats.whole:
        yield f"  more than {stats.states:,} states: too many to be walked, so nothing is known"
        return
    if stats.odds is None:
        yield "  its loops are too large to be solved, so no chances are known"
    else:
        yield from _endings(stats)
        yield from _decisions(story, stats)
        yield from _joins(stats)
    yield from _no_return(stats)
    if stats.odds is not None:
        yield from _closing(stats)


def _endings(stats: Stats) -> Iterator[str]:
    assert stats.odds is not None
    wide = max(map(len, stats.odds.endings), default=0)
    yield "  Endings of random playthroughs"
    for id, chance in stats.odds.endings.items():
        yield f"    {id:<{wide}}  {_share(chance)}"
    yield ""


def _decisions(story: Story, stats: Stats) -> Iterator[str]:
    yield "  Decisions and choices: how many random playthroughs meet and take them,"
    yield "  and the ending whose chance changes most for those that take them"
    found = [taken for decision in stats.decisions for taken in decision.choices]
    wide = max((len(taken.order.partition(".")[2]) for taken in found), default=0)
    for decision in stats.decisions:
        yield f"    {decision.number:>2}. {decision.node}  met {_share(decision.met).strip()}"
        for taken in decision.choices:
            name = taken.order.partition(".")[2]
            offered = (
                ""
                if taken.offered == decision.met
                else f"  offered to {_share(taken.offered).strip()}"
            )
            yield f"        {name:<{wide}}  {_share(taken.taken)}  {_change(stats, taken)}{offered}"
    yield ""


def _change(stats: Stats, taken: Taken) -> str:
    change = stats.change(taken)
    if change is None or taken.endings is None or stats.odds is None:
        return "never taken" if not taken.taken else "endings not worked out"
    id, by = change
    before, after = _share(stats.odds.endings[id]).strip(), _share(taken.endings[id]).strip()
    return f"{by * 100:+6.1f} {id} ({before} to {after})"


def _joins(stats: Stats) -> Iterator[str]:
    if stats.joins:
        yield "  Where paths join"
        for join, met in stats.joins:
            yield f"    {join.node}  met {_share(met).strip()}, from {', '.join(join.sources)}"
        yield ""


def _no_return(stats: Stats) -> Iterator[str]:
    if not stats.no_return:
        return
    yield "  Points of no return: choices after which an ending is out of reach"
    for ending in dict.fromkeys(each.ending for each in stats.no_return):
        own = [each for each in stats.no_return if each.ending == ending]
        always = [each.order for each in own if each.always]
        other = [each.order for each in own if not each.always]
        yield f"    {ending}"
        if always:
            yield f"      always: {', '.join(always)}"
        if other:
            yield f"      in some states: {', '.join(other)}"
    yield ""


def _closing(stats: Stats) -> Iterator[str]:
    weighty: list[int] = []
    for decision in stats.decisions:
        for taken in decision.choices:
            change = stats.change(taken)
            if change and round(abs(change[1]), 9) >= MUCH:
                weighty.append(decision.number)
    total = sum(len(decision.choices) for decision in stats.decisions)
    early = sum(number * 2 <= stats.last for number in weighty)
    many = f"{len(weighty)} of {counted(total, 'choice')}"
    yield f"  {many} change some ending's chance by five points"
    yield f"  or more, {early} of them in the first half."
    exact = stats.odds is not None and stats.odds.exact
    yield f"  {counted(stats.states, 'state')}; the chances are {'exact' if exact else 'rounded'}."
    yield ""


def _share(chance: Chance) -> str:
    return f"{float(chance):6.1%}"
