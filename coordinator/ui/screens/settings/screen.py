"""Joining the parts of the settings with their presenters."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator.domain.errors import StorePlaceError
from coordinator.domain.outcomes import Changes
from coordinator.domain.roles import Right, may
from coordinator.ui.device import Device
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import SettingsPart, SettingsPlace
from coordinator.ui.screens.settings.backing_up import BackupsPresenter
from coordinator.ui.screens.settings.backups import BackupsPart
from coordinator.ui.screens.settings.device import DevicePart, LicencesDialog
from coordinator.ui.screens.settings.look import LookPart
from coordinator.ui.screens.settings.officer import OfficerPart
from coordinator.ui.screens.settings.presenter import (
    CodePresenter,
    OwnPresenter,
    UsersPresenter,
)
from coordinator.ui.screens.settings.secrets import CodePart, OwnPart
from coordinator.ui.screens.settings.users import UsersPart
from coordinator.ui.screens.settings.view import SettingsView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.sitting import Sitting
from coordinator.wording.refusals.notices import Notice, notice_for

_OF_MANAGERS = frozenset({SettingsPart.USERS, SettingsPart.CODE, SettingsPart.OFFICER})


@dataclass(frozen=True, slots=True)
class Around:
    """What the page is lent of the window.

    Attributes:
        moved: Is told when another part is looked at.
        to_panel: Goes to the panel's own settings; nothing when there is no such page.
        to_paper: Shows a paper for the officer, by its name.
        to_trail: Goes to the audit log.
        to_contacts: Goes to contacts and words.
        to_away: Goes to who has what, and what came back.
    """

    device: Device
    keys: Callable[[], object]
    report: Callable[[], object]
    moved: Callable[[SettingsPlace], object]
    to_panel: Callable[[], object] | None = None
    to_paper: Callable[[str], object] = field(default=lambda _name: None)
    to_trail: Callable[[], object] = field(default=lambda: None)
    to_contacts: Callable[[], object] = field(default=lambda: None)
    to_away: Callable[[], object] = field(default=lambda: None)


def build(jobs: Jobs, sitting: Sitting, around: Around, part: SettingsPart) -> Screen:
    """Give the screen at one of its parts, joined up and loading."""
    manages = may(sitting.writing.sitter.role, Right.MANAGE_USERS)
    shown = tuple(one for one in SettingsPart if manages or one not in _OF_MANAGERS)
    role, with_panel = sitting.writing.sitter.role, around.to_panel is not None
    with_away = sitting.is_away or may(role, Right.SETTLE)
    view = SettingsView(shown, with_panel=with_panel, with_away=with_away)
    view.contacts_asked.connect(around.to_contacts)
    view.away_asked.connect(around.to_away)
    parts = _Parts(JobsWhileOpen(view, jobs), sitting, around)
    view.fill_with(parts.make)
    view.show_part(part if part in shown else shown[0])
    view.part_chosen.connect(lambda chosen: around.moved(SettingsPlace(chosen)))
    if around.to_panel is not None:
        view.panel_asked.connect(around.to_panel)
    return Screen(view, parts, parts.look_again, first=parts.first)


@dataclass
class _Parts:
    """Makes the parts and keeps what stands behind them."""

    jobs: Jobs
    sitting: Sitting
    around: Around
    first: QWidget | None = None
    _kept: list[object] = field(default_factory=list)
    _listening: list[Callable[[Changes], None]] = field(default_factory=list)

    def make(self, part: SettingsPart) -> QWidget:
        """Make one part, joined up and loading."""
        makers: dict[SettingsPart, Callable[[], tuple[QWidget, QWidget]]] = {
            SettingsPart.USERS: self._users,
            SettingsPart.OWN: self._own,
            SettingsPart.CODE: self._code,
            SettingsPart.BACKUPS: self._backups,
            SettingsPart.LOOK: self._look,
            SettingsPart.DEVICE: self._device,
            SettingsPart.OFFICER: self._officer,
        }
        made, first = makers[part]()
        self.first = self.first or first
        return made

    def look_again(self, changes: Changes) -> None:
        """Tell the parts what was written."""
        for listen in self._listening:
            listen(changes)

    def _users(self) -> tuple[QWidget, QWidget]:
        device, keeping = self.around.device, self.sitting.keeping
        view = UsersPart(keeping, device.put_on_paper)
        asking = Asking(self.jobs, view.sheets)
        presenter = UsersPresenter(self.jobs, view, asking, keeping, device.lock)
        view.add_asked.connect(presenter.begin_adding)
        view.add_given.connect(presenter.add)
        view.passphrase_given.connect(presenter.give)
        view.removal_asked.connect(presenter.ask_removal)
        view.master_given.connect(presenter.prepare_master)
        view.code_noted.connect(presenter.change_master)
        view.master_left.connect(presenter.forget)
        presenter.load()
        self._kept.append(presenter)
        self._listening.append(presenter.look_again)
        return view, view.table

    def _own(self) -> tuple[QWidget, QWidget]:
        view = OwnPart(self.sitting.keeping)
        presenter = OwnPresenter(self.jobs, view, self.sitting.keeping)
        view.change_asked.connect(presenter.change)
        self._kept.append(presenter)
        return view, view.first

    def _code(self) -> tuple[QWidget, QWidget]:
        view = CodePart(self.around.device.put_on_paper)
        presenter = CodePresenter(self.jobs, view, self.sitting.keeping)
        view.new_asked.connect(presenter.begin)
        view.noted.connect(presenter.take)
        view.left.connect(presenter.leave)
        self._kept.append(presenter)
        return view, view.begin

    def _backups(self) -> tuple[QWidget, QWidget]:
        view = BackupsPart(self.sitting.folder)
        presenter = BackupsPresenter(
            self.jobs, view, view.restoring, self.sitting, self.around.device
        )
        view.make_asked.connect(presenter.back_up)
        view.elsewhere_asked.connect(presenter.back_up_into)
        view.check_asked.connect(presenter.check)
        view.restore_asked.connect(presenter.bring_back)
        view.reminder_set.connect(presenter.remind_after)
        presenter.load()
        self._kept.append(presenter)
        return view, view.make

    def _look(self) -> tuple[QWidget, QWidget]:
        view = LookPart(self.around.device.settings())
        view.changed.connect(self.around.device.change)
        return view, view.theme

    def _device(self) -> tuple[QWidget, QWidget]:
        view = DevicePart(self.sitting.folder)
        device, here = self.around.device, self.sitting.folder

        def show() -> None:
            recent = [Path(one) for one in device.settings().recent_stores]
            view.show_others([one for one in recent if one != here.absolute()])

        def forget(store: Path) -> None:
            device.change(device.settings().without_store(store))
            show()

        view.keys_asked.connect(self.around.keys)
        view.report_asked.connect(self.around.report)
        view.licences_asked.connect(lambda: show_licences(view))
        view.forget_asked.connect(forget)
        show()
        self.jobs.query(lambda _desk: self._trouble(here), view.show_place)
        return view, view.first

    def _officer(self) -> tuple[QWidget, QWidget]:
        view = OfficerPart()
        view.paper_asked.connect(self.around.to_paper)
        view.trail_asked.connect(self.around.to_trail)
        return view, view.first or view

    def _trouble(self, folder: Path) -> Notice | None:
        try:
            self.sitting.keeping.check_place(folder)
        except StorePlaceError as error:
            return notice_for(error)
        return None


def show_licences(parent: QWidget) -> LicencesDialog:
    """Show the licence texts over a page."""
    from coordinator.reference.licences import licences

    dialog = LicencesDialog(parent, licences())
    dialog.open()
    return dialog
