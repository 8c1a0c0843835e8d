"""People in post: added, changed, gone; what they held is listed and never lost."""

from datetime import timedelta
from typing import Any

import pytest

from coordinator.casework.actions.lists import find_actions_without_owner
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.directory.page import change_panel, read_directory, read_names
from coordinator.casework.directory.professionals import (
    add_professional,
    change_professional,
    record_leaving,
)
from coordinator.casework.directory.seats import add_seat, fill_seat
from coordinator.casework.leads.agreeing import agree_lead, find_cases_without_lead
from coordinator.db.models import Action, LeadRole, Professional, Seat
from coordinator.domain.cases.leads import Absence, LeadEnd
from coordinator.domain.errors import GuardError, InvalidFieldsError, StaleRecordError
from coordinator.domain.states import ActionStatus
from tests.casework.cases.test_cases import opened
from tests.casework.counting import queries
from tests.casework.directory.test_agencies import action
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, HOUSING, NURSE, TODAY, WORKER


def test_who_sits_here_is_told_in_three_questions_however_long_the_directory(desk: Desk) -> None:
    page = read_directory(desk)
    (me,) = [one.name for one in page.professionals if one.id == desk.sitter.professional]
    with queries(desk) as asked:
        assert read_names(desk) == (page.panel.name, me)
    assert len([one for one in asked if one.startswith("SELECT")]) == 3


def test_somebody_in_post_is_added_with_what_is_known(desk: Desk) -> None:
    made = add_professional(
        desk, name="Wenna Trevose", agency_id=HEALTH, is_contact_point=True, inducted_on=TODAY
    ).result
    (row,) = [one for one in read_directory(desk).professionals if one.id == made]
    assert (row.name, row.agency, row.inducted_on) == (
        "Wenna Trevose",
        "Kerrow Mental Health",
        TODAY,
    )
    agencies = {agency.id: agency for agency in read_directory(desk).agencies}
    assert agencies[HEALTH].contact_point == "Wenna Trevose"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": " "}, {"name": "required"}),
        ({"trauma_trained_on": TODAY + timedelta(days=1)}, {"trauma_trained_on": "in-the-future"}),
        ({"left_on": TODAY}, {"left_on": "unknown"}),
    ],
)
def test_what_cannot_be_true_of_a_professional_is_refused(
    desk: Desk, fields: dict[str, Any], wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_professional(desk, **{"name": "Wenna", "agency_id": HEALTH, **fields})
    assert refused.value.fields == wrong
    assert len(read_directory(desk).professionals) == 5


def test_nobody_is_added_to_an_agency_that_is_gone(desk: Desk) -> None:
    merge_agency(desk, HEALTH, into=HOUSING)
    with pytest.raises(GuardError, match="agency-closed"):
        add_professional(desk, name="Wenna Trevose", agency_id=HEALTH)


def test_changes_are_kept_unless_somebody_was_quicker(desk: Desk) -> None:
    change_professional(desk, NURSE, seen=1, phone="01632 960200")
    with pytest.raises(StaleRecordError):
        change_professional(desk, NURSE, seen=1, phone="01632 960201")
    with pytest.raises(InvalidFieldsError):
        change_professional(desk, NURSE, seen=2, agency_id=HOUSING)
    with desk.store.reading() as look:
        assert look.get(Professional, NURSE).phone == "01632 960200"


def test_leaving_lists_what_is_left_behind_and_loses_none_of_it(chair: Desk) -> None:
    point = add_professional(
        chair, name="Wenna Trevose", agency_id=HEALTH, is_contact_point=True
    ).result
    todo = action(
        chair, "A1", agency=HEALTH, name="Kerrow Mental Health", status=ActionStatus.OPEN
    )
    action(chair, "A2", agency=HEALTH, name="Kerrow Mental Health", status=ActionStatus.DONE)
    seat = add_seat(chair, name="Mental health", agency_id=HEALTH).result
    other = add_seat(chair, name="Mental health crisis", agency_id=HEALTH).result
    fill_seat(chair, seat, NURSE)
    fill_seat(chair, other, point, deputy_id=NURSE)
    case = opened(chair)
    agree_lead(chair, case, NURSE)

    departed = record_leaving(chair, NURSE).result

    assert (departed.actions, departed.contact_point, departed.seats, departed.cases) == (
        (todo,),
        "Wenna Trevose",
        (seat,),
        (case,),
    )
    with chair.store.reading() as look:
        assert look.get(Action, todo).owner_agency == "Kerrow Mental Health"
        vacant, filled = look.get(Seat, seat), look.get(Seat, other)
        assert (vacant.holder_id, vacant.vacant_since) == (None, TODAY)
        assert (filled.holder_id, filled.deputy_id) == (point, None)
        (role,) = look.people.about(LeadRole, [look.cases.leads_of([case])[0].person_id])
        assert (role.to_on, role.end_reason) == (TODAY, LeadEnd.LEFT)
    (row,) = find_actions_without_owner(chair)
    assert (row.id, row.owner.needs_owner, row.owner.contact_point) == (
        todo,
        True,
        "Wenna Trevose",
    )
    (late,) = find_cases_without_lead(chair)
    assert (late.why, late.former_lead) == (Absence.LEFT, "Kasia Dębska")
    assert NURSE not in {one.id for one in read_directory(chair).professionals}


def test_leaving_happens_once_and_not_tomorrow(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        record_leaving(desk, NURSE, on=TODAY + timedelta(days=1))
    change_professional(desk, NURSE, seen=1, started_on=TODAY)
    with pytest.raises(InvalidFieldsError):
        record_leaving(desk, NURSE, on=TODAY - timedelta(days=1))
    record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="professional-left"):
        record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="professional-left"):
        change_professional(desk, NURSE, seen=3, phone="01632 960200")


def test_the_chair_and_the_coordinator_are_replaced_before_they_leave(desk: Desk) -> None:
    for officer in (CHAIR, COORDINATOR):
        with pytest.raises(GuardError, match="panel-officer"):
            record_leaving(desk, officer)
    seen = read_directory(desk).panel.revision
    change_panel(desk, seen=seen, chair_id=WORKER, vice_chair_id=NURSE)
    record_leaving(desk, CHAIR)
    record_leaving(desk, NURSE)
    panel = read_directory(desk).panel
    assert (panel.chair, panel.vice_chair) == ("Rhys Roskilly", "")


def test_who_stood_in_for_a_leaver_is_nobodys_deputy(desk: Desk) -> None:
    deputy = add_professional(
        desk, name="Wenna Trevose", agency_id=COUNCIL, deputy_of_id=NURSE
    ).result
    record_leaving(desk, NURSE)
    with desk.store.reading() as look:
        assert look.get(Professional, deputy).deputy_of_id is None
    with pytest.raises(GuardError, match="professional-left"):
        add_professional(desk, name="Anna", agency_id=COUNCIL, deputy_of_id=NURSE)
