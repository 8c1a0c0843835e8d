"""Asking for a person, leading them and speaking of them is work: it waits for their basis too."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import escalate_barrier, identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.escalations.answering import (
    answer_escalation,
    reopen_escalation,
    withdraw_escalation,
)
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.escalations.sending import (
    chase_escalation,
    note_on_escalation,
    send_escalation,
)
from coordinator.casework.leads.agreeing import accept_lead, agree_lead, end_lead, hand_over
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.need_to_know.comms import (
    agree_comms_line,
    change_comms_line,
    end_comms_line,
)
from coordinator.casework.need_to_know.urgent_work import because
from coordinator.casework.voice.wishes import note_wish
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import GuardError, ReasonNeededError
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory, EscalationTrack
from coordinator.domain.outcomes import Done
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.states import Answer
from tests.casework.stuck_people import ASK, PARTLY
from tests.meetings import add_case
from tests.stores import NURSE, WORKER

WHY = "Sleeping out tonight, and it freezes"
Act = Callable[[Desk], Done[Any]]
_RECEIVER: dict[str, Any] = {
    "receiver": "Jowan Penrose",
    "receiver_role": "Head of service",
    "ask": ASK,
}


class Asked:
    """Two people worked with: one without a lead and with all that can be asked, one led."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.person, self.case = add_case(desk, "Tomos")
        self.barrier = self._barrier()
        self.marked = self._barrier()
        self.draft = self._raised()
        self.sent = self._sent(EscalationTrack.PROFESSIONAL_DISAGREEMENT)
        self.answered = self._sent(EscalationTrack.PROFESSIONAL_DISAGREEMENT)
        answer_escalation(desk, self.answered, PARTLY, seen=self._seen(self.answered))
        self.urgent = self._raised(EscalationTrack.SAFEGUARDING)
        line = NewCommsLine(self.person, not_say="Where they sleep")
        self.line = agree_comms_line(desk, line).result
        self.led, self.led_case = add_case(desk, "Wenna")
        self.role = agree_lead(desk, self.led_case, NURSE, person_told=Answer.YES).result

    def _barrier(self) -> UUID:
        new = NewBarrier(person_id=self.person, category=BarrierCategory.HOUSING_NONE_SUITABLE)
        return identify_barrier(self.desk, new).result

    def new(self, track: EscalationTrack) -> NewEscalation:
        return NewEscalation(track=track, person_id=self.person, **_RECEIVER)

    def _raised(self, track: EscalationTrack = EscalationTrack.PROFESSIONAL_DISAGREEMENT) -> UUID:
        return raise_escalation(self.desk, self.new(track)).result.id

    def _sent(self, track: EscalationTrack) -> UUID:
        key = self._raised(track)
        send_escalation(self.desk, key, seen=1)
        return key

    def _seen(self, key: UUID) -> int:
        return read_escalation(self.desk, key).row.revision

    def acts_that_wait(self) -> dict[str, Act]:
        ladder = NewEscalation(barrier_id=self.barrier)
        aside = self.new(EscalationTrack.PROFESSIONAL_DISAGREEMENT)
        sent: dict[str, Any] = {"escalation_id": self.sent, "seen": self._seen(self.sent)}
        again: dict[str, Any] = {"escalation_id": self.answered, "seen": self._seen(self.answered)}
        says = NewCommsLine(self.led, may_say="They are well", said_by="The press office")
        said: dict[str, Any] = {"may_say": "They are well", "said_by": "The press office"}
        return {
            "raised": partial(raise_escalation, new=ladder),
            "disagreed": partial(raise_escalation, new=aside),
            "marked": partial(escalate_barrier, barrier_id=self.marked, seen=1),
            "sent": partial(send_escalation, escalation_id=self.draft, seen=1),
            "chased": partial(chase_escalation, escalation_id=self.sent, text="Rang"),
            "higher": partial(move_to_next_level, **sent, reason="No time"),
            "again": partial(reopen_escalation, **again, reason="It was not so"),
            "lead": partial(agree_lead, case_id=self.case, professional_id=WORKER),
            "handed": partial(
                hand_over,
                case_id=self.led_case,
                professional_id=WORKER,
                note="Call first",
                person_told=Answer.YES,
            ),
            "may say": partial(agree_comms_line, new=says),
            "may say now": partial(change_comms_line, comms_id=self.line, seen=1, **said),
        }

    def acts_that_do_not(self) -> dict[str, Act]:
        urgent = self.new(EscalationTrack.SAFEGUARDING)
        sent: dict[str, Any] = {"escalation_id": self.sent, "seen": self._seen(self.sent)}
        barrier = NewBarrier(person_id=self.person, category=BarrierCategory.HOUSING_NONE_SUITABLE)
        quiet = NewCommsLine(self.led, not_say="Where they sleep")
        return {
            "danger": partial(raise_escalation, new=urgent),
            "danger told": partial(send_escalation, escalation_id=self.urgent, seen=1),
            "wish": partial(note_wish, new=NewWish(self.person, "Leave me be", WORKER)),
            "barrier": partial(identify_barrier, new=barrier),
            "note": partial(note_on_escalation, escalation_id=self.sent, text="They rang back"),
            "came": partial(answer_escalation, **sent, reply=PARTLY),
            "withdrawn": partial(
                withdraw_escalation, escalation_id=self.draft, seen=1, reason="They objected"
            ),
            "must not": partial(agree_comms_line, new=quiet),
            "said no more": partial(
                end_comms_line, comms_id=self.line, seen=1, reason="They objected"
            ),
            "knows": partial(accept_lead, role_id=self.role),
            "leads no more": partial(end_lead, case_id=self.led_case, reason="They objected"),
        }

    def withdraw(self) -> None:
        for person in (self.person, self.led):
            withdraw_basis(self.desk, person, reason="They objected")


@pytest.fixture
def asked(desk: Desk) -> Asked:
    return Asked(desk)


def written(desk: Desk) -> int:
    with desk.store.reading() as look:
        return len(look.history.acts())


def test_nothing_more_is_asked_led_or_said_once_the_basis_is_withdrawn(asked: Asked) -> None:
    acts = asked.acts_that_wait()
    asked.withdraw()
    before = written(asked.desk)
    for act in acts.values():
        with pytest.raises(GuardError, match="basis-withdrawn"):
            because(act, WHY)(asked.desk)  # a reason does not help
    assert written(asked.desk) == before


def test_each_asks_why_without_a_complete_basis_and_begins_urgent_work_in_the_same_act(
    asked: Asked,
) -> None:
    for person in (asked.person, asked.led):
        record_basis(asked.desk, person, gateway=None)
    acts, before = asked.acts_that_wait(), written(asked.desk)
    for act in acts.values():
        with pytest.raises(ReasonNeededError) as refused:
            act(asked.desk)
        assert refused.value.prompts == ("basis-incomplete",)
    assert written(asked.desk) == before
    because(acts["raised"], WHY)(asked.desk)
    assert written(asked.desk) == before + 1
    assert read_sharing(asked.desk, asked.person).basis.facts.urgent_reason == WHY
    for name in ("marked", "sent", "higher", "lead"):  # it asks once
        acts[name](asked.desk)


def test_danger_their_own_words_and_what_ends_work_wait_for_nothing(asked: Asked) -> None:
    asked.withdraw()
    for act in asked.acts_that_do_not().values():
        act(asked.desk)
