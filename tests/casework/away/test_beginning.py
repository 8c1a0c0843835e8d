"""Tests that what begins in the panel's own store only is refused at once away from it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.away.returning import review_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.urgent_work import because
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import register_person
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan, end_plan
from coordinator.casework.referrals.asking import (
    change_referral,
    draft_referral,
    withdraw_referral,
)
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Basis
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.lead_grants import (
    WrittenAway,
    begins,
    begins_at_panel_only,
    lead_grant,
    refusal_away,
)
from coordinator.domain.merging.changes import Change
from coordinator.domain.merging.receiving import reason_to_hold
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import (
    RHYS,
    Packs,
    an_away_store,
    hand_back_of,
    know_rhys,
    took,
)
from tests.stores import HEALTH, NOON, TODAY, WORKER, Clock


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def fresh(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield made
    made.store.close()


@pytest.fixture
def away(fresh: Desk, desk: Desk, kept: Planted) -> Desk:
    """His own store, with the person he leads."""
    return took(fresh, Packs(desk).take_away(WORKER))[0]


def own(away: Desk, desk: Desk) -> set[str]:
    """Why anything he wrote would be kept aside at the panel."""
    review = review_hand_back(desk, hand_back_of(away, 1, sender=RHYS))
    return {one.reason.value for one in review.held}


def test_a_person_is_not_begun_away_before_anything_was_taken_either(fresh: Desk) -> None:
    with pytest.raises(GuardError, match="begins-at-panel"):
        register_person(fresh, given_name="Wenna")


def test_person_referral_and_plan_are_refused_away_and_nothing_is_kept(
    away: Desk, desk: Desk, kept: Planted
) -> None:
    end_plan(away, kept.plan, seen=1, reason="starts anew")
    refused: tuple[Callable[[], object], ...] = (
        lambda: register_person(away, given_name="Wenna"),
        lambda: draft_referral(away, kept.kezia, referrer_id=WORKER, why_now="Now"),
        lambda: begin_plan(away, kept.kezia),
    )

    for act in refused:
        with pytest.raises(GuardError, match="begins-at-panel"):
            act()
    assert own(away, desk) == set()


def test_a_basis_begins_at_the_panel_also_one_that_urgent_work_begins_with(
    fresh: Desk, desk: Desk, kept: Planted
) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        for basis in tx.people.about(Basis, [kept.kezia]):
            basis.removed = True
        tx.journal("test.arranged")
    away, _taken = took(fresh, Packs(desk).take_away(WORKER))
    contact = a_contact_with(away, kept.kezia, note="Met by the quay")
    urgent = because(lambda there: add_goal(there, kept.plan, own_words="A", panel_words=""), "!")

    refused: tuple[Callable[[], object], ...] = (
        lambda: record_basis(away, kept.kezia, asked_to_agree=None),
        lambda: urgent(away),
    )
    for act in refused:
        with pytest.raises(GuardError, match="begins-at-panel"):
            act()
    assert log_contact(away, contact).changes.records


def test_all_that_is_a_leads_own_work_is_done_away_as_before(
    away: Desk, desk: Desk, kept: Planted
) -> None:
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    add_action(away, NewAction("Ring the clinic", WORKER, TODAY, person_id=kept.kezia))
    add_goal(away, kept.plan, own_words="A door that locks", panel_words="")

    assert own(away, desk) == set()


def test_what_was_told_away_is_written_down_where_it_was(away: Desk, kept: Planted) -> None:
    said = Spoken(kept.kezia, HEALTH, "Kasia Dębska", what="Her new address", reason="urgent")

    assert record_spoken(away, said).changes.records


def test_at_the_panel_nothing_of_it_is_refused(desk: Desk, kept: Planted) -> None:
    assert register_person(desk, given_name="Wenna").changes.records
    assert draft_referral(desk, kept.kezia, referrer_id=WORKER, why_now="Now").changes.records


def test_what_stands_at_the_panel_is_not_changed_away_and_nothing_is_kept(
    fresh: Desk, desk: Desk, kept: Planted
) -> None:
    referral = draft_referral(desk, kept.kezia, referrer_id=WORKER, why_now="Now").result
    away, _taken = took(fresh, Packs(desk).take_away(WORKER))
    refused: tuple[Callable[[], object], ...] = (
        lambda: change_referral(away, referral, seen=1, why_now="Later"),
        lambda: withdraw_referral(away, referral, reason="Not any more"),
    )

    for act in refused:
        with pytest.raises(GuardError, match="changes-at-panel"):
            act()
    assert own(away, desk) == set()


def test_what_is_about_the_panel_is_not_written_away(away: Desk, desk: Desk) -> None:
    with pytest.raises(GuardError, match="not-about-yours"):
        add_action(away, NewAction("Book the room", WORKER, TODAY))
    assert own(away, desk) == set()


@pytest.mark.parametrize("kind", models_by_kind())
@pytest.mark.parametrize("is_new", [False, True])
def test_what_is_let_through_away_is_what_the_panel_takes_over(kind: str, is_new: bool) -> None:
    if kind in {"disclosure", "disclosed_person", "disclosure_end"}:
        return  # written down wherever it was
    who, person = UUID(int=5), UUID(int=7)
    grant = lead_grant({person})
    for field in logged_fields(models_by_kind()[kind]):
        change = Change(
            scope=person, record=UUID(int=6), kind=kind, field=field, value="asked", author=who,
            install=UUID(int=8), number=1, made=NOON, act=UUID(int=9), salt=b"s" * 16,
        )  # fmt: skip
        home = {} if is_new else {change.record: change.key}
        reason = reason_to_hold(who, change, grant, home.get)
        refused = refusal_away(WrittenAway(kind, field, is_new, of_panel=False, value="asked"))
        assert bool(refused) == (reason is not None)


def test_what_the_panel_decides_is_refused_away() -> None:
    agreed = WrittenAway(
        "plan", "status", is_new=False, of_panel=False, before="proposed", value="agreed"
    )
    lowered = WrittenAway(
        "risk", "sensitivity", is_new=False, of_panel=False, before="restricted", value="standard"
    )

    assert [refusal_away(one) for one in (agreed, lowered)] == ["panel-decides"] * 2
    assert refusal_away(replace(agreed, value="proposed")) == ""
    assert refusal_away(replace(lowered, before="standard", value="restricted")) == ""


@pytest.mark.parametrize("kind", RecordKind)
def test_nothing_a_lead_begins_is_refused(kind: RecordKind) -> None:
    assert not (begins(kind) and begins_at_panel_only(kind))
