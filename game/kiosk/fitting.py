"""The kiosk put together from its parts, as its configuration says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Callable, Mapping

from game.kiosk.app import KioskApp
from game.kiosk.clock import Clock, SystemClock
from game.kiosk.config import Config
from game.kiosk.config.handed_on import read_or_taken
from game.kiosk.content import Contents, Successor, playable
from game.kiosk.desk import Desk, Followed
from game.kiosk.driver import kiosk_driver
from game.kiosk.figures import untallied
from game.kiosk.heart import Heart, Vital
from game.kiosk.hours import Calendar
from game.kiosk.log import Log
from game.kiosk.museum import MuseumWays
from game.kiosk.opening import Hours
from game.kiosk.visits import Visits
from game.kiosk.vitals import vitals
from game.model import Story
from game.view import N_


def fitted_out(config_file: Path | None, heart: Heart) -> KioskApp:
    """The app, ready to run.

    Raises:
        ConfigError: if the configuration cannot be used, and none was handed on.
        StoryError: if no story can be read.
    """
    config, fault = read_or_taken(config_file, os.environ) if config_file else (Config(), None)
    clock = SystemClock.of(config.hours.zone)
    log = _log(config, clock, heart)
    for sentence in fault.sentences if fault else ():
        log.note("config.refused", reason=sentence)
    contents = Contents.of(config, log)
    generation, story = playable(contents, log)
    desk = Desk(
        story,
        config,
        clock,
        _visits(config, clock, log, generation.hash, story),
        Hours(Calendar(config.hours), clock),
        log.note,
    )
    desk.content = generation.hash
    desk.successor = _following(Successor(contents, generation.hash, log))
    desk.staff.ways = MuseumWays(config, clock, _ways(config, clock, contents), contents)
    contents.start(config.content.look)
    app = KioskApp(desk, heart, _vitals(desk, config))
    app.driver_class = kiosk_driver() or app.driver_class
    return app


def _log(config: Config, clock: Clock, heart: Heart) -> Log:
    """Lines to the supervisor, which keeps the file; the file itself where there is none."""
    if not heart.supervised:
        return Log.to_file(config, clock)
    return Log.to_stream(os.fdopen(os.dup(2), "w", buffering=1), clock, config.kiosk.id)


def _visits(config: Config, clock: Clock, log: Log, hash: str, story: Story) -> Visits:
    def tell(problem: str) -> None:
        log.note("visits.trouble" if problem else "visits.well", reason=problem)

    file = config.visits_file if config.visitors.keep else None
    least = config.visitors.minimum
    return Visits.open(file, clock, config.kiosk.id, hash, least, untallied(story), tell)


def _following(successor: Successor) -> Callable[[], Followed | None]:
    def follow() -> Followed | None:
        found = successor()
        return (found[0].hash, found[1]) if found is not None else None

    return follow


def _ways(config: Config, clock: Clock, contents: Contents) -> dict[str, Callable[[], str]]:
    def reload() -> str:
        contents.look_now()
        return N_("A new story is looked for; if it is good, it is played when nobody plays.")

    def csv() -> str:
        from game.kiosk.report import csv_of
        from game.saves.files import write_whole

        path = config.kiosk.data / "export" / f"visits-{clock.now():%Y-%m-%d}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, csv_of(config))
        return str(path)

    return {"reload": reload, "csv": csv}


def _vitals(desk: Desk, config: Config) -> Callable[[], Mapping[str, Vital]]:
    def told() -> Mapping[str, Vital]:
        counts = desk.visits.counts()
        return {
            **vitals(config.kiosk.data),
            "visits_today": counts.today,
            "visits_waiting": desk.visits.waiting,
            "visits_problem": desk.visits.problem,
            "last_input_age": round(desk.idle.untouched, 1),
            "content_hash": desk.content,
        }

    return told
