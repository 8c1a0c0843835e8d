"""Tests of what was kept aside: taken over after all, or left, and told either way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.away.sending import read_take_away
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.db.checking import check_store
from coordinator.domain.errors import (
    GuardError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Role
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import RHYS, an_away_store, hand_back_of, know_rhys, send, took
from tests.stores import HOUSING, NURSE, WORKER, Clock, sitting

WHY = {"not-told": "away"}


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    """Rhys's store with a contact noted; meanwhile Kasia leads, and the contact was held back."""
    made, _taken = took(an_away_store(tmp_path / "away.db", 1, clock), send(desk))
    log_contact(made, a_contact_with(made, kept.kezia, note="Met by the quay"))
    hand_over(desk, kept.case, NURSE, note="All told", reasons=WHY)
    apply_hand_back(desk, hand_back_of(made, 1, sender=RHYS))
    yield made
    made.store.close()


def notes(desk: Desk, kept: Planted) -> list[str]:
    return [one.note for one in find_contacts(desk, kept.kezia).rows]


def test_what_was_kept_aside_is_listed_and_taken_over(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    (held,) = find_held_back(desk)
    assert (held.reason, held.sender, held.may_take) == (HoldReason.OUTSIDE_SCOPE, WORKER, True)
    settle_held_back(desk, [held.id], take=True)

    assert "Met by the quay" in notes(desk, kept)
    assert find_held_back(desk) == ()
    assert check_store(desk.store).faults == ()
    assert read_take_away(desk, RHYS).scope.held == {}
    assert held.id in read_take_away(desk, RHYS).scope.confirmed


def test_what_is_left_stays_on_file_with_the_reason(desk: Desk, away: Desk, kept: Planted) -> None:
    (held,) = find_held_back(desk)
    with pytest.raises(ReasonNeededError):
        settle_held_back(desk, [held.id], take=False)
    settle_held_back(desk, [held.id], take=False, reason="Kasia noted it herself")

    assert "Met by the quay" not in notes(desk, kept)
    assert [one.settled for one in find_held_back(desk, waiting_only=False)] == ["left"]
    assert set(read_take_away(desk, RHYS).scope.held) == {held.id}


def test_nothing_is_settled_twice_nor_by_anybody(desk: Desk, away: Desk, kept: Planted) -> None:
    (held,) = find_held_back(desk)
    other = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        settle_held_back(other, [held.id], take=True)
    with pytest.raises(NotPermittedError):
        find_held_back(other)
    settle_held_back(desk, [held.id], take=True)
    with pytest.raises(MissingRecordError):
        settle_held_back(desk, [held.id], take=True)


def test_what_has_no_place_is_not_taken_over(desk: Desk, away: Desk, kept: Planted) -> None:
    (held,) = find_held_back(desk)
    with desk.store.transaction(desk.stamp()) as tx:
        row = tx.away.held_one(held.id)
        assert row is not None
        row.body = row.body.replace('"field":"row"', '"field":"restricted"')
        tx.journal("test.arranged")

    with pytest.raises(GuardError, match="held-cannot-stand"):
        settle_held_back(desk, [held.id], take=True)
