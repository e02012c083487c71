"""The kiosk's configuration: one TOML file, checked before anything starts."""

from game.kiosk.config.errors import ConfigError
from game.kiosk.config.read import config_of, read
from game.kiosk.config.sections import (
    AttractSection,
    Config,
    ContentSection,
    HealthSection,
    HoursSection,
    IdleSection,
    KioskSection,
    LogSection,
    StaffSection,
    SupervisorSection,
    VisitorsSection,
    VisitSection,
)
from game.kiosk.config.write import written

__all__ = [
    "AttractSection",
    "Config",
    "ConfigError",
    "ContentSection",
    "HealthSection",
    "HoursSection",
    "IdleSection",
    "KioskSection",
    "LogSection",
    "StaffSection",
    "SupervisorSection",
    "VisitSection",
    "VisitorsSection",
    "config_of",
    "read",
    "written",
]
