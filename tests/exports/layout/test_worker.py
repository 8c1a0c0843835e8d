"""Papers from a process of their own: the same bytes, progress, stopping, and what goes wrong."""

import multiprocessing
import time
from dataclasses import dataclass, field

import pytest

from coordinator.domain.errors import CancelledError, ExportError, InvalidFieldsError
from coordinator.exports.composing import PaperKind, compose
from coordinator.exports.worker import Press, lay_out
from tests.exports import examples


@dataclass
class Watcher:
    """Remembers how far it was told the work is, and stops it after so many tellings."""

    stops_after: int = 10**9
    told: list[tuple[int, int]] = field(default_factory=list)

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if len(self.told) >= self.stops_after:
            raise CancelledError


def test_the_process_gives_the_same_paper_and_is_used_again() -> None:
    with Press() as press:
        first = press.lay_out(PaperKind.MINUTES, examples.minutes())
        (worker,) = [child.pid for child in multiprocessing.active_children()]
        assert press.lay_out(PaperKind.PLAN, examples.plan()) == lay_out(
            PaperKind.PLAN, examples.plan()
        )
        assert [child.pid for child in multiprocessing.active_children()] == [worker]
    assert first == lay_out(PaperKind.MINUTES, examples.minutes())
    assert multiprocessing.active_children() == []


def test_progress_grows_to_the_end() -> None:
    watcher = Watcher()
    with Press() as press:
        press.lay_out(PaperKind.PACK, examples.pack(20), progress=watcher)
    done = [part for part, _total in watcher.told]
    assert done == sorted(done)
    assert watcher.told[-1][0] == watcher.told[-1][1] > 0


def test_stopping_ends_the_process_and_the_next_paper_starts_another() -> None:
    with Press() as press:
        with pytest.raises(CancelledError):
            press.lay_out(PaperKind.PACK, examples.pack(20), progress=Watcher(stops_after=3))
        assert multiprocessing.active_children() == []
        assert press.lay_out(PaperKind.PLAN, examples.plan()).startswith(b"%PDF")


def test_stopping_is_heard_in_this_process_too() -> None:
    with pytest.raises(CancelledError):
        lay_out(PaperKind.PACK, examples.pack(5), progress=Watcher(stops_after=3))


def test_a_process_that_is_killed_is_told_as_a_paper_that_could_not_be_made() -> None:
    @dataclass
    class Killer:
        def step(self, done: int, total: int) -> None:
            for worker in multiprocessing.active_children():
                worker.kill()
            time.sleep(0.05)

    with Press() as press, pytest.raises(ExportError):
        press.lay_out(PaperKind.PACK, examples.pack(40), progress=Killer())


def test_a_password_too_long_is_refused_before_a_process_starts() -> None:
    with Press() as press:
        with pytest.raises(InvalidFieldsError):
            press.lay_out(PaperKind.PLAN, examples.plan(), password="x" * 200)
        assert multiprocessing.active_children() == []


def test_a_kind_with_the_read_model_of_another_is_a_bug() -> None:
    with pytest.raises(TypeError):
        compose(PaperKind.PLAN, examples.minutes())


def test_a_bug_in_the_process_is_told_by_type_and_place_without_its_words() -> None:
    with Press() as press, pytest.raises(RuntimeError) as told:
        press.lay_out(PaperKind.PLAN, examples.minutes())
    assert str(told.value).startswith("TypeError in compose:")
