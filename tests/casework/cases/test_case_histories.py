"""Whatever is tried, in whatever order: one open case, one lead, one plan, nothing half done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordinator.casework.cases.periods import periods_of
from coordinator.casework.cases.phases import (
    close_case,
    move_phase,
    pause_case,
    reopen_case,
    resume_case,
)
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import (
    agree_lead,
    end_lead,
    find_cases_without_lead,
    hand_over,
)
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Case, Person, Plan
from coordinator.domain.cases.rules import MoveIn
from coordinator.domain.errors import RuleError
from coordinator.domain.lists.reasons import PauseReason
from coordinator.domain.states import Answer, CasePhase, CaseStatus, PersonStatus, PlanStatus
from tests.casework.cases.test_cases import GOOD, opened
from tests.stores import NURSE, TODAY, WORKER

SOON = TODAY + timedelta(days=30)
HOME = MoveIn(TODAY, "weekly", "the landlord")
Step = Callable[[Desk, UUID, UUID], object]

STEPS: dict[str, Step] = {
    "pause": lambda desk, case, _: pause_case(
        desk, case, because=PauseReason.PRISON, look_again_on=SOON
    ),
    "resume": lambda desk, case, _: resume_case(desk, case),
    "close": lambda desk, case, _: close_case(desk, case, GOOD),
    "reopen": lambda desk, case, _: reopen_case(desk, case, reason="back"),
    "nurse": lambda desk, case, _: agree_lead(desk, case, NURSE),
    "worker": lambda desk, case, _: agree_lead(desk, case, WORKER),
    "to_worker": lambda desk, case, _: hand_over(
        desk, case, WORKER, note="likes mornings", person_told=Answer.YES
    ),
    "end_lead": lambda desk, case, _: end_lead(desk, case, reason="on leave"),
    "plan": lambda desk, _, person: begin_plan(desk, person),
    "phase": lambda desk, case, _: move_phase(desk, case, CasePhase.STABILISING),
    "home": lambda desk, case, _: move_phase(desk, case, CasePhase.SUSTAINING, move_in=HOME),
}


@dataclass(frozen=True)
class Standing:
    """How a person's record stands."""

    open_cases: list[Case]
    last: Case
    live_plans: list[Plan]
    person: Person
    acts: int


def standing(desk: Desk, person: UUID) -> Standing:
    with desk.store.reading() as look:
        cases = look.people.about(Case, [person])
        reopened = {case.reopened_from_id for case in cases}
        plans = look.people.about(Plan, [person])
        return Standing(
            open_cases=[case for case in cases if case.status is not CaseStatus.CLOSED],
            last=next(case for case in cases if case.id not in reopened),
            live_plans=[plan for plan in plans if plan.status is not PlanStatus.ENDED],
            person=look.get(Person, person),
            acts=len(look.history.acts(scope=person, limit=1000)),
        )


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=14))
def test_no_order_of_acts_leaves_two_of_what_there_may_be_one(
    chair: Desk, steps: list[str]
) -> None:
    case = opened(chair)
    with chair.store.reading() as look:
        person = look.get(Case, case).person_id
    for step in steps:
        before = standing(chair, person)
        try:
            STEPS[step](chair, before.last.id, person)
        except RuleError:
            assert standing(chair, person).acts == before.acts
        else:
            assert standing(chair, person).acts == before.acts + 1
        _check(chair, person)


def _check(desk: Desk, person: UUID) -> None:
    now = standing(desk, person)
    assert len(now.open_cases) <= 1
    assert len(now.live_plans) <= len(now.open_cases)
    is_current = now.person.status is PersonStatus.CURRENT
    assert is_current is bool(now.open_cases)
    with desk.store.reading() as look:
        periods = periods_of(look, [person], TODAY)[person]
    led = set()
    for period in periods:
        current = [lead for lead in period.leads if lead.to_on is None]
        assert len(current) <= (period.status is not CaseStatus.CLOSED)
        led |= {period.id for _ in current}
        assert (period.look_again_on is not None) is (period.status is CaseStatus.PAUSED)
    missing = {row.case for row in find_cases_without_lead(desk) if row.person == person}
    assert missing == {case.id for case in now.open_cases} - led
