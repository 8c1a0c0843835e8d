"""The service directory: found by a word, checked twice a year, ended with a reason."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.services import (
    add_service,
    change_service,
    check_service,
    end_service,
    find_services,
)
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
)
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.domain.roles import Role
from tests.stores import HEALTH, HOUSING, NURSE, TODAY, Clock, sitting

HUB = {
    "name": "Harbour Hub",
    "service_kind": ServiceKind.HUB,
    "agency_id": HOUSING,
    "area": "Kerrow",
    "hours": "Mon to Fri, 9 to 12",
    "who_for": "Anybody without a home",
    "how_to_refer": "Walk in, or ring first",
    "phone": "01632 960201",
}


def test_a_service_tells_when_it_is_open_for_whom_and_how_to_refer(desk: Desk) -> None:
    add_service(desk, **HUB)
    (row,) = find_services(desk)
    assert (row.name, row.agency, row.how_to_refer) == (
        "Harbour Hub",
        "Kerrow Homes",
        "Walk in, or ring first",
    )
    assert (row.checked_on, row.needs_check) == (TODAY, False)


def test_it_needs_a_name_and_a_kind(desk: Desk) -> None:
    for wrong in ({"name": "Hub"}, {**HUB, "name": " "}, {**HUB, "colour": "blue"}):
        with pytest.raises(InvalidFieldsError):
            add_service(desk, **wrong)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        add_service(nurse, **HUB)
    assert find_services(nurse) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [("harb", 1), ("walk ring", 1), ("HUB kerrow", 1), ("hostel", 0), ("", 1), ("arbour", 0)],
)
def test_it_is_found_by_the_beginnings_of_words(desk: Desk, text: str, found: int) -> None:
    add_service(desk, **HUB)
    assert len(find_services(desk, text=text)) == found


def test_what_nobody_has_checked_for_half_a_year_says_so(desk: Desk, clock: Clock) -> None:
    hub = add_service(desk, **HUB).result
    clock.move(days=180)
    assert not find_services(desk)[0].needs_check
    clock.move(days=10)
    assert find_services(desk)[0].needs_check
    with pytest.raises(InvalidFieldsError):
        check_service(desk, hub, seen=1, checked_on=desk.today().replace(year=2030))
    check_service(desk, hub, seen=1)
    assert not find_services(desk)[0].needs_check


def test_a_service_is_changed_and_ended_and_then_stays_as_it_was(desk: Desk) -> None:
    hub = add_service(desk, **HUB).result
    change_service(desk, hub, seen=1, hours=" Mon to Sun ")
    with pytest.raises(StaleRecordError):
        change_service(desk, hub, seen=1, hours="Never")
    with pytest.raises(ReasonNeededError):
        end_service(desk, hub, seen=2, reason="")
    end_service(desk, hub, seen=2, reason="The money ended")
    assert find_services(desk) == ()
    (row,) = find_services(desk, with_ended=True)
    assert (row.hours, row.is_open, row.needs_check) == ("Mon to Sun", False, False)
    with pytest.raises(GuardError):
        change_service(desk, hub, seen=3, hours="Never")
    with pytest.raises(GuardError):
        check_service(desk, hub, seen=3)
    with pytest.raises(GuardError):
        end_service(desk, hub, seen=3, reason="Again")
