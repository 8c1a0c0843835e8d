"""Needs are found round by round: what stands, what is taken off, who may see it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.needs.profile import record_needs, remove_need
from coordinator.casework.needs.reading import find_complexity, read_needs
from coordinator.casework.people.entering import record_death, register_person
from coordinator.db.models import Case, LeadRole
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.people import NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.rules import Complexity, Finding, NeedsRound
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from tests.casework.counting import queries
from tests.stores import HEALTH, NURSE, TODAY, Clock, sitting

_D, _S = NeedDomain, NeedSeverity
AUGUST = TODAY - timedelta(days=92)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos").result


@pytest.fixture
def nurse(desk: Desk, person: UUID) -> Desk:
    """The lead professional of the person; may not have what is restricted."""
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY)
    role = LeadRole(
        id=desk.new_id(),
        person_id=person,
        case_id=case.id,
        professional_id=NURSE,
        from_on=TODAY,
    )
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.cases.begin_lead(role)
        tx.journal("lead.agreed", record=role.id, scope=person)
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def found(on: date, *findings: Finding, **more: object) -> NeedsRound:
    return NeedsRound(findings, on, **more)  # type: ignore[arg-type]


def test_a_round_keeps_what_was_asked_and_nothing_else_in_one_line_of_the_journal(
    desk: Desk, person: UUID
) -> None:
    before = _lines(desk)
    record_needs(
        desk,
        person,
        found(
            AUGUST,
            Finding(_D.ALCOHOL, _S.HIGH, NeedPart.MAIN, "Two litres a day"),
            Finding(_D.MONEY, _S.NOT_KNOWN),
            source="his sister",
        ),
    )
    needs = read_needs(desk, person)
    assert [(one.area, one.severity, one.need_part) for one in needs.standing] == [
        (_D.ALCOHOL, _S.HIGH, NeedPart.MAIN),
        (_D.MONEY, _S.NOT_KNOWN, None),
    ]
    (alcohol, _money) = needs.standing
    assert (alcohol.note, alcohol.source, alcohol.seen_by, alcohol.first_on) == (
        "Two litres a day",
        "his sister",
        "Aled Hâf",
        AUGUST,
    )
    assert _lines(desk) == before + 1


def test_the_latest_day_stands_and_what_was_found_before_stays(desk: Desk, person: UUID) -> None:
    first = found(AUGUST, Finding(_D.ALCOHOL, _S.HIGH), Finding(_D.HOUSING, _S.HIGH))
    record_needs(desk, person, first)
    record_needs(desk, person, found(TODAY, Finding(_D.ALCOHOL, _S.SOME)))
    # Written down late: an earlier day changes what stood then, not what stands now.
    record_needs(desk, person, found(AUGUST - timedelta(days=9), Finding(_D.ALCOHOL, _S.SOME)))
    now, then = read_needs(desk, person), read_needs(desk, person, on=AUGUST)
    assert now.complexity == Complexity(2, 1, 0, 2)
    assert then.complexity == Complexity(2, 2, 0, 2)
    assert [len(one.changes) for one in now.days] == [1, 2, 0]
    assert now.standing[1].first_on == AUGUST - timedelta(days=9)
    assert find_complexity(desk, [person]) == {person: Complexity(2, 1, 0, 2)}


def test_who_was_never_asked_has_no_number_at_all(desk: Desk, person: UUID) -> None:
    assert read_needs(desk, person).complexity is None
    assert find_complexity(desk, [person]) == {}


def test_one_day_has_one_finding_of_an_area_until_that_is_taken_off(
    desk: Desk, person: UUID
) -> None:
    (wrong,) = record_needs(desk, person, found(TODAY, Finding(_D.DRUGS, _S.HIGH))).result
    with pytest.raises(InvalidFieldsError) as refused:
        record_needs(desk, person, found(TODAY, Finding(_D.DRUGS, _S.NONE)))
    assert refused.value.fields == {"need_drugs": "found-already"}
    with pytest.raises(ReasonNeededError) as asked:
        remove_need(desk, wrong, reason=" ")
    assert asked.value.prompts == ("need-removed",)
    remove_need(desk, wrong, reason="That was somebody else")
    assert read_needs(desk, person).complexity is None
    record_needs(desk, person, found(TODAY, Finding(_D.DRUGS, _S.NONE)))
    assert read_needs(desk, person).complexity == Complexity(0, 0, 0, 1)


def test_a_restricted_finding_is_held_back_from_whoever_may_not_have_it(
    desk: Desk, nurse: Desk, person: UUID
) -> None:
    record_needs(desk, person, found(AUGUST, Finding(_D.VICTIM, _S.SOME)))
    hidden = found(
        TODAY,
        Finding(_D.VICTIM, _S.HIGH, None, "Her uncle"),
        sensitivity=Sensitivity.RESTRICTED,
    )
    (guarded,) = record_needs(desk, person, hidden).result
    assert read_needs(desk, person).standing[0].severity is _S.HIGH
    (seen,) = read_needs(nurse, person).standing
    assert (seen.severity, seen.seen_on) == (_S.SOME, AUGUST)
    assert find_complexity(nurse, [person])[person].high == 0
    with pytest.raises(WithheldError):
        remove_need(nurse, guarded, reason="Let me see")
    # A day that is held back is not told by a refusal either.
    record_needs(nurse, person, found(TODAY, Finding(_D.VICTIM, _S.SOME)))


def test_nothing_is_found_of_whoever_has_died(desk: Desk, person: UUID, clock: Clock) -> None:
    (one,) = record_needs(desk, person, found(TODAY, Finding(_D.DRUGS, _S.HIGH))).result
    record_death(desk, person, died_on=TODAY, source="The hospital")
    with pytest.raises(GuardError, match="person-died"):
        record_needs(desk, person, found(TODAY, Finding(_D.ALCOHOL, _S.HIGH)))
    with pytest.raises(GuardError, match="person-died"):
        remove_need(desk, one, reason="No")
    assert len(read_needs(desk, person).standing) == 1


def test_many_are_counted_with_as_many_questions_as_one(desk: Desk) -> None:
    people = [register_person(desk, given_name=f"P{n}").result for n in range(6)]
    for one in people:
        record_needs(desk, one, found(TODAY, Finding(_D.DRUGS, _S.HIGH)))
    with queries(desk) as few:
        assert len(find_complexity(desk, people[:1])) == 1
    with queries(desk) as many:
        assert len(find_complexity(desk, people)) == 6
    assert len(many) == len(few)


def _lines(desk: Desk) -> int:
    with desk.store.reading() as look:
        return len(look.history.acts(limit=1000))
