"""What was learnt from somebody's case: reads it, and asks for a note. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import find_programmes_of
from coordinator.casework.learning.reading import find_learning_about
from coordinator.casework.learning.reviews import find_reviews_about
from coordinator.casework.learning.themes import find_themes_of, take_off_theme
from coordinator.casework.people.deaths import find_who_died
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.learning.notes import NoteRow, Subject
from coordinator.domain.learning.programmes import PlaceRow
from coordinator.domain.learning.reviews import ReviewRow
from coordinator.domain.learning.themes import LinkRow
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.learnt import note_question, noting
from coordinator.ui.shared.who_may_see import with_who_may_see

_SHOWN = (
    RecordKind.LEARNING_NOTE,
    RecordKind.LEARNING_REVIEW,
    RecordKind.PROGRAMME,
    RecordKind.PROGRAMME_PLACE,
    RecordKind.THEME,
    RecordKind.THEME_LINK,
    RecordKind.ACTION,
    RecordKind.CASE,
    RecordKind.PERSON,
)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt from somebody's case, and where they are told apart or counted.

    Attributes:
        has_died: A review of the death may be begun, whatever else is frozen.
        may_restrict: Whether the sitter says who may see what is written.
    """

    notes: tuple[NoteRow, ...]
    reviews: tuple[ReviewRow, ...]
    places: tuple[PlaceRow, ...]
    themes: tuple[LinkRow, ...]
    may_edit: bool
    runs_it: bool
    has_died: bool
    may_restrict: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is on file."""
        return not (self.notes or self.reviews or self.places or self.themes)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_learnt(self, learnt: Learnt) -> None:
        """Show it."""


class LearntPresenter:
    """What was learnt from one person's case."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, go: Callable[[Place], None], person: UUID
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._person = go, person
        self._may_restrict = False

    def load(self) -> None:
        """Read it."""
        read = partial(_read, person=self._person)
        self._jobs.query(read, self._show, replaces="learnt", refused=_is_gone)

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def write(self) -> None:
        """Ask for a note."""
        question = with_who_may_see(note_question(), may_restrict=self._may_restrict)
        act = partial(noting, Subject(self._person))
        self._asking.put(question, act, about=self._person)

    def take_off(self, link: LinkRow) -> None:
        """Count them in a theme no more."""
        self._jobs.command(partial(take_off_theme, link_id=link.id))

    def open_notes(self) -> None:
        """Open their notes among the others: to share one, or change it."""
        self._go(LearningPlace(about=self._person))

    def open_part(self, part: LearningPart) -> None:
        """Open the reviews, the programmes or the themes."""
        self._go(LearningPlace(part))

    def _show(self, learnt: Learnt) -> None:
        self._may_restrict = learnt.may_restrict
        self._view.show_learnt(learnt)


def _read(desk: Desk, person: UUID) -> Learnt:
    role = desk.sitter.role
    runs_it = may(role, Right.DECIDE)
    has_died = person in find_who_died(desk, [person])
    return Learnt(
        find_learning_about(desk, person),
        find_reviews_about(desk, person) if runs_it else (),
        find_programmes_of(desk, person),
        find_themes_of(desk, person) if runs_it else (),
        may(role, Right.EDIT_PEOPLE) and not has_died,
        runs_it,
        has_died,
        may(role, Right.SEE_RESTRICTED),
    )


def _is_gone(error: Exception) -> bool:
    return isinstance(error, MissingRecordError | WithheldError)
