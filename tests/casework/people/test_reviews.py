"""What has come due for a second look, about whom, and what is left out."""

from datetime import timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis, withdraw_basis
from coordinator.casework.needs.profile import record_needs, remove_need
from coordinator.casework.people.entering import record_death, register_person
from coordinator.casework.people.reviews import MOST, find_reviews_due
from coordinator.casework.people.safety import add_risk, add_warning, end_warning
from coordinator.casework.reports.quality import read_quality
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reports import Lack
from coordinator.domain.needs.rules import NEEDS_EVERY, Finding, NeedsRound
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.reviews import ReviewsWaiting
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from tests.casework.entries_on_file import a_person
from tests.casework.need_to_know.test_sharing import COMPLETE
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


def test_the_week_lists_the_first_that_wait_and_counts_the_rest_by_kind(
    desk: Desk, clock: Clock
) -> None:
    for number in range(MOST + 2):
        person = register_person(desk, given_name=f"Tomos {number}").result
        record_basis(desk, person, **{**COMPLETE, "review_on": SOON})
        add_risk(desk, person, text="Falls", person_told=Answer.YES, review_on=SOON)
    assert read_this_week(desk).reviews == ReviewsWaiting()
    clock.move(days=12)
    waiting = read_this_week(desk).reviews
    assert [one.days_late for one in waiting.due] == [2] * MOST
    assert waiting.counts == {RecordKind.BASIS: MOST + 2, RecordKind.RISK: MOST + 2}
    assert [(row.person, row.record) for row in waiting.due] == [
        (row.person, row.record)
        for row in sorted(find_reviews_due(desk), key=lambda row: (row.review_on, row.record))
    ][:MOST]


def test_the_week_lists_urgent_work_until_its_basis_is_complete(desk: Desk, clock: Clock) -> None:
    person = register_person(desk, given_name="Tomos", family_name="Gray").result
    begin_urgent_work(desk, person, reason="Sleeping out")
    (row,) = read_this_week(desk).reviews.urgent
    assert (row.person, row.complete_by, row.is_over) == (person, TODAY + timedelta(7), False)
    assert row.name == PersonName("T", "G")
    clock.move(days=8)
    (row,) = read_this_week(desk).reviews.urgent
    assert row.is_over
    record_basis(desk, person, **{**COMPLETE, "review_on": TODAY + timedelta(days=99)})
    assert read_this_week(desk).reviews == ReviewsWaiting()


def test_who_died_and_who_is_kept_from_the_reader_is_neither_listed_nor_counted(
    desk: Desk, clock: Clock
) -> None:
    died, hidden = (register_person(desk, given_name=name).result for name in ("Anna", "Siân"))
    for person in (died, hidden):
        begin_urgent_work(desk, person, reason="Sleeping out")
        add_warning(desk, person, text="Dog", person_told=Answer.YES, review_on=SOON)
    clock.move(days=12)
    record_death(desk, died, died_on=TODAY, source="the coroner")
    exclude_agency(desk, hidden, agency_id=HEALTH, reason="They asked")
    waiting = read_this_week(desk, kept_from=[HEALTH]).reviews
    assert waiting == ReviewsWaiting()
    assert read_this_week(desk).reviews.people == {hidden}


def test_the_week_counts_whose_needs_it_is_time_to_ask_about(desk: Desk, clock: Clock) -> None:
    """Of those on the caseload: never, long ago, or in error; who they are is listed elsewhere."""
    asked, wrongly, _never = (a_person(desk) for _ in range(3))
    register_person(desk, given_name="Anna")  # not on the caseload
    found = NeedsRound((Finding(NeedDomain.ALCOHOL, NeedSeverity.SOME),), TODAY)
    record_needs(desk, asked, found)
    (error,) = record_needs(desk, wrongly, found).result

    def unasked() -> int:
        counted = read_this_week(desk).reviews.unasked
        assert counted == read_quality(desk).count(Lack.NEEDS)
        return counted

    assert unasked() == 1
    remove_need(desk, error, reason="Of somebody else")
    assert unasked() == 2
    clock.move(days=NEEDS_EVERY.days)
    assert unasked() == 2
    clock.move(days=1)
    assert unasked() == 3
    exclude_agency(desk, asked, agency_id=HEALTH, reason="They asked")
    assert read_this_week(desk, kept_from=[HEALTH]).reviews.unasked == 2
