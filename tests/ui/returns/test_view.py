"""The widgets of Returns: both sides of a row, and a choice by mouse and by key."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.domain.returns.rules import Fate
from coordinator.ui.kit import theme
from coordinator.ui.kit.tables import Rows
from coordinator.ui.screens.returns.columns import mark, return_columns
from coordinator.ui.screens.returns.presenter import Choice, Shown
from coordinator.ui.screens.returns.view import ReturnsView
from tests.returns import ONE, TWO, looked_at
from tests.ui.desktops import press, says
from tests.ui.driving import settle


@pytest.fixture
def shown(desk: Desk, actions: dict[str, UUID], sheet: Path) -> Shown:
    preview = looked_at(desk, sheet)
    rows = tuple(Choice(row, is_taken=True) for row in preview.rows)
    return Shown(preview.agency, preview.made_on, preview.is_coded, rows)


@pytest.fixture
def view(shown: Shown, look: theme.Look, qapp: QApplication) -> Iterator[ReturnsView]:
    del look, qapp
    made = ReturnsView(lambda _parent: Path("other.xlsx"))
    made.resize(1000, 700)
    made.show_sheet(shown)
    made.show()
    made.table.setFocus()
    settle()
    yield made
    made.close()
    made.deleteLater()


def at(shown: Shown, number: str) -> int:
    return [one.row.planned.said.number for one in shown.rows].index(number)


def radio(view: QWidget, words: str) -> QRadioButton:
    return next(one for one in view.findChildren(QRadioButton) if one.text() == words)


def test_the_model_keeps_its_promises(shown: Shown, look: theme.Look) -> None:
    del look
    rows = Rows(return_columns())
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show(shown.rows)
    assert tester.model() is rows


def test_both_sides_of_the_row_under_the_keys_are_told(view: ReturnsView, shown: Shown) -> None:
    view.table.choose(at(shown, TWO))
    told = says(view.current)
    assert "We have: Open, due Wed 18 Nov" in told
    assert "They say: Could not be done, Transport or rural distance. No bus." in told
    assert "A26-0002" in told


def test_a_choice_is_made_by_mouse_and_by_key(view: ReturnsView, shown: Shown) -> None:
    told: list[tuple[int, bool]] = []
    view.chosen.connect(lambda row, theirs: told.append((row, theirs)))
    view.table.choose(at(shown, ONE))
    row = shown.rows[at(shown, ONE)].number
    radio(view, "Keep ours").click()
    QTest.keyClick(view.table, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view.table, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert told == [(row, False), (row, True), (row, False)]


def test_the_chip_says_what_is_chosen(shown: Shown) -> None:
    one = shown.rows[0]
    assert mark(one).text == "Will be taken in"
    assert mark(Choice(one.row, is_taken=False)).text == "Left out: ours stays"


def test_every_fate_has_its_chip(shown: Shown) -> None:
    from dataclasses import replace

    row = shown.rows[0].row
    for fate in Fate:
        planned = replace(row.planned, fate=fate)
        assert mark(Choice(replace(row, planned=planned), is_taken=False)).text


def test_the_button_counts_and_stops_when_nothing_is_left(view: ReturnsView, shown: Shown) -> None:
    asked: list[bool] = []
    view.take_asked.connect(lambda: asked.append(True))
    press(view, "Take in 3 rows")
    assert asked == [True]
    left = tuple(Choice(one.row, is_taken=False) for one in shown.rows)
    view.show_sheet(Shown(shown.agency, shown.made_on, shown.is_coded, left))
    press(view, "Nothing to take in")
    assert asked == [True]


def test_the_keys_stay_on_their_row_when_the_sheet_is_shown_again(
    view: ReturnsView, shown: Shown
) -> None:
    view.table.choose(2)
    turned = Shown(shown.agency, shown.made_on, shown.is_coded, shown.rows[::-1])
    view.show_sheet(turned)
    assert view.table.currentIndex().row() == 0


def test_a_sheet_that_cannot_be_shown_offers_another(view: ReturnsView) -> None:
    chosen: list[Path] = []
    view.file_chosen.connect(chosen.append)
    view.show_unread()
    assert "This sheet cannot be shown." in says(view)
    press(view, "Choose another file…")
    assert chosen == [Path("other.xlsx")]
