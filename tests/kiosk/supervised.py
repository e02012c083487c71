"""A supervisor with a stand-in for a player, as a program: `python -m tests.kiosk.supervised LOG HOW`."""

from __future__ import annotations

import sys
from pathlib import Path

from game.kiosk.backoff import Patience
from game.kiosk.clock import SystemClock
from game.kiosk.config import Config, LogSection
from game.kiosk.log import Log
from game.kiosk.notify import Notifier
from game.kiosk.supervisor import Supervisor
from game.kiosk.terminal import Terminal

STAND_IN = Path(__file__).parent / "stand_in.py"


def main() -> int:
    log, how = sys.argv[1:3]
    patience = Patience(hang=2.0, start=10.0, faults=3, retry=2.0)
    config = Config(log=LogSection(file=Path(log)))
    with Terminal() as terminal:
        supervisor = Supervisor(
            [sys.executable, str(STAND_IN), how],
            patience,
            terminal,
            Notifier.from_environment(),
            Log.to_file(config, SystemClock()),
        )
        return supervisor.run()


if __name__ == "__main__":
    sys.exit(main())
