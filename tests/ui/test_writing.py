"""A plan written in the real window: saved when a field is left, kept when the store is locked."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator import app
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan
from coordinator.casework.stores.opening import Office
from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.places.every import PeoplePlace, PlanPlace
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case
from tests.ui.desktops import PATIENCE, Desktop


@pytest.fixture
def at_desk(qtbot: QtBot, look: theme.Look) -> Iterator[Desktop]:
    made = Desktop(qtbot, app.doors())
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def written(office: Office) -> tuple[Path, UUID]:
    """A closed store with one plan, and whose it is."""
    person, _case = add_case(office.desk, "Petroc")
    begin_plan(office.desk, person)
    office.close(back_up=False)
    return office.folder.path, person


def _at_plan(desktop: Desktop, window: MainWindow, person: UUID) -> tuple[Workplace, Area]:
    work = desktop.unlock(window)
    work.go(PlanPlace(person))
    return work, _area(desktop, work)


def _area(desktop: Desktop, work: Workplace) -> Area:
    def shown() -> bool:
        return any(one.accessibleName() == "What matters to me" for one in _areas(work))

    desktop.qtbot.waitUntil(shown, timeout=PATIENCE)
    return next(one for one in _areas(work) if one.accessibleName() == "What matters to me")


def _areas(work: Workplace) -> list[Area]:
    return [one for one in work.findChildren(Area) if one.isVisibleTo(work)]


def _says(area: Area) -> str:
    field = area.parentWidget()
    assert isinstance(field, SlotField)
    return area.accessibleDescription()


def test_a_text_typed_in_the_window_is_saved_when_one_goes_elsewhere(
    at_desk: Desktop, written: tuple[Path, UUID]
) -> None:
    store, person = written
    work, area = _at_plan(at_desk, at_desk.start(store), person)
    area.setFocus()
    area.insertPlainText("My dog")
    work.go(PeoplePlace())

    def is_saved() -> bool:
        found: list[str] = []
        work.jobs.query(lambda desk: read_plan(desk, person).text["what_matters"], found.append)
        at_desk.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found == ["My dog"]

    at_desk.qtbot.waitUntil(is_saved, timeout=PATIENCE)


def test_what_was_being_typed_is_there_after_the_store_was_locked(
    at_desk: Desktop, written: tuple[Path, UUID]
) -> None:
    store, person = written
    window = at_desk.start(store)
    _work, area = _at_plan(at_desk, window, person)
    area.setFocus()
    with at_desk.qtbot.waitSignal(area.typed, timeout=PATIENCE):
        area.insertPlainText("My dog and my")
    at_desk.qtbot.waitUntil(lambda: _says(area) != "", timeout=PATIENCE)
    lock = next(one for one in window.findChildren(QAction) if one.text() == "Lock")
    lock.trigger()

    again = at_desk.unlock(window)
    again.go(PlanPlace(person))

    def is_there() -> bool:
        return "My dog and my" in {one.text() for one in _areas(again)}

    at_desk.qtbot.waitUntil(is_there, timeout=PATIENCE)
