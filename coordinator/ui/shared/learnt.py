"""What was learnt of a gap or at a meeting, on its own page: read, and asked for. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning
from coordinator.casework.learning.reading import find_learning_at, find_learning_of_gap
from coordinator.casework.learning.themes import find_themes_of_gap
from coordinator.domain.errors import CoordinatorError
from coordinator.domain.learning.notes import NewNote, NoteRow, Subject
from coordinator.domain.learning.themes import LinkRow
from coordinator.domain.lists.learning import LearningTag
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may, sees_whole_panel
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.shared.asking import Asking, Values
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.LEARNING_NOTE, RecordKind.THEME, RecordKind.THEME_LINK, RecordKind.MEETING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LearntHere:
    """What was learnt of one thing.

    Attributes:
        themes: The gap is counted in; for whoever keeps the register.
    """

    subject: Subject
    notes: tuple[NoteRow, ...]
    themes: tuple[LinkRow, ...]
    may_write: bool


class View(Protocol):
    """What the presenter asks of the card."""

    def show_learnt(self, learnt: LearntHere) -> None:
        """Show it."""

    def show_nothing(self) -> None:
        """Show nothing: it is none of theirs."""


class LearntPresenter:
    """What was learnt of the one thing a page shows."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, go: Callable[[Place], None]
    ) -> None:
        self._jobs, self._view, self._asking, self._go = jobs, view, asking, go
        self._subject: Subject | None = None

    def look_at(self, subject: Subject) -> None:
        """Read what was learnt of a gap, or at a meeting."""
        self._subject = subject
        self._jobs.query(
            partial(_read, subject=subject), self._show, replaces="learnt", refused=self._refused
        )

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if self._subject is not None and changes.touch(*_SHOWN):
            self.look_at(self._subject)

    def write(self) -> None:
        """Ask for a note."""
        if self._subject is not None:
            self._asking.put(note_question(), partial(noting, self._subject), about=self._about)

    def open_notes(self) -> None:
        """Open its notes among the others: to share one, or change it."""
        self._go(LearningPlace(about=self._about))

    @property
    def _about(self) -> UUID | None:
        subject = self._subject
        return (subject.gap_id or subject.meeting_id) if subject is not None else None

    def _show(self, learnt: LearntHere) -> None:
        if learnt.subject == self._subject:
            self._view.show_learnt(learnt)

    def _refused(self, error: Exception) -> bool:
        self._view.show_nothing()
        return isinstance(error, CoordinatorError)


def note_question() -> Question:
    """Ask what was learnt of what a page shows."""
    tags = choices_of(LearningTag, _("Not said"))
    return Question(
        _("What was learnt"),
        (
            Ask("happened", _("What happened?"), Kind.TEXT, ""),
            Ask("differently", _("What would we do differently?"), Kind.TEXT, ""),
            Ask("tag", _("What it says something about"), Kind.CHOICE, None, tags),
        ),
        _("Save"),
        about=_("A note stays at the panel until it is shared."),
    )


def noting(subject: Subject, values: Values, _seen: int) -> Any:
    """Give the act that keeps what was learnt."""
    return partial(note_learning, subject=subject, new=NewNote(**values))


def _read(desk: Desk, subject: Subject) -> LearntHere:
    role = desk.sitter.role
    may_write = may(role, Right.EDIT_PEOPLE) and sees_whole_panel(role)
    if subject.meeting_id is not None:
        return LearntHere(subject, find_learning_at(desk, subject.meeting_id), (), may_write)
    gap = subject.gap_id
    if gap is None:
        return LearntHere(subject, (), (), may_write=False)
    themes = find_themes_of_gap(desk, gap) if may(role, Right.DECIDE) else ()
    return LearntHere(subject, find_learning_of_gap(desk, gap), themes, may_write)
