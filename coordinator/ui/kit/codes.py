"""A recovery code on a page: shown, printed or saved, and part of it typed back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coordinator.runtime.writing import write_atomically
from coordinator.ui.kit.boxes import column, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.folders import ask_new_file
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.tokens import L, Tone
from coordinator.wording.translation import _

_ASKED = 2  # the third group: nobody types it by reading only the beginning
_A_LINE = 3


class CodeBox(QWidget):
    """Shows a code; `check` tells whether part of it was typed back.

    Signals:
        entered: Enter was pressed in the field.
    """

    entered = Signal()

    def __init__(
        self,
        code: str,
        put_on_paper: Callable[[str], bool],
        save: Callable[[Path, str], None] | None = None,
    ) -> None:
        super().__init__()
        self._code, self._put_on_paper, self._save = code, put_on_paper, save or save_code
        self._notice = NoticeLine()
        self._typed = line()
        self._field = Field(_("Third group of the code"), self._typed)
        self.printer = button(_("Print it"), "", "printer")
        keeper = button(_("Save it in a file"), "", "save")
        self.printer.clicked.connect(self._print)
        keeper.clicked.connect(self._keep)
        self._typed.returnPressed.connect(self.entered)
        shown = label(_in_lines(code), "code")
        shown.setAccessibleName(_("The recovery code: {code}", code=" ".join(code.split("-"))))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        fill(
            self,
            shown,
            flow(self.printer, keeper),
            self._notice,
            column(label(_("To be sure that it is noted:"), "quiet"), self._field),
            gap=L,
        )
        self.setFocusProxy(self.printer)

    def check(self) -> bool:
        """Tell whether the part that is asked for was typed; says so where it was not."""
        is_right = self._typed.text().strip().upper() == self._code.split("-")[_ASKED]
        wrong = _("This is not the third group. Read it again from your copy.")
        self._field.say_wrong("" if is_right else wrong)
        if not is_right:
            self._typed.setFocus()
        return is_right

    def _print(self) -> None:
        if self._put_on_paper(self._code):
            self._notice.say(_("It was sent to the printer."), "", Tone.GOOD)

    def _keep(self) -> None:
        chosen = ask_new_file(self, _("Save the recovery code"), "recovery-code.txt")
        if chosen is None:
            return
        try:
            self._save(chosen, self._code)
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


def save_code(path: Path, code: str) -> None:
    """Write a code into a file somebody chose.

    Raises:
        OSError: It could not be written.
    """
    write_atomically(path, f"{code}\n".encode())


def _in_lines(code: str) -> str:
    groups = code.split("-")
    return "\n".join(" - ".join(groups[at : at + _A_LINE]) for at in (0, _A_LINE))
