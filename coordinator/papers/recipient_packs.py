"""A meeting's packs for everybody: read once per content, laid out once, stamped, recorded.

Nothing of them is on the disk in clear but what is saved at the end; a pack that is locked never
leaves memory otherwise.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.casework.desk import Desk
from coordinator.casework.disclosure_reads import next_disclosure_number
from coordinator.casework.disclosures import MadePaper, record_disclosure
from coordinator.casework.meeting_reads import read_header
from coordinator.casework.pack_recipients import read_pack_preview
from coordinator.casework.paper_reads import read_panel_face
from coordinator.domain.case_sheets import Audience, PanelFace
from coordinator.domain.disclosures import numbered, references_in
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.packs import PackPreview, PackRow
from coordinator.domain.papers.pack import Pack
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.texts import is_blank
from coordinator.exports.composing import PaperKind
from coordinator.exports.counting import page_count
from coordinator.exports.mail_files import CalendarEntry, Mail, calendar_file, mail_file
from coordinator.exports.naming import file_name
from coordinator.exports.stamping import stamp
from coordinator.exports.worker import Press
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.packs import KEPT_FOR, pack_model
from coordinator.runtime.writing import free_path, target_faults, write_atomically
from coordinator.wording.labels import label
from coordinator.wording.packs import mail_subject, mail_text, recipient_words
from coordinator.wording.translation import _

_WHOLE = frozenset({PackVariant.FULL, PackVariant.STRATEGIC})


@dataclass(frozen=True, slots=True)
class PackContent:
    """One content, and everybody whose copy it is."""

    model: Pack = field(repr=False)
    rows: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What is to be made for one meeting.

    Attributes:
        prefix: How the references of the panel's people begin.
        first_number: Under which its first copy will be recorded, the others after it.
    """

    meeting: UUID
    reference: str
    on: date
    prefix: str
    first_number: str
    contents: tuple[PackContent, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """How packs go out.

    Attributes:
        reasons: By the recipient's key, for those that need one.
        proportionality: Why no less would do.
        mail: An e-mail is saved beside each.
        calendar: The meeting is saved for a calendar.
    """

    reasons: Mapping[UUID, str] = field(default_factory=dict)
    proportionality: str = ""
    mail: bool = False
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class MadePack:
    """One recipient's copy, ready to be saved.

    Attributes:
        references: Of everybody it speaks of.
    """

    row: PackRow
    content: bytes = field(repr=False)
    pages: int
    is_locked: bool
    references: frozenset[str] = frozenset()


def draft_packs(desk: Desk, meeting_id: UUID, keys: Collection[UUID]) -> PackOrder:
    """Read the packs of some recipients; who would get the same shares one content.

    Raises:
        InvalidFieldsError: `recipients` is `required`: nobody was chosen.
        GuardError: `pack-refused`: one of them cannot be given any.
        NotPermittedError, MissingRecordError: As for `read_pack_preview`.
    """
    preview = read_pack_preview(desk, meeting_id)
    rows = [row for row in preview.rows if row.to.key in keys]
    if not rows:
        raise InvalidFieldsError({"recipients": "required"})
    if any(row.refused is not None for row in rows):
        raise GuardError("pack-refused")
    alike: dict[object, list[PackRow]] = {}
    for row in rows:
        alike.setdefault(_same(row), []).append(row)
    contents = [_content(desk, preview, group) for group in alike.values()]
    joined = tuple(_joined(contents))
    prefix = read_panel_face(desk).prefix
    number = next_disclosure_number(desk)
    return PackOrder(preview.meeting, preview.reference, preview.on, prefix, number, joined)


def _same(row: PackRow) -> object:
    """Say by what the contents of two recipients are told apart before either is read."""
    if row.variant in _WHOLE:
        return row.variant, row.reader.role, row.kept
    return row.variant, row.to.agency, row.reader.people, row.kept


def _content(desk: Desk, preview: PackPreview, rows: Sequence[PackRow]) -> PackContent:
    row = rows[0]
    agency = None if row.variant in _WHOLE else row.to.agency
    audience = Audience(row.to.agency_name if agency else "", agency, row.reader)
    pack = as_variant(pack_model(desk, preview.meeting, audience), row.variant)
    model = replace(
        pack,
        imprint=replace(pack.imprint, recipient=""),
        agenda=replace(pack.agenda, imprint=replace(pack.agenda.imprint, recipient="")),
        tracker=_without_recipient(pack),
        is_stamped=True,
    )
    return PackContent(model, tuple(rows))


def _without_recipient(pack: Pack) -> Tracker | None:
    tracker = pack.tracker
    return tracker and replace(tracker, imprint=replace(tracker.imprint, recipient=""))


def _joined(contents: Iterable[PackContent]) -> Iterable[PackContent]:
    """Let those whose packs turned out the same share one."""
    found: list[PackContent] = []
    for one in contents:
        at = next((place for place, two in enumerate(found) if two.model == one.model), None)
        if at is None:
            found.append(one)
        else:
            found[at] = PackContent(one.model, (*found[at].rows, *one.rows))
    return found


def lay_out_packs(
    order: PackOrder,
    passwords: Mapping[UUID, str],
    progress: Progress | None = None,
) -> tuple[MadePack, ...]:
    """Lay every content out once and make each recipient's copy; needs no store.

    Args:
        order: What is made.
        passwords: Of the agencies whose copies are locked.
        progress: Told in copies; asked whether to go on while pages are laid out, too.

    Raises:
        InvalidFieldsError: A password is too long.
        ExportError: The process ended before a pack was finished.
        CancelledError: The person stopped it; nothing is left of any.
    """
    watched = progress or Unwatched()
    total = sum(len(one.rows) for one in order.contents)
    made: list[MadePack] = []
    with Press() as press:
        for content in order.contents:
            going = _Going(watched, len(made), total)
            laid = press.lay_out(PaperKind.PACK, content.model, progress=going)
            pages, names = page_count(laid), references_in(content.model, order.prefix)
            for row in content.rows:
                password = _password_for(row, passwords)
                copy = _stamped(laid, row, password, numbered(order.first_number, len(made)))
                made.append(MadePack(row, copy, pages, bool(password), names))
                watched.step(len(made), total)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Going:
    """Progress of one layout, told as the copies that are made."""

    progress: Progress
    made: int
    total: int

    def step(self, _done: int, _total: int) -> None:
        """Ask whether to go on.

        Raises:
            CancelledError: The person stopped it.
        """
        self.progress.step(self.made, self.total)


def _stamped(laid: bytes, row: PackRow, password: str, number: str) -> bytes:
    words = _("Copy {number} for: {name}", number=number, name=recipient_words(row))
    return stamp(laid, words, password)


def _password_for(row: PackRow, passwords: Mapping[UUID, str]) -> str:
    if row.needs_password and row.to.agency is not None:
        return passwords[row.to.agency]
    return ""


def keep_packs(
    desk: Desk,
    order: PackOrder,
    made: Sequence[MadePack],
    folder: Path,
    sending: Sending,
) -> Done[tuple[Path, ...]]:
    """Record every copy, then save it; gives the paths in the order they were made.

    Args:
        desk: Who sends them out.
        order: What was made.
        made: The copies.
        folder: Where they go.
        sending: Why they go out, and what goes beside them.

    Raises:
        ReasonNeededError: Something is not as usual about a recipient, and nobody said why.
        GuardError: `pack-outdated`: what a recipient may have changed since it was read; nothing
            was recorded.
        ExportTargetError: A file could not be written there.
    """
    _check_still_so(desk, order, made)
    lacking = [p for one in made for p in one.row.prompts if _is_unsaid(one.row, sending)]
    if lacking:
        raise ReasonNeededError(tuple(dict.fromkeys(prompt.value for prompt in lacking)))
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
    face, paths = read_panel_face(desk), list[Path]()
    if sending.calendar:
        paths.append(_calendar(desk, order, face, folder))
    for one in made:
        record_disclosure(desk, _paper(order, one, face.marking, sending))
        path = free_path(folder / _name(desk, order, one, face))
        _write(path, one.content)
        paths.append(path)
        if sending.mail:
            mail = free_path(path.with_suffix(".eml"))
            _write(mail, mail_file(_mail(order, one, face, path.name)))
            paths.append(mail)
    return Done(tuple(paths), Changes(frozenset({RecordKind.DISCLOSURE})))


def _write(path: Path, content: bytes) -> None:
    with target_faults(path):
        write_atomically(path, content)


def _name(desk: Desk, order: PackOrder, one: MadePack, face: PanelFace) -> str:
    variant = one.row.variant.value.replace("_", "-")
    name = f"pack_{one.row.to.agency_name}_{variant}"
    return file_name(order.reference, name, desk.today(), label(face.marking))


def _mail(order: PackOrder, one: MadePack, face: PanelFace, name: str) -> Mail:
    return Mail(
        to=one.row.to.email,
        subject=mail_subject(face.name, order.on, label(face.marking)),
        text=mail_text(order.on, order.on + KEPT_FOR, is_locked=one.is_locked),
        file_name=name,
        content=one.content,
    )


def _calendar(desk: Desk, order: PackOrder, face: PanelFace, folder: Path) -> Path:
    row = read_header(desk, order.meeting).row
    starts = datetime.combine(row.on, row.starts_at, ZoneInfo(row.zone))
    entry = CalendarEntry(
        key=f"{row.id}@coordinator",
        revision=row.revision,
        title=f"{face.name}, {row.reference}",
        starts=starts,
        ends=starts + timedelta(minutes=row.minutes_planned),
        made=desk.now(),
        place=row.place,
        text=label(row.meeting_type),
    )
    path = free_path(folder / file_name(order.reference, "calendar", desk.today(), "", "ics"))
    _write(path, calendar_file(entry))
    return path


def _is_unsaid(row: PackRow, sending: Sending) -> bool:
    return is_blank(sending.reasons.get(row.to.key, ""))


def _check_still_so(desk: Desk, order: PackOrder, made: Iterable[MadePack]) -> None:
    """Refuse when an exclusion, a basis or the agenda changed while the packs were made."""
    if next_disclosure_number(desk) != order.first_number:
        raise GuardError("pack-outdated")  # the copies bear numbers that are taken
    now = {row.to.key: row for row in read_pack_preview(desk, order.meeting).rows}
    if any(now.get(one.row.to.key) != one.row for one in made):
        raise GuardError("pack-outdated")


def _paper(order: PackOrder, one: MadePack, marking: Marking, sending: Sending) -> MadePaper:
    to = one.row.to
    reason = sending.reasons.get(to.key, "").strip() if one.row.prompts else ""
    return MadePaper(
        paper=PaperKind.PACK.value,
        subject=order.reference,
        marking=marking,
        pages=one.pages,
        content=one.content,
        recipient=recipient_words(one.row),
        agency=to.agency,
        meeting=order.meeting,
        recipient_id=to.professional,
        variant=one.row.variant,
        channel=Channel.SEALED_PACK if one.is_locked else Channel.SECURE_MAIL,
        references=one.references,
        proportionality=sending.proportionality.strip(),
        reason=reason,
    )
