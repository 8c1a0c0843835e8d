"""The ledger on a real store: asked, decided, spent, given back, settled."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.money.allocating import (
    add_allocation,
)
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.casework.money.reading import read_money, read_panel_money
from coordinator.casework.money.requests import ask_for_money, change_request, withdraw_request
from coordinator.casework.money.spending import name_receipt, note_move, take_back_move
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.people.entering import record_death
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import NewRequest
from coordinator.domain.money.views import LineRow
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import BudgetStatus, Sensitivity
from tests.casework.entries_on_file import a_meeting
from tests.casework.money.asked_for import (
    a_request,
    agreed,
    asked,
    came_back,
    given,
    somebody_with_a_goal,
    spent,
    yes,
)
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HOUSING,
    NURSE,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)
from tests.switched import switch_off, switch_on

DAY = timedelta(days=1)


@pytest.fixture
def somebody(desk: Desk) -> tuple[UUID, UUID]:
    return somebody_with_a_goal(desk)


def only(desk: Desk, person: UUID) -> LineRow:
    (line,) = read_money(desk, person).lines
    return line


def test_money_is_asked_for_a_purpose_tied_to_a_goal(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    asked(desk, person, goal)
    line = only(desk, person)
    assert (line.purpose, line.goal, line.asked_pence) == ("A bed", "A bed of my own", 30_000)
    assert (line.status, line.asked_by_id) == (BudgetStatus.ASKED, COORDINATOR)
    assert line.standing.agreed == 0


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"pence": 0}, {"pence": "nought"}),
        ({"pence": -5}, {"pence": "negative"}),
        ({"pence": None}, {"pence": "required"}),
        ({"pence": 10**9}, {"pence": "out-of-range"}),
        ({"funding": None}, {"funding": "required"}),
        ({"purpose": " \n"}, {"purpose": "required"}),
        ({"goal_id": None}, {"goal_id": "required"}),
        ({"asked_on": TODAY + DAY}, {"asked_on": "in-the-future"}),
    ],
)
def test_what_nobody_could_decide_is_refused_at_its_field(
    desk: Desk, somebody: tuple[UUID, UUID], wrong: dict[str, object], fields: dict[str, str]
) -> None:
    person, goal = somebody
    request = replace(a_request(goal), **wrong)  # type: ignore[arg-type]
    with pytest.raises(InvalidFieldsError) as told:
        ask_for_money(desk, person, request)
    assert told.value.fields == fields
    assert read_money(desk, person).lines == ()


def test_the_goal_is_the_persons_own(desk: Desk, somebody: tuple[UUID, UUID]) -> None:
    _other, goal = somebody_with_a_goal(desk, "Tamsyn")
    with pytest.raises(InvalidFieldsError) as told:
        ask_for_money(desk, somebody[0], a_request(goal))
    assert told.value.fields == {"goal_id": "unknown"}


@pytest.mark.parametrize(
    ("pence", "status"),
    [
        (30_000, BudgetStatus.AGREED),
        (12_345, BudgetStatus.PART_AGREED),
        (None, BudgetStatus.REFUSED),
    ],
)
def test_money_is_agreed_in_part_or_refused_with_a_reason(
    desk: Desk, somebody: tuple[UUID, UUID], pence: int | None, status: BudgetStatus
) -> None:
    person, goal = somebody
    line = asked(desk, person, goal)
    with pytest.raises(InvalidFieldsError) as told:
        decide_money(desk, line, yes(pence, " "), seen=1)
    assert told.value.fields == {"reason": "required"}
    meeting = a_meeting(desk)
    decide_money(desk, line, replace(yes(pence), meeting_id=meeting), seen=1)
    found = only(desk, person)
    assert (found.status, found.standing.agreed) == (status, pence or 0)
    assert (found.decided_by, found.meeting, found.decided_on) == (
        "Morwenna Tregear",
        "M26-001",
        TODAY,
    )


def test_nobody_agrees_more_than_was_asked_or_before_it_was(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    line = asked(desk, *somebody)
    said = replace(yes(30_001), decided_on=TODAY - DAY)
    with pytest.raises(InvalidFieldsError) as told:
        decide_money(desk, line, said, seen=1)
    assert told.value.fields == {"pence": "more-than-asked", "decided_on": "before-asked"}


def test_two_hands_do_not_decide_one_request(desk: Desk, somebody: tuple[UUID, UUID]) -> None:
    line = asked(desk, *somebody)
    decide_money(desk, line, yes(None), seen=1)
    with pytest.raises(StaleRecordError):
        decide_money(desk, line, yes(30_000), seen=1)


def test_what_was_decided_is_not_asked_for_otherwise(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = asked(desk, person, goal)
    change_request(desk, line, a_request(goal, 20_000), seen=1)
    assert only(desk, person).asked_pence == 20_000
    decide_money(desk, line, yes(20_000), seen=2)
    with pytest.raises(GuardError, match="money-decided"):
        change_request(desk, line, a_request(goal, 90_000), seen=3)


def test_what_went_out_is_not_refused_any_more(desk: Desk, somebody: tuple[UUID, UUID]) -> None:
    """Else nothing could come back on it, and nobody could settle it."""
    line = agreed(desk, *somebody)
    note_move(desk, line, spent(100))
    with pytest.raises(GuardError, match="money-went-out"):
        decide_money(desk, line, yes(None), seen=2)
    note_move(desk, line, came_back(100))
    decide_money(desk, line, yes(None), seen=2)


def test_spending_and_giving_back_keep_the_balance_to_the_penny(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    note_move(desk, line, spent(12_345))
    note_move(desk, line, spent(10_001))
    note_move(desk, line, came_back(45))
    found = only(desk, person)
    assert (found.standing.net, found.standing.balance) == (22_301, 7_699)
    assert [one.pence for one in found.entries].count(45) == 1
    assert read_money(desk, person).balance == 7_699


def test_nothing_is_spent_that_was_not_agreed_nor_given_back_that_never_went(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    waiting = asked(desk, person, goal)
    with pytest.raises(GuardError, match="money-not-agreed"):
        note_move(desk, waiting, spent(1))
    decide_money(desk, waiting, yes(30_000), seen=1)
    with pytest.raises(InvalidFieldsError) as told:
        note_move(desk, waiting, came_back(1))
    assert told.value.fields == {"pence": "more-than-spent"}
    for pence, rule in ((0, "nought"), (-1, "negative")):
        with pytest.raises(InvalidFieldsError) as told:
            note_move(desk, waiting, spent(pence))
        assert told.value.fields == {"pence": rule}


def test_more_than_was_agreed_goes_out_with_a_reason_that_stays(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    note_move(desk, line, spent(30_000))
    with pytest.raises(ReasonNeededError) as told:
        note_move(desk, line, spent(1))
    assert told.value.prompts == ("over-budget",)
    note_move(desk, line, spent(1), reason="The mattress cost more")
    found = only(desk, person)
    assert found.standing.is_overspent
    assert {one.note for one in found.entries} == {"", "The mattress cost more"}
    assert [one.line.id for one in read_panel_money(desk).overspent] == [line]


def test_a_wrong_entry_is_taken_back_and_stays_on_file(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    entry = note_move(desk, line, spent(12_000)).result
    with pytest.raises(ReasonNeededError):
        take_back_move(desk, entry, reason="")
    back = note_move(desk, line, came_back(500)).result
    with pytest.raises(GuardError, match="came-back-since"):
        take_back_move(desk, entry, reason="Typed twice")
    take_back_move(desk, back, reason="Typed twice")
    take_back_move(desk, entry, reason="Typed twice")
    found = only(desk, person)
    assert found.standing.net == 0
    assert {one.end_reason for one in found.entries} == {"Typed twice"}
    with pytest.raises(GuardError, match="entry-taken-back"):
        name_receipt(desk, entry, seen=2, receipt="R-9")


def test_an_account_is_closed_with_its_receipts_and_what_is_left_is_free(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    add_allocation(desk, given(100_000))
    line = agreed(desk, person, goal)
    entry = note_move(desk, line, spent(25_000, "")).result
    assert only(desk, person).without_receipt == 1
    assert read_panel_money(desk).allocations[0].position.free == 70_000
    with pytest.raises(ReasonNeededError) as told:
        settle_request(desk, line, seen=2)
    assert told.value.prompts == ("money-left", "receipts-missing")
    name_receipt(desk, entry, seen=1, receipt="Till roll 7")
    settle_request(desk, line, seen=2, reason="The rest is not needed")
    found = only(desk, person)
    assert (found.status, found.standing.balance) == (BudgetStatus.SETTLED, 5_000)
    given_now = read_panel_money(desk).allocations[0].position
    assert (given_now.free, given_now.left) == (75_000, 75_000)
    for act in (
        lambda: note_move(desk, line, spent(1)),
        lambda: decide_money(desk, line, yes(30_000), seen=3),
        lambda: withdraw_request(desk, line, seen=3, reason="Over"),
    ):
        with pytest.raises(GuardError, match="money-over"):
            act()


def test_a_request_is_withdrawn_while_nothing_went_out(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    note_move(desk, line, spent(10))
    with pytest.raises(GuardError, match="money-went-out"):
        withdraw_request(desk, line, seen=2, reason="They moved")
    note_move(desk, line, came_back(10))
    with pytest.raises(ReasonNeededError):
        withdraw_request(desk, line, seen=2, reason=" ")
    withdraw_request(desk, line, seen=2, reason="They moved")
    found = only(desk, person)
    assert (found.status, found.reason, found.standing.bound) == (
        BudgetStatus.WITHDRAWN,
        "They moved",
        0,
    )


def test_nothing_is_shown_until_the_panel_uses_budgets_or_something_is_on_file(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    switch_off(desk, Feature.MONEY)
    assert not read_money(desk, person).is_shown
    assert not read_panel_money(desk).is_shown
    switch_on(desk, Feature.MONEY)
    asked(desk, person, goal)
    switch_off(desk, Feature.MONEY)
    assert read_money(desk, person).is_shown
    assert read_panel_money(desk).is_shown


def test_a_restricted_request_goes_no_further_and_still_counts(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    add_allocation(desk, given(100_000))
    request = replace(a_request(goal), sensitivity=Sensitivity.RESTRICTED)
    line = ask_for_money(desk, person, request).result
    decide_money(desk, line, yes(30_000), seen=1)
    note_move(desk, line, spent(100))
    auditor = sitting(desk, WORKER, Role.AUDITOR, POLICE)
    assert read_money(auditor, person).lines == ()
    found = read_panel_money(auditor)
    assert found.lines == ()
    assert found.allocations[0].position.free == 70_000


def test_a_request_is_as_restricted_as_its_goal(desk: Desk, somebody: tuple[UUID, UUID]) -> None:
    person, goal = somebody
    set_sensitivity(desk, RecordKind.GOAL, goal, Sensitivity.RESTRICTED, seen=1)
    asked(desk, person, goal)
    assert only(desk, person).sensitivity is Sensitivity.RESTRICTED


def test_after_a_death_no_money_is_asked_for_or_agreed(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = asked(desk, person, goal)
    record_death(desk, person, died_on=TODAY, source="The hospital")
    for act in (
        lambda: ask_for_money(desk, person, a_request(goal)),
        lambda: change_request(desk, line, a_request(goal), seen=1),
        lambda: decide_money(desk, line, yes(30_000), seen=1),
    ):
        with pytest.raises(GuardError, match="person-died"):
            act()
    withdraw_request(desk, line, seen=1, reason="They died")
    found = read_money(desk, person)
    assert [one.status for one in found.lines] == [BudgetStatus.WITHDRAWN]
    assert found.has_died


def test_after_a_death_what_went_out_and_came_back_is_still_written_and_settled(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    record_death(desk, person, died_on=TODAY, source="The hospital")
    paid = note_move(desk, line, spent(10_000, "")).result
    name_receipt(desk, paid, seen=1, receipt="R-9")
    note_move(desk, line, came_back(4_000))
    wrong = note_move(desk, line, spent(1)).result
    take_back_move(desk, wrong, reason="Typed twice")
    assert only(desk, person).standing.net == 6_000
    settle_request(desk, line, seen=2, reason="The bed was not needed")
    assert only(desk, person).status is BudgetStatus.SETTLED


def test_who_asks_is_named_and_lists_are_the_panels(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = ask_for_money(desk, person, replace(a_request(goal), asked_by=NURSE)).result
    assert only(desk, person).asked_by == "Kasia Dębska"
    worker = sitting(desk, WORKER, Role.REPRESENTATIVE, HOUSING)
    for act in (
        lambda: read_panel_money(worker),
        lambda: ask_for_money(worker, person, NewRequest()),
        lambda: add_allocation(worker, given()),
    ):
        with pytest.raises(NotPermittedError):
            act()
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    (listed,) = read_panel_money(chair).waiting
    assert (listed.line.id, listed.reference) == (line, "KP-0001")


def test_what_went_out_on_a_request_travels_exactly_as_far_as_it(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = agreed(desk, person, goal)
    note_move(desk, line, spent(100))
    kinds = {one.kind for one in find_restrictable(desk, person)}
    assert RecordKind.BUDGET_LINE in kinds
    assert RecordKind.BUDGET_ENTRY not in kinds
    for seen, level in ((2, Sensitivity.RESTRICTED), (3, Sensitivity.STANDARD)):
        set_sensitivity(desk, RecordKind.BUDGET_LINE, line, level, seen=seen, reason="So it is")
        with desk.store.reading() as look:
            assert {one.sensitivity for one in look.money.entries([line])} == {level}
