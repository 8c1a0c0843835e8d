"""The forms about money, and the acts behind them; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.casework.money.requests import ask_for_money, change_request, withdraw_request
from coordinator.casework.money.spending import name_receipt, note_move, take_back_move
from coordinator.domain.amounts import read_pounds
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.money.ledger import Position
from coordinator.domain.money.rules import MoneyDecision, NewEntry, NewRequest
from coordinator.domain.money.views import AllocationRow, EntryRow, GoalChoice, LineRow
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of, reasons_in
from coordinator.ui.shared.chairs import ask_chair
from coordinator.ui.shared.who_may_see import NAME, ask_who_may_see
from coordinator.wording.ledger import (
    asked_words,
    balance_words,
    entry_words,
    fund_words,
    goal_words,
    line_words,
    position_words,
)
from coordinator.wording.money import pounds
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.translation import N_, _

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]
Chairs = tuple[tuple[UUID, str], ...]


class Deed(Enum):
    """What can be done to a request."""

    DECIDE = "decide"
    SPEND = "spend"
    GIVE_BACK = "give_back"
    SETTLE = "settle"
    CHANGE = "change"
    WITHDRAW = "withdraw"


DEEDS = {
    Deed.DECIDE: N_("Decide"),
    Deed.SPEND: N_("Note money spent"),
    Deed.GIVE_BACK: N_("Note money given back"),
    Deed.SETTLE: N_("Settle"),
    Deed.CHANGE: N_("Change"),
    Deed.WITHDRAW: N_("Withdraw"),
}


FOR_THE_LIVING = frozenset({Deed.DECIDE, Deed.CHANGE})
"""What is not done any more once somebody has died."""


class Said(Enum):
    """What is said to a request."""

    IN_FULL = "in_full"
    IN_PART = "in_part"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Deciding:
    """What whoever decides is told: who can decide, and what is left of the fund."""

    chairs: Chairs
    position: Position | None


def deeds_of(
    row: LineRow, *, may_ask: bool, may_decide: bool, has_died: bool = False
) -> tuple[Deed, ...]:
    """Name what can be done to a request now; after a death it is only brought to its end."""
    asks = {
        Deed.SPEND: row.may_be_spent,
        Deed.GIVE_BACK: row.may_be_spent and row.standing.net > 0,
        Deed.CHANGE: row.is_waiting,
        Deed.WITHDRAW: (row.is_waiting or row.may_be_spent) and not row.standing.net,
    }
    decides = {Deed.DECIDE: row.is_waiting, Deed.SETTLE: row.may_be_spent}
    found = {one for one, fits in asks.items() if fits and may_ask}
    found |= {one for one, fits in decides.items() if fits and may_decide}
    found -= FOR_THE_LIVING if has_died else frozenset()
    return tuple(one for one in Deed if one in found)


def why_not_decided(row: LineRow, *, has_died: bool) -> str:
    """Say, in the words of the act, why a request that waits is not decided; else nothing."""
    return guard_words("person-died")[0] if has_died and row.is_waiting else ""


def request_question(
    goals: tuple[GoalChoice, ...], row: LineRow | None = None, *, may_restrict: bool = False
) -> Question:
    """Ask for what money is wanted; that of one that stands is filled in."""
    offered = tuple((one.id, one.words) for one in goals)
    hint = "" if goals else _("There is no goal yet. Add one to the plan first.")
    asks = (
        Ask("purpose", _("What it is for"), Kind.LINE, row.purpose if row else ""),
        _amount(row.asked_pence if row else None),
        Ask(
            "goal_id",
            _("Which goal it helps"),
            Kind.CHOICE,
            row and row.goal_id,
            ((None, _("Choose")), *offered),
            hint=hint,
        ),
        *fund_asks(row),
    )
    restrict = (ask_who_may_see(row.sensitivity),) if row else (ask_who_may_see(),)
    title = _("Change the request") if row else _("Ask for money")
    go = _("Keep it") if row else _("Ask for it")
    return Question(title, (*asks, *(restrict if may_restrict else ())), go)


def fund_asks(row: LineRow | AllocationRow | None) -> tuple[Ask, Ask]:
    """Ask whose money it is; that of an entry that stands is filled in."""
    return (
        Ask(
            "funding",
            _("Whose money"),
            Kind.CHOICE,
            row and row.funding,
            choices_of(FundingSource, _("Choose")),
        ),
        Ask(
            "own_funding",
            _("Which fund"),
            Kind.LINE,
            row.own_funding if row else "",
            hint=_("Only where that source has more than one."),
        ),
    )


def deed_question(deed: Deed, row: LineRow, deciding: Deciding) -> Question:
    """Ask what a deed needs."""
    if deed is Deed.DECIDE:
        return _decide_question(row, deciding)
    if deed in {Deed.SPEND, Deed.GIVE_BACK}:
        return _move_question(deed, row)
    if deed is Deed.SETTLE:
        return Question(_("Settle the request"), (), _("Settle it"), about=_about(row))
    return Question(
        _("Withdraw the request"),
        (Ask("reason", _("Why"), Kind.LINE, ""),),
        _("Withdraw it"),
        about=_about(row),
    )


def deed_act(deed: Deed, row: LineRow, values: Values, seen: int) -> Act:
    """Give the act of the answers."""
    if deed is Deed.DECIDE:
        return _deciding(row, values, seen)
    if deed in {Deed.SPEND, Deed.GIVE_BACK}:
        return _moving(deed, row, values)
    if deed is Deed.SETTLE:
        why = _reason(values)
        return partial(settle_request, line_id=row.id, seen=seen, reason=why)
    return partial(withdraw_request, line_id=row.id, seen=seen, reason=values["reason"] or "")


def asking(person: UUID, values: Values, _seen: int) -> Act:
    """Ask for money."""
    return _with(values, lambda new: partial(ask_for_money, person_id=person, request=new))


def changing(row: LineRow, values: Values, seen: int) -> Act:
    """Keep what is asked for now; who may see it stays where nobody was asked."""
    kept = {NAME: row.sensitivity, **values}
    return _with(kept, lambda new: partial(change_request, line_id=row.id, request=new, seen=seen))


def receipt_question(row: EntryRow) -> Question:
    """Ask where the receipt of a payment is."""
    ask = Ask("receipt", _("Where the receipt is"), Kind.LINE, row.receipt)
    return Question(_("Name the receipt"), (ask,), _("Keep it"), about=entry_words(row))


def naming(row: EntryRow, values: Values, seen: int) -> Act:
    """Keep where the receipt is."""
    return partial(name_receipt, entry_id=row.id, seen=seen, receipt=values["receipt"] or "")


def back_question(row: EntryRow) -> Question:
    """Ask why an entry is taken back."""
    ask = Ask("reason", _("Why"), Kind.LINE, "")
    return Question(_("Take the entry back"), (ask,), _("Take it back"), about=entry_words(row))


def taking_back(row: EntryRow, values: Values, _seen: int) -> Act:
    """Take an entry back."""
    return partial(take_back_move, entry_id=row.id, reason=values["reason"] or "")


def read_amount(values: Values) -> int | None:
    """Read the amount of a form.

    Raises:
        InvalidFieldsError: `pence` is `not-an-amount`.
    """
    try:
        return read_pounds(values["pence"] or "")
    except ValueError:
        raise InvalidFieldsError({"pence": "not-an-amount"}) from None


def refusing(error: InvalidFieldsError) -> Act:
    """Refuse where the act would be done."""

    def refuse(_desk: Desk) -> Done[Any]:
        raise error

    return refuse


def _decide_question(row: LineRow, deciding: Deciding) -> Question:
    said = (
        (Said.IN_FULL, _("Agreed in full")),
        (Said.IN_PART, _("Agreed in part")),
        (Said.REFUSED, _("Refused")),
    )
    others = tuple(one for one in deciding.chairs if one[0] != row.asked_by_id)
    return Question(
        _("Decide on the request"),
        (
            Ask("choice", _("The decision"), Kind.CHOICE, None, ((None, _("Choose")), *said)),
            Ask(
                "pence",
                _("How much is agreed, in pounds"),
                Kind.LINE,
                "",
                example="123.45",
                only_for=("choice", frozenset({Said.IN_PART})),
            ),
            Ask("reason", _("Why"), Kind.TEXT, ""),
            ask_chair(_("Who decides"), others[0][0] if others else None, others),
        ),
        _("Decide it"),
        about=" ".join(
            filter(
                None,
                (
                    _about(row),
                    goal_words(row),
                    fund_words(row.funding, row.own_funding) + ":",
                    position_words(deciding.position),
                ),
            )
        ),
    )


def _move_question(deed: Deed, row: LineRow) -> Question:
    is_spent = deed is Deed.SPEND
    return Question(
        _("Note money spent") if is_spent else _("Note money given back"),
        (
            _amount(None),
            Ask("happened_on", _("On which day"), Kind.DAY, None),
            Ask(
                "receipt",
                _("Where the receipt is"),
                Kind.LINE,
                "",
                hint=_("Its number, or the folder it is kept in. It may follow later."),
            ),
            Ask("note", _("What to know about it"), Kind.TEXT, ""),
        ),
        _("Keep it"),
        about=f"{line_words(row)}. {balance_words(row)}",
    )


def _amount(pence: int | None) -> Ask:
    shown = "" if pence is None else pounds(pence)
    return Ask("pence", _("How much, in pounds"), Kind.LINE, shown, example="123.45")


def _about(row: LineRow) -> str:
    return f"{line_words(row)}. {asked_words(row)} {balance_words(row)}".strip()


def _reason(values: Values) -> str:
    return ". ".join(dict.fromkeys(text for text in reasons_in(values).values() if text))


def _deciding(row: LineRow, values: Values, seen: int) -> Act:
    try:
        pence = _agreed(row, values)
    except InvalidFieldsError as error:
        return refusing(error)
    said = MoneyDecision(pence, values["reason"] or "", decided_by=values["decided_by"])
    return partial(decide_money, line_id=row.id, said=said, seen=seen)


def _agreed(row: LineRow, values: Values) -> int | None:
    if values["choice"] is None:
        raise InvalidFieldsError({"choice": "required"})
    if values["choice"] is Said.IN_FULL:
        return row.asked_pence
    if values["choice"] is Said.REFUSED:
        return None
    pence = read_amount(values)
    if pence is None:
        raise InvalidFieldsError({"pence": "required"})
    return pence


def _moving(deed: Deed, row: LineRow, values: Values) -> Act:
    try:
        pence = read_amount(values)
    except InvalidFieldsError as error:
        return refusing(error)
    move = MoneyMove.SPENT if deed is Deed.SPEND else MoneyMove.RETURNED
    told = (values["receipt"] or "", values["note"] or "")
    new = NewEntry(move, pence, values["happened_on"], *told)
    return partial(note_move, line_id=row.id, new=new, reason=_reason(values))


def _with(values: Values, act: Callable[[NewRequest], Act]) -> Act:
    try:
        pence = read_amount(values)
    except InvalidFieldsError as error:
        return refusing(error)
    new = NewRequest(
        values["purpose"] or "",
        pence,
        values["funding"],
        values["goal_id"],
        values["own_funding"] or "",
    )
    level = values.get(NAME)
    return act(new if level is None else replace(new, sensitivity=level))
