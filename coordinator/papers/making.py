"""Making papers: read, laid out, recorded, and written whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosures import MadePaper, record_disclosure
from coordinator.casework.own_plans import check_own_plan_leaves
from coordinator.casework.paper_reads import read_panel_face
from coordinator.domain.case_sheets import PanelFace
from coordinator.domain.disclosures import references_in
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import Done
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.progress import Progress
from coordinator.exports.composing import EDITABLE, compose
from coordinator.exports.counting import page_count
from coordinator.exports.naming import file_name
from coordinator.exports.own_plan_text import own_plan_text
from coordinator.exports.tracker_sheet import tracker_sheet
from coordinator.exports.worker import Press
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Draft, Order
from coordinator.runtime.writing import target_faults, write_atomically


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
    _check_leaves(desk, draft)
    made = _made(draft, content, page_count(content), read_panel_face(desk))
    return record_disclosure(desk, made, act="paper.printed")


def keep_sheet(desk: Desk, draft: Draft, folder: Path) -> Path | None:
    """Record and write what goes with a paper: a tracker's spreadsheet, My plan as plain text.

    Raises:
        ExportTargetError: It could not be written there.
    """
    if isinstance(draft.model, OwnPlanPaper):
        return _keep(desk, draft, own_plan_text(draft.model), folder, 1, suffix="txt")
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


def _check_leaves(desk: Desk, draft: Draft) -> None:
    """Refuse to let what nobody signed off leave."""
    if isinstance(draft.model, OwnPlanPaper) and draft.person is not None:
        if not draft.model.is_signed:
            raise GuardError("own-plan-not-signed")
        check_own_plan_leaves(desk, draft.person)


def _keep(
    desk: Desk, draft: Draft, content: bytes, folder: Path, pages: int, suffix: str = "pdf"
) -> Path:
    _check_leaves(desk, draft)
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
