"""`check` finds every mistake, each at its line and column, and nothing else."""

from __future__ import annotations

import os

import pytest

from game.reader import check
from tests.helpers import folder_of
from tests.reader.stories import (
    DAY,
    END,
    GOOD,
    MANIFEST,
    NIGHT,
    PAST,
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


# ---- files that cannot be read


def test_a_folder_that_is_not_there(tmp_path):
    report = check(tmp_path / "nowhere")
    assert [d.sentence() for d in report.diagnostics] == [
        "nowhere:1:1: error E101: There is no story folder 'nowhere'."
    ]
    assert report.story is None


def test_a_folder_without_a_manifest():
    files = {name: text for name, text in GOOD.items() if name != S}
    assert found_in(files) == [("E101", S, 1, 1)]


def test_a_story_without_a_campaign():
    head, rest = MANIFEST[: MANIFEST.index("[[")], MANIFEST[MANIFEST.index("[variables") :]
    files = GOOD | {S: head + rest}
    assert ("E214", S, 1, 1) in found_in(files)
    assert report_on(files).story is None


@pytest.mark.parametrize(
    "name, content, place",
    [
        (P, PAST.encode("utf-16"), ("E103", P, 1, 1)),
        (P, b"# Zh\xc3\xa4ng and Caf\xe9\n" + PAST.encode(), ("E103", P, 1, 16)),
        (P, b"a = " + b"[" * 9000 + b"]" * 9000, ("E108", P, 1, 1)),
        (P, b"a = 1" + b"0" * 5000, ("E108", P, 1, 1)),
        (P, b" " * (16 * 1024 * 1024 + 1), ("E105", P, 1, 1)),
        (S, b"\xff" + MANIFEST.encode(), ("E103", S, 1, 1)),
        (S, b"a = " + b"{a=" * 9000, ("E108", S, 1, 1)),
    ],
    ids=["utf-16", "latin-1", "deep", "long-number", "huge", "manifest", "deep-manifest"],
)
def test_what_is_in_an_unreadable_file_is_not_called_missing(name, content, place):
    assert found_in(GOOD | {name: content}) == [place]


def test_an_unreadable_file_does_not_hide_faults_elsewhere():
    files = broken((D, '"documented"', '"certain"')) | {P: b"\xff\xfe"}
    assert found_in(files) == [("E204", D, 25, 9), ("E103", P, 1, 1)]


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outside.toml").write_text(PAST)
    folder = folder_of(GOOD, tmp_path / "story")
    (folder / P).unlink()
    (folder / P).symlink_to(tmp_path / "outside.toml")
    found = [d.sentence() for d in check(folder).diagnostics]
    assert found == [f"{P}:1:1: error E102: The file is a link that leads out of the folder."]


def test_a_link_inside_the_folder_is_read(tmp_path):
    folder = folder_of(GOOD, tmp_path)
    (folder / "elsewhere.toml").write_text(PAST)
    (folder / P).unlink()
    (folder / P).symlink_to(folder / "elsewhere.toml")
    assert check(folder).diagnostics == ()


def test_a_link_to_itself_and_a_pipe_are_no_files(tmp_path):
    folder = folder_of(broken(), tmp_path)
    (folder / "history/loop.toml").symlink_to("loop.toml")
    os.mkfifo(folder / "history/pipe.toml")
    found = [(d.code, d.file) for d in check(folder).diagnostics]
    assert found == [("E102", "history/loop.toml"), ("E102", "history/pipe.toml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the system refuses root nothing")
def test_a_file_that_may_not_be_read(tmp_path):
    folder = folder_of(GOOD, tmp_path)
    (folder / P).chmod(0)
    assert [(d.code, d.file) for d in check(folder).diagnostics] == [("E102", P)]


@pytest.mark.parametrize("pattern", ["../*.toml", "/etc/*", "~/a.toml", "C:/a.toml", "a/../b"])
def test_a_pattern_out_of_the_folder_is_refused(pattern):
    files = broken((S, '"history/*.toml"]', f'"history/*.toml", "{pattern}"]'))
    assert found_in(files) == [("E107", S, 5, 44)]


@pytest.mark.parametrize("pattern", ["nothing/*.toml", "**x/*.toml", "a\\u0000b"])
def test_a_pattern_that_names_nothing_is_a_warning(pattern):
    files = broken((S, '"history/*.toml"]', f'"history/*.toml", "{pattern}"]'))
    assert found_in(files) == [("W106", S, 5, 44)]
    assert report_on(files).ok


# ---- files that are not TOML


@pytest.mark.parametrize(
    "edit, place",
    [
        ((D, '"The bank"', '"The bank'), ("E104", D, 3, 18)),
        ((D, '"The bank"', 'The bank"'), ("E104", D, 3, 9)),
        ((D, '"The bank"', "“The bank”"), ("E104", D, 3, 9)),
        ((D, '"Go now."', '"He said "now"."'), ("E104", D, 14, 18)),
        ((D, '{boats} left."""', "{boats} left."), ("E104", D, 6, 8)),
        ((D, 'text = """\n', "text = \n"), ("E104", D, 6, 8)),
        ((D, 'goto = "reeds"', 'goto "reeds"'), ("E104", D, 26, 6)),
        ((D, 'goto = "reeds"', 'goto: "reeds"'), ("E104", D, 26, 5)),
        ((D, 'goto = "reeds"', "goto = reeds"), ("E104", D, 26, 8)),
        ((D, 'burnt"]', 'burnt"'), ("E104", D, 22, 11)),
        ((D, 'burnt"]', 'burnt",'), ("E104", D, 22, 11)),
        ((D, "men-lost = 40 }", "men-lost = 40"), ("E104", D, 23, 10)),
        ((D, "[node.bank]", "[node.bank"), ("E104", D, 2, 1)),
        ((D, "[node.bank]", "node.bank]"), ("E104", D, 2, 1)),
        ((N, "[node.morning]", "[node.the morning]"), ("E104", N, 6, 1)),
        ((N, "[node.morning]", "The next morning.\n\n[node.morning]"), ("E104", N, 6, 5)),
        ((S, 'title = "The river"', 'title = "The river'), ("E104", S, 4, 19)),
        ((S, "format = 1", "format = one"), ("E104", S, 1, 10)),
        ((S, '"history/*.toml"]', '"history/*.toml"'), ("E104", S, 5, 9)),
        ((S, "[variables.boats]", "[variables.boats"), ("E104", S, 12, 1)),
        ((S, "max = 3", "max = three"), ("E104", S, 16, 7)),
        ((S, "[[campaign]]", "[[campaign]"), ("E104", S, 7, 1)),
        ((P, "[person.li]", "[person.li"), ("E104", P, 9, 1)),
        ((E, 'id = "straight"', "id = straight"), ("E104", E, 8, 6)),
        ((E, "expect = { boats = 0 }\n", "expect = {\n"), ("E104", E, 12, 10)),
    ],
)
def test_one_slip_of_the_pen_is_one_diagnostic(edit, place):
    assert found_in(broken(edit)) == [place]


def test_a_syntax_error_hides_no_fault_in_its_own_file_or_others():
    files = broken(
        (N, 'title = "The reeds"', 'title = "The reeds'),
        (N, '"Nothing moves."', '"Nothing *moves."'),
        (N, "bank.wait", "bank.wat"),
        (D, '"documented"', '"certain"'),
    )
    assert found_in(files) == [
        ("E204", D, 25, 9),
        ("E104", N, 2, 19),
        ("E501", N, 3, 17),
        ("E402", N, 8, 65),
    ]


def test_many_syntax_errors_in_one_file_are_all_named():
    lines = [f'[fact.f-{i}]\nstatement = Number {i}\nsource = "diary"\n' for i in range(25)]
    files = GOOD | {"history/more.toml": "\n".join(lines)}
    assert found_in(files) == [("E104", "history/more.toml", 4 * i + 2, 13) for i in range(25)]


# ---- one cause, one diagnostic


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
    assert DAY in GOOD.values()
