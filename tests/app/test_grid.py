"""Both grids by keys, pointer and screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit.app.grid.cells import CellKind, ColumnKind, GridCell, GridColumn, GridDeed, GridRow
from kit.app.grid.coverage import CoverageGrid
from kit.app.grid.tick import TickGrid
from kit.app.look.marks import Mark
from kit.app.look.tokens import TextStyle
from kit.app.widgets.button import Button

TOPICS = (GridRow("sleep", "Safer sleep"), GridRow("crying", "Crying"))
CARERS = (
    GridColumn("jade", "Jade Ellison", "Mother of Noah", "Jade, mother"),
    GridColumn("callum", "Callum Reed", "Noah’s father", "Callum, father"),
    GridColumn("place", "Ruby’s father", "Place not filled", is_unfilled=True, deed="Ask today"),
)
UNKNOWN = GridCell(Mark.NOT_KNOWN, note="Last asked 12 October")
TOLD = (
    (GridCell(Mark.SHOWED_ME, note="12 Nov"), GridCell(Mark.OVERDUE, note="3 weeks"), UNKNOWN),
    (GridCell(Mark.NOT_YET), GridCell(Mark.DUE, note="Before 6 weeks"), UNKNOWN),
)
RESOURCES = (GridRow("back", "On the back", "Safer sleep"), GridRow("clear", "A clear cot", "Safer sleep"))
HERE = (
    GridColumn("show", "Show", kind=ColumnKind.SHOW),
    GridColumn("both", "Both", kind=ColumnKind.BOTH),
    GridColumn("jade", "Jade", "Mother"),
    GridColumn("denise", "Denise", "Grandmother"),
)
SHOW, BOX, ASKING = (GridCell(kind=kind) for kind in (CellKind.SHOW, CellKind.BOX, CellKind.ASKING))
TICKS = ((SHOW, GridCell(kind=CellKind.CHECKED), GridCell(Mark.SHOWED_ME), ASKING), (SHOW, BOX, BOX, BOX))


@pytest.fixture
def coverage(theme, qtbot):
    grid = CoverageGrid(theme, "Who has been told what")
    qtbot.addWidget(grid)
    grid.show_content(TOPICS, CARERS, TOLD)
    return shown(grid, qtbot)


@pytest.fixture
def tick(theme, qtbot):
    grid = TickGrid(theme, "What was given")
    qtbot.addWidget(grid)
    grid.show_content(RESOURCES, HERE, TICKS)
    return shown(grid, qtbot)


def shown(grid, qtbot):
    grid.resize(1200, 400)
    grid.show()
    qtbot.waitExposed(grid)
    grid.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    return grid


def press(grid, qtbot, row, column, x=0.5):
    grid.go_to(row, column)
    box = grid.visualRect(grid.currentIndex())
    point = QPoint(box.left() + round(box.width() * x), box.center().y())
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_arrows_home_and_end_move_inside(coverage, qtbot):
    coverage.go_to("sleep", "jade")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(coverage, key)
    assert coverage.keys_at(coverage.currentIndex()) == ("crying", "callum")
    qtbot.keyClick(coverage, Qt.Key.Key_Home)
    assert coverage.keys_at(coverage.currentIndex())[1] == "jade"
    qtbot.keyClick(coverage, Qt.Key.Key_End)
    assert coverage.keys_at(coverage.currentIndex())[1] == "place"


def test_tab_leaves_the_grid(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    grid, after = CoverageGrid(theme, "Who has been told what"), Button(theme, "After")
    grid.show_content(TOPICS, CARERS, TOLD)
    column.addWidget(grid)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_enter_and_a_press_open_a_cell(coverage, qtbot):
    coverage.go_to("crying", "callum")
    with qtbot.waitSignal(coverage.cell_opened) as said:
        qtbot.keyClick(coverage, Qt.Key.Key_Return)
    assert said.args == ["crying", "callum"]
    with qtbot.waitSignal(coverage.cell_opened) as said:
        press(coverage, qtbot, "sleep", "place")
    assert said.args == ["sleep", "place"]


def test_every_cell_is_a_sentence(coverage):
    model = coverage.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row, column).data(role) for row in range(2) for column in range(3)]
    assert said[4] == "Crying, Callum Reed: Due. Before 6 weeks"
    assert all(said)
    assert model.headerData(1, Qt.Orientation.Horizontal, role) == "Callum Reed, Noah’s father"


def test_a_reader_finds_cells_and_headers(coverage):
    table = QAccessible.queryAccessibleInterface(coverage)
    children = [table.child(at) for at in range(table.childCount())]
    names = {child.role(): [] for child in children}
    for child in children:
        names[child.role()].append(child.text(QAccessible.Text.Name))
    assert "Crying, Callum Reed: Due. Before 6 weeks" in names[QAccessible.Role.Cell]
    assert "Callum Reed, Noah’s father" in names[QAccessible.Role.ColumnHeader]
    assert "Crying" in names[QAccessible.Role.RowHeader]


@pytest.mark.parametrize("column", [0, 1, 2, 3])
def test_cells_without_words_are_sentences_too(tick, column):
    sentence = tick.model().index(1, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith("A clear cot, ")
    assert len(sentence) > len("A clear cot, Denise: ")


def test_only_cells_that_changed_are_painted(coverage, qtbot):
    model = coverage.grid_model
    changed = [TOLD[0], (GridCell(Mark.TOLD_ME), *TOLD[1][1:])]
    spoken = []
    model.dataChanged.connect(lambda first, last: spoken.append((first.row(), last.column())))
    with qtbot.assertNotEmitted(model.modelReset):
        coverage.show_content(TOPICS, CARERS, changed)
    assert spoken == [(1, 0)]


def test_the_place_in_the_grid_is_kept(coverage):
    coverage.go_to("crying", "callum")
    coverage.set_cell("crying", "callum", GridCell(Mark.TOLD_ME), "Crying, Callum, told me")
    assert coverage.keys_at(coverage.currentIndex()) == ("crying", "callum")


def test_the_place_in_the_grid_is_kept_when_rows_or_columns_change(coverage):
    coverage.go_to("crying", "callum")
    coverage.show_content(list(reversed(TOPICS)), CARERS, list(reversed(TOLD)))
    assert coverage.keys_at(coverage.currentIndex()) == ("crying", "callum")
    gone = [each for each in CARERS if each.key != "callum"]
    coverage.show_content(TOPICS, gone, [[GridCell(Mark.DUE) for _ in gone] for _ in TOPICS])
    assert coverage.keys_at(coverage.currentIndex())[0] == "crying"


def test_an_unfilled_place_is_one_box_down_the_column(coverage):
    assert coverage.rowSpan(0, 2) == len(TOPICS)


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (Qt.Key.Key_Space, GridDeed.GIVEN),
        (Qt.Key.Key_1, GridDeed.SHOWED_ME),
        (Qt.Key.Key_2, GridDeed.TOLD_ME),
        (Qt.Key.Key_3, GridDeed.NOT_YET),
        (Qt.Key.Key_N, GridDeed.NOT_GIVEN),
        (Qt.Key.Key_B, GridDeed.BOTH),
        (Qt.Key.Key_S, GridDeed.SHOW),
        (Qt.Key.Key_Return, GridDeed.MORE),
    ],
)
def test_single_letters_are_deeds(tick, qtbot, key, deed):
    tick.go_to("clear", "jade")
    with qtbot.waitSignal(tick.deed_requested) as said:
        qtbot.keyClick(tick, key)
    assert said.args == ["clear", "jade", deed]


def test_ctrl_with_a_letter_is_not_for_the_grid(tick, qtbot):
    with qtbot.assertNotEmitted(tick.deed_requested):
        qtbot.keyClick(tick, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_question_mark_asks_for_all_keys(tick, qtbot):
    with qtbot.waitSignal(tick.all_keys_requested):
        qtbot.keyClicks(tick, "?")


@pytest.mark.parametrize(("column", "deed"), [("show", GridDeed.SHOW), ("both", GridDeed.BOTH)])
def test_space_on_a_column_of_buttons_presses_it(tick, qtbot, column, deed):
    tick.go_to("clear", column)
    with qtbot.waitSignal(tick.deed_requested) as said:
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert said.args[2] is deed


def test_a_press_anywhere_on_an_empty_cell_is_given(tick, qtbot):
    with qtbot.waitSignal(tick.deed_requested) as said:
        press(tick, qtbot, "clear", "denise", x=0.6)
    assert said.args == ["clear", "denise", GridDeed.GIVEN]


@pytest.mark.parametrize(("x", "deed"), [(0.1, GridDeed.SHOWED_ME), (0.5, GridDeed.TOLD_ME), (0.9, GridDeed.NOT_YET)])
def test_a_press_on_a_third_answers(tick, qtbot, x, deed):
    with qtbot.waitSignal(tick.deed_requested) as said:
        press(tick, qtbot, "back", "denise", x=x)
    assert said.args[2] is deed


def test_the_end_of_a_cell_opens_the_rest(tick, qtbot):
    with qtbot.waitSignal(tick.deed_requested) as said:
        press(tick, qtbot, "clear", "denise", x=0.98)
    assert said.args[2] is GridDeed.MORE


def test_leaving_a_cell_that_asks_is_said(tick, qtbot):
    tick.go_to("back", "denise")
    with qtbot.waitSignal(tick.asking_left) as said:
        qtbot.keyClick(tick, Qt.Key.Key_Down)
    assert said.args == ["back", "denise"]


def test_the_both_column_goes_where_there_is_little_room(tick, theme):
    theme.choose_text_size(200)
    theme.fit_width(1366)
    assert tick.isColumnHidden(1)
    theme.choose_text_size(100)
    assert not tick.isColumnHidden(1)


@pytest.mark.parametrize("percent", [100, 200])
def test_words_of_cells_have_room(theme, coverage, percent):
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    strong, note = theme.metrics(TextStyle.STRONG), theme.metrics(TextStyle.NOTE)
    for row in range(2):
        for column in range(2):
            cell = coverage.grid_model.cell(row, column)
            room = coverage.columnWidth(column) - theme.grow(29) - theme.space(13)
            assert max(strong.horizontalAdvance(cell.words), note.horizontalAdvance(cell.note)) <= room


@pytest.mark.parametrize("percent", [100, 200])
def test_rows_are_high_enough(theme, coverage, tick, percent):
    theme.choose_text_size(percent)
    for grid in (coverage, tick):
        assert grid.rowHeight(0) >= 48 * percent // 100 * 0.85
        assert grid.rowHeight(0) >= 44


def test_the_ring_is_painted_with_the_focus(coverage, qtbot):
    coverage.go_to("crying", "callum")
    focused = coverage.grab().toImage()
    coverage.clearFocus()
    assert coverage.grab().toImage() != focused
