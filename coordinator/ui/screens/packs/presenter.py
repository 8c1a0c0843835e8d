"""What the packs of a meeting do: looked at, made in one go, saved. No Qt."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import change_agency
from coordinator.casework.directory.agency_passwords import ensure_agency_passwords
from coordinator.casework.directory.page import read_directory
from coordinator.casework.disclosing.sendings import read_own_words
from coordinator.casework.meetings.observers import invite_observer, take_back_invitation
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.disclosing.packs import PackPreview, PackRow
from coordinator.domain.errors import CancelledError, InvalidFieldsError
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.papers.pack_keeping import PackSending, keep_packs
from coordinator.papers.recipient_packs import (
    MadePack,
    PackOrder,
    draft_packs,
    lay_out_packs,
)
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.watching import WhileHere
from coordinator.ui.screens.packs import questions
from coordinator.ui.screens.packs.passwords import Passwords, locked
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.wording.translation import _, ngettext

_SHOWN = (
    RecordKind.MEETING,
    RecordKind.AGENDA_ITEM,
    RecordKind.ATTENDANCE,
    RecordKind.PERSON,
    RecordKind.BASIS,
    RecordKind.EXCLUSION,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
    RecordKind.SEAT,
    RecordKind.PANEL,
)
Toast = Callable[[str, Callable[[], object] | None], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows; `held_back` are recipients whose pack does not go out now.

    Attributes:
        own_words: Why no less would do, as the panel says it.
    """

    preview: PackPreview
    held_back: frozenset[UUID]
    today: date
    own_words: str = ""

    @property
    def going(self) -> tuple[PackRow, ...]:
        """Whose packs are made."""
        return tuple(row for row in self.preview.ready if row.to.key not in self.held_back)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_packs(self, shown: Shown) -> None:
        """Show who gets what."""

    def show_making(self, *, on: bool) -> None:
        """Show that packs are being made, or no longer."""

    def show_passwords(self, passwords: Sequence[tuple[str, str]]) -> None:
        """Show the passwords of agencies, to be told by another way."""


class PacksPresenter:
    """Shows who gets which pack of one meeting, and makes them."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, toast: Toast, meeting: UUID
    ) -> None:
        self._jobs, self._view, self._asking, self._toast = jobs, view, asking, toast
        self._meeting = meeting
        self._turned: frozenset[UUID] = frozenset()  # whose pack does otherwise than by itself
        self._shown: Shown | None = None
        self._left = threading.Event()
        self.passwords = Passwords(
            jobs, asking, self._show_passwords, self._no_passwords, self.load
        )

    def load(self) -> None:
        """Read who gets what."""
        self._jobs.query(partial(_read, meeting=self._meeting), self._show, replaces="packs")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def leave(self) -> None:
        """Stop what is being made: nobody waits for it any more."""
        self._left.set()

    def hold_back(self, row: PackRow) -> None:
        """Let a pack not go out now, or go out after all."""
        self._turned ^= {row.to.key}
        if self._shown is not None:
            self._show((self._shown.preview, self._shown.today, self._shown.own_words))

    def choose_variant(self, row: PackRow, variant: PackVariant) -> None:
        """Keep another variant for the recipient's agency, from now on."""
        if row.to.agency is None or variant is row.variant:
            return
        self._jobs.command(
            partial(
                change_agency,
                agency_id=row.to.agency,
                seen=row.to.agency_revision,
                pack_variant=variant,
            )
        )

    def ask_make(self, folder: Path) -> None:
        """Ask for what is missing, then make the packs."""
        if self._shown is None or not self._shown.going:
            return
        question = questions.make(
            self._shown.going, folder, self._shown.today, self._shown.own_words
        )
        self._asking.hear(question, partial(self._make, folder, self._shown.going))

    def ask_observer(self) -> None:
        """Ask who is invited to look on."""
        self._jobs.query(read_directory, self._ask_observer, replaces="packs observers")

    def _ask_observer(self, directory: DirectoryPage) -> None:
        self._asking.put(questions.observer(directory), self._inviting, about=self._meeting)

    def _inviting(self, said: Values, _seen: int) -> Callable[[Desk], Done[UUID]]:
        somebody = questions.invited(said)
        return partial(invite_observer, meeting_id=self._meeting, somebody=somebody)

    def take_back(self, row: PackRow) -> None:
        """Take back that somebody was invited to look on."""
        if row.to.invitation is not None:
            told = _("The invitation is taken back. What went to them stands in the log.")
            self._jobs.command(
                partial(take_back_invitation, invitation=row.to.invitation),
                then=lambda _none: self._toast(told, None),
            )

    def tell_passwords(self) -> None:
        """Show the passwords of the agencies whose packs are locked."""
        if self._shown is not None:
            self.passwords.tell(locked(self._shown.going))

    def _show_passwords(self, told: Sequence[tuple[str, str]]) -> None:
        if not self._left.is_set():
            self._view.show_passwords(told)

    def _no_passwords(self) -> None:
        if not self._left.is_set():
            self._toast(_("No password was made yet. They come with the packs."), None)

    def _make(self, folder: Path, rows: Sequence[PackRow], said: Values, form: Answered) -> None:
        if missing := questions.unsaid(said):
            form.refused(InvalidFieldsError(missing))
            return
        keep = partial(self._keep, folder, said, form)
        refused = partial(self._refuse, form)
        self._view.show_making(on=True)
        self._jobs.command(
            partial(ensure_agency_passwords, agencies=list(locked(rows))),
            then=lambda passwords: self._read(rows, passwords, keep, refused),
            refused=refused,
        )

    def _read(
        self,
        rows: Sequence[PackRow],
        passwords: Mapping[UUID, str],
        keep: Callable[[PackOrder, tuple[MadePack, ...]], None],
        refused: Callable[[Exception], bool],
    ) -> None:
        keys = [row.to.key for row in rows]
        self._jobs.query(
            partial(draft_packs, meeting_id=self._meeting, keys=keys),
            lambda order: self._lay_out(order, passwords, keep, refused),
            refused=refused,
        )

    def _lay_out(
        self,
        order: PackOrder,
        passwords: Mapping[UUID, str],
        keep: Callable[[PackOrder, tuple[MadePack, ...]], None],
        refused: Callable[[Exception], bool],
    ) -> None:
        self._jobs.apart(
            _("The packs are being made"),
            partial(self._laid_out, order, passwords),
            lambda made: keep(order, made),
            refused=refused,
        )

    def _laid_out(
        self, order: PackOrder, passwords: Mapping[UUID, str], progress: Progress
    ) -> tuple[MadePack, ...]:
        return lay_out_packs(order, passwords, WhileHere(progress, self._left))

    def _keep(
        self,
        folder: Path,
        said: Values,
        form: Answered,
        order: PackOrder,
        made: tuple[MadePack, ...],
    ) -> None:
        sending = PackSending(
            reasons=questions.reasons_in(said),
            proportionality=said["proportionality"],
            mail=bool(said["mail"]),
            calendar=bool(said["calendar"]),
        )
        act = partial(keep_packs, order=order, made=made, folder=folder, sending=sending)
        self._jobs.command(
            act,
            then=lambda _paths: self._tell_made(form, made),
            refused=partial(self._refuse, form),
        )

    def _tell_made(self, form: Answered, made: Sequence[MadePack]) -> None:
        told = ngettext("{count} pack is saved.", "{count} packs are saved.", len(made))
        self._toast(told, None)
        if self._left.is_set():
            return
        form.done()
        self._view.show_making(on=False)
        self.load()  # passwords may have been made
        if any(one.is_locked for one in made):
            self.tell_passwords()

    def _refuse(self, form: Answered, error: Exception) -> bool:
        if self._left.is_set():
            return isinstance(error, CancelledError)
        self._view.show_making(on=False)
        return form.refused(error)

    def _show(self, read: tuple[PackPreview, date, str]) -> None:
        if self._left.is_set():
            return
        preview, today, own_words = read
        held = frozenset(row.to.key for row in preview.rows if row.waits) ^ self._turned
        self._shown = Shown(preview, held, today, own_words)
        self._view.show_packs(self._shown)


def _read(desk: Desk, meeting: UUID) -> tuple[PackPreview, date, str]:
    return read_pack_preview(desk, meeting), desk.today(), read_own_words(desk)
