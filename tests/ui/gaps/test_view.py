"""The register of gaps in a window: the keys, the warning while typing, what is offered when."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gaps import decide_gap, raise_gap
from coordinator.domain.stuck.gaps import Decision, NewGap
from coordinator.ui.kit import theme
from coordinator.ui.places.every import GapsPlace
from coordinator.ui.screens.gaps import screen
from coordinator.ui.screens.gaps.presenter import Around
from coordinator.ui.screens.gaps.view import GapsView
from tests.casework.entries_on_file import a_person
from tests.stores import TODAY
from tests.ui.driving import nothing
from tests.ui.immediate import ImmediateJobs

NO_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(desk: Desk, qtbot: QtBot) -> GapsView:
    jobs = ImmediateJobs(desk)
    around = Around(nothing, nothing, nothing, nothing)
    made = screen.build(jobs, around, GapsPlace())
    jobs.listeners.append(made.look_again)
    view = made.widget
    assert isinstance(view, GapsView)
    view.setProperty("kept", made)  # a screen keeps its presenter
    qtbot.addWidget(view)
    view.resize(1024, 700)
    view.show()
    return view


def offered(view: GapsView) -> list[str]:
    return [one.text() for one in view.current.findChildren(QPushButton) if one.isVisibleTo(view)]


def test_an_empty_register_says_what_fills_it(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    view = opened(desk, qtbot)
    assert "Raise the first gap" in [
        one.text() for one in view.findChildren(QPushButton) if one.isVisible()
    ]


def test_only_what_can_follow_is_offered(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    gap = raise_gap(desk, NewGap("No rooms")).result
    view = opened(desk, qtbot)
    assert offered(view) == [
        "Put it to somebody",
        "Record the decision",
        "Count a barrier",
        "Change",
    ]
    decide_gap(desk, gap, Decision("Yes", "Board", TODAY), seen=1)
    view = opened(desk, qtbot)
    assert offered(view) == [
        "Put it to somebody",
        "Close it",
        "Open it again",
        "Count a barrier",
        "Change",
    ]


@NO_POPUPS
def test_a_name_is_told_of_while_it_is_typed_and_the_keys_stay(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    a_person(desk)
    view = opened(desk, qtbot)
    view.raise_asked.emit()
    sheet = view.sheets.shown
    assert sheet is not None
    title = next(
        one for one in sheet.findChildren(QLineEdit) if one.accessibleName() == "What is missing?"
    )
    title.setText("Kezia has no room")

    def told() -> bool:
        labels = (one.text() for one in sheet.findChildren(QLabel) if one.isVisible())
        return any("“Kezia”: the name of somebody on file" in text for text in labels)

    qtbot.waitUntil(told)
    title.setText("There is no room")
    qtbot.waitUntil(lambda: not told())
    view.sheets.finish()
