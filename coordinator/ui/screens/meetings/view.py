"""The widgets of Meetings: what is coming, what is unsigned, the series, and what was before."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.meetings.series import SeriesDay
from coordinator.domain.meetings.views import MeetingRow, SeriesRow
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.boxes import (
    Columns,
    Head,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    row,
    ruled,
)
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.screens.meetings.presenter import Calendar
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_SOON = 7  # days within which minutes are still fresh
_EARLIER = 20
_NEXT_STEP = {
    MeetingStatus.HELD: N_("Minutes to draft"),
    MeetingStatus.MINUTES_DRAFT: N_("Minutes to issue"),
    MeetingStatus.MINUTES_ISSUED: N_("Chair to approve"),
}


class MeetingsView(QWidget):
    """The calendar on one page.

    Signals:
        meeting_asked: One is to be opened (UUID).
        hold_asked: One is to be gone into, and opened on the way (MeetingRow).
        next_asked: The next meeting of a series (UUID), on the day that is shown as its next.
        series_asked: A series is to begin.
        single_asked: A meeting of its own.
        change_asked: A series is to change (SeriesRow).
        end_asked: A series is to end (SeriesRow).
        more_asked: Meetings further back.
        huddle_asked: The outreach huddle begins now.
    """

    meeting_asked = Signal(object)
    hold_asked = Signal(object)
    next_asked = Signal(object, object)
    series_asked = Signal()
    single_asked = Signal()
    change_asked = Signal(object)
    end_asked = Signal(object)
    more_asked = Signal()
    huddle_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Meetings"))
        self.sheets = Sheets(self)
        self._today, self._may_run = date.min, False
        self._all_earlier = False
        self._count = label("", "quiet", wraps=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(L))
        self._single = button(_("A single meeting"), icon="plus")
        self._single.clicked.connect(self.single_asked)
        self._start = button(_("Start a series"), icon="calendar-clock")
        self._start.clicked.connect(self.series_asked)
        self._huddle = button(_("Outreach huddle now"), icon="users")
        self._huddle.clicked.connect(self.huddle_asked)
        for part in (self._huddle, self._single, self._start):
            part.hide()  # until it is known whether somebody may press them
        head = holder(column(heading(_("Meetings"), "title"), self._count, gap=2))
        buttons = (self._huddle, self._single, self._start)
        self.sheet = page(Head(head, *buttons), self._body, None)
        fill(self, self.sheet)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show the calendar."""
        self._today, self._may_run = calendar.today, calendar.may_run
        for part in (self._huddle, self._single, self._start):
            part.setVisible(calendar.may_run)
        coming = ngettext("{count} coming", "{count} coming", len(calendar.coming))
        waiting = ngettext("{count} unsigned", "{count} unsigned", len(calendar.unsigned))
        self._count.setText(_("{coming}, {waiting}", coming=coming, waiting=waiting))
        left = holder(column(self._coming(calendar), self._unsigned(calendar), None, gap=L))
        right = holder(column(self._series(calendar), None, gap=L))
        parts: list[QWidget] = [Columns(820, (left, 3), (right, 2))]
        if calendar.earlier:
            parts.append(self._earlier(calendar))
        refill(self._body, parts)

    def _coming(self, calendar: Calendar) -> QFrame:
        if not calendar.coming:
            told = label(_("No meeting is in the calendar. A series puts the next one there."))
            told.setWordWrap(True)
            return card(heading(_("Coming")), told, name="lead")
        lines = [self._line(one, _nearness(one, self._today)) for one in calendar.coming]
        return card(heading(_("Coming")), *lines, name="lead")

    def _unsigned(self, calendar: Calendar) -> QFrame:
        title = heading(_("Minutes to finish"))
        if not calendar.unsigned:
            return card(title, label(_("The minutes of every meeting are approved."), wraps=True))
        lines = [self._line(one, _waiting(one, self._today)) for one in calendar.unsigned]
        return card(title, *lines)

    def _earlier(self, calendar: Calendar) -> QFrame:
        shown = calendar.earlier if self._all_earlier else calendar.earlier[:_EARLIER]
        lines = [self._line(one, Mark(words_for(one.status))) for one in shown]
        more = button(_("Show earlier"), "link", name=_("Show earlier meetings"))
        more.clicked.connect(lambda: self._show_all(calendar))
        more.setVisible(calendar.has_more or len(shown) < len(calendar.earlier))
        return card(heading(_("Before")), *lines, row(more, None))

    def _show_all(self, calendar: Calendar) -> None:
        if self._all_earlier:
            self.more_asked.emit()
        else:
            self._all_earlier = True
            self.show_calendar(calendar)

    def _line(self, one: MeetingRow, mark: Mark) -> QFrame:
        when = _when(one, self._today)
        opener = button(_("Open"), "link", name=_("Open {meeting}", meeting=one.reference))
        opener.clicked.connect(lambda: self.meeting_asked.emit(one.id))
        about = ". ".join(filter(None, (one.reference, words_for(one.meeting_type), one.place)))
        words = holder(
            column(label(when, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0)
        )
        return ruled(widened(words), Chip(mark), opener, *self._holding(one))

    def _holding(self, one: MeetingRow) -> list[QPushButton]:
        is_held = one.status is MeetingStatus.IN_PROGRESS
        is_today = one.status in TO_COME and one.on == self._today
        if not is_held and not (is_today and self._may_run):
            return []
        words = _("Go on") if is_held else _("Begin")
        made = button(words, name=_("{words}: {meeting}", words=words, meeting=one.reference))
        made.clicked.connect(lambda: self.hold_asked.emit(one))
        return [made]

    def _series(self, calendar: Calendar) -> QFrame:
        title = heading(_("Series"))
        if not calendar.series:
            return card(title, label(_("No series yet. Most panels meet every week."), wraps=True))
        ordered = sorted(calendar.series, key=lambda one: not one.is_active)
        return card(title, *[self._one_series(one, may=calendar.may_run) for one in ordered])

    def _one_series(self, one: SeriesRow, *, may: bool) -> QFrame:
        words = column(
            label(one.name, "strong", wraps=True), label(_rhythm(one), "quiet", wraps=True), gap=2
        )
        if not one.is_active:
            return ruled(widened(holder(words)), Chip(Mark(_("Ended"))))
        if one.next_days:
            days = ", ".join(_day(on, self._today) for on in one.next_days)
            words.addWidget(label(_("Next days: {days}", days=days), wraps=True))
        if may:
            words.addWidget(flow(*self._series_buttons(one)))
        return ruled(widened(holder(words)))

    def _series_buttons(self, one: SeriesRow) -> tuple[QPushButton, ...]:
        put = button(_("Schedule the next"), name=_("Schedule the next of {name}", name=one.name))
        day = one.next_days[0].on if one.next_days else None
        put.clicked.connect(lambda: self.next_asked.emit(one.id, day))
        change = button(_("Change"), "link", name=_("Change {name}", name=one.name))
        change.clicked.connect(lambda: self.change_asked.emit(one))
        end = button(_("End"), "link", name=_("End {name}", name=one.name))
        end.clicked.connect(lambda: self.end_asked.emit(one))
        return put, change, end


def _when(one: MeetingRow, today: date) -> str:
    day, at = dates.day(one.on, today), dates.clock(one.starts_at)
    return _("{day}, {time}", day=day, time=at)


def _nearness(one: MeetingRow, today: date) -> Mark:
    if one.status is MeetingStatus.IN_PROGRESS:
        return Mark(words_for(one.status), Tone.CAREFUL, "circle-dot")
    if one.on < today:
        return Mark(_("Its day has passed"), Tone.CAREFUL, "clock")
    if one.status is MeetingStatus.AGENDA_ISSUED:
        return Mark(words_for(one.status), Tone.GOOD, "check")
    near = dates.ago(one.on, today)
    return Mark(near[:1].upper() + near[1:], Tone.NEUTRAL, "clock")


def _waiting(one: MeetingRow, today: date) -> Mark:
    is_late = one.status is not MeetingStatus.MINUTES_ISSUED and (today - one.on).days > _SOON
    return Mark(_(_NEXT_STEP[one.status]), Tone.CAREFUL if is_late else Tone.NEUTRAL, "pen-line")


def _rhythm(one: SeriesRow) -> str:
    often = _("Every week") if one.rhythm.every_weeks == 1 else _("Every two weeks")
    weekday = dates.long_day(one.rhythm.first_on).split()[0]
    parts = (
        _("{often}, {weekday} {time}", often=often, weekday=weekday, time=_at(one)),
        dates.length(one.minutes_planned),
        one.place,
    )
    return ". ".join(filter(None, parts))


def _at(one: SeriesRow) -> str:
    return dates.clock(one.rhythm.starts_at)


def _day(one: SeriesDay, today: date) -> str:
    words = dates.day(one.on, today)
    return _("{day} (bank holiday)", day=words) if one.is_closed else words
