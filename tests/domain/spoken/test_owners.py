"""Who is meant: the one who fits, or a question; never somebody who merely might."""

from dataclasses import replace

import pytest

from coordinator.domain.spoken.owners import Owners
from coordinator.domain.spoken.values import OwnerState, PossibleOwner, SpokenOwner
from tests.domain.spoken.rooms import (
    ANN,
    EVA,
    EVERYBODY,
    JO,
    MARK,
    PRIYA,
    PRIYA_ELSEWHERE,
    SAM_LEE,
    SAM_ORR,
    SIAN,
    TODAY,
    TOM,
    WILL,
    somebody,
)

O = OwnerState  # noqa: E741 - one letter, as beside it D for days


def found(words: str, *people: PossibleOwner) -> SpokenOwner:
    spoken = Owners(people or EVERYBODY, TODAY).find(words)
    assert spoken is not None, words
    return spoken


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Sam Orr", SAM_ORR),
        ("orr", SAM_ORR),
        ("Sam O", SAM_ORR),
        ("SO", SAM_ORR),
        ("S.O.", SAM_ORR),
        ("PC Orr", SAM_ORR),
        ("Sam from police", SAM_ORR),
        ("police Sam", SAM_ORR),
        ("Sam Orr (Police)", SAM_ORR),
        ("Sam Orr, Kerrow Police", SAM_ORR),
        ("mark", MARK),
        ("WILL DUNN", WILL),
        ("Priya", PRIYA),  # the other one is not in the room
        ("Priya Shah", PRIYA_ELSEWHERE),
        ("head of unit", PRIYA),
        ("police", SAM_ORR),  # not the seat holder, who is not here
        ("the police", SAM_ORR),
        ("Kerrow Police", SAM_ORR),
        ("probation", PRIYA),
        ("Probation Service", PRIYA),
        ("housing", SAM_LEE),  # a landlord is housing, too, and nobody of theirs is here
        ("housing options", SAM_LEE),
        ("landlord", ANN),  # nobody here, no seat: the contact point
    ],
)
def test_somebody_is_found_by_name_or_agency(words: str, owner: PossibleOwner) -> None:
    assert found(words) == SpokenOwner(O.UNDERSTOOD, words, owner)


@pytest.mark.parametrize(
    "words", ["sian", "SIAN ONEILL-JONES", "Siân O\u2019Neill-Jones", "o'neill"]
)
def test_accents_and_case_do_not_matter(words: str) -> None:
    hearing = replace(SIAN, must_not_hear=False)
    assert found(words, hearing, PRIYA).owner == hearing


def test_two_of_one_name_in_the_room_are_a_question() -> None:
    asked = found("Sam")
    assert (asked.state, asked.owner) == (O.WHICH_PERSON, None)
    assert asked.choices == (SAM_LEE, SAM_ORR)


def test_two_of_one_name_elsewhere_are_a_question_and_one_in_the_room_is_not() -> None:
    away = replace(SAM_ORR, is_here=False)
    assert found("Sam", away, SAM_LEE).owner == SAM_LEE
    assert found("Sam", away, replace(SAM_LEE, is_here=False)).state is O.WHICH_PERSON


def test_a_name_of_one_word_elsewhere_does_not_go_before_the_room() -> None:
    alone = somebody(24, "Sam", "Tregenna")
    assert found("Sam", alone, SAM_ORR).owner == SAM_ORR


def test_two_people_of_one_agency_in_the_room_are_a_question() -> None:
    asked = found("lantern")
    assert asked == SpokenOwner(
        O.WHICH_OF_AGENCY,
        "lantern",
        choices=(MARK, TOM),
        agency="Lantern Drug and Alcohol Service",
    )


def test_an_agency_alone_is_its_person_here_then_its_seat_then_its_contact_point() -> None:
    spare = somebody(20, "Kit Moss", "Police")
    contact = somebody(21, "Bea Hart", "Police", is_contact_point=True)
    assert found("police", SAM_ORR, WILL, contact, spare).owner == SAM_ORR
    assert found("police", WILL, contact, spare).owner == WILL
    assert found("police", contact, spare).owner == contact
    alone = found("police", spare)
    assert (alone.state, alone.owner, alone.choices) == (O.NOBODY_THERE, None, (spare,))


def test_two_agencies_that_go_by_the_same_words_are_a_question() -> None:
    landlord = replace(ANN, is_here=True)
    asked = found("housing", SAM_LEE, landlord)
    assert (asked.state, asked.choices) == (O.WHICH_AGENCY, (landlord, SAM_LEE))


def test_a_name_that_is_a_person_s_and_an_agency_s_is_a_question() -> None:
    lantern = somebody(30, "Jan Lantern", "Police", is_here=True)
    asked = found("Lantern", lantern, MARK)
    assert (asked.state, set(asked.choices)) == (O.WHICH_PERSON, {lantern, MARK})


def test_somebody_who_has_left_is_told_with_who_answers_now() -> None:
    told = found("Jo Reed")
    assert told == SpokenOwner(
        O.HAS_LEFT, "Jo Reed", choices=(ANN,), about=JO, agency="Kerrow Homes"
    )


def test_somebody_in_post_goes_before_a_namesake_who_has_left() -> None:
    now = somebody(22, "Jo Tripp", "Tregenna")
    assert found("Jo", JO, now).owner == now


@pytest.mark.parametrize("words", ["Hospital", "Sian", "the hospital"])
def test_an_agency_that_must_not_be_told_is_never_the_owner(words: str) -> None:
    told = found(words, SIAN, PRIYA)
    assert (told.state, told.owner, told.choices) == (O.MUST_NOT_HEAR, None, ())
    assert told.agency == "Kerrow Hospital"


def test_what_one_of_an_agency_must_not_hear_none_of_it_is_told() -> None:
    colleague = somebody(23, "Nell Voss", "Hospital", is_here=True)
    for words in ("Nell", "hospital", "Nell Voss"):
        assert found(words, SIAN, colleague).state is O.MUST_NOT_HEAR


def test_a_namesake_who_must_not_hear_is_not_offered_and_the_other_is_not_taken_for_granted() -> (
    None
):
    asked = found("Sam", replace(SAM_ORR, must_not_hear=True), SAM_LEE)
    assert (asked.state, asked.owner, asked.choices) == (O.WHICH_PERSON, None, (SAM_LEE,))


@pytest.mark.parametrize(
    "words", ["Zoltan", "Sam Zoltan", "", "the", "so", "ring", "support", "homes"]
)
def test_nobody_is_found_where_nobody_is_called_so(words: str) -> None:
    assert Owners(EVERYBODY, TODAY).find(words) is None


def test_a_whole_name_that_is_a_common_word_is_still_the_agency_s() -> None:
    named = replace(EVA, agency="Support", short_name="", is_here=True)
    assert found("support", named).owner == named


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("Prya", PRIYA),
        ("Pryia", PRIYA),
        ("Probaton", PRIYA),
        ("Sam from polce", SAM_ORR),
        ("Prya Nair", PRIYA),
    ],
)
def test_one_wrong_letter_of_a_long_name_is_offered_and_not_taken(
    words: str, offered: PossibleOwner
) -> None:
    owners = Owners(EVERYBODY, TODAY)
    assert owners.find(words) is None
    alike = owners.alike(words)
    assert alike is not None
    assert (alike.state, alike.owner) == (O.ALIKE, None)
    assert offered in alike.choices


@pytest.mark.parametrize("words", ["Som", "Pria Nair Shah", "Xyzzy", "Prrryaa", ""])
def test_a_short_name_or_two_wrong_letters_are_not_offered(words: str) -> None:
    assert Owners((SAM_ORR, PRIYA), TODAY).alike(words) is None


def test_several_named_together_are_all_offered_and_none_is_taken() -> None:
    owners = Owners(EVERYBODY, TODAY)
    for words in ("police and probation", "Priya & Sam Orr", "police/probation"):
        several = owners.find_several(words)
        assert several is not None
        assert (several.state, several.owner) == (O.SEVERAL, None)
        assert set(several.choices) == {SAM_ORR, PRIYA}
    assert owners.find_several("police and nobody") is None
    assert owners.find_several("police") is None


def test_an_and_within_the_name_of_an_agency_is_part_of_it() -> None:
    assert found("drug and alcohol", MARK).owner == MARK
