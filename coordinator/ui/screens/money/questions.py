"""The forms about what the panel was given, and the acts behind them; no Qt."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from coordinator.casework.desk import Desk
from coordinator.casework.money.allocating import (
    add_allocation,
    change_allocation,
    end_allocation,
)
from coordinator.domain.accountability import quarter_to
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.money.rules import NewAllocation
from coordinator.domain.money.views import AllocationRow
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.money_forms import fund_asks, read_amount, refusing
from coordinator.wording.ledger import allocation_words
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def ledger_days(today: date) -> Question:
    """Ask of which days a ledger is wanted, both included; the last quarter is filled in."""
    period = quarter_to(today)
    return Question(
        _("The ledger of which days?"),
        (
            Ask("from_on", _("First day"), Kind.CALENDAR, period.from_on),
            Ask("until_on", _("Last day"), Kind.CALENDAR, today, hint=_("A year at most.")),
        ),
        _("Make the paper"),
    )


def allocation_question(row: AllocationRow | None = None) -> Question:
    """Ask what the panel was given; that of an allocation that stands is filled in."""
    return Question(
        _("Change what was given") if row else _("Add money given to the panel"),
        (
            *fund_asks(row),
            Ask(
                "pence",
                _("How much, in pounds"),
                Kind.LINE,
                pounds(row.pence) if row else "",
                example="12,000",
            ),
            Ask("from_on", _("From"), Kind.DAY, row and row.from_on, hint=_("First day.")),
            Ask("to_on", _("Until"), Kind.DAY, row and row.to_on, hint=_("Last day.")),
            Ask("given_by", _("Who gave it"), Kind.LINE, row.source if row else ""),
            Ask("note", _("What to know about it"), Kind.TEXT, row.note if row else ""),
        ),
        _("Keep it"),
        about=_("Requests count in the period in which they were decided."),
    )


def adding(values: Values, _seen: int) -> Act:
    """Keep what was given."""
    return _with(values, lambda new: partial(add_allocation, new=new))


def changing(row: AllocationRow, values: Values, seen: int) -> Act:
    """Keep what is said of it now."""
    return _with(
        values, lambda new: partial(change_allocation, allocation_id=row.id, new=new, seen=seen)
    )


def end_question(row: AllocationRow) -> Question:
    """Ask why it is taken back."""
    return Question(
        _("Take back what was given"),
        (Ask("reason", _("Why"), Kind.LINE, ""),),
        _("Take it back"),
        about=allocation_words(row),
    )


def ending(row: AllocationRow, values: Values, _seen: int) -> Act:
    """Take it back."""
    return partial(end_allocation, allocation_id=row.id, reason=values["reason"] or "")


def _with(values: Values, act: Callable[[NewAllocation], Act]) -> Act:
    try:
        pence = read_amount(values)
    except InvalidFieldsError as error:
        return refusing(error)
    return act(
        NewAllocation(
            values["funding"],
            values["from_on"],
            values["to_on"],
            pence,
            values["given_by"] or "",
            values["own_funding"] or "",
            values["note"] or "",
        )
    )
