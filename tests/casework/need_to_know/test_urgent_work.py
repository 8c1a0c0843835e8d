"""Work on a person waits for their information basis, or is urgent with a reason and five days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.barriers import (
    describe_barrier,
    escalate_barrier,
    identify_barrier,
    work_on_barrier,
)
from coordinator.casework.actions.outcomes import report_action
from coordinator.casework.actions.passing_on import TakenOver, change_owner, transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agreed_today import (
    agree_anew,
    pass_on_at_meeting,
    take_out_action,
    take_out_decision,
)
from coordinator.casework.meetings.decisions import (
    Decided,
    record_decision,
    reverse_decision,
    supersede_decision,
)
from coordinator.casework.meetings.discussions import (
    add_note,
    record_minutes_used,
    set_next_review,
    take_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.offers import edit_offer, record_offer
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis, withdraw_basis
from coordinator.casework.need_to_know.urgent_work import because
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.safety import add_risk, add_warning
from coordinator.casework.plans.goals import add_goal, edit_goal
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import (
    agree_plan,
    begin_plan,
    edit_plan,
    end_plan,
    propose_plan,
)
from coordinator.casework.records.undoing import undo_act
from coordinator.casework.voice.wishes import give_wish_to, note_wish
from coordinator.db.models import Action, AgendaItem, Barrier, Case
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, ReasonNeededError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.need_to_know.bases import BasisCard
from coordinator.domain.outcomes import Done
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from tests.based import COMPLETE, known_person, with_basis
from tests.meetings import add_case, add_referral, opened_meeting
from tests.stores import COORDINATOR, HEALTH, NOON, NURSE, POLICE, TODAY, WORKER, Clock, sitting

WEEK = TODAY + timedelta(days=7)
FIVE_DAYS = date(2026, 11, 26)
WHY = "Sleeping out tonight, and it freezes"
BY_CHAIR = Decided("Offer the room.", "It is warm.", how=DecidedHow.CHAIR)
Act = Callable[[Desk], Done[Any]]


class Known:
    """Somebody talked about today, with everything that work can be added to."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.person = add_case(desk, "Tomos", next_review_on=TODAY)[0]
        self.meeting = opened_meeting(desk)
        self.item = read_agenda(desk, self.meeting).entries[0].id
        take_item(desk, self.item)
        self.decision = record_decision(desk, self.item, BY_CHAIR).result
        new = NewAction("Call round", NURSE, WEEK, self.person, meeting_id=self.meeting)
        self.action = add_action(desk, new).result
        self.plan = begin_plan(desk, self.person).result
        self.goal = add_goal(desk, self.plan, own_words="A door of my own").result
        self.offer = record_offer(desk, self.person, HEALTH, what="A visit a week").result
        new_barrier = NewBarrier(BarrierCategory.DEBT, self.person)
        self.barrier = identify_barrier(desk, new_barrier).result
        self.asked = identify_barrier(desk, new_barrier).result
        escalate_barrier(desk, self.asked, seen=1)
        self.wish = note_wish(desk, NewWish(self.person, "A dog", WORKER)).result

    def new_action(self) -> Act:
        return partial(add_action, new=NewAction("Ring them", NURSE, WEEK, self.person))

    def seen(self, model: type[Any], key: UUID) -> int:
        with self.desk.read() as look:
            return int(look.get(model, key).revision)

    def acts_that_add_work(self) -> dict[str, Act]:
        item, plan = self.seen(AgendaItem, self.item), read_plan(self.desk, self.person).revision
        action, over = self.seen(Action, self.action), TakenOver(WORKER, "She is off.")
        passed: dict[str, Any] = {"action_id": self.action, "seen": action}
        barrier: dict[str, Any] = {"barrier_id": self.barrier, "seen": 1}
        named = NewBarrier(BarrierCategory.DEBT, self.person, worker_id=WORKER)
        return {
            "barrier named": partial(identify_barrier, new=named),
            "barrier given": partial(describe_barrier, **barrier, worker_id=WORKER),
            "barrier worked on": partial(work_on_barrier, **barrier),
            "wish passed on": partial(give_wish_to, wish_id=self.wish, seen=1, owner_id=NURSE),
            "decision": partial(record_decision, item_id=self.item, decided=BY_CHAIR),
            "in its place": partial(
                supersede_decision, decision_id=self.decision, item_id=self.item, decided=BY_CHAIR
            ),
            "facts": partial(write_facts, item_id=self.item, seen=item, summary="Two calls."),
            "view": partial(
                write_person_view, item_id=self.item, seen=item, view="No.", spoken_by="Ada"
            ),
            "review": partial(set_next_review, item_id=self.item, seen=item, on=WEEK),
            "note": partial(add_note, item_id=self.item, agency_id=POLICE, text="Two calls."),
            "anew": partial(agree_anew, **passed, text="Ring"),
            "passed on": partial(pass_on_at_meeting, **passed, new=over, meeting_id=self.meeting),
            "action": self.new_action(),
            "owner": partial(change_owner, **passed, owner_id=WORKER, reason="She is off."),
            "transfer": partial(transfer_action, **passed, owner_id=WORKER, reason="She is off."),
            "plan": partial(edit_plan, plan_id=self.plan, seen=plan, direction="A home"),
            "proposed": partial(propose_plan, plan_id=self.plan, seen=plan),
            "goal": partial(add_goal, plan_id=self.plan, own_words="A dog"),
            "goal edited": partial(edit_goal, goal_id=self.goal, seen=1, own_words="A dog"),
            "offer": partial(record_offer, person_id=self.person, agency_id=HEALTH, what="A bed"),
            "offer edited": partial(edit_offer, offer_id=self.offer, seen=1, what="Two visits"),
        }

    def acts_that_wait_for_nothing(self) -> dict[str, Act]:
        item = self.seen(AgendaItem, self.item)
        met = NewContact(self.person, NOON, ContactType.STREET, ContactResult.MET_ENGAGED)
        told: dict[str, Any] = {"text": "Dogs", "person_told": Answer.YES}
        reversed_: dict[str, Any] = {
            "decision_id": self.decision,
            "item_id": self.item,
            "decided": BY_CHAIR,
        }
        debt = NewBarrier(BarrierCategory.DEBT, self.person)
        asked = self.seen(Barrier, self.asked)
        return {
            "barrier": partial(identify_barrier, new=debt),
            "barrier described": partial(
                describe_barrier, barrier_id=self.barrier, seen=1, tried="Rang twice"
            ),
            "not asked after all": partial(work_on_barrier, barrier_id=self.asked, seen=asked),
            "wish kept": partial(give_wish_to, wish_id=self.wish, seen=1, owner_id=COORDINATOR),
            "contact": partial(log_contact, new=met),
            "risk": partial(add_risk, person_id=self.person, **told),
            "warning": partial(add_warning, person_id=self.person, **told),
            "exclusion": partial(
                exclude_agency, person_id=self.person, agency_id=POLICE, reason="They asked"
            ),
            "minutes": partial(record_minutes_used, item_id=self.item, seen=item, minutes=4),
            "reported": partial(report_action, action_id=self.action, text="Called twice"),
            "moved": partial(
                move_due_date, action_id=self.action, seen=1, to=WEEK + timedelta(1), reason="Off"
            ),
            "reversed": partial(reverse_decision, **reversed_),
            "ended": partial(end_plan, plan_id=self.plan, seen=self._plan(), reason="Over"),
        }

    def _plan(self) -> int:
        return read_plan(self.desk, self.person).revision

    def card(self) -> BasisCard:
        return read_sharing(self.desk, self.person).basis


@pytest.fixture
def known(desk: Desk) -> Known:
    return Known(desk)


@pytest.fixture
def unknown(desk: Desk) -> UUID:
    """Somebody with a case and without a basis."""
    person = known_person(desk, given_name="Anna")
    record_basis(desk, person, gateway=None)
    with desk.act(Right.DECIDE) as tx:
        tx.add(Case(id=desk.new_id(), person_id=person, opened_on=TODAY))
        tx.journal("test.case", scope=person)
    return person


def written(desk: Desk) -> int:
    with desk.store.reading() as look:
        return len(look.history.acts())


def ring(person: UUID) -> Act:
    return partial(add_action, new=NewAction("Ring them", NURSE, WEEK, person))


def test_every_act_that_adds_work_is_refused_once_the_basis_is_withdrawn(
    desk: Desk, known: Known
) -> None:
    acts = known.acts_that_add_work()
    withdraw_basis(desk, known.person, reason="They objected")
    before = written(desk)
    for act in acts.values():
        with pytest.raises(GuardError, match="basis-withdrawn"):
            because(act, WHY)(desk)  # a reason does not help
    assert written(desk) == before


def test_every_act_that_adds_work_asks_why_without_a_complete_basis(
    desk: Desk, known: Known
) -> None:
    record_basis(desk, known.person, gateway=None)
    acts, before = known.acts_that_add_work(), written(desk)
    for act in acts.values():
        with pytest.raises(ReasonNeededError) as refused:
            act(desk)
        assert refused.value.prompts == ("basis-incomplete",)
        with pytest.raises(ReasonNeededError):
            because(act, "  ")(desk)
    assert written(desk) == before


def test_what_has_happened_and_what_takes_work_away_waits_for_nothing(
    desk: Desk, known: Known
) -> None:
    acts = known.acts_that_wait_for_nothing()
    withdraw_basis(desk, known.person, reason="They objected")
    for act in acts.values():
        act(desk)


def test_what_was_agreed_by_mistake_can_be_taken_out_whatever_the_basis(
    desk: Desk, known: Known
) -> None:
    withdraw_basis(desk, known.person, reason="They objected")
    take_out_action(desk, known.action, seen=1)
    take_out_decision(desk, known.decision, seen=1)


def test_a_reason_begins_urgent_work_in_the_same_act_and_the_next_asks_nothing(
    desk: Desk, unknown: UUID
) -> None:
    before = written(desk)
    because(ring(unknown), WHY)(desk)
    assert written(desk) == before + 1
    stands = read_sharing(desk, unknown).basis
    assert (stands.facts.urgent_reason, stands.complete_by) == (WHY, FIVE_DAYS)

    ring(unknown)(desk)
    begin_plan(desk, unknown)


def test_a_reason_given_with_a_complete_basis_begins_nothing(desk: Desk, known: Known) -> None:
    because(known.new_action(), WHY)(desk)
    assert known.card().facts.urgent_on is None


def test_an_act_refused_for_another_reason_begins_no_urgent_work(
    desk: Desk, unknown: UUID
) -> None:
    exclude_agency(desk, unknown, agency_id=HEALTH, reason="They asked")
    with pytest.raises(GuardError, match="agency-not-told"):
        because(ring(unknown), WHY)(desk)
    assert read_sharing(desk, unknown).basis.facts.urgent_on is None


def test_after_five_working_days_work_stops_until_the_basis_is_complete(
    desk: Desk, unknown: UUID, clock: Clock
) -> None:
    because(ring(unknown), WHY)(desk)
    clock.move(days=7)  # the fifth working day
    act = partial(add_action, new=NewAction("Ring", NURSE, WEEK + timedelta(30), unknown))
    act(desk)
    clock.move(days=1)
    for tried in (act, because(act, "Still cold")):
        with pytest.raises(GuardError, match="urgent-days-over"):
            tried(desk)
    with pytest.raises(GuardError, match="urgent-days-over"):
        begin_urgent_work(desk, unknown, reason="Still cold")

    record_basis(desk, unknown, gateway=COMPLETE["gateway"])
    act(desk)


def test_urgent_work_begins_anew_after_it_was_undone(desk: Desk, unknown: UUID) -> None:
    done = because(ring(unknown), WHY)(desk)
    assert done.changes.act is not None
    undo_act(desk, done.changes.act)
    assert read_sharing(desk, unknown).basis.facts.urgent_on is None
    because(ring(unknown), WHY)(desk)


def test_a_basis_that_urgent_work_began_can_begin_again_after_it_was_taken_back(
    desk: Desk,
) -> None:
    person, _referral = add_referral(desk)
    done = because(ring(person), WHY)(desk)
    assert done.changes.act is not None
    undo_act(desk, done.changes.act)
    assert read_sharing(desk, person).basis.id is None
    because(ring(person), "Colder still")(desk)
    assert read_sharing(desk, person).basis.facts.urgent_reason == "Colder still"


def test_who_may_not_begin_urgent_work_is_told_whom_to_ask(desk: Desk, known: Known) -> None:
    record_basis(desk, known.person, gateway=None)
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    before = written(desk)
    for act in (known.new_action(), because(known.new_action(), WHY)):
        with pytest.raises(GuardError, match="basis-not-complete"):
            act(nurse)
    assert written(desk) == before
    with_basis(desk, known.person)
    known.new_action()(nurse)


def test_a_plan_is_not_agreed_after_the_basis_was_withdrawn(desk: Desk, known: Known) -> None:
    propose_plan(desk, known.plan, seen=read_plan(desk, known.person).revision)
    plan = read_plan(desk, known.person)
    withdraw_basis(desk, known.person, reason="They objected")
    with pytest.raises(GuardError, match="basis-withdrawn"):
        agree_plan(desk, plan.id, Agreement(meeting_id=known.meeting), seen=plan.revision)
    assert replace(read_plan(desk, known.person), wishes=plan.wishes) == plan


def test_the_open_item_tells_what_stops_work_and_until_when_it_goes_on(
    desk: Desk, known: Known, clock: Clock
) -> None:
    def stands() -> tuple[str, date | None]:
        item = read_live_item(desk, known.meeting, known.item)
        return item.basis_stop, item.urgent_until

    assert stands() == ("", None)
    record_basis(desk, known.person, gateway=None)
    assert stands() == ("", None)
    because(known.new_action(), WHY)(desk)
    assert stands() == ("", FIVE_DAYS)
    clock.move(days=8)
    assert stands() == ("urgent-days-over", None)
    withdraw_basis(desk, known.person, reason="They objected")
    assert stands() == ("basis-withdrawn", None)
