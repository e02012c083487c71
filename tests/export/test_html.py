"""The playable HTML file: what it is made of, and what Chromium makes of it."""

import json
import re
from pathlib import Path

import pytest

from game.export.errors import ExportError
from game.export.html import html, make
from game.export.html.make import SCRIPTS, policy, story_data
from game.export.html.rules import condition, effects
from game.export.html.texts import prose, text
from game.export.html.words import WORDS
from game.export.sealing import sealed
from game.tongue import ENGLISH, Tongue
from tests.export.stories import steering
from tests.export.verify_html import agree, browsed, can_browse, final
from tests.ford import HISTORICAL, edited, ford, played
from tests.pseudo import pseudo

JS = Path(make.__file__).parent / "js"
needs_browser = pytest.mark.skipif(
    not can_browse(), reason="Chromium, node or npm's playwright-core is not installed"
)
SPOKEN = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


def scripts() -> str:
    return "\n".join((JS / f"{name}.js").read_text("utf-8") for name in SCRIPTS)


def told(made: str) -> dict:
    found = re.search(r'<script type="application/json" id="story">(.*?)</script>', made, re.S)
    return json.loads(found[1])


def test_expressions_become_lists():
    assert condition("guns == forest and not (hours // 2 < 3)") == [
        "and",
        ["==", ["$", "guns"], ["$", "forest"]],
        ["not", ["<", ["//", ["$", "hours"], 2], 3]],
    ]
    assert condition('chosen("a.b") or visits("n") > 1') == [
        "or",
        ["$", "chosen a.b"],
        [">", ["$", "visits n"], 1],
    ]
    assert condition("-1 if late else max(1, x)") == [
        "if",
        ["$", "late"],
        ["neg", 1],
        ["max", 1, ["$", "x"]],
    ]
    assert effects(["x += 2"]) == [["x", "+=", 2]]


def test_texts_become_spans():
    assert text("Plain words.") == "Plain words."
    assert text("A *b* [[c|d]] {e}.\n\nF") == [
        ["A ", ["*", "b"], " ", ["@", "d", "c"], " ", ["#", "e", None], "."],
        ["F"],
    ]
    assert text("<b> & `{") == "<b> & {"
    assert prose((), "key", ENGLISH) == []


def test_the_file_runs_only_what_was_written():
    made = html(ford())
    script = re.search(r"<script>(.*)</script>", made, re.S)[1]
    style = re.search(r"<style>(.*?)</style>", made, re.S)[1]
    assert policy(script, style) in made
    assert policy("a", "b") == (
        f"default-src 'none'; script-src {sealed('a')}; style-src {sealed('b')}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"https?://[^\"' ]+", made) == ["http://www.w3.org/2000/svg"]


def test_no_script_makes_markup_or_code_of_words():
    found = re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function|document\.write", scripts()
    )
    assert found == []


def test_every_script_is_in_the_file():
    assert set(SCRIPTS) == {path.stem for path in JS.glob("*.js")}


def test_every_word_of_the_player_can_be_translated():
    said = {json.loads(f'"{words}"') for words in SPOKEN.findall(scripts())}
    assert said
    assert said <= set(WORDS)


def test_the_story_goes_in_whole():
    data = told(html(ford()))
    assert data["nodes"].keys() == ford().nodes.keys()
    assert data["codex"]["facts"].keys() == ford().facts.keys()
    assert data["campaigns"][0]["past"] == ["crossing.row", "far-bank.bury"]


def test_no_words_end_the_script():
    story = edited({"It *rains*": "</script><!-- <script> *rains*", "The ford": "</title><b>ford"})
    made = html(story)
    assert made.count("</script>") == 2
    assert made.count("<title>") == 1
    assert "&lt;/title&gt;&lt;b&gt;ford" in made
    assert told(made)["title"] == "</title><b>ford"


def test_another_language_is_written_in_whole():
    data = story_data(ford(), pseudo())
    assert data["nodes"]["camp"]["title"] != "The camp"
    assert data["say"]["Your order"] != "Your order"
    assert story_data(ford(), ENGLISH)["say"] == {}


def test_numbers_are_told_with_their_forms():
    russian = story_data(ford(), Tongue("ru"))["number"]
    assert russian["gap"] == "\u00a0"
    assert [russian["names"][int(russian["forms"][n])] for n in (1, 3, 5, 11, 121)] == [
        "one", "few", "many", "many", "one",
    ]  # fmt: skip


def test_numbers_beyond_javascript_are_refused(monkeypatch):
    monkeypatch.setattr(make, "LARGEST", 20)
    with pytest.raises(ExportError, match="JavaScript holds numbers up to 20; this story has"):
        html(ford())


@needs_browser
def test_chromium_plays_as_we_do():
    plays = [played(*HISTORICAL), played("march", "wait"), played("row", "go-on")]
    found = browsed(ford(), plays)
    assert agree(plays, found) > 20
    assert found["keys"]["final"] == final(plays[0])
    assert found["kept"]["kept"] == found["kept"]["typed"] == final(plays[0])
    assert found["touch"] == {"answered": "answer", "orders": 1, "back": "title"}


@needs_browser
def test_hostile_words_are_words():
    story = edited({"It *rains*": "</script><img src=x onerror=alert(1)> *rains*"})
    plays = [played(*HISTORICAL, story=story)]
    found = browsed(story, plays)
    assert agree(plays, found) > 5
    assert "<img src=x" in found["told"][0][0]["text"][0]


@needs_browser
@pytest.mark.slow
def test_chromium_steers_as_we_do():
    from tests.export.verify_html import verify

    lines = list(verify(steering()))
    assert lines[-1].endswith("nothing")
