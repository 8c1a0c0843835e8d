"""The history of a record and of a person, as people at the desk read it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.barriers import describe_barrier, find_barriers, identify_barrier
from coordinator.casework.actions.outcomes import report_action, set_outcome
from coordinator.casework.actions.passing_on import change_owner
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.plans.goals import add_goal, reorder_goals
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan
from coordinator.casework.records.history import read_history, read_person_history
from coordinator.casework.retention.deciding import hold_record
from coordinator.db.merging import bring_in
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.records.history import HistoryView
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, Sensitivity
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person
from tests.stores import (
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NOON,
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


def officer_of(desk: Desk) -> Desk:
    return sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)


def test_a_record_tells_who_changed_what_when_and_why(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    clock.move(hours=1)
    later = WEEK + timedelta(days=1)
    move_due_date(desk, action, seen=1, to=later, reason="No bed yet")

    view = read_history(desk, action)
    moved, added = view.happenings
    assert (moved.act, moved.reason, moved.at) == (
        "action.moved",
        "No bed yet",
        NOON + timedelta(hours=1),
    )
    assert view.names[moved.by.hex] == "Aled Hâf"
    (move,) = moved.moves
    assert (move.field, move.before, move.after) == (
        "due_on",
        (WEEK.isoformat(),),
        later.isoformat(),
    )
    assert added.act == "action.added"
    first = {one.field: one.after for one in added.moves}
    assert (first["text"], first["number"], first["owner_id"]) == ("Ring", "A26-0001", NURSE.hex)
    assert view.names[NURSE.hex] == "Kasia Dębska"
    assert all(one.before == () for one in added.moves)
    assert "closed_on" not in first


def test_fields_that_move_together_are_told_one_by_one(desk: Desk, person: UUID) -> None:
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    change_owner(desk, action, seen=1, owner_id=WORKER, reason="Knows the hostel")
    set_outcome(desk, action, Outcome(ActionStatus.DONE, done_on=TODAY), seen=2)

    done, changed, _added = read_history(desk, action).happenings
    assert {(m.field, m.before, m.after) for m in changed.moves} == {
        ("owner_id", (NURSE.hex,), WORKER.hex),
        ("owner_agency_id", (m_id(desk, NURSE),), m_id(desk, WORKER)),
        ("owner_agency", ("Kerrow Mental Health",), "Kerrow Homes"),
    }
    assert {(m.field, m.after) for m in done.moves} == {
        ("status", "done"),
        ("done_on", TODAY.isoformat()),
        ("closed_on", TODAY.isoformat()),
    }


def m_id(desk: Desk, professional: UUID) -> str:
    from coordinator.db.models import Professional

    with desk.store.reading() as look:
        return look.get(Professional, professional).agency_id.hex


def test_a_person_tells_everything_that_was_written_about_them(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    clock.move(hours=1)
    correct_person(desk, person, seen=1, phone="01632 960001")
    clock.move(hours=1)
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    other = a_person(desk)
    clock.move(hours=1)
    report_action(desk, action, "Rang twice")

    found = read_person_history(desk, person).happenings
    assert [one.act for one in found] == [
        "action.reported",
        "action.added",
        "person.corrected",
        "test.arranged",
    ]
    assert {move.record for one in found for move in one.moves}.isdisjoint({other})
    texts = [move.after for move in found[0].moves if move.field == "text"]
    assert texts == ["Rang twice"]


def test_a_long_history_comes_page_by_page(desk: Desk, person: UUID, clock: Clock) -> None:
    for number in range(7):
        if number % 2:
            clock.move(minutes=1)
        correct_person(desk, person, seen=1 + number, phone=f"01632 96000{number}")
    found, before = [], None
    while True:
        page = read_person_history(desk, person, before=before, limit=3)
        found += [one.id for one in page.happenings]
        before = page.before
        if before is None:
            break
    assert len(found) == len(set(found)) == 8
    whole = [one.id for one in read_person_history(desk, person).happenings]
    assert found == whole


def test_what_is_restricted_is_told_without_its_values(desk: Desk, person: UUID) -> None:
    seen = add_action(desk, NewAction("Ring", OFFICER, WEEK, person_id=person)).result
    hidden = add_action(
        desk,
        NewAction("Secret", OFFICER, WEEK, person_id=person, sensitivity=Sensitivity.RESTRICTED),
    ).result
    move_due_date(desk, hidden, seen=1, to=WEEK + timedelta(days=1), reason="Secret reason")
    report_action(desk, hidden, "Secret report")
    barrier = identify_barrier(
        desk, NewBarrier(BarrierCategory.STAFF_RISK, action_id=hidden)
    ).result
    describe_barrier(desk, barrier, seen=1, description="Secret barrier")
    log_contact(
        desk,
        NewContact(person, NOON, ContactType.STREET, ContactResult.SIGHTED, note="Open note",
                   restricted_note="Secret note"),
    )  # fmt: skip

    mine, theirs = (
        repr([(m.field, m.before, m.after) for h in view.happenings for m in h.moves])
        + repr([h.reason for h in view.happenings])
        for view in (
            read_person_history(desk, person),
            read_person_history(officer_of(desk), person),
        )
    )
    for words in ("Secret", "Secret reason", "Secret report", "Secret barrier", "Secret note"):
        assert words in mine
    assert "Secret" not in theirs
    assert "Open note" in theirs
    assert read_history(officer_of(desk), seen).happenings
    for record in (hidden, barrier):
        with pytest.raises(WithheldError):
            read_history(officer_of(desk), record)
    assert find_barriers(desk, [person])


def test_history_is_for_those_who_may_see_the_person(desk: Desk, person: UUID) -> None:
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    for attempt in (read_history, read_person_history):
        with pytest.raises(WithheldError):
            attempt(stranger, person)
        with pytest.raises(MissingRecordError):
            attempt(desk, uuid4())


def test_two_current_values_are_both_told_and_none_is_chosen(desk: Desk, person: UUID) -> None:
    correct_person(desk, person, seen=1, phone="01632 960001")
    with desk.store.reading() as look:
        changes = look.history.changes_of(person)
    theirs = next(change for change in changes if change.field == "phone")
    elsewhere = replace(
        theirs,
        value="07700 900001",
        author=WORKER,
        install=uuid4(),
        number=1,
        act=uuid4(),
        salt=b"\x07" * 16,
        made=NOON + timedelta(minutes=5),
    )
    with desk.act(Right.SETTLE) as tx:
        bring_in(tx.session, [elsewhere])
        tx.journal("changes.brought_in")

    for view in (read_history(desk, person), read_person_history(desk, person)):
        (dispute,) = view.disputes
        assert (dispute.field, [(s.value, s.by) for s in dispute.values]) == (
            "phone",
            [("01632 960001", COORDINATOR), ("07700 900001", WORKER)],
        )
        brought = view.happenings[0]
        assert (brought.act, brought.by, brought.moves[0].after) == ("", WORKER, "07700 900001")
        assert view.names[WORKER.hex] == "Rhys Roskilly"


def test_what_belongs_to_the_panel_has_its_history_too(desk: Desk, clock: Clock) -> None:
    from coordinator.db.models import Agency

    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).name = "Kerrow Living"
        tx.journal("agency.renamed", record=HOUSING)
    clock.move(hours=1)
    renamed, made = read_history(officer_of(desk), HOUSING).happenings
    assert [(m.before, m.after) for m in renamed.moves] == [(("Kerrow Homes",), "Kerrow Living")]
    assert (made.act, renamed.act) == ("store.made", "agency.renamed")


def test_a_removal_is_told(desk: Desk, person: UUID) -> None:
    from coordinator.db.models import Action

    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Action, action).removed = True
        tx.journal("action.removed", record=action, scope=person, reason="Entered twice")
    gone = read_history(desk, action).happenings[0]
    assert (gone.reason, [(m.field, m.before, m.after) for m in gone.moves]) == (
        "Entered twice",
        [("*", (), True)],
    )


def test_a_page_of_history_costs_the_same_however_much_is_in_it(desk: Desk, person: UUID) -> None:
    add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person))
    with queries(desk) as few:
        read_person_history(desk, person)
    for _ in range(10):
        add_action(desk, NewAction("Ring", OFFICER, WEEK, person_id=person))
    with queries(desk) as many:
        read_person_history(desk, person)
    assert len(many) == len(few) < 20


def nurse_of(desk: Desk, person: UUID) -> Desk:
    add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person))
    return sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)


def test_what_went_to_whom_and_why_a_record_is_kept_is_for_those_who_read_the_log(
    desk: Desk, person: UUID
) -> None:
    nurse = nurse_of(desk, person)
    record_spoken(desk, Spoken(person, POLICE, "The desk", "Where they are"))
    held = hold_record(
        desk, person, hold=HoldKind.LITIGATION, reason="A claim", look_again_on=WEEK
    ).result
    of_the_log = {RecordKind.DISCLOSURE, RecordKind.DISCLOSED_PERSON, RecordKind.RETENTION_HOLD}

    def told(sitter: Desk) -> tuple[set[str], set[str]]:
        happened = read_person_history(sitter, person).happenings
        return {move.kind for one in happened for move in one.moves}, {one.act for one in happened}

    kinds, acts = told(desk)
    assert of_the_log <= kinds
    assert acts >= {"disclosure.spoken", "retention.held", "action.added"}
    for sitter in (desk, sitting(desk, COORDINATOR, Role.AUDITOR, COUNCIL)):
        assert read_history(sitter, held).happenings
    kinds, acts = told(nurse)
    assert kinds.isdisjoint(of_the_log)
    assert acts.isdisjoint({"disclosure.spoken", "retention.held"})
    assert "action.added" in acts
    with pytest.raises(WithheldError):
        read_history(nurse, held)


def test_the_order_of_goals_tells_of_no_goal_that_is_for_few(desk: Desk, person: UUID) -> None:
    nurse, plan = nurse_of(desk, person), begin_plan(desk, person).result
    plain = [add_goal(desk, plan, own_words=words).result for words in ("A door", "A dog")]
    few = add_goal(desk, plan, own_words="zircon", sensitivity=Sensitivity.RESTRICTED).result
    order = [few, *reversed(plain)]
    reorder_goals(desk, plan, order, seen=read_plan(desk, person).revision)

    def orders(view: HistoryView) -> list[set[str]]:
        moves = [
            move for one in view.happenings for move in one.moves if move.field == "goal_order"
        ]
        values = [value for move in moves for value in (move.after, *move.before)]
        return [set(map(str, value)) for value in values if isinstance(value, list) and value]

    assert any(few.hex in one for one in orders(read_person_history(desk, person)))
    for view in (read_person_history(nurse, person), read_history(nurse, plan)):
        assert orders(view)
        assert not any(few.hex in one for one in orders(view))
    reordered = read_person_history(nurse, person).happenings[0]
    assert [move.after for move in reordered.moves] == [[one.hex for one in reversed(plain)]]
