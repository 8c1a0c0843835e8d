"""An address or a number tells of somebody as a name does; a shared address is each one's own."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.withholding import hide_withheld, tells_of_unknown
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.entering import correct_person
from coordinator.db.models import Person
from coordinator.domain.need_to_know.rule import Reader
from tests.meetings import keep_from
from tests.requests import known_case
from tests.stores import HOUSING, POLICE


def somebody(desk: Desk, name: str, **details: str) -> UUID:
    person = known_case(desk, name)
    with desk.read() as look:
        seen = look.get(Person, person).revision
    correct_person(desk, person, seen=seen, **details)
    return person


def reader(desk: Desk, agency: UUID) -> Reader:
    found = read_audience_of(desk, agency).reader
    assert found is not None
    return found


@pytest.fixture
def two(desk: Desk) -> None:
    """Both live in one hostel; the police must not be told about Ysolt."""
    somebody(desk, "Tomos", family_name="Rosevear", address="4 Quay Lane, Kerrow")
    ysolt = somebody(
        desk, "Ysolt", family_name="Carne", address="4 Quay Lane, Kerrow", phone="07700 900123"
    )
    keep_from(desk, ysolt, POLICE)


@pytest.mark.usefixtures("two")
def test_where_somebody_lives_does_not_reach_who_must_not_be_told_even_without_a_name(
    desk: Desk,
) -> None:
    text = "She moved to 4 Quay Lane, ring 07700 900 123 first"
    assert hide_withheld(desk, text, reader(desk, POLICE), ()) == (
        "She moved to [hidden], ring [hidden] first"
    )
    assert tells_of_unknown(desk, text, reader(desk, POLICE))
    assert hide_withheld(desk, text, reader(desk, HOUSING), ()) == text


@pytest.mark.usefixtures("two")
def test_in_a_text_about_somebody_who_lives_there_too_the_address_is_theirs(desk: Desk) -> None:
    text = "He is at 4 Quay Lane, as Ysolt Carne is, 07700 900123"
    about = {"KP-0001"}
    assert hide_withheld(desk, text, reader(desk, POLICE), about) == (
        "He is at 4 Quay Lane, as [name hidden] is, [hidden]"
    )
