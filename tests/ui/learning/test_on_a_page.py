"""What was learnt stands on somebody's page, as far as whoever looks may have it."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import record_death
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.person.learning.presenter import LearntPresenter
from coordinator.ui.screens.person.learning.view import LearntPart
from coordinator.ui.shared.asking import Asking
from coordinator.wording.dates import plain_day
from tests.casework.entries_on_file import a_person
from tests.casework.learnt import keep_learning
from tests.stores import OFFICER, POLICE, TODAY, sitting
from tests.ui.immediate import ImmediateJobs

PLAIN, KEPT = "The van worked.", "Said in confidence."


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def opened(desk: Desk, qtbot: QtBot, person: UUID, went: list[Place]) -> LearntPart:
    view = LearntPart()
    qtbot.addWidget(view)
    jobs = ImmediateJobs(desk)
    presenter = LearntPresenter(jobs, view, Asking(jobs, Sheets(view)), went.append, person)
    jobs.listeners.append(presenter.look_again)
    view.notes_asked.connect(presenter.open_notes)
    view.part_asked.connect(presenter.open_part)
    view.off_asked.connect(presenter.take_off)
    view.setProperty("kept", presenter)
    presenter.load()
    return view


def said(view: LearntPart) -> str:
    return " ".join(one.text() for one in view.findChildren(QLabel) if one.parent() is not None)


def press(view: LearntPart, text: str) -> None:
    next(one for one in view.findChildren(QPushButton) if one.text() == text).click()


def offered(view: LearntPart) -> list[str]:
    return [one.text() for one in view.findChildren(QPushButton) if one.isVisibleTo(view)]


def test_notes_reviews_programmes_and_themes_of_somebody_stand_together(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    keep_learning(desk, person, PLAIN, KEPT)
    view = opened(desk, qtbot, person, [])
    for words in (
        PLAIN,
        KEPT,
        f"Pilot, since {plain_day(TODAY)}",
        "Counted in the theme: Cuckooing",
    ):
        assert words in said(view)


def test_an_auditor_has_neither_what_is_restricted_nor_reviews_nor_themes(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    keep_learning(desk, person, PLAIN, KEPT)
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    view = opened(auditor, qtbot, person, [])
    assert PLAIN in said(view)
    assert KEPT not in said(view)
    assert "Cuckooing" not in said(view)
    assert "Write a note" not in offered(view)


def test_a_death_leads_to_the_reviews_and_writes_no_note_in_a_frozen_file(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    went: list[Place] = []
    assert "Reviews" not in offered(opened(desk, qtbot, person, went))
    record_death(desk, person, died_on=TODAY, source="A nurse")
    view = opened(desk, qtbot, person, went)
    assert "Write a note" not in offered(view)
    press(view, "Reviews")
    assert went == [LearningPlace(LearningPart.REVIEWS)]


def test_somebody_is_taken_off_a_theme_from_their_page(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    keep_learning(desk, person, PLAIN, KEPT)
    view = opened(desk, qtbot, person, [])
    press(view, "Not this one")
    assert "Cuckooing" not in said(view)


def test_the_notes_are_opened_narrowed_to_the_person(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    went: list[Place] = []
    keep_learning(desk, person, PLAIN, KEPT)
    press(opened(desk, qtbot, person, went), "Share or change a note")
    assert went == [LearningPlace(about=person)]
