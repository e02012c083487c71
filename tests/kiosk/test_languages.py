"""Languages: those that are complete are offered, and no string of a screen escapes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.kiosk.invitation import INVITATION, ONE_MOMENT, OUT_OF_USE
from game.kiosk.museum import MuseumWays
from game.kiosk.offers import Offers, language_name
from game.model import Story
from tests.kiosk.playing import At, Shut, at_the_kiosk, rows
from tests.pseudo import english, escaped, pseudo
from tests.tui.driving import small

INVENTED = "qps"
NAMES = {"A", "B", "qps", "English", "kiosk-", "GeoNames.org", "GeoNames", "CC", "BY"}


def with_languages(**languages: str) -> Story:
    """The small story in more languages."""
    story = small()
    return replace(story, manifest=replace(story.manifest, languages=languages))


def test_languages_that_are_complete_are_offered_by_their_own_names() -> None:
    story = with_languages(en="complete", ru="partial", ja="complete")
    found = Offers(story, Config().visit)
    assert [language_name(code) for code in found.languages] == ["English", "日本語"]
    wanted = replace(Config().visit, default_language="ja", languages=("en", "ja", "ru"))
    assert Offers(story, wanted).languages == ("ja", "en")


async def test_a_language_is_one_tap_on_the_first_page() -> None:
    async with at_the_kiosk(with_languages(en="complete", ja="complete")) as at:
        await at.press("x")
        assert any("日本語" in row for row in rows(at.app))
        await at.tap("language:ja")
        assert at.desk.visit.language == "ja"
        await at.wait(200)
        await at.wait(20)
        assert at.desk.visit == at.desk.fresh()


async def test_one_language_needs_no_row() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        assert not any(s.button.id.startswith("language") for s in at.app.picture.spots)


BOTH = ("commander:one", "on", "order:wait", "on", "skip", "order:knock", "on", "beside")
PLACES: dict[str, tuple[str, ...]] = {
    "first": (),
    "page": BOTH[:1],
    "decision": BOTH[:2],
    "answer": BOTH[:3],
    "gate": BOTH[:4],
    "ending": BOTH[:7],
    "beside": BOTH,
    "asking": (*BOTH[:2], "again"),
    "warning": BOTH[:2],
    "attract": (),
    "closed": (),
    "pin": (),
    "menu": (),
}


def _in_both_scripts(desk: Desk) -> None:
    """An invented language in the place of every other."""
    desk.offers.tongues = dict.fromkeys(desk.offers.tongues, pseudo())


async def _to(at: At, name: str) -> None:
    desk = at.desk
    _in_both_scripts(desk)
    if name == "closed":
        desk.hours = Shut()
    if name in ("pin", "menu"):
        desk.staff.ways = MuseumWays(replace(Config(), kiosk=_nowhere()), at.clock)
        desk.staff.at = "pin" if name == "pin" else "menu"
    if name not in ("attract", "closed", "pin", "menu"):
        desk.key("x")
    for id in PLACES[name]:
        at.clock.advance(3)
        desk.pick(id)
    if name == "warning":
        await at.wait(150)
    at.app.redraw()
    await at.pilot.pause()


def _nowhere():  # type: ignore[no-untyped-def]
    return replace(Config().kiosk, data=Path("nowhere"))


@pytest.mark.parametrize("name", sorted(PLACES))
async def test_no_string_of_a_screen_escapes(name: str) -> None:
    async with at_the_kiosk(small(), (100, 60)) as at:
        await _to(at, name)
        shown = [row.rstrip() for row in rows(at.app)]
    said = " ".join((*INVITATION, *ONE_MOMENT, *OUT_OF_USE, "kiosk-1 small MB h UTC nowhere"))
    known = NAMES | {word.strip(".,") for word in said.split()}
    found = {english(row): escaped(row, known) for row in shown}
    assert {row: words for row, words in found.items() if words} == {}
    assert any(ord(c) > 0x400 for row in shown for c in row)
