"""The widgets of the requests for information: rows in, signals out; one key for each answer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QRadioButton, QScrollArea

from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.asking.requests import note_replies
from coordinator.casework.desk import Desk
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import NewReply
from coordinator.domain.meetings.information_views import Cell
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.tables import Rows
from coordinator.ui.screens.requests.columns import (
    agency_columns,
    answer_mark,
    by_person,
    cell_columns,
    person_columns,
    state_mark,
)
from coordinator.ui.screens.requests.presenter import Shown
from coordinator.ui.screens.requests.view import RequestsView
from coordinator.ui.shared.copying import TakenText
from coordinator.wording.requests import request_message
from tests.meetings import keep_from
from tests.requests import ANSWER_BY, WEEK, ask, cell_of, coming_meeting, known_case
from tests.stores import COUNCIL, HEALTH, HOUSING, POLICE, TODAY
from tests.ui.desktops import says
from tests.ui.driving import settle


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    """Two people; the police were asked about one of them and the homes about both."""
    kerra, tomos = known_case(desk, "Kerra"), known_case(desk, "Tomos")
    keep_from(desk, kerra, POLICE)
    made = coming_meeting(desk)
    ask(desk, made, POLICE, HOUSING)
    reply = cell_of(desk, made, HOUSING, tomos).reply
    assert reply is not None
    note_replies(desk, [NewReply(reply.id, reply.revision, Known.CANNOT_SHARE)])
    return made


@pytest.fixture
def shown(desk: Desk, meeting: UUID) -> Shown:
    return Shown(read_information_requests(desk, meeting), can_ask=True)


@pytest.fixture
def view(
    shown: Shown, tmp_path: Path, look: theme.Look, qapp: QApplication
) -> Iterator[RequestsView]:
    del look, qapp
    made = RequestsView(lambda _parent: tmp_path, lambda _parent: tmp_path / "back.xlsx")
    made.resize(1000, 700)
    made.show_requests(shown)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def pressed(view: RequestsView, words: str) -> None:
    next(one for one in view.findChildren(QPushButton) if one.text() == words).click()


def at_agency(view: RequestsView, agency: UUID) -> None:
    ids = [row.id for row in view.agencies.rows.rows]
    view.agencies.choose(ids.index(agency))
    settle()


def test_the_models_keep_their_promises(shown: Shown, look: theme.Look) -> None:
    del look
    for columns, rows in (
        (agency_columns(TODAY), shown.grid.agencies),
        (cell_columns(TODAY), shown.grid.agencies[0].cells),
        (person_columns(), by_person(shown.grid)),
    ):
        model: Rows[object] = Rows(columns)  # type: ignore[arg-type]
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        model.show(rows)
        model.show(())
        assert tester.model() is model


def test_where_an_agency_stands_is_a_word_and_a_shape_of_its_own(shown: Shown) -> None:
    marks = {row.id: state_mark(row) for row in shown.grid.agencies}
    assert {key: mark.text for key, mark in marks.items()} == {
        COUNCIL: "No sharing agreement",
        POLICE: "Replies missing",
        HOUSING: "Replies missing",
        HEALTH: "Not asked yet",
    }
    assert marks[POLICE].sign != marks[HEALTH].sign


def test_who_is_left_out_stands_there_with_the_reason(shown: Shown) -> None:
    (police,) = [row for row in shown.grid.agencies if row.id == POLICE]
    assert [answer_mark(cell).text for cell in police.cells] == [
        "This agency must not be told",
        "Reply missing",
    ]


def test_the_page_begins_with_the_first_agency_that_owes_a_reply(view: RequestsView) -> None:
    chips = [one.accessibleName() for one in view.findChildren(Chip)]
    assert chips == ["2 agencies asked", "Replies missing: 2 agencies"]
    assert "Kerrow Police" in says(view.current)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_1, Known.KNOWN),
        (Qt.Key.Key_2, Known.WILL_SHARE),
        (Qt.Key.Key_3, Known.CANNOT_SHARE),
        (Qt.Key.Key_4, Known.NOT_KNOWN),
    ],
)
def test_one_key_notes_an_answer_and_an_arrow_goes_to_the_next(
    view: RequestsView, key: Qt.Key, answer: Known
) -> None:
    told: list[tuple[Cell, Known]] = []
    view.answered.connect(lambda cell, known: told.append((cell, known)))
    at_agency(view, HOUSING)
    table = view.current.table
    table.setFocus()
    table.choose(0)
    settle()
    QTest.keyClick(table, key)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, key)
    names = [(cell.person.name.given, known) for cell, known in told]
    assert names == [("Kerra", answer), ("Tomos", answer)]


def test_the_keys_stay_on_the_person_and_the_agency_when_the_page_is_read_again(
    view: RequestsView, shown: Shown
) -> None:
    at_agency(view, HOUSING)
    view.current.table.choose(1)
    view.show_requests(shown)
    settle()
    chosen = view.current.table.chosen()
    assert isinstance(chosen, Cell)
    assert chosen.person.name.given == "Tomos"
    assert "Kerrow Homes" in says(view.current)


def test_nothing_can_be_noted_about_somebody_the_agency_was_not_asked_about(
    view: RequestsView,
) -> None:
    told: list[object] = []
    view.answered.connect(lambda *said: told.append(said))
    at_agency(view, POLICE)
    view.current.table.setFocus()
    view.current.table.choose(0)
    settle()
    QTest.keyClick(view.current.table, Qt.Key.Key_1)
    assert told == []
    at_agency(view, HEALTH)
    assert not any(
        one.isVisibleTo(view) and one.text().startswith("1 ")
        for one in view.findChildren(QPushButton)
    )


def test_enter_on_an_agency_goes_to_its_people_and_enter_there_asks_for_the_line(
    view: RequestsView,
) -> None:
    asked: list[str] = []
    view.reply_asked.connect(lambda agency, cell: asked.append(cell.person.name.given))
    at_agency(view, HOUSING)
    view.agencies.setFocus()
    QTest.keyClick(view.agencies, Qt.Key.Key_Return)
    settle()
    assert view.current.table.hasFocus()
    QTest.keyClick(view.current.table, Qt.Key.Key_Return)
    assert asked == ["Kerra"]


def test_asking_with_a_sheet_asks_first_where_the_sheets_go(
    view: RequestsView, tmp_path: Path
) -> None:
    asked: list[tuple[object, object]] = []
    view.ask_asked.connect(lambda agency, folder: asked.append((agency, folder)))
    pressed(view, "Ask with a sheet")
    pressed(view, "Ask without a sheet")
    at_agency(view, HOUSING)
    pressed(view, "Ask again")
    assert asked[:2] == [(None, tmp_path), (None, None)]
    assert getattr(asked[2][0], "id", None) == HOUSING


def test_the_message_is_copied_without_the_subject_and_without_a_name(
    view: RequestsView, shown: Shown
) -> None:
    (homes,) = [row for row in shown.grid.agencies if row.id == HOUSING]
    message = request_message("Kerrow Panel", "M26-001", WEEK, ANSWER_BY, homes.name, 1)
    told: list[str] = []
    view.told.connect(told.append)
    taken: list[TakenText] = []
    view.text_taken.connect(taken.append)
    QGuiApplication.clipboard().clear()
    view.show_message(homes, message, lambda _desk: message.text)
    form = view.findChild(FieldsDialog)
    assert form is not None
    form.give()
    (wanted,) = taken
    assert (wanted.agency, wanted.text) == ("Kerrow Homes", message.text)
    assert QGuiApplication.clipboard().text() == ""
    wanted.may()
    copied = QGuiApplication.clipboard().text()
    assert copied == message.text
    assert told == ["The text is copied."]
    assert "Kerra" not in copied


def test_by_person_says_who_knows_them_and_who_has_not_replied(
    view: RequestsView, shown: Shown
) -> None:
    kerra, tomos = by_person(shown.grid)
    assert (kerra.known, kerra.missing) == ((), ("Kerrow Homes",))
    assert (tomos.known, tomos.missing) == (
        ("Kerrow Homes (cannot share)",),
        ("Kerrow Police",),
    )
    next(one for one in view.findChildren(QRadioButton) if one.text() == "By person").click()
    settle()
    assert view.people.isVisibleTo(view)
    assert not view.agencies.isVisibleTo(view)


def test_an_empty_agenda_says_what_to_do(desk: Desk, view: RequestsView, shown: Shown) -> None:
    bare = replace(
        shown.grid,
        people=(),
        agencies=tuple(replace(row, cells=()) for row in shown.grid.agencies),
    )
    view.show_requests(replace(shown, grid=bare))
    settle()
    assert "Write the agenda of the meeting first" in says(view)
    assert not view.agencies.isVisibleTo(view)
    assert view.findChildren(QPlainTextEdit) == []


def test_once_the_meeting_began_nobody_is_asked_and_answers_can_still_be_noted(
    view: RequestsView, shown: Shown
) -> None:
    view.show_requests(replace(shown, can_ask=False))
    at_agency(view, HOUSING)
    words = {one.text() for one in view.findChildren(QPushButton) if one.isVisibleTo(view)}
    assert {"Ask with a sheet", "Ask without a sheet", "Ask again"}.isdisjoint(words)
    assert {"1 Known", "Read a sheet that came back"} <= words


def test_the_page_ends_with_the_list_that_is_shown(view: RequestsView) -> None:
    view.resize(1024, 700)
    view.findChildren(QRadioButton)[1].setChecked(True)
    view.show()
    settle()
    (page,) = (one for one in view.findChildren(QScrollArea) if one.accessibleName() == "Page")
    inner = page.widget()
    assert inner is not None
    list_ends = view.people.mapTo(inner, view.people.rect().bottomLeft()).y()
    room = page.viewport().height()
    assert view.people.isVisible()
    assert not view.agencies.isVisible()
    assert inner.height() <= max(room, list_ends + 40)
