"""A review recommends, each recommendation is an action, and when it was acted on is shown."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.learning.notes import note_learning
from coordinator.casework.learning.reading import read_learning
from coordinator.casework.learning.reviews import (
    add_recommendation,
    begin_review,
    change_review,
    find_reviews_about,
    move_review,
    read_reviews,
)
from coordinator.casework.people.entering import record_death, register_person
from coordinator.domain.accountability import Period
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.learning.notes import NewNote, Subject
from coordinator.domain.learning.reviews import (
    NewRecommendation,
    NewReview,
    count_acted_on,
)
from coordinator.domain.lists.learning import ReviewKind
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus, ReviewStatus
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

WEEK = TODAY + timedelta(days=7)
GROUP = NewReview(ReviewKind.GROUP, "Four people who left hospital without a home")
ASK = NewRecommendation("Hospitals tell the panel a week before.", NURSE, WEEK)


@pytest.fixture
def review(desk: Desk) -> UUID:
    return begin_review(desk, GROUP).result


@pytest.fixture
def dead(desk: Desk) -> UUID:
    person = register_person(desk, given_name="Tomos", family_name="Penhallow").result
    record_death(desk, person, died_on=TODAY, source="A nurse")
    return person


def test_a_recommendation_is_an_action_of_the_panels_own_and_names_nobody(
    desk: Desk, review: UUID
) -> None:
    action = add_recommendation(desk, review, ASK).result
    (row,) = find_actions(desk, ActionFilter()).rows
    assert (row.id, row.text, row.person_id) == (action, ASK.recommendation, None)
    (shown,) = read_reviews(desk).rows[0].recommended
    assert (shown.owner, shown.agency, shown.due_on) == (
        "Kasia Dębska",
        "Kerrow Mental Health",
        WEEK,
    )
    assert not shown.acted_on


def test_that_a_recommendation_was_acted_on_is_shown_and_when(desk: Desk, review: UUID) -> None:
    action = add_recommendation(desk, review, ASK).result
    set_outcome(desk, action, Outcome(ActionStatus.DONE, "They do", done_on=TODAY), seen=1)
    (row,) = read_reviews(desk).rows
    assert (count_acted_on(row.recommended), row.recommended[0].done_on) == (1, TODAY)
    figures = read_learning_figures(desk, Period(TODAY - timedelta(days=30), TODAY))
    assert (figures.recommended, figures.acted_on, figures.reviews_begun) == (1, 1, 1)


def test_a_recommendation_dropped_is_not_told_as_acted_on(desk: Desk, review: UUID) -> None:
    action = add_recommendation(desk, review, ASK).result
    dropped = Outcome(ActionStatus.NOT_NEEDED, "The ward closed")
    set_outcome(desk, action, dropped, seen=1)
    (row,) = read_reviews(desk).rows
    assert count_acted_on(row.recommended) == 0


def test_a_recommendation_that_names_somebody_is_refused_and_leaves_no_action(
    desk: Desk, dead: UUID, review: UUID
) -> None:
    named = NewRecommendation("Do not repeat what befell Tomos Penhallow.", NURSE, WEEK)
    with pytest.raises(InvalidFieldsError) as refused:
        add_recommendation(desk, review, named)
    assert refused.value.fields["recommendation"] == "names-somebody"
    assert find_actions(desk, ActionFilter()).rows == ()


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        (NewRecommendation(" ", NURSE, WEEK), {"recommendation": "required"}),
        (NewRecommendation("Ring", None, WEEK), {"owner_id": "not-a-person"}),
        (NewRecommendation("Ring", NURSE, None), {"due_on": "required"}),
    ],
)
def test_nothing_is_recommended_without_words_owner_and_day(
    desk: Desk, review: UUID, new: NewRecommendation, wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_recommendation(desk, review, new)
    assert refused.value.fields == wrong


def test_a_death_is_looked_back_on_though_the_file_is_frozen(desk: Desk, dead: UUID) -> None:
    new = NewReview(ReviewKind.DEATH, "What we could have seen", dead, led_by="The adults board")
    review = begin_review(desk, new).result
    add_recommendation(desk, review, ASK)
    note_learning(desk, Subject(review_id=review), NewNote("Nobody had the whole story."))
    (row,) = find_reviews_about(desk, dead)
    assert (row.who, row.led_by, len(row.recommended)) == ("KP-0001", "The adults board", 1)
    assert read_learning(desk).rows[0].about == row.number


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        (NewReview(ReviewKind.GROUP, " "), {"title": "required"}),
        (NewReview(ReviewKind.DEATH, "A death"), {"person_id": "required"}),
        (NewReview(ReviewKind.GROUP, "All", UUID(int=7)), {"person_id": "group-has-no-person"}),
        (
            NewReview(ReviewKind.GROUP, "All", begun_on=TODAY + timedelta(days=1)),
            {"begun_on": "in-the-future"},
        ),
    ],
)
def test_a_review_that_cannot_be_is_told_at_the_field(
    desk: Desk, new: NewReview, wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        begin_review(desk, new)
    assert refused.value.fields == wrong


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
        (WORKER, Role.REPRESENTATIVE, HEALTH),
        (OFFICER, Role.AUDITOR, POLICE),
        (OFFICER, Role.COMMISSIONER, POLICE),
    ],
)
def test_a_review_stays_with_those_who_run_the_panel(
    desk: Desk, review: UUID, dead: UUID, who: UUID, role: Role, agency: UUID
) -> None:
    there = sitting(desk, who, role, agency)
    for read in (lambda: read_reviews(there), lambda: find_reviews_about(there, dead)):
        with pytest.raises(NotPermittedError):
            read()


def test_a_review_is_reported_and_closed_with_what_it_found_and_taken_up_with_a_reason(
    desk: Desk, review: UUID
) -> None:
    with pytest.raises(InvalidFieldsError):
        move_review(desk, review, ReviewStatus.REPORTED, seen=1)
    found = NewReview(ReviewKind.GROUP, GROUP.title, found="Letters crossed.")
    seen = change_review(desk, review, found, seen=1).result
    seen = move_review(desk, review, ReviewStatus.REPORTED, seen=seen).result
    seen = move_review(desk, review, ReviewStatus.CLOSED, seen=seen, reason="Agreed").result
    assert read_reviews(desk).rows[0].closed_on == TODAY
    with pytest.raises(GuardError):
        add_recommendation(desk, review, ASK)
    with pytest.raises(TransitionError):
        move_review(desk, review, ReviewStatus.CLOSED, seen=seen)
    with pytest.raises(ReasonNeededError):
        move_review(desk, review, ReviewStatus.BEGUN, seen=seen)
    move_review(desk, review, ReviewStatus.BEGUN, seen=seen, reason="A fifth person")
    (row,) = read_reviews(desk).rows
    assert (row.status, row.closed_on, row.found) == (ReviewStatus.BEGUN, None, "Letters crossed.")


def test_numbers_go_on_and_are_never_given_twice(desk: Desk, review: UUID) -> None:
    begin_review(desk, GROUP)
    numbers = [row.number for row in read_reviews(desk).rows]
    assert len(set(numbers)) == 2
    assert all(one.startswith("L") for one in numbers)
