"""The money of a large demo: what the panel was given, asked for, agreed and paid. Made up.

Source of the sizes: domain page, section 7: up to 3,000 pounds a person, 300 to 800 as a rule.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import BudgetAllocation, BudgetEntry, BudgetLine
from coordinator.demo.lives import Telling, Told
from coordinator.demo.outline import Life, Sitting, Span
from coordinator.demo.words import bundled
from coordinator.demo.work import Diary
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.money.rules import GRANTED
from coordinator.domain.states import BudgetStatus

_F, _B = FundingSource, BudgetStatus
_SINCE = timedelta(days=4 * 365)  # for so long there have been budgets
_WEEK = timedelta(days=7)
_FUNDS = {_F.PERSONAL_BUDGET: 60, _F.DONATED_FUND: 15, _F.DHP: 10, _F.GRANT: 10, _F.CHARITY: 5}
_ANSWERS = {_B.AGREED: 68, _B.PART_AGREED: 14, _B.REFUSED: 12, _B.WITHDRAWN: 6}
_ESSENTIALS = "Household essentials"
_A_PERSON = 2_600  # pence for each person on file and year: about what was asked for
_POUND, _APRIL = 100, 4
_LITTLE = 10_000  # pence: paid at once


def tell_allocations(tell: Telling, people: int) -> None:
    """Write what the panel was given each year; nobody gave anything for the other sources."""
    first = (tell.today - _SINCE).year
    for year in range(first - 1, tell.today.year + 1):
        for funding, fund, pence, giver in (
            (_F.PERSONAL_BUDGET, "", people * _A_PERSON, "The council"),
            (_F.DONATED_FUND, _ESSENTIALS, people * _A_PERSON // 4, "Donors in the towns"),
        ):
            tell.sheaf.add(
                BudgetAllocation,
                id=tell.dice.new_id(min(date(year, _APRIL, 1), tell.today)),
                funding=funding,
                own_funding=fund,
                from_on=date(year, _APRIL, 1),
                to_on=date(year + 1, _APRIL, 1) - timedelta(days=1),
                pence=pence,
                source=giver,
            )


def tell_funded(tell: Telling, life: Life, cases: Sequence[Told], diary: Diary) -> None:
    """Write what was asked for one person in every third of the later cases."""
    for span, told in zip(life.spans, cases, strict=True):
        if span.opened >= tell.today - _SINCE and tell.dice.chance(0.35):
            for _ in range(tell.dice.between(1, 4)):
                _asked(tell, life, span, told, diary.of_case.get(span.id, ()))


def _asked(tell: Telling, life: Life, span: Span, told: Told, met: Sequence[Sitting]) -> None:
    dice, last = tell.dice, span.closed or tell.today
    asked_on = dice.day(span.opened + _WEEK, last)
    chair, funding = tell.town.chair, dice.weighted(_FUNDS)
    asker = told.lead if told.lead is not chair else tell.town.posts[1]
    pence = dice.between(20, 400) * _POUND + dice.between(0, 1) * 50
    line = tell.sheaf.add(
        BudgetLine,
        id=dice.new_id(asked_on),
        person_id=life.id,
        case_id=span.id,
        goal_id=dice.pick(told.goals),
        purpose=dice.pick(bundled("measured")["purposes"]),
        funding=funding,
        own_funding=_ESSENTIALS if funding is _F.DONATED_FUND else "",
        asked_on=asked_on,
        asked_by_id=asker.id,
        asked_pence=pence,
        **_answer(tell, asked_on, pence, met),
    )
    row = tell.sheaf.last(BudgetLine)
    if row.get("status") in GRANTED:
        _paid(tell, row, line)


def _answer(
    tell: Telling, asked_on: date, pence: int, met: Sequence[Sitting]
) -> Mapping[str, Any]:
    """Say what was said to a request; to some of the latest, nothing yet."""
    dice = tell.dice
    meeting = next((one for one in met if one.on >= asked_on), None)
    on = meeting.on if meeting else asked_on + dice.between(2, 14) * timedelta(days=1)
    if on > tell.today:
        return {}
    status, why = dice.weighted(_ANSWERS), dice.pick(bundled("measured")["money_reasons"])
    said: dict[str, Any] = {"status": status, "decided_on": on, "decision_reason": why}
    if status is _B.WITHDRAWN:
        return said
    said |= {
        "decided_by_id": tell.town.chair.id,
        "meeting_id": meeting.id if meeting else None,
    }
    if status is not _B.REFUSED:
        said["agreed_pence"] = pence if status is _B.AGREED else max(_POUND, pence // 2)
    return said


def _paid(tell: Telling, row: dict[str, Any], line: UUID) -> None:
    """Write what went out and came back; accounts of half a year ago are closed, most of them."""
    dice, agreed = tell.dice, row["agreed_pence"]
    on = row["decided_on"] + dice.between(1, 30) * timedelta(days=1)
    if on > tell.today or dice.chance(0.08):
        return
    spent = agreed * dice.weighted({100: 55, 93: 20, 60: 15, 108: 10}) // 100
    parts = [spent] if spent < _LITTLE or dice.chance(0.6) else [spent // 2, spent - spent // 2]
    for part in parts:
        _entry(tell, row, line, MoneyMove.SPENT, part, on)
    if dice.chance(0.1):
        _entry(tell, row, line, MoneyMove.RETURNED, spent // 10 or 1, on)
    if on < tell.today - 26 * _WEEK and dice.chance(0.9):
        row["status"] = _B.SETTLED


def _entry(
    tell: Telling, row: Mapping[str, Any], line: UUID, move: MoneyMove, pence: int, on: date
) -> None:
    is_out = move is MoneyMove.SPENT
    tell.sheaf.add(
        BudgetEntry,
        id=tell.dice.new_id(on),
        person_id=row["person_id"],
        line_id=line,
        move=move,
        pence=pence,
        happened_on=on,
        recorded_by_id=row["asked_by_id"],
        receipt="Receipt folder" if is_out and tell.dice.chance(0.9) else "",
        note="Dearer than thought." if is_out and pence > row["agreed_pence"] else "",
    )
