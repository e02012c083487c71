"""The museum's commands: `kiosk`, which runs one, and `visits`, which tells the figures."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.misuse import Misuse

if TYPE_CHECKING:
    from game.kiosk.config import Config, ConfigError

USUAL = "kiosk.toml"
MISUSED = 2
FORMATS = ("text", "csv", "json", "html")


def add_commands(kiosk: argparse.ArgumentParser, visits: argparse.ArgumentParser) -> None:
    """Declare what the two commands take. Each sets `run(arguments, out) -> int`."""
    for parser in (kiosk, visits):
        parser.add_argument(
            "--config", metavar="FILE", default=USUAL, help=f"the configuration; usually {USUAL}"
        )
    instead = kiosk.add_mutually_exclusive_group()
    instead.add_argument(
        "--init", action="store_true", help="write a configuration with a comment for every key"
    )
    instead.add_argument(
        "--pin", action="store_true", help="ask for the staff's PIN and print its line"
    )
    instead.add_argument("--web", action="store_true", help="in a browser; not there yet")
    kiosk.set_defaults(run=run_kiosk)
    visits.add_argument("--format", choices=FORMATS, default="text")
    visits.set_defaults(run=run_visits)


def run_kiosk(arguments: argparse.Namespace, out: TextIO) -> int:
    """Run a kiosk until the staff end it; gives the exit code."""
    path = Path(arguments.config)
    if arguments.web:
        raise Misuse("The kiosk in a browser is not there yet; leave --web out to run it here.")
    if arguments.init:
        return _init(path, out)
    if arguments.pin:
        return _pin(out)
    if sys.platform == "win32":
        raise Misuse("The kiosk runs on Linux and other systems like it; on Windows, play runs.")
    from game.kiosk.config import ConfigError
    from game.kiosk.config.handed_on import hand_on
    from game.kiosk.holding import read_when_sound
    from game.kiosk.notify import Notifier
    from game.kiosk.supervisor import run

    notifier = Notifier.from_environment()
    try:
        config = read_when_sound(path, _read, error_page, notifier)
    except ConfigError as fault:
        print(error_page(path, fault), file=sys.stderr)
        return MISUSED
    hand_on(config, os.environ)
    return run(path.absolute(), config)


def _read(path: Path) -> Config:
    """A configuration that its story can be played with."""
    from game.kiosk.config import read
    from game.kiosk.config.against_story import hold_against_story

    config = read(path)
    hold_against_story(config, path.name)
    return config


def run_visits(arguments: argparse.Namespace, out: TextIO) -> int:
    """Tell what is known of a kiosk's visits."""
    from game.kiosk.config import read

    return _told(read(Path(arguments.config)), arguments.format, out)


def _told(config: Config, form: str, out: TextIO) -> int:
    from game.kiosk.report import tell

    return tell(config, form, out)


def error_page(path: Path, fault: ConfigError) -> str:
    """What a technician reads where the kiosk cannot start."""
    return "\n".join(
        (
            "The kiosk has not started: its configuration has to be mended first.",
            f"  {path.absolute()}",
            "",
            *(f"- {sentence}" for sentence in fault.sentences),
            "",
            "Mend the file and start the kiosk again. docs/museum.md explains every section.",
        )
    )


def _init(path: Path, out: TextIO) -> int:
    from game.kiosk.config import Config, written

    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(written(Config()))
    except FileExistsError:
        raise Misuse(f"{path} is there already; name another file with --config.") from None
    except OSError as fault:
        raise Misuse(f"{path} cannot be written: {fault.strerror or fault}.") from None
    print(f"Written: {path}. Now set the staff's PIN with kiosk --pin.", file=out)
    return 0


def _pin(out: TextIO) -> int:
    from game.kiosk.pin import hashed

    pin = _asked("The staff's PIN, four to eight digits: ")
    try:
        line = hashed(pin)
    except ValueError as fault:
        raise Misuse(str(fault)) from None
    if sys.stdin.isatty() and _asked("Once more: ") != pin:
        raise Misuse("The two are not the same; nothing has changed. Try again.")
    print("Put this line into the configuration, under [staff]:", file=sys.stderr)
    print(f'pin = "{line}"', file=out)
    return 0


def _asked(question: str) -> str:
    """A word typed unseen; from a pipe, its first line."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()
