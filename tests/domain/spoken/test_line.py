"""A line is split into who, what and by when; what belongs to the action is never eaten."""

from dataclasses import replace
from datetime import date

import pytest

from coordinator.domain.lists.panel import Topic
from coordinator.domain.spoken.line import understand
from coordinator.domain.spoken.values import Answers, DayState, OwnerState, Part, PossibleOwner
from coordinator.reference.kinds import panel_kind
from tests.domain.spoken.rooms import (
    ANN,
    CALENDAR,
    EVERYBODY,
    JO,
    MARK,
    NEXT_MEETING,
    PRIYA,
    ROOM,
    SAM_LEE,
    SAM_ORR,
    SIAN,
    TODAY,
    TOM,
    room,
    somebody,
)

FRIDAY = date(2026, 11, 20)
D, W = DayState, OwnerState


@pytest.mark.parametrize(
    ("line", "owner", "text", "on"),
    [
        ("probation, book the joint visit, by Fri", PRIYA, "Book the joint visit", FRIDAY),
        ("probation, book the joint visit by Fri", PRIYA, "Book the joint visit", FRIDAY),
        ("by Fri probation to book the joint visit", PRIYA, "Book the joint visit", FRIDAY),
        ("by Fri: probation, book the joint visit", PRIYA, "Book the joint visit", FRIDAY),
        ("book the joint visit - probation - Fri", PRIYA, "Book the joint visit", FRIDAY),
        ("book the joint visit by Fri - probation", PRIYA, "Book the joint visit", FRIDAY),
        (
            "probation \u2013 book the joint visit \u2013 Fri",
            PRIYA,
            "Book the joint visit",
            FRIDAY,
        ),
        ("Priya, book the joint visit, Fri", PRIYA, "Book the joint visit", FRIDAY),
        ("Priya, by Fri, book the joint visit", PRIYA, "Book the joint visit", FRIDAY),
        ("Priya:book the joint visit,Fri.", PRIYA, "Book the joint visit", FRIDAY),
        ("housing to book the joint visit. Fri", SAM_LEE, "Book the joint visit", FRIDAY),
        ("  housing   to  ring\ther , Fri ", SAM_LEE, "Ring her", FRIDAY),
        (
            "Priya: ask Head of Housing to sign off the hotel by 27/11",
            PRIYA,
            "Ask Head of Housing to sign off the hotel",
            date(2026, 11, 27),
        ),
        (
            "Priya: ring Sam, Priya Shah and the GP, Fri",
            PRIYA,
            "Ring Sam, Priya Shah and the GP",
            FRIDAY,
        ),
        ("Priya: ring at 10:30, Friday, 20 November", PRIYA, "Ring at 10:30", FRIDAY),
        ("Priya: raise it, next meeting", PRIYA, "Raise it", NEXT_MEETING),
        ("Priya: go with her tomorrow", PRIYA, "Go with her", date(2026, 11, 19)),
        ("landlord: hold the notice, in two weeks", ANN, "Hold the notice", date(2026, 12, 2)),
        (
            "Priya: say how it went by Fri, and ring her",
            PRIYA,
            "Say how it went, and ring her",
            FRIDAY,
        ),
    ],
)
def test_a_line_in_any_order_is_understood(
    line: str, owner: PossibleOwner, text: str, on: date
) -> None:
    found = understand(line, ROOM)
    assert (found.owner.owner, found.text, found.day.on) == (owner, text, on)
    assert found.is_complete


@pytest.mark.parametrize(
    "text",
    [
        "Ring the police by the river",
        "Visit on Friday with Priya",
        "Hold the room for two weeks",
        "Extend the order by two weeks",
        "See them every Friday",
        "See them Mondays, Wednesdays and Fridays",
        "See them Monday, Wednesday, Friday",
        "Ask what happened since Friday",
        "Ask what she said yesterday",
        "Keep Monday to Friday free",
        "Find out where they sat",
        "Offer support 24/7",
        "Ring before 4 pm",
        "Visit flat 3/12",
        "Look in three places before Friday, and tell the lead",
        "Meet them twice this week, and say who comes next",
        "Send the forms to Carne, by the church",
        "Pay \u00a31,000 at 10:30 to the landlord",
    ],
)
def test_words_of_the_action_are_not_eaten(text: str) -> None:
    alone = understand(text, ROOM)
    assert (alone.text, alone.day.on) == (text, None)
    owned = understand(f"Priya: {text}", ROOM)
    assert (owned.owner.owner, owned.text, owned.day.on) == (PRIYA, text, None)
    whole = understand(f"Priya: {text}, by Fri", ROOM)
    assert (whole.owner.owner, whole.text, whole.day.on) == (PRIYA, text, FRIDAY)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Prepare her for the hearing on 27 Nov", date(2026, 11, 27)),
        ("Book an appointment for Friday", FRIDAY),
        ("Raise it at the next meeting", NEXT_MEETING),
        ("Ring her on Friday at 4pm", FRIDAY),
        ("Ring her by Friday lunchtime", FRIDAY),
        ("Offer an appointment within two working days", FRIDAY),
    ],
)
def test_a_day_that_may_be_part_of_the_action_is_read_and_its_words_stay(
    text: str, on: date
) -> None:
    found = understand(f"Priya: {text}", ROOM)
    assert (found.text, found.day.on) == (text, on)


def test_figures_that_may_be_an_address_are_asked_about() -> None:
    asked = understand("Priya: visit house 3/12", ROOM)
    assert (asked.text, asked.day.state, asked.day.on) == ("Visit house 3/12", D.MEANT, None)
    third = date(2026, 12, 3)
    assert asked.day.choices == (third,)
    chosen = understand("Priya: visit house 3/12", ROOM, asked.choose_day(third))
    assert (chosen.text, chosen.day.on) == ("Visit house", third)
    other = understand("Priya: visit house 3/12", ROOM, asked.choose_day(FRIDAY))
    assert (other.text, other.day.on) == ("Visit house 3/12", FRIDAY)


@pytest.mark.parametrize(
    ("line", "text", "on", "after"),
    [
        ("Fri: Priya to ring her", "Fri: Priya to ring her", FRIDAY, "Ring her"),
        ("Fri - Priya - ring her", "Fri - Priya - ring her", FRIDAY, "Ring her"),
        ("Priya: mend it, Fri, urgent", "Mend it, Fri, urgent", FRIDAY, "Mend it, urgent"),
    ],
)
def test_a_day_that_stands_apart_from_the_end_is_asked_about(
    line: str, text: str, on: date, after: str
) -> None:
    asked = understand(line, ROOM)
    assert (asked.text, asked.day.state, asked.day.choices) == (text, D.MEANT, (on,))
    assert asked.owner.state in {W.NOT_SAID, W.UNDERSTOOD}
    chosen = understand(line, ROOM, asked.choose_day(on))
    assert (chosen.owner.owner, chosen.text, chosen.day.on) == (PRIYA, after, on)


def test_several_who_do_it_are_asked_for_one_owner_and_stay_in_the_words() -> None:
    line = "police and housing do a joint visit next Thursday"
    asked = understand(line, ROOM)
    assert asked.text == "Police and housing do a joint visit"
    assert (asked.owner.state, asked.owner.choices) == (W.SEVERAL, (SAM_ORR, SAM_LEE))
    assert asked.day.choices == (date(2026, 11, 19), date(2026, 11, 26))
    half = understand(line, ROOM, asked.choose_owner(SAM_ORR.id))
    whole = understand(line, ROOM, half.choose_day(date(2026, 11, 26)))
    assert whole.is_complete
    assert (whole.owner.owner, whole.text) == (SAM_ORR, "Police and housing do a joint visit")


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("police book the visit, Fri", "Police book the visit", "Book the visit"),
        ("book the visit, police, Fri", "Book the visit, police", "Book the visit"),
        ("book the visit, police", "Book the visit, police", "Book the visit"),
    ],
)
def test_a_name_where_no_owner_stands_is_asked_about_and_taken_only_then(
    line: str, before: str, after: str
) -> None:
    asked = understand(line, ROOM)
    assert (asked.owner.state, asked.owner.choices) == (W.MEANT, (SAM_ORR,))
    assert asked.text == before
    assert understand(line, ROOM, asked.choose_owner(SAM_ORR.id)).text == after
    other = understand(line, ROOM, asked.choose_owner(PRIYA.id))
    assert (other.owner.owner, other.text) == (PRIYA, before)


def test_a_first_word_that_is_also_a_name_is_asked_about() -> None:
    asked = understand("Mark the file as urgent, Fri", ROOM)
    assert (asked.owner.state, asked.owner.choices) == (W.MEANT, (MARK,))
    assert asked.text == "Mark the file as urgent"


@pytest.mark.parametrize(
    ("line", "state", "words"),
    [
        ("book the joint visit by Fri", W.NOT_SAID, ""),
        ("Zoltan: book it, Fri", W.NOT_FOUND, "Zoltan"),
        ("Zoltan to book it, Fri", W.NOT_FOUND, "Zoltan"),
        ("book the joint visit, then ring, Fri", W.NOT_SAID, ""),
    ],
)
def test_a_line_without_an_owner_asks_for_one_and_keeps_its_words(
    line: str, state: OwnerState, words: str
) -> None:
    found = understand(line, ROOM)
    assert (found.owner.state, found.owner.words) == (state, words)
    assert not found.is_complete
    assert found.text == line[0].upper() + line[1:].removesuffix(", Fri").removesuffix(" by Fri")
    anybody = understand(line, ROOM, found.choose_owner(PRIYA.id))
    assert (anybody.owner.owner, anybody.text) == (PRIYA, found.text)


def test_a_question_about_a_namesake_is_answered_by_choosing() -> None:
    asked = understand("Sam to ring her, Fri", ROOM)
    assert (asked.owner.state, asked.owner.owner, asked.text) == (W.WHICH_PERSON, None, "Ring her")
    chosen = understand("Sam to ring her, Fri", ROOM, asked.choose_owner(SAM_LEE.id))
    assert chosen.owner.owner == SAM_LEE
    assert chosen.is_complete


def test_an_answer_is_let_go_of_when_its_words_change_and_the_other_is_kept() -> None:
    asked = understand("Sam to ring her, next Fri", ROOM)
    half = understand("Sam to ring her, next Fri", ROOM, asked.choose_owner(SAM_LEE.id))
    both = half.choose_day(FRIDAY)
    longer = understand("Sam to ring her and him, next Fri", ROOM, both)
    assert (longer.owner.owner, longer.day.on) == (SAM_LEE, FRIDAY)
    changed = understand("Tom to ring her, next Fri", ROOM, both)
    assert (changed.owner.owner, changed.day.on) == (TOM, FRIDAY)
    assert changed.answers == Answers(day=FRIDAY, day_words="next Fri")
    later = understand("Sam to ring her, Mon", ROOM, both)
    assert (later.owner.owner, later.day.on) == (SAM_LEE, date(2026, 11, 23))


def test_the_notice_of_a_closed_day_does_not_stop_the_line() -> None:
    found = understand("Priya: ring her, 25/12", ROOM)
    assert (found.day.state, found.day.on) == (D.CLOSED, date(2026, 12, 25))
    assert found.is_complete
    open_day = found.day.choices[1]
    assert (
        understand("Priya: ring her, 25/12", ROOM, found.choose_day(open_day)).day.on == open_day
    )


def test_a_day_a_year_off_is_asked_and_then_believed() -> None:
    line = "Priya: ring her, 1 Dec 2028"
    asked = understand(line, ROOM)
    assert asked.day.state is D.FAR_AWAY
    chosen = understand(line, ROOM, asked.choose_day(asked.day.choices[0]))
    assert chosen.day.on == date(2028, 12, 1)


def test_nobody_is_chosen_who_has_left_or_must_not_hear_and_no_day_that_is_over() -> None:
    line = "ring her"
    asked = understand(line, ROOM)
    assert understand(line, ROOM, asked.choose_owner(JO.id)).owner.state is W.HAS_LEFT
    assert understand(line, ROOM, asked.choose_owner(SIAN.id)).owner.state is W.MUST_NOT_HEAR
    over = understand(line, ROOM, asked.choose_day(date(2026, 11, 17)))
    assert (over.day.state, over.day.on) == (D.PAST, None)


def test_a_name_with_one_letter_wrong_is_asked_about() -> None:
    asked = understand("Prya, book it, Fri", ROOM)
    assert (asked.owner.state, asked.owner.owner, asked.text) == (W.ALIKE, None, "Book it")
    chosen = understand("Prya, book it, Fri", ROOM, asked.choose_owner(PRIYA.id))
    assert chosen.is_complete


def test_a_name_alone_shows_who_is_meant_before_anything_is_said() -> None:
    found = understand("probation", ROOM)
    assert (found.owner.owner, found.text, found.is_complete) == (PRIYA, "", False)
    assert understand("", ROOM).owner.state is W.NOT_SAID


@pytest.mark.parametrize("typed", ["Priya", "Priya: ", "Priya: book, by Fri", "Sam to book, Fri"])
def test_a_phrase_is_put_in_between_owner_and_day_as_they_were_typed(typed: str) -> None:
    before = understand(typed, ROOM)
    after = understand(before.line_with("Write a plan, and share it"), ROOM)
    assert after.text == "Write a plan, and share it"
    assert (after.owner.words, after.owner.owner) == (before.owner.words, before.owner.owner)
    assert after.day == before.day


KINDS = ("complex_needs", "marac", "marm", "place")
PHRASES = sorted(
    {line.text for key in KINDS for line in panel_kind(key).lines if line.topic is Topic.PHRASES}
)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_shipped_phrase_is_kept_word_for_word(phrase: str) -> None:
    found = understand(f"Priya: {phrase}, by 27 Nov", ROOM)
    assert (found.owner.owner, found.text) == (PRIYA, phrase)
    assert found.day.on == date(2026, 11, 27)
    assert understand(f"Priya: {phrase}", ROOM).text == phrase


def test_what_is_typed_shows_in_no_representation() -> None:
    found = understand("Zoltan, see Kezia, next Fri", ROOM)
    asked = understand("Zoltan, see Kezia, next Fri", ROOM, found.choose_day(FRIDAY))
    assert "Zoltan" not in repr(asked)
    assert "Kezia" not in repr(asked) + repr(asked.answers)


def test_a_room_that_changes_changes_who_is_meant() -> None:
    left = [replace(one, is_here=one.is_here and one is not PRIYA) for one in EVERYBODY]
    back = [replace(one, is_here=one.name == "Priya Shah") for one in left]
    found = understand("Priya: ring, Fri", room(*back))
    assert found.owner.owner is not None
    assert found.owner.owner.name == "Priya Shah"
    assert CALENDAR.today == TODAY


IN_ROOM = room(
    replace(PRIYA, parts=frozenset({Part.SITTER})),
    replace(MARK, parts=frozenset({Part.CHAIR})),
    replace(TOM, parts=frozenset({Part.LEAD})),
    SAM_ORR,
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("me: ring the ward, by Fri", PRIYA),
        ("me to ring the ward by Fri", PRIYA),
        ("I'll ring the ward by Fri", PRIYA),
        ("I\u2019ll ring the ward, by Fri", PRIYA),
        ("I will ring the ward, by Fri", PRIYA),
        ("ring the ward - me - by Fri", PRIYA),
        ("chair, ring the ward, by Fri", MARK),
        ("The chair to ring the ward by Fri", MARK),
        ("lead: ring the ward, by Fri", TOM),
        ("the lead to ring the ward, by Fri", TOM),
        ("lead professional: ring the ward, by Fri", TOM),
    ],
)
def test_who_types_the_chair_and_the_lead_are_owners(line: str, owner: PossibleOwner) -> None:
    got = understand(line, IN_ROOM)
    assert got.owner.owner is not None
    assert (got.owner.owner.id, got.text, got.day.on) == (owner.id, "Ring the ward", FRIDAY)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("I'll ring the ward, by Fri", Part.SITTER),
        ("me: ring the ward, by Fri", Part.SITTER),
        ("the chair to ring the ward, by Fri", Part.CHAIR),
        ("lead: ring the ward, by Fri", Part.LEAD),
    ],
)
def test_a_part_nobody_holds_is_asked_about(line: str, part: Part) -> None:
    got = understand(line, ROOM)
    assert (got.owner.state, got.owner.part, got.is_complete) == (W.NOT_HELD, part, False)
    assert got.text == "Ring the ward"


@pytest.mark.parametrize("line", ["lead on the housing bid by Fri", "chair the next review, Fri"])
def test_what_is_led_or_chaired_names_nobody(line: str) -> None:
    assert understand(line, IN_ROOM).owner.state is W.NOT_SAID


def test_a_chair_who_left_or_must_not_hear_is_told() -> None:
    chair = frozenset({Part.CHAIR})
    for one, state in ((JO, W.HAS_LEFT), (SIAN, W.MUST_NOT_HEAR)):
        got = understand("chair: ring the ward, Fri", room(replace(one, parts=chair), ANN))
        assert got.owner.state is state


def test_initials_in_capitals_are_somebodys_before_they_are_me() -> None:
    mary = somebody(30, "Mary Ellis", "Police", is_here=True)
    got = understand("ME: ring the ward, Fri", room(mary, PRIYA))
    assert got.owner.owner == mary


def test_a_week_is_asked_for_its_day_and_stays_in_the_words() -> None:
    asked = understand("Priya to visit w/c 30 Nov", ROOM)
    assert (asked.day.state, asked.text) == (D.WHICH_DAY, "Visit w/c 30 Nov")
    friday = date(2026, 12, 4)
    got = understand("Priya to visit w/c 30 Nov", ROOM, asked.choose_day(friday))
    assert (got.day.on, got.is_complete) == (friday, True)
