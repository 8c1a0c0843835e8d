"""Bring in's widgets: what is pasted or dropped reaches the presenter, and lists stay light."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.stores.opening import Office
from coordinator.domain.people.rules import PersonName
from coordinator.domain.returns.imports import ArrivingPerson, Counts, NewOwner
from coordinator.sheets.columns import Target
from coordinator.sheets.files import read_tables
from coordinator.sheets.problems import Severity
from coordinator.sheets.texts import read_pasted
from coordinator.sheets.understanding import looks_like_a_list, understand
from coordinator.ui.kit import theme
from coordinator.ui.kit.controls import choose
from coordinator.ui.kit.tables import Table
from coordinator.ui.places.every import ActionsPlace, ImportPlace, PeoplePlace, place_of_list
from coordinator.ui.screens.bringing_in.presenter import Wishes
from coordinator.ui.screens.bringing_in.shown import AlikeLine, LookLine, Shown, Start, Told
from coordinator.ui.screens.bringing_in.view import BringingView
from coordinator.wording.bringing import arriving_line
from coordinator.wording.refusals.notices import Notice
from tests.old_sheets import PEOPLE, TRACKER
from tests.sheets import makers
from tests.ui.desktops import PATIENCE, Desktop, do, here, is_told, press, says

TODAY = date(2026, 11, 20)


@pytest.fixture
def view(qtbot: QtBot, look: theme.Look) -> BringingView:
    made = BringingView()
    qtbot.addWidget(made)
    made.show_start(Start(may_import=True, today=TODAY))
    made.resize(1024, 700)
    made.show()
    return made


def shown(told: Told | None = None, text: str = PEOPLE, target: Target = Target.PEOPLE) -> Shown:
    return Shown(target, understand(read_pasted(text), target), told)


def told(count: int, **more: object) -> Told:
    arriving = [
        ArrivingPerson("", at, f"KP-{at:05d}", PersonName("K", "T")) for at in range(count)
    ]
    return Told(Counts(count, 0, 0), arriving, **{"alike": (), "look_at": (), **more})  # type: ignore[arg-type]


def table(view: BringingView, name: str) -> Table:
    return next(one for one in view.findChildren(Table) if one.accessibleName() == name)


def button(view: QWidget, words: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.text() == words)


def test_cells_on_the_clipboard_are_taken_with_one_key(qtbot: QtBot, view: BringingView) -> None:
    taken: list[str] = []
    view.zone.text_given.connect(taken.append)
    QGuiApplication.clipboard().setText(PEOPLE)
    view.actions_here[0].trigger()
    assert taken == [PEOPLE]


def test_an_empty_clipboard_is_said(view: BringingView) -> None:
    QGuiApplication.clipboard().clear()
    view.zone.paste.click()
    assert "There is nothing on the clipboard to paste." in says(view)


def test_a_file_that_was_copied_or_dropped_is_taken(view: BringingView, tmp_path: Path) -> None:
    taken: list[object] = []
    view.zone.file_given.connect(taken.append)
    file = makers.delimited(tmp_path / "list.csv", [("Initials",), ("KT",)])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    view.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert taken == [file]


def test_a_file_can_be_chosen(
    view: BringingView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[object] = []
    view.zone.file_given.connect(taken.append)
    chosen = str(tmp_path / "list.ods")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (chosen, ""))
    press(view, "Choose a file")
    assert taken == [Path(chosen)]


def test_ten_thousand_rows_are_one_table_and_no_widgets(view: BringingView) -> None:
    before = len(view.findChildren(QWidget))
    lines = tuple(LookLine(f"row {at}", "no due date", Severity.CHECK) for at in range(10_000))
    view.show_sheet(shown(told(10_000, look_at=lines)), Wishes("Old list"))
    assert len(view.findChildren(QWidget)) - before < 150
    assert table(view, "People as they will arrive").rows.rowCount() == 10_000
    assert "10000 people will come in." in says(view)


@pytest.mark.parametrize("name", ["People as they will arrive", "To look at"])
def test_the_lists_keep_the_rules_of_their_kind(view: BringingView, name: str) -> None:
    lines = (LookLine("row 2", "no due date", Severity.CHECK),)
    view.show_sheet(shown(told(3, look_at=lines)), Wishes("Old list"))
    QAbstractItemModelTester(table(view, name).rows)


def test_who_may_be_somebody_else_is_left_out_by_enter(qtbot: QtBot, view: BringingView) -> None:
    asked: list[tuple[object, bool]] = []
    view.left_out.connect(lambda place, out: asked.append((place, out)))
    alike = (AlikeLine(("", 3), "K T (row 3)", "KP-0001: same initials"),)
    view.show_sheet(shown(told(2, alike=alike)), Wishes("Old list"))
    found = table(view, "May be the same person")
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert asked == [(("", 3), True)]
    view.show_left_out(frozenset({("", 3)}))
    assert "1 person will come in." in says(view)
    assert "You leave 1 row out." in says(view)
    press(view, "Let this row come in")
    press(view, "Let all come in")
    assert asked[1:] == [(("", 3), False), (("", 3), False)]


def test_a_column_is_named_in_its_list(view: BringingView) -> None:
    named: list[tuple[str, object]] = []
    view.taken_for.named.connect(lambda heading, field: named.append((heading, field)))
    view.show_sheet(shown(told(2)), Wishes("Old list"))
    press(view, "Change how the columns are read")
    name = "Column Lives in is read as"
    box = next(one for one in view.findChildren(QComboBox) if one.accessibleName() == name)
    assert box.currentText() == "Not read"
    choose(box, "place")
    box.activated.emit(box.currentIndex())
    assert named == [("Lives in", "place")]


def test_owners_nobody_knows_are_named_with_what_becomes_of_them(view: BringingView) -> None:
    strangers = (NewOwner("Jo Carne", "Kerrow Homes"), NewOwner("Pip Lanyon", ""))
    view.show_sheet(
        shown(told(0, strangers=strangers), TRACKER, Target.ACTIONS), Wishes("Old list")
    )
    assert "Jo Carne (Kerrow Homes); Pip Lanyon (agency not said)" in says(view)
    add = next(
        one for one in view.findChildren(QCheckBox) if one.text() == "Put them into the directory"
    )
    assert add.isVisible()
    assert not button(view, "Bring in").isEnabled()


def test_a_sheet_that_cannot_be_read_leaves_the_page_ready_for_another(
    view: BringingView,
) -> None:
    view.show_reading()
    assert not view.zone.isVisible()
    view.show_fault(Notice("This spreadsheet is locked with a password.", "Take it off."))
    assert view.zone.isVisible()
    assert "locked with a password. Take it off." in says(view)


def test_only_the_coordinator_is_offered_the_page(view: BringingView) -> None:
    view.show_start(Start(may_import=False, today=TODAY))
    assert not view.zone.isVisible()
    assert "Only the coordinator brings lists in." in says(view)


def test_a_file_handed_over_elsewhere_is_read_at_once_and_again_when_it_was_mended(
    desktop: Desktop, office: Office, tmp_path: Path
) -> None:
    store = office.folder.path
    office.close(back_up=False)
    work = desktop.unlock(desktop.start(store))
    for count in (1, 2):
        rows = [("Initials",), *[(f"K{at}",) for at in "TZ"[:count]]]
        file = makers.delimited(tmp_path / "list.csv", rows)
        assert looks_like_a_list(read_tables(file))
        work.go(place_of_list(file))
        words = arriving_line(count, "people")
        desktop.qtbot.waitUntil(partial(is_told, work, words), timeout=PATIENCE)


def test_empty_lists_lead_here(desktop: Desktop, office: Office) -> None:
    store = office.folder.path
    office.close(back_up=False)
    window = desktop.start(store)
    work = desktop.unlock(window)
    for words, place, act in (
        ("People", PeoplePlace(), "Bring people in"),
        ("Actions", ActionsPlace(), "Bring actions in"),
    ):
        do(window, words)
        assert here(window) == place
        desktop.qtbot.waitUntil(partial(_offers, work, act), timeout=PATIENCE)
        press(work, act)
        assert here(window) == ImportPlace(act.split()[1])
    do(window, "Bring in people or actions from a spreadsheet")
    assert here(window) == ImportPlace()


def _offers(work: QWidget, words: str) -> bool:
    found = [one for one in work.findChildren(QPushButton) if one.text() == words]
    return any(one.isVisible() for one in found)
