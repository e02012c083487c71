"""The ledger in lines."""

from __future__ import annotations

import re
from typing import Iterable

from game.export.prose_lines import Lines
from game.view import ENGLISH, LedgerRow, Tongue


def figure_line(label: str, figure: str, unit: str) -> str:
    """A figure behind its label; the unit is left out where the label has said it."""
    said = unit.casefold() in re.findall(r"\w+", label.casefold())
    return f"{label}: {figure}" if said else f"{label}: {figure} {unit}"


def ledger_lines(rows: Iterable[LedgerRow], tongue: Tongue = ENGLISH) -> Lines:
    """The ledger, one metric a paragraph: figure, verdict, every claim."""
    lines: Lines = []
    for row in rows:
        lines += ["", ledger_line(row, tongue)] if lines else [ledger_line(row, tongue)]
    return lines


def ledger_line(row: LedgerRow, tongue: Tongue = ENGLISH) -> str:
    """One metric in sentences."""
    parts = [f"{figure_line(row.label, row.figure, row.unit)}."]
    parts += [row.verdict] if row.final else []
    own = [f"{claim.by}, {claim.range}" for claim in row.claims if not claim.measure]
    if own:
        counts = "; ".join(own)
        parts.append(tongue.say("Counted by others: {counts}.").format(counts=counts))
    other = [f"{c.by}, {c.range} ({c.measure})" for c in row.claims if c.measure]
    if other:
        counts = "; ".join(other)
        parts.append(tongue.say("Counts of other things: {counts}.").format(counts=counts))
    return " ".join([*parts, row.gloss]).rstrip()
