"""What a period's report says of learning: tellings without names, counts, reviews."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import without_names
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, LearningNote, LearningReview
from coordinator.db.transaction import Reading
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.learning.views import LearningFigures, Shared
from coordinator.domain.lists.learning import SharedWith
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, Sensitivity

BEYOND = (SharedWith.BOARD, SharedWith.PARTNERSHIP)


def read_learning_figures(
    desk: Desk, period: Period | None = None, *, told_to: SharedWith = SharedWith.BOARD
) -> LearningFigures:
    """Tell what was learnt in a period as it may leave the panel.

    Args:
        desk: Who asks. What is about people they must not be told about is in no figure.
        period: Both days included; a rolling quarter when nothing.
        told_to: The board is told what the partnership is told as well, and not the other way.
    """
    period = period or quarter_to(desk.today())
    with desk.read(Right.SEE_FIGURES) as look:
        notes = _notes(desk, look, period)
        reviews = _reviews(desk, look, period.until_on)
        going = look.learning.recommended([one.id for one in reviews if _counts(one, period)])
        actions = [action for pairs in going.values() for _tie, action in pairs]
        made = [one for one in actions if one.set_on <= period.until_on]
        return LearningFigures(
            from_on=period.from_on,
            until_on=period.until_on,
            shared=shared_of(desk, look, notes, told_to),
            by_tag=Counter(one.tag for one in notes),
            reviews_begun=sum(period.from_on <= one.begun_on for one in reviews),
            reviews_closed=sum(_within(one.closed_on, period) for one in reviews),
            recommended=len(made),
            acted_on=sum(_done_by(one, period.until_on) for one in made),
        )


def _notes(desk: Desk, look: Reading, period: Period) -> list[LearningNote]:
    found = look.learning.notes_between(period.from_on, period.until_on)
    sight = sight_of(desk, look, [one.person_id for one in found])
    return [one for one in found if sight.sees(one.person_id, one.sensitivity)]


def _reviews(desk: Desk, look: Reading, until: date) -> list[LearningReview]:
    found = [one for one in look.learning.reviews() if one.begun_on <= until]
    sight = sight_of(desk, look, [one.person_id for one in found])
    return [one for one in found if sight.sees(one.person_id, one.sensitivity)]


def find_shared_learning(desk: Desk) -> tuple[Shared, ...]:
    """List what was learnt as the board is told it, the newest first: never a note itself.

    What is of somebody the sitter must not be told of is left out.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        reader = desk.reader(look)
        kept = look.readers.kept_from(reader.agency, reader.professional)
        notes = [one for one in look.learning.notes() if _tells_of(one, kept)]
        return shared_of(desk, look, notes, SharedWith.BOARD)


def _tells_of(note: LearningNote, kept: Collection[UUID]) -> bool:
    return note.ended_on is None and note.person_id not in kept


def shared_of(
    desk: Desk, look: Reading, notes: Iterable[LearningNote], told_to: SharedWith
) -> tuple[Shared, ...]:
    """Give the tellings that go so far; a note that was restricted since goes nowhere."""
    wide = BEYOND if told_to is SharedWith.BOARD else (told_to,)
    going = [
        one
        for one in notes
        if one.shared_with in wide
        and one.sensitivity is Sensitivity.STANDARD
        and one.told_without_names.strip()
    ]
    clean = without_names(desk, look, {one.id.hex: one.told_without_names for one in going})
    return tuple(
        Shared(one.noted_on, one.tag, one.shared_with, clean[one.id.hex], one.id) for one in going
    )


def _counts(review: LearningReview, period: Period) -> bool:
    return review.closed_on is None or review.closed_on >= period.from_on


def _within(day: date | None, period: Period) -> bool:
    return day is not None and period.from_on <= day <= period.until_on


def _done_by(action: Action, until: date) -> bool:
    done = action.done_on or action.closed_on
    return action.status is ActionStatus.DONE and done is not None and done <= until
