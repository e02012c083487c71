"""The ledger at an ending, as steps."""

from __future__ import annotations

from typing import Iterator

from game.export.figures import figure_line
from game.export.script.maker import either
from game.export.script.parts import Bits, Number, Plural, Say, Steps, Test, When
from game.export.script.wording import said
from game.language.tree import Binary, Literal, Name
from game.model import Ending, Metric, Story
from game.view import Tongue

MARK = "\0"
"""Stands for the figure; no text that is said has it."""


def ended(story: Story, ending: Ending, tongue: Tongue) -> Steps:
    """That it is over, and the figures."""
    rows = [
        step for metric in story.metrics.values() for step in _row(story, ending, metric, tongue)
    ]
    head = _for(story, ending, list(story.metrics.values()), Say((tongue.say("The ledger."),)))
    return (Say((tongue.say("The end."),)), *head, *rows)


def _row(story: Story, ending: Ending, metric: Metric, tongue: Tongue) -> Iterator[Say | When]:
    yield from _for(story, ending, [metric], Say(_figure(metric, tongue)))


def _for(story: Story, ending: Ending, metrics: list[Metric], line: Say) -> Iterator[Say | When]:
    """A line in those campaigns of an ending that have one of the metrics."""
    campaigns = ending.campaigns or tuple(story.campaigns)
    counted = [id for id in campaigns if any(not m.campaigns or id in m.campaigns for m in metrics)]
    if len(counted) == len(campaigns):
        yield line
    elif counted:
        yield When(((either([in_campaign(story, id) for id in counted]), (line,)),))


def in_campaign(story: Story, id: str) -> Test:
    """Whether that campaign is played."""
    number = list(story.campaigns).index(id) + 1
    return Test(Binary("==", Name("campaign", 0), Literal(number, 0), 0))


def _figure(metric: Metric, tongue: Tongue) -> Bits:
    label = tongue.text(f"{metric.id}.label", metric.label)
    whole = tongue.text(f"{metric.id}.unit", metric.unit)
    slot = f"metric {metric.id}"
    if not metric.units:
        return _with_unit(label, whole, slot)
    forms = {
        form: _with_unit(label, tongue.text(f"{metric.id}.unit.{form}", unit), slot)
        for form, unit in metric.units
    }
    other = forms.pop("other", _with_unit(label, whole, slot))
    return (Plural(slot, (*forms.items(), ("other", other))),)


def _with_unit(label: str, unit: str, slot: str) -> Bits:
    line = figure_line(said(label), MARK, said(unit))
    before, _, after = line.partition(MARK)
    return before, Number(slot), f"{after}."
