"""A backup asked for while somebody types: nobody waits for it, and it is of one moment."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator.app import _seat
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_people
from coordinator.casework.records.drafts import DraftView, keep_draft, read_draft
from coordinator.casework.stores.backups import bring_back, read_backups
from coordinator.casework.stores.opening import Office, open_store
from coordinator.db.backups import list_backups
from coordinator.domain.errors import CancelledError
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress
from coordinator.ui.lanes.background import Background
from coordinator.ui.sitting import Sitting
from tests.offices import OFFICER, WORDS
from tests.ui.desktops import PATIENCE, Desktop, do, says

SECOND = 1_000
LONG_TEXT = "It was agreed. " * 300_000  # the copy takes some steps


@pytest.fixture
def full(office: Office) -> Office:
    """A store of some megabytes, its connections let go of by the test's own thread."""
    keep_draft(office.desk, "plan.text", OFFICER, seen=0, values={"text": LONG_TEXT})
    office.desk.store.close()
    return office


@pytest.fixture
def lanes(full: Office, qtbot: QtBot) -> Iterator[Background]:
    jobs = Background()
    opened: list[bool] = []

    def opening() -> tuple[Sitting, bool]:
        return _seat(full), True

    jobs.unlock(opening, opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    yield jobs
    jobs.close()


class HeldUp:
    """A backup that is held up after its first step until it is let go on."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.begun, self._go_on = threading.Event(), threading.Event()
        self.steps: list[tuple[int, int]] = []

    def make(self, progress: Progress) -> Path:
        self._told: Progress = progress
        return self._office.back_up("asked", progress=self).path

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        self.begun.set()
        assert self._go_on.wait(10)
        self._told.step(done, total)

    def go_on(self) -> None:
        self._go_on.set()


def test_what_is_typed_and_done_while_a_backup_is_made_is_on_file_at_once(
    full: Office, lanes: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    held, done, kept, acted = HeldUp(full), [], [], []  # type: ignore[var-annotated]
    lanes.beside("Backing up", held.make, done.append)
    assert held.begun.wait(10)
    draft = partial(keep_draft, form="live.action", record=OFFICER, seen=0, values={"text": "pro"})
    lanes.query(draft, lambda _none: kept.append(True), journalled=True)
    lanes.command(partial(register_person, given_name="Tomos"), then=acted.append)
    qtbot.waitUntil(lambda: bool(kept and acted), timeout=SECOND)
    assert not done
    held.go_on()
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    copied = [one for one in held.steps if one[1]]
    assert len(copied) > 3
    assert copied == sorted(copied)  # it never began anew because somebody wrote
    found: list[DraftView | None] = []
    lanes.query(lambda desk: read_draft(desk, "live.action", OFFICER), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    assert found[0] is not None
    assert found[0].values == {"text": "pro"}
    office = open_store(bring_back(done[0], tmp_path / "back", WORDS), WORDS)
    assert find_people(office.desk).rows == ()  # of the moment it was begun
    office.close(back_up=False)


def test_a_backup_can_be_stopped_while_it_is_copied_and_while_it_is_checked(
    full: Office, lanes: Background, qtbot: QtBot
) -> None:
    class StoppedAt:
        def __init__(self, when_checking: bool) -> None:
            self._when = when_checking

        def step(self, _done: int, total: int) -> None:
            if (total == 0) == self._when:
                raise CancelledError

    heard: list[Exception] = []
    for when_checking in (False, True):
        lanes.beside(
            "Backing up",
            lambda _progress, when=when_checking: full.back_up("asked", progress=StoppedAt(when)),  # type: ignore[misc]
            lambda _path: pytest.fail("it was stopped"),
            refused=lambda error: not heard.append(error),  # type: ignore[func-returns-value]
        )
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=PATIENCE)
    assert [type(one) for one in heard] == [CancelledError, CancelledError]
    assert list_backups(full.folder.backups) == []
    assert list(full.folder.backups.iterdir()) == []  # nor half of one


def test_the_store_is_closed_only_when_the_backup_in_hand_is_made(
    full: Office, lanes: Background, qtbot: QtBot
) -> None:
    held = HeldUp(full)
    lanes.beside("Backing up", held.make, lambda _path: None)
    assert held.begun.wait(10)
    with qtbot.waitSignal(lanes.left, timeout=PATIENCE) as told:
        lanes.leave()
        was_held = full.lock.is_held
        held.go_on()
    assert told.args == [None]
    assert (was_held, full.lock.is_held) == (True, False)
    assert [one.reason for one in read_backups(full.folder.backups)] == ["asked"]


def test_two_backups_asked_for_at_once_are_made_one_after_the_other(
    full: Office, lanes: Background, qtbot: QtBot
) -> None:
    held, done = HeldUp(full), []  # type: ignore[var-annotated]
    lanes.beside("Backing up", held.make, done.append)
    assert held.begun.wait(10)
    lanes.long("Bringing in", lambda _told: full.back_up("import").path, done.append)
    held.go_on()
    qtbot.waitUntil(lambda: len(done) == 2, timeout=PATIENCE)
    assert {one.path for one in read_backups(full.folder.backups)} == set(done)


def test_the_bar_goes_back_to_the_work_that_is_still_under_way(
    lanes: Background, qtbot: QtBot
) -> None:
    shown: list[str] = []
    ended: list[bool] = []
    go_on = threading.Event()
    lanes.began.connect(lambda what, _watched: shown.append(what))
    lanes.ended.connect(lambda: ended.append(True))
    lanes.beside("Backing up", lambda _progress: go_on.wait(10), lambda _none: None)
    lanes.apart("A paper", lambda _progress: None, lambda _none: None)
    qtbot.waitUntil(lambda: shown == ["Backing up", "A paper", "Backing up"], timeout=PATIENCE)
    assert ended == []
    go_on.set()
    qtbot.waitUntil(lambda: ended == [True], timeout=PATIENCE)


def test_the_window_backs_up_while_an_act_is_under_way(
    desktop: Desktop, closed_store: Path, qtbot: QtBot
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    go_on = threading.Event()

    def slow(_desk: object) -> Done[None]:
        go_on.wait(20)
        return Done(None, Changes())

    work.jobs.command(slow)
    do(window, "Back up now")
    try:
        qtbot.waitUntil(lambda: "A backup was made and checked." in says(window), timeout=PATIENCE)
    finally:
        go_on.set()
