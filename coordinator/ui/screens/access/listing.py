"""What the list of requests does, and its widgets' side of it as a protocol; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.access.requests import begin_access_request
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import find_person
from coordinator.domain.access.rules import AccessRow, NewAccessRequest
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import AccessPlace, Place
from coordinator.ui.screens.access import questions
from coordinator.ui.shared.asking import ANEW, Asking

SHOWN = (
    RecordKind.ACCESS_REQUEST,
    RecordKind.ACCESS_DECISION,
    RecordKind.PERSON,
    RecordKind.EXCLUSION,
)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_requests(self, rows: Sequence[AccessRow], today: date) -> None:
        """Show requests, those that are open first."""


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[AccessRow, ...]
    today: date


class ListPresenter:
    """Lists requests, of everybody or of one person."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        go: Callable[[Place], None],
        person: UUID | None,
    ) -> None:
        self._jobs, self._view, self._asking, self._go = jobs, view, asking, go
        self._person = person
        self._today = date.min

    def load(self) -> None:
        """Read the list."""
        read = partial(_read, person=self._person)
        self._jobs.query(read, self._show, replaces="access requests")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*SHOWN):
            self.load()

    def open_row(self, row: AccessRow) -> None:
        """Go to one request."""
        self._go(AccessPlace(request=row.id))

    def begin(self) -> None:
        """Ask what came in, then go to it."""
        question = questions.begin(self._today, with_reference=self._person is None)
        self._asking.put(
            question,
            partial(_beginning, self._person),
            about=self._person or ANEW,
            then=lambda made: self._go(AccessPlace(request=made)),
        )

    def _show(self, read: _Read) -> None:
        self._today = read.today
        self._view.show_requests(read.rows, read.today)


def _read(desk: Desk, person: UUID | None) -> _Read:
    return _Read(find_access_requests(desk, person=person), desk.today())


def _beginning(person: UUID | None, values: Mapping[str, Any], _seen: int) -> Any:
    def act(desk: Desk) -> Done[UUID]:
        missing = {
            name: "required"
            for name in ("reference", "received_on")
            if name in values and not values[name]
        }
        if missing:
            raise InvalidFieldsError(missing)  # only the form can tell
        new = NewAccessRequest(values["received_on"], values["asked_by"], values["officer"])
        whose = person or find_person(desk, values["reference"])
        return begin_access_request(desk, whose, new)

    return act
