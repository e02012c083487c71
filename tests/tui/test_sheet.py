"""A sheet places and draws its leaves: one below the other, side by side, empty ones nowhere."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Container

from game.tui.widgets.laid import Laid
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.words import Words
from tests.tui.driving import rows

CSS = """
Laid { width: 1fr; height: auto; }
Sheet { padding: 1 2; height: auto; }
.apart { margin-bottom: 1; }
#pair { layout: horizontal; height: auto; margin-bottom: 1; }
#left { margin-right: 3; }
"""


class Board(App[None]):
    """A sheet with a title, two columns, and a menu."""

    CSS = CSS

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def compose(self) -> ComposeResult:
        title, left, right = (Words(id, margin=0) for id in ("title", "left", "right"))
        title.add_class("apart")
        with Sheet():
            yield title
            with Container(id="pair"):
                yield left
                yield right
            yield Menu("menu")
        title.show("Title")
        left.show("one two three")
        right.show("four")

    def on_laid_picked(self, event: Laid.Picked) -> None:
        self.asked.append(event.target)

    def on_menu_marked(self, event: Menu.Marked) -> None:
        row = event.menu.row
        self.asked.append(row.id if row else "")

    def say(self, id: str, text: str, target: str = "") -> None:
        """Show other words in a leaf."""
        self.query_one(f"#{id}", Words).show(text, target)


def shown(app: App[None]) -> list[str]:
    return [row.rstrip() for row in rows(app)]


async def test_leaves_stand_below_and_beside_each_other() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        assert shown(pilot.app)[:6] == ["", "  Title", "", "  one two     four", "  three", ""]


async def test_a_leaf_without_lines_takes_no_room_and_no_margin() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        pilot.app.say("title", "")
        await pilot.pause()
        assert shown(pilot.app)[:3] == ["", "  one two     four", "  three"]


async def test_a_column_without_lines_leaves_its_room_to_the_other() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        pilot.app.say("right", "")
        await pilot.pause()
        assert shown(pilot.app)[3] == "  one two three"


async def test_a_leaf_knows_where_it_stands() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        regions = {leaf.id: tuple(leaf.region) for leaf in pilot.app.query(Words)}
        assert regions == {
            "title": (2, 1, 21, 1),
            "left": (2, 3, 9, 2),
            "right": (14, 3, 9, 1),
        }


async def test_what_grows_moves_what_stands_below() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        pilot.app.say("title", "A title that is longer than a line")
        await pilot.pause()
        assert shown(pilot.app)[1:5] == [
            "  A title that is",
            "  longer than a line",
            "",
            "  one two     four",
        ]


async def test_a_click_goes_to_the_leaf_that_it_falls_on() -> None:
    async with Board().run_test(size=(25, 12)) as pilot:
        app = pilot.app
        app.say("right", "four", "codex:four")
        app.query_one(Menu).show([Row("a", "First"), Row("b", "Second")])
        await pilot.pause()
        await pilot.click(offset=(15, 3))
        await pilot.click(offset=(2, 3))
        await pilot.click(offset=(4, shown(app).index("    Second")))
        await pilot.pause()
        assert app.asked == ["codex:four", "b"]


async def test_other_margins_place_the_leaves_anew() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        pilot.app.query_one("#title").remove_class("apart")
        await pilot.pause()
        assert shown(pilot.app)[1:3] == ["  Title", "  one two     four"]


async def test_what_is_dragged_over_is_selected_as_it_stands() -> None:
    async with Board().run_test(size=(25, 10)) as pilot:
        await pilot.mouse_down(offset=(6, 3))
        await pilot.hover(offset=(17, 3))
        await pilot.mouse_up(offset=(17, 3))
        await pilot.pause()
        assert pilot.app.screen.get_selected_text() == "two     four"
        assert shown(pilot.app)[3:5] == ["  one two     four", "  three"]
