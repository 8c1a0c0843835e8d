"""Asking for a folder or a file; a field for a folder, typed or chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field
from coordinator.wording.translation import _


def ask_folder(page: QWidget, title: str, start: str = "") -> Path | None:
    """Ask for a folder.

    Returns:
        Nothing when somebody thought better of it, or when the page that asked is gone by then:
        the desk may be locked while the dialog is open.
    """
    chosen = QFileDialog.getExistingDirectory(page.window(), title, start)
    return _for(page, chosen)


def ask_file(page: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for a file to open; `kinds` are those shown. Nothing comes back as of `ask_folder`."""
    chosen, _kind = QFileDialog.getOpenFileName(page.window(), title, "", kinds)
    return _for(page, chosen)


def ask_new_file(page: QWidget, title: str, name: str) -> Path | None:
    """Ask where a file is saved; `name` is suggested. Nothing comes back as of `ask_folder`."""
    chosen, _kind = QFileDialog.getSaveFileName(page.window(), title, name)
    return _for(page, chosen)


def close_file_dialogs(window: QWidget) -> None:
    """Close what was asked above and still waits for an answer: nothing was chosen."""
    for dialog in window.findChildren(QFileDialog):
        dialog.reject()


def _for(page: QWidget, chosen: str) -> Path | None:
    return Path(chosen) if chosen and isValid(page) else None


class FolderField(Field):
    """A folder of this computer."""

    def __init__(self, name: str, start: Path | None = None, *, hint: str = "") -> None:
        self._line = QLineEdit(str(start) if start else "")
        super().__init__(name, self._line, hint=hint)
        choose = button(_("Choose…"), name=_("Choose: {what}", what=name))
        choose.clicked.connect(self._choose)
        self.put_beside(choose)

    @property
    def path(self) -> Path | None:
        """What is typed; nothing when there is nothing."""
        typed = self._line.text().strip()
        return Path(typed).expanduser() if typed else None

    def suggest(self, folder: Path | str) -> None:
        """Put a folder there."""
        self._line.setText(str(folder))

    def _choose(self) -> None:
        start = str(self.path or Path.home())
        chosen = ask_folder(self, self._line.accessibleName(), start)
        if chosen is not None:
            self._line.setText(str(chosen))
