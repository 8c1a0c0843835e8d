"""A chair who holds the meeting away decides on money there, never on what they asked for."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.plans.goals import add_goal
from coordinator.db.models import BudgetLine
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right
from coordinator.domain.states import BudgetStatus
from tests.casework.entries_on_file import a_plan
from tests.casework.money.asked_for import a_request
from tests.exchange.test_meeting_copy import Arranged, arranged, both, home, reasons, sent, take
from tests.stores import NURSE, TODAY, WORKER
from tests.switched import switch_on

__all__ = ["arranged", "both"]


def asked(made: Arranged, by: UUID) -> UUID:
    desk, kezia = made.both.hub.desk, made.both.kept.kezia
    with desk.read() as look:
        live = look.plans.live_of(kezia)
    plan = live.id if live is not None else a_plan(desk, kezia)
    goal = add_goal(desk, plan, own_words="A bed of my own", panel_words="").result
    switch_on(desk, Feature.MONEY)
    return ask_for_money(desk, kezia, a_request(goal, asked_by=by)).result


def written_over(made: Arranged, line: UUID, **fields: object) -> None:
    """Write what an altered program would, past every rule of the acts."""
    with made.both.away.desk.act(Right.DECIDE) as tx:
        row = tx.get(BudgetLine, line)
        for name, value in fields.items():
            setattr(row, name, value)
        tx.journal("test.altered")


def agreed_there(made: Arranged, line: UUID, day: date = TODAY) -> None:
    written_over(
        made,
        line,
        status=BudgetStatus.AGREED,
        decided_on=day,
        decided_by_id=WORKER,
        agreed_pence=30_000,
        decision_reason="Agreed in the room",
    )


def status(made: Arranged, line: UUID) -> BudgetStatus:
    rows = read_money(made.both.hub.desk, made.both.kept.kezia).lines
    return next(one.status for one in rows if one.id == line)


def test_what_the_chair_decides_there_comes_home(arranged: Arranged, tmp_path: Path) -> None:
    line = asked(arranged, NURSE)
    take(arranged, sent(arranged, tmp_path))
    agreed_there(arranged, line)
    assert home(arranged, tmp_path) == 0
    assert status(arranged, line) is BudgetStatus.AGREED


def test_what_they_asked_for_themselves_is_not_decided_there(
    arranged: Arranged, tmp_path: Path
) -> None:
    line = asked(arranged, WORKER)
    take(arranged, sent(arranged, tmp_path))
    agreed_there(arranged, line)
    assert home(arranged, tmp_path) == 1
    assert reasons(arranged) == {HoldReason.THE_PANELS_TO_DECIDE}
    assert status(arranged, line) is BudgetStatus.ASKED


def test_who_asked_does_not_become_somebody_else_there(arranged: Arranged, tmp_path: Path) -> None:
    line = asked(arranged, WORKER)
    take(arranged, sent(arranged, tmp_path))
    with pytest.raises(GuardError, match="panel-decides"):
        written_over(arranged, line, asked_by_id=NURSE)
