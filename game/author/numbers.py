"""Numbers in English texts: in digits, in words, in dates and hours."""

from __future__ import annotations

import re
from typing import Iterator

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = (100, 1000, 1_000_000)
_WORDS = (
    {word: i for i, word in enumerate(_ONES)}
    | {word: 10 * i for i, word in enumerate(_TENS, 2)}
    | dict(zip(("hundred", "thousand", "million"), _SCALES, strict=True))
    | {"dozen": 12}
)
_DIGITS = r"\d{1,3}(?:[,\u00a0]\d{3})+|\d+"
_NUMBER = re.compile(rf"(?P<digits>{_DIGITS})(?:st|nd|rd|th)?\b|(?P<words>[A-Za-z]+)")
_DECIMAL = re.compile(r"(\d+\.\d+) (thousand|million)\b")
LEAST = 2
"""Numbers below it are as often words of another meaning."""


def numbers_in(text: str) -> frozenset[int]:
    """Every whole number that a text names, from 2 up."""
    return frozenset(number for number, _ in numbers_at(text))


def numbers_at(text: str) -> Iterator[tuple[int, int]]:
    """Every whole number that a text names, with its place in the text.

    `twenty-four`, `three thousand` and `1.6 million` are one number each.
    """
    row: list[int] = []
    start = end = -1
    text = _DECIMAL.sub(_whole, text.lower())
    for found in _NUMBER.finditer(text):
        value = _value(found)
        if row and (text[end : found.start()].strip(" -\n") or not _goes_on(row, value)):
            yield from _told(row, start)
            row = []
        if value is not None and (row or value not in _SCALES):
            start = start if row else found.start()
            row.append(value)
        end = found.end()
    yield from _told(row, start)


def _whole(found: re.Match[str]) -> str:
    """A decimal with its scale in digits, as long as before so that places stay true."""
    number = round(float(found[1]) * _WORDS[found[2]])
    return str(number).ljust(len(found[0]))


def _value(found: re.Match[str]) -> int | None:
    if found["digits"]:
        return int(re.sub(r"\D", "", found["digits"]))
    return _WORDS.get(found["words"])


def _goes_on(row: list[int], value: int | None) -> bool:
    """Whether a number goes on: `twenty` with `four`, `three` with `thousand`."""
    if value is None:
        return False
    if value in _SCALES:
        return True
    last = row[-1]
    return last in _SCALES or (20 <= last < 100 and last % 10 == 0 and 0 < value < 10)


def _told(row: list[int], start: int) -> Iterator[tuple[int, int]]:
    total = run = 0
    for value in row:
        if value not in _SCALES:
            run += value
        elif value == 100:
            run *= 100
        else:
            total, run = total + run * value, 0
    if total + run >= LEAST:
        yield total + run, start
