"""Forms made of what is asked: long lists, times, numbers, what hangs on another answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coordinator.domain.states import Answer, CasePhase
from coordinator.ui.kit import theme
from coordinator.ui.kit.asks import (
    Ask,
    Kind,
    Question,
    choices_of,
    read_day,
    reasons_in,
    with_reasons,
)
from coordinator.ui.kit.entries import Entries
from coordinator.ui.kit.sheet import Sheet

PEOPLE = ((None, ""), (1, "Kasia Dębska, nurse"), (2, "Dylan Ashdown"), (3, "Dylan Roskilly"))


@pytest.fixture
def form(qtbot: QtBot, look: theme.Look) -> Entries:
    made = Entries(
        (
            Ask("who", "Who", Kind.FIND, None, PEOPLE),
            Ask("at", "Time", Kind.TIME, time(9, 5)),
            Ask("age", "Age", Kind.NUMBER, 40),
            Ask("phase", "Phase", Kind.CHOICE, CasePhase.BUILDING, choices_of(CasePhase)),
            Ask(
                "moved_in_on",
                "Moved in",
                Kind.DAY,
                date(2026, 11, 1),
                only_for=("phase", frozenset({CasePhase.SUSTAINING})),
            ),
        )
    )
    qtbot.addWidget(made)
    made.show()
    return made


def control(form: QWidget, name: str) -> Any:
    kinds = (QComboBox, QLineEdit)
    found = [one for kind in kinds for one in form.findChildren(kind)]
    return next(one for one in found if one.accessibleName() == name)


def type_into(box: QComboBox, words: str) -> None:
    line = box.lineEdit()
    assert line is not None
    line.setText(words)  # keys would open the list, which has no place without a screen
    line.editingFinished.emit()


@pytest.mark.parametrize(
    ("typed", "found"), [("nurse", 1), ("kasia", 1), ("dylan", None), ("nobody", None)]
)
def test_a_part_of_a_name_that_one_alone_holds_finds_them(
    form: Entries, typed: str, found: int | None
) -> None:
    type_into(control(form, "Who"), typed)
    assert form.values()["who"] == found


@pytest.mark.parametrize(
    ("typed", "read"), [("14:30", time(14, 30)), ("1430", time(14, 30)), ("", None)]
)
def test_a_time_is_read_as_it_is_typed(form: Entries, typed: str, read: time | None) -> None:
    assert form.values()["at"] == time(9, 5)
    control(form, "Time").setText(typed)
    assert form.values()["at"] == read


def test_what_is_no_time_and_no_number_is_said_at_its_field(form: Entries) -> None:
    control(form, "Time").setText("25:00")
    control(form, "Age").setText("forty")
    assert form.show_unreadable()
    assert form.values()["age"] == "forty"
    control(form, "Time").setText("9:00")
    control(form, "Age").setText("41")
    assert not form.show_unreadable()
    assert form.values()["age"] == 41


@pytest.mark.parametrize(("typed", "read"), [("-3", -3), ("\u22123", -3), ("- 3", -3), ("-", "-")])
def test_a_number_below_nought_is_read_as_one_for_its_rule_to_refuse(
    form: Entries, typed: str, read: int | str
) -> None:
    control(form, "Age").setText(typed)
    assert form.values()["age"] == read


def test_a_chosen_word_stays_a_member_of_its_list(form: Entries) -> None:
    assert form.values()["phase"] is CasePhase.BUILDING


def test_what_hangs_on_another_answer_is_asked_with_it_alone(form: Entries) -> None:
    assert not control(form, "Moved in").isVisible()
    box = control(form, "Phase")
    box.setCurrentIndex(list(CasePhase).index(CasePhase.SUSTAINING))
    assert control(form, "Moved in").isVisible()
    box.setCurrentIndex(0)
    assert not control(form, "Moved in").isVisible()
    form.show_faults({"moved_in_on": "in-the-future"})
    assert control(form, "Moved in").isVisible()


def test_what_is_not_asked_now_is_empty_and_stays_typed(form: Entries) -> None:
    assert form.values()["moved_in_on"] is None
    form.take_up({"phase": CasePhase.SUSTAINING})
    control(form, "Moved in").setText("32 Nov")
    assert form.values()["moved_in_on"] == "32 Nov"
    form.take_up({"phase": CasePhase.BUILDING})
    assert form.values()["moved_in_on"] is None
    assert form.typed()["moved_in_on"] == "32 Nov"
    assert not form.show_unreadable()  # nobody asks for it: it stands in nobody's way
    form.take_up({"phase": CasePhase.SUSTAINING})
    assert form.values()["moved_in_on"] == "32 Nov"


def test_what_is_passed_over_is_kept_and_not_sent(qtbot: QtBot, look: theme.Look) -> None:
    kept, sent = Kept(), list[dict[str, Any]]()
    sheet = Sheet(ABOUT_POLICE, keeper=kept)
    qtbot.addWidget(sheet)
    sheet.given.connect(sent.append)
    sheet.take_up({"told": Answer.YES, "number": "CAD 12"})
    sheet.take_up({"told": Answer.NO})
    sheet.keep_now()
    sheet.give()
    assert kept.said == {"told": Answer.NO, "number": "CAD 12"}
    assert sent == [{"told": Answer.NO, "number": ""}]


def test_what_was_asked_neither_before_nor_now_is_not_emptied() -> None:
    asks = tuple(replace(one, value="CAD 9") if one.only_for else one for one in ABOUT_POLICE.asks)
    question = replace(ABOUT_POLICE, asks=asks)
    assert question.changed({"told": Answer.NO, "number": ""}) == {"told": Answer.NO}
    was_told = (replace(asks[0], value=Answer.YES), asks[1])
    told = replace(question, asks=was_told)
    assert told.changed({"told": Answer.NO, "number": ""}) == {"told": Answer.NO, "number": ""}
    assert told.changed({"told": Answer.YES, "number": ""}) == {"number": ""}


ABOUT_POLICE = Question(
    "Police",
    (
        Ask("told", "Told?", Kind.CHOICE, None, choices_of(Answer, "Not asked")),
        Ask("number", "Number", value="", only_for=("told", frozenset({Answer.YES}))),
    ),
    "Save",
)


class Kept:
    """Keeps what a form is told to keep."""

    typed: Mapping[str, Any] = {}
    news: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.said: Mapping[str, Any] = {}

    def keep(self, answers: Mapping[str, Any]) -> None:
        self.said = answers

    def let_go(self) -> None:
        raise AssertionError

    give_way = let_go


def test_no_where_nobody_had_asked_is_an_answer() -> None:
    question = Question(
        "Details",
        (Ask("safe_to_call", "Safe?", Kind.CHOICE, None), Ask("phone", "Telephone", value="")),
        "Save",
    )
    assert question.changed({"safe_to_call": False, "phone": ""}) == {"safe_to_call": False}
    assert question.changed({"safe_to_call": None, "phone": "1"}) == {"phone": "1"}


def test_a_form_asked_again_keeps_the_answers_and_asks_why() -> None:
    question = Question("Close", (Ask("told", "Told?", Kind.CHOICE, None),), "Close")
    again = with_reasons(question, {"told": Answer.NO}, ("not-told", "no-learning"))
    assert [ask.value for ask in again.asks] == [Answer.NO, "", ""]
    values = {ask.name: f"because {at}" for at, ask in enumerate(again.asks)}
    assert reasons_in(values) == {"not-told": "because 1", "no-learning": "because 2"}
    once_more = with_reasons(again, values, ("not-told",))
    assert len(once_more.asks) == len(again.asks)


def test_a_form_is_sent_by_enter_from_a_line(qtbot: QtBot, look: theme.Look) -> None:
    sheet = Sheet(Question("Name", (Ask("name", "Name", Kind.LINE, "Skip"),), "Add"))
    qtbot.addWidget(sheet)
    sheet.show()
    with qtbot.waitSignal(sheet.given) as answered:
        qtbot.keyClick(control(sheet, "Name"), Qt.Key.Key_Return)
    assert answered.args == [{"name": "Skip"}]


def test_a_form_sent_from_within_a_long_list_takes_what_is_typed_there(
    qtbot: QtBot, look: theme.Look
) -> None:
    sheet = Sheet(Question("Who", (Ask("who", "Who", Kind.FIND, 1, PEOPLE),), "Say so"))
    qtbot.addWidget(sheet)
    sheet.show()
    control(sheet, "Who").setEditText("rosk")
    with qtbot.waitSignal(sheet.given) as answered:
        sheet.give()
    assert answered.args == [{"who": 3}]


def test_what_always_stands_at_something_is_stepped_and_takes_its_answer_back(
    qtbot: QtBot, look: theme.Look
) -> None:
    made = Entries(
        (
            Ask("on", "Day", Kind.CALENDAR, date(2026, 11, 19)),
            Ask("at", "Begins at", Kind.CLOCK, time(10, 0)),
            Ask("length", "Length", Kind.AMOUNT, 90, within=(1, 240), unit=" min"),
            Ask("read", "Statement", Kind.TICK, value=False, choices=((True, "It was read"),)),
            Ask("word", "Password", Kind.SECRET, ""),
        )
    )
    qtbot.addWidget(made)
    stood = {"on": date(2026, 11, 19), "at": time(10, 0), "length": 90, "read": False, "word": ""}
    assert made.values() == stood
    said = {"on": date(2026, 12, 3), "at": time(14, 30), "length": 45, "read": True, "word": "x"}
    made.take_up(said)
    assert made.values() == said
    made.take_up({"on": "soon", "at": None, "length": "long"})
    assert made.values() == said
    (tick,) = made.findChildren(QCheckBox)
    assert tick.text() == "It was read"
    (secret,) = [one for one in made.findChildren(QLineEdit) if one.accessibleName() == "Password"]
    assert secret.echoMode() is QLineEdit.EchoMode.Password


def test_what_follows_another_answer_changes_with_it_and_a_draft_goes_before(
    qtbot: QtBot, look: theme.Look
) -> None:
    minutes = {CasePhase.BUILDING: 5, CasePhase.SUSTAINING: 3}
    made = Entries(
        (
            Ask("phase", "Phase", Kind.CHOICE, CasePhase.BUILDING, choices_of(CasePhase)),
            Ask("length", "Length", Kind.AMOUNT, 5, follows=("phase", minutes)),
        )
    )
    qtbot.addWidget(made)
    control(made, "Phase").setCurrentIndex(list(CasePhase).index(CasePhase.SUSTAINING))
    assert made.values()["length"] == 3
    made.take_up({"phase": CasePhase.BUILDING, "length": 20})
    assert made.values() == {"phase": CasePhase.BUILDING, "length": 20}


@pytest.mark.parametrize(
    ("ask", "value", "words"),
    [
        (Ask("at", "Begins at", Kind.CLOCK), time(9, 5), "09:05"),
        (Ask("length", "Length", Kind.AMOUNT, unit=" min"), 45, "45 min"),
        (Ask("name", "Name"), "", "nothing"),
    ],
)
def test_an_answer_is_written_as_it_is_read(ask: Ask, value: object, words: str) -> None:
    assert ask.shown(value) == words


def test_a_form_begins_in_its_first_entry(qtbot: QtBot, look: theme.Look) -> None:
    asks = (Ask("on", "Day", Kind.CALENDAR, date(2026, 11, 19)), Ask("name", "Name"))
    sheet = Sheet(Question("Name", asks, "Add"))
    qtbot.addWidget(sheet)
    sheet.open()
    begun = sheet.focusWidget()
    assert begun is not None
    assert begun.accessibleName() == "Day"
    bare = Sheet(Question("End it", (), "End it"))
    qtbot.addWidget(bare)
    bare.open()
    assert bare.isVisible()


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("19 Nov", date(2026, 11, 19)),
        ("19 november", date(2026, 11, 19)),
        ("19th Nov.", date(2026, 11, 19)),
        ("19Nov", date(2026, 11, 19)),
        ("19 Nov 2024", date(2024, 11, 19)),
        ("3 Jan", date(2027, 1, 3)),  # nearer than last January
        ("30 June", date(2026, 6, 30)),
        ("29 Feb", date(2028, 2, 29)),
        ("19/11/2026", date(2026, 11, 19)),
    ],
)
def test_a_day_can_be_typed_with_its_month_by_name(typed: str, on: date) -> None:
    assert read_day(typed, date(2026, 11, 18)) == on


@pytest.mark.parametrize("typed", ["31 Nov", "30 Feb", "19 Nomonth", "Nov", "19 Nov 26 or so"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as int and date refuse
        read_day(typed, date(2026, 11, 18))


def test_a_day_is_written_back_whole_when_its_field_is_left(form: Entries) -> None:
    form.take_up({"phase": CasePhase.SUSTAINING})
    moved = control(form, "Moved in")
    moved.setText("3 march 2026")
    assert form.values()["moved_in_on"] == date(2026, 3, 3)
    moved.editingFinished.emit()
    assert moved.text() == "03/03/2026"
    moved.setText("31 Nov")
    moved.editingFinished.emit()
    assert moved.text() == "31 Nov"
