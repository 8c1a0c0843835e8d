"""Lists of actions and the tracker: order, pages, counts, and who sees what."""

from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import (
    find_actions,
    find_actions_of_meeting,
    find_actions_without_owner,
    find_open_actions,
    read_tracker,
)
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.db.models import Professional
from coordinator.domain.actions.rows import ActionFilter, Totals, TrackerFilter
from coordinator.domain.actions.rules import DueState, NewAction, Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, MeetingStatus, Sensitivity
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_meeting, a_person, case_of
from tests.stores import COUNCIL, HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER, Clock, sitting


def add(desk: Desk, person: UUID | None, due: int, owner: UUID = NURSE, **more: object) -> UUID:
    """Agree an action due in so many days."""
    on = TODAY + timedelta(days=due)
    new = NewAction("Ring", owner, on, person_id=person, **more)  # type: ignore[arg-type]
    return add_action(desk, new).result


def test_actions_are_listed_by_date_owner_agency_and_person(desk: Desk) -> None:
    ann, ben = a_person(desk), a_person(desk)
    late, soon = add(desk, ann, 9), add(desk, ben, 2)
    officers = add(desk, ann, 5, OFFICER)
    of_panel = add(desk, None, 1, OFFICER)

    def ids(**wanted: object) -> list[UUID]:
        rows = find_actions(desk, ActionFilter(**wanted)).rows  # type: ignore[arg-type]
        return [row.id for row in rows]

    assert ids() == [of_panel, soon, officers, late]
    assert ids(owner_id=NURSE) == [soon, late]
    assert ids(agency_id=POLICE) == [of_panel, officers]
    assert ids(person_id=ann) == [officers, late]
    assert ids(case_id=case_of(desk, ben)) == [soon]
    day = TODAY + timedelta(days=2)
    assert ids(due_from=day, due_until=day + timedelta(days=3)) == [soon, officers]
    set_outcome(desk, soon, Outcome(ActionStatus.DONE, done_on=TODAY), seen=1)
    assert soon not in ids()
    assert soon in ids(open_only=False)


def test_pages_follow_each_other_without_gap_or_repeat(desk: Desk) -> None:
    person = a_person(desk)
    made = [add(desk, person, day) for day in (3, 1, 1, 2, 1, 4, 4)]
    found, after = [], None
    while True:
        page = find_actions(desk, ActionFilter(), after=after, limit=2)
        found += [row.id for row in page.rows]
        after = page.after
        if after is None:
            break
        assert len(page.rows) == 2
    assert sorted(found) == sorted(made)
    assert len(found) == len(made)


def test_what_a_reader_may_not_see_takes_up_no_room_on_a_page(desk: Desk) -> None:
    person = a_person(desk)
    for day in range(1, 6):
        add(desk, person, day, OFFICER, sensitivity=Sensitivity.RESTRICTED)
    seen = [add(desk, person, day, OFFICER) for day in (6, 7, 8)]
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    page = find_actions(officer, ActionFilter(), limit=2)
    assert [row.id for row in page.rows] == seen[:2]
    rest = find_actions(officer, ActionFilter(), after=page.after, limit=2)
    assert ([row.id for row in rest.rows], rest.after) == (seen[2:], None)


def test_overdue_is_counted_in_working_days(desk: Desk, clock: Clock) -> None:
    person = a_person(desk)
    friday = add(desk, person, 1)

    def state() -> tuple[DueState, int]:
        (row,) = find_actions(desk, ActionFilter()).rows
        return row.due, row.late

    assert state() == (DueState.THIS_WEEK, 0)
    clock.move(days=1)
    assert state() == (DueState.TODAY, 0)
    clock.move(days=2)  # Sunday: nobody was late over the week-end
    assert state() == (DueState.TODAY, 0)
    clock.move(days=1)
    assert state() == (DueState.OVERDUE, 1)
    clock.move(days=35)  # past Christmas Day and the Boxing Day kept on the Monday after it
    assert state() == (DueState.OVERDUE, 24)
    set_outcome(desk, friday, Outcome(ActionStatus.NOT_NEEDED, note="Found"), seen=1)
    (row,) = find_actions(desk, ActionFilter(open_only=False)).rows
    assert (row.late, row.is_overdue) == (0, False)


def test_an_action_counts_the_meetings_at_which_it_still_stood_open(
    desk: Desk, clock: Clock
) -> None:
    person = a_person(desk)
    meeting = a_meeting(desk, "M26-001")
    action = add(desk, person, 30, meeting_id=meeting)
    for week in (1, 2, 3):
        a_meeting(desk, f"M26-00{week + 1}", on=TODAY + timedelta(weeks=week))
    called_off = TODAY + timedelta(days=10)
    a_meeting(desk, "M26-009", on=called_off, status=MeetingStatus.CANCELLED)
    clock.move(days=15)
    (row,) = find_actions_of_meeting(desk, meeting)
    assert (row.carried, row.number.split("/")[0]) == (2, "M26-001")
    set_outcome(desk, action, Outcome(ActionStatus.NOT_NEEDED, note="Found"), seen=1)
    clock.move(days=30)
    (row,) = find_actions_of_meeting(desk, meeting)
    assert row.carried == 2


def test_what_is_late_over_several_meetings_or_about_safety_prompts_the_chair(
    desk: Desk, clock: Clock
) -> None:
    person = a_person(desk)
    borne, safety = add(desk, person, 1), add(desk, person, 1, kind=ActionKind.SAFEGUARDING)
    add(desk, person, 60)

    def prompts() -> set[UUID]:
        return {row.id for row in find_actions(desk, ActionFilter()).rows if row.is_for_chair}

    assert prompts() == set()
    for week in (1, 2, 3):
        a_meeting(desk, f"M26-00{week}", on=TODAY + timedelta(weeks=week))
    clock.move(days=14)
    assert prompts() == {safety}
    clock.move(days=7)
    assert prompts() == {safety, borne}


def test_open_actions_of_some_people_are_given_together(desk: Desk) -> None:
    ann, ben, cat = a_person(desk), a_person(desk), a_person(desk)
    second, first = add(desk, ann, 5), add(desk, ann, 2)
    other = add(desk, ben, 1)
    done = add(desk, ben, 1)
    set_outcome(desk, done, Outcome(ActionStatus.DONE, done_on=TODAY), seen=1)
    found = find_open_actions(desk, [ann, ben, cat])
    assert {key: [row.id for row in rows] for key, rows in found.items()} == {
        ann: [first, second],
        ben: [other],
    }


def test_the_tracker_counts_what_is_open_late_done_and_stopped(desk: Desk, clock: Clock) -> None:
    person = a_person(desk)
    on_time, late, undone, stopped, declined, overdue = (
        add(desk, person, day) for day in (10, 1, 2, 3, 3, 4)
    )
    clock.move(days=8)
    today = desk.today()
    for action, outcome in (
        (on_time, Outcome(ActionStatus.DONE, done_on=today)),
        (late, Outcome(ActionStatus.DONE, done_on=today)),
        (undone, Outcome(ActionStatus.NOT_DONE, note="Forgot")),
        (stopped, Outcome(ActionStatus.COULD_NOT, barrier=BarrierCategory.MH_WAITING)),
        (declined, Outcome(ActionStatus.DECLINED, note="A bed")),
    ):
        set_outcome(desk, action, outcome, seen=1)
    add(desk, person, 30, OFFICER)

    tracker = read_tracker(desk)
    assert tracker.totals == Totals(
        open=2, overdue=1, on_time=1, done_late=1, not_done=1, could_not=1
    )
    assert (tracker.totals.on_time_percent, tracker.totals.could_not_percent) == (33, 25)
    assert [row.id for row in tracker.rows if row.is_overdue] == [overdue]
    assert [row.due_on for row in tracker.rows] == sorted(row.due_on for row in tracker.rows)

    police = read_tracker(desk, agency_id=POLICE)
    assert (len(police.rows), police.agency, police.totals) == (1, "Kerrow Police", Totals(open=1))
    assert police.totals.on_time_percent is None
    lately = read_tracker(desk, closed_since=today + timedelta(days=1))
    assert len(lately.rows) == 2


def test_a_tracker_for_an_agency_holds_what_that_agency_may_see(desk: Desk) -> None:
    person, other = a_person(desk), a_person(desk)
    mine = add(desk, person, 1, OFFICER)
    add(desk, person, 1, OFFICER, sensitivity=Sensitivity.RESTRICTED)
    add(desk, other, 1, NURSE)
    with desk.read() as look:
        police = look.readers.of(role=Role.REPRESENTATIVE, agency=POLICE)
    assert [row.id for row in read_tracker(desk, reader=police).rows] == [mine]
    assert [row.id for row in read_tracker(desk, agency_id=HEALTH, reader=police).rows] == []


def test_nothing_vanishes_when_its_owner_leaves(desk: Desk, clock: Clock) -> None:
    person = a_person(desk)
    action = add(desk, person, 20)
    add(desk, person, 20, WORKER)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, NURSE).left_on = TODAY + timedelta(days=1)
        tx.add(Professional(id=UUID(int=99), name="Bryn Vosper", agency_id=HEALTH,
                            is_contact_point=True))  # fmt: skip
        tx.journal("test.arranged")
    assert find_actions_without_owner(desk) == ()
    clock.move(days=1)
    (row,) = find_actions_without_owner(desk)
    assert row.id == action
    assert (row.owner.needs_owner, row.owner.contact_point) == (True, "Bryn Vosper")
    assert (row.owner.name, row.owner.agency) == ("Kasia Dębska", "Kerrow Mental Health")


def test_a_list_costs_the_same_however_long_it_is(desk: Desk) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            person = a_person(desk)
            action = add(desk, person, 3)
            set_outcome(desk, action, Outcome(ActionStatus.IN_PROGRESS), seen=1)

    fill(2)
    with queries(desk) as few:
        read_tracker(desk)
    fill(8)
    with queries(desk) as many:
        read_tracker(desk)
    assert len(many) == len(few) < 20


def test_a_stranger_to_everybody_sees_an_empty_list(desk: Desk) -> None:
    add(desk, a_person(desk), 1)
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, COUNCIL)
    assert find_actions(stranger, ActionFilter()).rows == ()
    assert read_tracker(stranger).totals == Totals()
    assert date(2026, 11, 19) == TODAY


def test_a_tracker_is_narrowed_to_an_owner_a_person_and_what_is_past_its_date(
    desk: Desk, clock: Clock
) -> None:
    person, other = a_person(desk), a_person(desk)
    late, theirs, mine = add(desk, person, 1), add(desk, other, 9), add(desk, person, 9, OFFICER)
    clock.move(days=5)
    for wanted, found in (
        (TrackerFilter(), {late, theirs, mine}),
        (TrackerFilter(owner_id=OFFICER), {mine}),
        (TrackerFilter(person_id=person), {late, mine}),
        (TrackerFilter(overdue=True), {late}),
        (TrackerFilter(OFFICER, person, overdue=True), set()),
    ):
        tracker = read_tracker(desk, wanted=wanted)
        assert {row.id for row in tracker.rows} == found
        assert tracker.totals.open == len(found)
