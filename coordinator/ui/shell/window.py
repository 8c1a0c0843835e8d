"""The main window: before a store is open the gate, afterwards the workplace; and locking."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QWidget

from coordinator.domain.errors import CoordinatorError
from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.runtime.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES, Settings
from coordinator.ui.background import Background
from coordinator.ui.kit import theme
from coordinator.ui.kit.tokens import Scheme
from coordinator.ui.places import History, WeekPlace
from coordinator.ui.shell.bell import Bell, bell_of
from coordinator.ui.shell.building import build_screen
from coordinator.ui.shell.commands import Commands, Deeds
from coordinator.ui.shell.finder import Finder, Target
from coordinator.ui.shell.finding import Finding
from coordinator.ui.shell.gate import Gate
from coordinator.ui.shell.helping import ReportDialog, ShortcutsDialog, problem_report
from coordinator.ui.shell.idle import IdleWatch
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Doors, Sitting
from coordinator.wording.notices import Notice, notice_for
from coordinator.wording.translation import _

_SMALLEST = (640, 480)
_STEP = 0.1


class MainWindow(QMainWindow):
    """Holds one page at a time: the gate's, or the workplace."""

    def __init__(
        self,
        doors: Doors,
        settings: Settings,
        keep: Callable[[Settings], None],
        geometry: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._settings, self._keep, self._geometry = settings, keep, geometry
        self._doors = doors
        self._history = History(WeekPlace())
        self._jobs: Background | None = None
        self._commands: Commands | None = None
        self._bell: Bell | None = None
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self._lock_when_idle)
        QApplication.instance().installEventFilter(self._idle)  # type: ignore[union-attr]
        self.setWindowTitle(_("Coordinator"))
        self.setMinimumSize(*_SMALLEST)
        self._wear()
        self._gate = self._new_gate()
        self._restore_size()

    def start(self, store: Path | None) -> None:
        """Show the first page: unlock a store, or the welcome."""
        self._gate.begin(store)

    @property
    def workplace(self) -> Workplace | None:
        """What is shown while a store is open."""
        shown = self.centralWidget()
        return shown if isinstance(shown, Workplace) else None

    def lock(self, why: str = "") -> None:
        """Close the store and everything that was read from it; ask for the passphrase again."""
        folder = self._close_store()
        if folder is not None:
            self._gate = self._new_gate()
            self._gate.ask(folder, why)

    def come_forward(self) -> None:
        """Come to the front: somebody started a second copy."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _new_gate(self) -> Gate:
        gate = Gate(self._doors, self._settings, self._show_page, self._put_on_paper)
        gate.opened.connect(self._enter)
        gate.forgotten.connect(self._forget)
        return gate

    def _show_page(self, page: QWidget) -> None:
        self.setCentralWidget(page)
        page.setFocus()

    def _enter(self, jobs: Background) -> None:
        sitting = jobs.sitting
        if sitting is None:
            return
        self._jobs = jobs
        self._settings = self._settings.with_store(sitting.folder)
        self._keep(self._settings)
        self._bell = Bell(bell_of(sitting.folder), self)
        self._bell.rang.connect(self.come_forward)
        self._open_workplace(sitting, jobs)
        self._idle.start()

    def _open_workplace(self, sitting: Sitting, jobs: Background) -> None:
        if self._commands is not None:
            self._commands.let_go()
        self._commands = Commands(self, self._deeds())
        place = Workplace(sitting, jobs, self._history, self._commands, build_screen)
        self.setCentralWidget(place)
        shown = place.screen_shown
        if shown is not None and shown.first is not None:
            shown.first.setFocus()

    def _deeds(self) -> Deeds:
        return Deeds(
            go=lambda place: self._at_work(lambda work: work.go(place)),
            find=self._find,
            back=lambda: self._at_work(Workplace.back),
            forward=lambda: self._at_work(Workplace.forward),
            lock=self.lock,
            keys=self._show_keys,
            report=self._show_report,
            back_up=self._back_up,
            refresh=lambda: self._at_work(Workplace.refresh),
            look=self._change_look,
            quit=self.close,
            store_trouble=self._tell_trouble,
            note=_note,
        )

    def _at_work(self, do: Callable[[Workplace], object]) -> None:
        if (work := self.workplace) is not None:
            do(work)

    def _find(self) -> None:
        work = self.workplace
        if work is None or self._commands is None:
            return
        finder = Finder(self)
        here = work.screen_shown.actions if work.screen_shown else ()
        commands = [
            Target(one.text(), one.shortcut().toString(), "chevron-right", one.trigger)
            for one in (*here, *self._commands)
            if one is not self._commands.find and one.isEnabled()
        ]
        finding = Finding(work.jobs, finder, work.go, commands, Target)
        finder.searched.connect(finding.search)
        finding.search("")
        finder.presenter = finding
        finder.open()

    def _show_keys(self) -> None:
        work = self.workplace
        here = work.screen_shown.actions if work is not None and work.screen_shown else ()
        ShortcutsDialog(self, (*(self._commands or ()), *here)).open()

    def _show_report(self) -> None:
        ReportDialog(self, problem_report(fault_log())).open()

    def _back_up(self) -> None:
        work = self.workplace
        if work is None:
            return

        def tell(_path: Path) -> None:
            self._at_work(lambda one: one.toast(_("A backup was made and checked.")))

        work.jobs.long(_("Backing up"), work.sitting.back_up, tell)

    def _put_on_paper(self, code: str) -> bool:
        from coordinator.ui.shell.printing import print_code

        return print_code(self, code)

    def _change_look(self, what: str) -> None:
        scale, step = self._settings.text_scale, {"larger": _STEP, "smaller": -_STEP}
        if what in THEMES:
            changed = replace(self._settings, theme=what)
        elif what == "letters":
            changed = replace(self._settings, clear_letters=not self._settings.clear_letters)
        else:
            wanted = SMALLEST_TEXT if what == "usual" else scale + step[what]
            clamped = round(min(max(wanted, SMALLEST_TEXT), LARGEST_TEXT), 1)
            changed = replace(self._settings, text_scale=clamped)
        self._settings = changed
        self._keep(changed)
        self._wear()
        work = self.workplace
        if work is not None:
            self._open_workplace(work.sitting, work.jobs)

    def _wear(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        chosen = self._settings.theme
        scheme = theme.system_scheme(app) if chosen == "system" else Scheme(chosen)
        look = theme.Look(scheme, self._settings.text_scale, self._settings.clear_letters)
        theme.wear(app, look)

    def _lock_when_idle(self) -> None:
        self.lock(_("Locked because nobody was at the desk. You come back to where you were."))

    def _close_store(self) -> Path | None:
        """Let go of the store and of all that was read; gives its folder."""
        jobs, self._jobs = self._jobs, None
        if jobs is None or jobs.sitting is None:
            return None
        folder = jobs.sitting.folder
        self._idle.stop()
        if self._bell is not None:
            self._bell.take_down()
        for dialog in self.findChildren(Finder):
            dialog.reject()
            dialog.deleteLater()
        if self._commands is not None:
            self._commands.let_go()
            self._commands = None
        self._at_work(Workplace.let_go)
        self.setCentralWidget(QWidget())  # the old page goes, and with it its rows
        QApplication.setOverrideCursor(self.cursor().shape().WaitCursor)
        try:
            jobs.close()
        except CoordinatorError as error:
            _note(error)
            self._tell_trouble(notice_for(error))
        finally:
            QApplication.restoreOverrideCursor()
            jobs.deleteLater()
            QTimer.singleShot(0, gc.collect)  # rows held in circles go now, not some day
        return folder

    def _tell_trouble(self, notice: Notice) -> None:
        """Store trouble: more than a line, with the ways out."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("The store"))
        box.setText(notice.what)
        box.setInformativeText(notice.next)
        box.addButton(_("Carry on"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _forget(self, folder: Path) -> None:
        self._settings = self._settings.without_store(folder)
        self._keep(self._settings)

    def _restore_size(self) -> None:
        kept = self._geometry.value("window") if self._geometry is not None else None
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1200, room.width()), min(800, room.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._geometry is not None:
            self._geometry.setValue("window", self.saveGeometry())
        self._gate.close()
        self._close_store()
        super().closeEvent(event)


def _note(error: BaseException) -> None:
    note_fault(fault_log(), described(error))
