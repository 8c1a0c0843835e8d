"""What the window does while a store is open; loaded when one is, not before the first page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.ui.background import Background
from coordinator.ui.device import Device
from coordinator.ui.places import History, Place
from coordinator.ui.shell.building import build_screen
from coordinator.ui.shell.commands import Commands, Deeds
from coordinator.ui.shell.finder import Finder, Target
from coordinator.ui.shell.finding import Finding
from coordinator.ui.shell.helping import ReportDialog, ShortcutsDialog, problem_report
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Sitting
from coordinator.wording.notices import Notice
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Around:
    """What belongs to the window and not to the store: its look, the lock, the way out."""

    look: Callable[[str], object]
    lock: Callable[[], object]
    quit: Callable[[], object]
    device: Device


class AtWork(QObject):
    """The workplace of one sitting, its commands and its dialogs."""

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
        self._commands = Commands(window, self._deeds())
        self.page = self._open()

    def build_again(self) -> None:
        """Build everything anew: the look changed, and lengths with it."""
        self._commands.let_go()
        self._commands = Commands(self._window, self._deeds())
        self.page = self._open()

    def let_go(self) -> None:
        """Drop the screens, the dialogs and the commands; the store is about to be closed."""
        for kind in (Finder, ShortcutsDialog, ReportDialog):
            for dialog in self._window.findChildren(kind):
                dialog.reject()
                dialog.deleteLater()
        self._commands.let_go()
        self.page.let_go()
        self.deleteLater()

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
            refresh=self._here(Workplace.refresh),
            look=self._around.look,
            quit=self._around.quit,
            store_trouble=self._tell_trouble,
            note=lambda error: note_fault(fault_log(), described(error)),
        )

    def _go(self, place: Place) -> None:
        self.page.go(place)

    def _here(self, do: Callable[[Workplace], object]) -> Callable[[], object]:
        """Bind what is done to the page there is when it is done; a new look makes a new one."""
        return lambda *_checked: do(self.page)

    def _lock(self) -> None:
        self._around.lock()

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

    def _show_keys(self) -> None:
        here = self.page.screen_shown.actions if self.page.screen_shown else ()
        ShortcutsDialog(self._window, (*self._commands, *here)).open()

    def _show_report(self) -> None:
        ReportDialog(self._window, problem_report(fault_log())).open()

    def _back_up(self) -> None:
        def tell(_path: Path) -> None:
            self.page.toast(_("A backup was made and checked."))

        self._jobs.long(_("Backing up"), self._sitting.back_up, tell)

    def _tell_trouble(self, notice: Notice) -> None:
        """Store trouble needs more than a line: what happened, and the ways out."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("The store"))
        box.setText(notice.what)
        box.setInformativeText(notice.next)
        again = box.addButton(_("Read again"), QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(_("Save a backup elsewhere"), QMessageBox.ButtonRole.ActionRole)
        lock = box.addButton(_("Lock"), QMessageBox.ButtonRole.DestructiveRole)
        again.clicked.connect(self._here(Workplace.refresh))
        elsewhere.clicked.connect(self._back_up_elsewhere)
        lock.clicked.connect(self._lock)
        box.open()

    def _back_up_elsewhere(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, _("Where the backup goes"))
        if not chosen:
            return

        def tell(_path: Path) -> None:
            self.page.toast(_("A backup was made and checked."))

        into = Path(chosen)
        self._jobs.long(
            _("Backing up"), lambda progress: self._sitting.back_up_into(into, progress), tell
        )
