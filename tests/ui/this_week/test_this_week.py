"""This week, without a window: what is shown, and where its buttons lead."""

from collections.abc import Sequence
from datetime import date, timedelta

from coordinator.casework.actions.agreeing import add_action as agree_action
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.meetings.series import cancel_meeting
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.errors import GuardError
from coordinator.domain.escalations.views import Awaited
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.week.steps import StepLine, StepState
from coordinator.domain.week.this_week import ThisWeek
from coordinator.ui.places.every import (
    ActionsPlace,
    LiveMeetingPlace,
    MeetingPlace,
    MeetingsPlace,
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    ReferralsPlace,
    ReturnsPlace,
    StuckPlace,
    StuckShown,
)
from coordinator.ui.screens.this_week.presenter import ThisWeekPresenter
from coordinator.ui.shared.chasing import Chase
from tests.casework.stuck_people import PARTLY, stuck
from tests.meetings import (
    TEN,
    add_action,
    add_case,
    keep_from,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import HOUSING, NURSE, TODAY, WORKER, Clock
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.weeks: list[tuple[ThisWeek, date]] = []
        self.texts: list[tuple[str, tuple[Chase, ...]]] = []

    def show_week(self, week: ThisWeek, today: date) -> None:
        self.weeks.append((week, today))

    def show_texts(self, title: str, texts: Sequence[Chase]) -> None:
        self.texts.append((title, tuple(texts)))

    def line(self, step: WeekStep) -> StepLine:
        return next(one for one in self.weeks[-1][0].steps if one.step is step)


def _screen(desk: Desk) -> tuple[ThisWeekPresenter, RememberingView, ImmediateJobs, list[Place]]:
    jobs, view, gone = ImmediateJobs(desk), RememberingView(), list[Place]()
    presenter = ThisWeekPresenter(jobs, view, gone.append)
    jobs.listeners.append(presenter.look_again)
    return presenter, view, jobs, gone


def test_it_shows_the_next_meeting_and_whose_lead_is_to_be_agreed(desk: Desk) -> None:
    next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    person, _case = add_case(desk)
    presenter, view, _jobs, _gone = _screen(desk)
    presenter.load()
    week, today = view.weeks[-1]
    assert today == TODAY
    assert week.meeting is not None
    assert week.meeting.on == TODAY + timedelta(days=7)
    assert [one.person for one in week.leads_to_agree] == [person]


def test_it_looks_again_when_a_person_was_written_anywhere(desk: Desk) -> None:
    presenter, view, jobs, _gone = _screen(desk)
    presenter.load()
    person = register_person(desk, given_name="Tomos").result
    jobs.command(lambda at: correct_person(at, person, seen=1, place="Bodmin"))
    assert len(view.weeks) == 2


def test_its_buttons_lead_to_what_they_name(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    presenter, _view, _jobs, gone = _screen(desk)
    presenter.load()
    person, _case = add_case(desk)
    presenter.open_person(person)
    presenter.open_meeting(meeting)
    presenter.open_agency(HOUSING)
    for what in ("leads", "overdue", "referrals", "meetings", "cover_sheet"):
        presenter.open(what)
    assert gone == [
        PersonPlace(person),
        MeetingPlace(meeting),
        ActionsPlace(ActionFilter(agency_id=HOUSING, due_until=TODAY + timedelta(days=7))),
        PeoplePlace(CaseloadFilter(without_lead=True)),
        PeoplePlace(CaseloadFilter(with_overdue=True)),
        ReferralsPlace(),
        MeetingsPlace(),
        PapersPlace(kind="cover"),
    ]


def test_every_step_leads_somewhere(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    presenter, view, _jobs, gone = _screen(desk)
    presenter.load()
    for line in view.weeks[-1][0].steps:
        presenter.open_step(line)
    assert ReferralsPlace() in gone
    assert ReturnsPlace() in gone
    assert PapersPlace(meeting, "M26-001", "pack") in gone
    assert PapersPlace(meeting, "M26-001", "minutes") in gone
    assert MeetingPlace(meeting) in gone
    assert len(gone) + len(view.texts) == len(view.weeks[-1][0].steps)


def test_a_step_is_ticked_and_the_tick_taken_back(desk: Desk) -> None:
    add_action(desk, add_case(desk)[0], TODAY)
    next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    presenter, view, jobs, _gone = _screen(desk)
    presenter.load()
    presenter.tick(view.line(WeekStep.RETURNS_ASKED), on=True)
    assert view.line(WeekStep.RETURNS_ASKED).state is StepState.DONE
    presenter.tick(view.line(WeekStep.RETURNS_ASKED), on=False)
    assert view.line(WeekStep.RETURNS_ASKED).state is StepState.COMING
    assert jobs.failures == []


def test_a_tick_that_is_refused_goes_back_to_what_is_kept(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    presenter, view, jobs, _gone = _screen(desk)
    presenter.load()
    line = view.line(WeekStep.PAPERS_SENT)
    cancel_meeting(desk, meeting, reason="Snow.")
    presenter.tick(line, on=True)
    assert view.weeks[-1][0].steps == ()
    assert [type(one) for one in jobs.failures] == [GuardError]


def test_the_text_to_chase_comes_straight_from_its_line(desk: Desk) -> None:
    person, _case = add_case(desk, "Tomos")
    add_action(desk, person, TODAY)
    next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))
    presenter, view, _jobs, gone = _screen(desk)
    presenter.load()
    presenter.open_step(view.line(WeekStep.RETURNS_ASKED))
    ((_title, (text,)),) = view.texts
    assert (text.agency, text.count, gone) == ("Kerrow Homes", 1, [])
    assert "T (KP-0001)" in text.text
    assert "Tomos" not in text.text


def test_after_the_meeting_each_agency_is_told_what_it_took_on_and_no_more(desk: Desk) -> None:
    meeting = opened_meeting(desk)
    told, _ = add_case(desk, "Tomos")
    hidden, _ = add_case(desk, "Anna")
    for person, owner in ((told, WORKER), (hidden, WORKER), (told, NURSE)):
        new = NewAction("Ring the surgery", owner, TODAY, person_id=person, meeting_id=meeting)
        agree_action(desk, new)
    keep_from(desk, hidden, HOUSING)
    presenter, view, _jobs, _gone = _screen(desk)
    presenter.load()
    presenter.open_step(view.line(WeekStep.ACTION_TEXTS))
    texts = {one.agency: one for one in view.texts[-1][1]}
    assert {agency: one.count for agency, one in texts.items()} == {
        "Kerrow Homes": 1,
        "Kerrow Mental Health": 1,
    }
    first, *_rest = texts["Kerrow Homes"].text.splitlines()
    assert first == (
        "Actions for Kerrow Homes from Kerrow Complex Needs Panel, Thu 19 November 2026 - 1 item"
    )
    everything = " ".join(one.text for one in texts.values())
    assert "T (KP-0001)" in everything
    assert not any(word in everything for word in ("Tomos", "Anna", "KP-0002"))


def test_the_meeting_of_today_is_begun_and_gone_on_with_from_here(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    presenter, view, _jobs, gone = _screen(desk)
    presenter.load()
    assert view.weeks[-1][0].meeting is not None
    presenter.hold(meeting)
    assert gone == [LiveMeetingPlace(meeting)]

    presenter.load()
    under_way = view.weeks[-1][0].under_way
    assert under_way is not None
    presenter.hold(under_way.id)
    assert gone == [LiveMeetingPlace(meeting)] * 2


def test_a_meeting_that_somebody_else_has_begun_is_gone_into_all_the_same(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    presenter, _view, jobs, gone = _screen(desk)
    presenter.load()
    open_meeting(desk, meeting, at=TEN)
    presenter.hold(meeting)
    assert gone == [LiveMeetingPlace(meeting)]
    assert jobs.failures == []


def test_answers_and_overdue_ones_are_counted_and_lead_to_what_is_stuck(
    desk: Desk, clock: Clock
) -> None:
    presenter, view, _jobs, gone = _screen(desk)
    presenter.load()
    assert view.weeks[-1][0].escalations == Awaited()
    answered = stuck(desk).asked()
    stuck(desk).asked()
    answer_escalation(desk, answered, PARTLY, seen=2)
    clock.move(days=11)
    presenter.load()
    assert view.weeks[-1][0].escalations == Awaited(answered=1, overdue=1)
    presenter.open("late_answers")
    presenter.open("answers")
    assert gone == [
        StuckPlace(StuckShown.ESCALATIONS, overdue=True),
        StuckPlace(StuckShown.ESCALATIONS),
    ]
