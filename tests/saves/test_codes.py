"""Replay codes."""

from __future__ import annotations

import pytest

from game.engine import Playthrough, options
from game.model import Story
from game.saves import CodeError, code_of, play_of
from game.saves.codes import ALPHABET
from tests.ford import ford, played
from tests.helpers import story_from


def ladder(decisions: int, choices: int, campaigns: int = 4) -> Story:
    """A story of so many decisions in a row, every order leading to the next."""
    parts = [f'[[campaign]]\nid = "c{n}"\nstart = "n0"\n' for n in range(campaigns)]
    for n in range(decisions):
        there = f"n{n + 1}" if n < decisions - 1 else "end"
        parts.append(f'[node.n{n}]\ntitle = "N"\n')
        parts += [
            f'[[node.n{n}.choice]]\nid = "o{i}"\nlabel = "O."\ngoto = "{there}"\n'
            for i in range(choices)
        ]
    ids = [f"c{n}" for n in range(campaigns)]
    parts.append(f'[ending.end]\ncampaigns = {ids}\ntitle = "E"\nkind = "army"\ntext = "E."\n')
    return story_from("".join(parts))


def last_of_all(story: Story, campaign: str) -> Playthrough:
    """The playthrough with the largest number: always the last choice."""
    play = Playthrough.begin(story, campaign)
    while not play.is_over:
        play = play.take(options(play.position)[-1].id)
    return play


@pytest.mark.parametrize(
    ("decisions", "choices", "longest"), [(4, 3, 8), (4, 4, 8), (18, 3, 12), (18, 4, 12)]
)
def test_a_code_fits_on_a_postcard(decisions: int, choices: int, longest: int) -> None:
    play = last_of_all(ladder(decisions, choices), "c3")
    assert len(code_of(play)) <= longest
    assert play_of(code_of(play), play.program.story) == play


def test_every_playthrough_has_its_own_code_finished_or_not() -> None:
    story = ladder(3, 3, 2)
    plays = [Playthrough.begin(story, campaign) for campaign in ("c0", "c1")]
    for play in plays:
        if not play.is_over:
            plays += [play.take(option.id) for option in options(play.position)]
    codes = [code_of(play) for play in plays]
    assert len(set(codes)) == len(plays) == 2 * (1 + 3 + 9 + 27)
    assert [play_of(code, story) for code in codes] == plays


def test_a_decision_with_one_choice_is_told_from_none() -> None:
    story = ladder(3, 1, 1)
    plays = [Playthrough.replay(story, "c0", ["o0"] * n) for n in range(4)]
    assert [play_of(code_of(play), story).choices for play in plays] == [p.choices for p in plays]


def test_a_code_is_read_as_people_write_it() -> None:
    code = code_of(played("row", "bury"))
    spaced = f" {code[:2].lower()}-{code[2:]} \n"
    assert play_of(spaced, ford()).choices == ("crossing.row", "far-bank.bury")


def test_signs_that_look_alike_are_not_used() -> None:
    assert not set("01IOLUZ") & set(ALPHABET)
    story = ladder(2, 4, 1)
    plays = [
        Playthrough.replay(story, "c0", [f"o{i}", f"o{k}"]) for i in range(4) for k in range(4)
    ]
    codes = [code_of(play) for play in plays]
    assert any("2" in code for code in codes)
    mistaken = [code.replace("2", "Z").replace("V", "U") for code in codes]
    assert [play_of(code, story) for code in mistaken] == plays


def refused(code: str, story: Story) -> bool:
    try:
        play_of(code, story)
    except CodeError:
        return True
    return False


@pytest.mark.parametrize("shape", [(4, 3), (18, 4)])
def test_every_single_slip_and_every_swap_of_neighbours_is_noticed(shape: tuple[int, int]) -> None:
    story = ladder(*shape)
    code = code_of(last_of_all(story, "c2"))
    for at, sign in enumerate(code):
        others = [other for other in ALPHABET if other != sign]
        slips = [code[:at] + other + code[at + 1 :] for other in others]
        assert all(refused(slip, story) for slip in slips)
        swapped = code[:at] + code[at + 1 : at + 2] + sign + code[at + 2 :]
        assert swapped == code or refused(swapped, story)


def test_a_sign_too_few_or_too_many_is_noticed_or_gives_the_same() -> None:
    story = ladder(4, 3)
    play = last_of_all(story, "c2")
    code = code_of(play)
    for at in range(len(code)):
        assert refused(code[:at] + code[at + 1 :], story)
        for sign in ALPHABET:
            longer = code[:at] + sign + code[at:]
            assert refused(longer, story) or play_of(longer, story) == play


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "This is no replay code; look for a slip of the pen."),
        ("2", "This is no replay code; look for a slip of the pen."),
        ("2" * 99_999, "This is no replay code; look for a slip of the pen."),
        ("AB0D", "A replay code has no sign '0'; look for a slip of the pen."),
        ("caf\u00e9", "A replay code has no sign '\u00c9'; look for a slip of the pen."),
        ("\x1b[31m", "A replay code has no sign '\\x1b'; look for a slip of the pen."),
    ],
)
def test_what_is_no_code(code: str, said: str) -> None:
    with pytest.raises(CodeError) as caught:
        play_of(code, ford())
    assert str(caught.value) == said


def test_a_code_of_another_version_is_refused() -> None:
    edited = ford('goto = "far-bank"\neffects', 'goto = "drift"\neffects')
    with pytest.raises(CodeError, match=r"^This code belongs to another version of the story\.$"):
        play_of(code_of(played("row")), edited)


def test_a_mended_comma_does_not_spoil_a_code() -> None:
    mended = ford("The far bank is quiet.", "The far bank, at last, is quiet.")
    assert play_of(code_of(played("row")), mended).choices == ("crossing.row",)
