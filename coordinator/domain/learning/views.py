"""What pages of what was learnt show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.learning.notes import NoteFilter, NoteRow
from coordinator.domain.learning.programmes import ProgrammeRow
from coordinator.domain.learning.reviews import Recommended, ReviewRow
from coordinator.domain.lists.learning import LearningTag, SharedWith
from coordinator.domain.states import ReviewStatus


@dataclass(frozen=True, slots=True)
class LearningPage:
    """What was learnt, narrowed; `may_share` beyond the panel, and write about its own work."""

    rows: tuple[NoteRow, ...]
    today: date
    wanted: NoteFilter
    may_edit: bool
    may_share: bool


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """The reviews of the panel, the latest begun first."""

    rows: tuple[ReviewRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class ProgrammesPage:
    """The programmes, with those of their people whom the sitter may see."""

    rows: tuple[ProgrammeRow, ...]
    today: date
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """What was learnt as it is told beyond the panel: never the note, and nobody's name.

    Attributes:
        id: Of the note, so that one is known again.
    """

    noted_on: date
    tag: LearningTag | None
    shared_with: SharedWith
    telling: str = field(repr=False)
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LearningFigures:
    """What a period's report says of learning.

    Attributes:
        shared: Told without names, the oldest first.
        by_tag: How many notes of each kind were written; nothing stands for those of none.
        reviews_begun: Reviews begun in the period.
        reviews_closed: Reviews closed in it.
        recommended: What reviews not closed before the period have recommended by its end.
        acted_on: How many of these were done by its end.
    """

    from_on: date
    until_on: date
    shared: tuple[Shared, ...]
    by_tag: Mapping[LearningTag | None, int]
    reviews_begun: int
    reviews_closed: int
    recommended: int
    acted_on: int


@dataclass(frozen=True, slots=True)
class ToldReview:
    """A review as it is told beyond the panel: its number, how far it came, what it recommended.

    Of whom it is, whether of a death, what it is called and what it found stay at the panel: there
    are never so many reviews that nobody could be told by them.
    """

    number: str
    status: ReviewStatus
    recommended: tuple[Recommended, ...] = ()
