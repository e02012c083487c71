"""A story's head as data for the player: campaigns, variables, the ledger, numbers and plurals."""

from __future__ import annotations

from game.engine import historical_path, program
from game.export.html.rules import tree
from game.export.html.texts import Data, lean
from game.history.roads import roads
from game.language import parse_expression, plural_form
from game.model import Campaign, Metric, Story, Variable
from game.saves.codes import ALPHABET, FINGERPRINTS, ROOT
from game.saves.fingerprint import fingerprint
from game.view import Tongue
from game.view.gauges import claim_range

FORMS = ("one", "few", "many", "other")
PERIOD = 200
"""The form that goes with a number is the form of its last two digits, beyond this many."""


def frame(story: Story, tongue: Tongue) -> Data:
    """Everything but nodes, the codex and the interface's words."""
    say = tongue.text
    return {
        "campaigns": [_campaign(story, found, tongue) for found in story.campaigns.values()],
        "variables": {v.id: _variable(v, tongue) for v in story.variables.values()},
        "derived": {d.id: tree(parse_expression(d.expr)) for d in story.derived.values()},
        "metrics": {m.id: _metric(m, tongue) for m in story.metrics.values()},
        "scenes": {scene.id: scene.start for scene in story.scenes.values()},
        "number": _numbers(tongue),
        "code": [ALPHABET, FINGERPRINTS, ROOT],
        "title": say("title", story.manifest.title),
        **lean(
            note=say("content_note", story.manifest.content_note or ""),
            authors=", ".join(story.manifest.authors),
            licence=story.manifest.licence,
        ),
        "id": story.manifest.id,
        "version": story.manifest.version,
        "language": tongue.language,
    }


def _campaign(story: Story, campaign: Campaign, tongue: Tongue) -> Data:
    made = program(story, campaign.id)
    person = story.people.get(campaign.person or "")
    key, layout, found = f"campaign.{campaign.id}", made.layout, roads(made)
    title = tongue.text(f"{key}.title", campaign.title or campaign.id)
    return {
        "id": campaign.id,
        "title": title,
        "name": tongue.text(f"{person.id}.name", person.name) if person else "",
        "role": tongue.text(f"{person.id}.role", person.role or "") if person else "",
        "side": person.side if person else "other",
        "short": campaign.length == "short",
        "blurb": tongue.text(f"{key}.blurb", campaign.blurb or ""),
        "start": campaign.start,
        "variables": list(layout.variables),
        "visits": dict(layout.visits),
        "chosen": list(layout.chosen),
        "metrics": list(layout.metrics),
        "past": list(historical_path(made)),
        "mark": int(fingerprint(story, campaign.id).structure, 16) % FINGERPRINTS,
        "roads": {
            "spots": [[spot.id, spot.row, spot.column] for spot in found.spots],
            "ways": [list(way) for way in found.ways],
        },
    }


def _variable(variable: Variable, tongue: Tongue) -> Data:
    id = variable.id
    words = [tongue.text(f"{id}.words.{n}", word) for n, word in enumerate(variable.words, 1)]
    return {
        "kind": variable.kind,
        "start": variable.start,
        **lean(
            min=variable.min if variable.kind == "int" else None,
            max=variable.max if variable.kind == "int" else None,
            values=list(variable.values),
            words=words,
            label=tongue.text(f"{id}.label", variable.label or id) if variable.shown else "",
        ),
    }


def _metric(metric: Metric, tongue: Tongue) -> Data:
    id, own = metric.id, metric.own_claims()
    return {
        "label": tongue.text(f"{id}.label", metric.label),
        "unit": tongue.text(f"{id}.unit", metric.unit),
        "start": metric.start,
        **lean(
            units={form: tongue.text(f"{id}.unit.{form}", word) for form, word in metric.units},
            gloss=tongue.text(f"{id}.gloss", metric.gloss or ""),
            claims=[
                {
                    "by": tongue.text(f"{id}.claim.{number}.by", claim.by),
                    "range": claim_range(claim, tongue),
                    "low": claim.low,
                    "high": claim.high,
                    "own": claim in own,
                    "about": _about(metric, number, tongue),
                }
                for number, claim in enumerate(metric.claims, 1)
            ],
        ),
    }


def _about(metric: Metric, number: int, tongue: Tongue) -> str:
    """What a claim counts, where that is something else."""
    claim, key = metric.claims[number - 1], f"{metric.id}.claim.{number}"
    if (claim.measure, claim.scope) == (metric.measure, metric.scope):
        return ""
    kinds = (("measure", claim.measure), ("scope", claim.scope))
    return ", ".join(tongue.text(f"{key}.{kind}", words) for kind, words in kinds if words)


def _numbers(tongue: Tongue) -> Data:
    """How numbers are written, and which form of a word goes with each."""
    forms = "".join(str(FORMS.index(plural_form(tongue.language, n))) for n in range(PERIOD))
    return {"names": list(FORMS), "forms": forms, "gap": tongue.number(1000)[1:-3]}
