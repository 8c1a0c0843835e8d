"""A request for information stands in the log like every paper that leaves."""

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis
from tests.requests import ask, coming_meeting, known_case
from tests.stores import HOUSING, POLICE


def test_a_request_stands_in_the_log_with_its_number_how_it_went_and_on_which_basis(
    desk: Desk,
) -> None:
    person = known_case(desk, "Tomos")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE, HOUSING)
    rows = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert {(row.number, row.people) for row in rows} == {
        ("D26-0001", ("KP-0001",)),
        ("D26-0002", ("KP-0001",)),
    }
    assert {(row.channel, row.lawful_basis, row.gateway) for row in rows} == {
        (Channel.SECURE_MAIL, LawfulBasis.PUBLIC_TASK, Gateway.CRIME_AND_DISORDER)
    }
