"""What the requests for information do: drafted, sent, answered, read back. No Qt."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.asking.requests import note_replies
from coordinator.casework.asking.returns import (
    match_replies,
    meeting_of_sheet,
    read_replies_file,
)
from coordinator.casework.desk import Desk
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import NewReply
from coordinator.domain.meetings.information_views import (
    AgencyAsked,
    Cell,
    RequestGrid,
    ReturnedReplies,
)
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.papers.copies import Still
from coordinator.papers.requests import draft_requests, read_message, send_requests
from coordinator.sheets.requests import ReplySheet
from coordinator.ui.kit.asks import reasons_in
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import Place, RequestsPlace
from coordinator.ui.screens.requests import questions
from coordinator.ui.shared.asking import Asking, Values
from coordinator.ui.shared.who_may_see import chosen
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.requests import Message
from coordinator.wording.translation import _, ngettext

_SHOWN = (
    RecordKind.INFORMATION_REQUEST,
    RecordKind.INFORMATION_REPLY,
    RecordKind.AGENDA_ITEM,
    RecordKind.MEETING,
    RecordKind.PERSON,
    RecordKind.BASIS,
    RecordKind.EXCLUSION,
    RecordKind.AGENCY,
    RecordKind.SEAT,
)
Toast = Callable[[str, Callable[[], object] | None], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows; `can_ask` until the meeting begins."""

    grid: RequestGrid
    can_ask: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom the page tells: notices, a place that changed, what was done."""

    notify: Notify
    moved: Callable[[Place], None]
    toast: Toast


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_requests(self, shown: Shown) -> None:
        """Show the agencies and what came back."""

    def show_message(self, agency: AgencyAsked, message: Message, still: Still) -> None:
        """Show the message that goes out with a sheet, to copy; `still` writes it anew."""

    def show_returned(self, returned: ReturnedReplies) -> None:
        """Show what a sheet that came back would change."""


class RequestsPresenter:
    """The requests for one meeting."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        telling: Telling,
        place: RequestsPlace,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._moved, self._toast = telling.notify, telling.moved, telling.toast
        self._meeting, self._returned = place.meeting, place.returned
        self._shown: Shown | None = None

    def load(self) -> None:
        """Read the grid; of a sheet that came back, find first whose meeting it is for."""
        if self._meeting is not None:
            read = partial(_read, meeting=self._meeting)
            self._jobs.query(read, self._show, replaces="information-requests")
        elif self._returned is not None:
            self._read_file(self._returned, self._find_meeting)

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def ask(self, agency: AgencyAsked | None, folder: Path | None) -> None:
        """Ask which agencies are asked and until when, then record it and save their sheets.

        Args:
            agency: The one that is looked at; the usual ones when nothing.
            folder: Where the sheets go; nothing to ask without a sheet.
        """
        if self._shown is None or self._meeting is None:
            return
        grid = self._shown.grid
        rows = [row for row in grid.agencies if row.to_ask]
        if not rows:
            self._notify(_nobody_to_ask(grid))
            return
        chosen = questions.usual(rows) if agency is None else frozenset({agency.id})
        question = questions.ask_agencies(grid, rows, chosen, folder)
        act = partial(_sending, meeting=self._meeting, folder=folder)
        then = partial(self._tell_sent, folder)
        self._asking.put(question, act, about=self._meeting, then=then, reasons=True)

    def answer(self, cell: Cell, answer: Known | None) -> None:
        """Note one answer; what stood there before is a click away."""
        if cell.reply is None or cell.reply.answer is answer:
            return
        reply = cell.reply
        note = reply.note if answer is not None else ""
        new = NewReply(reply.id, reply.revision, answer, note)
        self._note([new], partial(self._tell_changed, cell))

    def ask_reply(self, agency: AgencyAsked, cell: Cell) -> None:
        """Ask for an answer with its line."""
        if self._shown is None or cell.reply is None:
            return
        question = questions.reply(agency, cell, self._shown.grid.today)
        reply = cell.reply

        def act(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            said = questions.answers(dict(values))
            level = chosen(values)
            new = NewReply(reply.id, seen, said, values["note"], values["came_on"], level)
            return partial(note_replies, noted=[new])

        self._asking.put(question, act, about=reply.id, seen=reply.revision)

    def write_message(self, agency: AgencyAsked) -> None:
        """Write the message for one agency, as it stands now, and anew as it is copied."""
        if self._meeting is None:
            return
        read = partial(read_message, meeting_id=self._meeting, agency_id=agency.id)
        show = partial(self._view.show_message, agency, still=lambda desk: read(desk).text)
        self._jobs.query(read, show)

    def read_sheet(self, path: Path, agency: AgencyAsked | None) -> None:
        """Read a sheet that came back and show what it would change."""
        self._read_file(path, partial(self._match, agency))

    def note(self, returned: ReturnedReplies) -> None:
        """Note what a sheet says: one act that can be taken back."""
        if not returned.new:
            return
        told = ngettext("{count} reply is noted.", "{count} replies are noted.", len(returned.new))
        self._note(returned.new, lambda: self._toast(told, partial(self._put_back, returned)))

    def _read_file(self, path: Path, then: Callable[[ReplySheet], None]) -> None:
        def read(_progress: Progress) -> ReplySheet:
            return read_replies_file(path)

        self._jobs.apart(_("The sheet is read"), read, then)

    def _find_meeting(self, sheet: ReplySheet) -> None:
        def begin(meeting: UUID) -> None:
            self._meeting = meeting
            self._moved(RequestsPlace(meeting))
            self.load()
            self._match(None, sheet)

        self._jobs.query(partial(meeting_of_sheet, sheet=sheet), begin)

    def _match(self, agency: AgencyAsked | None, sheet: ReplySheet) -> None:
        if self._meeting is None:
            return
        read = partial(
            match_replies,
            meeting_id=self._meeting,
            sheet=sheet,
            agency_id=agency.id if agency else None,
        )
        self._jobs.query(read, self._view.show_returned)

    def _put_back(self, returned: ReturnedReplies) -> None:
        self._note(returned.before, lambda: self._toast(_("The replies are taken back."), None))

    def _note(self, noted: Sequence[NewReply], then: Callable[[], object]) -> None:
        def tell(_count: int) -> None:
            then()

        self._jobs.command(partial(note_replies, noted=noted), then=tell)

    def _tell_changed(self, cell: Cell) -> None:
        stood = cell.reply
        if stood is None or stood.answer is None:
            return  # nothing was lost
        back = partial(self._note, [stood.again], lambda: None)
        self._toast(_("The answer is changed."), back)

    def _tell_sent(self, folder: Path | None, paths: Collection[Path]) -> None:
        if folder is None:
            self._toast(_("The agencies are marked as asked."), None)
            return
        told = ngettext(
            "{count} sheet is in {folder}.",
            "{count} sheets are in {folder}.",
            len(paths),
            folder=folder,
        )
        self._toast(told, None)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._view.show_requests(shown)


def _read(desk: Desk, meeting: UUID) -> Shown:
    grid = read_information_requests(desk, meeting)
    return Shown(grid, grid.meeting.status in TO_COME)


def _sending(
    values: Mapping[str, Any], _seen: int, meeting: UUID, folder: Path | None
) -> Callable[[Desk], Done[Any]]:
    def send(desk: Desk) -> Done[Any]:
        by = values["answer_by"] or desk.today()
        drafts = draft_requests(desk, meeting, values["agencies"], by)
        how = Channel(values["how"])
        return send_requests(
            desk, meeting, drafts, answer_by=by, how=how, folder=folder, reason=why
        )

    why = "; ".join(reasons_in(values).values())
    return send


def _nobody_to_ask(grid: RequestGrid) -> Notice:
    if not grid.people:
        return Notice(
            _("Nobody is on the agenda yet."),
            _("Write the agenda, then ask about the people on it."),
        )
    return Notice(
        _("There is nobody left to ask about."),
        _("Beside each agency stands who is left out, and why."),
    )
