"""Rules of the format that no single table can tell."""

from __future__ import annotations

from game.model import Node
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import choices_of, results_of


def check_rules(matter: Matter) -> None:
    """Campaigns, names of variables, choice ids, short campaigns."""
    story = matter.story
    matter.sink.file = "story.toml"
    if not story.campaigns and not matter.draft.may_hold("campaign"):
        matter.sink.add("E214", (), "The story has no campaign.", "add a [[campaign]] table")
    _names(matter)
    for node, path in matter.nodes():
        _choices(matter, node, path)
    _labels(matter)


def _names(matter: Matter) -> None:
    values = {v for variable in matter.story.variables.values() for v in variable.values}
    for section in ("variables", "derived"):
        for id, path in matter.each(section):
            if id in values:
                message = f"`{id}` is the name of an enum value too."
                matter.sink.add("E206", path, message, key=True)
            if section == "derived" and id in matter.story.variables:
                message = f"`{id}` is a variable already."
                matter.sink.add("E206", path, message, key=True)


def _choices(matter: Matter, node: Node, path: Path) -> None:
    seen: set[str] = set()
    for choice, at in choices_of(node, path):
        if choice.id in seen and choice.id:
            message = f"The choice id `{choice.id}` stands twice in this node."
            matter.sink.add("E206", (*at, "id"), message)
        seen.add(choice.id)
    if node.fallback and not node.choices:
        message = "A page needs no fallback; it has one way on."
        matter.sink.add("E210", (*path, "fallback"), message, key=True)


def _labels(matter: Matter) -> None:
    """Choices of one decision must differ by ear, in their first two words."""
    for node, path in matter.nodes():
        heard: dict[str, str] = {}
        for choice, at in choices_of(node, path):
            start = " ".join(choice.label.lower().split()[:2]).strip(".,;:!?")
            if start in heard and start:
                message = (
                    f"This choice begins like `{heard[start]}`; the ear cannot tell them apart."
                )
                hint = "let the first two words differ"
                matter.sink.add("W505", (*at, "label"), message, hint)
            heard.setdefault(start, choice.id)


def shortness(matter: Matter) -> None:
    """In short campaigns every order needs a brief outcome, and every page a brief."""
    story = matter.story
    short = {c.id for c in story.campaigns.values() if c.length == "short"}
    for node, path in matter.nodes():
        if not short & matter.campaigns_at.get(node.id, frozenset()):
            continue
        if not node.brief:
            message = "A page of a short campaign lacks `brief`."
            matter.sink.add("E218", path, message, key=True)
        for choice, at in choices_of(node, path):
            for result, below in results_of(choice, at):
                if not result.outcome_brief:
                    message = "A choice of a short campaign lacks `outcome_brief`."
                    matter.sink.add("E218", below, message, key=True)
