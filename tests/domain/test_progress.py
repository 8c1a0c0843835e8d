"""How long work tells how far it is."""

import pytest

from coordinator.domain.errors import CancelledError
from coordinator.domain.progress import Progress, Unwatched


class Impatient:
    """Stops the work at its third piece."""

    def step(self, done: int, total: int) -> None:
        if done == 3:
            raise CancelledError


def count(total: int, progress: Progress) -> int:
    for done in range(1, total + 1):
        progress.step(done, total)
    return total


def test_unwatched_work_gets_to_its_end() -> None:
    assert count(10, Unwatched()) == 10


def test_a_person_can_stop_it() -> None:
    with pytest.raises(CancelledError):
        count(10, Impatient())
