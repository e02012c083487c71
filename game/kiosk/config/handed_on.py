"""The configuration that a kiosk was started with, for players that are started later.

Somebody may break the file while the kiosk runs. The next player then goes on with what
was sound when the kiosk was started, and the fault is in the log.
"""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, MutableMapping

from game.kiosk.config.errors import ConfigError
from game.kiosk.config.read import config_of, read
from game.kiosk.config.sections import Config
from game.kiosk.config.write import written

VARIABLE = "TEN_DAYS_KIOSK"
"""The environment variable that it is handed on in."""


def hand_on(config: Config, environment: MutableMapping[str, str]) -> None:
    """Let processes that are started from now on find a configuration."""
    environment[VARIABLE] = written(config)


def read_or_taken(path: Path, environment: Mapping[str, str]) -> tuple[Config, ConfigError | None]:
    """The configuration in a file, or the one handed on and what is wrong with the file.

    Raises:
        ConfigError: if the file cannot be used and none was handed on.
    """
    try:
        return read(path), None
    except ConfigError as fault:
        if VARIABLE not in environment:
            raise
        return config_of(environment[VARIABLE], VARIABLE, path.absolute().parent), fault
