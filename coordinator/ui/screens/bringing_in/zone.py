"""Where a sheet comes from: pasted cells, a chosen file, or one that is dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from coordinator.sheets.columns import Target
from coordinator.ui.kit.boxes import column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.folders import ask_file
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tokens import XS, L, M
from coordinator.wording.translation import _


class Zone(QFrame):
    """Says how a sheet is handed over, and takes it.

    Signals:
        text_given: Cells that were pasted (str).
        file_given: A file (Path).
        target_chosen: What the rows are (Target), or that the columns tell (nothing).
    """

    text_given = Signal(str)
    file_given = Signal(object)
    target_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lead")
        self.paste = button(_("Paste"), "primary")
        self.paste.clicked.connect(self.take_clipboard)
        file = button(_("Choose a file"), icon="folder-open")
        file.clicked.connect(self._choose_file)
        self._target = picker(
            [
                (_("By its columns"), None),
                (_("People"), Target.PEOPLE),
                (_("Actions"), Target.ACTIONS),
                (_("Counts of demand"), Target.DEMAND),
            ]
        )
        self._target.setAccessibleName(_("What the rows are"))
        self._target.activated.connect(self._tell_target)
        self._fault = label("", "fault", wraps=True)
        self._fault.hide()
        how = _(
            "Copy the rows in your spreadsheet, with the names of the columns above them, and"
            " press Ctrl+V here. Or drop a file on this page: .xlsx, .xls, .ods or .csv."
        )
        enough = _("Initials are enough for a person. Nothing is written before you say so.")
        words = column(
            heading(_("Paste cells, or drop a file")),
            label(how, wraps=True),
            label(enough, "quiet", wraps=True),
            gap=XS,
        )
        fill(
            self,
            holder(words),
            self._fault,
            flow(self.paste, file, self._target),
            gap=M,
            margin=L,
        )

    def show_target(self, target: Target | None) -> None:
        """Show what the rows are taken for."""
        choose(self._target, target)

    def show_fault(self, sentence: str) -> None:
        """Say why the last sheet could not be taken; nothing when all is well."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def take_clipboard(self) -> None:
        """Take what lies on the clipboard: cells, or a file that was copied."""
        # An empty clipboard gives nothing at all, whatever the stubs of Qt say.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take(data):
            self.show_fault(_("There is nothing on the clipboard to paste. Copy the rows first."))

    def take(self, data: QMimeData) -> bool:
        """Take a file or cells out of what was dropped or copied; tells whether there were any."""
        if (path := file_in(data)) is not None:
            self.file_given.emit(path)
            return True
        if data.hasText() and data.text().strip():
            self.text_given.emit(data.text())
            return True
        return False

    def _choose_file(self) -> None:
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        chosen = ask_file(self, _("Choose a spreadsheet"), kinds)
        if chosen is not None:
            self.file_given.emit(chosen)

    def _tell_target(self, _at: int) -> None:
        self.target_chosen.emit(value_of(self._target))


def file_in(data: QMimeData) -> Path | None:
    """Give the first file on this computer among what was dropped or copied."""
    found = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in found if path.is_file()), None)
