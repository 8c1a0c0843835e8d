"""The questions asked every day are answered from an index, never by reading a whole table."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from coordinator.casework.actions.barriers import find_accepted_due
from coordinator.casework.actions.lists import find_actions_without_owner, read_tracker
from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.cases.protocol_reads import find_steps_due
from coordinator.casework.cases.rhythms import find_next_contacts
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.escalations.reading import (
    find_escalations,
    read_board,
    read_escalation,
)
from coordinator.casework.housing.reading import find_constraints
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.outreach.missing import find_missing
from coordinator.casework.outreach.reads import find_sheets, read_sheet, read_to_find
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.people.contacts import find_last_seen
from coordinator.casework.reports.accountability import read_accountability, read_promises
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.precedents import find_precedents
from coordinator.casework.stuck.proposals import find_proposals
from coordinator.casework.tonight.reading import read_tonight
from coordinator.casework.voice.wishes import find_wishes_waiting
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Disclosure
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.roles import Right, Role
from tests.casework.entries_on_file import a_meeting, a_person
from tests.casework.stuck_people import stuck
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HOUSING, sitting


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
    "who holds tonight": read_tonight,
    "steps of protocols": find_steps_due,
    "contacts after a move": lambda desk: find_next_contacts(desk, [a_person(desk)]),
    "what homes must allow for": lambda desk: find_constraints(desk, [a_person(desk)]),
    "wishes without an answer": find_wishes_waiting,
    "figures by agency": read_accountability,
    "what is put to the chair": find_proposals,
    "how such actions went": lambda desk: read_promises(
        sitting(desk, CHAIR, Role.CHAIR, COUNCIL), HOUSING
    ),
    "the board of escalations": read_board,
    "escalations of one person": lambda desk: find_escalations(
        desk, EscalationFilter(open_only=False, person_id=UUID(int=7))
    ),
    "one escalation": _one_escalation,
    "requests for information": lambda desk: read_information_requests(desk, a_meeting(desk)),
    "who is to be found": lambda desk: read_to_find(desk, desk.today()),
    "an outreach sheet": lambda desk: read_sheet(desk, make_sheet(desk, desk.today()).result),
    "the outreach sheets": find_sheets,
    "who is missing": find_missing,
    "when people on a list were seen": lambda desk: find_last_seen(desk, [a_person(desk)]),
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
    "coming_move",
    "holding",
    "housing_application",
    "housing_constraint",
    "outreach_line",
    "protocol",
    "missing",
    "outreach_sheet",
    "protocol_step",
    "change",
    "wish",
}


@pytest.mark.parametrize("name", READS)
def test_no_table_that_grows_is_read_as_a_whole(desk: Desk, name: str) -> None:
    assert [step for step in steps(desk, READS[name]) if reads_all(step)] == []


def test_what_is_current_is_found_by_what_names_it_however_much_there_is_about_a_person(
    desk: Desk,
) -> None:
    def standing(desk: Desk) -> None:
        with desk.store.reading() as look:
            look.history.standing([UUID(int=7)])

    found = steps(desk, standing)
    assert "SEARCH replaced USING PRIMARY KEY (old=?)" in found
    assert [step for step in found if "scope_key" in step] == []


def test_the_next_number_is_one_step_into_an_index_however_much_left(desk: Desk) -> None:
    found = [step for step in steps(desk, next_disclosure_number) if "disclosure" in step]
    assert found == [
        "SEARCH disclosure USING COVERING INDEX ix_disclosure_numbered (<expr>=?)",
    ]


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ((), "D26-0001"),
        (("D26-0009", "D26-0010"), "D26-0011"),
        (("D26-10000", "D26-9999"), "D26-10001"),
        (("D25-10004", "D26-0003", "D27-0008", "", "D26"), "D26-0004"),
    ],
)
def test_the_next_number_is_after_the_highest_of_its_year(
    desk: Desk, there: tuple[str, ...], then: str
) -> None:
    with desk.act(Right.EXPORT) as tx:
        for number in there:
            tx.add(_left(desk, number))
        tx.journal("test.arranged")

    assert next_disclosure_number(desk) == then


def _left(desk: Desk, number: str) -> Disclosure:
    return Disclosure(
        id=desk.new_id(),
        number=number,
        paper="pack",
        marking=Marking.OFFICIAL_SENSITIVE,
        pages=1,
        sha256="",
        made_at=desk.now(),
        made_by_id=COORDINATOR,
    )


def steps(desk: Desk, read: Callable[[Desk], object]) -> list[str]:
    """Give what the database says it would do for each question that a read asks."""
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        read(desk)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
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
