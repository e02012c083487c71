from game.tui.map.labels import Label, write_labels
from game.tui.map.sheet import Sheet, clean, shortened


def sheet_with(*labels, size=(20, 3)):
    sheet = Sheet(*size)
    for label in labels:
        sheet.write(*label.beside, "•", "place")
    written = write_labels(sheet, labels, "…")
    rows = ["".join(text for text, _ in line).rstrip() for line in sheet.rows()]
    return rows, [label.text for label in written]


def test_a_name_stands_to_the_right_or_else_to_the_left():
    assert sheet_with(Label("Poli", (2, 1), "place", 2))[0] == ["", "  • Poli", ""]
    assert sheet_with(Label("Poli", (16, 1), "place", 2))[0] == ["", "           Poli •", ""]


def test_the_lower_rank_has_the_room():
    city = Label("Mutanchiang", (4, 0), "city", 1)
    village = Label("Hailin", (2, 0), "place", 4)
    rows, written = sheet_with(village, city, size=(18, 1))
    assert rows == ["  • • Mutanchiang"]
    assert written == ["Mutanchiang"]


def test_a_name_keeps_off_lines_where_it_can():
    sheet = Sheet(12, 1)
    for cell in range(6, 12):
        sheet.ground(cell, "⠒", "railway")
    write_labels(sheet, [Label("Poli", (6, 0), "place", 2)], "…")
    (line,) = sheet.rows()
    assert line == ((" ", ""), ("Poli", "place"), (" ", ""), ("⠒⠒⠒⠒⠒⠒", "railway"))


def test_a_name_stands_apart_from_a_sign_that_is_not_its_own():
    sheet = Sheet(20, 3)
    for column in (2, 9):
        sheet.write(column, 1, "•", "place")
    write_labels(sheet, [Label("Poli", (2, 1), "place", 2)], "…")
    rows = ["".join(text for text, _ in line).rstrip() for line in sheet.rows()]
    assert rows == ["   Poli", "  •      •", ""]


def test_a_name_may_stand_beside_another_cell_of_its_line():
    sheet = Sheet(20, 1)
    sheet.write(0, 0, "Poli Poli", "place")
    label = Label("Mutan", (3, 0), "water", 5, also=((11, 0),))
    assert write_labels(sheet, [label], "…") == (label,)
    (line,) = sheet.rows()
    assert "".join(text for text, _ in line).rstrip() == "Poli Poli    Mutan"


def test_a_name_that_must_stand_is_shortened():
    must = Label("Hengtaohotzu", (3, 1), "here", 0, must=True)
    rows, written = sheet_with(must, size=(10, 3))
    assert rows == ["  Hengtao…", "   •", ""]
    assert written == ["Hengtaohotzu"]
    assert sheet_with(Label("Hengtaohotzu", (3, 1), "here", 0), size=(10, 3))[1] == []


def test_wide_and_combining_characters_keep_their_cells():
    rows, _ = sheet_with(Label("牡丹江", (1, 0), "city", 1), size=(12, 1))
    assert rows == [" • 牡丹江"]
    rows, _ = sheet_with(Label("Suīfe\u0301nho\u0323", (1, 0), "city", 1), size=(12, 1))
    assert rows == [" • Suīf\u00e9nh\u1ecd"]
    assert shortened("牡丹江", 5, "…") == "牡丹…"


def test_what_would_disturb_other_cells_is_taken_out():
    assert clean("a\u202eb\u200d\x1b[31m\tc") == "ab[31m c"
    assert clean("\u0301") == "?"
