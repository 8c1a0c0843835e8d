"""The unlock page: whose store is this, and may I in? Painted before anything heavy is loaded."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from coordinator.ui.kit.boxes import column, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.shell.pages import GatePage
from coordinator.wording.translation import _


class UnlockPage(GatePage):
    """Asks for the passphrase, or for the recovery code.

    Signals:
        unlock_asked: With a passphrase (str).
        code_asked: With the recovery code (str).
        others_asked: Another store is wanted.
    """

    unlock_asked = Signal(str)
    code_asked = Signal(str)
    others_asked = Signal()

    def __init__(self, folder: Path, why: str = "") -> None:
        super().__init__(_("Unlock"))
        self._by_code = False
        self._notice = NoticeLine()
        self._secret = line(secret=True)
        self._field = Field(_("Passphrase"), self._secret)
        self._go = button(_("Unlock"), "primary", "door-open")
        self._show = button(_("Show what I type"), "link", "eye")
        self._show.setCheckable(True)
        self._other_way = button(_("Use the recovery code"), "link")
        self._others = button(_("Another store"), "link")
        self._connect()
        where = label(str(folder), "quiet", wraps=True)
        where.setAccessibleName(_("Folder of the store: {folder}", folder=folder))
        self.hold(
            column(heading(_("Coordinator"), "title"), where, gap=2),
            *([label(why, wraps=True)] if why else []),
            self._notice,
            self._field,
            row(self._go, None, self._show),
            row(self._other_way, None, self._others),
        )
        lend_keys(self, self._secret)

    def wait(self, *, waiting: bool) -> None:
        """Say that the store is being opened; nothing can be pressed twice."""
        for part in (self._go, self._secret, self._other_way, self._others):
            part.setEnabled(not waiting)
        self._go.setText(_("Opening…") if waiting else _("Unlock"))
        if waiting:
            announce(self, _("Opening…"))

    def say(self, what: str, then: str) -> None:
        """Tell why it did not open; what was typed is chosen, to type over it."""
        self.wait(waiting=False)
        self._notice.say(what, then)
        self._secret.selectAll()
        self._secret.setFocus()

    def forget(self) -> None:
        """Let go of what was typed."""
        self._secret.clear()

    def _connect(self) -> None:
        self._go.clicked.connect(self._ask)
        self._secret.returnPressed.connect(self._ask)
        self._show.toggled.connect(self._reveal)
        self._other_way.clicked.connect(self._switch)
        self._others.clicked.connect(self.others_asked)

    def _ask(self) -> None:
        typed = self._secret.text()
        if not typed.strip():
            self._field.say_wrong(_("Type it here first."))
            self._secret.setFocus()
            return
        self._field.say_wrong("")
        self._notice.hide()
        self.wait(waiting=True)
        (self.code_asked if self._by_code else self.unlock_asked).emit(typed)

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        modes = QLineEdit.EchoMode
        self._secret.setEchoMode(modes.Normal if shown or self._by_code else modes.Password)

    def _switch(self) -> None:
        self._by_code = not self._by_code
        self._secret.clear()
        name = _("Recovery code") if self._by_code else _("Passphrase")
        self._field.rename(name)
        self._other_way.setText(
            _("Use the passphrase") if self._by_code else _("Use the recovery code")
        )
        self._other_way.setAccessibleName(self._other_way.text())
        self._reveal(self._show.isChecked())
        self._secret.setFocus()
