"""Requests for information: drafted agency by agency, recorded, and saved where somebody says.

What an agency's sheet holds is made of the people it may be asked about and of nothing else: who
is left out is not read here at all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.casework.asking.reading import read_information_requests, read_request_code
from coordinator.casework.asking.requests import PAPER, Asked, ask_agencies
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.meetings.information_views import AgencyAsked, AskedPerson, RequestGrid
from coordinator.domain.outcomes import Done
from coordinator.domain.papers.requests import RequestLine, RequestSheet
from coordinator.domain.person.case_sheets import Audience, PanelFace
from coordinator.domain.roles import Right, check
from coordinator.exports.files.request_sheet import request_sheet
from coordinator.exports.naming import file_name
from coordinator.papers import lines
from coordinator.papers.sendings import written
from coordinator.runtime.writing import free_path, target_faults, write_atomically
from coordinator.wording.labels import label
from coordinator.wording.requests import Message, request_message
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """What would go to one agency now.

    Attributes:
        people: Whom it names.
        name: Of its file; never a person's.
    """

    agency: UUID
    recipient: str
    people: tuple[UUID, ...]
    model: RequestSheet = field(repr=False)
    message: Message
    name: str


def draft_requests(
    desk: Desk, meeting_id: UUID, agencies: Collection[UUID], answer_by: date
) -> tuple[RequestDraft, ...]:
    """Draft what would go to some agencies; those with nobody left to ask about are left out.

    Raises:
        NotPermittedError: The role may not send anything out.
        MissingRecordError: No such meeting.
    """
    check(desk.sitter.role, Right.EXPORT_PANEL)
    grid, panel = read_information_requests(desk, meeting_id), read_panel_face(desk)
    wanted = [one for one in grid.agencies if one.id in agencies and one.to_ask]
    return tuple(_draft(desk, grid, panel, one, answer_by) for one in wanted)


def read_message(desk: Desk, meeting_id: UUID, agency_id: UUID) -> Message:
    """Write the message that goes out with the sheet of one agency, as it stands now.

    Raises:
        MissingRecordError: No such meeting, or the agency is not asked for it any more.
    """
    grid = read_information_requests(desk, meeting_id)
    asked = next((one for one in grid.agencies if one.id == agency_id), None)
    if asked is None:
        raise MissingRecordError(what="agency", key=str(agency_id))
    by = asked.request.answer_by if asked.request else grid.answer_by
    return request_message(
        read_panel_face(desk).name,
        grid.meeting.reference,
        grid.meeting.on,
        by,
        asked.name,
        len(asked.to_ask),
    )


def send_requests(
    desk: Desk,
    meeting_id: UUID,
    drafts: Sequence[RequestDraft],
    *,
    answer_by: date,
    how: Channel,
    folder: Path | None = None,
    reason: str = "",
) -> Done[tuple[Path, ...]]:
    """Record that agencies are asked, then save their sheets; gives the paths.

    Args:
        desk: Who asks.
        meeting_id: For which meeting.
        drafts: As they were looked at; refused when one names somebody it may not name now.
        answer_by: The last day on which replies are in time.
        how: How the requests go out.
        folder: Where the sheets go; nothing when agencies are asked without a sheet.
        reason: Why they go, where that is asked; as for `ask_agencies`.

    Raises:
        ExportTargetError: A sheet could not be written there: the log says that it and those
            after it never left. Where the folder is at fault, nothing was recorded.
        ReasonNeededError, InvalidFieldsError, GuardError, MissingRecordError: As for
            `ask_agencies`.
    """
    if folder is not None:
        with target_faults(folder):
            folder.mkdir(parents=True, exist_ok=True)
    files = [request_sheet(one.model) if folder else b"" for one in drafts]
    asked = [
        Asked(one.agency, one.people, content) for one, content in zip(drafts, files, strict=True)
    ]
    done = ask_agencies(desk, meeting_id, asked, answer_by=answer_by, how=how, reason=reason)
    paths: list[Path] = []
    left = done.result
    for place, (draft, content) in enumerate(zip(drafts, files, strict=True) if folder else ()):
        wanted = (folder or Path()) / draft.name
        with written(desk, wanted, left[place:]):  # none after it is written either
            path = free_path(wanted)
            write_atomically(path, content)
        paths.append(path)
    return Done(tuple(paths), done.changes)


def _draft(
    desk: Desk, grid: RequestGrid, panel: PanelFace, row: AgencyAsked, answer_by: date
) -> RequestDraft:
    meeting, marking = grid.meeting, label(panel.marking)
    reference = _("{meeting} request for information", meeting=meeting.reference)
    audience = Audience(row.name, row.id)
    model = RequestSheet(
        imprint=lines.imprint(panel, audience, reference, grid.today),
        agency=row.name,
        meeting=meeting.reference,
        meeting_on=meeting.on,
        answer_by=answer_by,
        code=read_request_code(desk, meeting.id, row.id).text,
        people=tuple(_line(person) for person in row.to_ask),
    )
    return RequestDraft(
        agency=row.id,
        recipient=row.name,
        people=tuple(person.id for person in row.to_ask),
        model=model,
        message=request_message(
            panel.name, meeting.reference, meeting.on, answer_by, row.name, len(row.to_ask)
        ),
        name=file_name(
            meeting.reference, f"{PAPER.replace('_', '-')}_{row.name}", grid.today, marking, "xlsx"
        ),
    )


def _line(person: AskedPerson) -> RequestLine:
    name = person.name
    known_as = name.preferred if name.preferred not in {name.given, name.family} else ""
    return RequestLine(person.reference, name.family, name.given, known_as, person.born_on)
