"""The page of who holds tonight: everybody, by shapes and words, and what can be kept there."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.roles import Role
from coordinator.domain.tonight import NewHolding, NewMove
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PapersPlace, PersonPlace
from coordinator.ui.screens.tonight.presenter import TonightPresenter, Wish
from coordinator.ui.screens.tonight.view import TonightView
from coordinator.ui.shared.asking import Asking
from tests.casework.entries_on_file import a_person
from tests.stores import OFFICER, POLICE, TODAY, WORKER, sitting
from tests.ui.desks import Forms, Told
from tests.ui.desktops import says
from tests.ui.immediate import ImmediateJobs


class Page:
    """The page with its widgets, on a real store."""

    def __init__(self, desk: Desk) -> None:
        self.view, self.told, self.forms = TonightView(), Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = TonightPresenter(self.jobs, self.view, asking, self.told.go)
        self.jobs.listeners.append(self.presenter.look_again)
        self.view.opened.connect(self.presenter.open)
        self.view.wished.connect(self.presenter.do)
        self.presenter.load()

    def cells(self, row: int) -> list[str]:
        model = self.view.table.rows
        role = Qt.ItemDataRole.AccessibleTextRole
        columns = range(model.columnCount())
        return [str(model.data(model.index(row, at), role)) for at in columns]


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def test_nobody_on_the_caseload_is_said(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    page = Page(desk)
    assert "Nobody is on the caseload." in says(page.view)


def test_each_day_says_in_words_what_its_shapes_show(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    say_who_holds(desk, person, NewHolding((DayPart.NIGHT,), TODAY, TODAY, worker_id=WORKER))
    tomorrow = TODAY + timedelta(days=1)
    add_coming_move(desk, person, NewMove(ComingMoveKind.COURT, tomorrow, "10:00"))
    page = Page(desk)
    _name, first, second, *_rest = page.cells(0)
    assert first == "Day: nobody. Evening: nobody. Night: Rhys Roskilly"
    assert second.endswith("Court, 10:00. Nobody is named to be there")
    assert page.view.table.rows.columnCount() == 1 + 7 + 2
    page.view.resize(1024, 700)
    page.view.show()
    page.view.grab()  # the shapes are painted
    assert "1 person has an evening or a weekend with nobody." in says(page.view)
    assert "For 1 person nobody is named for what is ahead." in says(page.view)


def test_who_holds_is_kept_from_the_list_and_the_keys_stay(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    a_person(desk)
    page = Page(desk)
    page.view.table.choose(1)
    strip = page.view.chosen()
    assert strip is not None
    page.view.wished.emit(Wish.HOLD, strip)
    page.forms.answer(by="Her sister", parts=tuple(DayPart), weekdays=())
    stands = page.view.chosen()
    assert stands is not None
    assert stands.person_id == strip.person_id
    assert stands.to_see_to == ()
    assert "Every evening is held, and the weekend." in says(page.view)
    page.view.wished.emit(Wish.MOVE, stands)
    page.forms.answer(kind=ComingMoveKind.EVICTION, on=TODAY)
    assert page.view.table.rows.rows[0].person_id == strip.person_id


def test_a_line_opens_the_person(desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID) -> None:
    page = Page(desk)
    page.view.opened.emit(page.view.chosen())
    assert page.told.places == [PersonPlace(person)]


def test_its_paper_is_a_press_away_for_whoever_may_make_papers(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    page = Page(desk)
    page.view.paper_asked.connect(page.presenter.open_paper)
    page.view.paper.click()
    assert page.told.places == [PapersPlace(kind="tonight")]
    outsider = Page(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE))
    assert not outsider.view.paper.isEnabled()
    assert outsider.view.paper.isHidden()


def test_what_was_typed_about_one_person_is_not_in_the_form_about_another(
    desk: Desk, qtbot: QtBot, look: theme.Look, person: UUID
) -> None:
    a_person(desk)
    page = Page(desk)
    first, second = page.view.table.rows.rows
    for wish in (Wish.HOLD, Wish.MOVE):
        page.presenter.do(wish, first)
        assert page.forms.keeper is not None
        page.forms.keeper.keep({"place": "The refuge", "what": "The refuge"})
        page.presenter.do(wish, second)
        assert page.forms.keeper.typed == {}
        page.presenter.do(wish, first)
        assert "The refuge" in page.forms.keeper.typed.values()
