"""What the page of somebody's assessments does. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.assessments.reading import read_assessments
from coordinator.casework.assessments.scoring import end_scoring, score_person
from coordinator.casework.desk import Desk
from coordinator.domain.assessments.views import PersonAssessments, Scored, ToolRow
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.assessments import questions
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.notices import notice_for

_SHOWN = (
    RecordKind.ASSESSMENT,
    RecordKind.ASSESSMENT_SCORE,
    RecordKind.ASSESSMENT_TOOL,
    RecordKind.TOOL_ITEM,
    RecordKind.TOOL_BAND,
    RecordKind.OUTSIDE_ASSESSMENT,
    RecordKind.PANEL_LINE,
    RecordKind.PERSON,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The page with the day it is read on."""

    page: PersonAssessments
    today: date


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_assessments(self, shown: Shown) -> None:
        """Show them."""

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""


class AssessmentsPresenter:
    """One person's assessments."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
        person: UUID,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go, self._person = notify, go, person
        self._shown: Shown | None = None

    def load(self) -> None:
        """Read them."""
        read = partial(_read, person=self._person)
        self._jobs.query(read, self._show, replaces="assessments", refused=self._refused)

    def look_again(self, changes: Changes) -> None:
        """Read them again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def score(self, row: ToolRow) -> None:
        """Ask for a score of each item; what is typed is kept until it is sent or let go."""
        if self._shown is None or not self._shown.page.may_score:
            return
        question = questions.score(self._shown.page, row, self._shown.today)
        self._asking.put(question, partial(_scoring, self._person, row), about=self._person)

    def end(self, one: Scored) -> None:
        """Ask why a score counts no more."""
        self._asking.put(questions.end(), partial(_ending, one.id), about=one.id)

    def open_person(self) -> None:
        """Open the person."""
        self._go(PersonPlace(self._person))

    def open_paper(self) -> None:
        """Show all of it as a paper."""
        if self._shown is not None:
            self._go(PapersPlace(kind="assessments", person=self._shown.page.reference))

    def open_tools(self) -> None:
        """Open the tools."""
        self._go(ToolsPlace())

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._view.show_assessments(shown)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._shown = None
        self._view.show_nobody()
        self._notify(notice_for(error))
        return True


def _read(desk: Desk, person: UUID) -> Shown:
    return Shown(read_assessments(desk, person), desk.today())


def _scoring(person: UUID, row: ToolRow, values: Mapping[str, Any], _seen: int) -> Any:
    said = questions.scoring_of(row, values)
    return partial(score_person, person_id=person, scoring=said)


def _ending(scoring: UUID, values: Mapping[str, Any], _seen: int) -> Any:
    return partial(end_scoring, scoring_id=scoring, reason=values["reason"])
