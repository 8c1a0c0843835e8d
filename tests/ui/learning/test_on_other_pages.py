"""What was learnt of a gap or at a meeting stands on its page, and is written there."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning
from coordinator.casework.learning.reading import find_learning_at, find_learning_of_gap
from coordinator.casework.learning.themes import add_theme, count_gap_in_theme
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.domain.learning.notes import NewNote, Subject
from coordinator.domain.learning.themes import NewTheme
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.domain.stuck.gaps import NewGap
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places.every import GapsPlace, Place
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.screens.gaps import screen as gaps
from coordinator.ui.screens.gaps.presenter import Around
from coordinator.ui.screens.meeting import screen as meetings
from coordinator.ui.shared.learnt_card import LearntCard
from tests.meetings import NOON, next_meeting_of, opened_meeting, weekly
from tests.stores import OFFICER, POLICE, sitting
from tests.switched import switch_on
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

SAID = "The form asked for an address."


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def pages(look: theme.Look) -> Iterator[list[QWidget]]:
    made: list[QWidget] = []
    yield made
    for one in made:
        one.close()
        one.deleteLater()
    settle()


def shown(screen: Screen, pages: list[QWidget], jobs: ImmediateJobs) -> LearntCard:
    page = screen.widget
    pages.append(page)
    page.setProperty("kept", screen)
    jobs.listeners.append(screen.look_again)
    page.resize(1200, 1000)
    page.show()
    settle()
    return page.findChildren(LearntCard)[0]


def on_gap(desk: Desk, gap: UUID, pages: list[QWidget], went: list[Place]) -> LearntCard:
    jobs = ImmediateJobs(desk)
    around = Around(went.append, went.append, lambda _told, _undo: None, lambda _notice: None)
    return shown(gaps.build(jobs, around, GapsPlace(gap=gap)), pages, jobs)


def at_meeting(desk: Desk, meeting: UUID, pages: list[QWidget], went: list[Place]) -> LearntCard:
    jobs = ImmediateJobs(desk)
    screen = meetings.build(jobs, went.append, lambda _told, _undo: None, meeting)
    return shown(screen, pages, jobs)


def says(card: QWidget) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisibleTo(card))


def press(card: QWidget, text: str) -> None:
    next(one for one in card.findChildren(QPushButton) if one.text() == text).click()
    settle()


def write(card: LearntCard, words: str) -> None:
    """Write a note in the form that opens over the page."""
    press(card, "Write a note")
    page = card.window()
    field = next(one for one in page.findChildren(QPlainTextEdit) if one.isVisible())
    field.setPlainText(words)
    press(page, "Save")


def a_gap(desk: Desk) -> UUID:
    return raise_gap(desk, NewGap("No bed without a form", GapTheme.OTHER)).result


def test_a_note_is_written_on_the_page_of_a_gap_and_stands_there(
    desk: Desk, pages: list[QWidget], went: list[Place]
) -> None:
    gap = a_gap(desk)
    card = on_gap(desk, gap, pages, went)
    assert "Nothing yet." in says(card)
    write(card, SAID)
    (note,) = find_learning_of_gap(desk, gap)
    assert (note.happened, note.subject.gap_id) == (SAID, gap)
    assert SAID in says(card)
    press(card, "Share or change a note")
    assert went[-1] == LearningPlace(about=gap)


def test_the_page_of_a_gap_tells_its_theme_and_no_other_gaps_notes(
    desk: Desk, pages: list[QWidget], went: list[Place]
) -> None:
    gap, other = a_gap(desk), a_gap(desk)
    switch_on(desk, Feature.THEMES)
    theme_id = add_theme(desk, NewTheme("Cuckooing")).result
    count_gap_in_theme(desk, gap, theme_id=theme_id)
    note_learning(desk, Subject(gap_id=other), NewNote("Another matter."))
    card = on_gap(desk, gap, pages, went)
    assert "Counted in the theme: Cuckooing" in says(card)
    assert "Another matter." not in says(card)


def test_what_was_learnt_at_a_meeting_stands_on_its_page_once_it_was_held(
    desk: Desk, pages: list[QWidget], went: list[Place]
) -> None:
    meeting = opened_meeting(desk)
    close_meeting(desk, meeting, at=NOON)
    card = at_meeting(desk, meeting, pages, went)
    write(card, SAID)
    (note,) = find_learning_at(desk, meeting)
    assert (note.happened, note.subject.meeting_id) == (SAID, meeting)
    assert SAID in says(card)


def test_a_meeting_still_to_come_has_taught_nothing(
    desk: Desk, pages: list[QWidget], went: list[Place]
) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    assert at_meeting(desk, meeting, pages, went).isHidden()


def test_who_may_not_write_reads_what_there_is_and_sees_no_empty_card(
    desk: Desk, pages: list[QWidget], went: list[Place]
) -> None:
    gap = a_gap(desk)
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    assert on_gap(auditor, gap, pages, went).isHidden()
    note_learning(desk, Subject(gap_id=gap), NewNote(SAID))
    card = on_gap(auditor, gap, pages, went)
    assert SAID in says(card)
    (hidden,) = [one for one in card.findChildren(QPushButton) if one.text() == "Write a note"]
    assert hidden.isHidden()
