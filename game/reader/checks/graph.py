"""Ways on: where they lead, who comes there, and where they go in circles."""

from __future__ import annotations

from typing import Container, Iterable, Iterator

from game.model import RETURN, Node, Way
from game.reader.checks.matter import Matter
from game.reader.checks.rules import shortness
from game.reader.faults import Path


def check_graph(matter: Matter) -> None:
    """Targets exist, scenes are kept apart, pages do not run in circles."""
    known = matter.targets
    for node, _ in matter.nodes():
        for way, at in matter.ways(node.id):
            _target(matter, way, at, known)
    _campaigns(matter)
    _scenes(matter)
    _circles(matter)
    shortness(matter)
    _strays(matter)


def _target(matter: Matter, way: Way, path: Path, known: frozenset[str]) -> None:
    if way.scene is not None:
        scenes = matter.story.scenes
        matter.dangling |= way.scene not in scenes
        matter.need(way.scene, scenes, "scene", "E407", (*path, "scene"))
        path = (*path, "then")
    if way.to != RETURN and way.to not in known:
        matter.dangling = True
        matter.need(way.to, known, "node or ending", "E401", path)


def edges(matter: Matter, node: Node, into_scenes: bool = True) -> Iterator[str]:
    """The nodes that a node may lead to, scenes entered and passed over."""
    for way, _ in matter.ways(node.id):
        scene = matter.story.scenes.get(way.scene) if way.scene else None
        if scene is not None and into_scenes:
            yield scene.start
        if way.to != RETURN:
            yield way.to


def _campaigns(matter: Matter) -> None:
    met: dict[str, set[str]] = {}
    for campaign in matter.story.campaigns.values():
        matter.dangling |= campaign.start not in matter.targets
        for id in _reached(matter, [campaign.start]):
            met.setdefault(id, set()).add(campaign.id)
    matter.campaigns_at = {id: frozenset(campaigns) for id, campaigns in met.items()}
    for ending, path in matter.endings():
        if not ending.campaigns and matter.broken_list("ending", ending.id, "campaigns"):
            continue
        for campaign_id in sorted(met.get(ending.id, set()) - set(ending.campaigns)):
            message = f"The campaign `{campaign_id}` comes to this ending, which does not name it."
            hint = f'add "{campaign_id}" to `campaigns`'
            matter.sink.add("E413", (*path, "campaigns"), message, hint)


def _reached(
    matter: Matter,
    start: Iterable[str],
    into_scenes: bool = True,
    apart_from: Container[str] = (),
) -> set[str]:
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        id = waiting.pop()
        if id in seen or id in apart_from:
            continue
        seen.add(id)
        if id in matter.story.nodes:
            waiting.extend(edges(matter, matter.story.nodes[id], into_scenes))
    return seen


def _scenes(matter: Matter) -> None:
    story = matter.story
    inside: dict[str, str] = {}
    for id, path in matter.each("scene"):
        start = story.scenes[id].start
        if matter.need(start, matter.story.nodes, "node", "E401", (*path, "start")):
            inside.update(dict.fromkeys(_reached(matter, [start], into_scenes=False), id))
    _returns(matter, inside)
    _entries(matter, inside)
    _scene_circles(matter, inside)


def _returns(matter: Matter, inside: dict[str, str]) -> None:
    for node, _ in matter.nodes():
        for way, at in matter.ways(node.id):
            if way.to == RETURN and node.id not in inside:
                matter.dangling = True
                hint = "only the nodes of a scene return"
                matter.sink.add("E408", at, "There is no scene to return from.", hint)


def _entries(matter: Matter, inside: dict[str, str]) -> None:
    for node, _ in matter.nodes():
        for way, at in matter.ways(node.id):
            scene = inside.get(way.to)
            if scene is not None and inside.get(node.id) != scene:
                message = f"`{way.to}` is inside the scene `{scene}`, which is entered by its name."
                hint = f'write {{ scene = "{scene}", then = "..." }}'
                matter.sink.add("E408", at, message, hint)


def _scene_circles(matter: Matter, inside: dict[str, str]) -> None:
    calls: dict[str, set[str]] = {}
    for id, scene in inside.items():
        node = matter.story.nodes.get(id)
        for way, _ in matter.ways(id) if node else ():
            if way.scene:
                calls.setdefault(scene, set()).add(way.scene)
    for id, path in matter.each("scene"):
        if id in _closure(calls, id):
            message = f"The scene `{id}` calls itself, by way of others or directly."
            matter.sink.add("E409", path, message, key=True)


def _closure(calls: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(calls.get(start, ()))
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(calls.get(here, ()))
    return seen


def _circles(matter: Matter) -> None:
    """A cycle of pages only: no decision would ever be reached."""
    pages = {node.id: node for node, _ in matter.nodes() if not node.is_decision}
    endless = any(fault.code == "E409" for fault in matter.sink.faults)
    state: dict[str, int] = {}
    for start in pages:
        if start not in state:
            _visit(matter, pages, start, state, not endless)


def _visit(
    matter: Matter, pages: dict[str, Node], start: str, state: dict[str, int], into_scenes: bool
) -> None:
    """Depth first without recursion. State 1: on the way here; 2: done."""
    trail: list[tuple[str, Iterator[str]]] = [(start, edges(matter, pages[start], into_scenes))]
    state[start] = 1
    while trail:
        id, ahead = trail[-1]
        following = next(ahead, None)
        if following is None:
            state[id] = 2
            trail.pop()
        elif following in pages and state.get(following) == 1:
            _circle(matter, id, following)
        elif following in pages and following not in state:
            state[following] = 1
            trail.append((following, edges(matter, pages[following], into_scenes)))


def _circle(matter: Matter, id: str, back_to: str) -> None:
    matter.sink.file, path = matter.draft.shelves["node"].place(id)
    message = f"These pages run in a circle: from here back to `{back_to}` without a decision."
    matter.sink.add("E412", (*path, "goto"), message, "put a decision between them")


def _strays(matter: Matter) -> None:
    """Nodes and endings that no campaign leads to, whatever is chosen.

    Of those that only follow from each other the first is named. While a way
    leads nowhere, nothing is: what is not met may be what it should lead to.
    """
    if matter.dangling or not matter.draft.whole:
        return
    strays = [id for id in (*matter.story.nodes, *matter.story.endings) if _unmet(matter, id)]
    behind = {to for id in strays for to in _following(matter, id)}
    for id in [*(id for id in strays if id not in behind), *strays]:
        if _unmet(matter, id):
            _stray(matter, id)
            met = _reached(matter, [id], apart_from=matter.campaigns_at)
            matter.campaigns_at |= dict.fromkeys(met, frozenset())


def _unmet(matter: Matter, id: str) -> bool:
    return id not in matter.campaigns_at


def _following(matter: Matter, id: str) -> set[str]:
    node = matter.story.nodes.get(id)
    return set(edges(matter, node)) - {id} if node else set()


def _stray(matter: Matter, id: str) -> None:
    what = "node" if id in matter.story.nodes else "ending"
    matter.sink.file, path = matter.draft.shelves[what].place(id)
    hint = "name it in a `goto`, or remove it"
    matter.sink.add("W701", path, f"Nothing leads to this {what}.", hint, key=True)
