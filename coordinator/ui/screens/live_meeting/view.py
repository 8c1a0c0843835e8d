"""The room screen put together: agenda at the side, the person in the middle, the room beside.

Three columns where there is room for them; on a narrow window or with large letters what stands
at the sides comes below, and the agenda becomes a drop-down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coordinator.domain.meetings.live_views import LiveMeeting
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page, row, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.labels import heading
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.ui.screens.live_meeting.joined import Instead
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.words import meeting_title
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_THREE, _TWO = 1180, 860
_AGENDA, _BESIDE, _WIDEST = 290, 300, 16_000


@dataclass(frozen=True, slots=True)
class Columns:
    """The parts by where they stand, each column in its order."""

    top: Sequence[QWidget]
    centre: Sequence[QWidget]
    beside: Sequence[QWidget]
    below: Sequence[QWidget] = ()


class LiveMeetingView(QWidget):
    """The whole screen.

    Signals:
        leave_asked: Back to the meeting's page.
    """

    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Live meeting"))
        self._title = heading("", "section")
        self._is_folded = self._is_unfolded = False
        self._instead: Instead | None = None
        self.unfold = action(_("Agenda"), Key.LIVE_AGENDA, self._go_to_agenda)

    def put_together(self, agenda: QWidget, columns: Columns, go_on: QAction) -> None:
        """Put the parts in their places; once.

        Args:
            agenda: The part at the side.
            columns: What stands in the other places.
            go_on: To the next line; a button of its own while the agenda is folded away.
        """
        self._agenda = agenda
        self._beside = QWidget()
        fill(self._beside, *columns.beside, None, gap=M)
        self._side = _scrolling(self._beside)
        self._centre = column(*columns.centre, gap=M)
        self.sheet = page(holder(self._centre), None)
        _align(self.sheet)
        self._fold_buttons = flow(
            button_for(self.unfold, icon="list-checks"), button_for(go_on, "primary")
        )
        self._middle = row(agenda, self.sheet, self._side, gap=M)
        self._middle.setStretch(1, 1)
        self._middle.setContentsMargins(px(M), 0, px(M), px(M))
        whole = column(self._head(columns.top), *columns.below, gap=S)
        whole.addLayout(self._middle, 1)
        self.setLayout(whole)
        for one in (agenda, *columns.centre, *columns.beside):
            _tighten(one)

    def put_instead(self, pages: Iterable[Instead]) -> None:
        """Take pages that stand in the place of the items when they are open."""
        for one in pages:
            _tighten(one)
            for area in one.findChildren(QScrollArea):
                _align(area)
            self._middle.insertWidget(self._middle.indexOf(self.sheet) + 1, one, 1)
            one.hide()
            one.opened.connect(partial(self._show_instead, one))

    def show_meeting(self, meeting: LiveMeeting) -> None:
        """Head the screen with the meeting."""
        one = meeting.header.row
        self._title.setText(meeting_title(words_for(one.meeting_type), dates.long_day(one.on)))

    def fold_again(self) -> None:
        """A line was chosen: where only one has room, the item is shown, not the agenda."""
        self._is_unfolded = False
        self._place(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width())

    def _place(self, width: int) -> None:
        self._is_folded = width < px(_TWO)
        is_unfolded = self._is_folded and self._is_unfolded
        self._agenda.setVisible(not self._is_folded or is_unfolded)
        self._agenda.setMaximumWidth(px(_WIDEST) if is_unfolded else px(_AGENDA))
        self._agenda.setMinimumWidth(0 if is_unfolded else px(_AGENDA))
        self.sheet.setVisible(not is_unfolded and self._instead is None)
        if self._instead is not None:
            self._instead.setVisible(not is_unfolded)
        self._fold_buttons.setVisible(self._is_folded)
        self._put_beside(is_below=width < px(_THREE))

    def _show_instead(self, page: Instead, is_open: bool) -> None:  # noqa: FBT001 - a signal's slot
        if self._instead is not None and self._instead is not page:
            self._instead.hide()
        page.setVisible(is_open)
        self._instead = page if is_open else None
        self._is_unfolded = False
        self._place(self.width())

    def _put_beside(self, *, is_below: bool) -> None:
        is_there = self._side.widget() is None
        if is_below and not is_there:
            self._centre.addWidget(self._side.takeWidget())
            self._beside.show()
        elif not is_below and is_there:
            self._centre.removeWidget(self._beside)
            self._side.setWidget(self._beside)
        self._side.setVisible(not is_below)
        self._side.setFixedWidth(px(_BESIDE))

    def _go_to_agenda(self) -> None:
        self._is_unfolded = True
        self._place(self.width())
        self._agenda.setFocus()

    def _head(self, top: Sequence[QWidget]) -> QFrame:
        leave = button(_("Leave"), "link", "arrow-left", name=_("Leave the live meeting"))
        leave.clicked.connect(self.leave_asked)
        words = holder(row(leave, wide(self._title), gap=M))
        frame = QFrame()
        frame.setObjectName("top")
        box = row(wide(Head(words, *top, self._fold_buttons)))  # so large letters need two lines
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        frame.setLayout(box)
        return frame


def _align(sheet: QScrollArea) -> None:
    """Let a page begin where its column does: the columns have their room around them."""
    inner = sheet.widget()
    if inner is not None and inner.objectName() == "page" and (box := inner.layout()) is not None:
        box.setContentsMargins(0, 0, px(S), 0)


def _tighten(part: QWidget) -> None:
    """Take some air out of the cards of a part: what the room needs at once is seen at once."""
    for frame in part.findChildren(QFrame):
        if frame.objectName() in {"card", "lead"} and (box := frame.layout()) is not None:
            box.setContentsMargins(px(L), px(M), px(L), px(M))


def _scrolling(inner: QWidget) -> QScrollArea:
    inner.setObjectName("page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(_("Beside the item"))
    area.setWidget(inner)
    return area
