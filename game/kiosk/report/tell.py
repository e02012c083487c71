"""The figures of one kiosk, in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
from typing import TextIO

from game.kiosk.config import Config
from game.kiosk.content.generations import Generations
from game.kiosk.report.counts import Counted, opened
from game.kiosk.report.names import Names
from game.kiosk.report.tables import Table, tables
from game.kiosk.visits.schema import COUNTS
from game.model import Story

NONE_YET = "No visits have been kept yet."


def tell(config: Config, form: str, out: TextIO) -> int:
    """Write the figures; gives the exit code.

    Args:
        config: The kiosk's configuration.
        form: `text`, `csv`, `json` or `html`.
        out: Where to.

    Raises:
        Misuse: if the file of counts cannot be read.
    """
    with opened(config.visits_file) as counted:
        if form == "csv":
            out.write(_csv(counted))
        elif form == "json":
            found = _tables(config, counted)[1]
            told = {"kiosk": config.kiosk.id, **{table.id: table.as_json() for table in found}}
            out.write(json.dumps(told, indent=2) + "\n")
        elif form == "html":
            out.write(_page(config, counted))
        elif counted.by("ends") or counted.glances:
            from game.kiosk.report.lines import write

            write(_tables(config, counted)[1], out)
        else:
            out.write(f"{NONE_YET}\n")
    return 0


def csv_of(config: Config) -> str:
    """Every count as a row of one table, for a spreadsheet.

    Raises:
        Misuse: if the file of counts cannot be read.
    """
    with opened(config.visits_file) as counted:
        return _csv(counted)


def page_of(config: Config) -> str:
    """The figures as an HTML page.

    Raises:
        Misuse: if the file of counts cannot be read.
    """
    with opened(config.visits_file) as counted:
        return _page(config, counted)


def _csv(counted: Counted) -> str:
    columns = dict.fromkeys(name for table in COUNTS for name in (*table.key, *table.sums))
    out = io.StringIO()
    writer = csv.DictWriter(out, ["table", *columns], lineterminator="\n")
    writer.writeheader()
    for table in COUNTS:
        writer.writerows({"table": table.name, **row} for row in counted.rows(table))
    return out.getvalue()


def _page(config: Config, counted: Counted) -> str:
    from game.kiosk.report.page import page

    title, found = _tables(config, counted)
    return page(title, config.kiosk.id, found)


def _tables(config: Config, counted: Counted) -> tuple[str, list[Table]]:
    story = _story(config)
    names = Names(story, counted.nodes())
    return story.manifest.title if story else "", tables(counted, names)


def _story(config: Config) -> Story | None:
    """The story that the kiosk plays, or None if there is none to be read."""
    from game.folders import story_folder
    from game.reader import BrokenStory, load

    watched = config.content.folder or config.kiosk.story
    kept = Generations(config.kiosk.data / "stories").all() if watched else []
    base = config.kiosk.story or story_folder()
    for folder in (*(generation.folder for generation in kept), base):
        try:
            return load(folder)
        except (BrokenStory, OSError):
            continue
    return None
