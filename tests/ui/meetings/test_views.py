"""The widgets of Meetings and of one meeting: rows in, signals out; drag and keys."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.ui.kit import theme
from coordinator.ui.kit.controls import clock, day, finder, number, picker, value_of, words
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.forms import Field
from coordinator.ui.screens.meeting.agenda import AgendaRows, agenda_columns
from coordinator.ui.screens.meeting.asking import line_step
from coordinator.ui.screens.meeting.presenter import read_page
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.screens.meeting.view import MeetingView
from coordinator.ui.screens.meetings.presenter import read_calendar
from coordinator.ui.screens.meetings.questions import new_series
from coordinator.ui.screens.meetings.view import MeetingsView
from tests.meetings import add_case, add_seats, next_meeting_of, weekly
from tests.stores import TODAY
from tests.ui.desktops import says
from tests.ui.driving import settle


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    """A meeting to come with three people on its agenda."""
    add_seats(desk)
    for name in ("Tomos", "Petroc", "Kezia"):
        add_case(desk, name)
    made = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, made)
    return made


@pytest.fixture
def page(desk: Desk, meeting: UUID) -> MeetingPage:
    return read_page(desk, meeting)


@pytest.fixture
def view(page: MeetingPage, look: theme.Look, qapp: QApplication) -> Iterator[MeetingView]:
    del look, qapp
    made = MeetingView()
    made.resize(1000, 700)
    made.show_meeting(page)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def buttons(of: QWidget) -> dict[str, QPushButton]:
    return {one.text(): one for one in of.findChildren(QPushButton) if one.isVisibleTo(of)}


def test_the_model_of_the_agenda_keeps_its_promises(page: MeetingPage, look: theme.Look) -> None:
    del look
    rows = AgendaRows(agenda_columns(TODAY))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.is_fixed = False
    rows.show(page.lines)
    rows.show(page.lines[:1])
    rows.show(())
    assert tester.model() is rows


@pytest.mark.parametrize(
    ("dragged", "before", "expected"),
    [(0, 3, (0, 2)), (0, 2, (0, 1)), (2, 0, (2, 0)), (1, 1, None), (1, 2, None)],
)
def test_a_drop_asks_for_the_place_where_it_fell(
    page: MeetingPage, dragged: int, before: int, expected: tuple[int, int] | None
) -> None:
    rows = AgendaRows(agenda_columns(TODAY))
    rows.is_fixed = False
    rows.show(page.lines)
    asked: list[tuple[int, int]] = []
    rows.line_moved.connect(lambda at, to: asked.append((at, to)))
    data = rows.mimeData([rows.index(dragged, 0)])
    taken = rows.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())
    assert not taken  # or the view would take a row away
    assert asked == ([expected] if expected else [])
    assert rows.rows == page.lines


def test_a_fixed_agenda_takes_no_drop(page: MeetingPage) -> None:
    rows = AgendaRows(agenda_columns(TODAY))
    rows.show(page.lines)
    asked: list[object] = []
    rows.line_moved.connect(lambda at, to: asked.append((at, to)))
    data = rows.mimeData([rows.index(0, 0)])
    assert not rows.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert asked == []
    assert not rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_alt_and_an_arrow_move_the_line_the_keys_are_on(view: MeetingView) -> None:
    moved: list[tuple[int, int]] = []
    view.line_moved.connect(lambda at, to: moved.append((at, to)))
    table = view.agenda.table
    table.setFocus()
    table.choose(1)
    settle()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    table.choose(0)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved == [(1, 2), (1, 0)]


def test_the_keys_stay_on_a_line_that_moved(desk: Desk, view: MeetingView, meeting: UUID) -> None:
    view.agenda.table.choose(2)
    stood = view.agenda.chosen()
    assert stood is not None
    page = read_page(desk, meeting)
    view.show_meeting(page)
    again = view.agenda.chosen()
    assert again is not None
    assert again.id == stood.id


def test_withdrawing_asks_why_and_hands_the_words_over(
    view: MeetingView, page: MeetingPage
) -> None:
    asked: list[tuple[str, AgendaEntry]] = []
    view.line_asked.connect(lambda act, entry: asked.append((act, entry)))
    view.agenda.table.choose(0)
    buttons(view)["Withdraw"].click()
    ((act, entry),) = asked
    assert (act, entry) == ("withdraw", page.lines[0].entry)
    given: list[Mapping[str, object]] = []
    view.sheets.ask(line_step(act, entry).question, given.append)
    form = view.sheets.shown
    assert form is not None
    form.findChild(QPlainTextEdit).setPlainText("Settled.")  # type: ignore[union-attr]
    form.give()
    assert given == [{"reason": "Settled."}]
    view.sheets.show_faults({"reason": "required"})
    assert "Say why in a few words." in says(form)
    view.sheets.finish()
    settle()
    assert view.sheets.shown is None


def test_what_can_be_done_follows_from_how_far_the_meeting_is(
    desk: Desk, view: MeetingView, meeting: UUID
) -> None:
    assert {"Issue the agenda", "Bring up to date", "Move the meeting"} <= set(buttons(view))
    issue_agenda(desk, meeting)
    view.show_meeting(read_page(desk, meeting))
    settle()
    now = set(buttons(view))
    assert "Take the agenda back" in now
    assert not {"Issue the agenda", "Bring up to date"} & now


def test_who_may_not_run_meetings_sees_no_button_that_changes(
    view: MeetingView, page: MeetingPage
) -> None:
    from dataclasses import replace

    view.show_meeting(replace(page, may_run=False))
    settle()
    assert set(buttons(view)) == {"Papers", "Open the person"}


def test_the_calendar_opens_a_meeting_and_asks_for_a_series(
    desk: Desk, meeting: UUID, look: theme.Look
) -> None:
    del look
    view = MeetingsView()
    view.show_calendar(read_calendar(desk))
    opened: list[UUID] = []
    view.meeting_asked.connect(opened.append)
    buttons(view)["Open"].click()
    assert opened == [meeting]
    asked: list[bool] = []
    view.series_asked.connect(lambda: asked.append(True))
    buttons(view)["Start a series"].click()
    assert asked == [True]
    view.sheets.ask(new_series(TODAY), lambda _said: None)
    assert view.sheets.shown is not None
    said = view.sheets.shown.answers()
    assert (said["on"], said["starts_at"], said["every_weeks"]) == (TODAY, time(10, 0), 1)
    view.sheets.finish()
    view.deleteLater()


def test_a_form_reads_every_kind_of_field(look: theme.Look) -> None:
    del look
    on = date(2026, 11, 20)
    assert value_of(day(on)) == on
    assert value_of(clock(time(9, 30))) == time(9, 30)
    assert value_of(number(5, 1, 9, " min")) == 5
    assert value_of(picker([("One", 1), ("Two", 2)], 2)) == 2
    assert value_of(words("Some")) == "Some"
    with pytest.raises(TypeError):
        value_of(QWidget())


def test_a_finder_finds_a_part_and_never_chooses_by_half(look: theme.Look) -> None:
    del look
    made = finder([("", None), ("Kezia (KP-0003)", 3)])
    typed = made.lineEdit()
    assert isinstance(typed, QLineEdit)
    typed.setText("kezia (kp-0003)")
    typed.editingFinished.emit()
    assert value_of(made) == 3
    typed.setText("somebody")
    typed.editingFinished.emit()
    assert (made.currentText(), value_of(made)) == ("Kezia (KP-0003)", 3)


def test_a_form_that_is_given_up_says_nothing(look: theme.Look) -> None:
    del look
    page = QWidget()
    form = FieldsDialog(page, "Why", {"reason": Field("Why", words())}, "Do it")
    given: list[object] = []
    form.given.connect(given.append)
    form.reject()
    assert given == []
    page.deleteLater()


def test_what_was_typed_goes_only_when_it_is_let_go_of_twice(look: theme.Look) -> None:
    del look
    page = QWidget()
    why = words()
    form = FieldsDialog(page, "Why", {"reason": Field("Why", why)}, "Do it")
    form.open()
    why.setPlainText("Flu in the team")
    form.reject()
    assert form.isVisible()
    assert "Nothing of this is saved yet." in says(form)
    why.setPlainText("Flu in the team, all week")
    form.reject()
    assert form.isVisible()
    form.reject()
    assert not form.isVisible()
    page.deleteLater()
