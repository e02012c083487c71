"""The kiosk put together from its parts, as its configuration says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Callable, Mapping

from game.folders import story_folder
from game.kiosk.app import KioskApp
from game.kiosk.clock import Clock, SystemClock
from game.kiosk.config import Config, read
from game.kiosk.desk import Desk
from game.kiosk.driver import kiosk_driver
from game.kiosk.heart import Heart, Vital
from game.kiosk.hours import Calendar
from game.kiosk.log import Log
from game.kiosk.museum import MuseumWays
from game.kiosk.opening import Hours
from game.kiosk.visits import Visits
from game.kiosk.vitals import vitals
from game.model import Story
from game.reader import load


def fitted_out(config_file: Path | None, heart: Heart) -> KioskApp:
    """The app, ready to run.

    Raises:
        ConfigError: if the configuration cannot be used.
        StoryError: if the story cannot be read.
    """
    config = read(config_file) if config_file else Config()
    clock = SystemClock()
    story = load(config.kiosk.story or story_folder())
    visits, hours = _visits(config, clock, story), Hours(Calendar(config.hours), clock)
    desk = Desk(story, config, clock, visits, hours, _log(config, clock, heart).say)
    desk.staff.ways = MuseumWays(config, clock)
    app = KioskApp(desk, heart, _vitals(desk, config))
    app.driver_class = kiosk_driver() or app.driver_class
    return app


def _log(config: Config, clock: Clock, heart: Heart) -> Log:
    """Lines to the supervisor, which keeps the file; the file itself where there is none."""
    if not heart.supervised:
        return Log.to_file(config, clock)
    return Log.to_stream(os.fdopen(os.dup(2), "w", buffering=1), clock, config.kiosk.id)


def _visits(config: Config, clock: Clock, story: Story) -> Visits:
    untallied = [id for id, node in story.nodes.items() if not node.tally]
    file = config.visits_file if config.visitors.keep else None
    minimum = config.visitors.minimum
    return Visits.open(file, clock, config.kiosk.id, "", minimum, untallied)


def _vitals(desk: Desk, config: Config) -> Callable[[], Mapping[str, Vital]]:
    def told() -> Mapping[str, Vital]:
        counts = desk.visits.counts()
        return {
            **vitals(config.kiosk.data),
            "visits_today": counts.today,
            "visits_waiting": desk.visits.waiting,
            "last_input_age": round(desk.idle.untouched, 1),
            "content_hash": desk.content,
        }

    return told
