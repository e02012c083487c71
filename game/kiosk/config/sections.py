"""Every key of a configuration: its kind, what it usually is, and what it is for.

This table is read by `read.py` and written down by `write.py`, so the two cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from game.kiosk.config.kinds import Kind, ListOf, Number, OneOf, Place, Text, Truth, Whole
from game.kiosk.config.times import ALL_DAY, DatesOpening, Opening, Spans, TimeOfDay, Zone

_ID = Text(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,31}", "up to 32 letters, digits, dots and hyphens")
_LANGUAGE = Text(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", 'the code of a language, such as "en"')
_LANGUAGE_OR_NONE = Text(
    rf"({_LANGUAGE.pattern})?", 'the code of a language, such as "en", or "" for the first'
)
_PIN = Text(
    r"(scrypt(\$[A-Za-z0-9+/=]+){5})?",
    'the line that "kiosk --pin" prints, or "" for no staff menu',
)


def _key(kind: Kind, usual: Any, says: str) -> Any:
    return field(default=usual, metadata={"kind": kind, "says": says})


@dataclass(frozen=True, slots=True)
class KioskSection:
    """This kiosk."""

    id: str = _key(_ID, "kiosk-1", "What this kiosk is called in figures and logs.")
    data: Path = _key(
        Place(), Path("kiosk-data"), "The folder for visitors' choices, logs and contents."
    )
    story: Path | None = _key(
        Place(may_be_empty=True),
        None,
        "Another story than the one shipped; empty for that one. It is watched: what is changed "
        "there is played when nobody plays, if it has no errors.",
    )


@dataclass(frozen=True, slots=True)
class VisitSection:
    """What a visitor is offered."""

    languages: tuple[str, ...] = _key(
        ListOf(_LANGUAGE), (), "The languages offered; empty for all that the story has complete."
    )
    default_language: str = _key(
        _LANGUAGE_OR_NONE, "", "The language that each visit begins in; empty for the first."
    )
    commanders: tuple[str, ...] = _key(
        ListOf(_ID), (), "The commanders offered, by their ids in the story; empty for all."
    )
    lengths: tuple[str, ...] = _key(
        ListOf(OneOf(("short", "full")), 1),
        ("short", "full"),
        "The short way takes a few minutes, the full campaign about an hour.",
    )
    sensitive: str = _key(
        OneOf(("offer", "leave_out")),
        "offer",
        "Sensitive pages: offered with a way round them, or left out by the museum.",
    )
    measure: int = _key(Whole(40, 90), 66, "Characters in a line of text.")


@dataclass(frozen=True, slots=True)
class IdleSection:
    """How long nobody may touch it before it asks, and then begins anew."""

    words_per_second: float = _key(
        Number(0.5, 10), 2.0, "How fast a slow reader reads; a page waits for its words."
    )
    floor: int = _key(Whole(10, 600), 45, "Seconds that a page waits at least.")
    cap: int = _key(Whole(10, 1200), 120, "Seconds that a page waits at most.")
    choices: int = _key(Whole(10, 600), 45, "Seconds that a page with choices waits at least.")
    warning: int = _key(
        Whole(20, 120),
        20,
        "Seconds of warning, in which any key or tap goes on; WCAG 2.2.1 asks for 20 at least.",
    )


@dataclass(frozen=True, slots=True)
class AttractSection:
    """What is shown while nobody plays."""

    seconds_per_screen: int = _key(Whole(4, 60), 10, "How long each screen stands.")
    screens: tuple[str, ...] = _key(
        ListOf(OneOf(("question", "days", "counts", "visitors")), 1),
        ("question", "days", "counts", "visitors"),
        "The screens, in their order.",
    )
    counts: str = _key(
        _ID, "tanks-stopped", "The metric of the story whose two counts stand side by side."
    )


@dataclass(frozen=True, slots=True)
class StaffSection:
    """The staff's menu, behind a hidden gesture or a chord, and a PIN."""

    pin: str = _key(
        _PIN, "", 'Made by "kiosk --pin"; the PIN itself is kept nowhere. Empty: no staff menu.'
    )
    corner: str = _key(
        OneOf(("top-left", "top-right", "bottom-left", "bottom-right")),
        "top-left",
        "The corner that staff tap.",
    )
    taps: int = _key(Whole(3, 10), 5, "How often.")
    within: float = _key(Number(1, 10), 3.0, "In how many seconds.")
    chord: str = _key(
        Text(r"([a-z0-9_+]{1,40})?", 'a key such as "ctrl+t", or "" for none'),
        "ctrl+t",
        "The key that does the same; empty for none.",
    )
    session: int = _key(
        Whole(15, 600), 60, "Seconds untouched after which the staff menu shuts itself."
    )
    tries: int = _key(Whole(1, 10), 5, "Wrong PINs after which it is locked.")
    lock_minutes: int = _key(Whole(1, 120), 5, "Minutes that it stays locked.")


@dataclass(frozen=True, slots=True)
class VisitorsSection:
    """What is kept of visitors' choices: no name, no address, hours and not minutes."""

    keep: bool = _key(Truth(), True, "Whether choices are counted at all.")
    minimum: int = _key(
        Whole(20, 100_000), 20, "Visitors below which no comparison is shown; at least 20."
    )


@dataclass(frozen=True, slots=True)
class HoursSection:
    """When the kiosk is open. Outside these hours the screen is dark, with a clock.

    A day's hours that go past midnight belong to the day on which they begin.
    """

    zone: str = _key(Zone(), "", "The time zone; empty for the machine's own.")
    monday: Spans = _key(
        Opening(),
        ALL_DAY,
        'Such as "10:00-18:00", "10:00-13:00, 14:00-18:00" or "closed"; "18:00-02:00" closes '
        'the next morning, and "00:00-24:00" is the whole day.',
    )
    tuesday: Spans = _key(Opening(), ALL_DAY, "")
    wednesday: Spans = _key(Opening(), ALL_DAY, "")
    thursday: Spans = _key(Opening(), ALL_DAY, "")
    friday: Spans = _key(Opening(), ALL_DAY, "")
    saturday: Spans = _key(Opening(), ALL_DAY, "")
    sunday: Spans = _key(Opening(), ALL_DAY, "")
    exceptions: tuple[tuple[date, Spans], ...] = _key(
        DatesOpening(), (), 'Single days, as in { 2026-12-25 = "closed" }, on one line.'
    )
    last_start: int = _key(
        Whole(0, 120), 5, "Minutes before closing from which no new visit begins."
    )
    nightly_restart: time | None = _key(
        TimeOfDay(), time(4), "When the kiosk restarts itself once a night; empty for never."
    )

    @property
    def weekly(self) -> tuple[Spans, ...]:
        """The hours of Monday to Sunday."""
        return (
            *(self.monday, self.tuesday, self.wednesday, self.thursday),
            *(self.friday, self.saturday, self.sunday),
        )


@dataclass(frozen=True, slots=True)
class HealthSection:
    """A page that monitoring can ask: /healthz and /metrics."""

    bind: str = _key(
        Text(r"[0-9A-Fa-f:.]{2,45}|localhost", 'an address such as "127.0.0.1" or "0.0.0.0"'),
        "127.0.0.1",
        "The address that it listens on; 127.0.0.1 answers this machine only.",
    )
    port: int = _key(Whole(0, 65535), 8910, "The port; 0 for no such page.")


@dataclass(frozen=True, slots=True)
class ContentSection:
    """A story that may be replaced while the kiosk runs."""

    folder: Path | None = _key(
        Place(may_be_empty=True),
        None,
        "The folder in which new stories are put; empty where nothing is replaced.",
    )
    look: int = _key(Whole(2, 3600), 20, "Seconds between two looks at it.")


@dataclass(frozen=True, slots=True)
class SupervisorSection:
    """What keeps the kiosk running."""

    hang_seconds: float = _key(
        Number(2, 60), 4.0, "Seconds without a heartbeat after which it is started again."
    )
    start_seconds: float = _key(
        Number(2, 120), 6.0, "Seconds that a start may take; doubled after one that took longer."
    )
    longest_wait: int = _key(Whole(1, 300), 30, "Seconds between two tries, at most.")
    faults: int = _key(Whole(2, 50), 5, "So many faults within the next number of minutes ...")
    minutes: int = _key(Whole(1, 120), 10, "... and a still page is shown instead.")
    retry: int = _key(Whole(5, 3600), 60, "Seconds between two tries while it is shown.")


@dataclass(frozen=True, slots=True)
class LogSection:
    """What happened, one JSON object a line. Nothing in it tells who."""

    file: Path | None = _key(
        Place(may_be_empty=True), None, "The file; empty for kiosk.log in the data folder."
    )
    bytes: int = _key(Whole(10_000, 100_000_000), 1_000_000, "Where a new file is begun.")
    files: int = _key(Whole(1, 100), 5, "How many old ones are kept.")


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration. What is left out is as it usually is."""

    kiosk: KioskSection = field(default_factory=KioskSection)
    visit: VisitSection = field(default_factory=VisitSection)
    idle: IdleSection = field(default_factory=IdleSection)
    attract: AttractSection = field(default_factory=AttractSection)
    staff: StaffSection = field(default_factory=StaffSection)
    visitors: VisitorsSection = field(default_factory=VisitorsSection)
    hours: HoursSection = field(default_factory=HoursSection)
    health: HealthSection = field(default_factory=HealthSection)
    content: ContentSection = field(default_factory=ContentSection)
    supervisor: SupervisorSection = field(default_factory=SupervisorSection)
    log: LogSection = field(default_factory=LogSection)

    @property
    def log_file(self) -> Path:
        """Where the log is."""
        return self.log.file or self.kiosk.data / "kiosk.log"

    @property
    def visits_file(self) -> Path:
        """Where visitors' choices are."""
        return self.kiosk.data / "visits.sqlite"
