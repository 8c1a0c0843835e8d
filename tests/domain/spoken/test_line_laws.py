"""Laws of a line, whatever is typed: nothing raises, nothing is lost, nothing is guessed."""

import re
from collections import Counter
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from coordinator.domain.spoken.by_when import find_day
from coordinator.domain.spoken.calendar_words import WEEKDAYS
from coordinator.domain.spoken.cutting import cut
from coordinator.domain.spoken.line import understand
from coordinator.domain.spoken.said import understand_note
from coordinator.domain.spoken.values import (
    NO_ANSWERS,
    Answers,
    DayState,
    PossibleOwner,
    Understood,
)
from coordinator.domain.spoken.word_lists import listed
from tests.domain.spoken.rooms import CALENDAR, EVERYBODY, ROOM, TODAY, room, somebody

SAID = listed(
    """by on before for to and with the a next last this in of end week month Friday fri mon Sat
    tomorrow today 3 27 27/11 31/11 3/12 27th 10:30 1,000 4pm asap meeting Sam sam Priya Prya
    police Police housing landlord probation Zoltan SO Orr Jo Reed hospital Mark mark ring book
    visit river her joint (Police) & / ... . ! \u00df \u0130 \u2019s O'Neill twice every flat
    two weeks days working Lantern"""
)
WORDS = st.sampled_from([*sorted(SAID), "the\u00a027th"])
BETWEEN = st.sampled_from(
    [" ", " ", " ", " ", ", ", ": ", " - ", " \u2013 ", ",", ":", "\u2014", "  ", "\n"]
)
SPOKEN = st.lists(st.tuples(WORDS, BETWEEN), max_size=10).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
TYPED = (
    SPOKEN
    | st.text(max_size=40)
    | st.builds("{}, {} {}".format, SPOKEN, st.text(max_size=8), SPOKEN)
)
ANSWERS = st.builds(
    Answers,
    st.none() | st.sampled_from([one.id for one in EVERYBODY]),
    st.sampled_from(["", "Sam", "police", "Zoltan", "Prya"]),
    st.none() | st.dates(),
    st.sampled_from(["", "Friday", "fri", "27/11", "by Friday"]),
)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether words stand among others in the same order."""
    rest = iter(many)
    return all(word in rest for word in few)


@given(TYPED, ANSWERS | st.just(NO_ANSWERS))
def test_every_word_that_is_not_taken_stands_in_the_text_in_order(
    line: str, answers: Answers
) -> None:
    found = understand(line, ROOM, answers)
    typed, text = words_of(line), words_of(found.text)
    assert is_within(text, typed)
    taken = words_of(found.owner.words) + words_of(found.day.words)
    assert Counter(typed) - Counter(text) <= Counter([*taken, "to"])


@given(TYPED)
def test_no_more_is_taken_than_an_owner_and_a_day_at_their_places(line: str) -> None:
    """Words between the owner's place and the day's are the text, as they were typed."""
    found = understand(line, ROOM)
    plain = " ".join(line.split())
    for words in (found.owner.words, found.day.words):
        assert words in plain
    if not found.owner.words and not found.day.words:
        assert words_of(found.text) in (words_of(line), words_of(line)[1:])


@given(TYPED, ANSWERS)
def test_understanding_is_the_same_every_time(line: str, answers: Answers) -> None:
    again = room(*reversed(EVERYBODY))
    assert understand(line, ROOM, answers) == understand(line, again, answers)
    assert understand_note(line, ROOM) == understand_note(line, again)


@given(TYPED, ANSWERS)
def test_whoever_is_understood_or_offered_can_be_given_it(line: str, answers: Answers) -> None:
    found = understand(line, ROOM, answers)
    for one in filter(None, (found.owner.owner, *found.owner.choices)):
        assert not one.must_not_hear
        assert one.left_on is None
    assert len(set(found.owner.choices)) == len(found.owner.choices)


@given(TYPED, ANSWERS)
def test_no_day_before_today_is_understood_or_offered(line: str, answers: Answers) -> None:
    day = understand(line, ROOM, answers).day
    assert all(on >= TODAY for on in (*filter(None, (day.on,)), *day.choices))


@given(TYPED)
def test_each_choice_settles_its_question(line: str) -> None:
    asked = understand(line, ROOM)
    assert asked.day.state is not DayState.MEANT or asked.day.choices
    for one in asked.owner.choices:
        assert understand(line, ROOM, asked.choose_owner(one.id)).owner.owner == one
    for on in asked.day.choices:
        assert understand(line, ROOM, asked.choose_day(on)).day.on == on


@given(TYPED)
def test_a_line_that_is_cut_and_put_together_is_the_line(line: str) -> None:
    assert words_of(cut(line).written()) == words_of(line)
    at = find_day(cut(line), CALENDAR)
    assert at is None or 0 <= at.first < at.last <= len(cut(line).words)


LETTERS = st.text(st.sampled_from("abcdefghijklmnoprstuvw"), min_size=3, max_size=9)
DONE = listed(
    """ring book visit her him the landlord police Sam and with by on Friday river hotel joint
    twice, GP: tomorrow two weeks for at flat 3/12 - write say it next meeting"""
)
ACTION = st.lists(st.sampled_from(sorted(DONE)), min_size=1, max_size=9).map(" ".join)


@given(
    st.sampled_from([one for one in EVERYBODY if one.is_here]),
    ACTION,
    st.integers(0, 150),
    st.sampled_from(["{name}: {text}, by {on}", "{name}: {text}, {on}", "{name}, {text} - {on}"]),
    st.sampled_from(
        ["{0:%a} {0.day} {0:%b}", "{0.day}/{0.month}", "{0:%Y-%m-%d}", "{0.day} {0:%B}"]
    ),
)
def test_a_line_written_from_owner_text_and_day_is_understood_as_these(
    owner: PossibleOwner, text: str, ahead: int, form: str, written: str
) -> None:
    on = TODAY + timedelta(days=ahead)
    text = tidied(text)
    assume(cut(text).folded[-1] not in WEEKDAYS)  # Friday, 18/11 is one day, and a wrong one
    line = form.format(name=owner.name, text=text, on=written.format(on))
    found = understand(line, ROOM)
    assert (found.owner.owner, found.text, found.day.on) == (owner, text, on)


def tidied(text: str) -> str:
    """Write words as an action has them: a capital, nothing loose at either end."""
    bare = text.strip(" ,:-")
    return bare[:1].upper() + bare[1:] or "Ring"


@given(LETTERS, LETTERS, LETTERS)
def test_a_name_nobody_has_is_never_an_owner(given_name: str, family: str, verb: str) -> None:
    owner = somebody(50, f"{given_name} {family}", "Police", is_here=True)
    found: Understood = understand(f"{verb}: ring her", room(owner))
    if verb not in {given_name, family} and verb not in {"police", "kerrow"} and verb[2:3]:
        may_be_initials = verb == given_name[0] + family[0]
        assert found.owner.owner is None or may_be_initials


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), TYPED)
def test_any_day_of_the_calendar_can_be_today(today: date, line: str) -> None:
    found = understand(line, room(*EVERYBODY, calendar=type(CALENDAR)(today)))
    assert found.day.on is None or found.day.on >= today
