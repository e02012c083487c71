from pathlib import Path

from textual.app import App, ComposeResult

from game.tui.map import ASCII, Geography
from game.tui.map.geography import Reason, geography_of
from game.tui.map.motion import SECONDS, both
from game.tui.map.widget import MapPane
from game.view.map_marks import MapView, Spot
from tests.tui.map.country import BIGTOWN, COUNTRY, SITUATION, mark

SMALL = geography_of(COUNTRY)
START = MapView(BIGTOWN, "Bigtown", (mark("soviet", "army", (129.2, 44.8), "1st"),))
END = MapView(BIGTOWN, "Bigtown", (mark("soviet", "army", (130.8, 44.8), "1st"),))


class Shown(App[None]):
    def __init__(self, pane: MapPane) -> None:
        super().__init__()
        self.pane = pane
        self.pointed: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_map_pane_pointed(self, event: MapPane.Pointed) -> None:
        assert event.control is self.pane
        self.pointed.append(event.name)


def sign_of(pane, words):
    row = next(y for y, line in enumerate(text(pane)) if words in line)
    return text(pane)[row].index(words), row


def text(pane):
    rows = (pane.render_line(y) for y in range(pane.size.height))
    return ["".join(segment.text for segment in strip).rstrip() for strip in rows]


async def test_it_draws_and_names_what_is_clicked():
    app = Shown(MapPane(SMALL, SITUATION, ASCII))
    async with app.run_test(size=(40, 13)) as pilot:
        row = next(y for y, line in enumerate(text(app.pane)) if "Bigtown" in line)
        column = text(app.pane)[row].index("Bigtown")
        await pilot.click(MapPane, offset=(column, row))
        await pilot.click(MapPane, offset=(0, 0))
        assert app.pointed == ["Bigtown"]


async def test_pan_zoom_and_back_to_the_situation():
    app = Shown(MapPane(SMALL, SITUATION, ASCII))
    async with app.run_test(size=(40, 13)):
        pane = app.pane
        first = text(pane)
        pane.pan(1, 0)
        moved = text(pane)
        pane.zoom(2)
        closer = text(pane)
        pane.show_situation()
        assert first != moved != closer
        assert text(pane) == first
        pane.show_sheet(7)
        assert "@" in "".join(text(pane))


async def test_another_moment_is_shown_and_what_is_out_of_sight_told():
    far = mark("japanese", "army", (100.0, 44.5), "Far Army")
    app = Shown(MapPane(SMALL, SITUATION, ASCII))
    async with app.run_test(size=(40, 13)):
        app.pane.show(MapView(BIGTOWN, "Bigtown", (far,)))
        assert "1st" not in "".join(text(app.pane))
        assert app.pane.off_map == ("West of Bigtown, 2,350 km: Far Army (Japanese).",)


async def test_it_travels_by_the_clock_that_it_was_given():
    now = [100.0]
    pane = MapPane(SMALL, START, ASCII, clock=lambda: now[0])
    async with Shown(pane).run_test(size=(60, 13)):
        pane.show(START, both(START, END))
        begun = text(pane)
        pane.travel(END)
        columns = []
        for now[0] in (100.0, 100.2, 100.4, 100.0 + SECONDS):
            pane.step_on()
            columns.append(max(line.find("A 1st") for line in text(pane)))
        assert columns == sorted(set(columns))
        ended = text(pane)
        pane.step_on()
        assert text(pane) == ended
        pane.travel(START, moving=False)
        assert text(pane) == begun


async def test_a_map_that_is_dragged_goes_with_the_mouse_and_is_not_clicked():
    app = Shown(MapPane(SMALL, SITUATION, ASCII, moves=True))
    async with app.run_test(size=(40, 13)) as pilot:
        column, row = sign_of(app.pane, "A 1st")
        await pilot.mouse_down(MapPane, offset=(20, 6))
        await pilot.hover(MapPane, offset=(17, 8))
        await pilot.mouse_up(MapPane, offset=(17, 8))
        await pilot.pause()
        assert sign_of(app.pane, "A 1st") == (column - 3, row + 2)
        assert app.pointed == []
        await pilot.hover(MapPane, offset=(2, 2))
        assert sign_of(app.pane, "A 1st") == (column - 3, row + 2)


async def test_it_follows_its_size():
    app = Shown(MapPane(SMALL, SITUATION, ASCII))
    async with app.run_test(size=(40, 13)) as pilot:
        await pilot.resize_terminal(70, 20)
        assert max(map(len, text(app.pane))) > 40
        await pilot.resize_terminal(1, 1)
        assert text(app.pane) == ["@"]


async def test_without_a_map_it_says_why():
    app = Shown(MapPane(Geography(reasons=(Reason("none"),))))
    async with app.run_test(size=(30, 5)):
        assert text(app.pane) == ["This story has no map.", "", "", "", ""]
        assert app.pane.off_map == ()


async def test_names_are_written_as_they_are():
    hostile = MapView(Spot((130.0, 44.5), "[@click=app.quit]x[/b]"), "")
    app = Shown(MapPane(SMALL, hostile, ASCII))
    async with app.run_test(size=(60, 13)) as pilot:
        row = next(y for y, line in enumerate(text(app.pane)) if "[@click=app.quit]x[/b]" in line)
        await pilot.click(MapPane, offset=(text(app.pane)[row].index("x["), row))
        assert app.is_running
        assert app.pointed == ["[@click=app.quit]x[/b]"]


def test_every_style_of_a_drawing_has_a_colour():
    css = MapPane.DEFAULT_CSS
    assert [name for name in MapPane.COMPONENT_CLASSES if f".{name} " not in css] == []


def test_only_the_widget_knows_textual():
    folder = Path(__file__).parents[3] / "game" / "tui" / "map"
    knowing = {f.name for f in folder.glob("*.py") if "textual" in f.read_text("utf-8").lower()}
    assert knowing <= {"widget.py", "__init__.py"}
