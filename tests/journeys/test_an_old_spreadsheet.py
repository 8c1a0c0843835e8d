"""From the spreadsheet a panel kept before to the agenda on paper, without opening Settings."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from coordinator.casework.stores import founding
from coordinator.domain.progress import Progress
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.screens.papers import view
from coordinator.ui.shell.first_run import FirstRunPage
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from coordinator.vault.costs import TEST_COST
from tests.exports.reading import without_number
from tests.exports.reading import words as words_of
from tests.offices import WORDS
from tests.ui.desktops import PATIENCE, Desktop, fill, press, says

A_WHILE = 60_000


def people(today: date) -> str:
    """Cells as they are copied: initials, a reference of the old list, some dates."""
    since = (today - timedelta(days=200)).strftime("%d/%m/%Y")
    return (
        "Ref\tInitials\tDOB\tDate accepted\tLives in\n"
        f"CN-001\tKT\t14/05/1981\t{since}\tKerrow\n"
        f"CN-002\tJB\t\t{since}\tPolwen\n"
        "\tWA\t\t\t\n"
    )


def actions(today: date) -> str:
    due = (today + timedelta(days=1)).strftime("%d/%m/%Y")
    return (
        "Ref\tInitials\tAction agreed\tBy whom\tAgency\tBy when\tStatus\n"
        f'CN-001\tKT\t"Ring the landlord,\nthen write"\tJo Carne\tKerrow Homes\t{due}\tOngoing\n'
        f"\tWA\tBook the dentist\tAmeen Rowe\tKerrow Health\t{due}\tOutstanding\n"
    )


def shown_button(widget: QWidget, words: str) -> QPushButton | None:
    found = widget.findChildren(QPushButton)
    return next((one for one in found if one.text() == words and one.isVisible()), None)


def press_shown(desktop: Desktop, widget: QWidget, words: str) -> None:
    def is_there() -> bool:
        found = shown_button(widget, words)
        return found is not None and found.isEnabled()

    desktop.qtbot.waitUntil(is_there, timeout=A_WHILE)
    found = shown_button(widget, words)
    assert found is not None
    found.click()


def first_run(desktop: Desktop, window: MainWindow, folder: Path) -> Workplace:
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    fill(page, {"Name of the panel": "Kerrow Complex Needs Panel", "Area": "Kerrow"})
    press(page, "Next")
    fill(page, {"Your name": "Aled Hâf", "Your agency": "Kerrow Council"})
    press(page, "Next")
    press(page, "Next")
    fill(
        page,
        {
            "Folder of the store": str(folder),
            "Passphrase": WORDS,
            "The passphrase again": WORDS,
        },
    )
    press(page, "Make the store")
    code_page = desktop.page(window, RecoveryPage)
    fill(code_page, {"Third group of the code": code_page._box._code.split("-")[2]})
    press(code_page, "I have it: go on")
    return desktop.page(window, Workplace)


def paste(desktop: Desktop, work: QWidget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press_shown(desktop, work, "Paste")


def bring_in(desktop: Desktop, work: QWidget, text: str, what: str) -> None:
    paste(desktop, work, text)
    press_shown(desktop, work, f"Bring in {what}")
    desktop.qtbot.waitUntil(lambda: f"{what} came in." in says(work), timeout=A_WHILE)


def save(desktop: Desktop, work: QWidget) -> None:
    press_shown(desktop, work, "Save")
    desktop.qtbot.waitUntil(lambda: work.findChild(Sheet) is not None, timeout=PATIENCE)
    form = work.findChild(Sheet)
    assert form is not None
    press_shown(desktop, form, "Save")
    desktop.qtbot.waitUntil(lambda: "Saved:" in says(work), timeout=A_WHILE)


@dataclass
class Printer:
    """A printer that keeps what it is sent."""

    name: str = "Office"
    sent: list[bytes] = field(default_factory=list)

    def send(self, content: bytes, _progress: Progress) -> None:
        self.sent.append(content)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    """The one printer of this computer."""
    made = Printer()
    monkeypatch.setattr(view, "has_printer", lambda: True)
    monkeypatch.setattr(view, "asked_printer", lambda *_given: made)
    return made


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where papers are saved; and stores are made without the long derivation of their key."""
    real = founding.make_store
    monkeypatch.setattr(founding, "make_store", lambda path, new: real(path, new, cost=TEST_COST))
    folder = tmp_path / "papers"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    return folder


def test_an_old_spreadsheet_becomes_an_agenda_on_paper(
    desktop: Desktop, tmp_path: Path, papers: Path, printer: Printer
) -> None:
    work = first_run(desktop, desktop.start(), tmp_path / "new")
    today = work.sitting.reading.today()

    press_shown(desktop, work, "Bring people and actions in")
    bring_in(desktop, work, people(today), "3 people")
    bring_in(desktop, work, actions(today), "2 actions")
    press_shown(desktop, work, "Go on to the agenda")
    press_shown(desktop, work, "Write the agenda")
    desktop.qtbot.waitUntil(lambda: "The agenda is up to date." in says(work), timeout=A_WHILE)
    press_shown(desktop, work, "Papers")
    save(desktop, work)
    press_shown(desktop, work, "Print")
    desktop.qtbot.waitUntil(lambda: bool(printer.sent), timeout=A_WHILE)

    (paper,) = papers.iterdir()
    (printed,) = printer.sent
    assert without_number(words_of(printed)) == without_number(words_of(paper.read_bytes()))
    text = words_of(paper.read_bytes())
    for said in ("KT (KCN-0001)", "JB (KCN-0002)", "WA (KCN-0003)"):
        assert said in text
    for said in (f"Kerrow Homes A{today:%y}-0001", f"Kerrow Health A{today:%y}-0002"):
        assert said in text
