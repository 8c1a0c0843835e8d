"""The bundled lists can be read, from a checkout or an installation, and set up a panel."""

from pathlib import Path

import pytest

from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.reference import resources
from coordinator.reference.panels import ladder, panel_templates
from coordinator.reference.places import towns
from coordinator.reference.seats import Group, SeatState, published_seats, seats_of


def test_there_are_ten_towns() -> None:
    assert len(towns()) == 10
    assert len(set(towns())) == 10
    assert {"Penzance", "St Austell", "Saltash"} <= set(towns())


def test_every_published_seat_arrives_with_its_tier_and_state() -> None:
    assert [len(seats_of(group)) for group in Group] == [21, 31, 23]
    assert len(published_seats()) == 75


def test_the_published_vacancies_are_kept() -> None:
    vacant = [seat.agency for seat in published_seats() if seat.state is SeatState.VACANT]
    assert vacant == [
        "National Probation Service",
        "South West Ambulance Service NHS Foundation Trust",
    ]


def test_elected_members_are_known_as_such_so_that_they_never_receive_named_data() -> None:
    elected = [seat for seat in published_seats() if seat.agency_kind is AgencyKind.ELECTED_MEMBER]
    assert len(elected) == 3


def test_a_panel_starts_with_its_core_seats() -> None:
    panel = panel_templates()[0]
    assert panel.name == "Complex needs panel"
    assert panel.marking is Marking.OFFICIAL_SENSITIVE
    assert len(panel.seats) == 16
    assert sum(seat.is_required for seat in panel.seats) >= panel.quorum
    assert (panel.weekday, panel.starts_at.isoformat("minutes")) == (3, "10:00")


def test_a_place_group_starts_with_the_published_seats() -> None:
    place = next(found for found in panel_templates() if found.key == "place")
    assert len(place.seats) == 23
    assert "Town Council: Town Clerk" in {seat.name for seat in place.seats}


def test_the_ladder_climbs_and_every_step_has_an_answer_time() -> None:
    steps = ladder()
    assert [step.level for step in steps] == [0, 1, 2, 3, 4]
    assert [step.working_days for step in steps] == [2, 5, 5, 10, 20]
    assert steps[3].receiver == "Commissioner"


@pytest.mark.parametrize("inside", [True, False])
def test_resources_are_found_inside_the_package_and_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, inside: bool
) -> None:
    package = tmp_path / "site" / "coordinator"
    home = (package if inside else package.parent) / "resources"
    (home / "reference").mkdir(parents=True)
    package.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources.folder.cache_clear()
    try:
        assert resources.resource("fonts", "a.ttf") == home / "fonts" / "a.ttf"
    finally:
        resources.folder.cache_clear()


def test_a_broken_installation_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "nowhere" / "coordinator")
    resources.folder.cache_clear()
    try:
        with pytest.raises(FileNotFoundError):
            resources.folder()
    finally:
        resources.folder.cache_clear()
