"""The laws of the ledger: nothing depends on order, on copies, or on anything but the entries."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.money.ledger import Standing, day_of, position_of, standing_of
from coordinator.domain.money.rules import fund_of
from coordinator.domain.states import BudgetStatus

DAY = date(2026, 11, 19)
LINE, OTHER = UUID(int=1), UUID(int=2)


@dataclass
class Entry:
    id: UUID
    line_id: UUID
    move: MoneyMove
    pence: int
    happened_on: date = DAY
    ended_on: date | None = None


@dataclass
class Line:
    id: UUID = LINE
    funding: FundingSource = FundingSource.PERSONAL_BUDGET
    own_funding: str = ""
    asked_on: date = DAY
    asked_pence: int = 50_000
    status: BudgetStatus = BudgetStatus.AGREED
    decided_on: date | None = DAY
    agreed_pence: int | None = 50_000


AMOUNT = st.integers(min_value=1, max_value=100_000_000)
ENTRY = st.builds(
    Entry,
    id=st.integers(min_value=10, max_value=60).map(lambda number: UUID(int=number)),
    line_id=st.sampled_from([LINE, OTHER]),
    move=st.sampled_from(MoneyMove),
    pence=AMOUNT,
    ended_on=st.none() | st.just(DAY),
)
ENTRIES = st.lists(ENTRY, max_size=20, unique_by=lambda one: one.id)
STATUS = st.sampled_from(BudgetStatus)


@given(ENTRIES, STATUS, st.randoms(use_true_random=False))
def test_the_order_of_entries_says_nothing(
    entries: list[Entry], status: BudgetStatus, chance: object
) -> None:
    again = list(entries)
    chance.shuffle(again)  # type: ignore[attr-defined]
    line = Line(status=status)
    assert standing_of(line, again) == standing_of(line, entries)


@given(ENTRIES, ENTRIES)
def test_two_copies_brought_together_count_each_entry_once(
    here: list[Entry], there: list[Entry]
) -> None:
    ours = {one.id: one for one in here}
    theirs = [ours.get(one.id, one) for one in there]  # what has one id is one entry
    both = standing_of(Line(), [*here, *theirs])
    assert both == standing_of(Line(), [*theirs, *here])
    assert both == standing_of(Line(), {one.id: one for one in [*here, *theirs]}.values())
    assert standing_of(Line(), [*here, *here]) == standing_of(Line(), here)


@given(ENTRIES, AMOUNT)
def test_the_balance_is_what_was_agreed_less_spent_and_returned_to_the_penny(
    entries: list[Entry], agreed: int
) -> None:
    found = standing_of(Line(agreed_pence=agreed), entries)
    mine = [one for one in entries if one.line_id == LINE and one.ended_on is None]
    out = sum(one.pence if one.move is MoneyMove.SPENT else -one.pence for one in mine)
    assert found.balance == agreed - out
    assert all(isinstance(one, int) for one in (found.balance, found.bound, found.net))
    assert found.is_overspent == (out > agreed)


@given(ENTRIES)
def test_an_entry_taken_back_is_as_if_it_had_never_been(entries: list[Entry]) -> None:
    stood = [one for one in entries if one.ended_on is None]
    assert standing_of(Line(), entries) == standing_of(Line(), stood)
    ended = [replace(one, ended_on=DAY) for one in entries]
    assert standing_of(Line(), ended) == Standing(agreed=50_000)


@given(STATUS, ENTRIES)
def test_nothing_is_agreed_that_nobody_agreed(status: BudgetStatus, entries: list[Entry]) -> None:
    found = standing_of(Line(status=status), entries)
    said_yes = {BudgetStatus.AGREED, BudgetStatus.PART_AGREED, BudgetStatus.SETTLED}
    assert found.agreed == (50_000 if status in said_yes else 0)


@given(ENTRIES)
def test_what_is_left_of_a_settled_request_is_free_again(entries: list[Entry]) -> None:
    open_line = standing_of(Line(), entries)
    settled = standing_of(Line(status=BudgetStatus.SETTLED), entries)
    assert settled.bound == settled.net
    assert open_line.bound == max(50_000, open_line.net)


@given(st.lists(st.tuples(STATUS, ENTRIES), max_size=6), AMOUNT)
def test_a_fund_is_what_was_given_less_every_request_on_it(
    asked: list[tuple[BudgetStatus, list[Entry]]], given_pence: int
) -> None:
    lines = [Line(id=UUID(int=100 + at), status=one) for at, (one, _some) in enumerate(asked)]
    standings = {
        line.id: standing_of(line, [replace(one, line_id=line.id) for one in some])
        for line, (_status, some) in zip(lines, asked, strict=True)
    }
    found = position_of(given_pence, lines, standings)
    assert found.free == given_pence - sum(one.bound for one in standings.values())
    assert found.left == given_pence - sum(one.net for one in standings.values())
    assert found.waiting == 50_000 * sum(one.status is BudgetStatus.ASKED for one in lines)
    assert position_of(None, lines, standings).free is None


def test_a_fund_is_the_same_however_its_name_is_written() -> None:
    donated = FundingSource.DONATED_FUND
    assert fund_of(donated, " Make  it Count") == fund_of(donated, "make it count ")
    assert fund_of(donated, "") != fund_of(donated, "make it count")


def test_a_request_counts_on_the_day_it_was_decided_else_asked() -> None:
    assert day_of(Line(decided_on=None)) == DAY
    later = date(2026, 12, 1)
    assert day_of(Line(decided_on=later)) == later
