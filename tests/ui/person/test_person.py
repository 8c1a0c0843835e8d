"""The page of one person, without a window: what it shows."""

import pytest

from coordinator.casework.actions.lists import read_action
from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import add_alias
from coordinator.casework.plans.reading import read_versions
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.roles import Role
from coordinator.ui.places.every import ActionsPlace, DisagreementsPlace, MeetingPlace, PlanPlace
from coordinator.ui.screens.person.steps import Step
from tests.casework.agreed_plans import agreed
from tests.casework.records.test_disagreements import MINE, THEIRS, current, told_elsewhere
from tests.meetings import add_action, add_case, items_of
from tests.stores import HEALTH, NURSE, TODAY, sitting
from tests.ui.pages.person_pages import Page


def test_it_shows_who_it_is_what_was_agreed_and_what_happened(desk: Desk, chair: Desk) -> None:
    person, _case = add_case(desk, "Petroc")
    agreed(chair, person)
    shown = Page(desk, person).shown
    assert shown.page.person.name.given == "Petroc"
    assert shown.plan is not None
    assert shown.plan.version == 1
    assert shown.history.happenings


def test_the_agreed_versions_can_be_read_from_the_page(desk: Desk, chair: Desk) -> None:
    person, _case = add_case(desk)
    agreed(chair, person)
    page = Page(desk, person)
    assert page.shown.versions == read_versions(desk, person)
    page.do(Step.VERSION, page.shown.versions[0])
    assert [one.row.number for one in page.versions] == [1]


def test_an_action_on_the_page_leads_to_where_it_is_said_how_it_went(desk: Desk) -> None:
    person, _case = add_case(desk)
    action = add_action(desk, person, TODAY)
    page = Page(desk, person)
    page.do(Step.ACTION, read_action(desk, action).row)
    (place,) = page.told.places
    assert isinstance(place, ActionsPlace)
    assert (place.action, place.wanted) == (action, ActionFilter(person_id=person))


def test_somebody_without_a_plan_is_shown_all_the_same(desk: Desk) -> None:
    person, _case = add_case(desk)
    page = Page(desk, person)
    assert page.shown.plan is None
    assert page.told.notices == []
    page.do(Step.PLAN)
    assert page.told.places == [PlanPlace(person)]


def test_professionals_are_called_together_about_somebody(desk: Desk) -> None:
    person, _case = add_case(desk)
    page = Page(desk, person)
    page.do(Step.MEETING)
    (place,) = page.told.places
    assert isinstance(place, MeetingPlace)
    assert [one.person_id for one in items_of(desk, place.meeting)] == [person]


def test_who_may_not_see_somebody_is_told_and_shown_nobody(desk: Desk) -> None:
    person, _case = add_case(desk)
    stranger = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    page = Page(stranger, person)
    assert page.opened == []
    assert page.is_empty
    assert len(page.told.notices) == 1
    page.presenter.do(Step.CONTACT)
    assert page.forms.question is None


def test_what_is_written_about_them_is_seen_at_once(desk: Desk) -> None:
    person, _case = add_case(desk)
    page = Page(desk, person)
    page.jobs.command(lambda at: add_alias(at, person, "Skip"))
    assert [alias.name for alias in page.page.aliases] == ["Skip"]


@pytest.mark.parametrize("acts", [3, 40])
def test_older_pages_of_the_history_come_when_asked_for(desk: Desk, acts: int) -> None:
    person, _case = add_case(desk)
    for number in range(acts):
        add_alias(desk, person, f"Name {number}")
    page = Page(desk, person)
    told = list(page.shown.history.happenings)
    page.presenter.load_more()
    while page.older and page.older[-1].before is not None:
        page.presenter.load_more()
    told += [one for older in page.older for one in older.happenings]
    assert len({one.id for one in told}) == len(told) >= acts


def test_entries_that_say_two_things_are_counted_and_lead_to_both(desk: Desk) -> None:
    person, _case = add_case(desk)
    told_elsewhere(desk, person, "phone", THEIRS, current(desk, person, "phone"))
    page = Page(desk, person)
    assert page.shown.disagreements == 0
    page.do(Step.REACH, phone=MINE)
    told_elsewhere(desk, person, "phone", "01632 960007", [])
    page.presenter.load()
    assert page.shown.disagreements == 1
    page.do(Step.SETTLE)
    assert page.told.places == [DisagreementsPlace(person)]
