"""Who sits in a room now, and whom a typed name means."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.meetings.rooms import Somebody, already_there, understand_name
from coordinator.domain.roles import Role

TODAY = date(2026, 11, 19)


def post(number: int, name: str, agency: str, left_on: date | None = None) -> ProfessionalRow:
    return ProfessionalRow(
        id=UUID(int=number),
        revision=1,
        name=name,
        job="Worker",
        agency_id=UUID(int=100 + number),
        agency=agency,
        role=Role.REPRESENTATIVE,
        phone="",
        email="",
        is_contact_point=False,
        confidentiality_signed_on=None,
        inducted_on=None,
        trauma_trained_on=None,
        started_on=None,
        left_on=left_on,
    )


RHYS = post(1, "Rhys Roskilly", "Kerrow Homes")
DYLAN = post(2, "Dylan Ashdown", "Kerrow Police")
NAMESAKE = post(3, "Dylan Ashdown", "Kerrow Homes")
KASIA = post(4, "Kasia Dębska", "Kerrow Mental Health")
EVERYBODY = (RHYS, DYLAN, NAMESAKE, KASIA)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rhys Roskilly", RHYS),
        ("rhys ro", RHYS),
        ("rosk", RHYS),
        ("debska", KASIA),
        ("Dylan Ashdown, Kerrow P", DYLAN),
        ("dylan, kerrow homes", NAMESAKE),
    ],
)
def test_a_part_that_only_one_has_means_them(typed: str, meant: ProfessionalRow) -> None:
    who = understand_name(typed, EVERYBODY, TODAY).who
    assert who is not None
    assert who.professional == meant


def test_two_of_one_name_are_both_given_and_nobody_is_guessed() -> None:
    found = understand_name("Dylan Ashdown", EVERYBODY, TODAY)
    assert found.who is None
    assert found.several == (DYLAN, NAMESAKE)


def test_a_name_that_is_not_in_the_directory_is_a_name_with_what_they_do() -> None:
    found = understand_name("Gwen Osei, student", EVERYBODY, TODAY)
    assert found.who == Somebody(None, "Gwen Osei", "student")
    same = understand_name("Rhys Roskilly, volunteer", EVERYBODY, TODAY)
    assert same.who == Somebody(None, "Rhys Roskilly", "volunteer")


def test_who_has_left_is_a_name_only_and_it_is_told() -> None:
    gone = replace(RHYS, left_on=date(2026, 10, 2))
    found = understand_name("rhys roskilly", (gone,), TODAY)
    assert found.who == Somebody(None, "rhys roskilly", "")
    assert found.left == gone
    assert understand_name("rhys ro", (gone,), TODAY).left is None


@pytest.mark.parametrize("typed", ["", "   ", ",", ", student"])
def test_nothing_typed_means_nobody(typed: str) -> None:
    assert understand_name(typed, EVERYBODY, TODAY).who is None


def test_the_first_row_of_nobody_else_is_not_them() -> None:
    assert already_there(Somebody(None, "Gwen", ""), ()) is None
