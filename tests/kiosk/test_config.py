"""A kiosk's configuration: what is written is read again, and what is wrong is named."""

from __future__ import annotations

import string
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.config import Config, ConfigError, config_of, read, written
from game.kiosk.config.handed_on import hand_on, read_or_taken
from game.kiosk.config.kinds import Kind, ListOf, Number, OneOf, Place, Text, Truth, Whole
from game.kiosk.config.times import DAY, DatesOpening, Opening, Span, TimeOfDay, Zone

BASE = Path("/museum")
ZONES = ["", "Europe/Warsaw", "Asia/Tokyo", "UTC"]


@st.composite
def openings(draw: st.DrawFn) -> tuple[Span, ...]:
    minutes = sorted(draw(st.sets(st.integers(0, DAY), max_size=6)))
    pairs = [Span(a, b) for a, b in zip(minutes[::2], minutes[1::2], strict=False)]
    if pairs and pairs[0].opens > 1 and draw(st.booleans()):
        pairs[-1] = Span(pairs[-1].opens, DAY + draw(st.integers(1, pairs[0].opens - 1)))
    return tuple(pairs)


def values(kind: Kind) -> st.SearchStrategy[Any]:
    """Any value of a kind."""
    return ANY[type(kind)](kind)


def _places(kind: Place) -> st.SearchStrategy[Path | None]:
    letters = st.characters(codec="utf-8", exclude_characters="\0/")
    path = st.text(letters, min_size=1).map(lambda name: BASE / name)
    return path | st.none() if kind.may_be_empty else path


def _lists(kind: ListOf) -> st.SearchStrategy[tuple[Any, ...]]:
    inner = values(kind.kind)
    return st.lists(inner, min_size=kind.least, max_size=4, unique=True).map(tuple)


def _dates(_: DatesOpening) -> st.SearchStrategy[tuple[Any, ...]]:
    days = st.dictionaries(st.dates(), openings(), max_size=3)
    return days.map(lambda found: tuple(sorted(found.items())))


ANY: dict[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Truth: lambda _: st.booleans(),
    Whole: lambda kind: st.integers(kind.low, kind.high),
    Number: lambda kind: st.floats(kind.low, kind.high),
    OneOf: lambda kind: st.sampled_from(kind.words),
    Text: lambda kind: st.from_regex(kind.pattern, fullmatch=True, alphabet=string.printable),
    ListOf: _lists,
    Place: _places,
    Opening: lambda _: openings(),
    DatesOpening: _dates,
    TimeOfDay: lambda _: st.none() | st.times().map(lambda t: time(t.hour, t.minute)),
    Zone: lambda _: st.sampled_from(ZONES),
}


@st.composite
def configs(draw: st.DrawFn) -> Config:
    made = {}
    for section in fields(Config):
        usual = getattr(Config(), section.name)
        keys = {f.name: draw(values(f.metadata["kind"])) for f in fields(usual)}
        made[section.name] = replace(usual, **keys)
    config = Config(**made)
    low, high = sorted((config.idle.floor, config.idle.cap))
    config = replace(config, idle=replace(config.idle, floor=low, cap=max(high, 10)))
    if config.visit.languages:
        config = replace(config, visit=replace(config.visit, default_language=""))
    return config


@given(configs())
def test_what_is_written_is_read_again(config: Config) -> None:
    assert config_of(written(config), "kiosk.toml", BASE) == config


def test_a_key_left_out_is_as_it_usually_is() -> None:
    assert config_of("", "kiosk.toml", BASE) == config_of(written(Config()), "kiosk.toml", BASE)
    assert config_of("", "kiosk.toml", BASE).kiosk.data == BASE / "kiosk-data"


def test_every_key_is_told_in_a_comment() -> None:
    lines = written(Config()).splitlines()
    keys = [i for i, line in enumerate(lines) if " = " in line and not line.startswith("#")]
    days = ("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    bare = [lines[i] for i in keys if lines[i - 1][:1] != "#"]
    assert {line.partition(" ")[0] for line in bare} == set(days)
    assert max(map(len, lines)) <= 100


FAULTS = {
    "[idle]\nflor = 50\n": "line 2: There is no key 'flor' in [idle]. Did you mean floor?",
    "[idel]\n": "line 1: There is no section 'idel'. Did you mean idle?",
    "[idle]\n\nfloor = 3\n": "line 3: floor should be a whole number from 10 to 600; it is 3.",
    "[idle]\nfloor = true\n": "line 2: floor should be a whole number from 10 to 600; it is True.",
    "[idle]\nfloor = 90\ncap = 60\n": "line 2: floor is more than cap; make it the smaller one.",
    "[visitors]\nminimum = 5\n": "line 2: minimum should be a whole number from 20",
    "[visitors]\nkeep = 'yes'\n": "line 2: keep should be true or false, without quotation marks",
    "idle = 3\n": "line 1: idle is a section; write [idle] on a line of its own.",
    "[hours]\nmonday = '8-9'\n": 'line 2: monday should be "closed", or hours such as "10:00-18:00"',
    "[hours]\nmonday = '10:00-10:00'\n": "line 2: monday should be",
    "[hours]\nmonday = '14:00-18:00, 10:00-13:00'\n": "line 2: monday should be",
    "[hours]\nzone = 'Mars'\n": "line 2: zone should be a time zone that this machine knows",
    "[hours]\nexceptions = { 2026-02-30 = 'closed' }\n": "line 2: exceptions should be dates",
    "[staff]\npin = '1234'\n": 'line 2: pin should be the line that "kiosk --pin" prints',
    "[visit]\nlanguages = ['en']\ndefault_language = 'ru'\n": "line 3: default_language is none",
    "[visit]\nlengths = []\n": "line 2: lengths should be a list",
    "[kiosk]\ndata = ''\n": "line 2: data should be a path in quotation marks",
    "[idle\n": "line 1: Expected",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_named_with_its_line_and_what_to_do(text: str) -> None:
    with pytest.raises(ConfigError) as raised:
        config_of(text, "kiosk.toml", BASE)
    (sentence,) = raised.value.sentences
    assert sentence.startswith(f"kiosk.toml, {FAULTS[text]}")


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    with pytest.raises(ConfigError) as raised:
        config_of("[log]\nfiles = 0\n[idle]\ncap = 1\nx = 1\n", "kiosk.toml", BASE)
    lines = [sentence.split(":")[0] for sentence in raised.value.sentences]
    assert lines == ["kiosk.toml, line 2", "kiosk.toml, line 4", "kiosk.toml, line 5"]


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_whatever_the_text_is_it_is_a_configuration_or_sentences(text: str) -> None:
    sentences: tuple[str, ...] = ()
    try:
        config_of(text, "kiosk.toml", BASE)
    except ConfigError as fault:
        sentences = fault.sentences
    assert all(one.startswith("kiosk.toml") and "\n" not in one for one in sentences)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    def sentence(path: Path) -> str:
        with pytest.raises(ConfigError) as raised:
            read(path)
        return raised.value.sentences[0]

    assert "there is no such file. Write one with kiosk --init" in sentence(tmp_path / "none.toml")
    assert "directory" in sentence(tmp_path)
    (tmp_path / "raw.toml").write_bytes(b"\xff\xfe\0")
    assert "no text in UTF-8" in sentence(tmp_path / "raw.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 2_000_000)
    assert "too large" in sentence(tmp_path / "large.toml")


def test_paths_are_taken_from_the_file_s_folder(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("\ufeff[kiosk]\ndata = 'here'\nstory = '/else/where'\n")
    config = read(tmp_path / "kiosk.toml")
    assert config.kiosk.data == tmp_path / "here"
    assert config.kiosk.story == Path("/else/where")
    assert config.log_file == tmp_path / "here" / "kiosk.log"


def test_an_exception_s_date_is_a_date() -> None:
    text = "[hours]\nexceptions = { 2026-12-25 = 'closed', 2026-12-24 = '10:00-14:00' }\n"
    found = config_of(text, "kiosk.toml", BASE).hours.exceptions
    assert found == ((date(2026, 12, 24), (Span(600, 840),)), (date(2026, 12, 25), ()))


def test_a_file_broken_while_the_kiosk_runs_leaves_the_one_it_was_started_with(
    tmp_path: Path,
) -> None:
    path, environment = tmp_path / "kiosk.toml", dict[str, str]()
    path.write_text("[idle]\nfloor = 50\n[hours]\nzone = 'Europe/Warsaw'\n")
    started = read(path)
    hand_on(started, environment)
    path.write_text("[idle]\nfloor = 60\n")
    assert read_or_taken(path, environment) == (read(path), None)
    for broken in ("[idle]\nflor = 60\n", None):
        path.write_text(broken) if broken else path.unlink()
        config, fault = read_or_taken(path, environment)
        assert config == started
        assert fault is not None
    with pytest.raises(ConfigError):
        read_or_taken(path, {})
