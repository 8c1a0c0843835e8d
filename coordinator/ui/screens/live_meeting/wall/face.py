"""The face of the display: the item that is open, in letters that are read from across the room.

Letters are as large as the screen allows; when much was agreed they grow smaller before anything
is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from coordinator.domain.meetings.wall import WallAction, WallItem
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.boxes import Part, clear, column, fill, holder, row, wide
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.screens.live_meeting.wall.shown import Seen, Shown
from coordinator.ui.screens.live_meeting.wall.words import (
    came_of,
    heading_of,
    seen_words,
    time_words,
    who_of,
    why_of,
)
from coordinator.wording import dates
from coordinator.wording.translation import _

_USUAL_HEIGHT, _USUAL_WIDTH = 1080, 1920
_TITLE, _SECTION, _BODY, _SMALL = 92, 40, 40, 32
_LEAST, _SMALLEST, _A_LITTLE_LESS, _TRIES = 0.4, 0.5, 0.97, 3
_MOST = 7
"""Actions of one kind; more are not read from across a room."""
_SIGNS = {
    ActionStatus.DONE: ("circle-check", "good"),
    ActionStatus.NOT_NEEDED: ("circle-check", "quiet"),
    ActionStatus.COULD_NOT: ("circle-alert", "careful"),
    ActionStatus.NOT_DONE: ("circle-alert", "careful"),
    ActionStatus.IN_PROGRESS: ("circle-dot", "accent"),
    ActionStatus.PARTLY_DONE: ("circle-dot", "accent"),
}


class WallFace(QWidget):
    """All that the room sees."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown = Shown(Seen.NOTHING)
        self._scale = 1.0
        self._inside = QVBoxLayout()
        self.setLayout(self._inside)
        self._time: tuple[QLabel, QProgressBar] | None = None

    def show_this(self, shown: Shown) -> None:
        """Show this in place of what stood there."""
        before, self._shown = self._shown, shown
        if self._inside.count() and replace(before, minutes_used=shown.minutes_used) == shown:
            self._show_time()
        else:
            self._lay_out()

    def wipe(self) -> None:
        """Forget what stood there."""
        self._shown = Shown(Seen.NOTHING)
        self._time = None
        clear(self._inside)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)  # letters follow the window, never the window the letters

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._inside.count():
            self._lay_out()

    def _lay_out(self) -> None:
        room = max(min(self.width() / _USUAL_WIDTH, self.height() / _USUAL_HEIGHT), _LEAST)
        self._scale = room
        for _again in range(_TRIES):
            self._fill()
            fits = self.height() / max(self._height_needed(), 1)
            if fits >= 1 or self._scale <= room * _SMALLEST:
                break
            # Smaller letters take fewer lines as well: height goes with the square.
            self._scale = max(self._scale * sqrt(fits) * _A_LITTLE_LESS, room * _SMALLEST)
        self._show_time()

    def _fill(self) -> None:
        self._time = None
        clear(self._inside)
        side = self._length(56)
        self._inside.setContentsMargins(side, self._length(40), side, self._length(40))
        self._inside.setSpacing(self._length(24))
        self._put(self._head())
        item = self._shown.item
        if self._shown.seen is Seen.WAIT:
            self._put_in_the_middle(_("Please wait"))
        elif item is None:
            self._put_in_the_middle(self._shown.panel, self._shown.meeting)
        else:
            for part in self._parts_of(item):
                self._put(part)
            self._inside.addStretch(1)

    def _put(self, part: QWidget) -> None:
        self._inside.addWidget(part)
        part.show()  # at once, not when the next event is due: the room sees no empty display

    def _height_needed(self) -> int:
        if self._inside.hasHeightForWidth():
            return self._inside.totalHeightForWidth(self.width())
        return self._inside.totalSizeHint().height()

    def _head(self) -> QWidget:
        item = self._shown.item
        parts: list[Part] = [wide(self._words(self._shown.panel, _SMALL, quiet=True))]
        if item is not None:
            count = _("Item {number} of {all}", number=item.number, all=item.of)
            parts.append(self._words(count, _SMALL, quiet=True, wraps=False))
        parts.append(self._words(seen_words(self._shown.seen), _SMALL, strong=True, wraps=False))
        return holder(row(*parts, gap=40))

    def _put_in_the_middle(self, title: str, below: str = "") -> None:
        self._inside.addStretch(1)
        for words, size in ((title, _TITLE), (below, _SECTION)):
            if words:
                made = self._words(words, size, strong=size == _TITLE, quiet=size != _TITLE)
                made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._put(made)
        self._inside.addStretch(2)

    def _parts_of(self, item: WallItem) -> Iterable[QWidget]:
        title = wide(self._words(heading_of(item), _TITLE, strong=True))
        yield holder(row(title, self._clock(), gap=40))
        about = [self._words(why_of(item), _BODY, quiet=True)] if why_of(item) else []
        if item.outcome_sought:
            sought = _("Sought today: {words}", words=item.outcome_sought)
            about.append(self._words(sought, _BODY))
        if about:
            yield holder(column(*about, gap=4))
        left, right = self._before(item), self._today(item)
        both = [one for one in (left, right) if one is not None]
        if both:
            yield self._beside(both)

    def _beside(self, parts: Sequence[QWidget]) -> QWidget:
        made = row(gap=56)
        for one in parts:
            made.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        return holder(made)

    def _clock(self) -> QWidget:
        words, bar = self._words("", _SECTION, wraps=False), QProgressBar()
        words.setAlignment(Qt.AlignmentFlag.AlignRight)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Time on this item"))
        self._time = (words, bar)
        return holder(column(words, bar, None, gap=8))

    def _before(self, item: WallItem) -> QWidget | None:
        if not item.open_actions:
            return None
        lines: list[QWidget] = [self._words(_("Open actions"), _SECTION, strong=True)]
        lines += [self._open_action(one) for one in item.open_actions[:_MOST]]
        return self._list(lines, len(item.open_actions) - _MOST)

    def _today(self, item: WallItem) -> QWidget | None:
        lines: list[QWidget] = []
        if item.agreed:
            lines.append(self._words(_("Agreed today"), _SECTION, strong=True))
            lines += [self._agreed(one) for one in item.agreed[-_MOST:]]
        if item.decisions:
            lines.append(self._words(_("Decided"), _SECTION, strong=True))
            lines += [self._two(one.text, one.reason) for one in item.decisions]
        if item.next_review_on is not None:
            when = dates.day(item.next_review_on, self._shown.today)
            lines.append(self._words(_("Next review {day}", day=when), _BODY, strong=True))
        return self._list(lines, len(item.agreed) - _MOST) if lines else None

    def _list(self, lines: list[QWidget], more: int) -> QWidget:
        if more > 0:
            lines.append(self._words(_("and {count} more", count=more), _SMALL, quiet=True))
        made = QWidget()
        fill(made, *lines)
        box = made.layout()
        if box is not None:
            box.setSpacing(self._length(20))
        return made

    def _open_action(self, action: WallAction) -> QWidget:
        what = came_of(action, self._shown.today)
        if action.text:
            words = self._two(action.text, f"{who_of(action)}. {what}")
        else:
            words = self._two(action.number, f"{action.agency}. {what}")
        picture, tint = _SIGNS.get(action.status, ("circle", "edge"))
        mark = sign(picture, tint, round(self._length(38) / px(1)) if px(1) else 18)
        made = row(gap=20)
        made.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        made.addWidget(words, 1)
        return holder(made)

    def _agreed(self, action: WallAction) -> QWidget:
        due = dates.day(action.due_on, self._shown.today)
        return self._two(action.text, f"{who_of(action)}. {_('By {day}', day=due)}")

    def _two(self, above: str, below: str) -> QWidget:
        parts = [self._words(above, _BODY)]
        if below:
            parts.append(self._words(below, _SMALL, quiet=True))
        return holder(column(*parts, gap=2))

    def _words(
        self,
        text: str,
        size: int,
        *,
        strong: bool = False,
        quiet: bool = False,
        wraps: bool = True,
    ) -> QLabel:
        made = label(text, "wall-quiet" if quiet else "wall", wraps=wraps)
        font = QFont(made.font())
        font.setPixelSize(max(self._length(size), 1))
        font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
        made.setFont(font)
        return made

    def _length(self, length: float) -> int:
        return round(length * self._scale)

    def _show_time(self) -> None:
        item = self._shown.item
        if item is None or self._time is None:
            return
        used = self._shown.minutes_used
        words, bar = self._time
        words.setText(time_words(used, item.minutes_planned))
        bar.setRange(0, max(item.minutes_planned, 1))
        bar.setValue(min(used, max(item.minutes_planned, 1)))
