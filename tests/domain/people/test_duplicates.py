"""Possible duplicates are listed with their reasons, quickly, and never decided."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coordinator.domain.people.duplicates import (
    TOLD_FROM,
    KnownPeople,
    Likeness,
    Reason,
    compare,
    fold_name,
)

BORN = date(1980, 2, 1)


def somebody(
    key: int = 1,
    name: str = "Kezia Trelawny",
    born_on: date | None = BORN,
    *,
    numbers: frozenset[tuple[str, str]] = frozenset(),
    also: tuple[str, ...] = (),
) -> Likeness:
    return Likeness(key, (name, *also), born_on, numbers)


ON_FILE = somebody(also=("Kez Trelawney",), numbers=frozenset({("NHS", "9434765919")}))


@pytest.mark.parametrize(
    "other",
    [
        somebody(2),
        somebody(2, "KEZIA TRELAWNY"),
        somebody(2, "Trelawny Kezia"),
        somebody(2, "Kezia Anne Trelawny"),
        somebody(2, "Kezya Trelawney"),
        somebody(2, "Kezia Trelawny", date(1980, 1, 2)),
        somebody(2, "Kezia Trelawny", date(1981, 2, 1)),
        somebody(2, "Kezia Trelawny", None),
        somebody(2, "Keiza Trelawny", date(1980, 2, 2)),
        somebody(2, "Somebody Else", None, numbers=frozenset({("NHS", "9434765919")})),
        somebody(2, "Kez Trelawney", None),
        somebody(2, "Lezia Trelawny"),  # another first sound: found by the date of birth
        somebody(2, "Lezia Trelawny", date(1980, 1, 2)),
    ],
)
def test_the_person_on_file_is_found(other: Likeness) -> None:
    assert [one.key for one in KnownPeople([ON_FILE]).like(other)] == [1]


@pytest.mark.parametrize(
    "other",
    [
        somebody(2, "Jago Penrose"),
        somebody(2, "Kezia Penrose", date(1975, 6, 7)),
        somebody(2, "Jago Trelawny", None),
        somebody(2, "Kezia", None),
        somebody(2, "", BORN),
    ],
)
def test_another_person_is_not(other: Likeness) -> None:
    assert KnownPeople([ON_FILE]).like(other) == ()


def test_reasons_say_what_is_the_same_and_what_is_not() -> None:
    twin = somebody(2, "Kezia Trelawny", date(1991, 7, 30))
    assert compare(ON_FILE, twin).reasons == (Reason.OTHER_BIRTH, Reason.SAME_NAME)
    same = somebody(3, numbers=ON_FILE.numbers)
    assert compare(ON_FILE, same).reasons == (
        Reason.SAME_NUMBER,
        Reason.SAME_BIRTH,
        Reason.SAME_NAME,
    )
    other_number = somebody(4, numbers=frozenset({("NHS", "4010232137")}))
    assert Reason.OTHER_NUMBER in compare(ON_FILE, other_number).reasons


def test_the_likeliest_comes_first() -> None:
    known = KnownPeople([somebody(1, "Kezia Trelawny", None), somebody(2), somebody(3, "Kezi T")])
    assert [one.key for one in known.like(somebody(9))][:2] == [2, 1]


def test_nobody_is_a_duplicate_of_themselves() -> None:
    assert KnownPeople([ON_FILE]).like(ON_FILE) == ()


def test_people_with_the_same_birthday_and_nothing_else_in_common_are_not_told() -> None:
    known = KnownPeople([somebody(1, "Jago Penrose"), somebody(2, "Mab Angove")])
    assert known.like(somebody(3, "Kezia Trelawny")) == ()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Siân O'Neill-Jones", "sian oneill jones"),
        ("  ŁUKASZ  Żółć ", "lukasz zołc".replace("ł", "l")),
        ("", ""),
        ("😀", ""),
        ("محمد علي", "محمد علي"),
    ],
)
def test_names_are_compared_without_case_accents_and_points(name: str, folded: str) -> None:
    assert fold_name(name) == folded


PEOPLE = st.builds(
    Likeness,
    st.integers(0, 5),
    st.tuples(st.text(max_size=20)),
    st.none() | st.dates(date(1930, 1, 1), date(2010, 1, 1)),
    st.frozensets(st.tuples(st.sampled_from(["NHS", "PNC"]), st.sampled_from("abc")), max_size=2),
)


@given(PEOPLE, PEOPLE)
@settings(max_examples=100)
def test_likeness_is_the_same_either_way_round(one: Likeness, two: Likeness) -> None:
    assert compare(one, two).score == compare(two, one).score
    assert set(compare(one, two).reasons) == set(compare(two, one).reasons)


@given(st.lists(PEOPLE, max_size=6), PEOPLE)
@settings(max_examples=100)
def test_whoever_is_listed_scores_enough_and_has_a_reason(
    known: list[Likeness], person: Likeness
) -> None:
    for candidate in KnownPeople(known).like(person):
        assert candidate.score >= TOLD_FROM
        assert candidate.reasons
        assert candidate.key != person.key


@given(st.text(max_size=30))
@example("\U00010783")  # decomposes to a letter that is spelt out
@example("\u1d2c")  # decomposes to a capital
@settings(max_examples=100)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
