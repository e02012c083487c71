"""A whole HTML file that asks for nothing else: one style, and the policy that says so."""

from __future__ import annotations

from game.export.report.tags import Tag, tag
from game.export.sealing import sealed


def sealed_page(title: str, style: str, body: Tag, language: str) -> str:
    """The file.

    Args:
        title: What a browser calls it.
        style: The one style sheet; no other is obeyed.
        body: The `body` element.
        language: The code of the language it is written in.
    """
    policy = f"default-src 'none'; style-src {sealed(style)}; base-uri 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Tag(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Tag(style)),
    )
    return "<!doctype html>\n" + tag("html", head, body, lang=language) + "\n"
