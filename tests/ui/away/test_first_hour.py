"""The first hour: making a panel, bringing one back, looking round a made-up one."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from coordinator import app
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.settings import read_settings, read_text
from coordinator.casework.stores import founding
from coordinator.casework.stores.opening import Office, open_store
from coordinator.demo import making
from coordinator.demo.volume import Volume
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.progress import Progress
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.shell.first_run import FirstRunPage
from coordinator.ui.shell.helping import ShortcutsDialog
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.restore import RestorePage
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import NewPanel
from coordinator.vault.costs import TEST_COST
from tests.offices import WORDS
from tests.ui.desktops import PATIENCE, Desktop, caseload, do, fill, is_told, press, says


def test_a_store_that_is_gone_is_said_and_forgotten(desktop: Desktop, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    window = desktop.start(settings=Settings(theme="light").with_store(gone))
    page = desktop.page(window, WelcomePage)
    assert str(gone) in says(page)
    assert desktop.kept[-1].recent_stores == ()


def test_an_empty_folder_becomes_a_panel_that_meets(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = founding.make_store
    monkeypatch.setattr(founding, "make_store", lambda path, new: real(path, new, cost=TEST_COST))
    window = desktop.start()
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
            "Folder of the store": str(tmp_path / "new"),
            "Passphrase": WORDS,
            "The passphrase again": WORDS,
        },
    )
    press(page, "Make the store")
    code_page = desktop.page(window, RecoveryPage)
    third = code_page._box._code.split("-")[2]
    fill(code_page, {"Third group of the code": "ABCDEF"})
    press(code_page, "I have it: go on")
    assert "not the third group" in says(code_page)
    fill(code_page, {"Third group of the code": third.lower()})
    press(code_page, "I have it: go on")
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: "Next meeting" in says(work), timeout=PATIENCE)
    assert "No meeting is in the calendar" not in says(work)


def test_return_in_a_line_goes_on_and_stays_where_something_is_missing(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = founding.make_store
    monkeypatch.setattr(founding, "make_store", lambda path, new: real(path, new, cost=TEST_COST))
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    enter_in(desktop, page, "Name of the panel")
    assert "Give the panel a name." in says(page)
    assert is_told(page, "Step 1 of 4")
    fill(page, {"Name of the panel": "Kerrow Complex Needs Panel"})
    enter_in(desktop, page, "Name of the panel")
    assert is_told(page, "Step 2 of 4")
    fill(page, {"Your name": "Aled Hâf", "Your agency": "Kerrow Council"})
    enter_in(desktop, page, "Your agency")
    assert is_told(page, "Step 3 of 4")
    enter_in(desktop, page, "Where")
    assert is_told(page, "Step 4 of 4")
    folder = {"Folder of the store": str(tmp_path / "new")}
    fill(page, folder | {"Passphrase": WORDS, "The passphrase again": WORDS})
    enter_in(desktop, page, "The passphrase again")
    desktop.page(window, RecoveryPage)


def test_the_day_of_the_first_meeting_goes_on_by_return_once(desktop: Desktop) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    page._show(2)
    (day,) = page.findChildren(QDateEdit)
    desktop.qtbot.keyClick(day, Qt.Key.Key_Return)
    assert is_told(page, "Step 4 of 4")
    assert "Too short" not in says(page)


def enter_in(desktop: Desktop, page: QWidget, name: str) -> None:
    line = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_text_grows_before_a_store_is_open_and_nothing_typed_goes(desktop: Desktop) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    fill(page, {"Name of the panel": "Kerrow Complex Needs Panel"})
    keys = (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    for key, scale in zip(keys, (1.1, 1.2, 1.1), strict=True):
        press_on(desktop, window, key)
        assert desktop.kept[-1].text_scale == pytest.approx(scale)
    assert theme.px(100) == 110
    assert page._frame is not None
    assert page._frame.maximumWidth() == theme.px(600) == 660
    assert window.centralWidget() is page
    assert page._panel.name == "Kerrow Complex Needs Panel"
    press_on(desktop, window, Qt.Key.Key_0)
    assert desktop.kept[-1].text_scale == pytest.approx(1)


def test_f1_shows_the_keys_before_a_store_is_open(desktop: Desktop) -> None:
    window = desktop.start()
    press_on(desktop, window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    keys = window.findChild(ShortcutsDialog)
    assert keys is not None
    assert keys.isVisible()
    assert "Larger text" in says(keys)
    assert "This week" not in says(keys)
    press(keys, "Close")


def test_the_keys_work_once_before_and_after_opening_and_again_when_locked(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    desktop.page(window, UnlockPage)
    wanted = 1.0
    for turn in (lambda: None, lambda: desktop.unlock(window), window.lock):
        turn()
        desktop.qtbot.wait(10)
        press_on(desktop, window, Qt.Key.Key_Plus)
        wanted += 0.1
        assert desktop.kept[-1].text_scale == pytest.approx(wanted)


def press_on(
    desktop: Desktop,
    window: QWidget,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
) -> None:
    window.activateWindow()
    desktop.qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    desktop.qtbot.keyClick(window, key, held)


@pytest.mark.parametrize(
    ("kind", "seats", "phrases", "quorum"),
    [("complex_needs", 16, 40, 5), ("marac", 16, 40, 5), ("marm", 14, 40, 4), ("blank", 0, 0, 3)],
)
def test_a_panel_arrives_filled_as_the_kind_that_was_chosen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    seats: int,
    phrases: int,
    quorum: int,
) -> None:
    real = founding.make_store
    monkeypatch.setattr(founding, "make_store", lambda path, new: real(path, new, cost=TEST_COST))
    said = NewPanel("Kerrow Panel", "KP", "Kerrow Council", "Aled Hâf", WORDS, template=kind)

    sitting, _code = app.doors().make_store(tmp_path / "new", said)

    settings, page = read_settings(sitting.writing), read_directory(sitting.writing)
    assert settings.kind == kind
    assert (len(page.seats), page.panel.quorum) == (seats, quorum)
    assert len(settings.lines[Topic.PHRASES]) == phrases
    assert "confidential" in read_text(sitting.writing, TextKey.STATEMENT)
    assert len(settings.lines[Topic.LADDER]) == len(settings.lines[Topic.RETENTION]) == 5
    sitting.reading.store.close()
    sitting.close()


def test_each_kind_says_in_a_few_words_what_it_brings(desktop: Desktop) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    kinds = next(
        one for one in page.findChildren(QComboBox) if one.accessibleName() == "Kind of panel"
    )
    told = set()
    for at in range(4):
        kinds.setCurrentIndex(at)
        told.add(kinds.accessibleDescription())
    assert len(told) == 4
    assert all(one.endswith("under The panel.") for one in told)
    cycle = next(
        one for one in page.findChildren(QComboBox) if one.accessibleName() == "How often"
    )
    kinds.setCurrentIndex(2)
    assert cycle.currentText() == "Every four weeks"


def test_a_backup_is_brought_back_into_a_folder_of_its_own(
    desktop: Desktop, closed_store: Path, tmp_path: Path
) -> None:
    office = open_store(closed_store, WORDS)
    made = office.back_up("asked").path
    office.close(back_up=False)
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Bring back a backup")
    page = desktop.page(window, RestorePage)
    press(page, "Bring it back")
    assert "Choose the folder of the backup." in says(page)
    fill(
        page,
        {
            "Folder of the backup": str(made),
            "Where it goes": str(tmp_path / "back"),
            "Passphrase of the day the backup was made": "wrong words for it",
        },
    )
    press(page, "Bring it back")
    desktop.qtbot.waitUntil(lambda: "does not open this store" in says(page), timeout=PATIENCE)
    fill(page, {"Passphrase of the day the backup was made": WORDS})
    press(page, "Bring it back")
    work = desktop.page(window, Workplace)
    do(window, "People")
    desktop.qtbot.waitUntil(lambda: len(caseload(work).rows.rows) == 1, timeout=PATIENCE)
    assert work.sitting.folder == tmp_path / "back"


def test_the_made_up_panel_is_made_once_and_opened_without_a_passphrase(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = Volume(people=12, actions=30, contacts=30, years=1)

    def small(path: Path, *, today: date, progress: Progress) -> Office:
        return making.make_filled(
            path, tiny, seed=1, today=today, progress=progress, cost=TEST_COST
        )

    monkeypatch.setattr(making, "make_demo", small)
    window = desktop.start()
    for _round in range(2):
        press(desktop.page(window, WelcomePage), "Look round a made-up panel")
        work = desktop.page(window, Workplace)
        desktop.qtbot.waitUntil(partial(is_told, work, "Next meeting"), timeout=60_000)
        assert "Made-up people" in [one.accessibleName() for one in work.findChildren(Chip)]
        do(window, "Lock")
        press(desktop.page(window, UnlockPage), "Another store")


def test_first_run_says_what_is_missing_and_goes_there(desktop: Desktop) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    press(page, "Next")
    assert "Give the panel a name." in says(page)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Name of the panel"


def test_a_weak_passphrase_is_told_in_words(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    page._show(3)
    fill(page, {"Passphrase": "password1234"})
    assert "Weak" in says(page)
    press(page, "Make the store")
    assert "among the first that are tried" in says(page)
    assert not (tmp_path / "new").exists()


def test_a_new_panel_begins_with_the_keys_in_its_first_line(desktop: Desktop) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "Start a new panel")
    desktop.page(window, FirstRunPage)
    began = window.focusWidget()
    assert isinstance(began, QLineEdit)
    assert began.accessibleName() == "Name of the panel"


def test_the_program_is_left_by_its_key_before_a_store_is_open(desktop: Desktop) -> None:
    window = desktop.start()
    desktop.page(window, WelcomePage)
    do(window, "Leave the program")
    assert not window.isVisible()
