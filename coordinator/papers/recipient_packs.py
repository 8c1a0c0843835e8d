"""A meeting's packs for everybody: read once per content, laid out once, stamped for each.

Nothing of them is on the disk in clear but what is saved at the end (`pack_keeping`); a pack that
is locked never leaves memory otherwise.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.packs.paper_reads import read_moment, read_panel_face
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.disclosing.log import numbered, references_in
from coordinator.domain.disclosing.packs import PackPreview, PackRow
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.papers.pack import Pack
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.roles import Right, may
from coordinator.exports.composing import PaperKind
from coordinator.exports.layout.counting import page_count
from coordinator.exports.layout.stamping import stamp
from coordinator.exports.worker import Press
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.packs import pack_model
from coordinator.wording.packs import recipient_words
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
        first_number: Under which its first copy is to be recorded, the others after it.
        moment: When it was read, as `read_moment` marks it.
    """

    meeting: UUID
    reference: str
    on: date
    prefix: str
    first_number: str
    contents: tuple[PackContent, ...]
    moment: tuple[object, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class MadePack:
    """One recipient's copy, ready to be saved.

    Attributes:
        number: That is printed on it.
        references: Of everybody it speaks of.
        laid: What it was stamped on, shared by every copy of the same content.
        password: That it is locked with, if it is.
    """

    row: PackRow
    number: str
    content: bytes = field(repr=False)
    pages: int
    references: frozenset[str]
    laid: bytes = field(repr=False)
    password: str = field(repr=False)

    @property
    def is_locked(self) -> bool:
        """Whether it opens with a password only."""
        return bool(self.password)


def draft_packs(desk: Desk, meeting_id: UUID, keys: Collection[UUID]) -> PackOrder:
    """Read the packs of some recipients; who would get the same shares one content.

    Raises:
        InvalidFieldsError: `recipients` is `required`: nobody was chosen.
        GuardError: `pack-refused`: one of them cannot be given any.
        NotPermittedError, MissingRecordError: As for `read_pack_preview`.
    """
    moment = read_moment(desk)  # before the rest: what comes between is seen
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
    meeting, reference, on = preview.meeting, preview.reference, preview.on
    return PackOrder(meeting, reference, on, prefix, number, joined, moment)


def _same(row: PackRow) -> object:
    """Say by what the contents of two recipients are told apart before either is read."""
    if row.variant in _WHOLE:
        # A full one tells an agency of its own actions where others read initials only.
        has_own = row.variant is PackVariant.FULL and not may(row.reader.role, Right.RUN_MEETINGS)
        return row.variant, row.reader.role, row.to.agency if has_own else None, row.kept
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
                number = numbered(order.first_number, len(made))
                password = _password_for(row, passwords)
                copy = _stamped(laid, row, password, number)
                made.append(MadePack(row, number, copy, pages, names, laid, password))
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


def numbered_anew(made: Sequence[MadePack], first_number: str) -> tuple[MadePack, ...]:
    """Give the copies with other numbers; nothing is laid out again.

    Args:
        made: The copies as they are.
        first_number: Of the first; of each after it, the next.
    """
    return tuple(
        _with_number(one, numbered(first_number, place)) for place, one in enumerate(made)
    )


def _with_number(one: MadePack, number: str) -> MadePack:
    if one.number == number:
        return one
    return replace(one, number=number, content=_stamped(one.laid, one.row, one.password, number))


def _password_for(row: PackRow, passwords: Mapping[UUID, str]) -> str:
    if row.needs_password and row.to.agency is not None:
        return passwords[row.to.agency]
    return ""
