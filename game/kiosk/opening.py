"""Whether the kiosk is open, as the desk asks it."""

from __future__ import annotations

from typing import Protocol


class Opening(Protocol):
    """Opening hours, asked at the present moment."""

    def is_open(self) -> bool:
        """Whether visitors are expected."""
        ...

    def may_begin(self) -> bool:
        """Whether a visit may still begin."""
        ...

    def restart_due(self) -> bool:
        """Whether it is time for the nightly restart; said once."""
        ...

    def opens(self) -> str:
        """When it opens next, as `10:00`; empty where that is not known."""
        ...


class AlwaysOpen:
    """No opening hours."""

    def is_open(self) -> bool:
        """Always."""
        return True

    def may_begin(self) -> bool:
        """Always."""
        return True

    def restart_due(self) -> bool:
        """Never."""
        return False

    def opens(self) -> str:
        """Not known."""
        return ""
