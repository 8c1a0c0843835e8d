"""What is kept about somebody who has died is frozen: every act there is, tried about them.

An act that nobody thought of is not in the lists here: it has to refuse, or to be put in one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import record_death
from coordinator.db.journal import Stamp
from coordinator.db.transaction import Transaction
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import CoordinatorError, GuardError
from coordinator.domain.roles import Role
from tests.casework.test_nothing_is_touched import acts, heads_of, subjects
from tests.casework.told import Told, told
from tests.stores import CHAIR, COUNCIL, OFFICER, TODAY, sitting

__all__ = ["told"]

MAY = """
    correct_after_death note_whom_to_tell withdraw_death hold_record call_meeting
    ask_what_they_want extend_access_request name_officer note_clarified note_identity
    refuse_access_request withdraw_access_request
    exclude_agency lift_exclusion lift_worker set_sensitivity set_part_sensitivity
    record_basis withdraw_basis ask_back_copies hide_names show_names
    say_why_opened assign_lines note_on_escalation report_action accept_barrier resolve_barrier
    turn_into_gap withdraw_escalation set_offer_status end_lead end_comms_line note_found
    take_off_sheet move_due_date
    end_learning change_learning share_learning change_review move_review add_recommendation
    take_off_theme leave_programme
    note_move name_receipt take_back_move
"""
"""What a death asks for itself; who asks what is held, and who may see it; on which basis it is
shared with reviews and coroners; what happened, and how open work comes to its end; what is learnt
from it; what went out of money that was agreed, and came back."""

FIRST = """
    change_item withdraw_from_agenda agree_anew take_out_action take_out_decision set_next_review
    change_decision record_decision reverse_decision supersede_decision change_note defer_item
    put_back_item record_minutes_used remove_note take_item withdraw_item write_facts
    write_person_view answer_at_meeting end_timing add_note
    accept_referral answer_not_for_us change_referral defer_referral screen_referral
    submit_referral withdraw_referral
    decide_entry send_access_answer propose_disposal check_own_plan_leaves
    acknowledge_escalation answer_escalation close_escalation note_no_reply
    accept_action pass_on_at_meeting set_outcome close_case end_plan exclude_worker
    link_barrier unlink_barrier raise_from_action
    change_owner transfer_action reopen_action count_in_theme
    withdraw_request settle_request
"""
"""What another rule stops here first: minutes that are approved, a referral that was answered, a
request, an escalation or a plan that is not at that step; an agency that must not be told; money
that went out already."""


class UndoneError(Exception):
    """An act came to its end, and nothing of it stays: the next finds all as it was."""


class Trying:
    """A store in which every act is tried and none is done."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    @contextmanager
    def transaction(self, stamp: Stamp) -> Iterator[Transaction]:
        with self._store.transaction(stamp) as tx:
            yield tx
            tx.session.flush()
            raise UndoneError


@pytest.fixture
def tried(desk: Desk, told: Told) -> dict[str, str]:
    """Say what came of every act about somebody who has died."""
    action = add_action(desk, NewAction("Ring the surgery", OFFICER, TODAY, told.person)).result
    about = subjects(desk, told) | {"action_id": action}
    record_death(desk, told.person, died_on=TODAY, source="The hospital")
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    at = replace(chair, store=Trying(desk.store))  # type: ignore[arg-type]
    before = heads_of(desk)
    found = {name: outcome(act) for name, act in acts(at, about).items()}
    assert heads_of(desk) == before
    return found


def outcome(act: Any) -> str:
    try:
        act()
    except UndoneError:
        return "done"
    except GuardError as refused:
        return refused.guard
    except CoordinatorError as refused:
        return type(refused).__name__
    return "done"


def test_every_act_about_somebody_who_died_is_frozen_but_for_those_a_death_leaves(
    tried: dict[str, str],
) -> None:
    may, first = frozenset(MAY.split()), frozenset(FIRST.split())
    frozen = {name for name, came in tried.items() if came == "person-died"}
    rest = {name: tried[name] for name in tried.keys() - may - first - frozen}
    assert rest == {}
    assert {name: tried.get(name) for name in may} == dict.fromkeys(may, "done")
    assert sorted(frozen & first) == []
    assert len(frozen) > 90, len(frozen)


def test_nobody_but_those_who_died_is_frozen(desk: Desk, told: Told) -> None:
    about: dict[str, UUID] = subjects(desk, told)
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    at = replace(chair, store=Trying(desk.store))  # type: ignore[arg-type]
    found = [outcome(act) for act in acts(at, about).values()]
    assert "person-died" not in found
    assert found.count("done") > 90
