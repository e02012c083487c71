"""The file put together: page, style, player and story, sealed by a content policy."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from game.export.html.frame import frame
from game.export.html.lookup import codex
from game.export.html.nodes import Nodes
from game.export.html.words import WORDS
from game.export.report.style import colours, shapes
from game.export.script import script_of
from game.export.script.limits import within
from game.export.sealing import sealed
from game.model import Story
from game.view import ENGLISH, Tongue

HERE = Path(__file__).parent
SCRIPTS = (
    "dom",
    "words",
    "engine",
    "texts",
    "pages",
    "answers",
    "reports",
    "course",
    "codes",
    "keep",
    "parts",
    "reading",
    "drawing",
    "closing",
    "lookup",
    "places",
    "settings",
    "keys",
    "player",
)
"""The player's parts, in the order in which they build on each other."""

LARGEST = 2**53 - 1
"""The largest whole number that JavaScript counts with."""


def html(story: Story, tongue: Tongue = ENGLISH) -> str:
    """The story as one file that plays itself in a browser.

    Raises:
        ExportError: if its numbers are beyond what a browser can hold.
    """
    within(script_of(story), LARGEST, "JavaScript")
    style, player = _style(), _player()
    return _filled(
        (HERE / "page.html").read_text("utf-8"),
        {
            "LANGUAGE": escape(tongue.language, quote=True),
            "TITLE": escape(tongue.text("title", story.manifest.title)),
            "SKIP": escape(tongue.say("Skip to the text")),
            "NO_SCRIPT": escape(
                tongue.say("This file plays itself in a browser with JavaScript turned on.")
            ),
            "POLICY": policy(player, style),
            "STYLE": style,
            "STORY": _as_json(story_data(story, tongue)),
            "PLAYER": player,
        },
    )


def story_data(story: Story, tongue: Tongue) -> dict[str, Any]:
    """The story as the player reads it."""
    nodes = Nodes(story, tongue)
    return {
        **frame(story, tongue),
        "nodes": {node.id: nodes.node(node) for node in story.nodes.values()},
        "endings": {ending.id: nodes.ending(ending) for ending in story.endings.values()},
        "codex": codex(story, tongue),
        "say": {words: tongue.say(words) for words in WORDS if tongue.say(words) != words},
    }


def policy(script: str, style: str) -> str:
    """Nothing but this script and this style may run, and nothing may be fetched or sent."""
    rules = (
        "default-src 'none'",
        f"script-src {sealed(script)}",
        f"style-src {sealed(style)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _style() -> str:
    return colours() + shapes() + (HERE / "player.css").read_text("utf-8")


def _player() -> str:
    parts = [(HERE / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _as_json(data: object) -> str:
    """Data that no browser takes for the end of its script."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _filled(page: str, values: dict[str, str]) -> str:
    return re.sub(r"\{\{([A-Z_]+)\}\}", lambda mark: values[mark[1]], page)
