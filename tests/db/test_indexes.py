"""The questions asked every day are answered from an index, never by reading a whole table."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from coordinator.casework.action_lists import find_actions_without_owner, read_tracker
from coordinator.casework.agenda_reads import read_agenda
from coordinator.casework.barriers import find_accepted_due
from coordinator.casework.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.reading import (
    find_escalations,
    read_board,
    read_escalation,
)
from coordinator.casework.gap_reads import find_gaps
from coordinator.casework.information_reads import read_information_requests
from coordinator.casework.meeting_reads import read_meeting
from coordinator.casework.precedents import find_precedents
from coordinator.casework.this_week import read_this_week
from coordinator.domain.escalation_views import EscalationFilter
from coordinator.domain.lists.barriers import BarrierCategory
from tests.casework.records import a_meeting
from tests.casework.stuck import stuck


def _one_escalation(desk: Desk) -> object:
    return read_escalation(desk, stuck(desk).asked())


READS: dict[str, Callable[[Desk], object]] = {
    "the week": read_this_week,
    "the tracker": read_tracker,
    "actions without an owner": find_actions_without_owner,
    "an agenda": lambda desk: read_agenda(desk, a_meeting(desk)),
    "a meeting": lambda desk: read_meeting(desk, a_meeting(desk)),
    "the caseload": read_caseload,
    "precedents": lambda desk: find_precedents(desk, BarrierCategory.MH_WAITING),
    "the register of gaps": find_gaps,
    "accepted risks": find_accepted_due,
    "the board of escalations": read_board,
    "escalations of one person": lambda desk: find_escalations(
        desk, EscalationFilter(open_only=False, person_id=UUID(int=7))
    ),
    "one escalation": _one_escalation,
    "requests for information": lambda desk: read_information_requests(desk, a_meeting(desk)),
}
GROWING = {
    "action",
    "action_note",
    "agency_note",
    "agenda_item",
    "attendance",
    "barrier",
    "case_period",
    "contact",
    "escalation",
    "escalation_entry",
    "gap",
    "gap_barrier",
    "information_reply",
    "information_request",
    "lead_role",
    "change",
}


@pytest.mark.parametrize("name", READS)
def test_no_table_that_grows_is_read_as_a_whole(desk: Desk, name: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        READS[name](desk)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert [step for step in steps(desk, asked) if reads_all(step)] == []


def steps(desk: Desk, asked: list[tuple[str, Any]]) -> list[str]:
    """Give what the database says it would do for each question."""
    with desk.store.reading() as look:
        connection = look.session.connection()
        return [
            row[-1]
            for statement, parameters in list(asked)
            if statement.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


def reads_all(step: str) -> bool:
    verb, table, *using = step.split()
    return verb == "SCAN" and table in GROWING and "USING" not in using
