"""This week's widgets: the next meeting, the checklist of its week, and what waits beside it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.accountability import Proposal
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.week.this_week import ThisWeek
from coordinator.ui.kit.boxes import Columns, Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.boxes import row as row_of
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.screens.this_week import cards
from coordinator.ui.screens.this_week.beside import cards_beside
from coordinator.ui.screens.this_week.checklist import Checklist
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.chasing import Chase
from coordinator.wording import dates
from coordinator.wording.translation import _
from coordinator.wording.weeks import standing_in


class ThisWeekView(QWidget):
    """The week on one page.

    Signals:
        person_asked: Somebody is to be opened (UUID).
        referral_asked: A referral (UUID).
        meeting_asked: A meeting (UUID).
        hold_asked: A meeting is to be gone into, and opened on the way (UUID).
        agency_asked: What an agency has due (UUID, or nothing for no agency).
        asked: Something by name: `leads`, `overdue`, `ownerless`, `referrals`, `meetings`,
            `first_referral`, `bring_in`, `directory`, `cover_sheet`, `answers`, `late_answers`,
            `outreach`, `to_raise`, `tonight`, `access`, `astray`, `quality` (str).
        told: Something is to be said to everybody at the page (str).
        came_back: Somebody looks at the page, at first or after something else was shown.
        text_taken: A text is wanted for an agency, to be copied (TakenText).
    """

    person_asked = Signal(object)
    referral_asked = Signal(object)
    meeting_asked = Signal(object)
    hold_asked = Signal(object)
    agency_asked = Signal(object)
    asked = Signal(str)
    told = Signal(str)
    text_taken = Signal(object)
    came_back = Signal()

    def __init__(self, panel: str) -> None:
        super().__init__()
        self.setAccessibleName(_("This week"))
        self.sheets = Sheets(self)
        self._panel = panel
        self._when = label("", "quiet", wraps=True)
        self._top, self._side, self._raising = _parts(), _parts(), _parts()
        self.checklist = Checklist()
        head = holder(column(heading(_("This week"), "title"), self._when, gap=2))
        self._cover = button(
            _("Cover sheet"), icon="file-text", name=_("Cover sheet for a deputy")
        )
        self._cover.clicked.connect(lambda: self.asked.emit("cover_sheet"))
        left = holder(column(self.checklist, None))
        right = holder(column(self._side, self._raising, None, gap=L))
        both = Columns(900, (left, 3), (right, 2))
        self.sheet = page(Head(head, self._cover), self._top, both, None)
        fill(self, self.sheet)

    def show_week(self, week: ThisWeek, today: date) -> None:
        """Show the week as it stands on a day."""
        monday = today - timedelta(days=today.weekday())
        span = dates.period(monday, monday + timedelta(days=6))
        self._when.setText(_("{panel}. {days}", panel=self._panel, days=span))
        self._cover.setVisible(not _is_new(week))
        refill(self._top, self._heads(week, today))
        self.checklist.setVisible(bool(week.steps))
        self.checklist.show_steps(week.steps, week.due, today)
        refill(self._side, self._beside(week, today))

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""
        return self.isVisible()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show what could be raised; nothing where there is nothing."""
        found = cards.raising_card(proposals, lambda: self.asked.emit("to_raise"))
        refill(self._raising, [found] if found else [])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_back.emit()

    def show_texts(self, title: str, texts: Sequence[Chase]) -> None:
        """Show the texts for agencies, or that there is nothing to send."""
        if not texts:
            self.told.emit(_("There is nothing to send to any agency."))
            return
        form = ChaseForm(self, texts, title=title)
        form.taken.connect(self.text_taken)
        form.copied.connect(self.told)
        self.sheets.show(form)

    def _heads(self, week: ThisWeek, today: date) -> list[QWidget]:
        if not week.is_fresh:
            held = [self._under_way(week.under_way)] if week.under_way else []
            return [*held, self._meeting(week, today)]
        if week.meeting is None:
            return [self._begin()]
        return [self._meeting(week, today), self._begin()]

    def _begin(self) -> QFrame:
        """Show what a new panel does first."""
        told = _(
            "Paste the people and the actions from the spreadsheet you kept before. Initials are"
            " enough; you see what comes in before anything is written."
        )
        bring_in = button(_("Bring people and actions in"), "primary")
        bring_in.clicked.connect(lambda: self.asked.emit("bring_in"))
        steps = [
            bring_in,
            self._doing(_("Refer the first person"), "first_referral", "inbox"),
            self._doing(_("Put the meetings in the calendar"), "meetings", "calendar"),
            self._doing(_("Agencies, people in post, seats"), "directory", "user-round-search"),
        ]
        return card(heading(_("Begin here")), label(told, wraps=True), flow(*steps), name="lead")

    def _doing(self, words: str, what: str, icon: str, kind: str = "") -> QWidget:
        made = button(words, kind, icon)
        made.clicked.connect(lambda: self.asked.emit(what))
        return made

    def _under_way(self, row: MeetingRow) -> QFrame:
        """Lead back into the meeting that is held."""
        about = column(
            row_of(label(_("Meeting under way"), "quiet"), None),
            heading(dates.long_day(row.on)),
            gap=2,
        )
        return card(
            Head(holder(about), self._holding(_("Go on with the meeting"), row)), name="lead"
        )

    def _holding(self, words: str, row: MeetingRow) -> QPushButton:
        made = button(words, "primary")
        made.clicked.connect(lambda: self.hold_asked.emit(row.id))
        return made

    def _meeting(self, week: ThisWeek, today: date) -> QFrame:
        covers = [
            label(standing_in(one, today, is_me=one.professional_id == week.sitter), wraps=True)
            for one in week.covers
        ]
        if week.meeting is None:
            none = heading(_("No meeting is in the calendar yet."))
            make = self._doing(_("Put one in the calendar"), "meetings", "calendar")
            parts = [label(_("Next meeting"), "quiet"), none, *covers, flow(make)]
            return card(*parts, name="lead")
        row = week.meeting
        when = _("{day}, {time}", day=dates.long_day(row.on), time=dates.clock(row.starts_at))
        near = Chip(_nearness(row.on, today))
        about = column(
            row_of(label(_("Next meeting"), "quiet"), near, None),
            heading(when),
            label(_where(week), wraps=True),
            *covers,
            gap=2,
        )
        opener = button(_("Open the meeting"))
        opener.clicked.connect(lambda: self.meeting_asked.emit(row.id))
        can_begin = row.on == today and week.under_way is None
        begin = [self._holding(_("Begin the meeting"), row)] if can_begin else []
        return card(Head(holder(about), opener, *begin), name="lead")

    def _beside(self, week: ThisWeek, today: date) -> list[QWidget]:
        if week.is_fresh:
            return []
        return cards_beside(week, today, self)


def _is_new(week: ThisWeek) -> bool:
    """Whether the panel has neither people nor a meeting yet."""
    return week.is_fresh and week.meeting is None


def _parts() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(px(L))
    return made


def _nearness(on: date, today: date) -> Mark:
    words = dates.ago(on, today)
    near = (on - today).days <= 1
    shown = words[:1].upper() + words[1:]
    return Mark(shown, Tone.CAREFUL if near else Tone.NEUTRAL, "clock")


def _where(week: ThisWeek) -> str:
    row = week.meeting
    if row is None:
        return ""
    place = row.place or _("No place is noted yet")
    return _("{place}. {length}.", place=place, length=dates.length(row.minutes_planned))
