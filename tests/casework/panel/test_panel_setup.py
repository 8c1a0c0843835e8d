"""A panel started from the published example: agencies, seats held or vacant, towns."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import add_agency
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.setup import set_up_panel
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Role
from coordinator.reference.places import towns
from coordinator.reference.seats import Group, seats_of
from tests.stores import OFFICER, POLICE, sitting


@pytest.mark.parametrize("group", list(Group))
def test_every_published_seat_becomes_one_in_its_order(desk: Desk, group: Group) -> None:
    done = set_up_panel(desk, group)

    page = read_directory(desk)
    published = seats_of(group)
    assert len(done.result.seats) == len(published) == len(page.seats)
    assert [seat.name for seat in page.seats] == [one.title or one.agency for one in published]
    assert all(seat.agency for seat in page.seats)
    with desk.read() as look:
        assert [act.name for act in look.history.acts(limit=1)] == ["panel.set_up"]


def test_vacant_seats_are_vacant_and_those_held_by_nobody_known_are_not(desk: Desk) -> None:
    set_up_panel(desk, Group.MANAGEMENT_GROUP)
    vacant = {seat.agency for seat in read_directory(desk).seats if seat.vacant_since}
    assert vacant == {
        "National Probation Service",
        "South West Ambulance Service NHS Foundation Trust",
    }


def test_the_ten_towns_are_the_places_unless_the_panel_has_its_own(desk: Desk) -> None:
    set_up_panel(desk)
    assert read_directory(desk).panel.places == towns()
    assert len(towns()) == 10


def test_elected_members_are_an_agency_of_their_own(desk: Desk) -> None:
    set_up_panel(desk)
    kinds = {agency.name: agency.agency_kind for agency in read_directory(desk).agencies}
    elected = [name for name, kind in kinds.items() if kind is AgencyKind.ELECTED_MEMBER]
    assert len(elected) == 1
    assert elected[0].startswith("Town Council: ")
    assert kinds["Police"] is AgencyKind.POLICE_NEIGHBOURHOOD


def test_a_published_name_that_is_an_agencys_short_one_is_that_agency(desk: Desk) -> None:
    own = add_agency(desk, name="Trevarra Constabulary", short_name="Police").result
    made = set_up_panel(desk).result
    page = read_directory(desk)
    assert [one.name for one in page.agencies if one.short_name == "Police"] == [
        "Trevarra Constabulary"
    ]
    assert "Police" not in {one.name for one in page.agencies}
    assert own not in made.agencies
    assert own in {seat.agency_id for seat in page.seats}


def test_a_second_time_nothing_is_made_and_agencies_on_file_are_used(desk: Desk) -> None:
    add_agency(desk, name="police")
    first = set_up_panel(desk)
    again = set_up_panel(desk)

    assert (again.result.agencies, again.result.seats) == ((), ())
    names = [agency.name.casefold() for agency in read_directory(desk).agencies]
    assert names.count("police") == 1
    assert len(first.result.agencies) == len(set(names)) - 5


def test_who_may_not_change_the_directory_sets_nothing_up(desk: Desk) -> None:
    with pytest.raises(NotPermittedError):
        set_up_panel(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE))
    assert read_directory(desk).seats == ()
