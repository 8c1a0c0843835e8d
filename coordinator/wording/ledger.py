"""The ledger in words: what became of a request, what is left, whose money it is."""

from collections.abc import Iterable, Iterator

from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.meetings.came_of import MoneyDecided
from coordinator.domain.money.ledger import Position
from coordinator.domain.money.views import AllocationRow, EntryRow, LineRow, PersonMoney
from coordinator.domain.states import BudgetStatus
from coordinator.wording.dates import plain_day
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.translation import _, ngettext

_CAME_TO_NOTHING = frozenset({BudgetStatus.REFUSED, BudgetStatus.WITHDRAWN})


def fund_words(funding: FundingSource, own_funding: str) -> str:
    """Say whose money it is: *Donated fund: Make it Count*."""
    source = label(funding)
    return _("{source}: {fund}", source=source, fund=own_funding) if own_funding else source


def line_words(row: LineRow) -> str:
    """Name a request: *A bed: £300 asked for*."""
    return _("{what}: {amount}", what=row.purpose, amount=pounds(row.asked_pence))


def asked_words(row: LineRow) -> str:
    """Say who asked, when, and from whose money."""
    return _(
        "{fund}. Asked by {who} on {day}.",
        fund=fund_words(row.funding, row.own_funding),
        who=row.asked_by or _("somebody not on file here"),
        day=plain_day(row.asked_on),
    )


def goal_words(row: LineRow) -> str:
    """Say which goal it helps."""
    return _("For the goal: {goal}", goal=row.goal) if row.goal else ""


def decision_words(row: LineRow) -> str:
    """Say what was said to it, by whom and why; nothing while it waits."""
    if row.decided_on is None:
        return ""
    facts = {"day": plain_day(row.decided_on), "why": row.reason}
    if row.status is BudgetStatus.WITHDRAWN:
        return _("Withdrawn on {day}: {why}", **facts)
    facts |= {"who": row.decided_by or _("somebody not on file here")}
    if row.status is BudgetStatus.REFUSED:
        return _("Refused by {who} on {day}: {why}", **facts)
    facts |= {"amount": pounds(row.standing.agreed)}
    return _("{amount} agreed by {who} on {day}: {why}", **facts)


def decided_words(one: MoneyDecided) -> str:
    """Say what a meeting decided: *£200 of the £300 asked for agreed: A bed (Charity)*."""
    facts = {
        "what": one.purpose.rstrip("."),
        "asked": pounds(one.asked_pence),
        "fund": fund_words(one.funding, one.own_funding),
    }
    if one.agreed_pence is None:
        return _("The {asked} asked for not agreed: {what} ({fund})", **facts)
    if one.agreed_pence == one.asked_pence:
        return _("The {asked} asked for agreed: {what} ({fund})", **facts)
    agreed = pounds(one.agreed_pence)
    return _("{agreed} of the {asked} asked for agreed: {what} ({fund})", agreed=agreed, **facts)


def waiting_words(count: int) -> str:
    """Say how many requests wait for a decision; nothing where none does."""
    if not count:
        return ""
    return ngettext(
        "{count} request for money waits for a decision.",
        "{count} requests for money wait for a decision.",
        count,
    )


def balance_words(row: LineRow) -> str:
    """Say what went out and what is left; nothing where nothing was agreed and nothing paid."""
    now = row.standing
    if not now.agreed and not now.spent:
        return ""
    facts = {
        "agreed": pounds(now.agreed),
        "spent": pounds(now.spent),
        "back": pounds(now.returned),
        "left": pounds(abs(now.balance)),
    }
    if now.is_overspent:
        return _(
            "{agreed} agreed, {spent} spent, {back} given back: {left} more than agreed.", **facts
        )
    return _("{agreed} agreed, {spent} spent, {back} given back: {left} left.", **facts)


def entry_words(row: EntryRow) -> str:
    """Say one line of the account."""
    facts = {"day": plain_day(row.happened_on), "amount": pounds(row.pence)}
    if row.move is MoneyMove.RETURNED:
        return _("{day}: {amount} given back", **facts)
    return _("{day}: {amount} spent", **facts)


def receipt_words(row: EntryRow) -> str:
    """Say where the receipt is, or that none is named; taken back, say why."""
    if row.ended_on is not None:
        return _("Taken back: {why}", why=row.end_reason)
    if row.lacks_receipt:
        return _("No receipt named.")
    return _("Receipt: {where}", where=row.receipt) if row.receipt else ""


def left_words(money: PersonMoney) -> str:
    """Say what is left of all that was agreed for somebody."""
    if not any(one.may_be_spent for one in money.lines):
        return ""
    if money.balance < 0:
        return _("{amount} more went out than was agreed.", amount=pounds(-money.balance))
    return _("{amount} agreed is not spent yet.", amount=pounds(money.balance))


def position_words(position: Position | None) -> str:
    """Say what is left of a fund to whoever decides."""
    if position is None or position.allocated is None or position.free is None:
        return _("Nothing is written down as given to the panel from this fund for this day.")
    facts = {
        "given": pounds(position.allocated),
        "out": pounds(position.net),
        "free": pounds(abs(position.free)),
    }
    if position.free < 0:
        return _("{given} given, {out} gone out; {free} more is agreed than was given.", **facts)
    return _("{given} given, {out} gone out; {free} can still be agreed.", **facts)


def allocation_words(row: AllocationRow) -> str:
    """Name an allocation: whose money, for which days."""
    return _(
        "{fund}, {first} to {last}",
        fund=fund_words(row.funding, row.own_funding),
        first=plain_day(row.from_on),
        last=plain_day(row.to_on),
    )


def paper_lines(rows: Iterable[LineRow]) -> Iterator[LineRow]:
    """Leave out what came to nothing."""
    return (one for one in rows if one.status not in _CAME_TO_NOTHING)


def plan_words(row: LineRow) -> str:
    """Tell a request on paper: what for, which goal, whose money, what is left; no receipts."""
    told = (
        line_words(row) + ".",
        _("{goal}.", goal=goal_words(row).rstrip(".")) if row.goal else "",
        fund_words(row.funding, row.own_funding) + ".",
        balance_words(row) or label(row.status) + ".",
    )
    return " ".join(filter(None, told))


def own_words(purpose: str, pence: int) -> str:
    """Say in My plan what money was agreed, as its person reads it."""
    return _("You have {amount} for this: {what}.", amount=pounds(pence), what=purpose.rstrip("."))
