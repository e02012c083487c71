"""The files of a story's map: whether they can be read at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from game.reader.checks.matter import Matter
from game.reader.faults import Fault
from game.reader.map_files import LARGEST, features_of, map_files

HINT = "save it anew as GeoJSON; until then the game draws nothing of it"


class Flaw(NamedTuple):
    """What is wrong with a file, and where."""

    message: str
    line: int = 1
    column: int = 1


def check_maps(matter: Matter) -> None:
    """Every `*.geojson` in the folder `map`; a story need not have one."""
    if not matter.story.folder:
        return
    for file in map_files(Path(matter.story.folder, "map")):
        flaw = flaw_of(file)
        if flaw is not None:
            name, place = f"map/{file.name}", (flaw.line, flaw.column)
            matter.sink.faults.append(
                Fault("W107", name, (), flaw.message, HINT, False, None, *place)
            )


def flaw_of(file: Path) -> Flaw | None:
    """Why nothing of a map file can be drawn; None if something can."""
    try:
        if not file.is_file():
            return Flaw("This is no ordinary file.")
        if file.stat().st_size > LARGEST:
            return Flaw(f"The map is larger than {LARGEST >> 20} MB.")
        return _without_features(json.loads(file.read_bytes()))
    except OSError as fault:
        return Flaw(f"The map cannot be read: {fault.strerror or 'the system gives no reason'}.")
    except json.JSONDecodeError as fault:
        return Flaw("The map does not follow the rules of JSON here.", fault.lineno, fault.colno)
    except (ValueError, RecursionError):
        return Flaw("The map is not JSON, or nests too deep to be read.")


def _without_features(data: Any) -> Flaw | None:
    if features_of(data):
        return None
    return Flaw("The map has no list of `features`, so there is nothing to draw.")
