"""Wishes that wait at another agency: they stand in its texts, by the rule of need to know."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.voice.wishes import answer_wish, find_wishes_owed, note_wish
from coordinator.db.models import Agency
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.people.wishes import NewWish, WishRow
from coordinator.domain.roles import Right
from coordinator.ui.shared.chasing import read_agreed, read_chases
from tests.casework.entries_on_file import a_meeting, a_person
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, TODAY


def owed(desk: Desk, agency: UUID) -> tuple[WishRow, ...]:
    reader = read_audience_of(desk, agency).reader
    assert reader is not None
    return find_wishes_owed(desk, reader)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


@pytest.fixture
def wish(desk: Desk, person: UUID) -> UUID:
    new = NewWish(person, "A doctor who listens", NURSE, answer_by=TODAY)
    return note_wish(desk, new).result


def text_for(desk: Desk, agency: str) -> str:
    return next((one.text for one in read_chases(desk) if one.agency.startswith(agency)), "")


def test_an_agency_is_asked_for_the_answers_its_people_owe(desk: Desk, wish: UUID) -> None:
    text = text_for(desk, "Kerrow Mental")
    assert "“A doctor who listens” (Kasia Dębska, by " in text
    assert "asked " in text
    assert "Kezia" not in text
    assert "Trelawny" not in text
    assert text_for(desk, "Kerrow Police") == ""
    answer_wish(desk, wish, seen=1, answer="On Friday")
    assert read_chases(desk) == ()


def test_to_answer_one_wish_lets_nothing_else_out(desk: Desk, person: UUID, wish: UUID) -> None:
    note_wish(desk, NewWish(person, "A key", OFFICER))
    add_action(desk, NewAction("Ask about the ban", OFFICER, TODAY, person))
    assert [one.words for one in owed(desk, HEALTH)] == ["A doctor who listens"]
    text = text_for(desk, "Kerrow Mental")
    assert "A key" not in text
    assert "Ask about the ban" not in text


def test_an_agency_that_must_not_be_told_is_not(desk: Desk, person: UUID, wish: UUID) -> None:
    exclude_agency(desk, person, agency_id=HEALTH, reason="Asked for it")
    assert owed(desk, HEALTH) == ()
    assert read_chases(desk) == ()


def test_agencies_that_are_never_given_names_get_none(desk: Desk, wish: UUID) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Agency, HEALTH).agency_kind = AgencyKind.ELECTED_MEMBER
        tx.journal("test.arranged", record=HEALTH)
    assert owed(desk, HEALTH) == ()


def test_what_a_panel_agreed_goes_out_with_the_answers_it_asked_for(
    desk: Desk, person: UUID
) -> None:
    meeting, another = a_meeting(desk), a_meeting(desk, "M26-002", on=TODAY + timedelta(days=7))
    note_wish(desk, NewWish(person, "To keep my dog", NURSE, meeting_id=meeting))
    (told,) = read_agreed(desk, meeting)
    assert (told.agency, told.count) == ("Kerrow Mental Health", 1)
    assert "To keep my dog" in told.text
    assert read_agreed(desk, another) == ()
    add_action(desk, NewAction("Ring", NURSE, TODAY, person, meeting_id=another))
    (told,) = read_agreed(desk, another)
    assert "To keep my dog" in told.text
    assert POLICE not in {one.owner.agency_id for one in owed(desk, HEALTH)}
