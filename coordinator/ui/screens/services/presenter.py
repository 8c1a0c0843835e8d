"""What the service directory does. No Qt: every act is asked for in a form."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Protocol

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.services import (
    add_service,
    change_service,
    check_service,
    end_service,
    find_services,
)
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.directory.services import ServiceRow, found_by
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.services import questions
from coordinator.ui.shared.asking import ANEW, Asking


class Deed(Enum):
    """One thing that can be done in the service directory."""

    ADD = "add"
    CHANGE = "change"
    CHECK = "check"
    END = "end"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_services(
        self, rows: Sequence[ServiceRow], today: date, *, may_edit: bool, words: str
    ) -> None:
        """Show what was found; `words` were searched for."""


class ServicesPresenter:
    """The services of the panel's area."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._with_ended, self._words = False, ""
        self._read: _Read | None = None

    def load(self) -> None:
        """Read them."""
        read = partial(_read, with_ended=self._with_ended)
        self._jobs.query(read, self._show, replaces="services")

    def look_again(self, changes: Changes) -> None:
        """Read them again when something shown was written."""
        if changes.touch(RecordKind.SERVICE, RecordKind.AGENCY):
            self.load()

    def search(self, words: str) -> None:
        """Narrow the list to those that hold some words."""
        self._words = words
        self._tell()

    def show_ended(self, *, ended: bool) -> None:
        """Show those that are no more as well, or leave them out."""
        self._with_ended = ended
        self.load()

    def do(self, deed: Deed, about: object = None) -> None:
        """Ask for what an act needs, then do it.

        Args:
            deed: What.
            about: The row it is about; nothing for something new.
        """
        if self._read is None:
            return
        page = self._read.directory
        if not isinstance(about, ServiceRow):
            if deed is Deed.ADD:
                self._asking.put(
                    questions.new_service(page),
                    lambda values, _seen: partial(add_service, **values),
                    about=ANEW,
                )
            return
        self._do_with(deed, about, page)

    def _do_with(self, deed: Deed, row: ServiceRow, page: DirectoryPage) -> None:
        if deed is Deed.CHECK:
            check = partial(check_service, service_id=row.id, seen=row.revision)
            self._jobs.command(check)
        elif deed is Deed.END:
            self._asking.put(
                questions.end_service(row),
                lambda values, seen: partial(
                    end_service, service_id=row.id, seen=seen, reason=values["reason"]
                ),
                about=row.id,
                seen=row.revision,
            )
        elif deed is Deed.CHANGE:
            question = questions.change_service(row, page)
            self._asking.put(
                question,
                lambda values, seen: partial(
                    change_service, service_id=row.id, seen=seen, **_changed(question, values)
                ),
                about=row.id,
                seen=row.revision,
            )

    def _show(self, read: "_Read") -> None:
        self._read = read
        self._tell()

    def _tell(self) -> None:
        if self._read is not None:
            rows = found_by(self._read.rows, self._words)
            self._view.show_services(
                rows, self._read.today, may_edit=self._read.may_edit, words=self._words.strip()
            )


class _Read:
    def __init__(self, desk: Desk, *, with_ended: bool) -> None:
        self.rows = find_services(desk, with_ended=with_ended)
        self.directory = read_directory(desk)
        self.may_edit = may(desk.sitter.role, Right.EDIT_DIRECTORY)
        self.today = desk.today()


def _read(desk: Desk, *, with_ended: bool) -> _Read:
    return _Read(desk, with_ended=with_ended)


def _changed(question: Any, values: Any) -> dict[str, Any]:
    return dict(question.changed(values))
