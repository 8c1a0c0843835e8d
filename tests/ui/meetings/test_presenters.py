"""Meetings and one meeting's page, without a window."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    draft_minutes,
    issue_minutes,
)
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.lists.meetings import AgendaKind, MeetingType
from coordinator.domain.meetings.slots import ProposedOrder
from coordinator.domain.states import ItemStatus, MeetingStatus
from coordinator.ui.places.every import (
    LiveMeetingPlace,
    MeetingPlace,
    MeetingsPlace,
    PacksPlace,
    PapersPlace,
    PersonPlace,
    Place,
)
from coordinator.ui.screens.meeting.presenter import MeetingPresenter
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.screens.meeting.words import about, next_step
from coordinator.ui.screens.meetings.presenter import Calendar, MeetingsPresenter
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.chasing import Chase
from tests.meetings import TEN, add_case, add_seats, next_meeting_of, opened_meeting, weekly
from tests.stores import CHAIR, HOUSING, POLICE, TODAY
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what both presenters show."""

    def __init__(self) -> None:
        self.calendar: Calendar | None = None
        self.page: MeetingPage | None = None
        self.chosen: list[UUID] = []
        self.proposed: list[ProposedOrder] = []
        self.copies: Sequence[Chase] = ()

    def show_calendar(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def show_meeting(self, page: MeetingPage) -> None:
        self.page = page

    def choose_line(self, entry: UUID) -> None:
        self.chosen.append(entry)

    def show_order(self, proposed: ProposedOrder) -> None:
        self.proposed.append(proposed)

    def show_copies(self, texts: Sequence[Chase]) -> None:
        self.copies = texts


class Sat:
    """Somebody at a desk with the two screens."""

    def __init__(self, desk: Desk, meeting: UUID | None = None) -> None:
        self.view = RememberingView()
        self.gone: list[Place] = []
        self.toasts: list[str] = []
        self.undos: list[Callable[[], object] | None] = []
        self.jobs = ImmediateJobs(desk)
        self.forms = Forms()
        asking = Asking(self.jobs, self.forms)

        def toast(told: str, undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)
            self.undos.append(undo)

        self.calendar = MeetingsPresenter(self.jobs, self.view, asking, self.gone.append, toast)
        self.meeting = MeetingPresenter(
            self.jobs, self.view, asking, self.gone.append, toast, meeting or UUID(int=0)
        )
        self.jobs.listeners.append(
            self.meeting.look_again if meeting else self.calendar.look_again
        )
        (self.meeting if meeting else self.calendar).load()

    @property
    def page(self) -> MeetingPage:
        assert self.view.page is not None
        return self.view.page

    @property
    def shown(self) -> Calendar:
        assert self.view.calendar is not None
        return self.view.calendar

    @property
    def lines(self) -> list[str]:
        return [about(line.entry) for line in self.page.lines]


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    """A meeting to come with three people on its agenda."""
    add_seats(desk)
    for name in ("Tomos", "Petroc", "Kezia"):
        add_case(desk, name)
    made = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, made)
    return made


def minutes_issued(desk: Desk) -> UUID:
    meeting = opened_meeting(desk)
    close_meeting(desk, meeting, at=time(11, 0))
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    return meeting


def test_a_series_begins_with_its_first_meeting_in_the_calendar(desk: Desk) -> None:
    sat = Sat(desk)
    sat.calendar.ask_series()
    sat.forms.answer(
        name="Thursday panel",
        on=TODAY,
        every_weeks=2,
        starts_at=TEN,
        minutes_planned=90,
        place="Room 2",
        meeting_type=MeetingType.TASKING,
    )
    assert [row.on for row in sat.shown.coming] == [TODAY]
    (series,) = sat.shown.series
    assert [day.on for day in series.next_days][:2] == [
        TODAY + timedelta(days=14),
        TODAY + timedelta(days=28),
    ]
    sat.calendar.schedule_next(series.id)
    assert len(sat.shown.coming) == 2
    sat.calendar.ask_end(series)
    sat.forms.answer(reason="")
    assert sat.forms.faults == {"reason": "required"}
    sat.forms.answer(reason="The panel merges.")
    assert not sat.shown.series[0].is_active


def test_a_meeting_of_its_own_is_opened_at_once_and_never_in_the_past(desk: Desk) -> None:
    sat = Sat(desk)
    sat.calendar.ask_single()
    said = {
        "meeting_type": MeetingType.PROFESSIONALS,
        "starts_at": TEN,
        "minutes_planned": 60,
        "place": "",
    }
    sat.forms.answer(**said, on=TODAY - timedelta(days=1))
    assert sat.forms.faults == {"on": "in-the-past"}
    sat.forms.answer(**said, on=TODAY)
    (row,) = sat.shown.coming
    assert sat.gone == [MeetingPlace(row.id)]


def test_a_place_can_call_a_meeting_or_begin_the_huddle_at_once(desk: Desk) -> None:
    sat = Sat(desk)
    stays: list[Place] = []
    sat.calendar.open_at(MeetingsPlace("huddle"), stays.append)
    (row,) = sat.shown.coming
    assert row.meeting_type is MeetingType.OUTREACH
    assert sat.gone == [LiveMeetingPlace(row.id)]
    sat.calendar.open_at(MeetingsPlace("call"), stays.append)
    sat.forms.answer(
        meeting_type=MeetingType.PROFESSIONALS,
        starts_at=TEN,
        minutes_planned=60,
        place="",
        on=TODAY,
    )
    assert len(sat.shown.coming) == 2
    assert stays == [MeetingsPlace(), MeetingsPlace()]


def test_the_calendar_tells_coming_unsigned_and_earlier_apart(desk: Desk, chair: Desk) -> None:
    series = weekly(desk)
    approved = opened_meeting(desk, series=series)
    close_meeting(desk, approved, at=time(11, 0))
    sat = Sat(desk)
    assert [row.id for row in sat.shown.unsigned] == [approved]
    draft_minutes(desk, approved)
    issue_minutes(desk, approved)
    approve_minutes(chair, approved)
    coming = next_meeting_of(desk, series)
    sat.calendar.load()
    assert [row.id for row in sat.shown.coming] == [coming]
    assert [row.id for row in sat.shown.earlier] == [approved]
    assert sat.shown.unsigned == ()


def test_lines_move_and_the_keys_stay_on_them(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    before = sat.lines
    moved = sat.page.lines[2].entry.id
    sat.meeting.move_line(2, 0)
    assert sat.lines == [before[2], before[0], before[1]]
    assert sat.view.chosen == [moved]
    seven = 7  # minutes of welcome, statement and last minutes
    assert [line.starts for line in sat.page.lines] == [time(10, seven + at) for at in (0, 5, 10)]


def test_an_order_in_which_people_come_and_go_least_is_looked_at_taken_and_taken_back(
    desk: Desk, meeting: UUID
) -> None:
    sat = Sat(desk, meeting)
    before = sat.lines
    for at, line in enumerate(sat.page.lines):
        assert line.entry.person is not None
        record_offer(
            desk,
            line.entry.person.id,
            agency_id=POLICE if at == 1 else HOUSING,
            what="Visits",
        )

    sat.meeting.propose_order()
    (proposed,) = sat.view.proposed
    assert sat.lines == before
    sat.meeting.take_order(proposed)
    assert sat.lines != before
    assert sorted(sat.lines) == sorted(before)
    undo = sat.undos[-1]
    assert undo is not None
    undo()
    assert sat.lines == before
    assert sat.jobs.failures == []


def test_the_packs_for_everybody_are_one_step_from_the_meeting(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    sat.meeting.open_packs()
    assert sat.gone == [PacksPlace(meeting)]


def test_an_order_that_cannot_be_bettered_is_said_to_be_so(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    sat.meeting.propose_order()
    assert sat.view.proposed == []
    assert sat.toasts == ["No order has people come and go less than this one."]


@pytest.mark.parametrize(("at", "to"), [(0, -1), (0, 3), (7, 0), (1, 1)])
def test_a_line_cannot_leave_the_agenda(desk: Desk, meeting: UUID, at: int, to: int) -> None:
    sat = Sat(desk, meeting)
    before = sat.lines
    sat.meeting.move_line(at, to)
    assert sat.lines == before
    assert sat.jobs.failures == []


def test_lines_move_after_one_was_withdrawn(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    first, second, third = sat.lines
    entry = sat.page.lines[1].entry
    sat.meeting.do_with_line("withdraw", entry)
    sat.forms.answer(reason="Settled by telephone.")
    assert sat.toasts == ["The item is withdrawn."]
    assert sat.lines == [first, third]
    assert [one.status_reason for one in sat.page.withdrawn] == ["Settled by telephone."]
    sat.meeting.move_line(1, 0)
    assert sat.lines == [third, first]
    assert second not in sat.lines


def test_a_withdrawal_without_a_reason_stays_in_its_form(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    sat.meeting.do_with_line("withdraw", sat.page.lines[0].entry)
    sat.forms.answer(reason=" ")
    assert sat.forms.faults == {"reason": "required"}
    assert sat.forms.question is not None
    assert sat.toasts == []


def test_an_order_somebody_else_changed_is_read_again(desk: Desk, meeting: UUID) -> None:
    sat, other = Sat(desk, meeting), Sat(desk, meeting)
    other.meeting.move_line(0, 2)
    sat.meeting.move_line(2, 1)
    assert [type(one).__name__ for one in sat.jobs.failures] == ["StaleRecordError"]
    assert sat.lines == other.lines


def test_an_urgent_item_says_why_and_a_late_one_too(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    sat.meeting.ask_item(urgent=True)
    sat.forms.answer(title="Cold weather", reason="")
    assert sat.forms.faults == {"reason": "required"}
    sat.forms.answer(title="Cold weather", reason="Frost tonight.")
    assert sat.lines[0] == "Cold weather"
    issue_agenda(desk, meeting)
    sat.meeting.load()
    sat.meeting.ask_item(urgent=False)
    late = {"title": "Winter beds", "kind": AgendaKind.SYSTEM, "minutes_planned": 5}
    sat.forms.answer(**late, reason="")
    assert sat.forms.faults == {"reason": "required"}
    sat.forms.answer(**late, reason="Only known today.")
    assert "Winter beds" in sat.lines


def test_people_of_the_caseload_are_offered_for_an_item(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    sat.meeting.ask_item(urgent=False)
    assert sat.forms.question is not None
    nobody, *people = [words for _who, words in sat.forms.question.asks[0].choices]
    assert nobody == "Nobody: a topic"
    assert [name[-len("(KP-0001)") :] for name in people] == [
        "(KP-0001)",
        "(KP-0002)",
        "(KP-0003)",
    ]


def test_person_and_papers_are_one_step_away(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    entry = sat.page.lines[0].entry
    assert entry.person is not None
    sat.meeting.open_person(entry)
    sat.meeting.open_papers("agenda")
    assert sat.gone == [
        PersonPlace(entry.person.id),
        PapersPlace(meeting, sat.page.record.header.row.reference, "agenda"),
    ]


def test_a_moved_meeting_takes_its_agenda_along(desk: Desk, meeting: UUID) -> None:
    issue_agenda(desk, meeting)
    sat = Sat(desk, meeting)
    to = sat.page.record.header.row.on + timedelta(days=1)
    sat.meeting.do("move")
    sat.forms.answer(
        on=to, starts_at=time(14, 0), minutes_planned=60, place="", reason="Bank holiday."
    )
    now = sat.page.record.header.row
    assert (now.on, now.status) == (to, MeetingStatus.SCHEDULED)
    assert len(sat.lines) == 3
    assert sat.page.lines[0].starts == time(14, 7)  # after welcome and statement


def test_minutes_wait_for_what_is_missing(desk: Desk, meeting: UUID) -> None:
    del meeting
    other = opened_meeting(desk)
    close_meeting(desk, other, at=time(11, 0))
    draft_minutes(desk, other)
    sat = Sat(desk, other)
    assert sat.page.unresolved == len(sat.lines) > 0
    assert "neither taken nor put off" in next_step(sat.page)
    sat.meeting.do("issue_minutes")
    assert [type(one).__name__ for one in sat.jobs.failures] == ["GuardError"]
    assert sat.page.record.header.row.status is MeetingStatus.MINUTES_DRAFT


def test_the_chair_approves_at_the_desk_and_the_coordinator_records_an_email(
    desk: Desk, chair: Desk
) -> None:
    issued = minutes_issued(desk)
    at_the_desk, elsewhere = Sat(chair, issued), Sat(desk, issued)
    assert (at_the_desk.page.may_approve, elsewhere.page.may_approve) == (True, False)
    assert ("Morwenna Tregear", CHAIR) in elsewhere.page.chairs
    elsewhere.meeting.do("approved")
    said = {"approved_by_id": CHAIR, "approval_how": "E-mail."}
    elsewhere.forms.answer(**said, approved_on=date(2026, 11, 1))
    assert elsewhere.forms.faults == {"approved_on": "before-start"}
    elsewhere.forms.answer(**said, approved_on=TODAY)
    assert elsewhere.page.record.header.row.status is MeetingStatus.APPROVED
    assert elsewhere.page.record.approval_how == "E-mail."
    at_the_desk.meeting.do("approve")
    assert [type(one).__name__ for one in at_the_desk.jobs.failures] == ["TransitionError"]


def test_every_state_of_a_meeting_says_what_is_next(desk: Desk, meeting: UUID) -> None:
    sat = Sat(desk, meeting)
    assert "issue it" in next_step(sat.page)
    issue_agenda(desk, meeting)
    sat.meeting.load()
    assert "agenda is out" in next_step(sat.page)
    assert all(line.entry.status is ItemStatus.PLANNED for line in sat.page.lines)
