"""Wishes without an answer, on the page of who owes what: by agency, owner, day; answered here."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.voice.wishes import find_wishes, find_wishes_waiting, note_wish
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.people.wishes import NewWish, WishRow
from coordinator.ui.kit import theme
from coordinator.ui.places.every import ActionsPlace, PersonPlace
from coordinator.ui.screens.actions.presenter import DueBy, Shown
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.screens.actions.wish_deeds import Deed
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, NURSE, OFFICER, TODAY, WORKER, Clock
from tests.ui.actions.test_presenter import Screen

WISHES = ActionsPlace(wishes=True)


@pytest.fixture
def person(desk: Desk) -> UUID:
    made = a_person(desk)
    for words, owner, days in (("A doctor", NURSE, 3), ("A key", OFFICER, 20)):
        assert isinstance(desk.now, Clock)
        desk.now.move(seconds=1)  # one after the other
        note_wish(desk, NewWish(made, words, owner, answer_by=TODAY + timedelta(days=days)))
    return made


def asked(page: Screen) -> list[str]:
    return [one.words for one in page.view.wishes]


def test_they_are_listed_by_agency_owner_and_day(desk: Desk, person: UUID) -> None:
    page = Screen(desk)
    assert asked(page) == []
    page.presenter.show_instead(wishes=True)
    assert (page.view.rows, asked(page)) == ([], ["A doctor", "A key"])
    page.presenter.narrow(agency_id=HEALTH)
    assert asked(page) == ["A doctor"]
    page.presenter.narrow(agency_id=None, owner_id=OFFICER)
    assert asked(page) == ["A key"]
    page.presenter.narrow(owner_id=None)
    page.presenter.narrow_due(DueBy.WEEK, TODAY)
    assert asked(page) == ["A doctor"]
    page.presenter.show_all()
    assert asked(page) == ["A doctor", "A key"]
    assert page.moved[-1] == WISHES
    page.presenter.show_instead()
    assert page.moved[-1] == ActionsPlace()


def test_one_is_answered_or_given_to_somebody_else_from_here(desk: Desk, person: UUID) -> None:
    page = Screen(desk, WISHES)
    first, second = page.view.wishes
    page.presenter.wishes.do(Deed.ANSWER, first)
    page.forms.answer(answer="On Friday at ten")
    assert asked(page) == ["A key"]
    page.presenter.wishes.do(Deed.GIVE, second)
    page.forms.answer(owner_id=WORKER)
    assert [one.owner.id for one in page.view.wishes] == [WORKER]
    told = {one.words: one.answer for one in find_wishes(desk, [person])[person]}
    assert told == {"A doctor": "On Friday at ten", "A key": ""}
    page.presenter.wishes.do(Deed.PERSON, second)
    assert page.gone == [PersonPlace(person)]


def test_an_answer_without_words_is_refused_in_its_form(desk: Desk, person: UUID) -> None:
    page = Screen(desk, WISHES)
    page.presenter.wishes.do(Deed.ANSWER, page.view.wishes[0])
    page.forms.answer(answer="  ")
    assert page.forms.faults == {"answer": "required"}
    assert len(find_wishes_waiting(desk)) == 2


@pytest.fixture
def view(look: theme.Look, qtbot: QtBot) -> ActionsView:
    made = ActionsView()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def shown(desk: Desk, wanted: ActionFilter | None = None) -> tuple[Shown, ActionsPlace]:
    place = ActionsPlace(wanted or ActionFilter(), wishes=True)
    page = Screen(desk, place)
    assert page.view.shown is not None
    return page.view.shown, place


def test_the_wish_under_the_keys_is_answered_with_one_key(
    desk: Desk, person: UUID, view: ActionsView, qtbot: QtBot
) -> None:
    heard: list[tuple[Deed, WishRow]] = []
    view.wish_deed_asked.connect(lambda deed, wish: heard.append((deed, wish)))
    view.show_actions(*shown(desk))
    QAbstractItemModelTester(view.wishes.table.model(), view)
    assert (view.wishes.isVisible(), view.table.isVisible()) == (True, False)
    view.setFocus()
    assert view.wishes.table.hasFocus()
    view.wishes.table.actions()[0].trigger()
    assert [(deed, wish.words) for deed, wish in heard] == [(Deed.ANSWER, "A doctor")]


def test_when_nobody_waits_it_says_so_and_filters_can_be_taken_away(
    desk: Desk, person: UUID, view: ActionsView
) -> None:
    view.show_actions(*shown(desk, ActionFilter(owner_id=WORKER)))
    assert not view.wishes.isVisible()
    heard: list[bool] = []
    view.all_asked.connect(lambda: heard.append(True))
    view._empty.asked.emit()
    assert heard == [True]
