"""The gate: which page is shown before a store is open, and the ways through it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coordinator.domain.errors import StoreMissingError, WeakPassphraseError
from coordinator.runtime.hardening import described, fault_log, note_fault
from coordinator.runtime.settings import Settings
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.lanes.background import Background
from coordinator.ui.lanes.under_way import Watched
from coordinator.ui.shell.bell import bell_of, ring
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.sitting import Doors, Sitting
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.shell.first_away import FirstAwayPage
    from coordinator.ui.shell.first_run import FirstRunPage

T = TypeVar("T")
_PAINTED_MS = 50


class Gate(QObject):
    """Shows pages and opens stores on the lanes that the workplace will use.

    Signals:
        opened: A store is open on these lanes (Background).
        forgotten: A store that was open before is gone (Path).
    """

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(
        self,
        doors: Doors,
        settings: Settings,
        show: Callable[[QWidget], None],
        put_on_paper: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._doors, self._settings, self._show = doors, settings, show
        self._put_on_paper = put_on_paper
        self._jobs: Background | None = None
        self._is_held = False
        self._next: Callable[[], None] | None = None
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.setInterval(_PAINTED_MS)
        self._warming.timeout.connect(self._warm_up)

    def begin(self, store: Path | None, file: Path | None = None) -> None:
        """Show the first page; `file` is taken in once a store is open."""
        wanted = store or self._settings.last_store
        why = _("{file} is taken in once a store is open.", file=file.name) if file else ""
        if wanted is None:
            page = self.show_welcome()
            if why:
                page.say(why, "", Tone.NEUTRAL)
        elif self._doors.is_store(wanted):
            self.ask(wanted, why)
        else:
            self._tell_missing(wanted)

    def ask(self, folder: Path, why: str = "") -> None:
        """Ask for the passphrase of a store; a made-up panel opens without."""
        if self._doors.is_busy(folder) and ring(bell_of(folder)):
            why = _("This store is open in another window, which was asked to come forward.")
        self._page_of(folder, why)

    def _page_of(self, folder: Path, why: str = "") -> UnlockPage:
        page = UnlockPage(folder, why)
        page.unlock_asked.connect(partial(self._unlock, page, folder, self._doors.open_store))
        page.code_asked.connect(partial(self._unlock, page, folder, self._doors.open_with_code))
        page.others_asked.connect(self.show_welcome)
        self._show(page)
        self._warm_up_soon()
        return page

    def open_with(self, folder: Path, passphrase: str) -> None:
        """Open a store whose passphrase was typed a moment ago, as soon as one may."""
        page = self._page_of(folder)
        page.wait(waiting=True)
        self._unlock(page, folder, self._doors.open_store, passphrase)

    def show_welcome(self) -> WelcomePage:
        """Show the ways to begin."""
        page = WelcomePage([Path(one) for one in self._settings.recent_stores])
        page.make_asked.connect(self._show_first_run)
        page.away_asked.connect(self._show_first_away)
        page.open_asked.connect(partial(self._choose, page))
        page.restore_asked.connect(self.show_restore)
        page.demo_asked.connect(partial(self._open_demo, page))
        page.recent_asked.connect(self._open_recent)
        self._show(page)
        self._warm_up_soon()
        return page

    def hold(self) -> None:
        """Let nobody through yet: the store that was open is still being closed."""
        self._is_held = True

    def release(self) -> None:
        """Let whoever asked meanwhile through."""
        self._is_held = False
        waiting, self._next = self._next, None
        if waiting is not None:
            waiting()

    def close(self) -> None:
        """Let the lanes go, unless a store was opened on them."""
        jobs, self._jobs = self._jobs, None
        self._warming.stop()
        if jobs is not None:
            jobs.close()

    def _warm_up_soon(self) -> None:
        """Load what opening needs once the page is painted: before, it would be painted later."""
        self._lanes()
        self._warming.start()

    def _warm_up(self) -> None:
        if self._jobs is not None:
            self._jobs.warm_up(self._doors.warm_up)

    def _lanes(self) -> Background:
        if self._jobs is None:
            self._jobs = Background(self)
        return self._jobs

    def _through(
        self,
        opening: Callable[[], tuple[Sitting, T]],
        then: Callable[[T], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """Open a store on the lanes, now or as soon as the last one is closed."""

        def go() -> None:
            self._lanes().unlock(opening, then, refused)

        if self._is_held:
            self._next = go
        else:
            go()

    def _enter(self, _result: object = None) -> None:
        jobs, self._jobs = self._jobs, None
        if jobs is not None:
            jobs.setParent(None)
            self.opened.emit(jobs)

    def _unlock(
        self,
        page: UnlockPage,
        folder: Path,
        door: Callable[[Path, str], Sitting],
        secret: str,
    ) -> None:
        page.forget()

        def opening() -> tuple[Sitting, None]:
            return door(folder, secret), None

        self._through(opening, self._enter, partial(_refuse, page.say))

    def _tell_missing(self, folder: Path) -> None:
        from coordinator.wording.refusals.notices import notice_for

        self.forgotten.emit(folder)
        self._settings = self._settings.without_store(folder)
        page = self.show_welcome()
        page.say(notice_for(StoreMissingError()).what, str(folder))

    def _choose(self, page: WelcomePage) -> None:
        from coordinator.ui.kit.folders import ask_folder

        chosen = ask_folder(page, _("Folder of the store"), str(Path.home()))
        if chosen is not None:
            self._open_recent(chosen)

    def _open_recent(self, folder: Path) -> None:
        if self._doors.is_store(folder):
            self.ask(folder)
        else:
            self._tell_missing(folder)

    def _open_demo(self, page: WelcomePage) -> None:
        folder = self._doors.demo_folder()
        page.wait(waiting=True)
        jobs = self._lanes()
        watched = Watched(jobs.stepped.emit)
        jobs.stepped.connect(page.progress.step)
        page.stop_asked.connect(watched.stop)
        page.progress.begin(_("Making a panel of made-up people"))

        def opening() -> tuple[Sitting, None]:
            if self._doors.is_store(folder):
                return self._doors.open_demo(folder), None
            return self._doors.make_demo(folder, watched), None

        def refused(error: Exception) -> None:
            page.progress.end()
            _refuse(page.say, error)

        self._through(opening, self._enter, refused)

    def show_restore(self) -> None:
        """Ask which backup is to be brought back."""
        from coordinator.ui.shell.restore import RestorePage

        page = RestorePage(Path.home() / "coordinator-restored")
        page.left.connect(self.show_welcome)

        def restore(backup: Path, target: Path, passphrase: str) -> None:
            def opening() -> tuple[Sitting, None]:
                return self._doors.restore(backup, target, passphrase), None

            self._through(opening, self._enter, partial(_refuse, page.say))

        page.restore_asked.connect(restore)
        self._show(page)

    def _show_first_run(self) -> None:
        from coordinator.ui.shell.first_run import FirstRunPage

        start = Path.home() / "coordinator-panel"
        doors = self._doors
        page = FirstRunPage(doors.templates(), start, doors.strength, doors.weakness)
        self._show_making(page, doors.make_store)

    def _show_first_away(self) -> None:
        from coordinator.ui.shell.first_away import FirstAwayPage

        start = Path.home() / "coordinator-away"
        page = FirstAwayPage(start, self._doors.strength, self._doors.weakness)
        self._show_making(page, self._doors.make_away_store)

    def _show_making(
        self,
        page: FirstRunPage | FirstAwayPage,
        door: Callable[[Path, T], tuple[Sitting, str]],
    ) -> None:
        """Show a page that asks for what a new store needs; it is made by that door."""
        from coordinator.wording.refusals.notices import notice_for

        page.left.connect(self.show_welcome)

        def make(folder: Path, said: T) -> None:
            def opening() -> tuple[Sitting, str]:
                return door(folder, said)

            def refused(error: Exception) -> None:
                _note(error)
                if isinstance(error, WeakPassphraseError):
                    page.show_faults({"passphrase": notice_for(error).what})
                else:
                    page.say(notice_for(error))

            self._through(opening, self._show_code, refused)

        page.make_asked.connect(make)
        self._show(page)

    def _show_code(self, code: str) -> None:
        from coordinator.ui.kit.codes import save_code
        from coordinator.ui.shell.recovery import RecoveryPage

        page = RecoveryPage(code, save_code, self._put_on_paper)
        page.noted.connect(self._enter)
        self._show(page)


def _refuse(say: Callable[[str, str], None], error: Exception) -> None:
    from coordinator.wording.refusals.notices import notice_for

    _note(error)
    notice = notice_for(error)
    say(" ".join((notice.what, *notice.details)), notice.next)


def _note(error: BaseException) -> None:
    note_fault(fault_log(), described(error))
