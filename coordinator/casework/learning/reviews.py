"""Learning reviews: begun after a death or of a group, each recommendation an action of its own.

A review stays at the panel with those who run it; the actions it recommends name nobody, for they
go to whoever does them.
"""

from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import add_in
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, ActionTie, LearningReview, Person, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.learning import reviews as rules
from coordinator.domain.learning.reviews import (
    NewRecommendation,
    NewReview,
    RecommendedAction,
    ReviewRow,
)
from coordinator.domain.learning.views import ReviewsPage
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import ReviewStatus


def begin_review(desk: Desk, new: NewReview) -> Done[UUID]:
    """Begin to look back: on a death, on one person's story, or on a group.

    Raises:
        InvalidFieldsError: As for `check_review`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_review(new, desk.today())
        if new.person_id is not None:
            shown_person(desk, tx, new.person_id, new.sensitivity)
        made = LearningReview(
            id=desk.new_id(),
            number=tx.learning.next_number(desk.today().year),
            review_kind=new.review_kind,
            person_id=new.person_id,
            begun_on=new.begun_on or desk.today(),
            sensitivity=new.sensitivity,
            **_stored(new),
        )
        tx.add(made)
        tx.journal("review.begun", record=made.id, scope=made.person_id)
    return Done(made.id, tx.changes)


def change_review(desk: Desk, review_id: UUID, new: NewReview, *, seen: int) -> Done[int]:
    """Write down what a review found, who leads it and what it is called.

    Of whom it is, since when and how far it travels stay. Gives the new revision.

    Raises:
        InvalidFieldsError: `title` is `required` or `too-long`.
        GuardError: `review-closed`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such review, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        review = _review(desk, tx, review_id)
        rules.check_open(review.status)
        kept = NewReview(review.review_kind, new.title, review.person_id, review.begun_on)
        rules.check_review(kept, desk.today())
        put(tx, review, seen=seen, fields=_stored(new))
        tx.journal("review.changed", record=review.id, scope=review.person_id)
    return Done(review.revision, tx.changes)


def move_review(
    desk: Desk, review_id: UUID, wanted: ReviewStatus, *, seen: int, reason: str = ""
) -> Done[int]:
    """Say that a review was reported, is closed, or is taken up again; gives the new revision.

    What it recommended goes on as actions, whatever becomes of the review.

    Raises:
        TransitionError: Not from where it is.
        InvalidFieldsError: `found` is `required`.
        ReasonNeededError: `review-reopened`: it is taken up again.
        StaleRecordError, MissingRecordError, WithheldError: As for `change_review`.
    """
    with desk.act(Right.DECIDE) as tx:
        review = _review(desk, tx, review_id)
        rules.check_move(review.status, wanted, review.found)
        if wanted is ReviewStatus.BEGUN:
            need_reason(reason, "review-reopened")
        closes = wanted is ReviewStatus.CLOSED
        fields = {
            "status": wanted,
            "closed_on": desk.today() if closes else None,
            "close_reason": reason.strip() if closes else "",
        }
        put(tx, review, seen=seen, fields=fields)
        scope, why = review.person_id, reason.strip()
        tx.journal(f"review.{_CALLED[wanted]}", record=review.id, scope=scope, reason=why)
    return Done(review.revision, tx.changes)


_CALLED = {
    ReviewStatus.BEGUN: "reopened",
    ReviewStatus.REPORTED: "reported",
    ReviewStatus.CLOSED: "closed",
}


def add_recommendation(desk: Desk, review_id: UUID, new: NewRecommendation) -> Done[UUID]:
    """Keep what a review recommends, as an action of the panel's own; gives the action.

    Raises:
        InvalidFieldsError: Nothing is recommended, nobody or no day is named, or a text names
            somebody on file.
        GuardError: `review-closed`; as for `add_action`.
        MissingRecordError, WithheldError: No such review or owner, or not theirs to see.
    """
    rules.check_recommendation(new)
    with desk.act(Right.DECIDE) as tx:
        review = _review(desk, tx, review_id)
        rules.check_open(review.status)
        words = new.action.strip() or new.recommendation.strip()
        texts = {"recommendation": new.recommendation, "action": words, "measure": new.measure}
        refuse_names(desk, tx, texts, nobody_is_meant=new.nobody_is_meant)
        wanted = NewAction(words, new.owner_id, new.due_on, kind=ActionKind.SYSTEM_CHANGE)
        action = add_in(tx, desk, wanted)
        tx.add(
            ActionTie(
                id=desk.new_id(),
                action_id=action.id,
                review_id=review.id,
                recommendation=new.recommendation.strip(),
                measure=new.measure.strip(),
            )
        )
        tx.journal("review.recommended", record=review.id, scope=review.person_id)
    return Done(action.id, tx.changes)


def read_reviews(desk: Desk) -> ReviewsPage:
    """List the reviews with what they recommended and what became of it."""
    with desk.read(Right.DECIDE) as look:
        return ReviewsPage(_rows(desk, look, look.learning.reviews()), desk.today())


def find_reviews_about(desk: Desk, person_id: UUID) -> tuple[ReviewRow, ...]:
    """List the reviews of somebody's story or death.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.DECIDE) as look:
        shown_person(desk, look, person_id)
        return _rows(desk, look, look.learning.reviews(person_id))


def _rows(desk: Desk, look: Reading, found: Any) -> tuple[ReviewRow, ...]:
    sight = sight_of(desk, look, [one.person_id for one in found])
    seen = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
    people = look.get_many(Person, [one.person_id for one in seen if one.person_id])
    recommended = look.learning.recommended([one.id for one in seen])
    actions = [action for pairs in recommended.values() for _tie, action in pairs]
    owners = look.get_many(Professional, [one.owner_id for one in actions if one.owner_id])
    return tuple(
        ReviewRow(
            one.id,
            one.revision,
            one.number,
            one.review_kind,
            one.title,
            one.person_id,
            people[one.person_id].reference if one.person_id in people else "",
            one.begun_on,
            one.led_by,
            one.reference,
            one.found,
            one.status,
            one.closed_on,
            one.close_reason,
            one.sensitivity,
            tuple(_told(tie, action, owners) for tie, action in recommended.get(one.id, ())),
        )
        for one in seen
    )


def _told(tie: ActionTie, action: Action, owners: dict[UUID, Professional]) -> RecommendedAction:
    owner = owners.get(action.owner_id) if action.owner_id else None
    return RecommendedAction(
        number=action.number,
        recommendation=tie.recommendation,
        measure=tie.measure,
        agency=action.owner_agency,
        due_on=action.due_on,
        status=action.status,
        done_on=action.done_on or action.closed_on,
        action_id=action.id,
        owner=owner.name if owner else "",
    )


def _review(desk: Desk, tx: Transaction, review_id: UUID) -> LearningReview:
    review = tx.get(LearningReview, review_id)
    if review.person_id is not None:
        shown_person(desk, tx, review.person_id, review.sensitivity)
    return review


def _stored(new: NewReview) -> dict[str, Any]:
    return {
        "title": new.title.strip(),
        "led_by": new.led_by.strip(),
        "reference": new.reference.strip(),
        "found": new.found.strip(),
    }
