"""Names that another tool takes, one for each of ours."""

from __future__ import annotations

from typing import Collection, Hashable


class Names:
    """Words of letters, digits and underscores, no two the same.

    Args:
        reserved: Words that the tool has its own use for.
        outer: Names that these stand among, and may not hide.
    """

    def __init__(self, reserved: Collection[str] = (), outer: Names | None = None) -> None:
        self._taken = set(reserved)
        self._outer = outer
        self._given: dict[Hashable, str] = {}

    def of(self, what: Hashable, wish: str) -> str:
        """The name of something; the wish, or near it, when it is first asked for."""
        if what not in self._given:
            self._given[what] = self.fresh(wish)
        return self._given[what]

    def fresh(self, wish: str) -> str:
        """A name that nothing has yet."""
        base = "".join(c if c.isascii() and c.isalnum() else "_" for c in wish) or "x"
        base = f"n_{base}" if base[0].isdigit() else base
        name, number = base, 2
        while name in self:
            name, number = f"{base}_{number}", number + 1
        self._taken.add(name)
        return name

    def __contains__(self, name: str) -> bool:
        return name in self._taken or (self._outer is not None and name in self._outer)


def bare(source: str) -> str:
    """An expression without the brackets around the whole of it."""
    if not (source.startswith("(") and source.endswith(")")):
        return source
    depth = 0
    for place, sign in enumerate(source):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return source[1:-1] if place == len(source) - 1 else source
    return source
