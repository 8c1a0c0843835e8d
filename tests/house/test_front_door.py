"""`./run` on its own: it reads on old Pythons, sets itself up, and mends a set-up cut short."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, run_words

DOOR = ROOT / "run"
MAIN = "import os, sys\nprint('words:', *sys.argv[1:])\nprint('in:', os.getcwd())\n"


def _door(
    door: Path, *words: str, cwd: Path | None = None, display: str = ""
) -> subprocess.CompletedProcess[str]:
    surroundings = {name: said for name, said in os.environ.items() if name != "DISPLAY"}
    return subprocess.run(
        [sys.executable, str(door), *words],
        cwd=cwd,
        env=surroundings | {"WAYLAND_DISPLAY": display},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house behind the real front door; its lock asks for nothing to be fetched."""
    house = tmp_path / "a panel's house"
    house.mkdir()
    shutil.copy(DOOR, house)
    (house / "requirements.lock").write_text("# nothing\n")
    (house / "main.py").write_text(MAIN)
    return house


def test_an_old_python_can_parse_it() -> None:
    source = DOOR.read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 5))
    assert not any(isinstance(node, ast.JoinedStr | ast.NamedExpr) for node in ast.walk(tree))


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse(DOOR.read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert imported <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))


def test_help_lists_every_word_and_sets_nothing_up(house: Path) -> None:
    told = _door(house / "run", "help").stdout
    assert [word for word in run_words() if f"  {word} " not in told] == []
    assert not (house / ".venv").exists()


def test_an_unknown_word_is_refused_in_one_line(house: Path) -> None:
    done = _door(house / "run", "tset")
    assert done.returncode == 2
    assert done.stderr == "./run knows no word 'tset'; ./run help lists them.\n"
    assert not (house / ".venv").exists()


@pytest.mark.slow
def test_it_sets_itself_up_once_wherever_it_is_called_from(house: Path, tmp_path: Path) -> None:
    link = tmp_path / "door"
    link.symlink_to(house / "run")
    first = _door(link, "coordinator", "export", "agenda", cwd=tmp_path)
    assert "Preparing" in first.stdout
    assert f"words: export agenda\nin: {tmp_path}\n" in first.stdout
    held = f"words: day {house / 'build' / 'day'}\n"
    assert _door(house / "run", "day").stdout.startswith(held)
    if sys.platform.startswith("linux"):
        assert _door(house / "run").stdout.startswith(held)
    assert _door(house / "run", display="wayland-0").stdout.startswith("words:\n")


@pytest.mark.slow
def test_a_set_up_cut_short_or_out_of_date_is_done_again(house: Path) -> None:
    (house / ".venv" / "bin").mkdir(parents=True)  # as a kill in the middle leaves it
    (house / ".venv" / "bin" / "python").write_text("not a program")
    assert "words: a" in _door(house / "run", "coordinator", "a").stdout
    (house / "requirements.lock").write_text("# still nothing\n")
    assert "Preparing" in _door(house / "run", "coordinator").stdout


@pytest.mark.slow
def test_a_set_up_that_fails_says_so_and_counts_as_none(house: Path) -> None:
    (house / "requirements.lock").write_text("not a line that pip could read\n")
    done = _door(house / "run", "coordinator")
    assert done.returncode == 1
    assert done.stderr.endswith("./run begins it again.\n")
    assert "Traceback" not in done.stderr
    assert not (house / ".venv" / "set-up").exists()
