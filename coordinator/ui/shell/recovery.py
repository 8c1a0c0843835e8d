"""The recovery code: shown once, printed or saved, and part of it typed back before going on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from coordinator.ui.kit.boxes import row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.codes import CodeBox
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.shell.pages import GatePage
from coordinator.wording.translation import _


class RecoveryPage(GatePage):
    """Shows the code and goes on once part of it was typed back.

    Signals:
        noted: The code is on paper or in a safe place.
    """

    noted = Signal()

    def __init__(
        self,
        code: str,
        save: Callable[[Path, str], None],
        put_on_paper: Callable[[str], bool],
    ) -> None:
        super().__init__(_("Recovery code"))
        self._box = CodeBox(code, put_on_paper, save)
        go = button(_("I have it: go on"), "primary", "check")
        go.clicked.connect(self._check)
        self._box.entered.connect(self._check)
        self.hold(
            heading(_("Recovery code"), "title"),
            label(
                _(
                    "If every passphrase is forgotten, only this code opens the store. It is shown"
                    " now and never again. Lock it away on paper; whoever has it can read"
                    " everything."
                ),
                wraps=True,
            ),
            self._box,
            row(None, go),
        )
        lend_keys(self, self._box.printer)

    def _check(self) -> None:
        if self._box.check():
            self.noted.emit()
