"""`check` finds every mistake, each at its line and column, and nothing else."""

from __future__ import annotations

import pytest

from tests.reader.stories import (
    END,
    GOOD,
    NIGHT,
    broken,
    found_in,
    report_on,
    sentences,
)

D, N, E, P, S = (
    "north/1-day.toml",
    "north/2-night.toml",
    "north/3-end.toml",
    "history/past.toml",
    "story.toml",
)


def test_the_good_story_has_no_fault():
    assert found_in(GOOD) == []


def test_twenty_faults_in_five_files():
    files = broken(
        (S, 'start = "bank"', 'begin = "bank"\nstart = "bank"'),
        (S, 'campaigns = ["north"]', 'campaigns = "north"'),
        (S, 'start = "whole"', 'start = "half"'),
        (S, 'unit = "men"', 'unit = ""'),
        (D, "01:00:00+10:00", "01:00:00"),
        (D, "[[ford|", "[[frod|"),
        (D, "{boats}", "{boat}"),
        (D, 'leans = "cross"', 'leans = "corss"'),
        (D, '"bridge = burnt"', '"bridge == burnt"'),
        (D, '"documented"', '"certain"'),
        (D, "men-lost = 40", "man-lost = 40"),
        (N, 'title = "The reeds"', "title = The reeds"),
        (N, "bank.wait", "bank.wiat"),
        (N, 'title = "The morning"\n', ""),
        (E, 'kind = "army"', "kind = 1"),
        (E, "boats = 0", "boats = 9"),
        (E, 'id = "straight"', 'id = "Straight On"'),
        (P, '[source.diary]\nname = "A diary"', '[source.diary]\nname = "A diary'),
        (P, 'source = "diary"', 'sources = "diary"'),
        (P, "[place.ford]", "[place.ford]\nat = [200, 45]"),
    )
    assert found_in(files) == [
        ("E201", S, 10, 1),
        ("E203", S, 14, 13),
        ("E212", S, 23, 9),
        ("E207", S, 31, 8),
        ("E208", D, 4, 6),
        ("E504", D, 7, 17),
        ("E505", D, 9, 1),
        ("E402", D, 15, 9),
        ("E304", D, 22, 34),
        ("E406", D, 23, 23),
        ("E204", D, 25, 9),
        ("E104", N, 2, 9),
        ("E202", N, 6, 2),
        ("E402", N, 7, 65),
        ("E203", E, 4, 8),
        ("E205", E, 8, 6),
        ("E212", E, 12, 20),
        ("E201", P, 3, 1),
        ("E104", P, 6, 16),
        ("E212", P, 14, 6),
    ]


@pytest.mark.parametrize(
    "edit, place",
    [
        # Columns are characters, not bytes: Cyrillic letters stand before the link.
        ((D, "[[ford|The ford]]", "[[fjord|The ford]]"), ("E504", D, 7, 17)),
        # The line of a long text is that of the file, first line break and all.
        ((D, "{boats} left", "Just {boots} left"), ("E505", D, 9, 6)),
        # An escape is one character of the text and two or six of the file.
        ((D, '"Go now."', r'"\"Go\" \u0434\u0430 [[nobody|x]]"'), ("E504", D, 14, 29)),
        # A backslash at the end of a line takes the break and the indent with it.
        ((D, '"Go now."', '"""\\\n    Go \\\n    [[nobody|x]]"""'), ("E504", D, 16, 5)),
        ((D, '"Go now."', "'''\nGo\n [[nobody|x]]'''"), ("E504", D, 16, 2)),
        ((D, '"Go now."', r"'C:\now [[nobody|x]]'"), ("E504", D, 14, 16)),
        # Inside an expression, inside a list.
        ((D, '"bridge = burnt"', '"bridge = burned"'), ("E305", D, 22, 36)),
        # Inside a table between braces, inside a list.
        ((N, "bank.wait", "bank.wat"), ("E402", N, 8, 65)),
        # A key that is quoted, a key with dots.
        ((S, "max = 3", '"max" = -1'), ("E212", S, 16, 9)),
        ((D, "ledger = { men-lost = 40 }", "ledger.men-gone = 40"), ("E406", D, 23, 19)),
    ],
)
def test_the_place_is_that_of_the_character(edit, place):
    assert found_in(broken(edit)) == [place]


def test_lines_count_the_same_with_windows_line_breaks_and_a_byte_order_mark():
    files = broken((D, "{boats} left", "Just {boots} left"))
    windows = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in files.items()}
    assert found_in(windows) == found_in(files) == [("E505", D, 9, 6)]


@pytest.mark.parametrize(
    "edit, place",
    [
        ((D, 'goto = "reeds"', 'gotoo = "reeds"'), ("E201", D, 26, 1)),
        ((D, 'enabled_if = "dry"', 'enabled = "dry"'), ("E201", D, 20, 1)),
        ((D, 'effects = ["boats -= 1", "bridge = burnt"]', 'effects = "boats -= 1"'), None),
        ((N, "[node.reeds]", "[nodes.reeds]"), ("E201", N, 1, 2)),
        ((N, "[node.reeds]", "[reeds]"), ("E201", N, 1, 2)),
        ((N, "[node.reeds]", "[node.Reeds]"), ("E205", N, 1, 2)),
        ((S, "[[campaign]]", "[campaign]"), ("E203", S, 7, 2)),
        ((S, "[[campaign]]", "[[campaigns]]"), ("E201", S, 7, 3)),
        ((S, 'type = "enum"', 'type = "enumm"'), ("E204", S, 20, 8)),
        ((S, 'type = "int"', 'type = "integer"'), ("E204", S, 14, 8)),
        ((S, "max = 3", 'max = "3"'), ("E203", S, 16, 7)),
        ((S, 'start = "bank"', 'start = "bnak"'), ("E401", S, 10, 9)),
        ((D, 'goto = "reeds"', 'goto = "swamp"'), ("E401", D, 26, 8)),
        ((D, 'goto = "reeds"', 'goto = "bank.wait"'), ("E401", D, 26, 8)),
        ((D, 'goto = "reeds"', "goto = 3"), ("E203", D, 26, 8)),
        ((D, 'id = "cross"', 'id = "Cross"'), ("E205", D, 18, 6)),
    ],
)
def test_a_fault_is_not_followed_by_its_consequences(edit, place):
    files = broken(edit)
    if place is None:
        assert [code for code, *_ in found_in(files) if code != "W703"] == ["E203"]
    elif edit[1].startswith('id = "cross"'):
        assert found_in(files)[0] == place
    else:
        assert found_in(files) == [place]


def test_of_a_row_of_strays_the_first_is_named():
    stray = '\n[node.{}]\ntitle = "Lost"\ntext = "Lost."\ngoto = "{}"\n'
    files = GOOD | {N: NIGHT + stray.format("lost", "found") + stray.format("found", "far-side")}
    assert found_in(files) == [("W701", N, 11, 2)]


def test_a_node_in_two_files_is_named_with_both():
    files = GOOD | {E: END + '\n[node.bank]\ntitle = "B"\ntext = "B."\ngoto = "far-side"\n'}
    assert sentences(files) == [
        f"{E}:14:2: error E206: The id `bank` is used twice; it stands in {D} already."
    ]


def test_what_a_beginner_writes_is_answered_with_what_to_do():
    said = sentences(
        broken(
            (D, "1945-08-09T01:00:00+10:00", '"9 August 1945"'),
            (D, 'enabled_if = "dry"', 'enabled_if = "dry AND boats => 1"'),
            (D, '"bridge = burnt"', '"bridge == burnt"'),
            (D, "basis = ", "once = True\nbasis = "),
            (S, 'person = "li"', "person = 'Li'"),
        )
    )
    assert said == [
        f"{S}:9:10: error E403: There is no person `Li`. (did you mean `li`?)",
        f"{D}:4:6: error E203: `at` should be a date, or a date and time with its offset, "
        "and is a text. (take away the quotation marks)",
        f"{D}:20:19: error E301: The expression should end before `AND`. "
        "(write `and`, in small letters)",
        f"{D}:22:34: error E304: An effect is `variable = value`, `variable += value` or "
        "`variable -= value`. (`==` compares; a single `=` sets)",
        f"{D}:25:8: error E104: This is no value. (it is `true` or `false`, in small letters)",
    ]


def test_the_story_of_a_report_is_whole_only_without_errors():
    report = report_on(GOOD)
    assert report.story is not None
    assert list(report.story.nodes) == ["bank", "reeds", "morning"]
    assert report_on(broken((D, '"documented"', '"certain"'))).story is None
