"""From a referral to an agreed plan, through the window alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.stores.opening import Office
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import PlanPlace, ReferralPlace
from coordinator.ui.shell.window import MainWindow
from tests.ui.desktops import PATIENCE, Desktop, do, here, says


def press(desktop: Desktop, widget: QWidget, words: str) -> None:
    """Press what is shown and may be pressed, as soon as it is."""

    def found() -> list[QPushButton]:
        return [
            one
            for one in widget.findChildren(QPushButton)
            if one.text() == words and one.isVisible() and one.isEnabled()
        ]

    desktop.qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    found()[0].click()


def write(desktop: Desktop, widget: QWidget, name: str, words: str) -> None:
    """Write into the line or text of this name, or choose these words from its list."""

    def found() -> list[QWidget]:
        return [
            one
            for kind in (QComboBox, QLineEdit, QPlainTextEdit)
            for one in widget.findChildren(kind)
            if one.accessibleName() == name and one.isVisible()
        ]

    desktop.qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    match found()[0]:
        case QComboBox() as box:
            assert box.findText(words) >= 0
            box.setCurrentIndex(box.findText(words))
        case QLineEdit() as line:
            line.setText(words)
        case QPlainTextEdit() as text:
            text.setPlainText(words)


def answer(
    desktop: Desktop, window: MainWindow, act: str, said: dict[str, str], every: str = ""
) -> None:
    """Fill the form that opens, each of its texts with `every` if given, and send it."""

    def opened() -> list[Sheet]:
        return [one for one in window.findChildren(Sheet) if one.isVisible()]

    desktop.qtbot.waitUntil(lambda: bool(opened()), timeout=PATIENCE)
    sheet = opened()[0]
    for name, words in said.items():
        write(desktop, sheet, name, words)
    for text in sheet.findChildren(QPlainTextEdit) if every else ():
        text.setPlainText(every)
    press(desktop, sheet, act)
    desktop.qtbot.waitUntil(lambda: not opened(), timeout=PATIENCE)


@pytest.fixture
def store(office: Office) -> Path:
    """A closed store whose panel has a chair."""
    found = read_directory(office.desk)
    chair = next(one for one in found.professionals if one.name == "Rhys Roskilly")
    change_panel(office.desk, seen=found.panel.revision, chair_id=chair.id)
    office.close(back_up=False)
    return office.folder.path


def test_somebody_referred_has_an_agreed_plan(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    do(window, "New referral")
    desktop.qtbot.waitUntil(lambda: "Given name" in says(work), timeout=PATIENCE)
    write(desktop, work, "Given name", "Morwenna")
    write(desktop, work, "Family name", "Angove")
    write(desktop, work, "Are children affected", "No")
    write(desktop, work, "Who refers", "Rhys Roskilly, Kerrow Homes")
    write(desktop, work, "Why now", "Leaves hospital on Friday with nowhere to go.")
    write(desktop, work, "What the referrer will keep doing", "A worker twice a week.")
    press(desktop, work, "Save as a draft")
    desktop.qtbot.waitUntil(lambda: isinstance(here(window), ReferralPlace), timeout=PATIENCE)
    press(desktop, work, "Hand it in")
    press(desktop, work, "Record the screening")
    answer(desktop, window, "It has what the panel needs", {"What screening found": "Fits."})
    press(desktop, work, "Accept")
    why = {"The reason, in a sentence": "Nobody else can."}
    answer(desktop, window, "Take the person on", why)
    press(desktop, work, "Write the plan")
    assert isinstance(here(window), PlanPlace)
    press(desktop, work, "Begin the plan")
    answer(desktop, window, "Go on", {}, every="Nobody has met them yet to tell them.")
    press(desktop, work, "Add a goal")
    answer(desktop, window, "Add the goal", {"In the person's own words": "A door that locks"})
    press(desktop, work, "Put it forward")
    press(desktop, work, "Agree the plan")
    alone = {"Why without a meeting": "Leaves hospital before the panel meets."}
    answer(desktop, window, "Agree the plan", alone)
    desktop.qtbot.waitUntil(lambda: "Version 1" in says(work), timeout=PATIENCE)
    assert "A door that locks" in " ".join(
        one.toPlainText() for one in work.findChildren(QPlainTextEdit)
    )
