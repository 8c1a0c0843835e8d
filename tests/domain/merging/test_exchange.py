"""The rules hold through random histories of a panel and its professionals."""

from tests.domain.merging.machine import Panel
from tests.domain.merging.running import run


def test_random_histories_keep_every_promise() -> None:
    run(Panel, examples=150)
