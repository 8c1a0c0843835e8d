"""Making papers: read, laid out, recorded, and written whole or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosures import MadePaper, record_disclosure
from coordinator.casework.paper_reads import (
    find_meeting,
    find_person,
    read_audience,
    read_panel_face,
)
from coordinator.casework.plan_reads import find_people_with_plan
from coordinator.domain.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.papers.plan import Plan
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.progress import Progress
from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.counting import page_count
from coordinator.exports.naming import file_name
from coordinator.exports.tracker_sheet import tracker_sheet
from coordinator.exports.worker import Press
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.trackers import tracker_model
from coordinator.runtime.writing import target_faults, write_atomically
from coordinator.wording.labels import label

_OF_MEETINGS: Mapping[PaperKind, Callable[[Desk, UUID, Audience], Model]] = {
    PaperKind.AGENDA: agenda_model,
    PaperKind.MINUTES: minutes_model,
    PaperKind.PACK: pack_model,
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    `meeting` is a reference, `next` or `last`; `person` a reference, everybody with a live plan
    when empty; `agency` the name of the agency the copy is for, the panel's own when empty.
    """

    kind: PaperKind
    folder: Path
    meeting: str = "last"
    person: str = ""
    agency: str = ""
    password: str = field(default="", repr=False)
    with_sheet: bool = True


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One paper before it is laid out: its model, whose it is, how its file begins."""

    model: Model
    subject: str
    name: str
    person: UUID | None = None
    meeting: UUID | None = None


def make_papers(
    desk: Desk, orders: Sequence[Order], *, progress: Progress | None = None
) -> list[Path]:
    """Make what was ordered and give the paths of the files, in the order they were made.

    Every file is recorded with its hash before it appears under its name.

    Args:
        desk: Who makes it.
        orders: What; one process lays them all out.
        progress: Told in pages of the paper at hand.

    Raises:
        MissingRecordError: No such meeting, person or agency, or nobody has a live plan.
        WithheldError: The audience may not have it.
        ExportTargetError: It could not be written there.
        CancelledError: The person stopped it; what was finished before stays.
    """
    with Press() as press:
        return [path for order in orders for path in _make(desk, order, press, progress)]


def _make(desk: Desk, order: Order, press: Press, progress: Progress | None) -> Iterator[Path]:
    audience = read_audience(desk, order.agency) if order.agency else WHOLE_PANEL
    with target_faults(order.folder):
        order.folder.mkdir(parents=True, exist_ok=True)
    for sheet in _sheets(desk, order, audience):
        content = press.lay_out(
            order.kind, sheet.model, password=order.password, progress=progress
        )
        pages = page_count(content, order.password)
        yield _keep(desk, order, sheet, audience, content, pages)
        if order.with_sheet and isinstance(sheet.model, Tracker):
            spread = tracker_sheet(sheet.model)
            yield _keep(desk, order, sheet, audience, spread, 1, suffix="xlsx")


def _sheets(desk: Desk, order: Order, audience: Audience) -> Iterator[_Sheet]:
    if order.kind in _OF_MEETINGS:
        meeting = find_meeting(desk, order.meeting)
        model = _OF_MEETINGS[order.kind](desk, meeting.id, audience)
        yield _Sheet(model, meeting.reference, order.kind.value, meeting=meeting.id)
    elif order.kind is PaperKind.TRACKER:
        yield _Sheet(tracker_model(desk, audience), _short(desk), order.kind.value)
    else:
        yield from _plans(desk, order, audience)


def _short(desk: Desk) -> str:
    """Name the panel in a file name: by its prefix, never by a person."""
    return read_panel_face(desk).prefix or "panel"


def _plans(desk: Desk, order: Order, audience: Audience) -> Iterator[_Sheet]:
    if order.person:
        person = find_person(desk, order.person)
        yield _plan(plan_model(desk, person, audience), order.kind, person)
        return
    found = False
    for person in find_people_with_plan(desk):
        try:
            model = plan_model(desk, person, audience)
        except WithheldError:
            continue  # of everybody, only those this audience may have
        found = True
        yield _plan(model, order.kind, person)
    if not found:
        raise MissingRecordError(what="plan", key="")


def _plan(model: Plan, kind: PaperKind, person: UUID) -> _Sheet:
    return _Sheet(model, model.reference, f"{kind.value}_v{model.version}", person=person)


def _keep(
    desk: Desk,
    order: Order,
    sheet: _Sheet,
    audience: Audience,
    content: bytes,
    pages: int,
    suffix: str = "pdf",
) -> Path:
    marking = read_panel_face(desk).marking
    name = "_".join(part for part in (sheet.name, audience.name) if part)
    path = order.folder / file_name(sheet.subject, name, desk.today(), label(marking), suffix)
    record_disclosure(
        desk,
        MadePaper(
            paper=order.kind.value,
            subject=sheet.subject,
            marking=marking,
            pages=pages,
            content=content,
            recipient=audience.name,
            agency=audience.agency,
            person=sheet.person,
            meeting=sheet.meeting,
        ),
    )
    with target_faults(path):
        write_atomically(path, content)
    return path
