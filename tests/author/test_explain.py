"""`author explain`: the pages, as a terminal shows them."""

from __future__ import annotations

import argparse
import io
import json

import pytest

from game.author import explain
from game.author.pages import codes
from game.misuse import Misuse


def explained(code: str, format: str = "text") -> str:
    out = io.StringIO()
    assert explain.run(argparse.Namespace(code=code, format=format), out) == 0
    return out.getvalue()


def test_a_page_is_folded_and_its_examples_indented():
    assert explained("E401").splitlines()[:12] == [
        "E401: the way on leads nowhere",
        "",
        "A `goto`, a `start` or a test names a node or ending that does not exist. A",
        "player who came here could not go on.",
        "",
        "story.toml:",
        "",
        "    format = 1",
        '    id = "river"',
        '    version = "1.0.0"',
        '    title = "The river"',
        "",
    ]


def test_a_page_ends_with_how_to_mend_it():
    assert explained("E401").endswith(
        "Mending it\n"
        "\n"
        "Spell the id as the node or ending has it, or write the node that is missing.\n"
        "\n"
        '    goto = "far-side"\n'
    )


@pytest.mark.parametrize("written", ["e401", "E401", " e401 "])
def test_capitals_and_spaces_do_not_matter(written):
    assert explained(written) == explained("E401")


def test_json_has_the_same_words():
    told = json.loads(explained("W106", "json"))
    assert (told["code"], told["severity"]) == ("W106", "warning")
    assert told["title"] == "a pattern matches no file"
    assert told["text"] + "\n" == explained("W106")


@pytest.mark.parametrize(
    "written, sentence",
    [
        ("W7O1", "There is no diagnostic W7O1; did you mean `W701`?"),
        (
            "help",
            "There is no diagnostic HELP; a code is a letter and three digits, such as E401.",
        ),
    ],
)
def test_an_unknown_code_is_answered_in_one_sentence(written, sentence):
    with pytest.raises(Misuse, match=r"^There is no diagnostic") as refused:
        explained(written)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("code", codes())
def test_every_page_survives_a_terminal_that_has_only_ascii(code):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    assert explain.run(argparse.Namespace(code=code, format="text"), out) == 0
    out.flush()
    assert raw.getvalue().decode("ascii") == explained(code)
