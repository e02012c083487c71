"""What a story's map is read from: which files, how large, and what must be in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LARGEST = 32 * 1024 * 1024
"""Bytes of a map file that the game takes in."""


def map_files(folder: Path) -> list[Path]:
    """Every `*.geojson` of a folder, in the order of their names; none where there is no folder."""
    try:
        return sorted(folder.glob("*.geojson"))
    except OSError:
        return []


def features_of(data: Any) -> list[Any]:
    """The features of a GeoJSON collection, as `json` gives it; none where it is no such thing."""
    found = data.get("features") if isinstance(data, dict) else None
    return found if isinstance(found, list) else []
