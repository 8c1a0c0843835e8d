"""This week's widgets: what must be done before the next meeting, at a glance."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.leads import Absence, LeadlessCase
from coordinator.domain.meeting_views import MeetingRow
from coordinator.domain.referrals import ReferralRow
from coordinator.domain.this_week import AgencyDue, ThisWeek
from coordinator.ui.kit.boxes import Columns, card, column, fill, holder, page, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.kit.words import chosen, listed
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_MOST = 6
_LONG = 14  # days without a lead after which the chip is told apart
_WHY = {
    Absence.NEVER: N_("New to the panel"),
    Absence.ENDED: N_("The last lead ended"),
    Absence.LEFT: N_("{name} has left"),
}


class ThisWeekView(QWidget):
    """The week on one page.

    Signals:
        person_asked: Somebody is to be opened (UUID).
        leads_asked: Everybody whose lead is to be agreed.
        overdue_asked: Everybody with an overdue action.
    """

    person_asked = Signal(object)
    leads_asked = Signal()
    overdue_asked = Signal()

    def __init__(self, panel: str) -> None:
        super().__init__()
        self.setAccessibleName(_("This week"))
        self._panel = panel
        self._when = label("", "quiet", wraps=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(L))
        head = column(heading(_("This week"), "title"), self._when, gap=2)
        self.sheet = page(head, self._body, None)
        fill(self, self.sheet)

    def show_week(self, week: ThisWeek, today: date) -> None:
        """Show the week as it stands on a day."""
        monday = today - timedelta(days=today.weekday())
        span = dates.period(monday, monday + timedelta(days=6))
        self._when.setText(_("{panel}. {days}", panel=self._panel, days=span))
        parts = [self._meeting(week, today), *self._columns(week, today)]
        refill(self._body, parts)

    def _columns(self, week: ThisWeek, today: date) -> list[QWidget]:
        left = holder(column(self._leads(week.leads_to_agree), self._due(week.due), None, gap=L))
        right = holder(
            column(
                self._referrals(week.referrals, today),
                *([self._unsigned(week.unsigned, today)] if week.unsigned else []),
                *([self._also(week)] if _has_more(week) else []),
                None,
                gap=L,
            )
        )
        return [Columns(820, (left, 1), (right, 1))]

    def _meeting(self, week: ThisWeek, today: date) -> QFrame:
        if week.meeting is None:
            return card(
                label(_("Next meeting"), "quiet"),
                heading(_("No meeting is in the calendar yet.")),
                name="lead",
            )
        steps = [
            _step(_("Referrals in by"), week.referrals_by, today),
            _step(_("Papers out by"), week.papers_by, today),
            _step(_("The panel meets"), week.meeting.on, today),
        ]
        about = column(
            label(_("Next meeting"), "quiet"),
            heading(_when(week.meeting)),
            label(_where(week.meeting), wraps=True),
            gap=2,
        )
        return card(about, Columns(640, *[(step, 1) for step in steps]), name="lead")

    def _leads(self, cases: Sequence[LeadlessCase]) -> QFrame:
        if not cases:
            return card(
                heading(_("Leads to agree")), label(_("Everybody has a lead professional."))
            )
        count = ngettext("{count} person", "{count} people", len(cases))
        lines = [self._leadless(one) for one in cases[:_MOST]]
        more = _more(len(cases), _("Show everybody without a lead"))
        more.clicked.connect(self.leads_asked)
        more.setVisible(len(cases) > _MOST)
        return card(
            _head(_("Leads to agree"), Mark(count, Tone.CAREFUL, "user-round-x")), *lines, more
        )

    def _leadless(self, one: LeadlessCase) -> QFrame:
        why = _(_WHY[one.why], name=one.former_lead)
        tone = Tone.CAREFUL if one.days >= _LONG else Tone.NEUTRAL
        name = listed(one.name, one.reference, initials_only=one.initials_only)
        since = dates.days(one.days) if one.days else _("Since today")
        mark = Mark(since, tone, "clock")
        about = _("{reference}. {why}", reference=one.reference, why=why)
        return self._person_line(one.person, name, about, mark)

    def _referrals(self, referrals: Sequence[ReferralRow], today: date) -> QFrame:
        if not referrals:
            return card(heading(_("Referrals waiting")), label(_("None is waiting.")))
        count = ngettext("{count} referral", "{count} referrals", len(referrals))
        lines = [self._referral(one, today) for one in referrals[:_MOST]]
        rest = len(referrals) - _MOST
        if rest > 0:
            lines.append(label(ngettext("and {count} more", "and {count} more", rest), "quiet"))
        return card(_head(_("Referrals waiting"), Mark(count, Tone.NEUTRAL, "inbox")), *lines)

    def _referral(self, one: ReferralRow, today: date) -> QFrame:
        name = chosen(one.name, one.reference)
        about = _(
            "{status}. From {agency}, {ago}",
            status=words_for(one.status),
            agency=one.agency or dates.not_recorded(),
            ago=dates.ago(one.referred_on, today),
        )
        mark = None if one.has_offer else Mark(_("No offer yet"), Tone.CAREFUL, "handshake")
        return self._person_line(one.person, name, about, mark)

    def _person_line(self, person: object, name: str, about: str, mark: Mark | None) -> QFrame:
        opener = button(_("Open"), "link", name=_("Open {name}", name=name))
        opener.clicked.connect(lambda: self.person_asked.emit(person))
        words = holder(
            column(label(name, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0)
        )
        chips = [Chip(mark)] if mark else []
        return ruled(widened(words), *chips, opener)

    def _due(self, due: Sequence[AgencyDue]) -> QFrame:
        if not due:
            return card(heading(_("Due by the meeting")), label(_("Nothing falls due by then.")))
        total, overdue = sum(one.due for one in due), sum(one.overdue for one in due)
        count = ngettext("{count} action", "{count} actions", total)
        lines: list[QWidget] = [_agency_line(one) for one in due[:_MOST]]
        if len(due) > _MOST:
            rest = ngettext(
                "and {count} more agency", "and {count} more agencies", len(due) - _MOST
            )
            lines.append(ruled(label(rest, "quiet")))
        people = button(_("People with overdue actions"), "link")
        people.clicked.connect(self.overdue_asked)
        people.setVisible(overdue > 0)
        return card(
            _head(_("Due by the meeting"), Mark(count, Tone.NEUTRAL, "list-checks")),
            *lines,
            row(people, None),
        )

    def _unsigned(self, meetings: Sequence[MeetingRow], today: date) -> QFrame:
        lines = [
            ruled(widened(label(_when(one), wraps=True)), Chip(Mark(words_for(one.status))))
            for one in meetings[:_MOST]
        ]
        count = ngettext("{count} meeting", "{count} meetings", len(meetings))
        return card(_head(_("Minutes to approve"), Mark(count, Tone.NEUTRAL, "pen-line")), *lines)

    def _also(self, week: ThisWeek) -> QFrame:
        lines = []
        if week.without_owner:
            lines.append(
                ngettext(
                    "{count} action has no owner in post.",
                    "{count} actions have no owner in post.",
                    week.without_owner,
                )
            )
        if week.disagreements:
            lines.append(
                ngettext(
                    "{count} entry says two things; somebody has to settle it.",
                    "{count} entries say two things; somebody has to settle them.",
                    week.disagreements,
                )
            )
        lines += [
            _("The sharing agreement of {agency} ends soon, or has ended.", agency=agency)
            for agency in week.agreements
        ]
        return card(heading(_("Also")), *[ruled(widened(label(one, wraps=True))) for one in lines])


def _has_more(week: ThisWeek) -> bool:
    return bool(week.without_owner or week.disagreements or week.agreements)


def _head(title: str, mark: Mark) -> QWidget:
    return holder(row(widened(heading(title)), Chip(mark)))


def _more(count: int, words: str) -> QPushButton:
    return button(_("{words} ({count})", words=words, count=count), "link")


def _step(what: str, on: date | None, today: date) -> QFrame:
    words = holder(column(label(what, "quiet"), label(dates.day(on, today), "strong"), gap=0))
    return ruled(widened(words), Chip(_nearness(on, today)))


def _nearness(on: date | None, today: date) -> Mark:
    if on is None:
        return Mark(dates.not_recorded())
    if on < today:
        return Mark(_("Passed"), Tone.NEUTRAL, "check")
    near = (on - today).days <= 1
    words = dates.ago(on, today)
    return Mark(words[:1].upper() + words[1:], Tone.CAREFUL if near else Tone.NEUTRAL, "clock")


def _agency_line(one: AgencyDue) -> QFrame:
    counts = _("{count} due", count=one.due)
    if one.overdue:
        counts = _("{count} due, {late} of them overdue", count=one.due, late=one.overdue)
    return ruled(widened(label(one.name or _("No agency"), wraps=True)), label(counts, "quiet"))


def _when(meeting: MeetingRow) -> str:
    day, at = dates.long_day(meeting.on), dates.clock(meeting.starts_at)
    return _("{day}, {time}", day=day, time=at)


def _where(meeting: MeetingRow) -> str:
    place = meeting.place or _("No place is noted yet")
    return _("{place}. {length}.", place=place, length=dates.length(meeting.minutes_planned))
