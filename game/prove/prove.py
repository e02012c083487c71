"""Prove a story: walk every reachable state of every campaign, and say what was found."""

from __future__ import annotations

from typing import Iterator

from game.engine import Program, begin, historical_path, step
from game.model import Assertion, Story
from game.prove.asserts import Ruling, rulings
from game.prove.chances import counts
from game.prove.explore import Ground, Limits, explore
from game.prove.ledgers import totals
from game.prove.met import Met, met_in
from game.prove.moves import takings_of
from game.prove.order import Order, order_of
from game.prove.places import passages_of
from game.prove.proof import (
    Account,
    CampaignProof,
    Gaps,
    Loop,
    Overrun,
    Proof,
    Reached,
    Step,
    Stop,
)
from game.prove.ranges import ranges
from game.prove.reach import round_trip
from game.prove.space import Space
from game.prove.stuck import deadlocks, traps
from game.prove.times import runs_back


def prove(story: Story, limits: Limits | None = None) -> Proof:
    """Everything that can be said for certain about a story that `check` finds no error in.

    Raises:
        EngineError: for a story that `check` would refuse.
    """
    limits = limits or Limits()
    campaigns = [prove_campaign(Program(story, id), limits) for id in story.campaigns]
    met = Met()
    for campaign in campaigns:
        met.add(campaign.met)
    whole = all(campaign.limit is None for campaign in campaigns)
    found = [ruling for campaign in campaigns for ruling in campaign.rulings]
    asserts = [joined(wanted, found) for wanted in story.asserts.values()]
    return Proof(campaigns, _gaps(story, met, whole), asserts)


def decide(story: Story, limits: Limits | None = None) -> list[Ruling]:
    """The asserts of a story alone, in less time than a whole proof takes.

    Raises:
        EngineError: for a story that `check` would refuse.
    """
    limits = limits or Limits()
    found: list[Ruling] = []
    wanted = list(story.asserts.values())
    for id in story.campaigns if wanted else ():
        ground = Ground(Program(story, id))
        space = explore(ground, ground.live(), limits)
        found += rulings(ground, space, order_of(space.out), wanted, limits)
    return [joined(each, found) for each in wanted]


def prove_campaign(program: Program, limits: Limits) -> CampaignProof:
    """One campaign of a story."""
    ground = Ground(program)
    space = explore(ground, ground.live(), limits)
    order = order_of(space.out)
    proof = CampaignProof(
        program.campaign.id,
        len(space.out),
        sum(len(there) for there in space.out if there),
        space.limit,
        met_in(space),
    )
    _faults(proof, space, order)
    proof.variables = ranges(ground, space, limits)
    proof.rulings = rulings(ground, space, order, list(program.story.asserts.values()), limits)
    if space.whole:
        proof.endings = _endings(space, order)
        _ledger(proof, space, order)
    return proof


def _faults(proof: CampaignProof, space: Space, order: Order) -> None:
    """What is wrong for certain, even if the walk was stopped."""
    proof.deadlocks = [Stop(space.node[s], space.witness(s)) for s in deadlocks(space)]
    for trap in traps(space, order) if space.whole else ():
        proof.traps.append(Loop(trap.nodes, space.witness(trap.state)))
    for back in runs_back(space):
        order_given = next(m.taking.order for s, m in space.edges(back.before) if s == back.state)
        witness = space.witness(back.before) + ([order_given] if order_given else [])
        proof.time.append(Step(back.later.node, back.earlier.node, witness))
    seen: set[str] = set()
    for state, move, variable in space.spilled:
        if variable not in seen:
            seen.add(variable)
            given = space.moves.all[move].taking.order if move >= 0 else None
            witness = space.witness(state) + ([given] if given else [])
            proof.overflows.append(Overrun(variable, witness))


def _endings(space: Space, order: Order) -> list[Reached]:
    """Every ending that names the campaign or is come to in it."""
    ways, shares = counts(space, order)
    found = []
    for ending in space.program.story.endings.values():
        states = space.by_node.get(ending.id, [])
        if states or space.program.campaign.id in ending.campaigns:
            found_ways = [ways[state] for state in states]
            paths = None if None in found_ways else sum(way or 0 for way in found_ways)
            first = min(states, key=space.depth.__getitem__, default=None)
            shortest = None if first is None else space.witness(first)
            found.append(Reached(ending.id, paths, shares.of(states) if shares else None, shortest))
    return found


def _ledger(proof: CampaignProof, space: Space, order: Order) -> None:
    program = space.program
    history = _history(program)
    start = dict(zip(program.layout.metrics, program.first_ledger, strict=True))
    for metric, (total, turn) in totals(space, order, start).items():
        proof.ledger[metric] = Account(total, history.get(metric))
        if turn is not None:
            proof.cycles.append(Overrun(metric, round_trip(space, turn.state)))


def _history(program: Program) -> dict[str, int]:
    """The ledger at the end of the historical path, if it is marked to the end."""
    end = begin(program).position
    for order in historical_path(program):
        end = step(end, order.rpartition(".")[2])
    return end.metrics if end.is_ending else {}


def joined(wanted: Assertion, rulings: list[Ruling]) -> Ruling:
    """One ruling over all campaigns: `reachable` needs one of them, the others all.

    An assert that concerns no campaign does not hold.
    """
    found = [ruling for ruling in rulings if ruling.id == wanted.id]
    deciding = wanted.kind == "reachable"
    for ruling in found:
        if ruling.holds is deciding:
            return ruling._replace(say=wanted.say or "")
    open_yet = any(ruling.holds is None for ruling in found)
    holds = None if open_yet else bool(found) and not deciding
    return Ruling(wanted.id, holds, say=wanted.say or "")


def _gaps(story: Story, met: Met, whole: bool) -> Gaps:
    """What nobody meets. Nothing is known of that unless every walk was whole."""
    places = [*story.nodes, *story.endings]
    orders = [f"{node.id}.{choice.id}" for node in story.nodes.values() for choice in node.choices]
    passages = [key for id in places for key in _passages(story, id)]
    gaps = Gaps({"nodes": len(places), "choices": len(orders), "passages": len(passages)})
    if whole:
        gaps.nodes = [id for id in places if id not in met.nodes]
        gaps.choices = [order for order in orders if order not in met.orders]
        gaps.passages = [key for key in passages if key not in met.passages]
        gaps.conditions = [
            (key, True in found) for key, found in met.conditions.items() if len(found) < 2
        ]
        gaps.fallbacks = [
            id
            for id, node in story.nodes.items()
            if node.fallback and id in met.nodes and id not in met.fallen
        ]
    return gaps


def _passages(story: Story, id: str) -> Iterator[str]:
    return passages_of(story.nodes.get(id) or story.endings[id], list(takings_of(story, id)))
