"""What agencies brought in a period: counted once each, with its context, for those who may."""

import random
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency, rename_agency
from coordinator.casework.meetings.offers import record_offer, set_offer_status
from coordinator.casework.reports.accountability import read_accountability, read_promises
from coordinator.db.models import Offer
from coordinator.domain.accountability import (
    AgencyFigures,
    Beside,
    Came,
    Period,
    Promise,
    quarter_to,
)
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.meetings import Attendance, MeetingType
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, MeetingStatus, OfferStatus
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person
from tests.casework.periods import add_actions, days_ago, hold_meeting
from tests.meetings import SEATS, add_seats, keep_from
from tests.stores import (
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    OFFICER,
    POLICE,
    TODAY,
    Clock,
    sitting,
)

_S = ActionStatus
_A = Attendance


def row(desk: Desk, agency: UUID = HOUSING, period: Period | None = None) -> AgencyFigures:
    """Give what an agency brought."""
    return next(one for one in read_accountability(desk, period).rows if one.agency == agency)


def beside(one: AgencyFigures) -> set[Beside]:
    """Say what is to be read beside the figures."""
    return {context.what for context in one.beside}


def test_what_became_of_actions_is_told_apart_and_a_barrier_is_nobodys_fault(desk: Desk) -> None:
    due = days_ago(10)
    add_actions(
        desk,
        [
            {"due_on": due, "status": _S.DONE, "done_on": due},
            {"due_on": due, "status": _S.DONE, "done_on": due + timedelta(days=1)},
            {"due_on": due, "status": _S.NOT_DONE},
            {"due_on": due, "status": _S.COULD_NOT},
            {"due_on": due, "status": _S.DECLINED},
            {"due_on": due, "status": _S.NOT_NEEDED},
            {"due_on": due, "status": _S.TRANSFERRED},
            {"due_on": due, "status": _S.WAITING},
            {"due_on": TODAY, "status": _S.PARTLY_DONE},
            {"due_on": days_ago(-3)},  # set in the period, due after it
            {"due_on": days_ago(100), "set_on": days_ago(120)},  # due before it
        ],
    )

    did = row(desk).did
    assert (did.set, did.due) == (10, 9)
    assert (did.on_time, did.late, did.not_done) == (1, 1, 1)
    assert (did.could_not, did.neutral, did.past, did.open) == (1, 3, 1, 1)


def test_on_time_is_by_the_day_last_agreed_and_moved_dates_are_told_apart(desk: Desk) -> None:
    first, then = days_ago(20), days_ago(10)
    moved = {"due_on": then, "original_due_on": first, "status": _S.DONE}
    add_actions(
        desk,
        [
            moved | {"done_on": days_ago(15)},  # by the new day, not by the first
            moved | {"done_on": first},
            moved | {"done_on": days_ago(5)},
            {"due_on": then, "status": _S.DONE, "done_on": then},
        ],
    )

    did = row(desk).did
    assert (did.due, did.on_time, did.late) == (4, 3, 1)
    assert (did.moved, did.on_time_moved) == (3, 1)


def test_an_action_due_on_a_day_off_is_past_its_date_on_the_next_working_day(
    desk: Desk, clock: Clock
) -> None:
    add_actions(desk, [{"due_on": days_ago(-2), "set_on": TODAY}])  # a Saturday
    clock.move(days=3)  # the Sunday after it
    assert (row(desk).did.past, row(desk).did.open) == (0, 1)
    clock.move(days=1)
    assert (row(desk).did.past, row(desk).did.open) == (1, 0)


def _at_random(chance: random.Random) -> Iterable[dict[str, object]]:
    for _ in range(400):
        due = days_ago(chance.randint(-40, 400))
        set_on = due - timedelta(days=chance.randint(0, 60))
        status = chance.choice(list(_S))
        done = set_on + timedelta(days=chance.randint(0, 90)) if status is _S.DONE else None
        yield {
            "due_on": due,
            "original_due_on": due - timedelta(days=chance.choice((0, 0, 7, 30))),
            "set_on": set_on,
            "status": status,
            "done_on": done,
            "owner_agency_id": chance.choice((HOUSING, POLICE, HEALTH, COUNCIL)),
        }


@pytest.mark.parametrize("seed", range(4))
def test_the_columns_of_an_agency_always_add_up_to_its_actions_due(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    made = list(_at_random(chance))
    add_actions(desk, made)

    for _ in range(12):
        until = days_ago(chance.randint(0, 380))
        period = Period(until - timedelta(days=chance.randint(0, 365)), until)
        found = read_accountability(desk, period).rows
        for one in found:
            assert sum(one.did.parts) == one.did.due
            assert min(one.did.parts) >= 0
            assert one.did.on_time_moved <= one.did.on_time
            assert one.did.moved <= one.did.due
        due = [one["due_on"] for one in made]
        assert sum(one.did.due for one in found) == sum(
            period.from_on <= on <= period.until_on  # type: ignore[operator]
            for on in due
        )


def test_each_meeting_counts_once_by_the_seat_that_was_filled_best(desk: Desk) -> None:
    homes = "Kerrow Homes"
    for weeks, results in enumerate(
        (
            (_A.PRESENT,),
            (_A.ABSENT, _A.SUBSTITUTE),  # two seats: somebody was there
            (_A.PART, _A.APOLOGIES),
            (_A.APOLOGIES_INFORMED, _A.ABSENT),
            (_A.APOLOGIES,),
            (_A.ABSENT, _A.VACANT),
            (_A.VACANT, _A.VACANT),
            (_A.NOT_REQUIRED, _A.OBSERVER),  # an observer is nobody's representative
            (None,),
        ),
        1,
    ):
        hold_meeting(desk, days_ago(7 * weeks), [(HOUSING, homes, one) for one in results])

    found = read_accountability(desk)
    came = row(desk).came
    assert came == Came(1, 1, 1, 1, 1, 1, 1, 1, 1)
    assert (came.attended, came.meetings, found.meetings) == (3, 9, 9)


def test_only_meetings_that_were_held_and_expect_every_seat_count(desk: Desk) -> None:
    there = [(HOUSING, "Kerrow Homes", _A.ABSENT)]
    hold_meeting(desk, days_ago(7), there, status=MeetingStatus.CANCELLED)
    hold_meeting(desk, days_ago(7), there, meeting_type=MeetingType.OUTREACH)
    hold_meeting(desk, days_ago(92), there)
    hold_meeting(desk, TODAY, there, status=MeetingStatus.IN_PROGRESS)
    add_seats(desk)

    found = read_accountability(desk)
    assert found.meetings == 0
    assert row(desk).came == Came()
    assert Beside.NO_MEETINGS in beside(row(desk))


def test_agencies_stand_in_the_order_of_their_seats_and_are_never_ranked(desk: Desk) -> None:
    add_seats(desk, [seat for seat in SEATS if seat[1] != HOUSING])
    add_actions(desk, [{"due_on": days_ago(3), "status": _S.NOT_DONE}])

    found = read_accountability(desk).rows
    assert [one.agency for one in found] == [COUNCIL, POLICE, HEALTH, HOUSING]
    assert Beside.NO_SEAT in beside(found[-1])
    assert {Beside.NO_ACTIONS, Beside.NO_MEETINGS} <= beside(found[1])


def test_a_vacant_seat_is_context_with_its_day(desk: Desk) -> None:
    since = days_ago(40)
    add_seats(desk, [("Police", POLICE, None), ("Probation", None, None)])
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for seat in tx.directory.seats():
            seat.vacant_since = since
        tx.journal("test.vacant")

    found = read_accountability(desk)
    assert [(one.seat, one.agency, one.since) for one in found.vacant] == [
        ("Police", "Kerrow Police", since),
        ("Probation", "", since),
    ]
    (police,) = found.rows
    vacant = [one for one in police.beside if one.what is Beside.VACANT]
    assert [(one.name, one.on) for one in vacant] == [("Police", since)]


def test_agencies_that_were_renamed_or_merged_keep_what_was_done_under_their_name(
    desk: Desk,
) -> None:
    add_seats(desk)
    hold_meeting(desk, days_ago(7), [(POLICE, "Kerrow Police", _A.PRESENT)])
    done = {"due_on": days_ago(9), "status": _S.DONE, "done_on": days_ago(9)}
    add_actions(desk, [done, {"due_on": days_ago(-5)}])
    rename_agency(desk, POLICE, seen=1, name="Peninsula Police")
    merge_agency(desk, HOUSING, into=HEALTH)

    police = row(desk, POLICE)
    assert police.name == "Peninsula Police"
    assert [one.name for one in police.beside if one.what is Beside.CALLED] == ["Kerrow Police"]
    homes, health = row(desk, HOUSING), row(desk, HEALTH)
    assert (homes.did.on_time, homes.did.set) == (1, 1)
    assert [(one.name, one.on) for one in homes.beside if one.what is Beside.PART_OF] == [
        ("Kerrow Mental Health", TODAY)
    ]
    assert health.did.set == 1  # what was open went over
    assert [one.name for one in health.beside if one.what is Beside.TOOK_OVER] == ["Kerrow Homes"]


def test_offers_count_when_they_are_made_and_when_they_are_kept_or_given_up(
    desk: Desk, clock: Clock
) -> None:
    person = a_person(desk)
    kept, given_up, _waits = (
        record_offer(desk, person, HOUSING, what="A room").result for _ in range(3)
    )
    clock.move(days=100)
    set_offer_status(desk, kept, OfferStatus.DELIVERED, seen=1)
    set_offer_status(desk, given_up, OfferStatus.WITHDRAWN, seen=1, note="Sold")
    record_offer(desk, person, HOUSING, what="A bond")

    now, then = row(desk).kept, row(desk, period=quarter_to(TODAY)).kept
    assert (now.made, now.delivered, now.withdrawn) == (1, 1, 1)
    assert (then.made, then.delivered, then.withdrawn) == (3, 0, 0)


def test_an_offer_counts_on_its_own_day_and_an_older_one_on_the_day_it_was_filed(
    desk: Desk,
) -> None:
    person, quarter = a_person(desk), quarter_to(TODAY)
    late, older = (record_offer(desk, person, HOUSING, what="A room").result for _ in range(2))
    with desk.act(Right.EDIT_PLAN) as tx:
        tx.get(Offer, late).offered_on = quarter.from_on - timedelta(days=1)
        tx.get(Offer, older).offered_on = None
        tx.journal("test.arranged", scope=person)
    assert row(desk).kept.made == 1


def test_an_offer_that_is_taken_up_again_is_settled_no_more(desk: Desk) -> None:
    offer = record_offer(desk, a_person(desk), HOUSING, what="A room").result
    set_offer_status(desk, offer, OfferStatus.WITHDRAWN, seen=1, note="Sold")
    assert row(desk).kept.withdrawn == 1
    set_offer_status(desk, offer, OfferStatus.OFFERED, seen=2)
    assert row(desk).kept == type(row(desk).kept)(1, 0, 0)


def test_whom_the_sitters_agency_must_not_hear_of_is_not_counted(desk: Desk) -> None:
    person = a_person(desk)
    add_actions(desk, [{"person_id": person, "due_on": days_ago(3)}, {"due_on": days_ago(3)}])
    record_offer(desk, person, HOUSING, what="A room")
    keep_from(desk, person, COUNCIL)

    one = row(desk)
    assert (one.did.due, one.kept.made) == (1, 0)
    of_police = sitting(desk, OFFICER, Role.CHAIR, POLICE)
    assert (row(of_police).did.due, row(of_police).kept.made) == (2, 1)


@pytest.mark.parametrize("role", Role)
def test_figures_are_for_the_chair_the_coordinator_and_the_auditor(desk: Desk, role: Role) -> None:
    somebody = sitting(desk, COORDINATOR, role, COUNCIL)
    if role in {Role.CHAIR, Role.COORDINATOR, Role.AUDITOR}:
        assert read_accountability(somebody).rows == ()
        return
    with pytest.raises(NotPermittedError):  # whoever commissions gets the paper
        read_accountability(somebody)


def test_more_than_a_year_is_not_counted_at_once(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError, match="longer-than-a-year"):
        read_accountability(desk, Period(days_ago(400), TODAY))


def test_the_number_of_questions_does_not_grow_with_what_is_on_file(desk: Desk) -> None:
    with queries(desk) as before:
        read_accountability(desk)
    add_seats(desk)
    add_actions(desk, _at_random(random.Random(9)))
    for week in range(1, 12):
        hold_meeting(desk, days_ago(7 * week), [(HOUSING, "Kerrow Homes", _A.PRESENT)])
    with queries(desk) as after:
        read_accountability(desk)
    assert len(after) == len(before)


def _history(took: Iterable[int], kind: ActionKind) -> list[dict[str, object]]:
    set_on, due = days_ago(80), days_ago(66)
    return [
        {
            "set_on": set_on,
            "due_on": due,
            "action_kind": kind,
            "status": _S.DONE,
            "done_on": set_on + timedelta(days=one),
        }
        for one in took
    ]


def test_the_chair_hears_how_such_actions_went(desk: Desk, chair: Desk) -> None:
    add_actions(
        desk,
        [
            *_history((3, 9, 16, 20, 30, 40), ActionKind.ACCESS),
            {"action_kind": ActionKind.ACCESS, "due_on": days_ago(9), "status": _S.NOT_DONE},
            {"action_kind": ActionKind.ACCESS, "due_on": days_ago(9)},
            {"action_kind": ActionKind.ACCESS, "due_on": TODAY},  # nothing to tell of yet
            {"action_kind": ActionKind.ACCESS, "due_on": days_ago(9), "status": _S.COULD_NOT},
            {"action_kind": ActionKind.ACCESS, "due_on": days_ago(9), "status": _S.DECLINED},
            *_history((1, 1, 1, 1), ActionKind.HEALTH),  # too few
        ],
    )

    assert read_promises(chair, HOUSING) == (
        Promise(ActionKind.ACCESS, past=8, on_time=2, usual_days=16),
    )
    assert read_promises(chair, POLICE) == ()


def test_what_is_more_than_a_year_ago_is_held_against_nobody(desk: Desk, chair: Desk) -> None:
    long_ago = {"set_on": days_ago(420), "due_on": days_ago(400), "status": _S.NOT_DONE}
    add_actions(desk, [long_ago] * 9)
    assert read_promises(chair, HOUSING) == ()


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.CHAIR])
def test_how_such_actions_went_is_for_the_chair_alone(desk: Desk, role: Role) -> None:
    with pytest.raises(NotPermittedError):
        read_promises(sitting(desk, COORDINATOR, role, COUNCIL), HOUSING)
