"""Which form of a word goes with a number."""

from __future__ import annotations

import pytest

from game.language import plural_form

FORMS = {
    "en": {"one": [1, -1], "other": [0, 2, 5, 11, 21, 101]},
    "en-GB": {"one": [1], "other": [0, 2]},
    "ru": {"one": [1, 21, 101], "few": [2, 3, 4, 22, 134], "many": [0, 5, 11, 12, 14, 25, 111]},
    "uk": {"one": [1, 31], "few": [4, 44], "many": [12, 70]},
    "ja": {"other": [0, 1, 2, 21]},
    "fr": {"one": [0, 1], "other": [2, 10]},
    "zz": {"one": [1], "other": [0, 2]},
}
CASES = [
    (language, form, count)
    for language, forms in FORMS.items()
    for form, counts in forms.items()
    for count in counts
]


@pytest.mark.parametrize("language, form, count", CASES)
def test_the_form_that_goes_with_a_number(language: str, form: str, count: int) -> None:
    assert plural_form(language, count) == form
