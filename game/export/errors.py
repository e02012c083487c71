"""What cannot be exported."""


class ExportError(Exception):
    """One plain sentence says why."""
