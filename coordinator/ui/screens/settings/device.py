"""The part about this device: where stores lie, help, the version and the licences."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

import coordinator
from coordinator.reference.licences import Licence
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import picker, value_of
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M, Tone
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _


class DevicePart(QWidget):
    """Where stores lie on this computer, help, the version and the licences.

    Signals:
        keys_asked: The list of keys.
        report_asked: The problem report.
        licences_asked: The licence texts.
        forget_asked: A store is to be forgotten here (Path).
    """

    keys_asked = Signal()
    report_asked = Signal()
    licences_asked = Signal()
    forget_asked = Signal(object)

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._warning = NoticeLine()
        self._others = QVBoxLayout()
        self._others.setSpacing(px(M))
        self._keys = button(_("Keys"), "", "keyboard")
        report, licences = button(_("Problem report")), button(_("Licences"))
        self._keys.clicked.connect(self.keys_asked)
        report.clicked.connect(self.report_asked)
        licences.clicked.connect(self.licences_asked)
        where = label(str(store), "strong", wraps=True)
        where.setAccessibleName(_("Folder of the store: {folder}", folder=store))
        words = _(
            "Coordinator {version}. Free software, MIT licence; it sends nothing anywhere.",
            version=coordinator.__version__,
        )
        fill(
            self,
            heading(_("This device")),
            self._warning,
            card(label(_("This store lies in"), "quiet"), where, gap=XS),
            card(heading(_("Other stores opened here")), self._others),
            card(heading(_("Help")), flow(self._keys, report)),
            card(heading(_("The program")), label(words, wraps=True), flow(licences)),
            None,
            gap=L,
        )

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self._keys

    def show_place(self, trouble: Notice | None) -> None:
        """Warn about the place of the store, if there is something to warn about."""
        self._warning.setVisible(trouble is not None)
        if trouble is not None:
            then = _("Close the program and move the folder to this computer's own disk.")
            self._warning.say(trouble.what, then, Tone.URGENT)

    def show_others(self, stores: Sequence[Path]) -> None:
        """Show which other stores this device remembers."""
        lines: list[QWidget] = [self._line(one) for one in stores]
        refill(self._others, lines or [label(_("None is remembered."), "quiet")])

    def _line(self, store: Path) -> QWidget:
        forget = button(_("Forget"), "link", name=_("Forget {folder}", folder=store))
        forget.setToolTip(_("Leaves the folder as it is."))
        forget.clicked.connect(partial(self.forget_asked.emit, store))
        return ruled(wide(label(str(store), wraps=True)), forget)


class LicencesDialog(QDialog):
    """The licence texts of the program and of what it is made with."""

    def __init__(self, parent: QWidget, licences: Sequence[Licence]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Licences"))
        self.setAccessibleName(self.windowTitle())
        self._which = picker([(one.name, one) for one in licences])
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("Text of the licence"))
        self._which.currentIndexChanged.connect(lambda _at: self._show())
        done = button(_("Close"), "primary")
        done.clicked.connect(self.accept)
        fill(
            self,
            holder(column(heading(_("Licences")))),
            Field(_("Of"), self._which),
            self._text,
            row(None, done),
            gap=M,
            margin=L,
        )
        room = parent.window().size()
        self.resize(min(px(720), room.width()), min(px(560), room.height()))
        self._show()

    def _show(self) -> None:
        one = value_of(self._which)
        if isinstance(one, Licence):
            self._text.setPlainText(one.text)
