"""A lead professional asks for money away and notes what went out; the panel decides."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import (
    ask_for_money,
    change_request,
    withdraw_request,
)
from coordinator.casework.money.spending import note_move, take_back_move
from coordinator.domain.errors import GuardError, NotPermittedError
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.merging.changes import Change
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.money.views import LineRow
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import BudgetStatus
from tests.casework.away.stores import an_away_store, hand_back_of, know_rhys, send, took
from tests.casework.entries_on_file import case_of
from tests.casework.money.asked_for import a_request, agreed, somebody_with_a_goal, spent, yes
from tests.stores import CHAIR, WORKER, Clock

DECIDED = {
    "status": "agreed",
    "decided_on": "2026-11-19",
    "decided_by_id": CHAIR.hex,
    "agreed_pence": 30_000,
    "decision_reason": "Agreed on the telephone",
    "meeting_id": None,
}


@pytest.fixture
def kezia(desk: Desk) -> tuple[UUID, UUID]:
    person, goal = somebody_with_a_goal(desk)
    agree_lead(desk, case_of(desk, person), WORKER)
    know_rhys(desk)
    return person, goal


@pytest.fixture
def line(desk: Desk, kezia: tuple[UUID, UUID]) -> UUID:
    return agreed(desk, *kezia)


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, line: UUID) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield took(made, send(desk))[0]
    made.store.close()


def lines(desk: Desk, person: UUID) -> dict[UUID, LineRow]:
    return {one.id: one for one in read_money(desk, person).lines}


def held(desk: Desk, pack: HandBack) -> set[tuple[str, HoldReason]]:
    """Bring a pack home; gives what was kept aside, and why."""
    apply_hand_back(desk, pack)
    return {(one.change.field, one.reason) for one in find_held_back(desk) if one.change}


def forged(pack: HandBack, like: Change, **fields: Any) -> HandBack:
    """Put one more change into a pack, as an altered program would."""
    number = max(one.number for one in pack.changes) + 1
    one = replace(like, number=number, replaces=(), **fields)
    return replace(pack, changes=(*pack.changes, one))


def test_a_request_and_spending_come_home(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID], line: UUID
) -> None:
    person, goal = kezia
    assert lines(away, person)[line].standing.balance == 30_000
    made = ask_for_money(away, person, a_request(goal, 4_500)).result
    note_move(away, line, spent(12_345))
    apply_hand_back(desk, hand_back_of(away, 1))
    found = lines(desk, person)
    assert (found[made].asked_pence, found[made].status) == (4_500, BudgetStatus.ASKED)
    assert found[made].asked_by_id == WORKER
    assert found[line].standing.balance == 17_655


def test_nobody_decides_or_asks_otherwise_away(
    away: Desk, kezia: tuple[UUID, UUID], line: UUID
) -> None:
    person, goal = kezia
    with pytest.raises(NotPermittedError):
        decide_money(away, line, yes(1), seen=1)
    with pytest.raises(NotPermittedError):
        settle_request(away, line, seen=1)
    seen = lines(away, person)[line].revision
    with pytest.raises(GuardError, match="panel-decides"):
        withdraw_request(away, line, seen=seen, reason="They moved")
    made = ask_for_money(away, person, a_request(goal, 100)).result
    with pytest.raises(GuardError, match="panel-decides"):
        change_request(away, made, a_request(goal, 10_000), seen=1)
    withdraw_request(away, made, seen=1, reason="Typed wrongly")
    entry = note_move(away, line, spent(10)).result
    take_back_move(away, entry, reason="Typed twice")
    assert lines(away, person)[line].standing.net == 0


def test_a_line_begun_away_and_decided_there_comes_home_as_asked(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID]
) -> None:
    person, goal = kezia
    made = ask_for_money(away, person, a_request(goal, 30_000)).result
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.record == made)
    told = held(desk, forged(pack, like, field="status", value=DECIDED))
    assert told == {("status", HoldReason.THE_PANELS_TO_DECIDE)}
    found = lines(desk, person)[made]
    assert (found.status, found.standing.agreed, found.decided_by) == (BudgetStatus.ASKED, 0, "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", {**DECIDED, "agreed_pence": 9_000_000}),
        ("status", {**DECIDED, "status": "asked"}),
        ("status", {**dict.fromkeys(DECIDED), "status": "settled", "decision_reason": ""}),
        ("status", {**dict.fromkeys(DECIDED), "status": "withdrawn", "decision_reason": ""}),
        ("asked_pence", 9_000_000),
        ("purpose", "A car"),
        ("funding", {"funding": "grant", "own_funding": ""}),
        ("goal_id", None),
        ("*", True),
    ],
)
def test_of_what_was_decided_nothing_is_written_over_away(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID], line: UUID, field: str, value: Any
) -> None:
    person, _goal = kezia
    before = lines(desk, person)[line]
    note_move(away, line, spent(1))
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.kind == RecordKind.BUDGET_ENTRY)
    odd = forged(pack, like, kind=RecordKind.BUDGET_LINE, record=line, field=field, value=value)
    assert held(desk, odd) == {(field, HoldReason.THE_PANELS_TO_DECIDE)}
    after = lines(desk, person)[line]
    assert replace(after, entries=(), standing=before.standing) == before


def test_who_asked_does_not_become_somebody_else_away(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID], line: UUID
) -> None:
    """Else whoever asked could let themselves decide by letting another have asked."""
    person, _goal = kezia
    asked_by = lines(desk, person)[line].asked_by_id
    note_move(away, line, spent(1))
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.kind == RecordKind.BUDGET_ENTRY)
    value = {
        "person_id": person.hex,
        "case_id": case_of(desk, person).hex,
        "place_plan_id": None,
        "asked_on": "2026-11-19",
        "asked_by_id": WORKER.hex,
    }
    odd = forged(
        pack, like, kind=RecordKind.BUDGET_LINE, record=line, field="person_id", value=value
    )
    assert held(desk, odd) == {("person_id", HoldReason.THE_PANELS_TO_DECIDE)}
    assert lines(desk, person)[line].asked_by_id == asked_by


def test_what_went_out_is_not_written_over_away(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID], line: UUID
) -> None:
    person, _goal = kezia
    entry = note_move(away, line, spent(100)).result
    apply_hand_back(desk, hand_back_of(away, 1))
    note_move(away, line, spent(1))
    pack = hand_back_of(away, 2)
    like = next(one for one in pack.changes if one.record == entry and one.field == "person_id")
    assert isinstance(like.value, dict)
    odd = forged(pack, like, value={**like.value, "pence": 1})
    assert held(desk, odd) == {("person_id", HoldReason.THE_PANELS_TO_DECIDE)}
    assert lines(desk, person)[line].standing.net == 101


@pytest.mark.parametrize(
    ("said", "guard"),
    [
        ({"decided_by_id": WORKER.hex}, "chair-decides"),
        ({"decided_by_id": None}, "chair-decides"),
        ({"agreed_pence": 9_000_000}, "money-not-as-asked"),
        ({"agreed_pence": None}, "money-not-as-asked"),
        ({"status": "refused"}, "money-not-as-asked"),
    ],
)
def test_what_was_held_back_is_no_way_around_who_decides(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID], said: dict[str, Any], guard: str
) -> None:
    person, goal = kezia
    made = ask_for_money(away, person, a_request(goal, 30_000)).result
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.record == made)
    held(desk, forged(pack, like, field="status", value={**DECIDED, **said}))
    (kept,) = find_held_back(desk)
    with pytest.raises(GuardError, match=guard):
        settle_held_back(desk, [kept.id], take=True)
    assert lines(desk, person)[made].status is BudgetStatus.ASKED
    assert len(find_held_back(desk)) == 1


def test_a_chair_who_asked_is_not_let_decide_by_taking_over_what_was_held_back(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID]
) -> None:
    person, goal = kezia
    made = ask_for_money(away, person, a_request(goal, 30_000, asked_by=CHAIR)).result
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.record == made)
    held(desk, forged(pack, like, field="status", value=DECIDED))
    (kept,) = find_held_back(desk)
    with pytest.raises(GuardError, match="own-request"):
        settle_held_back(desk, [kept.id], take=True)
    assert lines(desk, person)[made].status is BudgetStatus.ASKED


def test_a_decision_the_chair_did_make_is_taken_over_after_all(
    desk: Desk, away: Desk, kezia: tuple[UUID, UUID]
) -> None:
    person, goal = kezia
    made = ask_for_money(away, person, a_request(goal, 30_000)).result
    pack = hand_back_of(away, 1)
    like = next(one for one in pack.changes if one.record == made)
    held(desk, forged(pack, like, field="status", value=DECIDED))
    (kept,) = find_held_back(desk)
    settle_held_back(desk, [kept.id], take=True)
    assert lines(desk, person)[made].status is BudgetStatus.AGREED
