"""The way to place plans is offered where a panel works with them, and nowhere else."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.places.groups import found_place_group
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.outcomes import Done
from coordinator.domain.places.rules import NewGroup
from coordinator.domain.roles import Role
from coordinator.ui.shell.commands import Commands
from tests.switched import switch_off, switch_on
from tests.ui.desktops import PATIENCE, Desktop
from tests.ui.driving import deeds

WAY = "Place plans and groups"


@pytest.mark.parametrize("role", Role)
def test_the_way_is_shown_when_it_is_switched_on(qtbot: QtBot, role: Role) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window, deeds(), role)
    assert WAY not in {one.text() for one in commands}
    commands.show_features({Feature.PLACES})
    assert WAY in {one.text() for one in commands}
    commands.show_features(frozenset())
    assert WAY not in {one.text() for one in commands}


def test_the_window_shows_the_way_once_something_is_on_file(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)

    def is_shown() -> bool:
        return any(one.text() == WAY and one.isVisible() for one in window.findChildren(QAction))

    assert not is_shown()
    work.jobs.command(_founded_before_it_was_switched_off)
    desktop.qtbot.waitUntil(is_shown, timeout=PATIENCE)


def _founded_before_it_was_switched_off(desk: Desk) -> Done[UUID]:
    switch_on(desk, Feature.PLACES)
    group = NewGroup("Board", GroupKind.BOARD, with_seats=False)
    founded = found_place_group(desk, group)
    switch_off(desk, Feature.PLACES)
    return founded


@pytest.mark.parametrize(
    ("feature", "way"),
    [
        (Feature.ASSESSMENTS, "Assessment tools"),
        (Feature.MONEY, "Money: requests, what is left"),
        (Feature.THEMES, "Themes: issues of the whole area"),
    ],
)
def test_what_is_off_has_no_way_to_it_either(qtbot: QtBot, feature: Feature, way: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window, deeds(), Role.COORDINATOR)
    assert way not in {one.text() for one in commands}
    commands.show_features({feature})
    assert way in {one.text() for one in commands}
