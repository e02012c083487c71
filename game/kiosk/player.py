"""The player: the process that owns the kiosk's screen.

python -m game.kiosk.player [--config FILE]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Sequence

from game.kiosk.heart import DRAWS, Heart


def main(arguments: Sequence[str] | None = None) -> int:
    """Play until staff, the night or a fault ends it; gives the exit code."""
    heart = Heart.from_environment()
    heart.beat("starting")
    parser = argparse.ArgumentParser(prog="python -m game.kiosk.player")
    parser.add_argument("--config", type=Path)
    chosen = parser.parse_args(arguments)
    from game.kiosk.driver import draw_on_stdout
    from game.kiosk.fitting import fitted_out
    from game.kiosk.warming import in_a_thread

    draw_on_stdout()
    app = fitted_out(chosen.config, heart)
    in_a_thread(app.desk.story, app.desk.story.campaigns)
    heart.beat("starting", {DRAWS: True})
    app.run()
    app.desk.visits.close()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
