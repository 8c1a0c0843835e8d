"""The ground of the tests bears: a log line or a thread nobody announced fails a test."""

import re
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

LOUD = """
import logging, threading, time, pytest

def test_loud():
    logging.getLogger("coordinator.db").warning("odd")

@pytest.mark.expects_log("coordinator.db")
def test_announced():
    logging.getLogger("coordinator.db.store").error("odd")

@pytest.mark.expects_log("coordinator.d")
def test_another_was_announced():
    logging.getLogger("coordinator.db").error("odd")

def test_quiet():
    logging.getLogger("coordinator.db").info("fine")

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(4,), name="forgotten", daemon=True).start()

def test_waits_for_its_thread():
    thread = threading.Thread(target=time.sleep, args=(0.01,))
    thread.start()
"""


def test_what_a_test_logs_or_leaves_running_unannounced_fails_it(tmp_path: Path) -> None:
    file = tmp_path / "test_manners.py"
    file.write_text(LOUD)
    options = [
        "-rE",
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
        "-c",
        "pyproject.toml",
        "--rootdir",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tmp_path), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    failed = set(re.findall(r"^ERROR .*::test_(\w+)", done.stdout, re.MULTILINE))
    assert failed == {"loud", "another_was_announced", "leaves_a_thread"}, done.stdout
    assert "6 passed" in done.stdout
