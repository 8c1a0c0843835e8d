"""Agreeing, moving and passing on actions: what the lists show, what is refused."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.agreeing import add_action, correct_action, move_due_date
from coordinator.casework.actions.lists import find_actions, read_action
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.actions.passing_on import accept_action, change_owner, transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import change_agency
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.offers import record_offer
from coordinator.db.models import Agency, Exclusion, Goal, Professional, Record
from coordinator.domain.actions.rows import ActionFilter, ActionRow
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    CoordinatorError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    ActionStatus,
    AgencyStatus,
    MeetingStatus,
    Sensitivity,
)
from tests.casework.entries_on_file import a_meeting, a_person, case_of
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


def new(person: UUID | None = None, **fields: object) -> NewAction:
    given = {"text": "Ring the hostel", "owner_id": NURSE, "due_on": WEEK, "person_id": person}
    return NewAction(**{**given, **fields})  # type: ignore[arg-type]  # a form's values


def row(desk: Desk, action: UUID) -> ActionRow:
    return read_action(desk, action).row


def count(desk: Desk) -> int:
    return len(find_actions(desk, ActionFilter(open_only=False)).rows)


def set_fields(desk: Desk, model: type[Record], key: UUID, **values: object) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        record = tx.get(model, key)
        for name, value in values.items():
            setattr(record, name, value)
        tx.journal("test.arranged", record=key)


def test_an_action_has_one_named_owner_whose_agency_keeps_its_name_of_that_day(
    desk: Desk,
) -> None:
    person = a_person(desk)
    action = add_action(desk, new(person, coworkers=(WORKER, NURSE, WORKER))).result
    set_fields(desk, Agency, HEALTH, name="Kerrow Wellbeing")

    shown = row(desk, action)
    assert (shown.owner.name, shown.owner.agency) == ("Kasia Dębska", "Kerrow Mental Health")
    assert shown.coworkers == ("Rhys Roskilly",)
    assert (shown.number, shown.reference, shown.set_on) == ("A26-0001", "KP-0001", TODAY)
    assert (shown.due_on, shown.original_due_on, shown.moved) == (WEEK, WEEK, 0)
    assert (shown.status, shown.to_accept, shown.continues) == (ActionStatus.OPEN, False, "")


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"text": "  "}, "text", "required"),
        ({"text": "\x00\u200b"}, "text", "required"),
        ({"owner_id": None}, "owner_id", "not-a-person"),
        ({"due_on": None}, "due_on", "required"),
        ({"due_on": TODAY - timedelta(days=1)}, "due_on", "before-start"),
        ({"set_on": TODAY + timedelta(days=1)}, "set_on", "in-the-future"),
        ({"coworkers": (uuid4(),)}, "coworkers", "unknown"),
    ],
)
def test_an_action_without_words_owner_or_date_is_refused(
    desk: Desk, fields: dict[str, object], field: str, rule: str
) -> None:
    person = a_person(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        add_action(desk, new(person, **fields))
    assert refused.value.fields[field] == rule
    assert count(desk) == 0


@pytest.mark.parametrize(
    ("model", "key", "values", "guard"),
    [
        (Professional, NURSE, {"left_on": TODAY}, "professional-left"),
        (Professional, NURSE, {"name": " "}, "owner-is-group"),
        (Agency, HEALTH, {"status": AgencyStatus.MERGED}, "agency-closed"),
    ],
)
def test_an_owner_is_a_real_person_in_post_at_an_agency_that_stands(
    desk: Desk, model: type[Record], key: UUID, values: dict[str, object], guard: str
) -> None:
    person = a_person(desk)
    set_fields(desk, model, key, **values)
    with pytest.raises(GuardError) as refused:
        add_action(desk, new(person))
    assert refused.value.guard == guard
    with pytest.raises(MissingRecordError):
        add_action(desk, new(person, owner_id=uuid4()))
    assert count(desk) == 0


def test_a_goal_of_somebody_else_is_refused(desk: Desk) -> None:
    from tests.casework.entries_on_file import a_plan

    mine, other = a_person(desk), a_person(desk)
    plan = a_plan(desk, other)
    goal = uuid4()
    with desk.act(Right.EDIT_PLAN) as tx:
        tx.add(Goal(id=goal, person_id=other, plan_id=plan, own_words="A home"))
        tx.journal("test.arranged", record=goal)
    with pytest.raises(InvalidFieldsError):
        add_action(desk, new(mine, goal_id=goal))
    shown = row(desk, add_action(desk, new(other, goal_id=goal)).result)
    assert shown.goal == "A home"


def test_a_moved_date_keeps_the_original_and_every_reason(desk: Desk, clock: Clock) -> None:
    action = add_action(desk, new(a_person(desk))).result
    move_due_date(desk, action, seen=1, to=WEEK + timedelta(days=7), reason="No bed yet")
    clock.move(minutes=5)
    move_due_date(desk, action, seen=2, to=WEEK + timedelta(days=14), reason="Still none")

    story = read_action(desk, action)
    assert (story.row.original_due_on, story.row.moved) == (WEEK, 2)
    assert story.row.due_on == WEEK + timedelta(days=14)
    assert [(m.from_on, m.reason, m.by) for m in story.moves] == [
        (WEEK, "No bed yet", "Aled Hâf"),
        (WEEK + timedelta(days=7), "Still none", "Aled Hâf"),
    ]


@pytest.mark.parametrize(
    ("to", "reason", "error"),
    [
        (WEEK + timedelta(days=1), " ", ReasonNeededError),
        (WEEK, "Why not", InvalidFieldsError),
        (None, "Why not", InvalidFieldsError),
        (TODAY - timedelta(days=1), "Why not", InvalidFieldsError),
    ],
)
def test_a_date_does_not_move_without_a_reason_to_the_same_day_or_into_the_past(
    desk: Desk, to: date | None, reason: str, error: type[CoordinatorError]
) -> None:
    action = add_action(desk, new(a_person(desk))).result
    with pytest.raises(error):
        move_due_date(desk, action, seen=1, to=to, reason=reason)
    shown = row(desk, action)
    assert (shown.due_on, shown.moved, shown.revision) == (WEEK, 0, 1)


def test_the_date_of_a_closed_action_does_not_move(desk: Desk) -> None:
    action = add_action(desk, new(a_person(desk))).result
    set_outcome(desk, action, Outcome(ActionStatus.DONE, done_on=TODAY), seen=1)
    with pytest.raises(GuardError, match="action-closed"):
        move_due_date(desk, action, seen=2, to=WEEK + timedelta(days=1), reason="More")
    assert row(desk, action).due_on == WEEK


def test_two_people_moving_the_same_date_do_not_overwrite_each_other(desk: Desk) -> None:
    action = add_action(desk, new(a_person(desk))).result
    first, second = WEEK + timedelta(days=1), WEEK + timedelta(days=2)
    move_due_date(desk, action, seen=1, to=first, reason="A")
    with pytest.raises(StaleRecordError) as refused:
        move_due_date(desk, action, seen=1, to=second, reason="B")
    assert refused.value.theirs == {"due_on": first}
    assert row(desk, action).moved == 1


def test_another_owner_needs_a_reason_and_is_no_longer_a_coworker(desk: Desk) -> None:
    action = add_action(desk, new(a_person(desk), coworkers=(WORKER,))).result
    with pytest.raises(ReasonNeededError):
        change_owner(desk, action, seen=1, owner_id=WORKER, reason="")
    with pytest.raises(InvalidFieldsError):
        change_owner(desk, action, seen=1, owner_id=NURSE, reason="Same")
    change_owner(desk, action, seen=1, owner_id=WORKER, reason="Knows the hostel")

    shown = row(desk, action)
    assert (shown.owner.name, shown.owner.agency) == ("Rhys Roskilly", "Kerrow Homes")
    assert shown.coworkers == ()


def test_what_is_passed_on_continues_with_a_new_owner_who_accepts_it(desk: Desk) -> None:
    action = add_action(desk, new(a_person(desk))).result
    continued = transfer_action(desk, action, seen=1, owner_id=WORKER, reason="Moved home").result

    before, after = row(desk, action), row(desk, continued)
    assert (before.status, before.is_open, before.outcome_note) == (
        ActionStatus.TRANSFERRED,
        False,
        "Moved home",
    )
    assert (after.continues, after.to_accept, after.due_on) == ("A26-0001", True, WEEK)
    assert after.owner.id == WORKER

    accept_action(desk, continued)
    assert row(desk, continued).to_accept is False
    with pytest.raises(GuardError, match="nothing-to-accept"):
        accept_action(desk, continued)
    with pytest.raises(TransitionError):
        transfer_action(desk, action, seen=2, owner_id=OFFICER, reason="Again")


def test_words_can_be_corrected_but_not_emptied(desk: Desk) -> None:
    action = add_action(desk, new(a_person(desk))).result
    correct_action(desk, action, seen=1, text="Ring the night shelter", coworkers=[WORKER])
    for fields in ({"text": ""}, {"due_on": TODAY}, {"status": ActionStatus.DONE}):
        with pytest.raises(InvalidFieldsError):
            correct_action(desk, action, seen=2, **fields)
    shown = row(desk, action)
    assert (shown.text, shown.coworkers) == ("Ring the night shelter", ("Rhys Roskilly",))


def test_an_agency_changes_its_own_actions_only(desk: Desk) -> None:
    person = a_person(desk)
    mine = add_action(desk, new(person, owner_id=OFFICER)).result
    theirs = add_action(desk, new(person, owner_id=NURSE)).result
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)

    set_outcome(officer, mine, Outcome(ActionStatus.IN_PROGRESS), seen=1)
    with pytest.raises(NotPermittedError):
        set_outcome(officer, theirs, Outcome(ActionStatus.IN_PROGRESS), seen=1)
    with pytest.raises(NotPermittedError):
        add_action(officer, new(person, owner_id=NURSE))
    assert row(desk, theirs).status is ActionStatus.OPEN
    assert count(desk) == 2


def test_restricted_actions_and_excluded_agencies_are_held_apart(desk: Desk) -> None:
    person = a_person(desk)
    open_one = add_action(desk, new(person, owner_id=OFFICER)).result
    hidden = add_action(
        desk, new(person, owner_id=OFFICER, sensitivity=Sensitivity.RESTRICTED)
    ).result
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)

    assert [r.id for r in find_actions(officer, ActionFilter()).rows] == [open_one]
    with pytest.raises(WithheldError):
        read_action(officer, hidden)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Exclusion(id=uuid4(), person_id=person, agency_id=POLICE, since=TODAY))
        tx.journal("test.arranged", scope=person)
    assert find_actions(officer, ActionFilter()).rows == ()
    with pytest.raises(WithheldError):
        add_action(officer, new(person, owner_id=OFFICER))
    assert count(desk) == 2


def test_an_action_about_somebody_never_heard_of_is_refused(desk: Desk) -> None:
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    person = a_person(desk)
    with pytest.raises(WithheldError):
        add_action(stranger, new(person))
    with pytest.raises(MissingRecordError):
        add_action(desk, new(uuid4()))
    assert count(desk) == 0


def test_the_journal_names_the_act_and_the_reason(desk: Desk) -> None:
    person = a_person(desk)
    action = add_action(desk, new(person)).result
    move_due_date(desk, action, seen=1, to=WEEK + timedelta(days=1), reason="No bed yet")
    with desk.read() as look:
        acts = [(act.name, act.reason) for act in look.history.acts(scope=person)][:2]
    assert acts == [("action.moved", "No bed yet"), ("action.added", "")]


def test_nobody_of_an_agency_that_must_not_be_told_gets_a_part_in_an_action(desk: Desk) -> None:
    person = a_person(desk)
    action = add_action(desk, new(person)).result
    exclude_agency(desk, person, agency_id=POLICE, reason="They asked for it")
    for forbidden in (
        partial(add_action, desk, new(person, owner_id=OFFICER)),
        partial(add_action, desk, new(person, coworkers=(OFFICER,))),
        partial(correct_action, desk, action, seen=1, coworkers=[OFFICER]),
        partial(change_owner, desk, action, seen=1, owner_id=OFFICER, reason="Near"),
        partial(transfer_action, desk, action, seen=1, owner_id=OFFICER, reason="Near"),
        partial(record_offer, desk, person, POLICE, what="Walks past"),
    ):
        with pytest.raises(GuardError, match="agency-not-told"):
            forbidden()
    shown = row(desk, action)
    assert (shown.owner.id, shown.coworkers, count(desk)) == (NURSE, (), 1)


def test_elected_members_are_never_told_about_a_named_person(desk: Desk) -> None:
    person = a_person(desk)
    before = add_action(desk, new(person, owner_id=OFFICER)).result
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    assert find_actions(officer, ActionFilter()).rows[0].id == before
    change_agency(desk, POLICE, seen=1, agency_kind=AgencyKind.ELECTED_MEMBER)
    with pytest.raises(GuardError, match="agency-not-told"):
        add_action(desk, new(person, owner_id=OFFICER))
    add_action(desk, new(None, owner_id=OFFICER, text="Ask the board about beds"))
    assert [one.person_id for one in find_actions(officer, ActionFilter()).rows] == [None]


def test_an_action_in_a_case_is_about_the_person_of_the_case(desk: Desk) -> None:
    person, other = a_person(desk), a_person(desk, "Ben")
    case = case_of(desk, person)
    with pytest.raises(InvalidFieldsError) as refused:
        add_action(desk, new(other, case_id=case))
    assert refused.value.fields == {"case_id": "unknown"}
    with pytest.raises(MissingRecordError):
        add_action(desk, new(None, case_id=uuid4()))
    found = row(desk, add_action(desk, new(None, case_id=case)).result)
    assert (found.person_id, found.case_id, count(desk)) == (person, case, 1)


@pytest.mark.parametrize(
    ("status", "guard"),
    [
        (MeetingStatus.SCHEDULED, "meeting-not-open"),
        (MeetingStatus.CANCELLED, "meeting-not-open"),
        (MeetingStatus.MINUTES_ISSUED, "minutes-issued"),
        (MeetingStatus.APPROVED, "minutes-approved"),
    ],
)
def test_nothing_is_agreed_at_a_meeting_that_is_not_open(
    desk: Desk, status: MeetingStatus, guard: str
) -> None:
    meeting = a_meeting(desk, status=status)
    with pytest.raises(GuardError, match=guard):
        add_action(desk, new(a_person(desk), meeting_id=meeting))
    assert count(desk) == 0
