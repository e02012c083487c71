"""Replay codes: a whole playthrough in at most twelve letters and digits.

A code packs the campaign, ten bits of its structure, and at each decision the
place of the choice among all choices of the node, in mixed radix. The last
sign checks the others.
"""

from __future__ import annotations

from game.engine import EngineError, Playthrough, program
from game.model import Choice, Story
from game.saves.errors import SaveError
from game.saves.fingerprint import fingerprint

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXY"
"""Signs that are not mistaken for each other, on paper or aloud. Their number is
prime: the check sign then notices every single slip and every swap of neighbours."""

READ_AS = str.maketrans("ZU", "2V", "- \t\r\n")
"""Signs that are in no code, and what they were surely meant to be."""

FINGERPRINTS = 1024
LONGEST = 10_000
ROOT = 3
"""Its powers meet every remainder of the alphabet's length before they return to 1."""


class CodeError(SaveError):
    """A code that cannot be read, in one sentence."""


def code_of(play: Playthrough) -> str:
    """The code of a playthrough, finished or not."""
    story, campaign = play.program.story, play.program.campaign.id
    number = 1  # where the orders end
    for leg, order in reversed(list(zip(play.legs, play.legs[1:], strict=False))):
        choices = story.nodes[leg.position.node].choices
        place = [choice.id for choice in choices].index(order.choice or "")
        number = number * _radix(choices) + place
    number = number * FINGERPRINTS + _mark(story, campaign)
    number = number * len(story.campaigns) + list(story.campaigns).index(campaign)
    signs = _signs(number)
    return signs + _check(signs)


def play_of(code: str, story: Story) -> Playthrough:
    """The playthrough of a code.

    Raises:
        CodeError: if the code has a slip, or belongs to another version of the story.
    """
    signs = code.upper().translate(READ_AS)
    strange = next((sign for sign in signs if sign not in ALPHABET), None)
    if strange is not None:
        raise CodeError(f"A replay code has no sign {strange!r}; look for a slip of the pen.")
    if not 2 <= len(signs) <= LONGEST or _check(signs[:-1]) != signs[-1]:
        raise CodeError("This is no replay code; look for a slip of the pen.")
    number, place = divmod(_number(signs[:-1]), len(story.campaigns))
    campaign = list(story.campaigns)[place]
    number, mark = divmod(number, FINGERPRINTS)
    if mark != _mark(story, campaign):
        raise CodeError("This code belongs to another version of the story.")
    return _played(number, story, campaign)


def _played(number: int, story: Story, campaign: str) -> Playthrough:
    play = Playthrough.of(program(story, campaign))
    while number != 1:
        node = story.nodes.get(play.position.node)
        choices = node.choices if node else ()
        number, place = divmod(number, _radix(choices))
        if number < 1 or place >= len(choices):
            raise CodeError("This is no replay code; look for a slip of the pen.")
        try:
            play = play.take(choices[place].id)
        except EngineError:
            raise CodeError("This code belongs to another version of the story.") from None
    return play


def _radix(choices: tuple[Choice, ...]) -> int:
    """At least two, so that every order leaves a trace in the number."""
    return max(2, len(choices))


def _mark(story: Story, campaign: str) -> int:
    return int(fingerprint(story, campaign).structure, 16) % FINGERPRINTS


def _signs(number: int) -> str:
    signs = ""
    while number:
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs


def _number(signs: str) -> int:
    number = 0
    for sign in reversed(signs):
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    return number


def _check(signs: str) -> str:
    total = 0
    for sign in signs:
        total = (total * ROOT + ALPHABET.index(sign) + 1) % len(ALPHABET)
    return ALPHABET[total]
