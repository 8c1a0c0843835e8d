"""The program is killed in the middle of a sentence and opened again: the sentence is there."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator import app
from coordinator.casework.plans.writing import begin_plan
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.places.every import PeoplePlace, PlanPlace, WeekPlace
from coordinator.ui.shell.workplace import Workplace
from tests.house.tree import ROOT
from tests.journeys.typing_away import FIELD
from tests.meetings import add_case
from tests.offices import WORDS
from tests.ui.desktops import PATIENCE, Desktop, do, here

LETTERS = 120  # typed without a rest, some four seconds
LAST_MOMENT_S = 1.0


@pytest.fixture
def at_desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    theme.wear(qapp, theme.Look())
    made = Desktop(qtbot, app.doors())
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def begun(office: Office) -> tuple[Path, UUID]:
    """A closed store with a plan that is begun, and whose it is."""
    person, _case = add_case(office.desk, "Petroc")
    begin_plan(office.desk, person)
    office.close(back_up=False)
    return office.folder.path, person


def typed_until_killed(store: Path, person: UUID) -> list[tuple[float, str]]:
    """Have somebody type and kill the program; give each letter with its moment, and the end."""
    words = [sys.executable, "-m", "tests.journeys.typing_away", str(store), str(person)]
    program = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    typed: list[tuple[float, str]] = []
    try:
        for line in program.stdout:
            moment, letter = line.rstrip("\n").split(" ", 1)
            typed.append((float(moment), letter))
            if len(typed) == LETTERS:
                break
    finally:
        program.kill()
        typed.append((time.monotonic(), ""))
        program.wait()
        program.stdout.close()
    assert len(typed) == LETTERS + 1
    return typed


def test_killed_in_the_middle_of_a_sentence_at_most_the_last_second_is_gone(
    at_desk: Desktop, begun: tuple[Path, UUID]
) -> None:
    store, person = begun
    typed = typed_until_killed(store, person)
    killed = typed[-1][0]
    safe = "".join(letter for at, letter in typed if killed - at > LAST_MOMENT_S)
    assert len(safe) > LETTERS // 3

    window = at_desk.start(store)
    work = at_desk.unlock(window)

    assert here(window) == PlanPlace(person)
    at_desk.qtbot.waitUntil(lambda: text(work).startswith(safe), timeout=PATIENCE)
    assert "".join(letter for _at, letter in typed).startswith(text(work))
    do(window, "Back")
    assert here(window) == WeekPlace()
    window.close()
    again = open_store(store, WORDS)
    assert check_office(again).is_whole
    again.close(back_up=False)


def text(work: Workplace) -> str:
    areas = [one for one in work.findChildren(Area) if one.accessibleName() == FIELD]
    return areas[0].text() if areas else ""


def test_the_program_that_was_left_begins_with_this_week(
    at_desk: Desktop, begun: tuple[Path, UUID]
) -> None:
    store, _person = begun
    first = at_desk.start(store)
    at_desk.unlock(first)
    do(first, "People")
    assert here(first) == PeoplePlace()
    first.close()

    second = at_desk.start(store)
    at_desk.unlock(second)
    assert here(second) == WeekPlace()
