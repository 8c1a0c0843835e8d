"""What of reviews may leave the panel: what was recommended, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import without_names
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, ActionTie, LearningReview
from coordinator.db.transaction import Reading
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.learning.reviews import Recommended
from coordinator.domain.learning.views import ToldReview
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity

Pairs = Sequence[tuple[ActionTie, Action]]
_TOLD = frozenset({Sensitivity.STANDARD, Sensitivity.RESTRICTED})
"""A review is restricted as it begins; nothing of it but its number is told."""


def read_told_reviews(desk: Desk, period: Period | None = None) -> tuple[ToldReview, ...]:
    """List the reviews that were under way in a period as they may leave, by their number.

    A recommendation that is restricted goes nowhere, nor does a review the sitter must not be told
    of. Words that meanwhile tell of somebody on file beyond doubt are taken out of what was
    recommended.

    Args:
        desk: Who asks.
        period: Both days included; a rolling quarter when nothing.

    Raises:
        NotPermittedError: The role does not see the panel's figures.
    """
    period = period or quarter_to(desk.today())
    with desk.read(Right.SEE_FIGURES) as look:
        found = _under_way(desk, look, period)
        going = look.learning.recommended([one.id for one in found])
        pairs = [pair for some in going.values() for pair in some]
        clean = _naming_nobody(desk, look, pairs)
        told = (_told(one, going.get(one.id, ()), clean) for one in found)
        return tuple(sorted(told, key=lambda one: one.number))


def _under_way(desk: Desk, look: Reading, period: Period) -> list[LearningReview]:
    found = [
        one
        for one in look.learning.reviews()
        if one.begun_on <= period.until_on
        and (one.closed_on is None or one.closed_on >= period.from_on)
        and one.sensitivity in _TOLD
    ]
    sight = sight_of(desk, look, [one.person_id for one in found])
    return [one for one in found if sight.sees(one.person_id)]


def _naming_nobody(
    desk: Desk, look: Reading, pairs: Iterable[tuple[ActionTie, Action]]
) -> Mapping[str, str]:
    texts = {
        f"{tie.id.hex} {name}": getattr(tie, name)
        for tie, _action in pairs
        for name in ("recommendation", "measure")
    }
    return without_names(desk, look, texts)


def _told(review: LearningReview, pairs: Pairs, clean: Mapping[str, str]) -> ToldReview:
    recommended = (
        Recommended(
            number=action.number,
            recommendation=clean[f"{tie.id.hex} recommendation"],
            measure=clean[f"{tie.id.hex} measure"],
            agency=action.owner_agency,
            due_on=action.due_on,
            status=action.status,
            done_on=action.done_on or action.closed_on,
        )
        for tie, action in pairs
        if action.sensitivity is Sensitivity.STANDARD
    )
    return ToldReview(review.number, review.status, tuple(recommended))
