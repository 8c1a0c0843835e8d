"""What may be said about a person, and what is left of a name without detail."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.people.rules import (
    EDITABLE,
    PersonName,
    check_death,
    check_living,
    check_person,
    initialled,
)

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (PersonName("Kezia", "Trelawny", "Kez"), PersonName("K", "T")),
        (PersonName("", "Gray", "Tommo"), PersonName("T", "G")),
        (PersonName("Corentin", "Gray", "Bear"), PersonName("B", "G")),
        (PersonName("Corentin", "Gray", " "), PersonName("C", "G")),
        (PersonName("'Aled", "ó Néill"), PersonName("A", "ó")),
        (PersonName("Łucja", "Żak"), PersonName("Ł", "Ż")),
        (PersonName("", ""), PersonName("", "")),
        (PersonName("7 🙂", "-"), PersonName("", "")),
    ],
)
def test_a_name_without_detail_is_its_first_letters(name: PersonName, left: PersonName) -> None:
    assert initialled(name) == left


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_no_more_than_one_letter_of_a_part_is_ever_left(
    given_name: str, family: str, preferred: str
) -> None:
    left = initialled(PersonName(given_name, family, preferred))
    for part in (left.given, left.family):
        assert sum(not unicodedata.combining(one) for one in part) <= 1
    assert left.preferred == ""


@given(st.dates(date(1880, 1, 1), date(2040, 1, 1)))
def test_a_person_is_between_sixteen_and_a_hundred_and_twenty(born: date) -> None:
    age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    if 16 <= age <= 120:
        check_person({"born_on": born}, TODAY)
    else:
        with pytest.raises(InvalidFieldsError):
            check_person({"born_on": born}, TODAY)


@pytest.mark.parametrize("field", ["status", "reference", "died_on", "disputed", "id"])
def test_what_follows_from_other_acts_is_not_typed(field: str) -> None:
    assert field not in EDITABLE
    with pytest.raises(InvalidFieldsError):
        check_person({field: "x"}, TODAY)


def test_a_death_is_between_birth_and_today_and_somebody_told() -> None:
    check_death(TODAY, date(1990, 1, 1), "the coroner", TODAY)
    check_death(date(1900, 1, 1), None, "the coroner", TODAY)
    for died, born, source in (
        (date(2026, 11, 20), None, "a call"),
        (date(1989, 12, 31), date(1990, 1, 1), "a call"),
        (TODAY, None, "  "),
    ):
        with pytest.raises(InvalidFieldsError):
            check_death(died, born, source, TODAY)
    check_living(None)
    with pytest.raises(GuardError, match="person-died"):
        check_living(TODAY)


@pytest.mark.parametrize("nothing", ["", "  ", "\x00\x07", "\u200b\u202e"])
def test_a_name_nobody_can_read_is_none(nothing: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        check_person({"given_name": nothing, "family_name": None}, TODAY)
    assert refused.value.fields == {"given_name": "name-or-description"}
