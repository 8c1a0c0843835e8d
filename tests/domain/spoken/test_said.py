"""A line of notes goes to the agency that says it, or asks."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.spoken.said import understand_note
from coordinator.domain.spoken.values import NoteState
from tests.domain.spoken.rooms import ROOM, agency_id


@pytest.mark.parametrize(
    ("line", "agency", "text"),
    [
        ("police: two calls this week", "Police", "two calls this week"),
        ("Kerrow Police: two calls by Friday", "Police", "two calls by Friday"),
        (
            "lantern - missed one, came to the next: well",
            "Lantern",
            "missed one, came to the next: well",
        ),
        ("Priya: breach on 3 Nov", "Probation", "breach on 3 Nov"),
        ("Sam Lee:in B&B", "Housing", "in B&B"),
        ("housing: bid at 10:30", "Housing", "bid at 10:30"),
        ("options: a room is free", "Housing", "a room is free"),  # a word of actions, too
    ],
)
def test_what_stands_before_a_colon_or_a_dash_names_the_agency(
    line: str, agency: str, text: str
) -> None:
    note = understand_note(line, ROOM)
    assert note.agency is not None
    assert (note.agency.id, note.text, note.is_complete) == (agency_id(agency), text, True)


def test_two_agencies_that_fit_are_a_question_and_the_choice_settles_it() -> None:
    asked = understand_note("Sam: two calls", ROOM)
    assert (asked.state, asked.agency, asked.text) == (NoteState.WHICH_AGENCY, None, "two calls")
    assert {one.id for one in asked.choices} == {agency_id("Police"), agency_id("Housing")}
    chosen = understand_note("Sam: two calls", ROOM, agency_id("Police"))
    assert chosen.is_complete
    assert chosen.text == "two calls"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("two calls this week", NoteState.NOT_SAID),
        ("landlord, police and GP rang: all say the same", NoteState.NOT_SAID),
        ("hospital: discharged", NoteState.NOT_FOUND),  # nobody of theirs is here
        ("Zoltan: two calls", NoteState.NOT_FOUND),
        ("", NoteState.NOT_SAID),
        (":", NoteState.NOT_SAID),
    ],
)
def test_a_note_without_an_agency_in_the_room_keeps_its_words(line: str, state: NoteState) -> None:
    note = understand_note(line, ROOM)
    assert (note.state, note.agency, note.text) == (state, None, line.strip(":"))
    chosen = understand_note(line, ROOM, agency_id("Police"))
    assert chosen.agency is not None
    assert chosen.text == note.text


def test_an_agency_that_is_not_on_file_cannot_be_chosen() -> None:
    assert understand_note("two calls", ROOM, UUID(int=1)).agency is None


@given(st.text(max_size=40))
def test_no_note_raises_or_loses_a_word(line: str) -> None:
    note = understand_note(line, ROOM)
    assert len(note.text.split()) <= len(line.split()) + line.count("\u2014")
    assert note.agency is not None or note.choices or note.text.split() == note.text.split()
