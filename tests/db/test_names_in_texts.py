"""Asking who on file is named by a word of a text, whichever way it is written."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import add_alias, register_person
from coordinator.domain.need_to_know.hiding import words_to_ask


@pytest.mark.parametrize(
    ("on_file", "typed"),
    [
        ("Kezia", "kezia's"),
        ("Siân", "SIAN"),
        ("Łukasz", "lukasz"),
        ("Jørgen", "Jorgen"),
        ("Weiß", "WEISS"),
        ("Ægir", "aegir"),
        ("O'Neill", "ONeill"),
        ("ONeill", "O'Neill"),
        ("Anne-Marie", "marie"),
        ("Keziah Trelawny", "the Trelawnys"),
    ],
)
def test_a_person_is_found_by_a_word_of_their_name(desk: Desk, on_file: str, typed: str) -> None:
    person = register_person(desk, given_name=on_file).result
    register_person(desk, given_name="Petroc")
    with desk.read() as look:
        assert look.caseload.named(words_to_ask([f"ring {typed} by noon"])) == {person}


def test_other_names_count_and_what_is_written_about_people_does_not(desk: Desk) -> None:
    person = register_person(desk, given_name="Kezia", usual_places="harbour").result
    add_alias(desk, person, "Foxglove Two")
    with desk.read() as look:
        assert look.caseload.named(words_to_ask(["foxglove"])) == {person}
        assert look.caseload.named(words_to_ask(["harbour", "fox", '" OR "a*', ""])) == set()
