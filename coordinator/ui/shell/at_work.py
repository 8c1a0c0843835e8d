"""What the window does while a store is open; loaded when one is, not before the first page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox

from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.casework.stores.clocks import read_newest_ahead
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.ui.device import Device
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.folders import ask_folder, close_file_dialogs
from coordinator.ui.kit.screen import carried_by, carry_into
from coordinator.ui.lanes.background import Background
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.every import Place
from coordinator.ui.places.wandering import History
from coordinator.ui.places.whereabouts import words_of
from coordinator.ui.shell.building import build_screen
from coordinator.ui.shell.commands import Commands, Deeds
from coordinator.ui.shell.dropping import Dropping
from coordinator.ui.shell.finder import Finder, Target
from coordinator.ui.shell.finding import Finding
from coordinator.ui.shell.helping import ReportDialog, ShortcutsDialog, problem_report
from coordinator.ui.shell.reasons import ask_why_papers_leave
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Sitting
from coordinator.wording.clocks import clock_behind
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Around:
    """What belongs to the window and not to the store: its look, the lock, the way out."""

    look: Callable[[str], object]
    lock: Callable[[], object]
    restore: Callable[[], object]
    quit: Callable[[], object]
    device: Device
    sit_down: Callable[[Sitting, str], object]


_SWITCHING = (
    RecordKind.PANEL_LINE,
    RecordKind.BUDGET_LINE,
    RecordKind.BUDGET_ALLOCATION,
    RecordKind.PLACE_PLAN,
    RecordKind.PLACE_GROUP,
    RecordKind.THEME,
)
"""What may switch something on, or be the first of it on file."""


class AtWork(QObject):
    """The workplace of one sitting, its commands and its dialogs.

    Signals:
        arrived: Another place is shown (Place).
    """

    arrived = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        jobs: Background,
        sitting: Sitting,
        history: History,
        around: Around,
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._sitting = window, jobs, sitting
        self._history, self._around = history, around
        self._trouble: QMessageBox | None = None
        self._commands = self._make_commands()
        self.page = self._open()
        self._dropping = Dropping(window, jobs, self._here_to, self._tell)
        jobs.query(read_newest_ahead, self._tell_clock, refused=lambda _error: True)
        jobs.changed.connect(self._look_at_switches)
        self._read_switches()

    def build_again(self) -> None:
        """Build everything anew: the look changed, and lengths with it."""
        self._keep_forms()
        carried = carried_by(self.page.screen_shown)
        self._commands.let_go()
        self._commands = self._make_commands()
        self._read_switches()
        self.page = self._open()
        carry_into(self.page.screen_shown, carried)

    def let_go(self) -> None:
        """Drop the screens, the dialogs and the commands; the store is about to be closed."""
        self._keep_forms()
        close_file_dialogs(self._window)
        if self._trouble is not None:
            self._trouble.reject()
        for kind in (Finder, ShortcutsDialog, ReportDialog):
            for dialog in self._window.findChildren(kind):
                dialog.reject()
                dialog.deleteLater()
        self._dropping.let_go()
        self._commands.let_go()
        self.page.let_go()
        self.deleteLater()

    def _keep_forms(self) -> None:
        for form in self._window.findChildren(FormDialog):
            form.keep_now()

    def _open(self) -> Workplace:
        page = Workplace(
            self._sitting,
            self._jobs,
            self._history,
            self._commands,
            build_screen,
            self._around.device,
        )
        self._window.setCentralWidget(page)
        page.arrived.connect(self._note_place)
        page.arrived.connect(self.arrived)
        shown = page.screen_shown
        if shown is not None and shown.first is not None:
            shown.first.setFocus()
        return page

    def _deeds(self) -> Deeds:
        return Deeds(
            go=self._go,
            find=self._find,
            back=self._here(Workplace.back),
            forward=self._here(Workplace.forward),
            lock=self._around.lock,
            keys=self._show_keys,
            report=self._show_report,
            back_up=self._back_up,
            bring_in=self._bring_in,
            refresh=self._here(Workplace.refresh),
            look=self._around.look,
            quit=self._around.quit,
            say_why=self._say_why,
            store_trouble=self._tell_trouble,
            note=lambda error: note_fault(fault_log(), described(error)),
            sit_down=self._around.sit_down,
        )

    def _go(self, place: Place) -> None:
        self.page.go(place)

    def _note_place(self, place: Place) -> None:
        """Note where somebody is, for after a crash; that it could not be is not worth a word."""
        keep, words = self._sitting.keep_place, words_of(place)
        self._jobs.query(
            lambda _desk: keep(words),
            lambda _kept: None,
            refused=lambda _error: True,
            journalled=True,
        )

    def take(self, file: Path) -> None:
        """Take a file the program was started with, as one that is dropped."""
        self._dropping.take([file])

    def _here_to(self, place: Place) -> None:
        if self._sitting.set_out is None:
            self.page.go_anew(place)
        elif isinstance(place, ContactsPlace) or (isinstance(place, AwayPlace) and not place.more):
            self.page.go_anew(AwayPlace(place.file, place.handed))  # one page, whichever it is
        else:
            self._tell(
                Notice(
                    _("Nothing was taken away yet."),
                    _("Until then only the panel's card and its pack are taken in here."),
                )
            )

    def _make_commands(self) -> Commands:
        sitting = self._sitting
        role = sitting.writing.sitter.role
        has_work = sitting.set_out is None
        return Commands(
            self._window, self._deeds(), role, is_away=sitting.is_away, has_work=has_work
        )

    def _look_at_switches(self, changes: Changes) -> None:
        if changes.touch(*_SWITCHING):
            self._read_switches()

    def _read_switches(self) -> None:
        """Read what the panel works with, so that its ways are offered."""
        if self._sitting.set_out is not None:
            return
        self._jobs.query(
            find_features_in_use,
            self._show_switches,
            replaces="switches",
            refused=lambda _error: True,
        )

    def _show_switches(self, on: frozenset[Feature]) -> None:
        self._commands.show_features(on)  # a new look made others meanwhile

    def _tell(self, notice: Notice) -> None:
        self.page.tell(notice)

    def _tell_clock(self, newest: datetime | None) -> None:
        if newest is not None:
            self._tell(clock_behind(newest))

    def _bring_in(self) -> None:
        self._dropping.choose()

    def _here(self, do: Callable[[Workplace], object]) -> Callable[[], object]:
        """Bind what is done to the page there is when it is done; a new look makes a new one."""
        return lambda *_checked: do(self.page)

    def _find(self) -> None:
        finder = Finder(self._window)
        here = self.page.screen_shown.actions if self.page.screen_shown else ()
        commands = [
            Target(one.text(), one.shortcut().toString(), "chevron-right", one.trigger)
            for one in (*here, *self._commands)
            if one is not self._commands.find and one.isEnabled()
        ]
        finding = Finding(self._jobs, finder, self.page.go, commands, Target)
        finder.searched.connect(finding.search)
        finder.presenter = finding
        finding.search("")
        finder.open()

    def _say_why(self) -> None:
        ask_why_papers_leave(self.page, self._jobs, self.page.toast)

    def _show_keys(self) -> None:
        here = self.page.screen_shown.actions if self.page.screen_shown else ()
        ShortcutsDialog(self._window, self._commands, here).open()

    def _show_report(self) -> None:
        ReportDialog(self._window, problem_report(fault_log())).open()

    def _back_up(self) -> None:
        def tell(_path: Path) -> None:
            self.page.toast(_("A backup was made and checked."))

        self._jobs.beside(_("Backing up"), self._sitting.back_up, tell)

    def _tell_trouble(self, notice: Notice) -> None:
        """Store trouble needs more than a line: what happened, and the ways out.

        Nothing that is typed goes: several acts may fail at once and are told of once.
        """
        if self._trouble is not None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("The store"))
        box.setText(notice.what)
        box.setInformativeText(notice.next)
        box.addButton(_("Go on"), QMessageBox.ButtonRole.RejectRole)
        again = box.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(_("Save a backup elsewhere"), QMessageBox.ButtonRole.ActionRole)
        restore = box.addButton(_("Bring back a backup"), QMessageBox.ButtonRole.ActionRole)
        again.clicked.connect(self._try_again)
        elsewhere.clicked.connect(self._back_up_elsewhere)
        restore.clicked.connect(self._around.restore)
        self._trouble = box
        box.finished.connect(self._forget_trouble)
        box.open()

    def _forget_trouble(self, _result: int) -> None:
        self._trouble = None

    def _try_again(self) -> None:
        """Do again what the page could not; a form that is open keeps what was said in it."""
        if not self._is_asking():
            self.page.try_again()

    def _is_asking(self) -> bool:
        forms = self._window.findChildren(QDialog)
        return any(one.isVisible() and one is not self._trouble for one in forms)

    def _back_up_elsewhere(self) -> None:
        into = ask_folder(self.page, _("Where the backup goes"))
        if into is None:
            return

        def tell(_path: Path) -> None:
            self.page.toast(_("A backup was made and checked."))

        self._jobs.beside(
            _("Backing up"), lambda progress: self._sitting.back_up_into(into, progress), tell
        )
