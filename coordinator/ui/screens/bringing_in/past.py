"""What was brought in before, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.returns.imports import ImportRow
from coordinator.ui.kit.boxes import fill, refill, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import L, M, S, Tone
from coordinator.wording.bringing import past_line
from coordinator.wording.translation import _

_MOST = 5


class Past(QFrame):
    """The imports of this store, the newest first.

    Signals:
        take_back_asked: One is to be taken back as a whole (UUID of its act).
    """

    take_back_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._rows: Sequence[ImportRow] = ()
        self._all = False
        self._lines = QVBoxLayout()
        self._more = button("", "link")
        self._more.clicked.connect(self._show_all)
        self._lines.setSpacing(S)
        fill(self, heading(_("Brought in before")), self._lines, self._more, gap=M, margin=L)

    @property
    def has_rows(self) -> bool:
        """Whether anything was brought in before."""
        return bool(self._rows)

    def show_rows(self, rows: Sequence[ImportRow]) -> None:
        """Show what was brought in."""
        self._rows = rows
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        shown = self._rows if self._all else self._rows[:_MOST]
        refill(self._lines, [self._line(one) for one in shown])
        more = _("Show all {count}", count=len(self._rows))
        self._more.setText(more)
        self._more.setAccessibleName(more)
        self._more.setVisible(len(self._rows) > len(shown))

    def _line(self, one: ImportRow) -> QWidget:
        words = past_line(one)
        if one.is_undone:
            state: QWidget = Chip(Mark(_("Taken back"), Tone.NEUTRAL, "history"))
        else:
            name = _("Take this import back: {what}", what=words)
            state = button(_("Take this import back"), "link", name=name)
            state.clicked.connect(lambda: self.take_back_asked.emit(one.act))
        return ruled(wide(label(words, wraps=True)), state)
