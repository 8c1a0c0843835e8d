"""The recovery code: shown once, printed or saved, and part of it typed back before going on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from coordinator.ui.kit.boxes import column, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.shell.pages import GatePage
from coordinator.wording.translation import _

_ASKED = 2  # the third group: nobody types it by reading only the beginning
_ORDINALS = 3


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
        self._code, self._save, self._put_on_paper = code, save, put_on_paper
        self._notice = NoticeLine()
        self._typed = line()
        self._field = Field(_("Third group of the code"), self._typed)
        printer = button(_("Print it"), "", "printer")
        keeper = button(_("Save it in a file"), "", "save")
        self._go = button(_("I have it: go on"), "primary", "check")
        printer.clicked.connect(self._print)
        keeper.clicked.connect(self._keep)
        self._go.clicked.connect(self._check)
        self._typed.returnPressed.connect(self._check)
        shown = label(_in_lines(code), "code")
        shown.setAccessibleName(_("The recovery code: {code}", code=" ".join(code.split("-"))))
        shown.setTextInteractionFlags(shown.textInteractionFlags().TextSelectableByMouse)
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
            shown,
            row(printer, keeper, None),
            self._notice,
            column(label(_("To be sure that it is noted:"), "quiet"), self._field),
            row(None, self._go),
        )
        self.setFocusProxy(printer)

    def _print(self) -> None:
        if self._put_on_paper(self._code):
            self._notice.say(_("It was sent to the printer."), "", Tone.GOOD)

    def _keep(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery code"), "recovery-code.txt"
        )
        if not chosen:
            return
        try:
            self._save(Path(chosen), self._code)
        except OSError:
            self._notice.say(
                _("The file could not be written."), _("Choose another folder, or print the code.")
            )
            return
        self._notice.say(
            _("The code was saved."),
            _("Move the file off this computer: a memory stick in a safe, for example."),
            Tone.GOOD,
        )

    def _check(self) -> None:
        typed = self._typed.text().strip().upper()
        if typed == self._code.split("-")[_ASKED]:
            self._field.say_wrong("")
            self.noted.emit()
        else:
            self._field.say_wrong(_("This is not the third group. Read it again from your copy."))
            self._typed.setFocus()


def _in_lines(code: str) -> str:
    groups = code.split("-")
    return "\n".join(" - ".join(groups[at : at + _ORDINALS]) for at in (0, _ORDINALS))
