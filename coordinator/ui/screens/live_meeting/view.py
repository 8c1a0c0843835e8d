"""The room screen put together: agenda at the side, the person in the middle, the room beside.

Three columns where there is room for them; on a narrow window or with large letters what stands
at the sides comes below, and the agenda becomes a drop-down.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from coordinator.domain.live_views import LiveMeeting
from coordinator.ui.kit.boxes import column, fill, page, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.ui.screens.live_meeting.words import meeting_title
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_THREE, _TWO = 1180, 860
_AGENDA, _BESIDE = 290, 300


class LiveMeetingView(QWidget):
    """The whole screen.

    Signals:
        leave_asked: Back to the meeting's page.
    """

    leave_asked = Signal()

    def __init__(
        self,
        agenda: QWidget,
        top: Sequence[QWidget],
        centre: Sequence[QWidget],
        beside: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Live meeting"))
        self._title = label("", "section")
        self._agenda, self._beside_parts = agenda, list(beside)
        self._beside = QWidget()
        fill(self._beside, *beside, None, gap=M)
        self._side = _scrolling(self._beside)
        self._centre_box = column(*centre, gap=M)
        self.sheet = page(_holding(self._centre_box), None)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(px(M), 0, px(M), px(M))
        self._columns.setSpacing(px(M))
        for part, share in ((agenda, 0), (self.sheet, 1), (self._side, 0)):
            self._columns.addWidget(part, share)
        whole = column(self._head(top), gap=S)
        whole.addLayout(self._columns, 1)
        self.setLayout(whole)

    def show_meeting(self, meeting: LiveMeeting) -> None:
        """Head the screen with the meeting."""
        one = meeting.header.row
        self._title.setText(meeting_title(words_for(one.meeting_type), dates.long_day(one.on)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._agenda.setVisible(width >= px(_TWO))
        self._agenda.setFixedWidth(px(_AGENDA))
        is_beside = width >= px(_THREE)
        self._side.setVisible(is_beside)
        self._side.setFixedWidth(px(_BESIDE))

    def _head(self, top: Sequence[QWidget]) -> QFrame:
        leave = button(_("Leave the live meeting"), "link", "arrow-left")
        leave.clicked.connect(self.leave_asked)
        frame = QFrame()
        frame.setObjectName("top")
        box = row(leave, wide(self._title), *top, gap=M)
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        frame.setLayout(box)
        return frame


def _holding(box: QBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(box)
    return made


def _scrolling(inner: QWidget) -> QScrollArea:
    inner.setObjectName("page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAccessibleName(_("Beside the item"))
    area.setWidget(inner)
    return area
