"""The passes of `check`, each over the whole story."""

from __future__ import annotations

from typing import Callable

from game.reader.checks.expressions import check_expressions
from game.reader.checks.graph import check_graph
from game.reader.checks.maps import check_maps
from game.reader.checks.matter import Matter
from game.reader.checks.references import check_references
from game.reader.checks.rules import check_rules
from game.reader.checks.texts import check_texts
from game.reader.checks.times import check_times
from game.reader.checks.translations import check_translations
from game.reader.checks.unused import check_unused

PASSES: tuple[Callable[[Matter], None], ...] = (
    check_rules,
    check_references,
    check_graph,
    check_times,
    check_expressions,
    check_texts,
    check_unused,
    check_translations,
    check_maps,
)
