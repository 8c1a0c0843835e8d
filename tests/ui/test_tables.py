"""Tables: rows as given, asked for page by page, columns that make way."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import MARK_ROLE, ROW_ROLE, SORT_ROLE, Column, Rows, Table
from coordinator.ui.shell.finder import Target, Targets


@dataclass(frozen=True)
class Boat:
    name: str
    length: int


COLUMNS: tuple[Column[Boat], ...] = (
    Column("Name", text=lambda one: one.name, width=200, share=1),
    Column("Length", text=lambda one: f"{one.length} m", sort=lambda one: one.length, keep=1),
    Column("Size", text=lambda one: "Small", mark=lambda one: Mark("Small"), keep=2),
)
FLEET = (Boat("Heron", 9), Boat("Gannet", 12))


@pytest.fixture
def rows(look: theme.Look) -> Rows[Boat]:
    made: Rows[Boat] = Rows(COLUMNS)
    made.show(FLEET)
    return made


def test_the_model_keeps_what_qt_asks_of_models(rows: Rows[Boat]) -> None:
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows.show(FLEET, has_more=True)
    rows.add((Boat("Tern", 7),))
    rows.show(())
    assert tester.model() is rows


def test_the_model_of_the_finder_keeps_it_too(look: theme.Look) -> None:
    targets = Targets()
    tester = QAbstractItemModelTester(
        targets, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    targets.show([Target("Lock", "Ctrl+L", "lock", lambda: None)])
    targets.show([])
    assert tester.model() is targets


def test_a_cell_gives_its_words_its_value_its_mark_and_its_row(rows: Rows[Boat]) -> None:
    length, size = rows.index(1, 1), rows.index(1, 2)
    assert length.data() == "12 m"
    assert length.data(SORT_ROLE) == 12
    assert length.data(ROW_ROLE) is FLEET[1]
    assert size.data(MARK_ROLE) == Mark("Small")
    assert size.data(int(Qt.ItemDataRole.AccessibleTextRole)) == "Small"


def test_the_next_page_is_asked_for_once(rows: Rows[Boat], qtbot: QtBot) -> None:
    rows.show(FLEET, has_more=True)
    asked: list[bool] = []
    rows.more_asked.connect(lambda: asked.append(True))
    rows.fetchMore(QModelIndex())
    rows.fetchMore(QModelIndex())
    assert len(asked) == 1
    rows.add((Boat("Tern", 7),))
    assert [one.name for one in rows.rows] == ["Heron", "Gannet", "Tern"]
    assert not rows.canFetchMore(QModelIndex())


def test_enter_opens_the_row_the_keys_are_on(rows: Rows[Boat], qtbot: QtBot) -> None:
    table = Table(rows, "Fleet")
    qtbot.addWidget(table)
    table.choose(1)
    with qtbot.waitSignal(table.opened) as caught:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [FLEET[1]]


def test_columns_that_matter_least_go_first(rows: Rows[Boat], qtbot: QtBot) -> None:
    table = Table(rows, "Fleet")
    qtbot.addWidget(table)
    seen = {}
    for width in (700, 340, 250):
        table.resize(width, 300)
        table.show()
        seen[width] = [column for column in range(3) if not table.isColumnHidden(column)]
        assert table.horizontalHeader().length() <= table.viewport().width()
    assert seen == {700: [0, 1, 2], 340: [0, 2], 250: [0]}


def test_the_room_that_is_left_is_shared_where_the_column_that_takes_it_went(
    look: theme.Look, qtbot: QtBot
) -> None:
    name, length, size = COLUMNS
    made: Rows[Boat] = Rows((replace(name, share=0), replace(length, share=1), size))
    table = Table(made, "Fleet")
    qtbot.addWidget(table)
    made.show(FLEET)
    table.resize(430, 300)
    table.show()
    assert table.isColumnHidden(1)
    assert table.viewport().width() - table.horizontalHeader().length() < len(COLUMNS)
