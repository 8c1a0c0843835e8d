"""Learning reviews: a look back whose recommendations become actions, told done and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.learning import ReviewKind
from coordinator.domain.states import ActionStatus, ReviewStatus, Sensitivity
from coordinator.domain.texts import is_blank

_S = ReviewStatus
LONGEST_TITLE = 200
MOVES: Mapping[ReviewStatus, frozenset[ReviewStatus]] = MappingProxyType(
    {
        _S.BEGUN: frozenset({_S.REPORTED, _S.CLOSED}),
        _S.REPORTED: frozenset({_S.CLOSED, _S.BEGUN}),
        _S.CLOSED: frozenset({_S.BEGUN}),
    }
)
"""What may follow what: a review that was closed may be taken up again, with a reason."""


@dataclass(frozen=True, slots=True)
class NewReview:
    """What is looked back on.

    Attributes:
        person_id: Whose story, or whose death; of a group nobody's.
        begun_on: The desk's day when empty.
        led_by: Who leads it: the board's own reviewer, the adult safeguarding board.
        reference: Under which it is known elsewhere.
    """

    review_kind: ReviewKind
    title: str = field(repr=False)
    person_id: UUID | None = None
    begun_on: date | None = None
    led_by: str = field(default="", repr=False)
    reference: str = ""
    found: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.RESTRICTED


@dataclass(frozen=True, slots=True)
class NewRecommendation:
    """What a review recommends, and who does what about it by when.

    Attributes:
        action: What is to be done; the recommendation itself when empty.
        measure: How anybody will know that it is done.
        nobody_is_meant: Single words that are somebody's name as well are none here.
    """

    recommendation: str = field(repr=False)
    owner_id: UUID | None
    due_on: date | None
    action: str = field(default="", repr=False)
    measure: str = field(default="", repr=False)
    nobody_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation and what became of it; nobody is named in it.

    Attributes:
        agency: Whose it is to act on it.
        done_on: When it was acted on; nothing while it was not.
    """

    number: str
    recommendation: str = field(repr=False)
    measure: str = field(repr=False)
    agency: str
    due_on: date
    status: ActionStatus
    done_on: date | None

    @property
    def acted_on(self) -> bool:
        """Whether what was recommended is done."""
        return self.status is ActionStatus.DONE


@dataclass(frozen=True, slots=True)
class RecommendedAction(Recommended):
    """The same inside the panel: the action it became, and who owns that."""

    action_id: UUID
    owner: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review, for a reader who may have it. `who` is a reference, nothing for a group."""

    id: UUID
    revision: int
    number: str
    review_kind: ReviewKind
    title: str = field(repr=False)
    person_id: UUID | None
    who: str
    begun_on: date
    led_by: str = field(repr=False)
    reference: str
    found: str = field(repr=False)
    status: ReviewStatus
    closed_on: date | None
    close_reason: str = field(repr=False)
    sensitivity: Sensitivity
    recommended: tuple[RecommendedAction, ...] = ()


def count_acted_on(recommended: Iterable[Recommended]) -> int:
    """Count how many recommendations were acted on."""
    return sum(one.acted_on for one in recommended)


def check_review(new: NewReview, today: date) -> None:
    """Check what is looked back on.

    Raises:
        InvalidFieldsError: No title, or a long one; a death or a story without whose; a group
            with one person; a day that has not come.
    """
    wrong: dict[str, str] = {}
    if is_blank(new.title):
        wrong["title"] = "required"
    elif len(new.title.strip()) > LONGEST_TITLE:
        wrong["title"] = "too-long"
    if new.review_kind is ReviewKind.GROUP and new.person_id is not None:
        wrong["person_id"] = "group-has-no-person"
    if new.review_kind is not ReviewKind.GROUP and new.person_id is None:
        wrong["person_id"] = "required"
    if new.begun_on is not None and new.begun_on > today:
        wrong["begun_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_recommendation(new: NewRecommendation) -> None:
    """Check that a recommendation says what it recommends; whose and when is the action's.

    Raises:
        InvalidFieldsError: `recommendation` is `required`.
    """
    if is_blank(new.recommendation):
        raise InvalidFieldsError({"recommendation": "required"})


def check_move(was: ReviewStatus, wanted: ReviewStatus, found: str) -> None:
    """Check how far a review may come.

    Raises:
        TransitionError: Not from where it is.
        InvalidFieldsError: `found` is `required`: nothing is reported that found nothing.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was, wanted)
    if wanted is not ReviewStatus.BEGUN and is_blank(found):
        raise InvalidFieldsError({"found": "required"})


def check_open(status: ReviewStatus) -> None:
    """Refuse to write in a review that is closed.

    Raises:
        GuardError: `review-closed`.
    """
    if status is ReviewStatus.CLOSED:
        raise GuardError("review-closed")
