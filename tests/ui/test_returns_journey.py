"""Returns sheets through the real window: out, filled in, dropped, taken in, and back again."""

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.stores.opening import Office
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.controls import choose
from coordinator.ui.places.every import ReturnsPlace
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.screens.returns.presenter import Choice
from coordinator.ui.screens.returns.view import ReturnsView
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case
from tests.offices import WORKER
from tests.returns import BARRIER, LINE, OUTCOME, filled
from tests.ui.desktops import PATIENCE, Desktop, do, here, is_told, press, says


class Sent(NamedTuple):
    """A window at work, and the sheet that went out from it."""

    window: MainWindow
    work: Workplace
    sheet: Path


@pytest.fixture
def store_with_actions(office: Office) -> Path:
    """A closed store with two open actions about Petroc."""
    person, _case = add_case(office.desk, "Petroc")
    today = office.desk.today()
    for words in ("Ring the surgery", "Find a bus"):
        add_action(office.desk, NewAction(words, WORKER, today, person_id=person))
    office.close(back_up=False)
    return office.folder.path


@pytest.fixture
def sent(
    desktop: Desktop, store_with_actions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Sent:
    """Sheets were made on the Actions page and lie in a folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr("coordinator.ui.screens.actions.view.asked_folder", lambda _view: folder)
    window = desktop.start(store_with_actions)
    work = desktop.unlock(window)
    do(window, "Actions")
    view = found(desktop, work)
    (make,) = [one for one in view.findChildren(QAction) if one.text() == "Make sheets to send"]
    make.trigger()
    desktop.qtbot.waitUntil(lambda: view.sheets.shown is not None, timeout=PATIENCE)
    form = view.sheets.shown
    assert form is not None
    boxes = {one.accessibleName(): one for one in form.findChildren(QComboBox)}
    choose(boxes["About which actions"], value=True)
    form.give()
    desktop.qtbot.waitUntil(lambda: view.sheets.shown not in {None, form}, timeout=PATIENCE)
    going = view.sheets.shown
    assert going is not None
    for box in going.findChildren(QComboBox):
        choose(box, value=Channel.PRINTED)
    for text in going.findChildren(QPlainTextEdit):
        if not text.toPlainText():
            text.setPlainText("Agreed by telephone")
    going.give()
    desktop.qtbot.waitUntil(lambda: is_told(work, "1 returns sheet saved."), timeout=PATIENCE)
    (sheet,) = folder.iterdir()
    return Sent(window, work, sheet)


def found(desktop: Desktop, work: Workplace) -> ActionsView:
    desktop.qtbot.waitUntil(lambda: len(actions(work)) == 2, timeout=PATIENCE)
    view = work.findChild(ActionsView)
    assert view is not None
    return view


def actions(work: Workplace) -> list[ActionRow]:
    view = work.findChild(ActionsView)
    return list(view.table.rows.rows) if view is not None else []


def statuses(work: Workplace) -> set[ActionStatus]:
    return {row.status for row in actions(work)}


def returns(work: Workplace) -> list[Choice]:
    view = work.findChild(ReturnsView)
    return list(view.table.rows.rows) if view is not None else []


def drop(target: QObject, *files: Path) -> bool:
    """Drag files over something and let go; gives whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    mime.setText("file:///somewhere")  # file managers say it in words, too
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    over = QDragEnterEvent(QPointF(300, 300).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(target, over)
    event = QDropEvent(QPointF(300, 300), copy, mime, left, none, QEvent.Type.Drop)
    event.ignore()
    QApplication.sendEvent(target, event)
    return over.isAccepted() and event.isAccepted()


def numbers(work: Workplace) -> list[str]:
    return sorted(row.number for row in actions(work))


def test_a_sheet_goes_out_comes_back_is_taken_in_and_taken_back(
    desktop: Desktop, sent: Sent
) -> None:
    window, work, sheet = sent
    first, second = numbers(work)
    filled(
        sheet,
        {
            first: {OUTCOME: "In progress", LINE: "They ring back on Monday."},
            second: {OUTCOME: "Could not be done", BARRIER: "Transport or rural distance"},
        },
    )
    assert drop(window, sheet)
    desktop.qtbot.waitUntil(lambda: len(returns(work)) == 2, timeout=PATIENCE)
    assert here(window) == ReturnsPlace(sheet)
    assert is_told(work, "Returns of Kerrow Homes")

    press(work, "Take in 2 rows")
    desktop.qtbot.waitUntil(
        lambda: is_told(work, "2 rows of Kerrow Homes taken in."), timeout=PATIENCE
    )
    # The other one has come to its outcome and is not listed any more.
    desktop.qtbot.waitUntil(lambda: statuses(work) == {ActionStatus.IN_PROGRESS}, timeout=PATIENCE)
    desktop.qtbot.waitUntil(lambda: is_told(work, "is on file already"), timeout=PATIENCE)

    undo = next(one for one in work.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    desktop.qtbot.waitUntil(lambda: is_told(work, "2 actions put back."), timeout=PATIENCE)
    desktop.qtbot.waitUntil(lambda: numbers(work) == [first, second], timeout=PATIENCE)
    assert statuses(work) == {ActionStatus.OPEN}


def test_a_sheet_taken_in_yesterday_is_taken_back_from_the_list(
    desktop: Desktop, sent: Sent
) -> None:
    window, work, sheet = sent
    filled(sheet, {numbers(work)[0]: {OUTCOME: "In progress"}})
    drop(window, sheet)
    desktop.qtbot.waitUntil(lambda: len(returns(work)) == 2, timeout=PATIENCE)
    press(work, "Take in 1 row")
    desktop.qtbot.waitUntil(lambda: is_told(work, "1 row of Kerrow Homes"), timeout=PATIENCE)
    do(window, "Returns sheets")
    desktop.qtbot.waitUntil(lambda: is_told(work, "Kerrow Homes, 1 action"), timeout=PATIENCE)
    shown = work.screen_shown
    assert shown is not None
    press(shown.widget, "Undo")
    desktop.qtbot.waitUntil(lambda: is_told(work, "Taken back"), timeout=PATIENCE)
    desktop.qtbot.waitUntil(lambda: statuses(work) == {ActionStatus.OPEN}, timeout=PATIENCE)


def test_a_file_is_taken_before_any_field_under_the_pointer_could_take_its_path(
    desktop: Desktop, sent: Sent
) -> None:
    window, work, sheet = sent
    handle = window.windowHandle()
    assert handle is not None
    assert drop(handle, sheet)
    desktop.qtbot.waitUntil(lambda: len(returns(work)) == 2, timeout=PATIENCE)


def test_the_same_file_is_read_anew_when_it_is_dropped_again(desktop: Desktop, sent: Sent) -> None:
    window, work, sheet = sent
    drop(window, sheet)
    desktop.qtbot.waitUntil(lambda: len(returns(work)) == 2, timeout=PATIENCE)
    do(window, "Actions")
    filled(sheet, {numbers(work)[0]: {OUTCOME: "In progress"}})
    drop(window, sheet)
    desktop.qtbot.waitUntil(lambda: any(one.is_taken for one in returns(work)), timeout=PATIENCE)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "cannot be read as a spreadsheet"),
        (b"", "no rows in this file"),
    ],
)
def test_a_file_nobody_knows_is_told_in_a_sentence_and_leads_nowhere(
    desktop: Desktop, sent: Sent, tmp_path: Path, content: bytes, told: str
) -> None:
    window, work, _sheet = sent
    before = here(window)
    odd = tmp_path / "odd.csv"
    odd.write_bytes(content)
    drop(window, odd)
    desktop.qtbot.waitUntil(lambda: is_told(work, told), timeout=PATIENCE)
    assert here(window) == before


def test_one_file_at_a_time(desktop: Desktop, sent: Sent) -> None:
    window, work, sheet = sent
    drop(window, sheet, sheet)
    told = "Several files were dropped."
    desktop.qtbot.waitUntil(lambda: told in says(work), timeout=PATIENCE)


def test_what_holds_no_file_is_left_to_the_widgets(desktop: Desktop, sent: Sent) -> None:
    assert not drop(sent.window)


def test_bring_in_a_file_is_a_command(
    desktop: Desktop, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, work, sheet = sent
    monkeypatch.setattr(
        "coordinator.ui.kit.folders.QFileDialog.getOpenFileName",
        lambda *_asked: (str(sheet), ""),
    )
    assert "Bring in a file…" in {one.text() for one in window.findChildren(QAction)}
    do(window, "Bring in a file…")
    desktop.qtbot.waitUntil(lambda: len(returns(work)) == 2, timeout=PATIENCE)


def test_a_locked_window_takes_no_files(desktop: Desktop, sent: Sent) -> None:
    window, _work, sheet = sent
    window.lock()
    assert not drop(window, sheet)
    assert window.workplace is None
