"""The main window: before a store is open the gate, afterwards the workplace; and locking."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coordinator.domain.errors import CoordinatorError
from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.runtime.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES, Settings
from coordinator.ui.kit import theme
from coordinator.ui.kit.lending import hand_keys
from coordinator.ui.kit.tokens import Scheme
from coordinator.ui.lanes.background import Background
from coordinator.ui.shell.before import BeforeOpen
from coordinator.ui.shell.bell import Bell, bell_of
from coordinator.ui.shell.gate import Gate
from coordinator.ui.shell.idle import IdleWatch
from coordinator.ui.shell.sight import bring_into_sight, stay_in_sight
from coordinator.ui.sitting import Doors
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.device import Device
    from coordinator.ui.places.wandering import History
    from coordinator.ui.shell.at_work import AtWork
    from coordinator.ui.shell.session_lock import SessionLock
    from coordinator.ui.shell.workplace import Workplace
    from coordinator.ui.sitting import Sitting

_SMALLEST = (640, 480)
_STEP = 0.1
ROOM_TEXT = 1.25  # the least text scale of a screen that a whole room reads
_ROOM = (1700, 950)  # a window as large as this is on a projector, or on a large screen
_AT_REST_MS = 200


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
        self._doors, self._settings, self._keep = doors, settings, keep
        self._geometry = geometry
        self._history: History | None = None
        self._was_in: Path | None = None
        self._jobs: Background | None = None
        self._leaving: Background | None = None
        self._work: AtWork | None = None
        self._bell: Bell | None = None
        self._session: SessionLock | None = None
        self._idle = IdleWatch(self, settings.idle_min)
        self._idle.idle.connect(self._fall_idle)
        self._idle.deserted.connect(self._lock_when_idle)
        self.setWindowTitle(_("Coordinator"))
        self.setMinimumSize(*_SMALLEST)
        self._is_for_room = False
        self._handed: Path | None = None
        self._grown = QTimer(self)  # a window that is being drawn larger comes to rest first
        self._grown.setSingleShot(True)
        self._grown.setInterval(_AT_REST_MS)
        self._grown.timeout.connect(self._fit_room)
        self._wear()
        self._before = BeforeOpen(self, self._change_look)
        self._gate = self._new_gate()
        self._restore_size()
        self._in_sight = stay_in_sight(self)

    def start(self, store: Path | None, file: Path | None = None) -> None:
        """Show the first page: unlock a store, or the welcome.

        Args:
            store: Which; the one that was open last when nobody says.
            file: What is taken in as soon as a store is open.
        """
        self._handed = file
        self._gate.begin(store, file)

    @property
    def workplace(self) -> Workplace | None:
        """What is shown while a store is open."""
        return self._work.page if self._work is not None else None

    @property
    def history(self) -> History | None:
        """Where somebody is and was; kept while the store is locked."""
        return self._history

    def lock(self, why: str = "") -> None:
        """Close the store and drop everything that was read; ask for the passphrase again."""
        folder = self._leave()
        if folder is not None:
            self._gate.ask(folder, why)

    def go_to(self, folder: Path, passphrase: str) -> None:
        """Close the store and open another one whose passphrase was typed a moment ago."""
        if self._leave() is not None:
            self._gate.open_with(folder, passphrase)

    def sit_down(self, sitting: Sitting, words: str) -> None:
        """Go on as somebody else at the same store, and say what came of it."""
        jobs = self._let_go()
        if jobs is None:
            return
        jobs.sit_down(replace(sitting, was_at={}))
        self._history = None  # where they were is no place of whoever sits there now
        self._enter(jobs)
        if self._work is not None:
            self._work.page.toast(words)

    def _leave(self) -> Path | None:
        """Let go of the open store and hold a new gate until it is closed; gives its folder."""
        jobs = self._let_go()
        if jobs is None or jobs.sitting is None:
            return None
        self._leaving = jobs
        jobs.left.connect(self._left)
        jobs.leave()
        self._gate = self._new_gate()
        self._gate.hold()
        return jobs.sitting.folder

    def restore(self) -> None:
        """Close the store and bring a backup back, into a folder of its own."""
        self.lock()
        self._gate.show_restore()

    def come_forward(self) -> None:
        """Come to the front: somebody started a second copy."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _new_gate(self) -> Gate:
        gate = Gate(self._doors, self._settings, self._show_page, self._put_on_paper)
        gate.opened.connect(self._enter)
        gate.forgotten.connect(self._forget)
        self._before.hang()
        return gate

    def _show_page(self, page: QWidget) -> None:
        self.setCentralWidget(page)
        hand_keys(page)

    def _enter(self, jobs: Background) -> None:
        from coordinator.ui.shell.at_work import Around, AtWork

        sitting = jobs.sitting
        if sitting is None:
            return
        self._before.take_off()
        self._jobs = jobs
        self._settings = self._settings.with_store(sitting.folder)
        self._keep(self._settings)
        self._bell = Bell(bell_of(sitting.folder), self)
        self._bell.rang.connect(self.come_forward)
        history = self._history_of(sitting)
        device = self._device()
        around = Around(
            self._change_look, self.lock, self.restore, self.close, device, self.sit_down
        )
        self._work = AtWork(self, jobs, sitting, history, around)
        self._work.arrived.connect(self._grown.start)
        self._idle.start()
        handed, self._handed = self._handed, None
        if handed is not None:
            self._work.take(handed)
        if self._session is None and sys.platform.startswith("linux"):
            from coordinator.ui.shell.session_lock import SessionLock

            self._session = SessionLock(self)
            self._session.locked.connect(self._lock_with_desktop)

    def _history_of(self, sitting: Sitting) -> History:
        """Give where somebody is and was; places hold ids, and ids are of one store."""
        from coordinator.ui.places.away import AwayPlace
        from coordinator.ui.places.wandering import History
        from coordinator.ui.places.whereabouts import place_of
        from coordinator.ui.shell.offered import home_of

        if self._history is None or self._was_in != sitting.folder:
            has_work = sitting.set_out is None
            role = sitting.writing.sitter.role
            home = home_of(role, is_away=sitting.is_away)
            self._history = History(home if has_work else AwayPlace())
            if sitting.was_at:
                self._history.go(place_of(sitting.was_at))
        self._was_in = sitting.folder
        return self._history

    def _device(self) -> Device:
        from coordinator.ui.device import Device

        return Device(
            settings=lambda: self._settings,
            change=self._take,
            put_on_paper=self._put_on_paper,
            lock=self.lock,
            go_to=self.go_to,
        )

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
        self._take(changed)

    def _take(self, changed: Settings) -> None:
        """Keep other settings and act on them; everything is built anew for another look."""
        before, self._settings = self._settings, changed
        self._keep(changed)
        self._idle.wait(changed.idle_min)
        if _look_of(before) == _look_of(changed):
            return
        self._wear()
        if self._work is not None:
            self._work.build_again()

    def _wear(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        chosen = self._settings.theme
        scheme = theme.system_scheme(app) if chosen == "system" else Scheme(chosen)
        scale = self._settings.text_scale
        if self._is_for_room:
            scale = max(scale, ROOM_TEXT)
        look = theme.Look(scheme, scale, self._settings.clear_letters)
        theme.wear(app, look)

    def _fit_room(self) -> None:
        """Make letters larger while a whole room reads along on a large screen, and no longer."""
        shown = self._work.page.screen_shown if self._work is not None else None
        has_room = self.width() >= _ROOM[0] and self.height() >= _ROOM[1]
        is_for_room = shown is not None and shown.takes_all and has_room
        if is_for_room == self._is_for_room:
            return
        self._is_for_room = is_for_room
        if self._settings.text_scale < ROOM_TEXT:
            self._wear()
            if self._work is not None:
                self._work.build_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grown.start()

    def _fall_idle(self) -> None:
        """Lock; where a meeting is live only names go, and the lock comes after half an hour."""
        shown = self._work.page.screen_shown if self._work is not None else None
        if shown is None or shown.when_idle is None or not shown.when_idle():
            self._lock_when_idle()

    def _lock_when_idle(self) -> None:
        self.lock(_("Locked because nobody was at the desk. You come back to where you were."))

    def _lock_with_desktop(self) -> None:
        if self._settings.lock_with_desktop:
            self.lock(_("Locked with the desktop. You come back to where you were."))

    def _let_go(self) -> Background | None:
        """Drop all that was read from the open store; gives its lanes, to be closed."""
        jobs, self._jobs = self._jobs, None
        if jobs is None or jobs.sitting is None:
            return None
        self._idle.stop()
        if self._bell is not None:
            self._bell.take_down()
        if self._work is not None:
            self._work.let_go()
            self._work = None
        self.setCentralWidget(QWidget())  # the old page goes, and with it its rows
        return jobs

    def _left(self, error: BaseException | None) -> None:
        """The store that was locked is closed by now, its last backup made or not."""
        jobs, self._leaving = self._leaving, None
        if jobs is not None:
            jobs.deleteLater()
        gc.collect()  # rows held in circles go now, not some day
        self._gate.release()
        if isinstance(error, CoordinatorError):
            self._tell_closing_trouble(error)
        elif error is not None:
            raise error

    def _tell_closing_trouble(self, error: CoordinatorError) -> None:
        """The store is closed, but its last backup could not be made."""
        from PySide6.QtWidgets import QMessageBox

        from coordinator.wording.refusals.notices import notice_for

        note_fault(fault_log(), described(error))
        notice = notice_for(error)
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("The store"))
        box.setText(notice.what)
        box.setInformativeText(notice.next)
        box.open()

    def _forget(self, folder: Path) -> None:
        self._settings = self._settings.without_store(folder)
        self._keep(self._settings)

    def _restore_size(self) -> None:
        kept = self._geometry.value("window") if self._geometry is not None else None
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1200, room.width()), min(800, room.height()))
        bring_into_sight(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._geometry is not None:
            self._geometry.setValue("window", self.saveGeometry())
        self.hide()  # the last backup may take a while; nothing is left to look at
        self._gate.close()
        for jobs in (self._leaving, self._let_go()):
            if jobs is not None:
                self._finish(jobs)
        super().closeEvent(event)

    def _finish(self, jobs: Background) -> None:
        try:
            jobs.close()
        except CoordinatorError as error:
            note_fault(fault_log(), described(error))


def _look_of(settings: Settings) -> tuple[str, float, bool]:
    return settings.theme, settings.text_scale, settings.clear_letters
