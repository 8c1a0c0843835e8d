"""Trouble with the store, a screen unplugged: a way out of each, and nothing typed goes."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coordinator.casework.records.drafts import read_drafts
from coordinator.casework.stores.opening import open_store
from coordinator.domain.errors import BackupError, StoreFullError
from coordinator.runtime.settings import Settings
from coordinator.ui.kit.areas import Area
from coordinator.ui.places.every import (
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    PlanPlace,
    WeekPlace,
)
from coordinator.ui.places.whereabouts import place_of, words_of
from coordinator.ui.shell.restore import RestorePage
from coordinator.ui.shell.sight import bring_into_sight
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.offices import WORDS
from tests.ui.desktops import PATIENCE, Desktop, is_open, open_petroc, press, says
from tests.ui.test_writing import _area, _at_plan, at_desk, written

__all__ = ["at_desk", "written"]  # fixtures from elsewhere


def trouble(window: MainWindow) -> QMessageBox:
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    return box


def full(window: MainWindow) -> None:
    """Have an act fail as it does on a full disk."""

    def fails(_desk: object) -> None:
        raise StoreFullError

    work = window.workplace
    assert work is not None
    work.jobs.command(fails)  # type: ignore[arg-type]


def wait_for_trouble(desktop: Desktop, window: MainWindow) -> QMessageBox:
    desktop.qtbot.waitUntil(
        lambda: any(one.isVisible() for one in window.findChildren(QMessageBox)), timeout=PATIENCE
    )
    return trouble(window)


# Trouble with the store


def test_trouble_with_the_store_says_what_happened_and_the_ways_out(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    full(window)
    box = wait_for_trouble(desktop, window)
    assert "The disk is full" in says(box)
    ways = {one.text().replace("&", "") for one in box.buttons()}
    assert ways == {"Go on", "Try again", "Save a backup elsewhere", "Bring back a backup"}
    full(window)
    full(window)
    desktop.qtbot.wait(50)
    assert trouble(window) is box
    press(box, "Try again")
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: "What happened" in says(work), timeout=PATIENCE)


def test_a_backup_is_brought_back_from_there_and_the_store_is_closed_first(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    full(window)
    press(wait_for_trouble(desktop, window), "Bring back a backup")
    page = desktop.page(window, RestorePage)
    desktop.qtbot.waitUntil(lambda: not is_open(closed_store), timeout=PATIENCE)
    assert page.isVisible()
    assert window.workplace is None


def test_a_backup_elsewhere_that_fails_is_told_and_can_be_tried_in_another_folder(
    desktop: Desktop, closed_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drives = [tmp_path / "file" / "drive", tmp_path / "another"]
    (tmp_path / "file").touch()
    (tmp_path / "another").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(drives.pop(0)))
    window = desktop.start(closed_store)
    desktop.unlock(window)
    full(window)
    press(wait_for_trouble(desktop, window), "Save a backup elsewhere")
    desktop.qtbot.waitUntil(lambda: "The folder for the backup" in says(window), timeout=PATIENCE)
    press(trouble(window), "Save a backup elsewhere")
    desktop.qtbot.waitUntil(lambda: "A backup was made" in says(window), timeout=PATIENCE)
    assert len(list((tmp_path / "another").iterdir())) == 1


def test_what_is_typed_while_the_disk_is_full_stays_and_is_kept_when_tried_again(
    at_desk: Desktop, written: tuple[Path, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    from coordinator.ui.lanes import autosave

    store, person = written
    window = at_desk.start(store)
    work, area = _at_plan(at_desk, window, person)

    def fails(*_given: object, **_named: object) -> None:
        raise StoreFullError

    with monkeypatch.context() as no_room:
        no_room.setattr(autosave, "keep_draft", fails)
        no_room.setattr(autosave, "drop_draft", fails)
        area.insertPlainText("My dog and my")
        box = wait_for_trouble(at_desk, window)
        at_desk.qtbot.wait(100)
    press(box, "Try again")
    assert _area(at_desk, work) is area
    assert area.text() == "My dog and my"

    def kept() -> list[str]:
        found: list[list[str]] = []
        work.jobs.query(
            lambda desk: [str(one.values.get("text")) for one in read_drafts(desk)], found.append
        )
        at_desk.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    at_desk.qtbot.waitUntil(lambda: "My dog and my" in kept(), timeout=PATIENCE)


def test_text_is_kept_while_somebody_types_without_a_rest(desktop: Desktop) -> None:
    area = Area("What matters to me")
    desktop.qtbot.addWidget(area)
    area.show()
    told: list[str] = []
    area.typed.connect(told.append)

    def more() -> bool:
        area.insertPlainText("x")
        return bool(told)

    desktop.qtbot.waitUntil(more, timeout=2_000)  # asked every 10 ms
    assert told[0].startswith("x")


def test_backup_trouble_has_its_own_words(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    work.jobs.failed.emit(BackupError("room"))
    assert "no room for the backup" in says(trouble(window))


# A screen that is unplugged


def room_of(window: QWidget) -> bool:
    frame = window.geometry()
    return any(one.availableGeometry().contains(frame) for one in QGuiApplication.screens())


@pytest.mark.parametrize("place", [(5_000, 3_000), (-2_000, 100), (100, -900)])
def test_a_window_kept_for_a_screen_that_is_gone_comes_to_one_that_is_there(
    desktop: Desktop, tmp_path: Path, place: tuple[int, int]
) -> None:
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = QWidget()
    first.setGeometry(*place, 700, 500)
    geometry.setValue("window", first.saveGeometry())
    first.deleteLater()
    window = MainWindow(desktop.doors, Settings(), desktop.kept.append, geometry)
    desktop.windows.append(window)
    assert room_of(window)


def test_a_window_whose_screen_is_unplugged_is_brought_back(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    window.setGeometry(9_000, 9_000, 700, 500)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(QGuiApplication.primaryScreen())
    desktop.qtbot.waitUntil(lambda: room_of(window), timeout=PATIENCE)


def test_a_window_that_can_be_taken_hold_of_is_left_where_it_is(desktop: Desktop) -> None:
    window = QWidget()
    desktop.qtbot.addWidget(window)
    window.setGeometry(300, 20, 400, 300)
    bring_into_sight(window)
    assert window.geometry().topLeft().toTuple() == (300, 20)


# Where somebody was


@pytest.mark.parametrize(
    "place",
    [
        WeekPlace(),
        PeoplePlace(),
        PersonPlace(UUID(int=7)),
        PlanPlace(UUID(int=8)),
        PapersPlace(UUID(int=9), "M26-001", "minutes", "Kerrow Police"),
        PapersPlace(),
    ],
)
def test_a_place_is_written_down_and_found_again(place: Place) -> None:
    assert place_of(words_of(place)) == place


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"*": "NoSuchPlace"},
        {"*": "PersonPlace"},
        {"*": "PersonPlace", "person": "id:not an id"},
    ],
)
def test_what_cannot_be_told_is_this_week(words: dict[str, str]) -> None:
    assert place_of(words) == WeekPlace()


def test_a_store_closed_by_leaving_remembers_no_place(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    window.close()
    office = open_store(closed_store, WORDS)
    assert read_drafts(office.desk) == ()
    office.close(back_up=False)
