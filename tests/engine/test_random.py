"""What holds for every story: the engine against a naive one, replay, undo, positions."""

from __future__ import annotations

from hypothesis import given, settings

from game.engine import Playthrough, Position, options, replay, start, step
from tests.engine.naive import Naive
from tests.engine.stories import ATOMS, picks, stories, walk
from tests.helpers import story_from

FEW = settings(max_examples=40)


def same(position: Position, naive: Naive) -> None:
    """The two stand at the same place, in the same state, with the same ways on."""
    assert position.node == naive.node
    assert position.variables == naive.variables
    assert position.metrics == naive.ledger
    assert list(position.pages) == naive.pages
    assert [tuple(frame) for frame in position.stack] == naive.stack
    assert [tuple(option) for option in options(position)] == naive.options()


@FEW
@given(stories(), picks)
def test_the_engine_goes_where_a_naive_one_goes(text: str, picks: list[int]) -> None:
    story = story_from(text)
    naive = Naive(story, "c")
    same(start(story, "c"), naive)
    for position, choice in walk(story, picks):
        naive.step(choice)
        there = step(position, choice)
        same(there, naive)
        for atom in (atom for atom in ATOMS if atom in text):
            assert there.program.value(atom, there.state) is naive.holds(atom)


@FEW
@given(stories(), picks)
def test_replaying_the_choices_is_stepping_through_them(text: str, picks: list[int]) -> None:
    story = story_from(text)
    taken = [f"{position.node}.{choice}" for position, choice in walk(story, picks)]
    position = start(story, "c")
    for choice in taken:
        position = step(position, choice.rpartition(".")[2])
    play = Playthrough.replay(story, "c", taken)
    assert replay(story, "c", taken) == position == play.position
    assert list(play.choices) == taken


@FEW
@given(stories(), picks)
def test_undo_and_redo_together_change_nothing(text: str, picks: list[int]) -> None:
    story = story_from(text)
    play = Playthrough.begin(story, "c")
    history = [play]
    for _, choice in walk(story, picks):
        play = play.take(choice)
        history.append(play)
    for count, earlier in enumerate(reversed(history)):
        back = play.undo(count)
        assert back.without_undone() == earlier
        for _ in range(count):
            back = back.redo()
        assert back == play


@FEW
@given(stories(), picks)
def test_positions_are_equal_if_and_only_if_they_say_the_same(text: str, picks: list[int]) -> None:
    story = story_from(text)
    seen: dict[Position, tuple[object, ...]] = {}
    for position, _ in walk(story, picks):
        said = (*position[1:],)
        assert seen.setdefault(position, said) == said
        assert len(set(seen.values())) == len(seen)


@FEW
@given(stories(), picks)
def test_the_ledger_never_steers(text: str, picks: list[int]) -> None:
    story = story_from(text)
    for position, choice in walk(story, picks):
        other = position._replace(ledger=tuple(total + 1000 for total in position.ledger))
        here, there = step(position, choice), step(other, choice)
        assert there._replace(ledger=here.ledger) == here
        assert options(other) == options(position)
        shares = [b - a for a, b in zip(position.ledger, here.ledger, strict=True)]
        again = [b - a for a, b in zip(other.ledger, there.ledger, strict=True)]
        assert again == shares
