"""A field for a folder: typed or chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field
from coordinator.wording.translation import _


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
        chosen = QFileDialog.getExistingDirectory(self, self._line.accessibleName(), start)
        if chosen:
            self._line.setText(chosen)
