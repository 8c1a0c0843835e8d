"""A request for information that came back, held against what was asked; nothing is written."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from uuid import UUID

from coordinator.casework.asking.reading import read_information_requests, read_request_code
from coordinator.casework.desk import Desk
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import LONGEST_NOTE
from coordinator.domain.meetings.information_views import (
    AgencyAsked,
    ReturnedLine,
    ReturnedReplies,
)
from coordinator.domain.meetings.request_codes import request_code
from coordinator.domain.roles import Right
from coordinator.sheets.columns import folded
from coordinator.sheets.requests import (
    ReplySheet,
    RequestWords,
    SaidOf,
    is_reply,
    plain_answer,
    read_reply_sheet,
)
from coordinator.sheets.tables import Tables
from coordinator.wording.labels import WORDS
from coordinator.wording.requests import HEADINGS
from coordinator.wording.translation import _, locale


def looks_like_a_request(tables: Tables) -> bool:
    """Whether a file is a request for information that came back."""
    return is_reply(tables, _words(locale()))


def read_replies_file(path: Path) -> ReplySheet:
    """Read the file alone.

    Raises:
        SheetError: It cannot be read, or is no request.
    """
    return read_reply_sheet(path, _words(locale()))


def meeting_of_sheet(desk: Desk, sheet: ReplySheet) -> UUID:
    """Find the meeting a sheet was made for, by its code.

    Raises:
        GuardError: `sheet-of-another-meeting`: it has no code, or that of another panel.
        NotPermittedError: The role does not run the panel's meetings.
    """
    with desk.read(Right.RUN_MEETINGS) as look:
        panel = look.info.panel_id
        for meeting, agency in look.meetings.requests.asked():
            if request_code(panel, meeting, agency) == sheet.code:
                return meeting
    raise GuardError("sheet-of-another-meeting")


def match_replies(
    desk: Desk, meeting_id: UUID, sheet: ReplySheet, agency_id: UUID | None = None
) -> ReturnedReplies:
    """Hold a sheet against what was asked for a meeting.

    Args:
        desk: Who reads.
        meeting_id: The meeting somebody looks at.
        sheet: What came back.
        agency_id: Whose it is, for a sheet that lost its code.

    Raises:
        GuardError: `sheet-of-another-meeting`; `agency-not-asked`: the agency was not asked.
        NotPermittedError: The role does not run the panel's meetings.
        MissingRecordError: No such meeting.
    """
    grid = read_information_requests(desk, meeting_id)
    asked = {row.id: row for row in grid.agencies if row.request is not None}
    row = _whose(desk, meeting_id, sheet, asked, agency_id)
    cells = {cell.person.reference.upper(): cell for cell in row.cells if cell.reply is not None}
    unclear = {one.row for one in sheet.rows if one.reference in cells and _is_unclear(one, sheet)}
    said = {one.reference: one for one in sheet.rows if one.row not in unclear}
    told = tuple(
        ReturnedLine(cell.person, cell.reply, answer, one.note.strip())
        for reference, cell in cells.items()
        if cell.reply is not None
        and (one := said.get(reference)) is not None
        and (answer := one.answer) is not None
    )
    heard = {line.person.id for line in told}
    return ReturnedReplies(
        agency=row.name,
        lines=told,
        unread=tuple(sorted(unclear)),
        strange=tuple(one.row for one in sheet.rows if one.reference not in cells),
        missing=sum(c.is_missing and c.person.id not in heard for c in row.cells),
    )


def _whose(
    desk: Desk,
    meeting_id: UUID,
    sheet: ReplySheet,
    asked: Mapping[UUID, AgencyAsked],
    agency_id: UUID | None,
) -> AgencyAsked:
    codes = {read_request_code(desk, meeting_id, key): row for key, row in asked.items()}
    if sheet.code in codes:
        return codes[sheet.code]
    if sheet.code is not None:
        known = {(code.panel, code.meeting) for code in codes}
        is_here = (sheet.code.panel, sheet.code.meeting) in known
        raise GuardError("agency-not-asked" if is_here else "sheet-of-another-meeting")
    if agency_id is None or agency_id not in asked:
        raise GuardError("agency-not-asked")
    return asked[agency_id]


def _is_unclear(one: SaidOf, sheet: ReplySheet) -> bool:
    """Whether a row gives no answer, more words than are kept, or not what another row says."""
    if one.answer is None or len(one.note.strip()) > LONGEST_NOTE:
        return True
    twice = [other for other in sheet.rows if other.reference == one.reference]
    return any((other.answer, other.note) != (one.answer, one.note) for other in twice)


@cache
def _words(_language: str) -> RequestWords:
    """Give the words of a sheet in the language spoken now, and in the one they are written in."""
    headings = {folded(text): name for name, text in HEADINGS.items()}
    headings |= {folded(_(text)): name for name, text in HEADINGS.items()}
    answers: dict[str, Known] = {}
    for answer, text in WORDS[Known].items():
        answers |= {plain_answer(one): Known(answer) for one in (text, _(text))}
    return RequestWords(headings, answers)
