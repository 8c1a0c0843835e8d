"""What is stuck in the small demo: every kind of record is there, and the chain has its end."""

import pytest

from coordinator.casework.escalations.reading import find_escalations, read_escalation
from coordinator.casework.stores.opening import Office
from coordinator.db.models import (
    ComingMove,
    CommsLine,
    EnforcementCheck,
    Escalation,
    Gap,
    GapBarrier,
    Holding,
    HousingApplication,
    HousingConstraint,
    Missing,
    OutreachLine,
    OutreachSheet,
    Protocol,
    ProtocolStep,
    Record,
    Service,
    Wish,
)
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.states import EscalationStatus, GapStatus, HousingStep
from tests.demo.reading import every

KINDS = (
    CommsLine, ComingMove, EnforcementCheck, Escalation, Gap, GapBarrier, Holding,
    HousingApplication, HousingConstraint, Missing, OutreachLine, OutreachSheet, Protocol,
    ProtocolStep, Service, Wish,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_demo_holds_all_of_it(small: Office, kind: type[Record]) -> None:
    assert every(small, kind)


def test_one_chain_went_up_the_ladder_and_changed_the_plan(small: Office) -> None:
    rows = find_escalations(small.desk, EscalationFilter(open_only=False))
    (end,) = [one for one in rows if one.outcome is EscalationOutcome.EXCEPTION]
    story = read_escalation(small.desk, end.id)
    assert end.status is EscalationStatus.CLOSED
    assert [link.level for link in story.chain] + [end.level] == [1, 2, 3]
    assert story.effect_action


def test_another_ended_in_a_gap_that_somebody_must_own(small: Office) -> None:
    gaps = every(small, Gap)
    assert {one.status for one in gaps} == {GapStatus.WITH_COMMISSIONER, GapStatus.DECIDED}
    assert any(one.reusable and one.workaround for one in gaps)


def test_some_wait_for_an_answer_and_one_answer_waits_for_the_panel(small: Office) -> None:
    found = find_escalations(small.desk, EscalationFilter())
    assert {one.status for one in found} >= {EscalationStatus.SENT, EscalationStatus.ANSWERED}
    assert any(one.is_overdue for one in found)
    assert any(one.track is EscalationTrack.SAFEGUARDING for one in found)


def test_a_refusal_is_kept_with_its_words_and_led_to_a_question(small: Office) -> None:
    (home,) = every(small, HousingApplication)
    assert home.status is HousingStep.REFUSED
    assert home.refusal_words
    assert home.barrier_id


def test_a_wish_was_answered_and_told_and_others_wait(small: Office) -> None:
    wishes = every(small, Wish)
    assert sum(one.told_on is not None for one in wishes) == 1
    assert sum(one.answered_on is None for one in wishes) == 2
    assert all(one.owner_id for one in wishes)


def test_somebody_was_found_and_somebody_is_missing(small: Office) -> None:
    assert sorted(bool(one.found_on) for one in every(small, Missing)) == [False, True]
