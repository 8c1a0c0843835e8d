"""What happened to a person, by day, the newest first; what changed behind each line."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.records.history import Happening, HistoryView
from coordinator.ui.kit.boxes import clear, column, fill, flow, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.wording import dates
from coordinator.wording.acts import act_words
from coordinator.wording.moves import move_lines
from coordinator.wording.translation import _


class Happened(QFrame):
    """The card of what happened.

    Signals:
        more_asked: What happened before what is shown.
    """

    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._days: list[date] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(S))
        self._older = button(_("Show earlier"), "link", name=_("Show what happened earlier"))
        self._older.clicked.connect(self.more_asked)
        self._title = heading("")
        fill(self, self._title, self._lines, flow(self._older), gap=M, margin=L)

    def show_history(self, history: HistoryView, today: date) -> None:
        """Show the newest of what happened."""
        self._title.setText(_("What happened"))
        clear(self._lines)
        self._days.clear()
        self.add_history(history, today)

    def add_history(self, history: HistoryView, today: date) -> None:
        """Show what happened before."""
        for one in history.happenings:
            day = one.at.astimezone(dates.HOME).date()
            if not self._days or self._days[-1] != day:
                self._days.append(day)
                self._lines.addWidget(label(dates.day(day, today), "strong"))
            self._lines.addWidget(_Line(one, history.names))
        if not self._days:
            self._lines.addWidget(label(_("Nothing has happened yet."), "quiet", wraps=True))
        self._older.setVisible(history.before is not None)


class _Line(QFrame):
    """One act; what it changed is told when somebody asks."""

    def __init__(self, one: Happening, names: Mapping[str, str]) -> None:
        super().__init__()
        self._one, self._names = one, names
        self._told: QWidget | None = None
        self._shows = False
        self._what = what = act_words(one.act, [move.kind for move in one.moves])
        about = ". ".join(
            filter(None, (dates.clock(one.at), names.get(one.by.hex, ""), one.reason))
        )
        self._words = column(label(what, wraps=True), label(about, "quiet", wraps=True), gap=0)
        if tuple(self._lines()):
            self._toggle = button(
                _("Show what changed"), "link", name=_("Show what changed: {what}", what=what)
            )
            self._toggle.clicked.connect(self._show_or_hide)
            self._words.addWidget(flow(self._toggle))
        fill(self, ruled(widened(holder(self._words))))

    def _lines(self) -> Iterable[str]:
        return move_lines(self._one.moves, self._names)

    def _show_or_hide(self) -> None:
        if self._told is None:
            lines = [label(words, wraps=True) for words in self._lines()]
            self._told = holder(column(*lines, gap=2))
            self._words.addWidget(self._told)
        self._shows = not self._shows
        self._told.setVisible(self._shows)
        words = _("Hide what changed") if self._shows else _("Show what changed")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(_("{show}: {what}", show=words, what=self._what))
