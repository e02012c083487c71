"""The closing report as HTML and SVG: one truth with the screens, nothing to fetch, nothing to run."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from game.export import report_html, report_svg
from game.export.prose_lines import conjecture_line
from game.export.report.bars import Scale, claim_bar
from game.export.report.lettering import Pen, width_of, wrapped
from game.export.report.tags import Tag, tag
from game.view import ledger_rows, report_view
from game.view.gauges import ClaimRow
from tests.ford import HISTORICAL, edited, ford, played

HISTORY = played(*HISTORICAL)
APART = played("march", "wait")
SVG = "{http://www.w3.org/2000/svg}"


class Words(HTMLParser):
    """The words of a file, and the elements that were opened and not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.words)


def words(play=HISTORY) -> str:
    return Words(report_html(play)).text


@pytest.mark.parametrize("play", [HISTORY, APART, played()])
def test_every_element_is_closed(play):
    assert Words(report_html(play)).open == []


@pytest.mark.parametrize("play", [HISTORY, APART, played()])
def test_the_drawing_is_sound_xml(play):
    root = ElementTree.fromstring(report_svg(play))
    assert root.tag == f"{SVG}svg"
    assert int(root.attrib["height"]) > 400


def test_it_says_what_the_report_says():
    view, text = report_view(APART), words(APART)
    assert view.parted in text
    for row in view.ledger:
        assert row.label in text
        assert row.verdict in text
        assert all(claim.by in text for claim in row.claims)
    for order in view.orders:
        assert order.order in text
        assert order.real_order in text
    for source in view.sources:
        assert source.name in text


def test_other_peoples_hours_stand_beside_yours():
    text = words()
    rest = text.partition("Beyond the hill")[2]
    assert "In the city" in rest
    assert "A fisherman" in rest
    assert "He sells his boat." in rest


def test_each_count_outside_says_so_at_the_end_only():
    assert "Your figure lies outside it." in words(played("march", "wait"))
    assert "Your figure lies outside it." not in words(played("march"))


def test_both_lines_stand_in_one_table_and_part_where_they_part():
    rows = re.findall(r'<tr class="(\w+)">', report_html(APART))
    assert rows[0] == "both"
    assert "apart" in rows
    assert set(re.findall(r'<tr class="(\w+)">', report_html(HISTORY))) == {"both"}


def test_the_tree_shows_your_road_and_that_of_1945_and_names_nothing_unseen():
    drawing = report_svg(APART)
    assert 'class="way mine"' in drawing
    assert 'class="way real"' in drawing
    assert "Over the river" in drawing  # where 1945 ended
    never = ElementTree.fromstring(report_svg(HISTORY)).iter(f"{SVG}circle")
    assert (
        sum(circle.get("class") == "spot never" for circle in never) == 3
    )  # drift, drowned, the legend
    assert "Lost" not in report_svg(HISTORY)


def test_nothing_is_fetched_and_nothing_can_run():
    made = report_html(HISTORY)
    found = Words(made)
    policy = next(a["content"] for t, a in found.tags if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not {"script", "link", "img", "iframe"} & {name for name, _ in found.tags}
    assert all(a["href"].startswith("#") for name, a in found.tags if name == "a")
    assert re.findall(r"https?://[^\"' ]+", made) == []
    assert re.findall(r"https?://[^\"' ]+", report_svg(HISTORY)) == ["http://www.w3.org/2000/svg"]


def test_a_story_cannot_write_markup():
    story = edited({"The crossing": "</title><script>alert(1)</script>&amp;", "A diary": '\\"><b>'})
    play = played("row", story=story)
    for made in (report_html(play), report_svg(play)):
        assert "<script" not in made
        assert "<b>" not in made.replace("<b>10", "").replace("<b>12", "") or "&lt;b&gt;" in made
        assert "&lt;script&gt;" in made
    ElementTree.fromstring(report_svg(play))


def test_tags_escape_words_and_keep_markup():
    assert tag("p", "a < b & c", Tag("<br>"), class_='x"y') == (
        '<p class="x&quot;y">a &lt; b &amp; c<br></p>'
    )
    assert tag("th", ["one", None, tag("em", "two")], colspan=None) == "<th>one<em>two</em></th>"


def test_a_claim_without_an_end_runs_off_the_scale():
    row = ledger_rows(HISTORY.position)[0]
    scale = Scale.of(row, 320)
    open_end = ClaimRow("Their count", "15 or more", True, 15, None, "")
    drawn, cap, through = claim_bar(open_end, row.value, scale)
    assert 'x2="320"' in drawn
    assert f'x1="{scale.x(15)}"' in cap
    assert 'class="through"' in through


def test_lines_are_cut_where_they_are_full():
    assert list(wrapped("one two three", 10, 45)) == ["one two", "three"]
    assert all(width_of(line, 10) <= 40 for line in wrapped("abcdefghijklmnop", 10, 40))
    assert list(wrapped("", 10, 40)) == []


def test_texts_side_by_side_leave_the_pen_below_the_longest():
    pen = Pen()
    pen.beside((0, "short", 400, "text"), (200, "long " * 40, 100, "text"))
    assert round(pen.y, 1) == max(float(re.search(r'y="([\d.]+)"', mark)[1]) for mark in pen.marks)


def test_an_ending_that_is_conjecture_says_so() -> None:
    end = 'text = "The river has you."'
    story = ford(end, 'text = [{ text = "The river has you.", basis = "conjecture" }]')
    drowned = words(played("march", "wait", story=story))
    assert f"{conjecture_line(1)}\nThe river has you." in drowned
    assert conjecture_line(1) not in words()


def test_both_lines_are_one_drawing_and_the_same_orders_are_tied() -> None:
    for drawn in (report_html(HISTORY), report_svg(HISTORY)):
        assert drawn.count('class="tie"') == 3
    assert 'class="tie"' not in report_html(APART)
