"""Who stands in for the lead professional stands on the plan, as the directory has it."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import change_professional, record_leaving
from coordinator.casework.directory.seats import add_seat, fill_seat
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.leads.deputies import read_lead_deputy
from coordinator.domain.person.case_sheets import Audience
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.plans import plan_model
from tests.casework.entries_on_file import a_person, a_plan, case_of
from tests.exports import reading
from tests.stores import HEALTH, NURSE, OFFICER, WORKER


@pytest.fixture
def person(desk: Desk) -> UUID:
    found = a_person(desk)
    a_plan(desk, found)
    agree_lead(desk, case_of(desk, found), NURSE)
    return found


def stands_in(desk: Desk, who: UUID) -> None:
    change_professional(desk, who, seen=1, deputy_of_id=NURSE, phone="01632 960 111")


def printed(desk: Desk, person: UUID) -> str:
    audience = Audience()
    return " ".join(
        reading.words(lay_out(PaperKind.PLAN, plan_model(desk, person, audience))).split()
    )


def test_the_plan_names_whoever_stands_in_for_the_lead(desk: Desk, person: UUID) -> None:
    stands_in(desk, WORKER)
    assert "Rhys Roskilly, Kerrow Homes, 01632 960 111" in printed(desk, person)


def test_without_anybody_named_the_plan_says_so(desk: Desk, person: UUID) -> None:
    assert plan_model(desk, person, Audience()).deputy == ""
    words = printed(desk, person)
    assert "Not recorded" in words[words.index("If they are away") :][:60]


def test_the_deputy_of_the_leads_seat_stands_in_where_nobody_else_is_named(
    desk: Desk, person: UUID
) -> None:
    seat = add_seat(desk, name="Mental health").result
    fill_seat(desk, seat, NURSE, deputy_id=OFFICER)
    found = read_lead_deputy(desk, person)
    assert found is not None
    assert found.name == "Dylan Ashdown"
    stands_in(desk, WORKER)
    found = read_lead_deputy(desk, person)
    assert found is not None
    assert found.name == "Rhys Roskilly"


def test_who_has_left_or_must_not_be_told_stands_in_for_nobody(desk: Desk, person: UUID) -> None:
    stands_in(desk, WORKER)
    stands_in(desk, OFFICER)
    record_leaving(desk, OFFICER)
    exclude_worker(desk, person, professional_id=WORKER, reason="They are related")
    assert read_lead_deputy(desk, person) is None


def test_the_lead_of_an_agency_that_is_not_told_is_no_lead_and_has_no_deputy(
    desk: Desk, person: UUID
) -> None:
    stands_in(desk, WORKER)
    exclude_agency(desk, person, agency_id=HEALTH, reason="A relative works there")
    assert read_lead_deputy(desk, person) is None
