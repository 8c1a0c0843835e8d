"""What has come due for a second look, about whom, and what is left out."""

from datetime import timedelta

from coordinator.casework.bases import record_basis, withdraw_basis
from coordinator.casework.desk import Desk
from coordinator.casework.exclusions import exclude_agency
from coordinator.casework.people import record_death, register_person
from coordinator.casework.reviews import find_reviews_due
from coordinator.casework.safety import add_risk, add_warning, end_warning
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people import PersonName
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from tests.casework.test_sharing import COMPLETE
from tests.stores import COUNCIL, HEALTH, NURSE, TODAY, Clock, sitting

SOON = TODAY + timedelta(days=10)
LATER = TODAY + timedelta(days=20)


def test_what_stands_is_looked_at_again_on_its_day(desk: Desk, clock: Clock) -> None:
    person = register_person(desk, given_name="Tomos").result
    record_basis(desk, person, **{**COMPLETE, "review_on": SOON})
    warning = add_warning(desk, person, text="Dog", person_told=Answer.YES, review_on=LATER).result
    add_risk(desk, person, text="Falls", person_told=Answer.YES, review_on=SOON)
    assert find_reviews_due(desk) == []
    assert [row.kind for row in find_reviews_due(desk, until=LATER)] == [
        RecordKind.BASIS,
        RecordKind.RISK,
        RecordKind.WARNING,
    ]
    clock.move(days=12)
    rows = find_reviews_due(desk)
    assert [(row.kind, row.days_late, row.reference) for row in rows] == [
        (RecordKind.BASIS, 2, "KP-0001"),
        (RecordKind.RISK, 2, "KP-0001"),
    ]
    assert {row.initials_only for row in rows} == {False}
    end_warning(desk, warning, reason="rehomed")
    withdraw_basis(desk, person, reason="objected")
    (left,) = find_reviews_due(desk, until=LATER)
    assert (left.kind, left.name, left.initials_only) == (RecordKind.RISK, PersonName("T"), True)


def test_the_dead_the_restricted_and_the_excluded_are_left_out(desk: Desk, clock: Clock) -> None:
    died, kept, hidden = (
        register_person(desk, given_name=name).result for name in ("Anna", "Tomos", "Siân")
    )
    for person in (died, kept, hidden):
        add_warning(
            desk,
            person,
            text="Dog",
            person_told=Answer.YES,
            review_on=SOON,
            sensitivity=Sensitivity.RESTRICTED if person == hidden else Sensitivity.STANDARD,
        )
    clock.move(days=30)
    record_death(desk, died, died_on=TODAY, source="the coroner")
    exclude_agency(desk, kept, agency_id=COUNCIL, reason="works there")
    assert [row.person for row in find_reviews_due(desk)] == [hidden]
    auditor = sitting(desk, NURSE, Role.AUDITOR, HEALTH)
    assert [row.person for row in find_reviews_due(auditor)] == [kept]
