"""A supervisor with a stand-in for a player, as a program: `python -m tests.kiosk.supervised LOG HOW`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.kiosk.backoff import Patience
from game.kiosk.notify import Notifier
from game.kiosk.supervisor import Supervisor
from game.kiosk.terminal import Terminal

STAND_IN = Path(__file__).parent / "stand_in.py"


def main() -> int:
    log, how = sys.argv[1:3]
    patience = Patience(hang=1.0, start=2.0, faults=3, retry=2.0)
    with Terminal() as terminal, open(log, "a", encoding="utf-8", buffering=1) as file:
        supervisor = Supervisor(
            [sys.executable, str(STAND_IN), how],
            patience,
            terminal,
            Notifier.from_environment(),
            lambda event: print(json.dumps(event), file=file),
        )
        return supervisor.run()


if __name__ == "__main__":
    sys.exit(main())
