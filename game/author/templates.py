"""What `author new` writes: texts that say what belongs in their place."""

from __future__ import annotations

import json
from typing import NamedTuple, Sequence

MANIFEST = """\
{line}format = 1
id = {id}
version = "0.1.0"
ifid = {ifid}
title = {title}
languages = {{ en = "complete" }}
content_note = "Write here what a player should know before the first page."
files = ["{campaign}/*.toml"]
"""
CAMPAIGN = """\

[[campaign]]
id = "{id}"
{person}length = "{length}"
start = "{prefix}-opening"
title = {title}
blurb = "Write here in a sentence who commands, and what is at stake."
"""
OPENING = """\
{line}# The campaign {id}. Write the texts from the top down; author check says what is amiss.

[node.{prefix}-opening]
title = "The opening"
when = "the evening before"
{brief}text = "Write here where and when this is, and who you are. Then lead to the first decision."
goto = "{prefix}-first"
"""
NODE = """\

[node.{id}]
title = {title}
{brief}text = "Write here what happens, and lead to what comes next."
goto = "{goto}"
"""
DECISION = """\

[node.{id}]
title = {title}
{brief}text = "Write here what has changed since the last order, and what must be decided by when."
hidden = "Write here what he could not know."

[[node.{id}.advice]]
post = "the chief of staff"
text = "Write here what one officer would do, and what it would cost."
leans = "{first}"
imagined = true

[[node.{id}.advice]]
post = "the chief of supply"
text = "Write here what another would do, and what that would cost."
leans = "{second}"
imagined = true
"""
CHOICE = """\

[[node.{node}.choice]]
id = "{id}"
label = {label}
{historical}detail = "Write here what the order means."
outcome = "Write here what follows, and its cost in people as well as in hours."
{brief}basis = "{basis}"
goto = "{goto}"
"""
RECORD = """\

[node.{id}.record]
text = "Write here what was done, what came of it, and how well we know."
{brief}"""
ENDING = """\

[ending.{id}]
campaigns = {campaigns}
title = "The end"
kind = "army"
when = "when it was over"
{brief}text = "Write here what became of the army, the city, the people in it, and the man."
"""
BRIEF = 'brief = "Write here the same in a few words, complete in itself."\n'
OUTCOME_BRIEF = 'outcome_brief = "Write here the same in a few words, complete in itself."\n'


class Order(NamedTuple):
    """A choice that is to be written."""

    id: str
    label: str
    goto: str
    historical: bool = False
    brief: bool = False


def quoted(text: str) -> str:
    """A text as TOML has it, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def manifest(id: str, title: str, ifid: str, campaign: str, line: str) -> str:
    """A story's head."""
    return MANIFEST.format(
        id=quoted(id), title=quoted(title), ifid=quoted(ifid), campaign=campaign, line=line
    )


def campaign(id: str, prefix: str, title: str, person: str | None, short: bool) -> str:
    """A campaign's table in story.toml."""
    who = f'person = "{person}"\n' if person else ""
    length = "short" if short else "full"
    return CAMPAIGN.format(id=id, prefix=prefix, title=quoted(title), person=who, length=length)


def opening(id: str, prefix: str, short: bool, line: str, historical: bool = True) -> str:
    """A campaign's own file: an opening, a decision, an ending."""
    brief = BRIEF if short else ""
    first = f"{prefix}-first"
    end = f"{prefix}-end"
    orders = (
        Order("hold", "Hold where we are.", end, historical, short),
        Order("withdraw", "Withdraw behind the river.", end, False, short),
    )
    return (
        OPENING.format(id=id, prefix=prefix, brief=brief, line=line)
        + decision(first, "The first decision", orders, short)
        + RECORD.format(id=first, brief=BRIEF if short else "")
        + ending(end, [id], short)
    )


def decision(id: str, title: str, orders: Sequence[Order], short: bool) -> str:
    """A decision with its advice and choices."""
    brief = BRIEF if short else ""
    first, second = orders[0].id, orders[-1].id
    head = DECISION.format(id=id, title=quoted(title), brief=brief, first=first, second=second)
    return head + "".join(choice(id, order) for order in orders)


def choice(node: str, order: Order) -> str:
    """A choice of a node."""
    return CHOICE.format(
        node=node,
        id=order.id,
        label=quoted(order.label),
        goto=order.goto,
        historical="historical = true\n" if order.historical else "",
        basis="documented" if order.historical else "conjecture",
        brief=OUTCOME_BRIEF if order.brief else "",
    )


def node(id: str, title: str, goto: str, short: bool) -> str:
    """A page."""
    brief = BRIEF if short else ""
    return NODE.format(id=id, title=quoted(title), goto=goto, brief=brief)


def ending(id: str, campaigns: Sequence[str], short: bool) -> str:
    """An ending."""
    listed = "[" + ", ".join(f'"{name}"' for name in campaigns) + "]"
    return ENDING.format(id=id, campaigns=listed, brief=BRIEF if short else "")
