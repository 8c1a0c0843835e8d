"""Making papers: read, laid out, recorded, and written whole or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.voice.own_plans import check_own_plan_leaves
from coordinator.domain.disclosing.log import references_in
from coordinator.domain.disclosing.sendings import STAYS, Sending, usual_channel
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import Done
from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.papers.minutes import Minutes, MinutesStage
from coordinator.domain.papers.money import MoneyPaper
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.progress import Progress
from coordinator.exports.composing import EDITABLE, compose
from coordinator.exports.documents.own_plan_text import own_plan_text
from coordinator.exports.files.learning_sheet import learning_sheet
from coordinator.exports.files.money_sheet import money_sheet
from coordinator.exports.files.quarter_sheet import quarter_sheet
from coordinator.exports.files.tracker_sheet import tracker_sheet
from coordinator.exports.layout.counting import page_count
from coordinator.exports.layout.finishing import check_password
from coordinator.exports.layout.stamping import stamp
from coordinator.exports.naming import file_name
from coordinator.exports.worker import Press
from coordinator.papers.bare import NEEDS, check_leaves
from coordinator.papers.drafting import check_still_so, draft_papers
from coordinator.papers.orders import Draft, Order
from coordinator.papers.sendings import copy_words, sending_of, write
from coordinator.runtime.writing import target_faults

_BESIDE: Mapping[type, tuple[Callable[..., bytes], str]] = {
    OwnPlanPaper: (own_plan_text, "txt"),
    Tracker: (tracker_sheet, "xlsx"),
    QuarterPaper: (quarter_sheet, "xlsx"),
    LearningPaper: (learning_sheet, "xlsx"),
    MoneyPaper: (money_sheet, "xlsx"),
}
"""What goes with a paper, and how its file ends."""


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


def lay_out(draft: Draft, *, progress: Progress | None = None) -> bytes:
    """Lay one paper out in a process of its own; needs no store, and nothing reaches the disk.

    Raises:
        ExportError: The process ended before the paper was finished.
        CancelledError: The person stopped it.
    """
    with Press() as press:
        return press.lay_out(draft.kind, draft.model, progress=progress)


def keep_paper(
    desk: Desk,
    draft: Draft,
    laid: bytes,
    folder: Path,
    password: str = "",
    sending: Sending = STAYS,
) -> Path:
    """Number, record and write a paper that was laid out; gives its path.

    Args:
        desk: Who makes it.
        draft: What was laid out.
        laid: The finished file, without a password.
        folder: Where it goes.
        password: That locks it; none when empty.
        sending: How it goes to whom it is for.

    Raises:
        InvalidFieldsError: The password is too long; or as for `record_disclosure`.
        ReasonNeededError, GuardError: As for `record_disclosure` and `check_still_so`.
        BasisLackingError: Their basis was withdrawn since it was looked at.
        ExportTargetError: It could not be written there; the log says that nothing left.
    """
    written = partial(_stamped, draft, laid, password)
    return _keep(desk, draft, _Copy(written, page_count(laid)), folder, sending)


def record_printing(
    desk: Desk, draft: Draft, laid: bytes, sending: Sending = STAYS
) -> Done[bytes]:
    """Number a paper and record that it goes to a printer; gives what is to be printed.

    It is recorded before its first page goes, as with a file. What a printer refuses stays in the
    log as it is: how many pages came out, the program cannot know.

    Raises:
        NotPermittedError, InvalidFieldsError, ReasonNeededError, GuardError, MissingRecordError,
            WithheldError: As for `record_disclosure`.
    """
    _check_leaves(desk, draft, sending)
    made = _made(desk, draft, _Copy(partial(_stamped, draft, laid, ""), page_count(laid)), sending)
    kept = record_disclosure(desk, made, act="paper.printed")
    return Done(made.content, kept.changes)


def keep_sheet(desk: Desk, draft: Draft, folder: Path, sending: Sending = STAYS) -> Path | None:
    """Record and write what goes with a paper: its spreadsheet, or My plan as plain text.

    Raises:
        ReasonNeededError, GuardError: As for `record_disclosure`.
        ExportTargetError: It could not be written there; the log says that nothing left.
    """
    if (beside := _BESIDE.get(type(draft.model))) is None:
        return None
    written, suffix = beside
    copy = _Copy(partial(written, draft.model), 1, suffix)
    return _keep(desk, draft, copy, folder, _open(sending))


def check_word(draft: Draft) -> None:
    """Refuse a document to go on writing of what nobody may change any more.

    Raises:
        GuardError: `minutes-final`: the minutes are approved.
    """
    if isinstance(draft.model, Minutes) and draft.model.stage is MinutesStage.APPROVED:
        raise GuardError("minutes-final")


def keep_word(
    desk: Desk, draft: Draft, folder: Path, template: bytes = b"", sending: Sending = STAYS
) -> Path | None:
    """Record and write a paper as a document to go on writing; nothing for those that have none.

    Args:
        desk: Who makes it.
        draft: What was read; the same as the other press lays out.
        folder: Where it goes.
        template: Whose styles, head and foot it gets; a plain one when empty.
        sending: How it goes to whom it is for.

    Raises:
        InvalidFieldsError: The template cannot be written on.
        GuardError: As for `check_word`.
        ExportTargetError: It could not be written there; the log says that nothing left.
    """
    if draft.kind not in EDITABLE:
        return None
    check_word(draft)
    from coordinator.exports.files.word import word_document

    composed = compose(draft.kind, draft.model)
    copy = _Copy(partial(word_document, composed, template), 1, "docx")
    return _keep(desk, draft, copy, folder, _open(sending))


def _make(desk: Desk, order: Order, press: Press, progress: Progress | None) -> Iterator[Path]:
    with target_faults(order.folder):
        order.folder.mkdir(parents=True, exist_ok=True)
    check_password(order.password)
    for draft in draft_papers(desk, order):
        sending = _said_or_usual(desk, draft, order)
        laid = press.lay_out(order.kind, draft.model, progress=progress)
        yield keep_paper(desk, draft, laid, order.folder, order.password, sending)
        if order.with_sheet and (sheet := keep_sheet(desk, draft, order.folder, sending)):
            yield sheet


def _said_or_usual(desk: Desk, draft: Draft, order: Order) -> Sending:
    """Give how it goes out; where nobody said so, as the agency is written to otherwise."""
    if not draft.goes_out or order.sending.channel is not None:
        return order.sending
    known = sending_of(desk, draft).has_secure_email
    channel = usual_channel(has_secure_email=known, is_locked=bool(order.password))
    return replace(order.sending, channel=channel)


def _open(sending: Sending) -> Sending:
    """Say how what has no password goes, beside a paper that is sealed: nobody said so."""
    is_sealed = sending.channel is Channel.SEALED_PACK
    return replace(sending, channel=None) if is_sealed else sending


def _check_leaves(desk: Desk, draft: Draft, sending: Sending) -> None:
    """Refuse what nobody signed off, waits for a basis by now, or would not be the same now."""
    if draft.kind in NEEDS and draft.person is not None:
        check_leaves(desk, draft.kind, draft.person)
    if isinstance(draft.model, OwnPlanPaper) and draft.person is not None:
        if not draft.model.is_signed:
            raise GuardError("own-plan-not-signed")
        check_own_plan_leaves(desk, draft.person)
    check_still_so(desk, draft, sending.recipient)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file to be; `written` gives its content from the words that stand on it."""

    written: Callable[..., bytes]
    pages: int
    suffix: str = "pdf"


def _stamped(draft: Draft, laid: bytes, password: str, copy: str) -> bytes:
    margin = compose(draft.kind, draft.model).margin
    return stamp(laid, copy, password, on_cover=False, margin=margin)


def _keep(desk: Desk, draft: Draft, copy: _Copy, folder: Path, sending: Sending) -> Path:
    _check_leaves(desk, draft, sending)
    audience = draft.audience
    name = "_".join(filter(None, (draft.name, audience.name if audience.agency else "")))
    shown = draft.model.imprint.marking
    path = folder / file_name(draft.subject, name, desk.today(), shown, copy.suffix)
    made = _made(desk, draft, copy, sending)
    return write(desk, path, made.content, record_disclosure(desk, made).result)


def _made(desk: Desk, draft: Draft, copy: _Copy, sending: Sending) -> MadePaper:
    face, number = read_panel_face(desk), next_disclosure_number(desk)
    recipient = _recipient(desk, draft, sending)
    words = copy_words(number, "" if draft.is_their_own else recipient)
    return MadePaper(
        paper=draft.kind.value,
        subject=draft.subject,
        marking=face.marking,
        pages=copy.pages,
        content=copy.written(copy=words),
        recipient=recipient,
        agency=draft.audience.agency,
        person=draft.person,
        meeting=draft.meeting,
        references=references_in(draft.model, face.prefix),
        sending=sending,
        number=number,
    )


def _recipient(desk: Desk, draft: Draft, sending: Sending) -> str:
    """Write whom a copy is for; who is not of that agency is refused when it is recorded."""
    if sending.recipient is None:
        return draft.to or draft.audience.name
    name = sending_of(desk, draft).name_of(sending.recipient)
    return ", ".join(filter(None, (name, draft.audience.name)))
