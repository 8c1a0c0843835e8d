"""A small budget in the demo: one request of each kind, all of it made up."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move
from coordinator.casework.plans.reading import read_plan
from coordinator.demo.story import Known, Stage
from coordinator.demo.switching import switch_on
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import MoneyDecision, NewAllocation, NewEntry, NewRequest

_BUDGET, _DONATED = FundingSource.PERSONAL_BUDGET, FundingSource.DONATED_FUND
_FUND = "Household essentials"


def give_money(stage: Stage, known: Sequence[Known]) -> None:
    """Let the panel use budgets: what it was given, and what became of six requests."""
    switch_on(stage.desk, Feature.MONEY)
    today = stage.desk.today()
    year = today.year if today.month > 3 else today.year - 1  # noqa: PLR2004 - April begins it
    first, last = today.replace(year, 4, 1), today.replace(year + 1, 3, 31)
    for funding, fund, pence, giver in (
        (_BUDGET, "", 1_200_000, "Kerrow Council"),
        (_DONATED, _FUND, 250_000, "Donors in the town"),
    ):
        add_allocation(
            stage.desk, NewAllocation(funding, first, last, pence, giver, own_funding=fund)
        )
    about = [(one.person, goal) for one in known if (goal := _goal(stage, one)) is not None]
    lines = [_ask(stage, *one, at) for at, one in enumerate(about[: len(_ASKS)])]
    for line, story in zip(lines, _ASKS, strict=False):
        _play(stage, line, story[3:])


_ASKS = (
    ("A bed and a mattress", 32_000, _BUDGET, 32_000, 31_450, 0),
    ("A telephone and credit for six months", 9_600, _BUDGET, 9_600, 4_800, 0),
    ("A birth certificate and a photograph", 3_575, _BUDGET, 3_575, 3_575, 0),
    ("Pans, plates and a kettle for the flat", 18_000, _DONATED, 12_000, 12_899, 1_200),
    ("A bicycle to get to the allotment", 25_000, _BUDGET, None, 0, 0),
    ("Boarding for the dog during detox", 21_000, _BUDGET, 0, 0, 0),
)
"""What for, asked, whose money; agreed (nothing is a refusal, nought waits), spent, given back."""


def _ask(stage: Stage, person: UUID, goal: UUID, at: int) -> UUID:
    purpose, pence, funding = _ASKS[at][:3]
    request = NewRequest(
        purpose,
        pence,
        funding,
        goal,
        own_funding=_FUND if funding is _DONATED else "",
        asked_by=stage.desk.sitter.professional,
        asked_on=stage.desk.today() - timedelta(days=20 - at),
    )
    return ask_for_money(stage.desk, person, request).result


def _play(stage: Stage, line: UUID, story: tuple[int | None, int, int]) -> None:
    agreed, spent, back = story
    if agreed == 0:
        return
    today, why = stage.desk.today(), "It helps with the goal, and nobody else pays for it."
    if agreed is None:
        why = "A bicycle was donated last week."
    said = MoneyDecision(agreed, why, decided_by=stage.chair, decided_on=today - timedelta(10))
    decide_money(stage.desk, line, said, seen=1)
    for move, pence, receipt in (
        (MoneyMove.SPENT, spent, "Receipt folder, page 3"),
        (MoneyMove.RETURNED, back, ""),
    ):
        if pence:
            new = NewEntry(move, pence, today - timedelta(days=5), receipt)
            note_move(stage.desk, line, new, reason="The kettle was dearer than thought.")
    if spent == agreed:
        settle_request(stage.desk, line, seen=2)


def _goal(stage: Stage, one: Known) -> UUID | None:
    if one.plan is None:
        return None
    goals = read_plan(stage.desk, one.person).goals
    return goals[0].line.id if goals else None
