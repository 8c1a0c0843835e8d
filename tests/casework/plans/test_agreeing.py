"""Agreeing a plan: who may, what is frozen, what changed since, who sees what of it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.plans.goals import add_goal, edit_goal
from coordinator.casework.plans.reading import (
    find_people_with_plan,
    read_plan,
    read_version,
    read_versions,
)
from coordinator.casework.plans.writing import (
    agree_plan,
    begin_plan,
    edit_plan,
    end_plan,
    propose_plan,
    record_with_person,
    take_back_proposal,
)
from coordinator.db import models
from coordinator.db.models import LeadRole, Strength
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.plans import StrengthKind
from coordinator.domain.plans.differences import How, Part
from coordinator.domain.plans.rules import Agreement, WithPerson
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    ActionStatus,
    Answer,
    MeetingStatus,
    PlanStatus,
    RiskStatus,
    Sensitivity,
)
from tests.casework.agreed_plans import WEEK, a_risk, add, agree_again, agreed, plan_of, proposed
from tests.casework.entries_on_file import a_meeting, a_person, case_of
from tests.stores import (
    CHAIR,
    COORDINATOR,
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


def test_a_draft_is_put_forward_before_it_is_agreed(desk: Desk) -> None:
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    with pytest.raises(GuardError, match="plan-empty"):
        propose_plan(desk, plan, seen=1)
    edit_plan(desk, plan, seen=1, formulation="No home, no rest")
    with pytest.raises(TransitionError):
        agree_again(desk, person, plan, a_meeting(desk))
    assert read_versions(desk, person) == ()

    propose_plan(desk, plan, seen=2)
    with pytest.raises(TransitionError):
        propose_plan(desk, plan, seen=3)
    take_back_proposal(desk, plan, seen=3)
    assert read_plan(desk, person).status is PlanStatus.DRAFT


def test_agreeing_at_a_meeting_freezes_what_the_plan_says(desk: Desk, clock: Clock) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    goal = add_goal(desk, plan, own_words="A room of my own").result
    record_offer(desk, person, HOUSING, what="A room")
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    add(desk, Strength(id=uuid4(), person_id=person, strength=StrengthKind.COPING))
    lead = LeadRole(
        id=uuid4(), person_id=person, case_id=case_of(desk, person), professional_id=NURSE,
        from_on=TODAY,
    )  # fmt: skip
    add(desk, lead)
    version = agree_again(desk, person, plan, a_meeting(desk, "M26-047"))

    clock.move(days=1)
    edit_goal(desk, goal, seen=1, own_words="A flat")
    set_outcome(desk, action, Outcome(ActionStatus.DONE, done_on=TODAY), seen=1)
    frozen = read_version(desk, version)

    assert (frozen.row.number, frozen.row.agreed_on, frozen.row.agreed_at) == (
        1,
        TODAY,
        "M26-047",
    )
    assert frozen.row.decided_by == "Morwenna Tregear"
    assert [one.own_words for one in frozen.snapshot.goals] == ["A room of my own"]
    assert [one.status for one in frozen.snapshot.actions] == [ActionStatus.OPEN]
    assert [one.agency for one in frozen.snapshot.offers] == ["Kerrow Homes"]
    assert [one.strength for one in frozen.snapshot.strengths] == [StrengthKind.COPING]
    assert frozen.snapshot.lead is not None
    assert frozen.snapshot.lead.name == "Kasia Dębska"
    assert frozen.snapshot.text["what_matters"] == "My dog"

    view = read_plan(desk, person)
    assert view.fingerprint == frozen.row.fingerprint
    assert view.agreed_at == "M26-047"
    assert [(d.part, d.how, d.fields) for d in view.since_agreed] == [
        (Part.GOAL, How.CHANGED, ("own_words",)),
        (Part.ACTION, How.CHANGED, ("status",)),
    ]


def test_the_next_version_supersedes_the_one_before(desk: Desk, clock: Clock) -> None:
    person = a_person(desk)
    first = agreed(desk, person)
    plan = read_plan(desk, person).id
    clock.move(days=7)
    edit_plan(desk, plan, seen=read_plan(desk, person).revision, unknowns="Where he sleeps")
    second = agree_again(desk, person, plan, a_meeting(desk, "M26-048", on=WEEK))

    rows = read_versions(desk, person)
    assert [(r.id, r.number, r.superseded_on) for r in rows] == [
        (second, 2, None),
        (first, 1, WEEK),
    ]
    changes = read_version(desk, second).changes
    assert [(d.part, d.how, d.fields) for d in changes] == [(Part.TEXT, How.ADDED, ("unknowns",))]
    assert read_version(desk, first).row.superseded_on == WEEK
    assert read_version(desk, first).changes == ()
    assert read_plan(desk, person).since_agreed == ()


@pytest.mark.parametrize(
    ("status", "guard"),
    [
        (MeetingStatus.SCHEDULED, "meeting-not-held"),
        (MeetingStatus.AGENDA_ISSUED, "meeting-not-held"),
        (MeetingStatus.CANCELLED, "meeting-not-held"),
        (MeetingStatus.APPROVED, "minutes-approved"),
    ],
)
def test_a_plan_is_agreed_at_a_meeting_that_happens(
    desk: Desk, status: MeetingStatus, guard: str
) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    with pytest.raises(GuardError, match=guard):
        agree_again(desk, person, plan, a_meeting(desk, status=status))
    assert read_plan(desk, person).status is PlanStatus.PROPOSED
    assert read_versions(desk, person) == ()


def test_without_a_meeting_only_the_chair_decides_and_says_why(desk: Desk, chair: Desk) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    seen = read_plan(desk, person).revision
    with pytest.raises(GuardError, match="no-meeting"):
        agree_plan(desk, plan, Agreement(reason="In a hurry"), seen=seen)
    with pytest.raises(GuardError, match="no-meeting"):
        agree_plan(desk, plan, Agreement(decided_by=COORDINATOR, reason="Hurry"), seen=seen)
    with pytest.raises(ReasonNeededError):
        agree_plan(chair, plan, Agreement(), seen=seen)
    assert read_versions(desk, person) == ()

    by_chair = Agreement(decided_by=CHAIR, reason="Bed offered for tonight only")
    agree_plan(desk, plan, by_chair, seen=seen)
    (row,) = read_versions(desk, person)
    assert (row.decided_by, row.reason, row.agreed_at) == (
        "Morwenna Tregear",
        "Bed offered for tonight only",
        "",
    )


def test_nothing_is_agreed_unseen(desk: Desk) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    seen = read_plan(desk, person).revision
    edit_plan(desk, plan, seen=seen, direction="Another way")
    with pytest.raises(StaleRecordError):
        agree_plan(desk, plan, Agreement(meeting_id=a_meeting(desk)), seen=seen)
    assert read_versions(desk, person) == ()


def test_a_version_cannot_be_altered(desk: Desk) -> None:
    person = a_person(desk)
    agreed(desk, person)
    with pytest.raises(Exception, match="is_final"), desk.act(Right.EDIT_PLAN) as tx:
        tx.session.execute(text("UPDATE plan_version SET content = '{}'"))


def test_the_persons_own_agreement_belongs_to_one_version(desk: Desk) -> None:
    person = a_person(desk)
    agreed(desk, person)
    view = read_plan(desk, person)
    said = WithPerson(Answer.YES, TODAY, TODAY)
    for wrong in (
        WithPerson(Answer.NO),
        WithPerson(Answer.YES, WEEK),
        WithPerson(None, None, WEEK),
    ):
        with pytest.raises(InvalidFieldsError):
            record_with_person(desk, view.id, wrong, seen=view.revision)
    record_with_person(desk, view.id, said, seen=view.revision)
    assert read_plan(desk, person).with_person == said

    agree_again(desk, person, view.id, a_meeting(desk))
    assert read_plan(desk, person).with_person == WithPerson()


def test_an_ended_plan_no_longer_changes(desk: Desk) -> None:
    person = a_person(desk)
    version = agreed(desk, person)
    view = read_plan(desk, person)
    with pytest.raises(ReasonNeededError):
        end_plan(desk, view.id, seen=view.revision, reason=" ")
    end_plan(desk, view.id, seen=view.revision, reason="Moved to Wales")
    with pytest.raises(TransitionError):
        end_plan(desk, view.id, seen=view.revision + 1, reason="Again")
    with pytest.raises(GuardError, match="plan-ended"):
        edit_plan(desk, view.id, seen=view.revision + 1, unknowns="More")
    with pytest.raises(GuardError, match="plan-ended"):
        add_goal(desk, view.id, own_words="More")

    assert read_version(desk, version).snapshot.text["what_matters"] == "My dog"
    with pytest.raises(MissingRecordError):
        read_plan(desk, person)


def test_what_is_restricted_is_withheld_from_the_plan_and_from_what_was_agreed(
    desk: Desk,
) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    add(desk, a_risk(person, "Open risk"))
    add(desk, a_risk(person, "Hidden risk", Sensitivity.RESTRICTED))
    ended = a_risk(person, "Past risk")
    ended.status = RiskStatus.ENDED
    add(desk, ended)
    add(desk, models.Warning(
        id=uuid4(), person_id=person, text="Visit in pairs", noted_on=TODAY, noted_by_id=NURSE,
        review_on=WEEK, sensitivity=Sensitivity.RESTRICTED,
    ))  # fmt: skip
    add_action(desk, NewAction("Open action", OFFICER, WEEK, person_id=person))
    hidden = NewAction(
        "Hidden", OFFICER, WEEK, person_id=person, sensitivity=Sensitivity.RESTRICTED
    )
    action = add_action(desk, hidden).result
    version = agree_again(desk, person, plan, a_meeting(desk))
    move_due_date(desk, action, seen=1, to=WEEK + timedelta(days=1), reason="Later")
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)

    mine, theirs = read_plan(desk, person), read_plan(officer, person)
    assert {r.text for r in mine.risks} == {"Open risk", "Hidden risk"}
    assert [r.text for r in theirs.risks] == ["Open risk"]
    assert ([a.text for a in theirs.actions], theirs.warnings) == (["Open action"], ())
    assert len(mine.since_agreed) == 1
    assert theirs.since_agreed == ()

    all_of_it, part = read_version(desk, version), read_version(officer, version)
    assert {r.text for r in all_of_it.snapshot.risks} == {"Open risk", "Hidden risk"}
    assert [r.text for r in part.snapshot.risks] == ["Open risk"]
    assert [a.text for a in part.snapshot.actions] == ["Open action"]
    assert part.row.fingerprint == all_of_it.row.fingerprint


def test_a_plan_is_read_by_those_who_may_see_the_person(desk: Desk) -> None:
    person = a_person(desk)
    version = agreed(desk, person)
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    for attempt in (
        lambda: read_plan(stranger, person),
        lambda: read_versions(stranger, person),
        lambda: read_version(stranger, version),
        lambda: begin_plan(stranger, person),
    ):
        with pytest.raises(WithheldError):
            attempt()
    assert find_people_with_plan(stranger) == ()
    assert find_people_with_plan(desk) == (person,)
    with pytest.raises(NotPermittedError):
        begin_plan(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), person)
    with pytest.raises(NotPermittedError):
        agree_plan(stranger, uuid4(), Agreement(), seen=1)


def test_a_paper_for_an_agency_shows_what_that_agency_may_see(desk: Desk) -> None:
    person = a_person(desk)
    plan_of(desk, person)
    add_action(desk, NewAction("Ours", OFFICER, WEEK, person_id=person))
    with desk.read() as look:
        police = look.readers.of(role=Role.REPRESENTATIVE, agency=POLICE)
        health = look.readers.of(role=Role.REPRESENTATIVE, agency=HEALTH)
    assert read_plan(desk, person, reader=police).actions
    with pytest.raises(WithheldError):
        read_plan(desk, person, reader=health)


def test_reading_a_plan_costs_the_same_however_long_it_is(desk: Desk) -> None:
    from tests.casework.counting import queries

    person = a_person(desk)
    plan = proposed(desk, person)
    add_goal(desk, plan, own_words="One")
    add_action(desk, NewAction("A", NURSE, WEEK, person_id=person))
    record_offer(desk, person, HOUSING, what="A room")
    with queries(desk) as few:
        read_plan(desk, person)
    for number in range(8):
        add_goal(desk, plan, own_words=f"Goal {number}")
        add_action(desk, NewAction(f"A {number}", NURSE, WEEK, person_id=person))
        record_offer(desk, person, POLICE, what="Time")
    with queries(desk) as many:
        read_plan(desk, person)
    assert len(many) <= len(few) + 1


def test_a_day_of_agreement_is_the_meetings_own(desk: Desk) -> None:
    person = a_person(desk)
    plan = proposed(desk, person)
    yesterday = date(2026, 11, 18)
    meeting = a_meeting(desk, on=yesterday, status=MeetingStatus.MINUTES_DRAFT)
    agree_again(desk, person, plan, meeting)
    assert read_plan(desk, person).agreed_on == yesterday
