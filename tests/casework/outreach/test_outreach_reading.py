"""Who may read what of a day's outreach, and what it costs."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.outreach.reads import (
    carried_by,
    find_sheets,
    read_sheet,
    read_to_find,
)
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import assign_lines, make_sheet
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.safety import add_warning
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import NotPermittedError, WithheldError
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer
from tests.casework.outreach.test_outreach import result, sheet_of, somebody
from tests.stores import COORDINATOR, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting


def test_an_agency_reads_what_its_workers_carry_and_never_whom_it_must_not_know(
    desk: Desk,
) -> None:
    theirs, others, free = somebody(desk), somebody(desk), somebody(desk)
    sheet = sheet_of(desk)
    line = {one.person: one.id for one in sheet.lines}
    assign_lines(desk, [line[theirs]], OFFICER)
    assign_lines(desk, [line[others]], WORKER)
    assert carried_by(desk, sheet.id, POLICE) == {theirs}
    exclude_agency(desk, free, agency_id=POLICE, reason="They asked for it")
    reader = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    assert read_sheet(reader, sheet.id).lines == ()  # nobody is shared with it yet
    audience = read_audience_of(desk, HOUSING).reader
    assert read_sheet(desk, sheet.id, reader=audience, agency=HOUSING).lines == ()
    shut = sitting(desk, COORDINATOR, Role.COORDINATOR, POLICE)
    assert {one.person for one in read_sheet(shut, sheet.id).lines} == {theirs, others}
    assert [row.people for row in find_sheets(shut)] == [2]
    assert free not in {one.person for one in read_to_find(shut, TODAY)}
    with pytest.raises(WithheldError):
        enter_results(shut, sheet.id, [result(line[free])])
    with pytest.raises(NotPermittedError):
        make_sheet(reader, TODAY, "Somewhere")


def asked(read: Callable[[], object]) -> int:
    count = 0

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        nonlocal count
        count += statement.startswith("SELECT")

    event.listen(Engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return count


def test_a_sheet_of_many_costs_the_questions_of_a_sheet_of_few(desk: Desk) -> None:
    few = make_sheet(desk, TODAY, people=[somebody(desk, seen=20)]).result
    (line,) = read_sheet(desk, few).lines
    add_warning(desk, line.person, text="Dog", source="A nurse", person_told=Answer.YES)
    add_action(desk, NewAction("Ring", NURSE, TODAY, line.person))
    sheet_few = asked(lambda: read_sheet(desk, few))
    found_few = asked(lambda: read_to_find(desk, TODAY))
    people = [somebody(desk, seen=20) for _ in range(12)]
    many = make_sheet(desk, TODAY, "Many", people=people).result
    assert asked(lambda: read_sheet(desk, many)) <= sheet_few
    assert asked(lambda: read_to_find(desk, TODAY)) <= found_few
