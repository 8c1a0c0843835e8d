"""Counts for tests of demand, and people whose plan began on a day of the test's choosing."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from coordinator.casework.desk import Desk
from coordinator.db.models import Case, Plan, PlanVersion
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.months import after_months
from coordinator.domain.roles import Right
from coordinator.domain.states import PlanStatus
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import CHAIR, POLICE

JUNE = NewCount(
    DemandMeasure.POLICE_CALLS, date(2026, 6, 1), date(2026, 6, 30), 4, agency_id=POLICE
)


def months_of(
    first: date,
    counts: Sequence[int | None],
    measure: DemandMeasure = DemandMeasure.POLICE_CALLS,
    agency: UUID = POLICE,
) -> list[NewCount]:
    """Give one count for each calendar month from a first of a month on; none leaves one out."""
    found = []
    for ahead, count in enumerate(counts):
        start = after_months(first, ahead)
        last = after_months(start, 1) - timedelta(days=1)
        if count is not None:
            found.append(NewCount(measure, start, last, count, agency_id=agency))
    return found


def somebody_since(
    desk: Desk, opened_on: date, agreed_on: date | None = None, name: str = "Kezia"
) -> UUID:
    """Put somebody on file whose case, and first plan, began on these days."""
    person = a_person(desk, name)
    case, plan = case_of(desk, person), desk.new_id()
    with desk.act(Right.EDIT_PLAN) as tx:
        tx.get(Case, case).opened_on = opened_on
        if agreed_on is not None:
            tx.add(
                Plan(
                    id=plan,
                    person_id=person,
                    case_id=case,
                    status=PlanStatus.AGREED,
                    version=2,
                    agreed_on=agreed_on + timedelta(days=90),
                )
            )
            tx.session.flush()
            for number, on in enumerate((agreed_on, agreed_on + timedelta(days=90)), start=1):
                tx.add(_version(person, plan, number, on))
        tx.journal("test.arranged", scope=person)
    return person


def _version(person: UUID, plan: UUID, number: int, on: date) -> PlanVersion:
    return PlanVersion(
        id=uuid4(),
        person_id=person,
        plan_id=plan,
        number=number,
        agreed_on=on,
        decided_by_id=CHAIR,
        content="{}",
        fingerprint="f" * 64,
    )
