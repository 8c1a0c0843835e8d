"""What settings do with backups. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Protocol

from coordinator.casework.disclosing.office import note_restore_test
from coordinator.casework.stores.backups import BackupRow
from coordinator.domain.errors import CancelledError, CoordinatorError, WrongSecretError
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, may
from coordinator.domain.stores.backups import is_overdue
from coordinator.runtime.settings import Elsewhere
from coordinator.ui.device import Device
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.settings.faults import Form, told_in
from coordinator.ui.sitting import Sitting
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _


class Seen(Enum):
    """When a backup was checked."""

    WHEN_MADE = "when_made"
    NOW = "now"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup in the list: where it lies is told only of those elsewhere."""

    backup: BackupRow
    elsewhere: bool = False
    seen: Seen = Seen.WHEN_MADE


@dataclass(frozen=True, slots=True)
class Safety:
    """How things stand with backups elsewhere, and after how many days one is asked for."""

    last: Elsewhere | None
    is_overdue: bool
    today: date
    remind_after: int


class BackupsView(Protocol):
    """What the presenter asks of the widgets."""

    def show_backups(self, backups: Sequence[Listed]) -> None:
        """Show which backups there are."""

    def show_safety(self, safety: Safety) -> None:
        """Say when the last one went elsewhere."""

    def say(self, notice: Notice, *, good: bool) -> None:
        """Say what became of something."""

    def ask_passphrase(self, listed: Listed, *, again: bool) -> None:
        """Ask for the passphrase of a backup's day; `again` when one did not open it."""


class BackupsPresenter:
    """Backups of the open store."""

    def __init__(
        self, jobs: Jobs, view: BackupsView, form: Form, sitting: Sitting, device: Device
    ) -> None:
        self._jobs, self._view, self._form = jobs, view, form
        self._sitting, self._device = sitting, device
        self._listed: tuple[Listed, ...] = ()

    def load(self) -> None:
        """List what lies in the store's folder, and where the last one elsewhere went."""
        keeping = self._sitting.keeping
        self._jobs.query(
            lambda _desk: keeping.backups(keeping.backups_folder),
            self._show_own,
            replaces="backups",
        )
        last = self._device.settings().elsewhere(self._sitting.folder)
        if (
            last is not None
        ):  # apart: a drive that is gone may answer late, and nobody waits for it
            self._jobs.apart(
                _("Looking for backups elsewhere"),
                lambda _progress: keeping.backups(Path(last.folder)),
                self._show_other,
                refused=lambda _error: True,
            )

    def back_up(self) -> None:
        """Make a backup in the store's folder."""
        self._jobs.beside(_("Backing up"), self._sitting.back_up, self._tell_made)

    def back_up_into(self, folder: Path) -> None:
        """Make a backup in another folder and remember that."""

        def work(progress: Progress) -> Path:
            return self._sitting.back_up_into(folder, progress)

        def done(path: Path) -> None:
            made = self._device.settings().with_backup(
                self._sitting.folder, folder, self._sitting.reading.today()
            )
            self._device.change(made)
            self._tell_made(path)

        self._jobs.beside(_("Backing up"), work, done, refused=self._tell_trouble)

    def remind_after(self, days: int) -> None:
        """Ask for a backup elsewhere after so many days."""
        self._device.change(replace(self._device.settings(), remind_after=days))
        self._tell_safety()

    def check(self, listed: Listed, passphrase: str = "") -> None:
        """Open a backup and check every page of it."""
        path = listed.backup.path
        keeping = self._sitting.keeping
        self._jobs.apart(
            _("Checking the backup"),
            lambda _progress: keeping.check_backup(path, passphrase),
            lambda _none: self._tell_whole(listed),
            refused=partial(self._not_whole, listed, passphrase),
        )

    def bring_back(self, backup: Path, target: Path, passphrase: str) -> None:
        """Bring a backup back into a folder of its own, and go there."""
        keeping = self._sitting.keeping

        def go(folder: Path) -> None:
            self._device.go_to(folder, passphrase)

        self._jobs.apart(
            _("Bringing the backup back"),
            lambda progress: keeping.bring_back(backup, target, passphrase, progress),
            go,
            refused=told_in(self._form, "backup", "target", "passphrase"),
        )

    def _show_own(self, found: Sequence[BackupRow]) -> None:
        others = [one for one in self._listed if one.elsewhere]
        self._show([*(Listed(one) for one in found), *others])
        self._tell_safety()

    def _show_other(self, found: Sequence[BackupRow]) -> None:
        own = [one for one in self._listed if not one.elsewhere]
        self._show([*own, *(Listed(one, elsewhere=True) for one in found)])

    def _show(self, found: Sequence[Listed]) -> None:
        seen = {one.backup.path: one.seen for one in self._listed}
        listed = (replace(one, seen=seen.get(one.backup.path, one.seen)) for one in found)
        self._listed = tuple(sorted(listed, key=lambda one: one.backup.made, reverse=True))
        self._view.show_backups(self._listed)

    def _tell_safety(self) -> None:
        settings, today = self._device.settings(), self._sitting.reading.today()
        last = settings.elsewhere(self._sitting.folder)
        overdue = is_overdue(last.on if last else None, today, settings.remind_after)
        self._view.show_safety(Safety(last, overdue, today, settings.remind_after))

    def _tell_made(self, _path: Path) -> None:
        self._view.say(Notice(_("A backup was made and checked."), ""), good=True)
        self.load()

    def _tell_trouble(self, error: Exception) -> bool:
        if isinstance(error, CancelledError):
            return True
        if not isinstance(error, CoordinatorError):
            return False
        self._view.say(notice_for(error), good=False)
        return True

    def _tell_whole(self, listed: Listed) -> None:
        self._note(listed, Seen.NOW)
        if may(self._sitting.reading.sitter.role, Right.MANAGE_USERS):
            self._jobs.command(note_restore_test)  # the officer's paper says when it was done
        told = _("The backup opens, and every page of it checks out.")
        self._view.say(Notice(told, ""), good=True)

    def _not_whole(self, listed: Listed, passphrase: str, error: Exception) -> bool:
        if isinstance(error, WrongSecretError):
            self._view.ask_passphrase(listed, again=bool(passphrase))
            return True
        self._note(listed, Seen.FAILED)
        return self._tell_trouble(error)

    def _note(self, listed: Listed, seen: Seen) -> None:
        self._listed = tuple(
            replace(one, seen=seen) if one.backup.path == listed.backup.path else one
            for one in self._listed
        )
        self._view.show_backups(self._listed)
