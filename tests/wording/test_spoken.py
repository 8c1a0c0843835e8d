"""The sentence under a spoken line says what was understood, asked, or cannot be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.spoken.line import understand
from coordinator.domain.spoken.said import understand_note
from coordinator.domain.spoken.values import (
    DayState,
    NoteState,
    OwnerState,
    PossibleOwner,
    SpokenDay,
    SpokenOwner,
    UnderstoodNote,
)
from coordinator.wording.spoken import (
    LineShown,
    day_choice,
    day_sentence,
    line_shown,
    note_sentence,
    owner_choice,
    owner_sentence,
)
from tests.domain.spoken.rooms import (
    ANN,
    CALENDAR,
    EVERYBODY,
    JO,
    PRIYA,
    ROOM,
    SAM_LEE,
    SAM_ORR,
    TODAY,
    room,
    somebody,
)

THIRD_SAM = somebody(60, "Sam Ash", "Probation", is_here=True)
SPARE = somebody(61, "Kit Moss", "Kerrow Homes")


@pytest.mark.parametrize(
    ("line", "people", "sentence"),
    [
        ("Priya: ring", EVERYBODY, ""),
        (
            "Sam: ring",
            EVERYBODY,
            "Two people are called Sam: Sam Lee (Housing), Sam Orr (Police).",
        ),
        (
            "Sam: ring",
            (*EVERYBODY, THIRD_SAM),
            "3 people are called Sam: Sam Ash (Probation), Sam Lee (Housing), Sam Orr (Police).",
        ),
        ("Sam: ring", (SAM_LEE, replace(SAM_ORR, must_not_hear=True)), "Is it Sam Lee (Housing)?"),
        (
            "lantern: ring",
            EVERYBODY,
            "Who at Lantern Drug and Alcohol Service: Mark Hale or Tom Carne?",
        ),
        (
            "housing: ring",
            (SAM_LEE, replace(ANN, is_here=True)),
            "Which agency: Ann Bell (Kerrow Homes) or Sam Lee (Housing)?",
        ),
        (
            "police and housing to visit",
            EVERYBODY,
            "An action has one owner: Sam Orr (Police) or Sam Lee (Housing)?",
        ),
        ("police visit her", EVERYBODY, "Does Sam Orr (Police) do it?"),
        (
            "lantern visit her",
            EVERYBODY,
            "Who does it: Mark Hale (Lantern) or Tom Carne (Lantern)?",
        ),
        ("Prya: ring", (PRIYA,), "Nobody is called “Prya”. Is it Priya Nair (Probation)?"),
        ("ring the police", EVERYBODY, "Who does it? Start with a name or an agency."),
        (
            "Zoltan: ring",
            EVERYBODY,
            "Nobody on file is called “Zoltan”. Start with a name or an agency.",
        ),
        ("Jo: ring", (JO,), "Jo Reed left Kerrow Homes on Sun 1 Nov."),
        (
            "Jo: ring",
            (JO, ANN),
            "Jo Reed left Kerrow Homes on Sun 1 Nov. Ann Bell (Kerrow Homes)?",
        ),
        ("hospital: ring", EVERYBODY, "Kerrow Hospital must not be told about this person."),
        (
            "landlord: ring",
            (SPARE,),
            "Nobody here answers for Kerrow Homes: Kit Moss (Kerrow Homes)?",
        ),
        ("landlord: ring", (JO,), "Kerrow Homes has nobody in post."),
    ],
)
def test_what_is_said_about_the_owner(
    line: str, people: tuple[PossibleOwner, ...], sentence: str
) -> None:
    assert owner_sentence(understand(line, room(*people)).owner, TODAY) == sentence


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Fri", ""),
        ("next Friday", "Which Friday: 20 Nov or 27 Nov?"),
        ("this week", "Which day: Wed 18 Nov, Thu 19 Nov or Fri 20 Nov?"),
        ("18th", "Which day: Wed 18 Nov or Fri 18 Dec?"),
        ("Fri 28 Nov", "28 Nov is a Saturday. Fri 27 Nov or Sat 28 Nov?"),
        ("1/12/28", "Fri 1 Dec 2028 is more than a year away. Is it meant?"),
        ("asap", "“asap” is not a day. By when: Wed 18 Nov, Thu 19 Nov or Thu 26 Nov?"),
        ("25/12", "Fri 25 Dec is a bank holiday. Thu 24 Dec or Tue 29 Dec?"),
        ("28 Nov", "Sat 28 Nov is at a weekend. Fri 27 Nov or Mon 30 Nov?"),
        ("3/11", "Tue 3 Nov is over. Wed 3 Nov 2027?"),
        ("yesterday", "Tue 17 Nov is over."),
        ("by 31/11", "There is no such day: “by 31/11”."),
    ],
)
def test_what_is_said_about_the_day(said: str, sentence: str) -> None:
    assert day_sentence(understand(f"Priya: ring, {said}", ROOM).day, TODAY) == sentence


def test_a_missing_day_is_asked_for_and_the_next_meeting_offered() -> None:
    alone = room(*EVERYBODY, calendar=replace(CALENDAR, next_meeting_on=None))
    asked = understand("Priya: ring", ROOM).day
    assert day_sentence(asked, TODAY) == "By when? The next meeting is Thu 26 Nov."
    assert day_sentence(understand("Priya: ring", alone).day, TODAY) == "By when?"
    meeting = understand("Priya: ring, next meeting", alone).day
    assert day_sentence(meeting, TODAY) == "No next meeting is fixed. By which day?"
    house = understand("Priya: visit house 3/12", ROOM).day
    assert day_sentence(house, TODAY) == "Is “3/12” the day: Thu 3 Dec?"


def test_what_was_understood_is_shown_part_by_part() -> None:
    whole = understand("probation to book the visit by Fri", ROOM)
    assert line_shown(whole, TODAY) == LineShown(
        "Priya Nair (Probation)", "Book the visit", "by Fri 20 Nov"
    )
    half = understand("Sam to book the visit", ROOM)
    assert line_shown(half, TODAY) == LineShown("", "Book the visit", "")


def test_choices_are_named_as_the_sentences_name_them() -> None:
    assert owner_choice(replace(PRIYA, short_name="")) == "Priya Nair (Probation Service)"
    assert day_choice(date(2026, 11, 27), TODAY) == "Fri 27 Nov"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("police: two calls", ""),
        ("Sam: two calls", "Which agency: Kerrow Housing Options or Kerrow Police?"),
        ("two calls", "Who says it? Start with the agency and a colon."),
        ("hospital: home", "No agency here is called “hospital”."),
    ],
)
def test_what_is_said_about_a_note(line: str, sentence: str) -> None:
    assert note_sentence(understand_note(line, ROOM)) == sentence


def test_many_choices_are_counted_after_the_first_five() -> None:
    many = tuple(somebody(70 + n, f"Sam {name}", "Police") for n, name in enumerate("ABCDEFG"))
    told = owner_sentence(SpokenOwner(OwnerState.WHICH_OF_AGENCY, choices=many, agency="X"), TODAY)
    assert told == "Who at X: Sam A, Sam B, Sam C, Sam D, Sam E or 2 more?"


@given(
    st.sampled_from(OwnerState),
    st.sampled_from(DayState),
    st.sampled_from(NoteState),
    st.lists(st.sampled_from(EVERYBODY), max_size=8, unique=True),
    st.lists(st.dates(date(2026, 11, 18), date(2030, 1, 1)), min_size=1, max_size=8, unique=True),
)
def test_every_state_has_its_sentence_whatever_the_choices(
    owner: OwnerState,
    day: DayState,
    note: NoteState,
    people: list[PossibleOwner],
    days: list[date],
) -> None:
    told = owner_sentence(SpokenOwner(owner, "Sam", choices=tuple(people), about=JO), TODAY)
    assert bool(told) == (owner is not OwnerState.UNDERSTOOD)
    asked = day_sentence(SpokenDay(day, "Fri", choices=tuple(days), on=days[0]), TODAY)
    assert bool(asked) == (day is not DayState.UNDERSTOOD)
    noted = note_sentence(UnderstoodNote(note, "two calls", "Sam"))
    assert bool(noted) == (note is not NoteState.UNDERSTOOD)
