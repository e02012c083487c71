"""The playthroughs written down in a story, played, and held to what they promise."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import EngineError, Playthrough, Position
from game.model import Playthrough as Written
from game.model import Story


class Outcome(NamedTuple):
    """How a written playthrough went.

    Attributes:
        at: Where it parted from what is written: an order, a node, or
            `expect.ID`, `ledger.ID`; None if it did not.
        message: The same as a sentence.
        play: As far as it came.
    """

    id: str
    at: str | None
    message: str
    play: Playthrough | None

    @property
    def ok(self) -> bool:
        """Whether everything came as written."""
        return self.at is None


def played(story: Story, written: Written) -> Outcome:
    """Play what is written, as far as it goes."""
    play = Playthrough.begin(story, written.campaign)
    for order in written.choices:
        node, _, choice = order.rpartition(".")
        here = play.position.node
        if node and node != here:
            message = f"The story is at {here}, not at {node}, when it comes to {order}."
            return Outcome(written.id, order, message, play)
        try:
            play = play.take(choice)
        except EngineError:
            message = f"The order {order} cannot be given there."
            return Outcome(written.id, order, message, play)
    at, message = at_end(written, play.position)
    return Outcome(written.id, at, message, play)


def at_end(written: Written, position: Position) -> tuple[str | None, str]:
    """Where the end of a playthrough parts from what is written, and that as a sentence."""
    here = position.node
    if not position.is_ending:
        return here, f"It stops half-way, at {here}."
    if written.ending and here != written.ending:
        return here, f"It ends at {here}, and not at {written.ending}."
    values = position.variables
    for id, value in written.expect:
        if values.get(id) != value:
            return (
                f"expect.{id}",
                f"At the end {id} is {_word(values.get(id))}, not {_word(value)}.",
            )
    for id, share in written.ledger:
        total = position.metrics.get(id)
        wanted = share if isinstance(share, int) else position.program.value(share, position.state)
        if total != wanted:
            return f"ledger.{id}", f"At the end {id} is {total}, not {wanted}."
    return None, "It went as written."


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
