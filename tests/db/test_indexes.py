"""The questions asked every day are answered from an index, never by reading a whole table."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from coordinator.casework.actions.barriers import find_accepted_due
from coordinator.casework.actions.lists import find_actions_without_owner, read_tracker
from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.assessments.reading import read_assessments, read_tools
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.cases.protocol_reads import find_steps_due
from coordinator.casework.cases.rhythms import find_next_contacts
from coordinator.casework.demand.reading import read_demand, read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.escalations.reading import (
    find_escalations,
    read_board,
    read_escalation,
)
from coordinator.casework.housing.reading import find_constraints
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.learning.programmes import find_programmes_of
from coordinator.casework.learning.reading import find_learning_about, find_learning_at
from coordinator.casework.learning.themes import read_themes
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.needs.reading import read_needs
from coordinator.casework.outreach.missing import find_missing
from coordinator.casework.outreach.reads import find_sheets, read_sheet, read_to_find
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.people.contacts import find_last_seen
from coordinator.casework.places.reading import find_place_plans
from coordinator.casework.reports.accountability import read_accountability, read_promises
from coordinator.casework.reports.quality import read_quality
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.precedents import find_precedents
from coordinator.casework.stuck.proposals import find_proposals
from coordinator.casework.tonight.reading import read_tonight
from coordinator.casework.voice.wishes import find_wishes_waiting
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Disclosure
from coordinator.domain.accountability import quarter_to
from coordinator.domain.demand.views import Wanted
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.roles import Right, Role
from tests.casework.entries_on_file import a_meeting, a_person
from tests.casework.stuck_people import stuck
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HOUSING, sitting


def _referred(desk: Desk) -> None:
    with desk.store.reading() as look:
        look.reports.referrals(quarter_to(desk.today()), ())
        look.reports.begun(quarter_to(desk.today()), ())


def _on_file(desk: Desk) -> None:
    people, today = [UUID(int=7)], desk.today()
    read_quality(desk)
    with desk.store.reading() as look:
        look.quality.plans(people)
        look.quality.needs_since(people, today)
        look.quality.contacts_since(people, desk.now())
        look.quality.counted(people)
        look.demand.counted_of(people)


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
    "what is missing on file": _on_file,
    "demand of the caseload": read_panel_demand,
    "demand of a programme": lambda desk: read_panel_demand(
        desk, wanted=Wanted(programme=UUID(int=7))
    ),
    "demand of one person": lambda desk: read_demand(desk, a_person(desk)),
    "needs of one person": lambda desk: read_needs(desk, a_person(desk)),
    "assessments of one person": lambda desk: read_assessments(desk, a_person(desk)),
    "how often factors are found": read_tools,
    "what was learnt of one person": lambda desk: find_learning_about(desk, a_person(desk)),
    "what was learnt at a meeting": lambda desk: find_learning_at(desk, a_meeting(desk)),
    "what a period's report says of learning": read_learning_figures,
    "the register of themes": read_themes,
    "programmes of one person": lambda desk: find_programmes_of(desk, a_person(desk)),
    "place plans": find_place_plans,
    "who was referred in a period": _referred,
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
    "action_tie",
    "assessment",
    "assessment_score",
    "budget_entry",
    "demand_count",
    "learning_note",
    "need",
    "place_reading",
    "programme_place",
    "referral",
    "theme_link",
    "trauma_enquiry",
    "wish",
}
MEASURED = GROWING & {
    "assessment",
    "assessment_score",
    "case_period",
    "demand_count",
    "need",
    "programme_place",
    "referral",
    "theme_link",
}
"""Of these not even a whole index is gone through."""


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
    return verb == "SCAN" and table in GROWING and (table in MEASURED or "USING" not in using)
