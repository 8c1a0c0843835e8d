"""What This week does. No Qt: the view, the jobs and the way to other places are given."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.week.steps import tick_step, untick_step
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.week.steps import StepLine
from coordinator.domain.week.this_week import ThisWeek
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.away import ContactsPlace
from coordinator.ui.places.every import (
    AccessPlace,
    AccountabilityPlace,
    ActionsPlace,
    DirectoryPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    ImportPlace,
    MeetingPlace,
    MeetingsPlace,
    NewReferralPlace,
    OutreachPlace,
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    ReferralPlace,
    ReferralsPlace,
    RequestsPlace,
    ReturnsPlace,
    StuckPlace,
    StuckShown,
    TonightPlace,
)
from coordinator.ui.places.report import QualityPlace
from coordinator.ui.shared.chasing import Chase, read_agreed, read_chases
from coordinator.ui.shared.holding import hold
from coordinator.wording.translation import _

_W = WeekStep
_SHOWN = (
    RecordKind.MEETING,
    RecordKind.REFERRAL,
    RecordKind.CASE,
    RecordKind.LEAD_ROLE,
    RecordKind.ACTION,
    RecordKind.ACTION_NOTE,
    RecordKind.PERSON,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
    RecordKind.PANEL,
    RecordKind.DISCLOSURE,
    RecordKind.DISCLOSURE_END,
    RecordKind.INFORMATION_REQUEST,
    RecordKind.INFORMATION_REPLY,
    RecordKind.WEEK_STEP,
    RecordKind.COVER,
    RecordKind.PROTOCOL,
    RecordKind.PROTOCOL_STEP,
    RecordKind.ESCALATION,
    RecordKind.MISSING,
    RecordKind.CONTACT,
    RecordKind.WISH,
    RecordKind.ACCESS_REQUEST,
    RecordKind.BASIS,
    RecordKind.WARNING,
    RecordKind.RISK,
    RecordKind.NEED,
)
_PLACES: Mapping[str, Place] = {
    "leads": PeoplePlace(CaseloadFilter(without_lead=True)),
    "overdue": PeoplePlace(CaseloadFilter(with_overdue=True)),
    "ownerless": ActionsPlace(without_owner=True),
    "wishes": ActionsPlace(wishes=True),
    "referrals": ReferralsPlace(),
    "meetings": MeetingsPlace(),
    "bring_in": ImportPlace(),
    "disagreements": DisagreementsPlace(),
    "first_referral": NewReferralPlace(),
    "directory": DirectoryPlace(),
    "outreach": OutreachPlace(),
    "cover_sheet": PapersPlace(kind="cover"),
    "tonight": TonightPlace(),
    "answers": StuckPlace(StuckShown.ESCALATIONS),
    "late_answers": StuckPlace(StuckShown.ESCALATIONS, overdue=True),
    "access": AccessPlace(),
    "astray": DisclosuresPlace(),
    "contacts": ContactsPlace(),
    "quality": QualityPlace(),
    "to_raise": AccountabilityPlace(to_raise=True),
}


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_week(self, week: ThisWeek, today: date) -> None:
        """Show the week as it stands on a day."""

    def show_texts(self, title: str, texts: Sequence[Chase]) -> None:
        """Show the texts for agencies, to copy."""


class ThisWeekPresenter:
    """Reads the week, and again whenever something in it was written."""

    def __init__(self, jobs: Jobs, view: View, go: Callable[[Place], None]) -> None:
        self._jobs = jobs
        self._view = view
        self._go = go
        self._week: ThisWeek | None = None

    def load(self) -> None:
        """Read the week."""
        self._jobs.query(_read, self._show, replaces="this week")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def tick(self, line: StepLine, *, on: bool) -> None:
        """Note that a step was done, or take that back."""
        act = partial(tick_step if on else untick_step, meeting_id=line.meeting, step=line.step)
        self._jobs.command(act, refused=self._show_again)

    def open_step(self, line: StepLine) -> None:
        """Get to work on a step: the screen it is done on, or the text that is sent."""
        if line.step is _W.RETURNS_ASKED:
            title = _("Ask an agency how its actions go")
            self._jobs.query(read_chases, partial(self._view.show_texts, title), replaces="texts")
        elif line.step is _W.ACTION_TEXTS:
            title = _("Tell an agency what it took on")
            read = partial(read_agreed, meeting_id=line.meeting)
            self._jobs.query(read, partial(self._view.show_texts, title), replaces="texts")
        else:
            self._go(_place_of(line))

    def open_person(self, person: UUID) -> None:
        """Go to somebody."""
        self._go(PersonPlace(person))

    def open_referral(self, referral: UUID) -> None:
        """Go to a referral."""
        self._go(ReferralPlace(referral))

    def open_meeting(self, meeting: UUID) -> None:
        """Go to a meeting."""
        self._go(MeetingPlace(meeting))

    def hold(self, meeting: UUID) -> None:
        """Go into the meeting of today, or the one under way."""
        under_way = self._week.under_way if self._week else None
        is_open = under_way is not None and under_way.id == meeting
        hold(self._jobs, self._go, meeting, is_open=is_open)

    def open_agency(self, agency: UUID | None) -> None:
        """Go to what an agency has due by the next meeting."""
        meeting = self._week.meeting if self._week else None
        until = meeting.on if meeting else None
        wanted = ActionFilter(agency_id=agency, due_until=until)
        self._go(ActionsPlace(wanted))

    def open(self, what: str) -> None:
        """Go where a button of the page leads, by its name."""
        self._go(_PLACES[what])

    def _show(self, read: tuple[ThisWeek, date]) -> None:
        self._week = read[0]
        self._view.show_week(*read)

    def _show_again(self, _error: Exception) -> bool:
        self.load()  # the box goes back to what is kept
        return False  # the window says what happened


def _place_of(line: StepLine) -> Place:
    match line.step:
        case WeekStep.REFERRALS_CLOSE | WeekStep.OFFERS:
            return ReferralsPlace()
        case WeekStep.RETURNS_IN:
            return ReturnsPlace()
        case WeekStep.REPLIES_IN:
            return RequestsPlace(line.meeting)
        case WeekStep.PAPERS_SENT:
            return PapersPlace(line.meeting, line.reference, "pack")
        case WeekStep.DRAFT_TO_CHAIR:
            return PapersPlace(line.meeting, line.reference, "minutes")
        case _:
            return MeetingPlace(line.meeting)


def _read(desk: Desk) -> tuple[ThisWeek, date]:
    return read_this_week(desk), desk.today()
