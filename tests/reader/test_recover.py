"""A file that is not TOML is read as far as it can be: one slip of the pen, one diagnostic."""

from __future__ import annotations

import pytest

from tests.reader.stories import (
    GOOD,
    broken,
    found_in,
)

D, N, E, P, S = (
    "north/1-day.toml",
    "north/2-night.toml",
    "north/3-end.toml",
    "history/past.toml",
    "story.toml",
)


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
