"""Bringing a backup back before any store is open."""

from pathlib import Path

from PySide6.QtCore import Signal

from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.restoring import RestoreForm
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
        self._form = RestoreForm(target, _("Back"))
        self._form.restore_asked.connect(self.restore_asked)
        self._form.left.connect(self.left)
        self.hold(
            heading(_("Bring back a backup"), "title"),
            label(
                _("The store that stands, if any, is not touched: a backup gets its own folder."),
                wraps=True,
            ),
            self._form,
        )
        lend_keys(self, self._form.first)

    def say(self, what: str, then: str) -> None:
        """Tell why it could not be brought back."""
        self._form.refuse({}, what, then)
