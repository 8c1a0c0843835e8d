"""What somebody does in the window, with how long each took: in the process of `_window`."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coordinator.app import doors
from coordinator.casework.people.finding import find_everything
from coordinator.casework.person.pages import read_person
from coordinator.casework.stores import opening
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import Press
from coordinator.runtime.settings import Settings
from coordinator.ui.places.every import PeoplePlace, PersonPlace, Place, WeekPlace
from coordinator.ui.screens.people.view import _SETTLE_MS, PeopleView
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.benchmarks._window import Stalls, pss, says, wait
from tests.exports import examples

_ROUNDS = 7
_PACK = 200  # people
_TYPING_S = 3.0  # a passphrase; meanwhile what opening needs is loaded
_WORDS = ("harb", "visi", "tom", "an", "0770")


def whole(store: Path) -> dict[str, float]:
    """Unlock a store and use it; milliseconds and megabytes."""
    window = MainWindow(doors(), Settings(theme="light"), lambda _kept: None)
    window.start(store)
    window.show()
    told = _unlock(window)
    told["memory"] = pss()
    work = window.workplace
    assert work is not None
    told |= _switching(work)
    told |= _searching(work)
    told |= _opening_people(work)
    told |= _stalls(work)
    work.go(WeekPlace())  # where the next sitting begins, after an end without leaving
    _rest(0.5)
    return told


def _unlock(window: MainWindow) -> dict[str, float]:
    """Give the passphrase, until the week is painted; deriving the key is told apart."""
    _rest(_TYPING_S)
    derived: list[float] = []
    deriving = vars(opening)["unlock"]

    def timed(*given: Any) -> Any:
        begin = time.perf_counter()
        try:
            return deriving(*given)
        finally:
            derived.append((time.perf_counter() - begin) * 1000)

    vars(opening)["unlock"] = timed
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setText(opening.DEMO_PASSPHRASE)
    begin = time.perf_counter()
    line.returnPressed.emit()
    wait(lambda: window.workplace is not None and _is_read(window.workplace))
    _paint(window)
    took = (time.perf_counter() - begin) * 1000
    vars(opening)["unlock"] = deriving
    return {"derivation": sum(derived), "this week": took - sum(derived)}


def _is_read(work: Workplace) -> bool:
    """Whether This week shows what it read."""
    return "Leads to agree" in says(work) or "next meeting" in says(work).lower()


def _switching(work: Workplace) -> dict[str, float]:
    rows = _people(work)
    wait(lambda: bool(rows()))
    places: list[Place] = [WeekPlace(), PeoplePlace()]
    rounds = [_timed(partial(work.go, place)) for place in places * _ROUNDS]
    return {"switch": min(rounds)}


def _searching(work: Workplace) -> dict[str, float]:
    """Type a letter; ours ends when the answer is painted, the limit when it is read."""
    work.go(PeoplePlace())
    view = _view(work)
    told: list[bool] = []
    view._found.modelReset.connect(lambda: told.append(True))
    ours, limit = [], []
    for words in _WORDS:
        view.search.setText(words[:-1])
        _rest(1.0)
        told.clear()
        begin = time.perf_counter()
        QTest.keyClicks(view.search, words[-1])
        wait(lambda: bool(told))
        _paint(view)
        ours.append((time.perf_counter() - begin) * 1000)
        limit.append(_read(work, partial(find_everything, words=words)))
    view.search.clear()
    _rest(0.5)
    return {"search": min(ours), "search read": min(limit) + _SETTLE_MS}


def _opening_people(work: Workplace) -> dict[str, float]:
    work.go(PeoplePlace())
    rows = _people(work)
    wait(lambda: bool(rows()))
    ours, limit = [], []
    for row in rows()[:_ROUNDS]:
        begin = time.perf_counter()
        work.go(PersonPlace(row.person))
        wait(lambda: "What happened" in says(work))
        _paint(work)
        ours.append((time.perf_counter() - begin) * 1000)
        limit.append(_read(work, partial(read_person, person_id=row.person)))
        work.go(PeoplePlace())
        _rest(0.1)
    return {"person": min(ours), "person read": min(limit)}


def _stalls(work: Workplace) -> dict[str, float]:
    """Lay out a large pack, then back up: how long the window stood still at most."""
    pack, watch = examples.pack(_PACK), Stalls()
    done: list[object] = []

    def print_it(progress: Any) -> int:
        with Press() as press:
            return len(press.lay_out(PaperKind.PACK, pack, progress=progress))

    watch.begin()
    _rest(2.0)
    told = {"stall, idle": watch.longest}
    watch.begin()
    work.jobs.apart("pack", print_it, done.append)
    wait(lambda: len(done) == 1)
    told["stall, pack"] = watch.longest
    watch.begin()
    work.jobs.beside("backup", work.sitting.back_up, done.append)
    wait(lambda: len(done) == 2)
    return told | {"stall, backup": watch.longest}


def _view(work: Workplace) -> PeopleView:
    view = work.findChild(PeopleView)
    assert view is not None
    return view


def _people(work: Workplace) -> Callable[[], Any]:
    work.go(PeoplePlace())
    return lambda: _view(work)._caseload.rows


def _read(work: Workplace, read: Callable[..., object]) -> float:
    """Time a read alone, on its lane."""
    took: list[float] = []

    def timed(desk: Any) -> float:
        begin = time.perf_counter()
        read(desk)
        return (time.perf_counter() - begin) * 1000

    work.jobs.query(timed, took.append, journalled=True)  # the lane on which people are opened
    wait(lambda: bool(took))
    return took[0]


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - begin) * 1000


def _paint(widget: QWidget) -> None:
    widget.repaint()
    QApplication.processEvents()


def _rest(seconds: float) -> None:
    end = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > end)
