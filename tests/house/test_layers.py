"""Arrows point down only: the contracts of pyproject.toml hold."""

import subprocess
import sys

from tests.house.tree import ROOT


def test_import_contracts_hold() -> None:
    code = "from importlinter.cli import lint_imports_command as go; go()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
