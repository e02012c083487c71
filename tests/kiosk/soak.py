"""Long runs: `python -m tests.kiosk.soak --hours 1 --out FOLDER` in true time, on the real processes.

    --hours H         true hours of visits by a bot, in a terminal of its own
    --warm-up M       minutes of visits before those hours, whose memory is told but not in the slope
    --compressed H    hours of visits on a clock that the bot moves, in this process
    --seed N          which visits
    --out FOLDER      where the samples, the log and the report go

The report says how memory and open files went, how long taps took to be painted,
and whether every visit was counted once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any, Sequence

from tests.kiosk.bot import Bot
from tests.kiosk.whole import RUN, Whole, open_files, own, rss

EVERY = 10.0
"""Seconds between two samples."""
WARM_UP = 15.0
"""Minutes before the hours that are measured: as long as a kiosk fills its tables."""
COLUMNS = (
    "seconds",
    *("supervisor_mb", "player_mb", "supervisor_files", "player_files"),
    *("supervisor_own_mb", "player_own_mb"),
)
"""What a sample holds. A process's own memory is that without files: those the system may take."""
MEMORY = {"supervisor": 1, "player": 2, "supervisor_own": 5, "player_own": 6}
SETTINGS: dict[str, dict[str, Any]] = {
    "idle": {"floor": 10, "cap": 12, "choices": 10},
    "attract": {"seconds_per_screen": 4},
    "hours": {"nightly_restart": ""},
}
"""Shorter waits than a museum's, so that an hour holds more; and no restart at night in it."""


class Samples:
    """Memory and open files of both processes, over time.

    Args:
        file: Where every sample is written.
        warm_up: Seconds at the beginning that are left out of the slope.
    """

    def __init__(self, file: Path, warm_up: float) -> None:
        self.warm_up = warm_up
        self.rows: list[tuple[float, ...]] = []
        self._file, self._begun, self._next = file, time.monotonic(), 0.0
        file.write_text(",".join(COLUMNS) + "\n")

    def take(self, kiosk: Whole) -> None:
        now = time.monotonic() - self._begun
        if now < self._next:
            return
        self._next = now + EVERY
        try:
            pids = kiosk.process.pid, kiosk.player()
            row = (now, *map(rss, pids), *map(open_files, pids), *map(own, pids))
        except (OSError, IndexError):
            return
        self.rows.append(row)
        with self._file.open("a") as file:
            file.write(",".join(f"{value:.3f}" for value in row) + "\n")

    def measured(self) -> list[tuple[float, ...]]:
        """Those after the warm-up."""
        return [row for row in self.rows if row[0] >= self.warm_up]

    def slope(self, column: int) -> float | None:
        """Growth an hour, by least squares, after the warm-up."""
        rows = self.measured()
        if len(rows) < 10:
            return None
        fit = statistics.linear_regression([row[0] for row in rows], [row[column] for row in rows])
        return fit.slope * 3600


def spread(seconds: Sequence[float]) -> dict[str, float | int]:
    """Median, 95th percentile and longest, in milliseconds; of few, only what they tell."""
    if not seconds:
        return {"n": 0}
    ms = {"median": statistics.median(seconds), "longest": max(seconds)}
    if len(seconds) >= 20:
        ms["p95"] = statistics.quantiles(seconds, n=20)[-1]
    return {"n": len(seconds)} | {name: round(value * 1000, 1) for name, value in ms.items()}


def report(bot: Bot, samples: Samples, seconds: float) -> dict[str, Any]:
    """Everything that a run showed."""
    rows, measured, events = samples.rows, samples.measured(), bot.kiosk.events()
    told = [event["event"] for event in events]
    return {
        "warm_up_minutes": round(samples.warm_up / 60, 1),
        "hours_after_it": round(max(0.0, seconds - samples.warm_up) / 3600, 3),
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "visits_made": dict(bot.ended),
        "visits_counted": bot.kiosk.visits(),
        "tap_to_paint_ms": spread(bot.painted),
        "attract_to_first_page_ms": spread(bot.begun),
        "start_again_to_attract_ms": spread(bot.reset),
        "memory_mb": {
            name: {
                "first": round(rows[0][column], 1),
                "last": round(rows[-1][column], 1),
                "most": round(max(row[column] for row in rows), 1),
                "after_warm_up": round(measured[0][column], 1) if measured else None,
                "slope_an_hour": samples.slope(column),
            }
            for name, column in MEMORY.items()
        },
        "open_files": {
            name: [min(row[column] for row in rows), max(row[column] for row in rows)]
            for name, column in (("supervisor", 3), ("player", 4))
        },
        "starts": told.count("player is started"),
        "faults": [
            event for event in events if event["event"] in ("fault", "player failed", "stderr")
        ],
        "strange_screens": bot.odd,
    }


class Sampled(Whole):
    """A kiosk that is looked at while its screen is read."""

    samples: Samples | None = None

    def read(self, seconds: float) -> bytes:
        if self.samples is not None:
            self.samples.take(self)
        return super().read(seconds)


def true_time(
    hours: float, warm_up: float, seed: int, out: Path, words: list[str]
) -> dict[str, Any]:
    """Visits on the real processes: so many minutes to warm up, then so many hours."""
    kiosk = Sampled(out, SETTINGS, words=words)
    bot = Bot(kiosk, random.Random(seed))
    begun = time.monotonic()
    try:
        kiosk.attract(60)
        kiosk.samples = samples = Samples(out / "samples.csv", warm_up * 60)
        while (lasted := time.monotonic() - begun) < hours * 3600 + warm_up * 60:
            kiosk.seen.clear()
            bot.visit()
            if len(samples.rows) > 1:
                write(out, report(bot, samples, time.monotonic() - begun))
        kiosk.read(2)
        return write(out, report(bot, samples, lasted))
    finally:
        kiosk.close()


def sound(found: dict[str, Any]) -> bool:
    """Whether each visit was counted once, no process failed and nothing strange was shown."""
    kept = sum(n for how, n in found["visits_made"].items() if how != "none")
    counted = sum(found["visits_counted"].values()) == kept
    return counted and found["starts"] == 1 and not found["faults"] + found["strange_screens"]


def write(out: Path, found: dict[str, Any]) -> dict[str, Any]:
    (out / "report.json").write_text(json.dumps(found, indent=1) + "\n")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.soak")
    parser.add_argument("--hours", type=float, default=0)
    parser.add_argument("--warm-up", type=float, default=WARM_UP)
    parser.add_argument("--compressed", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1945)
    parser.add_argument("--out", type=Path, default=Path("build/soak"))
    chosen = parser.parse_args()
    out = chosen.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    fine = True
    if chosen.compressed:
        from tests.kiosk.compressed import compressed

        found = compressed(chosen.compressed, chosen.seed, out)
        print(json.dumps(found, indent=1))
        fine = sum(found["visits_counted"].values()) == found["campaigns_begun"]
        fine = fine and not found["last_fault"]
    if chosen.hours:
        found = true_time(chosen.hours, chosen.warm_up, chosen.seed, out, RUN)
        print(json.dumps(found, indent=1))
        fine = fine and sound(found)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
