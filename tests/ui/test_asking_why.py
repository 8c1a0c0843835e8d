"""Forms that ask why it is done all the same: a reason left out is asked for, no act is lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.need_to_know.bases import BASIS_INCOMPLETE
from coordinator.domain.outcomes import Changes, Done
from coordinator.ui.kit import theme
from coordinator.ui.kit.asks import Ask, Question, reason_name, reasons_in
from coordinator.ui.kit.sheet import Sheet, Sheets
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.asking import ANEW, Asking
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import TakenText
from coordinator.wording.refusals.rules import field_words
from tests.ui.desks import Forms, WaitingJobs
from tests.ui.immediate import ImmediateJobs

QUESTION = Question("Close", (Ask("note", "Note"),), "Close")
WHY = reason_name(BASIS_INCOMPLETE)
Act = Callable[[Desk], Done[None]]


def urgent(desk: Desk) -> Done[None]:
    """Work that cannot be done without saying why it cannot wait."""
    if not desk.why_now:
        raise ReasonNeededError((BASIS_INCOMPLETE,))
    return Done(None, Changes())


def wanting(*prompts: str) -> Callable[[Mapping[str, Any], int], Act]:
    """An act that wants a reason for each of these in turn."""

    def act(values: Mapping[str, Any], _seen: int) -> Act:
        def do(_desk: Desk) -> Done[None]:
            given = reasons_in(values)
            for prompt in prompts:
                if not given.get(prompt):
                    raise ReasonNeededError((prompt,))
            return Done(None, Changes())

        return do

    return act


def test_a_reason_that_was_left_empty_is_asked_for_where_it_is_missing(desk: Desk) -> None:
    forms, done = Forms(), list[object]()
    Asking(ImmediateJobs(desk), forms).command(urgent, then=done.append)
    forms.answer()
    assert forms.faults == {WHY: "required"}
    assert field_words(WHY, "required") == "Say it in a few words."
    assert done == []
    forms.answer(**{WHY: "They sleep outside"})
    assert done == [None]


def test_a_form_that_asks_why_twice_knows_what_was_said_first(desk: Desk) -> None:
    forms, done = Forms(), list[object]()
    asking = Asking(ImmediateJobs(desk), forms)
    act = wanting("no-plan", "no-lead")
    asking.put(QUESTION, act, about=ANEW, reasons=True, then=done.append)
    forms.answer(note="As agreed")
    forms.answer(**{reason_name("no-plan"): ""})
    assert forms.faults == {reason_name("no-plan"): "required"}
    forms.answer(**{reason_name("no-plan"): "She moved"})
    assert forms.question is not None
    forms.answer(**{reason_name("no-lead"): "Nobody is free"})
    assert done == [None]


def test_a_form_sent_twice_before_it_is_answered_asks_why_once(desk: Desk) -> None:
    forms, done, jobs = Forms(), list[object](), WaitingJobs(desk)
    act = wanting("no-plan")
    Asking(jobs, forms).put(QUESTION, act, about=ANEW, reasons=True, then=done.append)
    jobs.go_on()
    forms.answer(note="As agreed")
    forms.answer(note="As agreed")
    jobs.go_on()
    assert forms.question is not None
    asked = {ask.name: ask.value for ask in forms.question.asks}
    assert asked == {"note": "As agreed", reason_name("no-plan"): ""}
    forms.answer(**{reason_name("no-plan"): "She moved"})
    jobs.go_on()
    assert done == [None]


def test_a_form_another_takes_the_place_of_tells_that_nobody_said_why(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    sheets = Sheets(page)
    asking = Asking(ImmediateJobs(desk), sheets)
    told: list[Exception] = []

    def refused(error: Exception) -> bool:
        told.append(error)
        return True

    asking.command(urgent, refused=refused)
    assert told == []
    asking.put(QUESTION, wanting(), about=UUID(int=7))
    assert [type(one) for one in told] == [ReasonNeededError]
    shown = sheets.shown
    assert shown is not None
    assert shown.windowTitle() == "Close"
    sheets.finish()
    assert len(told) == 1


def test_an_act_that_was_done_puts_away_its_own_form_alone(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    page, jobs = QWidget(), WaitingJobs(desk)
    qtbot.addWidget(page)
    sheets = Sheets(page)
    asking = Asking(jobs, sheets)
    asking.put(replace(QUESTION, title="One"), lambda _values, _seen: _nothing)
    first = sheets.shown
    assert isinstance(first, Sheet)
    first.give()
    asking.put(replace(QUESTION, title="Two"), lambda _values, _seen: _nothing)

    jobs.go_on()

    assert sheets.shown is not None
    assert sheets.shown.windowTitle() == "Two"
    second = sheets.shown
    second.give()
    jobs.go_on()
    assert sheets.shown is None


def _nothing(_desk: Desk) -> Done[None]:
    return Done(None, Changes())


def test_a_text_asked_for_twice_in_a_row_is_recorded_once(qtbot: QtBot, look: theme.Look) -> None:
    page, taken = QWidget(), list[TakenText]()
    qtbot.addWidget(page)
    texts = ChaseForm(page, [Chase("Kerrow Homes", 1, "One"), Chase("Kerrow Police", 1, "Two")])
    texts.taken.connect(taken.append)
    texts.give()
    texts.give()
    assert [one.agency for one in taken] == ["Kerrow Homes"]
    taken[0].may()
    texts.give()
    assert [one.agency for one in taken] == ["Kerrow Homes", "Kerrow Police"]
    assert not taken[1].refused(OSError())
    texts.give()
    assert [one.agency for one in taken][2:] == ["Kerrow Police"]
