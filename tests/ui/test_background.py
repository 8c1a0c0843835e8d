"""The lanes, on a real store: who works where, what is dropped, what is finished."""

import gc
import threading
import time
from collections.abc import Iterator
from functools import partial
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from coordinator.app import _seat
from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_people
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import add_user
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import BackupError, CancelledError, InvalidFieldsError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.person.pages import PeoplePage
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Role
from coordinator.ui.lanes.background import Background
from coordinator.ui.lanes.under_way import Watched
from coordinator.ui.sitting import Sitting
from tests.casework.test_nothing_leaks import words_in


@pytest.fixture
def lanes(office: Office, qtbot: QtBot) -> Iterator[Background]:
    """Lanes with the store open on them."""
    office.desk.store.close()  # the test's own thread lets go; the lane takes over
    jobs = Background()
    opened: list[bool] = []

    def opening() -> tuple[Sitting, bool]:
        return _seat(office), True

    jobs.unlock(opening, opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    yield jobs
    jobs.close()


def test_a_command_writes_then_open_screens_hear_of_it(lanes: Background, qtbot: QtBot) -> None:
    heard: list[str] = []

    def hear(changes: Changes) -> None:
        assert changes.touch(RecordKind.PERSON)
        heard.append("changed")

    lanes.changed.connect(hear)
    lanes.command(
        partial(register_person, given_name="Tomos"), then=lambda _id: heard.append("then")
    )
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=30_000)
    assert heard == ["changed", "then"]


def test_reads_see_what_was_written(lanes: Background, qtbot: QtBot) -> None:
    pages: list[PeoplePage] = []

    def look(_person: UUID) -> None:
        lanes.query(find_people, pages.append)

    lanes.command(partial(register_person, given_name="Tomos"), then=look)
    qtbot.waitUntil(lambda: bool(pages), timeout=30_000)
    assert [row.name.given for row in pages[0].rows] == ["Tomos"]


@pytest.mark.parametrize("journalled", [False, True])
def test_whatever_is_read_names_nobody_who_is_kept_from_the_sitter(
    office: Office, lanes: Background, qtbot: QtBot, *, journalled: bool
) -> None:
    told: list[object] = []

    def on_file(desk: Desk) -> Done[UUID]:
        agency = desk.sitter.agency or own
        chair = add_professional(desk, name="Kasia Nowak", agency_id=agency).result
        add_user(office, chair, Role.CHAIR, "lantern quarry thistle mule")  # who can lift it
        add_action(desk, NewAction("Ring Ysolt Carne's brother", own, desk.today()))
        ysolt = register_person(desk, given_name="Ysolt", family_name="Carne").result
        return exclude_worker(desk, ysolt, professional_id=own, reason="They asked")

    def read(desk: Desk) -> object:
        return find_actions(desk, ActionFilter()), ("Ysolt", {"Carne"})

    own = office.desk.sitter.professional
    lanes.command(
        on_file, then=lambda _none: lanes.query(read, told.append, journalled=journalled)
    )
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)

    assert " ".join(words_in(told[0])).count("[name hidden]") == 3
    assert [one for one in words_in(told[0]) if "ysolt" in one or "carne" in one] == []


def test_only_the_newest_answer_of_a_search_is_shown(lanes: Background, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    read: list[str] = []
    shown: list[str] = []

    def slow(_desk: Desk) -> str:
        begun.set()
        go_on.wait(5)
        return "first"

    def quick(word: str, _desk: Desk) -> str:
        read.append(word)
        return word

    lanes.query(slow, shown.append, replaces="search")
    assert begun.wait(5)
    lanes.query(partial(quick, "second"), shown.append, replaces="search")
    lanes.query(partial(quick, "third"), shown.append, replaces="search")
    go_on.set()
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert shown == ["third"]
    assert read == ["third"]  # nobody waited for the second


def test_looking_does_not_wait_for_writing(lanes: Background, qtbot: QtBot) -> None:
    go_on = threading.Event()
    shown: list[int] = []

    def long(_progress: Progress) -> None:
        go_on.wait(10)

    lanes.long("Long work", long, lambda _none: None)
    lanes.query(lambda desk: len(find_people(desk).rows), shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert not go_on.is_set()
    go_on.set()


def test_a_refusal_goes_to_whoever_asked_first(lanes: Background, qtbot: QtBot) -> None:
    refused: list[Exception] = []
    failed: list[Exception] = []
    lanes.failed.connect(failed.append)

    def deal_with(error: Exception) -> bool:
        refused.append(error)
        return True

    lanes.command(partial(register_person, given_name=""), refused=deal_with)
    lanes.command(partial(register_person, given_name=""))
    qtbot.waitUntil(lambda: bool(failed), timeout=30_000)
    assert [type(error) for error in (*refused, *failed)] == [InvalidFieldsError] * 2


def test_long_work_tells_how_far_it_is_and_can_be_stopped(lanes: Background, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    done: list[object] = []
    lanes.stepped.connect(lambda *step: steps.append(step))
    lanes.began.connect(lambda _what, watched: watched.stop() if steps else None)

    def work(progress: Progress) -> str:
        progress.step(1, 2)
        return "done"

    lanes.long("Work", work, done.append)
    qtbot.waitUntil(lambda: done == ["done"], timeout=30_000)
    assert steps == [(1, 2)]
    with qtbot.waitSignal(lanes.ended, timeout=30_000):
        lanes.long("Work", work, done.append)
    assert done == ["done"]  # stopped before its first step: no result, no complaint


def test_whoever_asked_for_long_work_hears_first_that_it_failed_or_was_stopped(
    lanes: Background, qtbot: QtBot
) -> None:
    heard: list[Exception] = []
    failed: list[Exception] = []
    lanes.failed.connect(failed.append)
    lanes.began.connect(lambda what, watched: watched.stop() if what == "Stopped" else None)

    def hear(error: Exception) -> bool:
        heard.append(error)
        return True

    def work(progress: Progress) -> None:
        progress.step(1, 2)
        raise BackupError("room")

    lanes.long("Failing", work, lambda _none: None, refused=hear)
    lanes.long("Stopped", work, lambda _none: None, refused=hear)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=30_000)
    assert [type(error) for error in heard] == [BackupError, CancelledError]
    assert failed == []


def test_locking_finishes_the_act_in_hand_and_drops_the_rest(
    office: Office, lanes: Background, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    happened: list[str] = []

    def in_hand(_progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        happened.append("in hand")

    def waiting(_progress: Progress) -> None:
        happened.append("waiting")

    lanes.long("In hand", in_hand, lambda _none: happened.append("answer"))
    lanes.long("Waiting", waiting, lambda _none: happened.append("answer"))
    assert begun.wait(5)
    threading.Timer(0.1, go_on.set).start()
    lanes.close()
    qtbot.wait(20)
    assert happened == ["in hand"]
    assert not office.lock.is_held
    assert lanes.sitting is None
    lanes.query(find_people, lambda _page: happened.append("after"))  # nothing to reach it with
    assert happened == ["in hand"]


def test_what_somebody_wrote_before_locking_is_written_though_it_had_to_wait(
    office: Office, lanes: Background
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def in_hand(_progress: Progress) -> None:
        begun.set()
        go_on.wait(5)

    def wrote(desk: Desk) -> Done[None]:
        written.append(desk.today().isoformat())
        return Done(None, Changes())

    lanes.long("In hand", in_hand, lambda _none: None)
    assert begun.wait(5)
    lanes.command(wrote)
    threading.Timer(0.1, go_on.set).start()
    lanes.close()
    assert len(written) == 1
    assert not office.lock.is_held


def test_leaving_does_not_wait_and_tells_when_the_store_is_closed(
    office: Office, lanes: Background, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def in_hand(_progress: Progress) -> None:
        begun.set()
        go_on.wait(5)

    lanes.long("In hand", in_hand, lambda _none: None)
    assert begun.wait(5)
    with qtbot.waitSignal(lanes.left, timeout=30_000) as told:
        lanes.leave()
        assert office.lock.is_held  # not waited for
        go_on.set()
    assert told.args == [None]
    assert not office.lock.is_held


def test_a_store_that_does_not_open_leaves_no_thread(qtbot: QtBot) -> None:
    jobs = Background()
    refused: list[Exception] = []

    def opening() -> tuple[Sitting, None]:
        raise InvalidFieldsError({"passphrase": "required"})

    jobs.unlock(opening, lambda _none: pytest.fail("open"), refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=30_000)
    jobs.close()


def test_work_apart_keeps_nobody_waiting_and_can_be_stopped(
    lanes: Background, qtbot: QtBot
) -> None:
    begun = threading.Event()
    watched: list[Watched] = []
    refused: list[type[Exception]] = []
    pages: list[PeoplePage] = []
    lanes.began.connect(lambda _what, one: watched.append(one))

    def work(progress: Progress) -> None:
        begun.set()
        for done in range(100_000):
            progress.step(done, 0)
            time.sleep(0.001)

    def refuse(error: Exception) -> bool:
        refused.append(type(error))
        return False

    lanes.apart("A paper", work, lambda _nothing: pytest.fail("not stopped"), refused=refuse)
    assert begun.wait(5)
    lanes.query(find_people, pages.append)
    qtbot.waitUntil(lambda: bool(pages), timeout=30_000)
    assert refused == []
    with qtbot.waitSignal(lanes.ended, timeout=30_000):
        watched[0].stop()
    assert refused == [CancelledError]


def test_locking_stops_work_apart(lanes: Background) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.step(0, 0)
            time.sleep(0.001)

    lanes.apart("A paper", work, lambda _nothing: None)
    assert begun.wait(5)
    lanes.close()


def test_no_rubbish_is_looked_for_while_the_lanes_work(lanes: Background, qtbot: QtBot) -> None:
    during: list[bool] = []
    with qtbot.waitSignal(lanes.ended):
        lanes.long("Working", lambda _progress: gc.isenabled(), during.append)
    qtbot.waitUntil(lambda: during == [False] and gc.isenabled())


def test_it_is_looked_for_again_once_the_store_is_left(lanes: Background) -> None:
    lanes.long("Working", lambda _progress: None, lambda _none: None)
    lanes.close()
    assert gc.isenabled()


def test_open_screens_hear_what_long_work_wrote(lanes: Background, qtbot: QtBot) -> None:
    done = Done("brought in", Changes(frozenset({RecordKind.PERSON})))
    with qtbot.waitSignal(lanes.changed) as heard:
        lanes.long("Bringing in", lambda _progress: done, lambda _done: None)
    assert heard.args == [done.changes]


def test_who_asked_for_long_work_sees_first_why_it_ended(lanes: Background, qtbot: QtBot) -> None:
    seen: list[Exception] = []

    def refuse(error: Exception) -> bool:
        seen.append(error)
        return True

    def stop(_progress: Progress) -> None:
        raise CancelledError

    lanes.long("Working", stop, lambda _none: None, refused=refuse)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert isinstance(seen[0], CancelledError)
