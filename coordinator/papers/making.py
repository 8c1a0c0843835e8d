"""Making papers: read, laid out, recorded, and written whole or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosures import MadePaper, record_disclosure
from coordinator.casework.escalation_briefings import find_escalation, find_open_escalations
from coordinator.casework.paper_reads import (
    find_meeting,
    find_person,
    read_audience,
    read_panel_face,
)
from coordinator.casework.plan_reads import find_people_with_plan
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.case_sheets import WHOLE_PANEL, Audience, PanelFace
from coordinator.domain.disclosures import references_in
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.outcomes import Done
from coordinator.domain.papers.plan import Plan
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, check
from coordinator.exports.composing import EDITABLE, LETTERS, Model, PaperKind, compose
from coordinator.exports.counting import page_count
from coordinator.exports.naming import file_name
from coordinator.exports.tracker_sheet import tracker_sheet
from coordinator.exports.worker import Press
from coordinator.papers.accountability import accountability_model
from coordinator.papers.agendas import agenda_model
from coordinator.papers.covers import cover_model
from coordinator.papers.escalations import briefing_model
from coordinator.papers.gaps import gap_register_model
from coordinator.papers.letters import letter_of
from coordinator.papers.minutes import minutes_model
from coordinator.papers.outreach import outreach_model
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.referral_forms import referral_form_model
from coordinator.papers.tonight import tonight_model
from coordinator.papers.trackers import tracker_model
from coordinator.runtime.writing import target_faults, write_atomically

_OF_MEETINGS: Mapping[PaperKind, Callable[[Desk, UUID, Audience], Model]] = {
    PaperKind.AGENDA: agenda_model,
    PaperKind.MINUTES: minutes_model,
    PaperKind.PACK: pack_model,
}

_OF_THE_PANEL: Mapping[PaperKind, Callable[[Desk, Audience], Model]] = {
    PaperKind.TRACKER: tracker_model,
    PaperKind.COVER: cover_model,
    PaperKind.REFERRAL_FORM: referral_form_model,
    PaperKind.TONIGHT: tonight_model,
}


_OF_A_CODE = 6
"""So many signs tell the sheets of one day apart."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    `meeting` is a reference, `next` or `last`; `person` a reference, everybody with a live plan
    when empty, and needed for a letter; `agency` the name of the agency the copy is for, the
    panel's own when empty.
    `escalation` is a number, every open one when empty; its copy is for its receiver, and an
    agency narrows to those that ask somebody there. `since` is the day from which a register of
    gaps tells what changed; `on` and `area` say which outreach sheet: today's of everywhere when
    empty; `period` what a report looks back on, a rolling quarter when empty.
    """

    kind: PaperKind
    folder: Path
    meeting: str = "last"
    person: str = ""
    agency: str = ""
    escalation: str = ""
    password: str = field(default="", repr=False)
    with_sheet: bool = True
    since: date | None = None
    on: date | None = None
    area: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One paper before it is laid out.

    Attributes:
        subject: Whose it is: a reference.
        name: How its file begins: its kind, numbers and days; nothing that somebody typed.
        to: Who at the agency it is written to; nobody in particular when empty.
    """

    kind: PaperKind
    audience: Audience = field(repr=False)
    model: Model = field(repr=False)
    subject: str
    name: str
    person: UUID | None = None
    meeting: UUID | None = None
    to: str = ""


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


def draft_papers(desk: Desk, order: Order) -> Iterator[Draft]:
    """Read what was ordered; nothing is laid out, recorded or written yet.

    Raises:
        NotPermittedError: The role may not make papers.
        MissingRecordError, WithheldError: As for `make_papers`.
    """
    check(desk.sitter.role, Right.EXPORT)
    audience = read_audience(desk, order.agency) if order.agency else WHOLE_PANEL
    if order.kind in _OF_MEETINGS:
        meeting = find_meeting(desk, order.meeting)
        model = _OF_MEETINGS[order.kind](desk, meeting.id, audience)
        name = order.kind.value
        yield Draft(order.kind, audience, model, meeting.reference, name, meeting=meeting.id)
    elif order.kind in _OF_THE_PANEL:
        model = _OF_THE_PANEL[order.kind](desk, audience)
        yield Draft(order.kind, audience, model, _short(desk), order.kind.value)
    elif order.kind is PaperKind.GAPS:
        register = gap_register_model(desk, audience, order.since)
        name = _which(order, f"since {register.since}" if order.since else "")
        yield Draft(order.kind, audience, register, _short(desk), name)
    elif order.kind is PaperKind.OUTREACH:
        yield _sheet_of(desk, order, audience)
    elif order.kind is PaperKind.ACCOUNTABILITY:
        period = order.period or quarter_to(desk.today())
        report = accountability_model(desk, audience, period)
        name = _which(order, f"{period.from_on} to {period.until_on}")
        yield Draft(order.kind, audience, report, _short(desk), name)
    elif order.kind in LETTERS:
        yield _letter(desk, order, audience)
    elif order.kind is PaperKind.ESCALATION:
        yield from _briefings(desk, order, audience)
    else:
        yield from _plans(desk, order, audience)


def _sheet_of(desk: Desk, order: Order, audience: Audience) -> Draft:
    find = outreach_model(desk, audience, order.on, order.area)
    kind = _which(order, find.id.hex[-_OF_A_CODE:] if find.id else "none")
    return Draft(order.kind, audience, find, f"{_short(desk)}_{find.on}", kind)


def _letter(desk: Desk, order: Order, audience: Audience) -> Draft:
    person = find_person(desk, order.person)
    letter, whom = letter_of(desk, order.kind, person, audience)
    to = letter.imprint.recipient if whom.agency else ""
    name = order.kind.value
    return Draft(order.kind, whom, letter, order.person.upper(), name, person=person, to=to)


def _which(order: Order, part: str) -> str:
    """Name a paper by its kind and its part, so that another part does not take its place."""
    return "_".join(filter(None, (order.kind.value, part)))


def lay_out(draft: Draft, *, password: str = "", progress: Progress | None = None) -> bytes:
    """Lay one paper out in a process of its own; needs no store, and nothing reaches the disk.

    Raises:
        InvalidFieldsError: The password is too long.
        ExportError: The process ended before the paper was finished.
        CancelledError: The person stopped it.
    """
    with Press() as press:
        return press.lay_out(draft.kind, draft.model, password=password, progress=progress)


def keep_paper(desk: Desk, draft: Draft, content: bytes, folder: Path, password: str = "") -> Path:
    """Record a paper that was laid out, and write it; gives its path.

    Args:
        desk: Who makes it.
        draft: What was laid out.
        content: The finished file.
        folder: Where it goes.
        password: That the file was finished with, to count its pages.

    Raises:
        ExportTargetError: It could not be written there.
    """
    return _keep(desk, draft, content, folder, page_count(content, password))


def record_printing(desk: Desk, draft: Draft, content: bytes) -> Done[UUID]:
    """Record that a paper goes to a printer; before its first page does, as with a file.

    Raises:
        NotPermittedError, MissingRecordError, WithheldError: As for `record_disclosure`.
    """
    made = _made(draft, content, page_count(content), read_panel_face(desk))
    return record_disclosure(desk, made, act="paper.printed")


def keep_sheet(desk: Desk, draft: Draft, folder: Path) -> Path | None:
    """Record and write the spreadsheet that goes with a tracker; nothing for other papers.

    Raises:
        ExportTargetError: It could not be written there.
    """
    if not isinstance(draft.model, Tracker):
        return None
    return _keep(desk, draft, tracker_sheet(draft.model), folder, 1, suffix="xlsx")


def keep_word(desk: Desk, draft: Draft, folder: Path, template: bytes = b"") -> Path | None:
    """Record and write a paper as a document to go on writing; nothing for those that have none.

    Args:
        desk: Who makes it.
        draft: What was read; the same as the other press lays out.
        folder: Where it goes.
        template: Whose styles, head and foot it gets; a plain one when empty.

    Raises:
        InvalidFieldsError: The template cannot be written on.
        ExportTargetError: It could not be written there.
    """
    if draft.kind not in EDITABLE:
        return None
    from coordinator.exports.word import word_document

    content = word_document(compose(draft.kind, draft.model), template)
    return _keep(desk, draft, content, folder, 1, suffix="docx")


def _make(desk: Desk, order: Order, press: Press, progress: Progress | None) -> Iterator[Path]:
    with target_faults(order.folder):
        order.folder.mkdir(parents=True, exist_ok=True)
    for draft in draft_papers(desk, order):
        content = press.lay_out(
            order.kind, draft.model, password=order.password, progress=progress
        )
        yield keep_paper(desk, draft, content, order.folder, order.password)
        if order.with_sheet and (sheet := keep_sheet(desk, draft, order.folder)):
            yield sheet


def _short(desk: Desk) -> str:
    """Name the panel in a file name: by its prefix, never by a person."""
    return read_panel_face(desk).prefix or "panel"


def _plans(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    if order.person:
        person = find_person(desk, order.person)
        yield _plan(plan_model(desk, person, audience), order.kind, audience, person)
        return
    found = False
    for person in find_people_with_plan(desk):
        try:
            model = plan_model(desk, person, audience)
        except WithheldError:
            continue  # of everybody, only those this audience may have
        found = True
        yield _plan(model, order.kind, audience, person)
    if not found:
        raise MissingRecordError(what="plan", key="")


def _briefings(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    if order.escalation:
        yield _briefing(desk, find_escalation(desk, order.escalation))
        return
    found = False
    for escalation in find_open_escalations(desk, agency=audience.agency):
        try:
            draft = _briefing(desk, escalation)
        except (WithheldError, GuardError):
            continue  # of all that are open, only those whose receivers are there and may have it
        found = True
        yield draft
    if not found:
        raise MissingRecordError(what="escalation", key="")


def _briefing(desk: Desk, escalation: UUID) -> Draft:
    model, facts = briefing_model(desk, escalation)
    person = facts.person.id if facts.person else None
    return Draft(
        PaperKind.ESCALATION, facts.audience, model, model.number, "escalation", person=person
    )


def _plan(model: Plan, kind: PaperKind, audience: Audience, person: UUID) -> Draft:
    name = f"{kind.value}_v{model.version}"
    return Draft(kind, audience, model, model.reference, name, person=person)


def _keep(
    desk: Desk, draft: Draft, content: bytes, folder: Path, pages: int, suffix: str = "pdf"
) -> Path:
    audience = draft.audience
    name = "_".join(filter(None, (draft.name, audience.name if audience.agency else "")))
    shown = draft.model.imprint.marking
    path = folder / file_name(draft.subject, name, desk.today(), shown, suffix)
    record_disclosure(desk, _made(draft, content, pages, read_panel_face(desk)))
    with target_faults(path):
        write_atomically(path, content)
    return path


def _made(draft: Draft, content: bytes, pages: int, face: PanelFace) -> MadePaper:
    return MadePaper(
        paper=draft.kind.value,
        subject=draft.subject,
        marking=face.marking,
        pages=pages,
        content=content,
        recipient=draft.to or draft.audience.name,
        agency=draft.audience.agency,
        person=draft.person,
        meeting=draft.meeting,
        references=references_in(draft.model, face.prefix),
    )
