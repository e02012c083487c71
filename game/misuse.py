"""A command that was used wrongly."""


class Misuse(Exception):
    """One plain sentence says how."""
