"""The register of gaps, without a window: raised, put to somebody, decided, closed."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gap_reads import find_gaps, read_gap
from coordinator.casework.stuck.gaps import describe_gap, raise_gap
from coordinator.casework.stuck.reading import read_stuck
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.roles import Role
from coordinator.domain.states import BarrierStatus, GapStatus
from coordinator.domain.stuck.gaps import GapCard, GapRow, NewGap
from coordinator.ui.places.every import GapsPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.gaps.presenter import Around, GapsPresenter, Shown
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.notices import Notice
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, NURSE, TODAY, WORKER, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.place = GapsPlace()
        self.card: GapCard | None = None
        self.warned: Mapping[str, str] = {}

    def show_gaps(self, shown: Shown, place: GapsPlace) -> None:
        self.shown, self.place = shown, place

    def show_card(self, card: GapCard) -> None:
        self.card = card

    def warn(self, sentences: Mapping[str, str]) -> None:
        self.warned = dict(sentences)


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, place: GapsPlace | None = None) -> None:
        self.view, self.forms, self.jobs = RememberingView(), Forms(), ImmediateJobs(desk)
        self.gone: list[Place] = []
        self.moved: list[Place] = []
        self.toasts: list[str] = []
        self.notices: list[Notice] = []

        def toast(told: str, _undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)

        around = Around(self.gone.append, self.moved.append, toast, self.notices.append)
        asking = Asking(self.jobs, self.forms)
        self.presenter = GapsPresenter(self.jobs, self.view, asking, around, place or GapsPlace())
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def rows(self) -> tuple[GapRow, ...]:
        assert self.view.shown is not None
        return self.view.shown.rows


@pytest.fixture
def page(desk: Desk) -> Screen:
    return Screen(desk)


def test_a_gap_is_raised_and_the_keys_go_to_it(page: Screen) -> None:
    page.presenter.raise_new()
    page.forms.answer(
        title="No rooms that take dogs",
        theme=GapTheme.HOUSING,
        affected_besides=3,
        first_raised_on=TODAY - timedelta(days=365),
    )
    (row,) = page.rows
    assert (row.title, row.theme, row.affected, row.months) == (
        "No rooms that take dogs",
        GapTheme.HOUSING,
        3,
        12,
    )
    assert page.view.place.gap == row.id
    assert not page.forms.is_open()


def test_a_form_with_a_name_in_it_stays_open_until_nobody_is_meant(
    page: Screen, desk: Desk
) -> None:
    a_person(desk, "Rose", "Trelawny")
    page.presenter.raise_new()
    page.forms.answer(title="Rose Court takes no dogs", nobody_is_meant=False)
    assert page.forms.faults == {"title": "may-name-somebody"}
    page.forms.answer(title="Rose Trelawny has no room", nobody_is_meant=True)
    assert page.forms.faults == {"title": "names-somebody"}
    assert page.rows == ()
    page.forms.answer(title="Rose Court takes no dogs", nobody_is_meant=True)
    assert len(page.rows) == 1


def test_what_is_typed_is_looked_through_for_names(page: Screen, desk: Desk) -> None:
    a_person(desk)
    page.presenter.typed({"title": "Kezia waits", "evidence": "", "theme": GapTheme.OTHER})
    assert list(page.view.warned) == ["title"]
    assert "“Kezia”" in page.view.warned["title"]
    page.presenter.typed({"title": "Nobody is named", "evidence": "See KP-0001"})
    assert "tells who somebody is" in page.view.warned["evidence"]
    page.presenter.typed({"title": "No rooms"})
    assert page.view.warned == {}


def test_a_gap_goes_its_whole_way_through_the_forms(page: Screen, desk: Desk) -> None:
    raise_gap(desk, NewGap("No rooms"))
    page.presenter.load()
    page.presenter.put_to(page.rows[0])
    page.forms.answer()
    assert page.forms.faults == {"commissioner": "required"}
    page.forms.answer(professional_id=WORKER)
    assert page.rows[0].commissioner == "Rhys Roskilly"
    page.presenter.decide(page.rows[0])
    page.forms.answer(decision="Two rooms from April")
    (row,) = page.rows
    assert (row.status, row.decided_by, row.decided_on) == (
        GapStatus.DECIDED,
        "Rhys Roskilly",
        TODAY,
    )
    page.presenter.close(row)
    assert not page.rows
    page.presenter.narrow(closed_too=True)
    assert [one.status for one in find_gaps(desk)] == [GapStatus.CLOSED]
    page.presenter.reopen(page.rows[0])
    page.forms.answer(reason="The rooms went to others")
    assert [one.status for one in find_gaps(desk)] == [GapStatus.OPEN]


def test_two_hands_on_one_gap_are_told(page: Screen, desk: Desk) -> None:
    gap = raise_gap(desk, NewGap("No rooms")).result
    page.presenter.load()
    page.presenter.change(page.rows[0])
    describe_gap(desk, gap, seen=1, title="No rooms at all")
    page.forms.answer(title="No rooms for couples")
    assert page.forms.objections
    page.forms.answer(title="No rooms for couples")
    assert find_gaps(desk)[0].title == "No rooms for couples"


def test_only_what_was_changed_is_written(page: Screen, desk: Desk) -> None:
    first = TODAY - timedelta(days=100)
    raise_gap(desk, NewGap("No rooms", first_raised_on=first, workaround="Tents"))
    page.presenter.load()
    page.presenter.change(page.rows[0])
    page.forms.answer(evidence="Five refusals", first_raised_on=None)
    (row,) = page.rows
    assert (row.evidence, row.workaround, row.first_raised_on) == ("Five refusals", "Tents", first)


def test_it_is_narrowed_to_a_theme_and_the_place_knows(page: Screen, desk: Desk) -> None:
    raise_gap(desk, NewGap("No rooms", GapTheme.HOUSING))
    raise_gap(desk, NewGap("No beds", GapTheme.SUBSTANCE_USE))
    page.presenter.narrow_theme(GapTheme.HOUSING)
    assert [row.title for row in page.rows] == ["No rooms"]
    assert page.moved == [GapsPlace(theme=GapTheme.HOUSING)]


def test_what_feeds_a_gap_is_shown_opened_and_taken_off(page: Screen, desk: Desk) -> None:
    person = a_person(desk)
    barrier = identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, person)).result
    raise_gap(desk, NewGap("No advice"), barriers=[barrier])
    page.presenter.load()
    page.presenter.look_at(page.rows[0])
    assert page.view.card is not None
    (fed,) = page.view.card.fed_by
    page.presenter.open_person(person)
    page.presenter.unlink(page.rows[0], fed)
    assert page.gone == [PersonPlace(person)]
    assert page.rows[0].affected == 0
    page.presenter.unlink(page.rows[0], fed)
    assert len(page.notices) == 1


def test_a_barrier_that_stands_is_counted_to_a_gap_and_stays_open(
    page: Screen, desk: Desk
) -> None:
    barrier = identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, a_person(desk))).result
    gap = raise_gap(desk, NewGap("No rooms that take dogs")).result
    page.presenter.load()
    page.presenter.link(page.rows[0])
    page.forms.answer()
    assert set(page.forms.faults) == {"barrier_id"}
    page.forms.answer(barrier_id=barrier)
    (fed,) = read_gap(desk, gap).fed_by
    assert fed.barrier_id == barrier
    assert [one.barrier.status for one in read_stuck(desk).barriers] == [BarrierStatus.IDENTIFIED]


def test_the_register_is_a_paper(page: Screen) -> None:
    page.presenter.open_paper()
    assert page.gone == [PapersPlace(kind="gaps")]


def test_who_may_not_decide_reads_it(desk: Desk) -> None:
    raise_gap(desk, NewGap("No rooms"))
    page = Screen(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))
    assert page.view.shown is not None
    assert not page.view.shown.may_edit
    assert [row.title for row in page.rows] == ["No rooms"]
