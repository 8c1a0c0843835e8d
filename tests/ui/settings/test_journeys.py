"""Settings in the real window: what is changed there holds after the lock."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from coordinator.casework.stores import users
from coordinator.casework.stores.opening import open_store
from coordinator.domain.roles import Role
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.kit.controls import choose
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.places.every import SettingsPart, SettingsPlace
from coordinator.ui.screens.settings.backups import BackupsPart
from coordinator.ui.screens.settings.forms import CodeDialog
from coordinator.ui.screens.settings.users import UsersPart
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.window import MainWindow
from tests.offices import OFFICER, WORDS
from tests.ui.desktops import (
    PATIENCE,
    Desktop,
    caseload,
    do,
    fill,
    here,
    is_open,
    press,
    says,
)
from tests.ui.settings.test_users import NEWER, THEIRS, code_in, type_back


def combo(widget: QWidget, name: str) -> QComboBox:
    return next(one for one in widget.findChildren(QComboBox) if one.accessibleName() == name)


def part_shown(window: MainWindow, words: str) -> None:
    """Press the choice of a part."""
    found = [one for one in window.findChildren(QPushButton) if one.text() == words]
    next(one for one in found if one.isCheckable()).click()


def test_a_new_passphrase_opens_after_the_lock_and_the_old_one_does_not(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Settings: your passphrase")
    assert here(window) == SettingsPlace(SettingsPart.OWN)
    fill(
        work,
        {"Your passphrase now": WORDS, "New passphrase": NEWER, "The passphrase again": NEWER},
    )
    press(work, "Change it")
    desktop.qtbot.waitUntil(lambda: "is changed" in says(work), timeout=PATIENCE)
    do(window, "Lock")
    page = desktop.page(window, UnlockPage)
    line = page.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, WORDS)
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "does not open this store" in says(page), timeout=PATIENCE)
    desktop.unlock(window, NEWER)
    assert here(window) == SettingsPlace(SettingsPart.OWN)


def test_a_backup_brought_back_is_opened_in_place_of_the_store(
    desktop: Desktop, closed_store: Path, tmp_path: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Settings: backups, and bringing one back")
    part = work.findChild(BackupsPart)
    assert part is not None
    press(work, "Back up now")
    desktop.qtbot.waitUntil(lambda: len(part.table.rows.rows) == 1, timeout=PATIENCE)
    part.table.choose(0)
    press(part, "Bring it back…")
    fill(
        part,
        {
            "Where it goes": str(tmp_path / "again"),
            "Passphrase of the day the backup was made": WORDS,
        },
    )
    press(part, "Bring it back")
    desktop.qtbot.waitUntil(
        lambda: desktop.kept[-1].last_store == tmp_path / "again", timeout=PATIENCE
    )
    assert window.workplace is not None
    desktop.qtbot.waitUntil(lambda: not is_open(closed_store), timeout=PATIENCE)
    assert is_open(tmp_path / "again")
    do(window, "People")
    again = window.workplace
    desktop.qtbot.waitUntil(lambda: len(caseload(again).rows.rows) == 1, timeout=PATIENCE)


def test_a_new_master_key_locks_the_store_and_leads_back(
    desktop: Desktop, closed_store: Path
) -> None:
    office = open_store(closed_store, WORDS)
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    office.close(back_up=False)
    before = {one.name for one in closed_store.glob("*.db")}
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Settings")
    part = work.findChild(UsersPart)
    assert part is not None
    desktop.qtbot.waitUntil(lambda: len(part.table.rows.rows) == 2, timeout=PATIENCE)
    press(part, "New master key…")
    form = part.form
    assert isinstance(form, FieldsDialog)
    fill(form, {"Your passphrase": WORDS})
    press(form, "Go on")
    desktop.qtbot.waitUntil(lambda: isinstance(part.form, CodeDialog), timeout=PATIENCE)
    dialog = part.form
    assert isinstance(dialog, CodeDialog)
    type_back(dialog, code_in(dialog))
    press(dialog, "Change the master key")
    page = desktop.page(window, UnlockPage)
    assert "1 user needs a new passphrase" in says(page)
    again = desktop.unlock(window)
    found = again.findChild(UsersPart)
    assert found is not None
    desktop.qtbot.waitUntil(
        lambda: [one.has_way_in for one in found.table.rows.rows] == [True, False],
        timeout=PATIENCE,
    )
    assert before.isdisjoint({one.name for one in closed_store.glob("*.db")})


def test_a_look_is_worn_when_it_is_chosen_and_the_page_stays(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Settings: look and locking")
    choose(combo(work, "Colours"), "dark")
    choose(combo(work, "Size of the text"), 1.4)
    combo(work, "Colours").currentIndexChanged.emit(0)
    press(work, "Use this look")
    kept = desktop.kept[-1]
    assert (kept.theme, kept.text_scale) == ("dark", 1.4)
    assert theme.px(100) == 140
    assert here(window) == SettingsPlace(SettingsPart.LOOK)
    assert window.workplace is not work


def test_how_long_nobody_may_be_at_the_desk_is_kept_and_holds_at_once(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Settings: look and locking")
    box = combo(work, "Lock when nobody is at the desk for")
    box.setCurrentIndex(box.findText("2 minutes"))
    assert desktop.kept[-1].idle_min == 2
    assert window._idle._timer.interval() == 120_000
    assert window.workplace is work


def test_the_desktops_lock_locks_only_where_it_is_wanted(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store, Settings(theme="light", lock_with_desktop=False))
    desktop.unlock(window)
    window._lock_with_desktop()
    assert window.workplace is not None
    do(window, "Settings: look and locking")
    tick = next(
        one
        for one in window.findChildren(QWidget)
        if one.accessibleName() == "Lock with the desktop, and before it sleeps"
    )
    tick.click()  # type: ignore[attr-defined]
    window._lock_with_desktop()
    assert "Locked with the desktop" in says(desktop.page(window, UnlockPage))


def test_a_store_is_forgotten_on_this_device_and_its_folder_stays(
    desktop: Desktop, closed_store: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    window = desktop.start(closed_store, Settings((str(older),), theme="light"))
    work = desktop.unlock(window)
    do(window, "Settings: this device")
    press(work, "Forget")
    assert desktop.kept[-1].recent_stores == (str(closed_store),)
    assert older.is_dir()
    assert "None is remembered." in says(work)


def test_who_may_not_manage_users_is_not_shown_them(desktop: Desktop, closed_store: Path) -> None:
    office = open_store(closed_store, WORDS)
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    office.close(back_up=False)
    window = desktop.start(closed_store)
    work = desktop.unlock(window, THEIRS)
    do(window, "Settings")
    desktop.qtbot.waitUntil(lambda: "Your passphrase" in says(work), timeout=PATIENCE)
    shown = {one.text() for one in work.findChildren(QPushButton) if one.isVisibleTo(work)}
    assert {"Users", "Recovery code"}.isdisjoint(shown)
    assert {"Your passphrase", "Backups", "Look and locking", "This device"} <= shown


def test_another_part_changes_the_place_without_a_step_back(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "Settings")
    part_shown(window, "Backups")
    assert here(window) == SettingsPlace(SettingsPart.BACKUPS)
    do(window, "Back")
    assert here(window) != SettingsPlace()
    do(window, "Forward")
    assert here(window) == SettingsPlace(SettingsPart.BACKUPS)
