"""This week, without a window: what is shown, and where its buttons lead."""

from datetime import date, timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.people import correct_person, register_person
from coordinator.domain.caseload import CaseloadFilter
from coordinator.domain.this_week import ThisWeek
from coordinator.ui.places import PeoplePlace, PersonPlace, Place
from coordinator.ui.screens.this_week.presenter import ThisWeekPresenter
from tests.meetings import add_case, next_meeting_of, weekly
from tests.stores import TODAY
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.weeks: list[tuple[ThisWeek, date]] = []

    def show_week(self, week: ThisWeek, today: date) -> None:
        self.weeks.append((week, today))


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


def test_its_buttons_lead_to_people(desk: Desk) -> None:
    presenter, _view, _jobs, gone = _screen(desk)
    person, _case = add_case(desk)
    presenter.open_person(person)
    presenter.open_without_lead()
    presenter.open_overdue()
    assert gone == [
        PersonPlace(person),
        PeoplePlace(CaseloadFilter(without_lead=True)),
        PeoplePlace(CaseloadFilter(with_overdue=True)),
    ]
