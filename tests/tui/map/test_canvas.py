from game.tui.map import ASCII, BRAILLE
from game.tui.map.canvas import Canvas


def shown(canvas, charset=BRAILLE):
    signs = canvas.glyphs(charset)
    return [signs[i : i + canvas.width] for i in range(0, len(signs), canvas.width)]


def test_a_line_in_dots():
    canvas = Canvas(4, 2)
    canvas.line([(0, 0, 8, 8)], "river")
    assert shown(canvas) == ["⠑⢄  ", "  ⠑⢄"]


def test_dashes_run_on_from_segment_to_segment():
    whole, parted = Canvas(8, 1), Canvas(8, 1)
    whole.line([(0, 0, 16, 0)], "railway", (4, 6))
    parted.line([(0, 0, 5, 0), (5, 0, 16, 0)], "railway", (4, 6))
    assert shown(whole) == ["⠉⠉ ⠉⠉ ⠉⠉"]
    assert shown(parted) == shown(whole)


def test_thick_and_double_lines():
    thick, double = Canvas(4, 1), Canvas(4, 1)
    thick.line([(0, 0, 8, 0)], "axis-soviet", beside=(1,))
    double.line([(0, 0, 8, 0)], "front-japanese", beside=(2,))
    assert shown(thick) == ["⠛⠛⠛⠛"]
    assert shown(double) == ["⠭⠭⠭⠭"]


def test_the_higher_layer_has_the_cell_alone():
    canvas = Canvas(3, 1)
    canvas.line([(0, 3, 6, 3)], "railway")
    canvas.line([(2, 0, 2, 4)], "river")
    assert shown(canvas) == ["⣀⡇⣀"]
    canvas.line([(0, 0, 6, 0)], "railway")
    assert shown(canvas) == ["⣉⡇⣉"]


def test_an_area_is_stippled_and_its_island_left_out():
    def ring(left, top, right, low):
        corners = [(left, top), (right, top), (right, low), (left, low)]
        return [(*a, *b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]

    canvas = Canvas(8, 3)
    canvas.area([ring(0, 0, 16, 12), ring(4, 4, 12, 8)], "lake")
    rows = shown(canvas)
    assert rows[1][3:5] == "  "
    assert " " not in rows[0] + rows[2]


def test_without_dots_each_layer_has_its_own_character():
    canvas = Canvas(6, 1, dots=False)
    canvas.line([(0, 0, 12, 0)], "railway", (4, 6))
    canvas.line([(4, 0, 4, 4)], "river")
    assert shown(canvas, ASCII) == ["##~###"]


def test_what_lies_outside_is_not_drawn():
    canvas = Canvas(2, 1)
    canvas.line([(-5, -5, -1, -1), (9, 9, 12, 12)], "river")
    assert shown(canvas) == ["  "]


def test_a_copy_is_another_drawing():
    canvas = Canvas(2, 1)
    copy = canvas.copy()
    copy.line([(0, 0, 4, 0)], "river")
    assert (shown(canvas), shown(copy)) == (["  "], ["⠉⠉"])
