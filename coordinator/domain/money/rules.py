"""What may be asked for, decided, spent and given back, and what the panel was given. In pence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.states import BudgetStatus, Sensitivity
from coordinator.domain.texts import is_blank

MOST_PENCE: Final = 100_000_000  # a million pounds: more is a slip of the keyboard
GRANTED: Final = frozenset({BudgetStatus.AGREED, BudgetStatus.PART_AGREED})
"""Money was agreed and may be spent."""
OVER: Final = frozenset({BudgetStatus.WITHDRAWN, BudgetStatus.SETTLED})
"""Nothing follows."""

Fund = tuple[FundingSource, str]
"""Whose money: a source, and which fund of it; the name without regard to case."""


def fund_of(funding: FundingSource, own_funding: str) -> Fund:
    """Write whose money it is so that two hands' ways of writing it are the same."""
    return funding, " ".join(own_funding.split()).casefold()


@dataclass(frozen=True, slots=True)
class NewRequest:
    """Money asked for: how much, for what, tied to which goal, from whose money.

    Attributes:
        own_funding: Which fund of that source, where there is more than one.
        asked_by: Whoever sits there when empty.
        asked_on: Today when nothing.
    """

    purpose: str = field(repr=False, default="")
    pence: int | None = None
    funding: FundingSource | None = None
    goal_id: UUID | None = None
    own_funding: str = field(repr=False, default="")
    asked_by: UUID | None = None
    asked_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class MoneyDecision:
    """What is said to a request.

    Attributes:
        pence: What is agreed: all of it, or part; nothing is a refusal.
        decided_by: The chair or vice-chair; whoever sits there when empty.
        meeting_id: Where, if at a meeting.
    """

    pence: int | None
    reason: str = field(repr=False)
    decided_by: UUID | None = None
    decided_on: date | None = None
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Money that went out or came back on one day; `receipt` says where its receipt is found."""

    move: MoneyMove
    pence: int | None
    happened_on: date | None
    receipt: str = field(repr=False, default="")
    note: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class NewAllocation:
    """What the panel was given from one fund between two days that are both included."""

    funding: FundingSource | None
    from_on: date | None
    to_on: date | None
    pence: int | None
    given_by: str = field(repr=False)
    own_funding: str = field(repr=False, default="")
    note: str = field(repr=False, default="")


class Allocated(Protocol):
    """An allocation as far as it may stand in the way of another."""

    funding: FundingSource
    own_funding: str
    from_on: date
    to_on: date


def wrong_amount(pence: int | None) -> dict[str, str]:
    """Say what is wrong with an amount: it must be there, above nought, and no slip."""
    if pence is None:
        return {"pence": "required"}
    if pence == 0:
        return {"pence": "nought"}
    if pence < 0:
        return {"pence": "negative"}
    return {"pence": "out-of-range"} if pence > MOST_PENCE else {}


def check_request(new: NewRequest, today: date) -> None:
    """Refuse a request nobody could decide.

    Raises:
        InvalidFieldsError: `purpose`, `funding`, `goal_id` or `pence` is `required`; `pence` is
            `nought`, `negative` or `out-of-range`; `asked_on` is `in-the-future`.
    """
    wrong = wrong_amount(new.pence)
    if is_blank(new.purpose):
        wrong["purpose"] = "required"
    if new.funding is None:
        wrong["funding"] = "required"
    if new.goal_id is None:
        wrong["goal_id"] = "required"
    if new.asked_on is not None and new.asked_on > today:
        wrong["asked_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_asked(status: BudgetStatus) -> None:
    """Refuse to change what is asked once something was said to it.

    Raises:
        GuardError: `money-decided`.
    """
    if status is not BudgetStatus.ASKED:
        raise GuardError("money-decided")


def check_under_way(status: BudgetStatus) -> None:
    """Refuse to go on with what was withdrawn or settled.

    Raises:
        GuardError: `money-over`.
    """
    if status in OVER:
        raise GuardError("money-over")


class Worker(Protocol):
    """Somebody of the directory, as far as it matters who they are."""

    id: UUID
    name: str


def check_approver(asked_by: Worker, decided_by: Worker) -> None:
    """Refuse a decision by whoever asked for the money.

    Somebody who sits for two agencies stands in the directory twice, under one name.

    Raises:
        GuardError: `own-request`.
    """
    if asked_by.id == decided_by.id or _called(asked_by) == _called(decided_by):
        raise GuardError("own-request")


def check_as_asked(status: BudgetStatus, asked: int, agreed: int | None) -> None:
    """Refuse a decision that does not fit what was asked for.

    Args:
        status: That it leads to.
        asked: How much was asked for.
        agreed: How much is said to be agreed.

    Raises:
        GuardError: `money-not-as-asked`.
    """
    fits = {
        BudgetStatus.REFUSED: agreed is None,
        BudgetStatus.AGREED: agreed == asked,
        BudgetStatus.PART_AGREED: agreed is not None and 0 < agreed < asked,
        BudgetStatus.SETTLED: agreed is not None and 0 < agreed <= asked,
    }
    if not fits.get(status, True):
        raise GuardError("money-not-as-asked")


def _called(one: Worker) -> str:
    return " ".join(one.name.split()).casefold()


def check_decision(said: MoneyDecision, asked: int, asked_on: date, today: date) -> BudgetStatus:
    """Refuse a decision that cannot be; gives the status it leads to.

    Args:
        said: What is decided.
        asked: How much was asked for.
        asked_on: The day it was.
        today: At the panel's place.

    Raises:
        InvalidFieldsError: `pence` is `nought`, `negative` or `more-than-asked`; `reason` is
            `required`; `decided_on` is `in-the-future` or `before-asked`.
    """
    wrong = wrong_amount(said.pence) if said.pence is not None else {}
    if not wrong and said.pence is not None and said.pence > asked:
        wrong["pence"] = "more-than-asked"
    if is_blank(said.reason):
        wrong["reason"] = "required"
    on = said.decided_on or today
    if on > today:
        wrong["decided_on"] = "in-the-future"
    elif on < asked_on:
        wrong["decided_on"] = "before-asked"
    if wrong:
        raise InvalidFieldsError(wrong)
    if said.pence is None:
        return BudgetStatus.REFUSED
    return BudgetStatus.AGREED if said.pence == asked else BudgetStatus.PART_AGREED


def check_move(new: NewEntry, status: BudgetStatus, net: int, today: date) -> None:
    """Refuse spending nobody agreed, and money back that never went out.

    Args:
        new: What is entered.
        status: Of the request.
        net: What is out now: spent less given back.
        today: At the panel's place.

    Raises:
        GuardError: `money-not-agreed`, `money-over`.
        InvalidFieldsError: `pence` is `required`, `nought`, `negative`, `out-of-range` or
            `more-than-spent`; `happened_on` is `required` or `in-the-future`.
    """
    check_under_way(status)
    if status not in GRANTED:
        raise GuardError("money-not-agreed")
    wrong = wrong_amount(new.pence)
    if not wrong and new.move is MoneyMove.RETURNED and (new.pence or 0) > net:
        wrong["pence"] = "more-than-spent"
    if new.happened_on is None:
        wrong["happened_on"] = "required"
    elif new.happened_on > today:
        wrong["happened_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_allocation(new: NewAllocation) -> None:
    """Refuse an allocation nobody can look up.

    Raises:
        InvalidFieldsError: `funding`, `from_on`, `to_on`, `pence` or `given_by` is `required`;
            `pence` is `nought`, `negative` or `out-of-range`; `to_on` is `before-start`.
    """
    wrong = wrong_amount(new.pence)
    for name in ("funding", "from_on", "to_on"):
        if getattr(new, name) is None:
            wrong[name] = "required"
    if is_blank(new.given_by):
        wrong["given_by"] = "required"
    if new.from_on is not None and new.to_on is not None and new.to_on < new.from_on:
        wrong["to_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_only_allocation(new: NewAllocation, standing: Iterable[Allocated]) -> None:
    """Refuse a second allocation of one fund for the same days: one of them would count twice.

    Args:
        new: With fields that were checked.
        standing: Those that were not taken back, without the one that is changed.

    Raises:
        InvalidFieldsError: `from_on` is `allocated-already`.
    """
    if new.funding is None or new.from_on is None or new.to_on is None:
        return
    fund = fund_of(new.funding, new.own_funding)
    if any(
        fund_of(one.funding, one.own_funding) == fund
        and new.from_on <= one.to_on
        and one.from_on <= new.to_on
        for one in standing
    ):
        raise InvalidFieldsError({"from_on": "allocated-already"})


class Payment(Protocol):
    """What went out or came back, as far as closing its account asks."""

    move: MoneyMove
    receipt: str
    ended_on: date | None


def open_at_settling(balance: int, entries: Iterable[Payment]) -> tuple[str, ...]:
    """Name what asks for a reason before an account is closed."""
    found = []
    if balance != 0:
        found.append("money-left")
    if any(
        one.move is MoneyMove.SPENT and one.ended_on is None and is_blank(one.receipt)
        for one in entries
    ):
        found.append("receipts-missing")
    return tuple(found)
