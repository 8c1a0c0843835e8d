"""What is in the way, in the words the panel chose for it."""

from datetime import date

from coordinator.domain.actions.barriers import BarrierRow, is_due_for_review
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import BarrierStatus
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import _


def category_words(category: BarrierCategory, own: str = "") -> str:
    """Write what is in the way; `own` are the panel's words, where it has its own."""
    return own or label(category)


def category_inline(category: BarrierCategory, own: str = "") -> str:
    """Write it inside a sentence; the panel's own words stand as they are."""
    return own or inline(category)


def settled_words(barrier: BarrierRow, today: date) -> str:
    """Write what became of it in few words: *Accepted until Thu 3 Dec*, *Resolved 3 weeks ago*."""
    if barrier.status is BarrierStatus.ACCEPTED:
        day = dates.day(barrier.review_on, today)
        if is_due_for_review(barrier.status, barrier.review_on, today):
            return _("Look again: {day}", day=day)
        return _("Accepted until {day}", day=day)
    if barrier.settled_on is None:
        return label(barrier.status)
    ago = dates.ago(barrier.settled_on, today)
    return _("{status} {ago}", status=label(barrier.status), ago=ago)


def how_settled(barrier: BarrierRow, today: date, gap: str = "") -> str:
    """Write by whom, why or how it was settled, in sentences.

    Args:
        barrier: A settled one.
        today: The desk's day.
        gap: The number and title of what it became.
    """
    told = [settled_words(barrier, today)]
    if barrier.status is BarrierStatus.ACCEPTED:
        told = [
            _(
                "Accepted by {name}, to be looked at again {day}",
                name=barrier.accepted_by or dates.not_recorded(),
                day=dates.day(barrier.review_on, today),
            )
        ]
    return ". ".join(filter(None, (*told, gap, barrier.resolution)))
