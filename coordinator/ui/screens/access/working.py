"""What one request does: its forms, its entries, its papers; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import (
    ask_what_they_want,
    decide_entry,
    extend_access_request,
    name_officer,
    note_clarified,
    note_identity,
    refuse_access_request,
    send_access_answer,
    withdraw_access_request,
)
from coordinator.casework.desk import Desk
from coordinator.domain.access.entries import AccessFile, Decided, JudgedEntry
from coordinator.domain.access.rules import Extension
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.states import AccessStatus
from coordinator.exports.composing import PaperKind
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.access import questions
from coordinator.ui.shared.asking import Act, Asking
from coordinator.wording.translation import _


class Deed(Enum):
    """One thing that can be done with a request."""

    IDENTITY = "identity"
    OFFICER = "officer"
    PAPER = "paper"
    SENT = "sent"
    LIST = "list"
    SCHEDULE = "schedule"
    ASKED = "asked"
    CLARIFIED = "clarified"
    EXTEND = "extend"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    PERSON = "person"


_PAPERS = {
    Deed.PAPER: PaperKind.ACCESS,
    Deed.LIST: PaperKind.ACCESS_LIST,
    Deed.SCHEDULE: PaperKind.DISCLOSURE_SCHEDULE,
}
_ALWAYS = (Deed.SCHEDULE, Deed.PERSON)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_file(self, file: AccessFile, today: date, deeds: tuple[Deed, ...]) -> None:
        """Show one request, and what can be done: the likeliest first."""


@dataclass(frozen=True, slots=True)
class _Read:
    file: AccessFile
    today: date


class RequestPresenter:
    """One request and its entries."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        go: Callable[[Place], None],
        request: UUID,
    ) -> None:
        self._jobs, self._view, self._asking, self._go = jobs, view, asking, go
        self._request = request
        self._read: _Read | None = None
        self._usual: dict[AccessChoice, str] = {}

    def load(self) -> None:
        """Read the request with everything that is held."""
        read = partial(_read, request=self._request)
        self._jobs.query(read, self._show, replaces="access request")

    def look_again(self, changes: Changes) -> None:
        """Read it again: nearly everything that is written is about somebody."""
        if changes.kinds:
            self.load()

    def do(self, deed: Deed) -> None:
        """Do what somebody wants; what needs words is asked for first."""
        if (read := self._read) is None:
            return
        row = read.file.request
        if deed is Deed.PERSON:
            self._go(PersonPlace(row.person))
        elif deed in _PAPERS:
            self._go(PapersPlace(kind=_PAPERS[deed].value, person=row.reference))
        else:
            question, act = self._asked(deed, read)
            self._asking.put(question, act, about=row.id)

    def decide(self, entry: JudgedEntry, choice: AccessChoice) -> None:
        """Ask the officer's reason for one entry, and keep it."""
        if self._read is None or not self._read.file.request.is_open:
            return
        question = questions.decide(entry, choice, self._read.file, self._usual.get(choice, ""))
        act = partial(self._deciding, entry, choice)
        self._asking.put(question, act, about=entry.entry.id)

    def _deciding(
        self, entry: JudgedEntry, choice: AccessChoice, values: Mapping[str, Any], _seen: int
    ) -> Callable[[Desk], Done[None]]:
        self._usual[choice] = values["reason"]
        decided = Decided(choice, values["reason"], values["by"], values.get("words", ""))
        key = entry.entry.key
        return partial(decide_entry, request_id=self._request, key=key, decided=decided)

    def _asked(self, deed: Deed, read: _Read) -> tuple[Question, Act]:
        row, today = read.file.request, read.today
        taken_back = _("They take the request back"), _("Close the request")
        refused = _("Refuse the request as a whole"), _("Refuse it")
        forms: Mapping[Deed, Callable[[], tuple[Question, Act]]] = {
            Deed.IDENTITY: lambda: (
                questions.identity(row, today),
                self._act(note_identity, "on"),
            ),
            Deed.OFFICER: lambda: (questions.officer(row), self._act(name_officer)),
            Deed.ASKED: lambda: (questions.asked(today), self._act(ask_what_they_want, "on")),
            Deed.CLARIFIED: lambda: (
                questions.clarified(row, today),
                self._act(note_clarified, "asked_on", "came_on"),
            ),
            Deed.EXTEND: lambda: (
                questions.extend(read.file, today),
                self._act(_extended, "until", "told_on"),
            ),
            Deed.SENT: lambda: (
                questions.sent(row, today),
                self._act(send_access_answer, "sent_on"),
            ),
            Deed.WITHDRAWN: lambda: (
                questions.ended(row, *taken_back),
                self._act(withdraw_access_request),
            ),
            Deed.REFUSED: lambda: (
                questions.ended(row, *refused),
                self._act(refuse_access_request),
            ),
        }
        return forms[deed]()

    def _act(self, act: Callable[..., Done[Any]], *needed: str) -> Act:
        def made(values: Mapping[str, Any], _seen: int) -> Callable[[Desk], Done[Any]]:
            def done(desk: Desk) -> Done[Any]:
                missing = {name: "required" for name in needed if values[name] is None}
                if missing:
                    raise InvalidFieldsError(missing)  # only the form can tell
                return act(desk, self._request, **values)

            return done

        return made

    def _show(self, read: _Read) -> None:
        self._read = read
        self._view.show_file(read.file, read.today, deeds_of(read.file))


def deeds_of(file: AccessFile) -> tuple[Deed, ...]:
    """Tell what can be done with a request as it stands, the next step first."""
    row = file.request
    if not row.is_open:
        return _ALWAYS
    clock = (Deed.CLARIFIED,) if row.still_since else (Deed.ASKED, Deed.CLARIFIED)
    rest = (Deed.LIST, *clock, Deed.EXTEND, Deed.WITHDRAWN, Deed.REFUSED, *_ALWAYS)
    steps = []
    if row.identity_checked_on is None:
        steps.append(Deed.IDENTITY)
    if row.status is AccessStatus.RECEIVED:
        steps.append(Deed.OFFICER)
    if not file.undecided:
        steps += [Deed.PAPER, Deed.SENT]
    again = [one for one in (Deed.IDENTITY, Deed.OFFICER) if one not in steps]
    return (*steps, *rest[:1], *again, *rest[1:])


def _extended(desk: Desk, request: UUID, **said: Any) -> Done[None]:
    return extend_access_request(desk, request, Extension(**said))


def _read(desk: Desk, request: UUID) -> _Read:
    return _Read(read_access_request(desk, request), desk.today())
