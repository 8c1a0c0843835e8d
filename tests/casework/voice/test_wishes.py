"""What people ask for: every wish has an owner and an answer, and the person is told."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.voice.wishes import (
    answer_wish,
    correct_wish,
    find_wishes,
    find_wishes_waiting,
    give_wish_to,
    note_wish,
    tell_person,
)
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    StaleRecordError,
)
from coordinator.domain.people.wishes import USUALLY_WITHIN, NewWish, WishRow, WishState
from coordinator.domain.roles import Role
from coordinator.domain.states import MeetingStatus
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_meeting, a_person, a_plan
from tests.stores import (
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    sitting,
)

WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def shown(desk: Desk, person: UUID) -> WishRow:
    (row,) = find_wishes(desk, [person])[person]
    return row


def noted(desk: Desk, person: UUID, words: str = "To keep my dog") -> UUID:
    return note_wish(desk, NewWish(person, words, WORKER)).result


def test_a_wish_is_in_the_persons_words_with_one_named_owner_and_a_day(
    desk: Desk, person: UUID
) -> None:
    meeting = a_meeting(desk)
    a_meeting(desk, "M26-002", on=WEEK, status=MeetingStatus.SCHEDULED)
    note_wish(
        desk,
        NewWish(person, "  To keep my dog ", WORKER, heard_by_id=NURSE, meeting_id=meeting),
    )
    row = shown(desk, person)
    assert (row.words, row.asked_on, row.heard_by, row.meeting) == (
        "To keep my dog",
        TODAY,
        "Kasia Dębska",
        "M26-001",
    )
    assert (row.owner.name, row.owner.agency) == ("Rhys Roskilly", "Kerrow Homes")
    assert (row.answer_by, row.state, row.late) == (WEEK, WishState.WAITING, False)


def test_without_a_meeting_ahead_the_answer_is_promised_within_a_fortnight(
    desk: Desk, person: UUID
) -> None:
    noted(desk, person)
    assert shown(desk, person).answer_by == TODAY + USUALLY_WITHIN


@pytest.mark.parametrize(
    ("new", "field"),
    [
        ({"words": "  "}, "words"),
        ({"owner_id": None}, "owner_id"),
        ({"asked_on": WEEK}, "asked_on"),
        ({"answer_by": TODAY - timedelta(days=1)}, "answer_by"),
    ],
)
def test_a_wish_without_words_owner_or_a_possible_day_is_not_kept(
    desk: Desk, person: UUID, new: dict[str, object], field: str
) -> None:
    said = {"words": "A key", "owner_id": WORKER} | new
    with pytest.raises(InvalidFieldsError) as refused:
        note_wish(desk, NewWish(person, **said))  # type: ignore[arg-type]
    assert list(refused.value.fields) == [field]
    assert find_wishes(desk, [person]) == {}


def test_whoever_left_or_must_not_be_told_answers_nothing(desk: Desk, person: UUID) -> None:
    exclude_agency(desk, person, agency_id=HOUSING, reason="They asked for it")
    with pytest.raises(GuardError) as refused:
        noted(desk, person)
    assert refused.value.guard == "agency-not-told"
    record_leaving(desk, NURSE, on=TODAY)
    with pytest.raises(GuardError) as refused:
        note_wish(desk, NewWish(person, "A key", NURSE))
    assert refused.value.guard == "professional-left"
    with pytest.raises(MissingRecordError):
        note_wish(desk, NewWish(person, "A key", uuid4()))
    assert find_wishes(desk, [person]) == {}


def test_a_wish_is_answered_then_told_in_that_order(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    wish = noted(desk, person)
    with pytest.raises(GuardError):
        tell_person(desk, wish, seen=1, told_by="Rhys")
    clock.move(days=20)
    row = shown(desk, person)
    assert (row.days, row.late) == (20, True)
    with pytest.raises(InvalidFieldsError):
        answer_wish(desk, wish, seen=1, answer=" ")
    with pytest.raises(InvalidFieldsError):
        answer_wish(desk, wish, seen=1, answer="Yes", answered_on=TODAY - timedelta(days=1))
    answer_wish(desk, wish, seen=1, answer="Yes, in the new house")
    row = shown(desk, person)
    assert (row.answer, row.answered_by, row.state, row.late) == (
        "Yes, in the new house",
        "Aled Hâf",
        WishState.ANSWERED,
        False,
    )
    answer_wish(desk, wish, seen=2, answer="Yes, from May")
    with pytest.raises(InvalidFieldsError):
        tell_person(desk, wish, seen=3, told_by="Rhys", told_on=TODAY)
    with pytest.raises(InvalidFieldsError):
        tell_person(desk, wish, seen=3, told_by=" ")
    tell_person(desk, wish, seen=3, told_by="Rhys Roskilly")
    assert shown(desk, person).state is WishState.TOLD
    with pytest.raises(GuardError) as refused:
        answer_wish(desk, wish, seen=4, answer="No")
    assert refused.value.guard == "wish-told"
    with pytest.raises(GuardError):
        give_wish_to(desk, wish, seen=4, owner_id=NURSE)


def test_two_answers_at_once_are_a_clash_and_the_first_stands(desk: Desk, person: UUID) -> None:
    wish = noted(desk, person)
    answer_wish(desk, wish, seen=1, answer="Yes")
    with pytest.raises(StaleRecordError):
        answer_wish(desk, wish, seen=1, answer="No")
    assert shown(desk, person).answer == "Yes"


def test_words_are_put_right_and_somebody_else_answers(desk: Desk, person: UUID) -> None:
    wish = noted(desk, person)
    correct_wish(desk, wish, seen=1, words="To keep both dogs", answer_by=WEEK)
    with pytest.raises(InvalidFieldsError):
        correct_wish(desk, wish, seen=2, answer="Yes")
    with pytest.raises(InvalidFieldsError):
        give_wish_to(desk, wish, seen=2, owner_id=None)
    give_wish_to(desk, wish, seen=2, owner_id=NURSE)
    row = shown(desk, person)
    assert (row.words, row.answer_by) == ("To keep both dogs", WEEK)
    assert (row.owner.name, row.owner.agency) == ("Kasia Dębska", "Kerrow Mental Health")


def test_an_owner_who_left_is_named_as_gone(desk: Desk, person: UUID) -> None:
    noted(desk, person)
    record_leaving(desk, WORKER, on=TODAY)
    assert shown(desk, person).owner.needs_owner


def test_an_agency_answers_what_is_its_own_only(desk: Desk, person: UUID) -> None:
    note_wish(desk, NewWish(person, "A call", OFFICER))
    theirs = noted(desk, person)
    add_action(desk, NewAction("Ring", OFFICER, WEEK, person))  # they work with the person
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        answer_wish(officer, theirs, seen=1, answer="No")
    with pytest.raises(NotPermittedError):
        note_wish(officer, NewWish(person, "A key", WORKER))
    (mine,) = find_wishes_waiting(officer, mine=True)
    answer_wish(officer, mine.id, seen=1, answer="On Friday")
    assert [row.words for row in find_wishes_waiting(desk)] == ["To keep my dog"]


def test_what_has_no_answer_is_listed_oldest_first_for_those_who_may_see_it(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    other = a_person(desk, "Aled", "Moyle")
    first = noted(desk, person)
    clock.move(days=3)
    noted(desk, other, "A phone")
    assert [row.words for row in find_wishes_waiting(desk)] == ["To keep my dog", "A phone"]
    assert [row.words for row in read_this_week(desk).wishes] == ["To keep my dog", "A phone"]
    assert read_this_week(desk, kept_from=[]).wishes[0].days == 3
    answer_wish(desk, first, seen=1, answer="Yes")
    assert [row.words for row in read_this_week(desk).wishes] == ["A phone"]
    stranger = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert find_wishes_waiting(stranger) == ()


def test_the_plan_tells_what_was_asked_and_answered(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    a_plan(desk, person)
    first = noted(desk, person, "A key")
    clock.move(days=1)
    noted(desk, person, "A phone")
    answer_wish(desk, first, seen=1, answer="On Friday")
    assert [row.words for row in read_plan(desk, person).wishes] == ["A phone", "A key"]


def test_finding_wishes_asks_no_more_of_the_store_for_more_of_them(desk: Desk) -> None:
    def cost() -> int:
        with queries(desk) as sent:
            find_wishes_waiting(desk)
        return len(sent)

    noted(desk, a_person(desk))
    before = cost()
    for _ in range(6):
        noted(desk, a_person(desk))
    assert cost() == before
