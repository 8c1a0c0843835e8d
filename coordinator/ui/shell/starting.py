"""Starting the window: the application, its look, and what happens to faults nobody foresaw."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon

from coordinator.domain.errors import CoordinatorError
from coordinator.reference.resources import resource
from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.runtime.settings import Settings, read_settings, settings_file, write_settings
from coordinator.ui.kit import theme
from coordinator.ui.shell.bell import bell_of, ring
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.sitting import Doors
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def start(doors: Doors, named: Path | None, arguments: Sequence[str]) -> int:
    """Show the window and stay until it is closed; gives the exit code.

    Args:
        doors: The ways into a store.
        named: A store, the one that was open last when nobody says; or a file to be taken in as
            soon as that one is open.
        arguments: Of the program, for Qt.
    """
    settings = read_settings()
    file = named if named is not None and named.is_file() else None
    store = named if file is None else None
    wanted = store or settings.last_store
    if wanted is not None and doors.is_busy(wanted) and ring(bell_of(wanted)):
        sys.stderr.write(
            _("This store is open in another window, which was asked to come forward.") + "\n"
        )
        if file is not None:
            sys.stderr.write(_("Drop the file on it.") + "\n")
        return 0
    app = theme.application(arguments)
    app.setApplicationName("coordinator")
    app.setApplicationDisplayName(_("Coordinator"))
    app.setDesktopFileName("coordinator")
    app.setWindowIcon(QIcon(str(resource("icons", "users.svg"))))
    geometry = QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
    window = MainWindow(doors, settings, _keep, geometry)
    sys.excepthook = fault_teller(window)
    window.start(store, file)
    window.show()
    return app.exec()


def fault_teller(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Note a fault by kind and line, and say once that there was one.

    The message of an exception can hold a name, so it is neither shown nor kept.
    """
    telling: list[QMessageBox] = []

    def tell(
        kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        note_fault(fault_log(), described(fault))
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if telling:
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Something went wrong"))
        box.setText(_("Something went wrong inside the program; nothing half done was kept."))
        box.setInformativeText(
            _("You can go on. If it happens again, send the problem report (Ctrl+K, “problem”).")
        )
        box.finished.connect(lambda _result: telling.clear())
        telling.append(box)
        box.open()

    return tell


def _keep(settings: Settings) -> None:
    try:
        write_settings(settings)
    except CoordinatorError as error:
        note_fault(fault_log(), described(error))  # the look is not worth a word
