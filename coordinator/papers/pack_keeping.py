"""Recording the packs of a meeting and saving them, with the files that go beside them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agency_passwords import read_agency_passwords
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.disclosing.recording import MadePaper, record_packs
from coordinator.casework.meetings.reading import read_header
from coordinator.casework.packs.paper_reads import read_moment, read_panel_face
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.disclosing.packs import KEPT_FOR, PackRow, Recipient
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError, ReasonNeededError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.papers.pack import Pack
from coordinator.domain.person.case_sheets import PanelFace
from coordinator.domain.texts import is_blank
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.mail_files import CalendarEntry, Mail, calendar_file, mail_file
from coordinator.exports.naming import file_name
from coordinator.papers.recipient_packs import MadePack, PackOrder, draft_packs, numbered_anew
from coordinator.papers.sendings import written
from coordinator.runtime.writing import free_path, target_faults, write_atomically
from coordinator.wording.labels import label
from coordinator.wording.packs import mail_subject, mail_text, recipient_words


@dataclass(frozen=True, slots=True)
class PackSending:
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


def keep_packs(
    desk: Desk,
    order: PackOrder,
    made: Sequence[MadePack],
    folder: Path,
    sending: PackSending,
) -> Done[tuple[Path, ...]]:
    """Record every copy, all or none, then save them; gives the paths in the order they were made.

    Their numbers stay without a gap: where another paper took one while they were made, the copies
    are stamped again with those that follow.

    Args:
        desk: Who sends them out.
        order: What was made.
        made: The copies.
        folder: Where they go.
        sending: Why they go out, and what goes beside them.

    Raises:
        ReasonNeededError: Something is not as usual about a recipient, and nobody said why.
        GuardError: `pack-outdated`: what a recipient may have changed since it was read; nothing
            was recorded. `pack-password-replaced`: so was a password one of them is locked with.
        ExportTargetError: A file could not be written there; the log says of it and of those after
            it that they were not made.
    """
    _check_still_so(desk, order, made)
    check_said([one.row for one in made], sending)
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
    face, paths = read_panel_face(desk), list[Path]()
    number = next_disclosure_number(desk)
    made = numbered_anew(made, number)
    papers = [_paper(order, one, face.marking, sending) for one in made]
    rows = record_packs(desk, order.meeting, papers, number).result
    if sending.calendar:
        paths.append(_calendar(desk, order, face, folder, rows))
    for place, one in enumerate(made):
        path = free_path(folder / _name(desk, order, one, face))
        with written(desk, path, rows[place:]):  # none after it is tried once one failed
            write_atomically(path, one.content)
        paths.append(path)
        if sending.mail:
            mail = free_path(path.with_suffix(".eml"))
            with written(desk, mail, rows[place + 1 :]):
                write_atomically(mail, mail_file(_mail(order, one, face, path.name)))
            paths.append(mail)
    return Done(tuple(paths), Changes(frozenset({RecordKind.DISCLOSURE})))


def check_said(rows: Iterable[PackRow], sending: PackSending) -> None:
    """Ask why for each recipient something is not as usual about.

    Raises:
        ReasonNeededError: Nobody said it for some of them.
    """
    lacking = [prompt for row in rows for prompt in row.prompts if _is_unsaid(row, sending)]
    if lacking:
        raise ReasonNeededError(tuple(dict.fromkeys(prompt.value for prompt in lacking)))


def _name(desk: Desk, order: PackOrder, one: MadePack, face: PanelFace) -> str:
    variant = one.row.variant.value.replace("_", "-")
    name = f"pack_{one.row.to.agency_name}_{_as_what(one.row.to)}_{variant}_{one.number}"
    return file_name(order.reference, name, desk.today(), label(face.marking))


def _as_what(to: Recipient) -> str:
    """Say whose of an agency's packs it is, without a name; the number tells the others apart."""
    if to.is_observer:
        return "observer"
    if to.deputy_for:
        return "deputy"
    return to.role.value if to.is_officer else ""


def _mail(order: PackOrder, one: MadePack, face: PanelFace, name: str) -> Mail:
    return Mail(
        to=one.row.to.email,
        subject=mail_subject(face.name, order.on, label(face.marking)),
        text=mail_text(order.on, order.on + KEPT_FOR, is_locked=one.is_locked),
        file_name=name,
        content=one.content,
    )


def _calendar(
    desk: Desk, order: PackOrder, face: PanelFace, folder: Path, rows: Sequence[UUID]
) -> Path:
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
    with written(desk, path, rows):
        write_atomically(path, calendar_file(entry))
    return path


def _is_unsaid(row: PackRow, sending: PackSending) -> bool:
    return is_blank(sending.reasons.get(row.to.key, ""))


def _check_still_so(desk: Desk, order: PackOrder, made: Iterable[MadePack]) -> None:
    """Refuse when an exclusion, a basis, the agenda, an entry or a password changed meanwhile.

    Nothing is read again while nobody has done anything since. A row is the same whatever entries
    its pack holds, and whatever its agency's password: those are looked at by themselves.
    """
    made = tuple(made)
    if order.moment != read_moment(desk):
        _check_read_again(desk, order, made)
    locked = {one.row.to.agency: one.password for one in made if one.is_locked}
    passwords = read_agency_passwords(desk, [agency for agency in locked if agency])
    if any(passwords.get(agency) != password for agency, password in locked.items() if agency):
        raise GuardError("pack-password-replaced")


def _check_read_again(desk: Desk, order: PackOrder, made: Sequence[MadePack]) -> None:
    now = {row.to.key: row for row in read_pack_preview(desk, order.meeting).rows}
    if any(now.get(one.row.to.key) != one.row for one in made):
        raise GuardError("pack-outdated")
    keys = [one.row.to.key for one in made]
    if _by_recipient(draft_packs(desk, order.meeting, keys), keys) != _by_recipient(order, keys):
        raise GuardError("pack-outdated")


def _by_recipient(order: PackOrder, keys: Collection[UUID]) -> Mapping[UUID, Pack]:
    return {
        row.to.key: content.model
        for content in order.contents
        for row in content.rows
        if row.to.key in keys
    }


def _paper(order: PackOrder, one: MadePack, marking: Marking, sending: PackSending) -> MadePaper:
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
        variant=one.row.variant,
        references=one.references,
        sending=Sending(
            proportionality=sending.proportionality,
            channel=Channel.SEALED_PACK if one.is_locked else Channel.SECURE_MAIL,
            recipient=to.professional,
            reason=reason,
        ),
    )
