"""The kiosk put together from its parts, as its configuration says."""

from __future__ import annotations

from pathlib import Path

from game.folders import story_folder
from game.kiosk.app import KioskApp
from game.kiosk.clock import SystemClock
from game.kiosk.config import Config, read
from game.kiosk.desk import Desk
from game.kiosk.heart import Heart
from game.kiosk.visits import Visits
from game.model import Story
from game.reader import load


def fitted_out(config_file: Path | None, heart: Heart) -> KioskApp:
    """The app, ready to run."""
    config = read(config_file) if config_file else Config()
    clock = SystemClock()
    story = load(config.kiosk.story or story_folder())
    desk = Desk(story, config, clock, _visits(config, clock, story))
    return KioskApp(desk, heart)


def _visits(config: Config, clock: SystemClock, story: Story) -> Visits:
    untallied = [id for id, node in story.nodes.items() if not node.tally]
    file = config.visits_file if config.visitors.keep else None
    minimum = config.visitors.minimum
    return Visits.open(file, clock, config.kiosk.id, "", minimum, untallied)
