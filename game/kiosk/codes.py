"""How the two processes of the kiosk speak of what is going on: exit codes and states."""

from __future__ import annotations

from typing import Final, Literal, get_args

STAFF_QUIT: Final = 0
"""The player was ended by staff; the supervisor ends too."""
MISCONFIGURED: Final = 2
"""The configuration cannot be read, or there is no terminal."""
RESTART: Final = 75
"""The player wants to be started afresh: at night, for new content, or by staff."""
ORPHANED: Final = 76
"""The player ended because its supervisor is gone."""
QUIT_UNDER_SYSTEMD: Final = 86
"""What the supervisor ends with after staff quit, where systemd would else start it again."""

State = Literal["starting", "attract", "visit", "warning", "closed", "paused", "staff", "fault"]
"""What the player is doing, told with every beat of its heart."""

STATES: Final[frozenset[str]] = frozenset(get_args(State))
UP: Final[frozenset[str]] = STATES - {"starting", "fault"}
"""The states in which the kiosk does what it is meant to do."""
