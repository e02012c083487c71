"""A configuration as its file, with a comment for every key."""

from __future__ import annotations

import textwrap
from dataclasses import fields
from typing import Any

from game.kiosk.config.sections import Config

HEAD = """\
# The kiosk's configuration. Every key may be left out; what stands here is what it then is.
# Paths are taken from this file's folder. docs/museum.md tells how to set a kiosk up.
"""


def written(config: Config) -> str:
    """A configuration as commented TOML; read again, it is the same."""
    return "\n".join([HEAD, *(_section(config, found.name) for found in fields(Config))])


def _section(config: Config, name: str) -> str:
    section = getattr(config, name)
    said = (type(section).__doc__ or "").strip()
    head = "".join(f"# {line.strip()}\n" if line.strip() else "" for line in said.splitlines())
    return f"{head}[{name}]\n{''.join(_key(section, found) for found in fields(section))}"


def _key(section: Any, found: Any) -> str:
    kind, says = found.metadata["kind"], found.metadata["says"]
    said = f"{says} {kind.range()}" if says else ""
    lines = textwrap.wrap(said, 96, initial_indent="# ", subsequent_indent="# ")
    return "\n".join([*lines, f"{found.name} = {kind.write(getattr(section, found.name))}", ""])
