"""What bringing a backup back needs: which one, where to, and the passphrase of its day."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.folders import FolderField
from coordinator.ui.kit.forms import Form
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.kit.secrets import SecretField
from coordinator.ui.kit.tokens import L
from coordinator.wording.translation import _


class RestoreForm(QWidget):
    """Asks for it, and says at each field what is wrong with it.

    Signals:
        restore_asked: The backup, the empty folder, the passphrase (Path, Path, str).
        left: It was given up.
    """

    restore_asked = Signal(object, object, str)
    left = Signal()

    def __init__(self, target: Path, back: str) -> None:
        super().__init__()
        self._suggested = target
        self._notice = NoticeLine()
        self._backup = FolderField(
            _("Folder of the backup"), hint=_("It holds a database and a file keys.json.")
        )
        self._target = FolderField(
            _("Where it goes"), target, hint=_("A folder with nothing in it, on this computer.")
        )
        self._secret = SecretField(_("Passphrase of the day the backup was made"))
        self._form = Form(
            {"backup": self._backup, "target": self._target, "passphrase": self._secret}
        )
        self._go = button(_("Bring it back"), "primary", "archive-restore")
        leave = button(back, "", "arrow-left")
        self._go.clicked.connect(self._ask)
        self._secret.line.returnPressed.connect(self._ask)
        leave.clicked.connect(self.left)
        fill(self, self._notice, self._form, flow(self._go, leave), gap=L)

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self._secret.line if self._backup.path else self._backup.control

    def begin(self, backup: Path | None) -> None:
        """Ask anew, perhaps about one that is known."""
        self._notice.hide()
        self._secret.forget()
        self._backup.suggest(backup or "")
        self._target.suggest(self._suggested)
        self._form.show_sentences({})

    def refuse(self, sentences: Mapping[str, str], what: str = "", then: str = "") -> None:
        """Say why it could not be brought back; it can be tried again."""
        self._wait(waiting=False)
        self._form.show_sentences(sentences)
        if what:
            self._notice.say(what, then)

    def _wait(self, *, waiting: bool) -> None:
        self._form.setEnabled(not waiting)
        self._go.setEnabled(not waiting)
        self._go.setText(_("Bringing it back…") if waiting else _("Bring it back"))
        if waiting:
            announce(self, self._go.text())

    def _ask(self) -> None:
        backup, target = self._backup.path, self._target.path
        wanted = {
            "backup": "" if backup else _("Choose the folder of the backup."),
            "target": "" if target else _("Choose where it goes."),
            "passphrase": "" if self._secret.text else _("Type the passphrase."),
        }
        missing = {name: sentence for name, sentence in wanted.items() if sentence}
        self._form.show_sentences(missing)
        if not missing and self._go.isEnabled():
            self._notice.hide()
            self._wait(waiting=True)
            self.restore_asked.emit(backup, target, self._secret.text)
