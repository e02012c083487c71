"""Which form of a word goes with a number.

The rules are those of Unicode CLDR for whole numbers, for the languages of the
story; a language without a rule here has the forms `one` and `other`.
"""

from __future__ import annotations

from typing import Callable


def plural_form(language: str, count: int) -> str:
    """The CLDR category of a whole number: `one`, `few`, `many` or `other`."""
    rule = _RULES.get(language.split("-")[0].split("_")[0], _one_or_other)
    return rule(abs(count))


def plural_forms(language: str) -> tuple[str, ...]:
    """The categories that whole numbers have in a language."""
    return tuple(dict.fromkeys(plural_form(language, count) for count in range(200)))


def _one_or_other(count: int) -> str:
    return "one" if count == 1 else "other"


def _slavic(count: int) -> str:
    last, teens = count % 10, count % 100
    if last == 1 and teens != 11:
        return "one"
    if 2 <= last <= 4 and not 12 <= teens <= 14:
        return "few"
    return "many"


def _never(_count: int) -> str:
    return "other"


def _french(count: int) -> str:
    return "one" if count in (0, 1) else "other"


_RULES: dict[str, Callable[[int], str]] = {
    "ru": _slavic,
    "uk": _slavic,
    "ja": _never,
    "ko": _never,
    "zh": _never,
    "fr": _french,
}
