"""Poppler's programs, which read PDF as many a reader's computer does."""

import shutil
import subprocess

import pytest


def ran(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of them, whatever comes of it; where it is not installed, nothing was tried."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} of poppler is not installed here")
    return subprocess.run(
        [found, *arguments], capture_output=True, check=False, text=True, encoding="utf-8"
    )


def poppler(program: str, *arguments: str) -> str:
    """Run one of them on a file in which it must find nothing wrong; gives what it says."""
    done = ran(program, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
