"""The shipped maps: what the README promises of them can be seen."""

from pathlib import Path

import pytest

from game.reader import load
from game.tui.map import ASCII, BLOCKS, BRAILLE, draw, fitted, ground_of, read_maps
from game.tui.map.framing import situation
from game.view.map_marks import Mark, map_view

STORY = Path(__file__).parents[3] / "story" / "mutanchiang"


@pytest.fixture(scope="module")
def country():
    return read_maps(STORY / "map")


@pytest.fixture(scope="module")
def story():
    return load(STORY)


def drawn(country, story, size, place="grodekovo", charset=BRAILLE):
    view = map_view(story, place)
    return draw(ground_of(country, fitted(country.extents[0], *size), charset), view)


def test_both_sheets_are_read_without_a_fault(country):
    assert country.reasons == ()
    assert len(country.extents) == 2
    assert {f.kind for f in country.features} == {"coast", "border", "river", "lake", "railway"}
    assert "GeoNames.org" in country.credit


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (100, 40), (200, 50)])
def test_the_battle_with_its_place_and_credit(country, story, size):
    drawing = drawn(country, story, size)
    assert "◉" in drawing.text
    assert "Grodekovo" in drawing.text
    assert "Mutanchiang" in drawing.text
    assert "GeoNames.org" in drawing.text
    assert " km " in drawing.text.split("\n")[-1]


@pytest.mark.parametrize("size", [(60, 24), (100, 40)])
@pytest.mark.parametrize("charset", [BRAILLE, ASCII])
def test_every_written_name_can_be_read_whole(country, story, size, charset):
    """Were one label written over another, one of the two could not be found."""
    drawing = drawn(country, story, size, charset=charset)
    for label in drawing.labels:
        assert f" {label.text} " in f" {drawing.text} ".replace("\n", " "), label.text
    assert len(drawing.labels) == len({label.text for label in drawing.labels})
    assert len(drawing.labels) >= 10


def test_a_river_is_drawn_through_and_a_railway_dashed(country, story):
    """Without colour: a river's cells follow each other, a railway's have gaps between dots."""
    assert "~~" in drawn(country, story, (100, 40), charset=ASCII).text
    assert "##" in drawn(country, story, (100, 40), charset=ASCII).text
    drawing = drawn(country, story, (100, 40))
    dots = {"river": [0, 0], "railway": [0, 0]}
    for line in drawing.lines:
        for text, style in line:
            if style in dots:
                dots[style][0] += len(text)
                dots[style][1] += sum((ord(char) - 0x2800).bit_count() for char in text)
    river, railway = (dots_in / cells for cells, dots_in in dots.values())
    assert river > railway * 1.15


@pytest.mark.parametrize("size", [(60, 24), (100, 40)])
def test_every_decisions_situation_shows_its_place(country, story, size):
    for node in story.nodes.values():
        if node.is_decision and node.place:
            view = map_view(story, node.place, node.markers)
            window = situation(country, view, *size)
            assert window is not None
            drawing = draw(ground_of(country, window, BRAILLE), view)
            assert view.here is None or view.here_name in drawing.text, node.id


@pytest.mark.parametrize("charset", [BRAILLE, BLOCKS, ASCII], ids=lambda charset: charset.name)
@pytest.mark.parametrize("campaign", ["meretskov", "shimizu"])
def test_sides_are_told_apart_by_their_signs_alone(country, story, campaign, charset):
    """In every situation of both campaigns, by characters and not by styles."""
    seen = set()
    for node in story.nodes.values():
        if node.is_decision and node.id[0] == campaign[0]:
            view = map_view(story, node.place, node.markers)
            window = situation(country, view, 80, 24)
            assert window is not None
            drawing = draw(ground_of(country, window, charset), view)
            seen |= {(char_at(drawing, cell), thing) for cell, thing in drawing.signs.items()}
    units = {(char, mark.side) for char, mark in seen if isinstance(mark, Mark) and is_unit(mark)}
    signs = {side: {char for char, of in units if of == side} for side in ("soviet", "japanese")}
    assert signs["soviet"] <= set(charset.units["soviet"])
    assert signs["japanese"] <= set(charset.units["japanese"])
    assert all(len(found) >= 2 for found in signs.values())


def is_unit(mark):
    return not mark.is_line and mark.kind != "bridge"


def char_at(drawing, cell):
    return drawing.text.split("\n")[cell[1]][cell[0]]
