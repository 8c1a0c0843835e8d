"""What every test stands on: no screen, known amounts of examples, nothing logged or left running.

Fixtures that open a store or a desk live beside the packages that need them.
"""

import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coordinator.db.engine import COMPILED

pytest_plugins = [
    "tests.postgres",
    "tests.stores",
    "tests.ready_made",
    "tests.offices",
    "tests.planted",
]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

# No deadlines: a slow machine is not a wrong program. `too_slow` is silenced for the same reason.
settings.register_profile(
    "dev", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci", settings.get_profile("dev"), max_examples=200, derandomize=True, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

COMPILED.capacity = 2_000  # the tests of one module ask much the same; each kept is some 60 kB
_THREAD_GRACE_S = 2.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--demo",
        type=Path,
        metavar="DIR",
        help="a demo store to check the sums of, instead of those the tests make",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "expects_log(logger): this logger may warn or err in the test; others may not"
    )


@pytest.fixture(autouse=True)
def _nothing_surprising_is_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test during which a warning or an error was logged that it did not announce."""
    yield
    expected = tuple(
        name for marker in request.node.iter_markers("expects_log") for name in marker.args
    )
    surprises = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and not _is_below(record.name, expected)
    ]
    if surprises:
        pytest.fail("logged during the test:\n" + "\n".join(surprises), pytrace=False)


def _is_below(name: str, loggers: tuple[str, ...]) -> bool:
    return any(name == logger or name.startswith(f"{logger}.") for logger in loggers)


@pytest.fixture(autouse=True)
def _no_thread_is_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread behind; it would fall over in somebody else's test."""
    before = set(threading.enumerate())
    yield
    give_up = time.monotonic() + _THREAD_GRACE_S
    while (left := set(threading.enumerate()) - before) and time.monotonic() < give_up:
        for thread in left:
            thread.join(0.05)
    if left:
        names = ", ".join(sorted(thread.name for thread in left))
        pytest.fail(f"still running after the test: {names}", pytrace=False)
