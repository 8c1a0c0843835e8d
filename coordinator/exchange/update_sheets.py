"""Update sheets: a lead's people on a spreadsheet, for who cannot install anything.

Such a file is not sealed. Each of its rows bears a signed mark, so that what comes back merges as
work handed back from a store would, and what was altered on the way is refused.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from coordinator.casework.away.sending import Made
from coordinator.casework.away.sheet_making import (
    OpenAction,
    PlanText,
    SheetDraft,
    SheetPerson,
    check_update_sheet,
    note_update_sheet,
    read_update_sheet,
)
from coordinator.casework.away.sheet_names import owner_words
from coordinator.casework.away.sheet_reading import read_filled_sheet
from coordinator.casework.away.sheet_returning import apply_update_sheet, review_update_sheet
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.stores.opening import Office
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.reviews import Applied, HandBackReview
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Terms
from coordinator.domain.exchange.update_sheets import (
    ENDING,
    LONGEST,
    Aside,
    RowBasis,
    RowKind,
    SheetMark,
    fingerprint_of,
    label_of,
    written_code,
    written_mark,
)
from coordinator.domain.outcomes import Done
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.update_sheet import UpdateLine, UpdateSheet
from coordinator.domain.person.case_sheets import PanelFace
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right
from coordinator.exchange.away import MERGE, MadePack
from coordinator.exchange.pack_files import LASTS
from coordinator.exports.layout.safety import clean
from coordinator.runtime.writing import (
    free_path,
    part_of,
    reach_disk,
    replace,
    target_faults,
)
from coordinator.sheets.cells import text_of
from coordinator.vault.signing import sign
from coordinator.wording.away import held_words
from coordinator.wording.differences import SECTION_NAMES
from coordinator.wording.labels import label
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.sheet_aside import aside_elsewhere, aside_words
from coordinator.wording.translation import _

_NOTES_EACH: Final = 3
_NEW: Final = 15
_SHOWN: Final = 2_000
"""Characters of a text that is too long to be changed on a sheet."""


def make_update_sheet(
    desk: Desk,
    professional: UUID,
    folder: Path,
    *,
    terms: Terms = PLAIN_TERMS,
    sending: Sending,
    progress: Progress | None = None,
) -> Done[MadePack]:
    """Write a lead professional's people onto a sheet; it is not sealed, so it says why.

    Args:
        desk: Where and by whom.
        professional: Whose people; they need no card.
        folder: Where it goes.
        terms: By when it is wanted back, who is lent besides, who may stay.
        sending: How it goes, and why it goes unsealed.
        progress: Told in people.

    Raises:
        NotPermittedError, MissingRecordError, GuardError, InvalidFieldsError: As
            `read_update_sheet`.
        ReasonNeededError, GuardError, BasisLackingError, InvalidFieldsError: As
            `check_update_sheet`; nothing is made.
        ExportTargetError: No room or no right there.
    """
    draft = read_update_sheet(desk, professional, terms, progress)
    check_update_sheet(desk, draft, sending)
    pack, made = desk.random(16).hex(), desk.now().replace(microsecond=0)
    mark = SheetMark(draft.outgoing.panel_id, professional, pack, draft.outgoing.seq, made)
    content = _content(desk, draft, mark)
    path = free_path(folder / f"panel-{pack[:8]}{ENDING}")
    told = hashlib.sha256(content).hexdigest()
    noted = Made(pack, made, made + LASTS, len(content), told)
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with part_of(path) as part:
            part.write_bytes(content)
            reach_disk(part)
            with note_update_sheet(desk, draft, noted, sending) as done, target_faults(path):
                replace(part, path)
    number = done()
    changes = len(draft.plans) + len(draft.actions)
    people = len(draft.people)
    lacking = 0 if not draft.outgoing.scope.waits else len(draft.outgoing.lacking)
    sheet = MadePack(path, people, changes, draft.kept, number.result, lacking)
    return Done(sheet, number.changes)


def review_sheet(desk: Desk, path: Path, *, rest: bool = False) -> HandBackReview:
    """Read a sheet that came back and say what it would change; nothing is written.

    Raises:
        SheetError, SheetCellsError: As `read_filled_sheet`.
        NotPermittedError, MissingRecordError: As `review_update_sheet`.
    """
    return review_update_sheet(desk, read_filled_sheet(desk, path, rest=rest))


def apply_sheet(
    office: Office, path: Path, *, go_on: bool = False, rest: bool = False
) -> Done[Applied]:
    """Read a sheet, make a backup, and take over what it says, in one act.

    Args:
        office: Where and by whom.
        path: The file.
        go_on: Our store was brought back from an older backup, and somebody knows it.
        rest: Whether what can be read is taken without what cannot.

    Raises:
        SheetError, SheetCellsError: As `review_sheet`.
        GuardError: `store-older`, `sheet-empty`.
        BackupError: No backup could be made; nothing was changed.
    """
    says = read_filled_sheet(office.desk, path, rest=rest)
    review = review_update_sheet(office.desk, says)
    if review.is_store_older and not go_on:
        raise GuardError("store-older")
    office.back_up(MERGE)
    return apply_update_sheet(office.desk, says, go_on=go_on)


def _content(desk: Desk, draft: SheetDraft, mark: SheetMark) -> bytes:
    from coordinator.exports.files.update_sheet import (
        update_sheet,  # loads the writer of spreadsheets
    )

    with desk.read(Right.SETTLE) as look:
        signing = look.info.signing_key
    lines = _Lines(draft, mark, signing)
    panel = read_panel_face(desk)
    return update_sheet(
        UpdateSheet(
            imprint=_imprint(draft, panel, mark),
            mark=written_mark(mark, sign(signing, mark.signed_part)),
            people=tuple(lines.said(one) for one in draft.people),
            owners=tuple(owner_words(one.name, one.agency) for one in draft.owners),
            notes=tuple(lines.notes()),
            plans=tuple(map(lines.plan, draft.plans)),
            actions=tuple(map(lines.action, draft.actions)),
            new=tuple(lines.new()),
            kept=draft.kept,
            due=draft.outgoing.scope.due,
            aside=tuple(_aside(draft)),
        )
    )


def _aside(draft: SheetDraft) -> Iterator[str]:
    """Say what became of what they sent before and was kept aside."""
    named = {one.person: _Lines.said(one) for one in draft.people}
    yield from sorted(
        aside_words(named[one.person], one.kind, one.fields, held_words(one.reason), one.became)
        for one in draft.aside
        if one.person is not None
    )
    for became in Aside:
        if count := sum(one.person is None and one.became is became for one in draft.aside):
            yield aside_elsewhere(count, became)


def _imprint(draft: SheetDraft, panel: PanelFace, mark: SheetMark) -> Imprint:
    return Imprint(
        panel=panel.name,
        reference=mark.pack[:8],
        issued_on=mark.made.date(),
        marking=label(panel.marking),
        recipient=draft.lead,
    )


class _Lines:
    """Writes the rows of a sheet, each with its mark."""

    def __init__(self, draft: SheetDraft, mark: SheetMark, signing: bytes) -> None:
        self._draft, self._pack, self._signing = draft, mark.pack, signing
        self._people = {one.person: self.said(one) for one in draft.people}
        self._owners = {one.id: one.name for one in draft.owners}

    @staticmethod
    def said(one: SheetPerson) -> str:
        """Write somebody as on any paper that leaves unsealed: initials and reference."""
        name = one.name.name
        parts = NameParts(one.reference, name.given, name.family, name.preferred)
        return clean(hidden_name(parts))

    def notes(self) -> Iterator[UpdateLine]:
        """Give room for contacts with each of them."""
        for one in self._draft.people:
            said = self._people[one.person]
            for place in range(1, _NOTES_EACH + 1):
                basis = RowBasis(RowKind.NOTE, one.person, label=self._label(said), place=place)
                yield UpdateLine({"person": said}, self._code(basis))

    def plan(self, one: PlanText) -> UpdateLine:
        """Give one text of a plan; both, where people disagree."""
        person, section = self._people[one.person], _(SECTION_NAMES[one.section])
        text = _either(one.texts)
        is_long = len(text) > LONGEST
        text = f"{text[:_SHOWN]}…" if is_long else text
        basis = RowBasis(
            RowKind.LONG if is_long else RowKind.PLAN,
            one.person,
            one.plan,
            section=one.section,
            shown={one.section: one.shown},
            fingerprint=fingerprint_of(self._pack, text_of(clean(text))),
            label=self._label(person, section),
        )
        values = {
            "person": person,
            "section": section,
            "text": text or None,
        }
        return UpdateLine(values, self._code(basis), is_shown_only=is_long)

    def action(self, one: OpenAction) -> UpdateLine:
        """Give one open action."""
        basis = RowBasis(
            RowKind.ACTION,
            one.person,
            one.action,
            shown=one.shown,
            label=self._label(one.number),
            status=one.status,
            set_on=one.set_on,
            due_on=one.due_on,
        )
        owner = self._owners.get(one.owner, "") if one.owner else ""
        values: dict[str, str | date | None] = {
            "number": one.number,
            "person": self._people[one.person],
            "text": one.text,
            "owner": ", ".join(filter(None, (owner, one.agency))) or _("Owner to agree"),
            "due_on": one.due_on,
            "stood": label(one.status),
        }
        return UpdateLine(values, self._code(basis))

    def new(self) -> Iterator[UpdateLine]:
        """Give room for actions nobody has agreed yet."""
        for place in range(1, _NEW + 1):
            yield UpdateLine({}, self._code(RowBasis(RowKind.NEW, place=place)))

    def _label(self, *said: str) -> str:
        return label_of(self._pack, *(text_of(clean(one)) for one in said))

    def _code(self, basis: RowBasis) -> str:
        return written_code(basis, sign(self._signing, basis.signed_part(self._pack)))


def _either(texts: tuple[str, ...]) -> str:
    """Write a text; where two stand and nobody has chosen, both."""
    return f"\n{_('or:')}\n".join(texts)
