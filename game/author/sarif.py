"""Diagnostics as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

from typing import Any, Sequence
from urllib.parse import quote

import game
from game.author.pages import Page, codes, page
from game.reader import Diagnostic
from game.reader.faults import severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "STORY"
"""What file names are relative to: the story's folder."""


def sarif(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """A SARIF log with one run: a rule for each code met, a result for each diagnostic."""
    met = sorted({d.code for d in diagnostics})
    driver = {
        "name": "ten-days author check",
        "semanticVersion": game.__version__,
        "rules": [_rule(code) for code in met],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The story's folder."}}},
        "results": [_result(d, met.index(d.code)) for d in diagnostics],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": severity(code)}}
    return rule | (_told(page(code)) if code in codes() else {})


def _told(page: Page) -> dict[str, Any]:
    return {
        "shortDescription": {"text": f"{page.title[:1].upper()}{page.title[1:]}."},
        "fullDescription": {"text": page.meaning},
        "help": {"text": page.plain, "markdown": page.markdown},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    name = quote(diagnostic.file.encode("utf-8", "surrogateescape"))
    place = {
        "artifactLocation": {"uri": name, "uriBaseId": ROOT},
        "region": {"startLine": diagnostic.line, "startColumn": diagnostic.column},
    }
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity,
        "message": {"text": diagnostic.message + hint},
        "locations": [{"physicalLocation": place}],
    }
