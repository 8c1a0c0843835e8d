"""A file dropped on the window, or chosen: who knows it, and which page it leads to.

A kind of file joins with one line in `KNOWN`. What reads spreadsheets is loaded when there is one
to read, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from coordinator.domain.errors import SheetError
from coordinator.domain.progress import Progress
from coordinator.ui.kit.folders import ask_file
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.away import AwayPlace, place_of_card, place_of_pack
from coordinator.ui.places.every import Place, RequestsPlace, ReturnsPlace, place_of_list
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.sheets.tables import Tables


@dataclass(frozen=True)
class Dropped:
    """A file nobody has named yet."""

    path: Path

    @cached_property
    def tables(self) -> Tables:
        """What stands in it, when it is a spreadsheet."""
        from coordinator.sheets.files import read_tables

        return read_tables(self.path)


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of file: how it is recognised, and the page that shows one."""

    recognise: Callable[[Dropped], bool]
    place: Callable[[Path], Place]


@dataclass(frozen=True, slots=True)
class _Odd:
    """Files that came together with others and may not."""

    files: tuple[Path, ...]


def _is_pack(dropped: Dropped) -> bool:
    from coordinator.exchange.pack_files import looks_like_a_pack

    return looks_like_a_pack(dropped.path)


def _is_update_sheet(dropped: Dropped) -> bool:
    from coordinator.casework.away.sheet_reading import looks_like_an_update_sheet

    return looks_like_an_update_sheet(dropped.tables)


def _is_card(dropped: Dropped) -> bool:
    from coordinator.exchange.card_files import looks_like_a_card

    return looks_like_a_card(dropped.path)


def _is_return(dropped: Dropped) -> bool:
    from coordinator.casework.returns.reading import looks_like_a_return

    return looks_like_a_return(dropped.tables)


def _is_reply(dropped: Dropped) -> bool:
    from coordinator.casework.asking.returns import looks_like_a_request

    return looks_like_a_request(dropped.tables)


def _is_list(dropped: Dropped) -> bool:
    from coordinator.sheets.understanding import looks_like_a_list

    return looks_like_a_list(dropped.tables)


KNOWN: tuple[Known, ...] = (
    Known(_is_pack, place_of_pack),
    Known(_is_card, place_of_card),
    Known(_is_update_sheet, place_of_pack),
    Known(_is_return, ReturnsPlace),
    Known(_is_reply, lambda file: RequestsPlace(returned=file)),
    Known(_is_list, place_of_list),
)
"""Asked in this order; the first that recognises a file takes it."""

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


def place_of(path: Path) -> Place:
    """Say which page a file leads to; needs no store.

    Raises:
        SheetError: It cannot be read, or `not-known`: it is nothing the program takes.
    """
    dropped = Dropped(path)
    for kind in KNOWN:
        if kind.recognise(dropped):
            return kind.place(path)
    raise SheetError(path, "not-known")


class Dropping(QObject):
    """Takes files from the desktop, wherever on the window they are dropped.

    It listens before the widgets do, else a field under the pointer would take the file's path as
    words. What has no file in it is left to them.
    """

    def __init__(
        self, window: QMainWindow, jobs: Jobs, go: Callable[[Place], None], tell: Notify
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._go, self._tell = window, jobs, go, tell
        window.setAcceptDrops(True)
        for watched in self._watched():
            watched.installEventFilter(self)

    def let_go(self) -> None:
        """Take no files any more; the store is about to be closed."""
        self._window.setAcceptDrops(False)
        for watched in self._watched():
            watched.removeEventFilter(self)
        self.deleteLater()

    def choose(self) -> None:
        """Ask for a file, and take it."""
        kinds = _("Spreadsheets, packs and cards (*.xlsx *.xls *.ods *.csv *.txt *.plan)")
        title = _("Bring in a file")
        page = self._window.centralWidget() or self._window  # a page goes when the store locks
        chosen = ask_file(page, title, kinds)
        if chosen is not None:
            self.take([chosen])

    def take(self, files: list[Path]) -> None:
        """Find out what files are, off the window's thread, and show them."""
        self._jobs.apart(_("The file is read"), partial(_read, tuple(files)), self._show)

    def _show(self, found: Place | _Odd) -> None:
        if not isinstance(found, _Odd):
            self._go(found)
            return
        told = (
            _("{file} is neither a pack nor an update sheet.", file=one.name)
            for one in found.files
        )
        self._tell(
            Notice(
                _("Several files were dropped."),
                _("Drop one at a time; only packs and update sheets may come together."),
                tuple(told),
            )
        )

    def _watched(self) -> list[QObject]:
        # The handle is there once the window was shown; what reaches it goes to the widgets next.
        return list(filter(None, (self._window, self._window.windowHandle())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        files = _files_in(event)
        if not files or QApplication.activeModalWidget() is not None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.take(files)
        return True


def _read(paths: tuple[Path, ...], _progress: Progress) -> Place | _Odd:
    """Say where files lead, or which of several cannot be looked at one after the other."""
    if len(paths) == 1:
        return place_of(paths[0])
    if odd := tuple(one for one in paths if not _may_come_together(one)):
        return _Odd(odd)
    return replace(place_of_pack(paths[0]), more=paths[1:])


def _may_come_together(path: Path) -> bool:
    try:
        return isinstance(place_of(path), AwayPlace)
    except SheetError:
        return False


def _files_in(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
