"""Bringing a backup back: which one, where to, and the passphrase of that day."""

from pathlib import Path

from PySide6.QtCore import Signal

from coordinator.ui.kit.boxes import row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.folders import FolderField
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.shell.pages import GatePage
from coordinator.wording.translation import _


class RestorePage(GatePage):
    """Asks for what restoring needs.

    Signals:
        restore_asked: The backup, the empty folder, the passphrase (Path, Path, str).
        left: Somebody wants back to the welcome page.
    """

    restore_asked = Signal(object, object, str)
    left = Signal()

    def __init__(self, target: Path) -> None:
        super().__init__(_("Bring back a backup"))
        self._notice = NoticeLine()
        self._backup = FolderField(
            _("Folder of the backup"), hint=_("It holds a database and a file keys.json.")
        )
        self._target = FolderField(
            _("Where it goes"), target, hint=_("A folder with nothing in it, on this computer.")
        )
        self._secret = line(secret=True)
        passphrase = Field(_("Passphrase of the day the backup was made"), self._secret)
        self._form = Form(
            {"backup": self._backup, "target": self._target, "passphrase": passphrase}
        )
        self._go = button(_("Bring it back"), "primary", "archive-restore")
        back = button(_("Back"), "", "arrow-left")
        self._go.clicked.connect(self._ask)
        self._secret.returnPressed.connect(self._ask)
        back.clicked.connect(self.left)
        self.hold(
            heading(_("Bring back a backup"), "title"),
            label(
                _("The store that stands, if any, is not touched: a backup gets its own folder."),
                wraps=True,
            ),
            self._notice,
            self._form,
            row(back, None, self._go),
        )
        self.setFocusProxy(self._backup.control)

    def say(self, what: str, then: str) -> None:
        """Tell why it could not be brought back."""
        self.wait(waiting=False)
        self._notice.say(what, then)

    def wait(self, *, waiting: bool) -> None:
        """Nothing is pressed twice."""
        self._go.setEnabled(not waiting)
        self._form.setEnabled(not waiting)
        self._go.setText(_("Bringing it back…") if waiting else _("Bring it back"))

    def _ask(self) -> None:
        wanted = {
            "backup": "" if self._backup.path else _("Choose the folder of the backup."),
            "target": "" if self._target.path else _("Choose where it goes."),
            "passphrase": "" if self._secret.text() else _("Type the passphrase."),
        }
        missing = {name: sentence for name, sentence in wanted.items() if sentence}
        self._form.show_sentences(missing)
        if missing or not self._backup.path or not self._target.path:
            return
        self.wait(waiting=True)
        self.restore_asked.emit(self._backup.path, self._target.path, self._secret.text())
