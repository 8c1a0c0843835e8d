"""Update sheets on the page of away and back: asked for, saved, brought in, taken over."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.db.models import Professional
from coordinator.domain.errors import SheetCellsError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.roles import Right
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.screens.away.presenter import Deed
from coordinator.ui.shell.dropping import place_of
from coordinator.wording.away_pages import holder_lines, return_lines, warnings
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import MUCH, NOTES, direction, filled, given
from tests.stores import NURSE, TODAY, WORKER, Clock
from tests.ui.away.test_away import Page


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def test_a_sheet_says_who_goes_and_that_it_is_not_sealed_before_it_is_saved(
    both: Both, tmp_path: Path
) -> None:
    page = Page(both.hub, tmp_path / "out")
    page.presenter.do(Deed.SHEET)
    page.forms.answer(lead=None)
    assert page.forms.faults["lead"]
    page.forms.answer(lead=WORKER)
    assert page.forms.question is not None
    assert "KP-0001" in page.forms.question.about
    assert "not sealed" in page.forms.question.about

    page.forms.answer(channel=Channel.SECURE_MAIL)
    assert page.forms.is_open()
    assert not list(tmp_path.glob("out/*"))
    page.forms.answer(channel=None, reason="She may install nothing")
    assert page.forms.faults["channel"]

    due = TODAY + timedelta(days=9)
    page.forms.answer(due=due, channel=Channel.SECURE_MAIL, reason="She may install nothing")
    (file,) = (tmp_path / "out").iterdir()
    assert file.suffix == ".xlsx"
    assert file.name in page.toasts[-1]
    (holder,) = page.panel().holders
    assert (holder.name, holder.kind, holder.due) == (
        "Rhys Roskilly",
        PackKind.UPDATE_SHEET,
        due,
    )
    assert "Update sheet 1, made Thu 19 Nov" in next(iter(holder_lines(holder, TODAY)))


def test_people_are_lent_on_a_sheet_and_who_may_not_go_stays(both: Both, tmp_path: Path) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).deputy_of_id = NURSE
        tx.journal("test.arranged")
    kezia, tamsyn = both.kept.kezia, both.kept.tamsyn
    page = Page(both.hub, tmp_path / "out")

    def made(**answers: object) -> set[UUID]:
        page.presenter.do(Deed.SHEET)
        page.forms.answer(lead=WORKER)
        page.forms.answer(channel=Channel.SECURE_MAIL, reason="May install nothing", **answers)
        assert not page.forms.is_open()
        (holder,) = page.panel().holders
        return {one.person for one in holder.people}

    assert made(lent=(tamsyn,)) == {kezia, tamsyn}
    assert made() == {kezia, tamsyn}
    withdraw_basis(both.hub.desk, kezia, reason="asked to")
    assert made(rest=True) == {tamsyn}
    page.presenter.do(Deed.SHEET)
    page.forms.answer(lead=WORKER)
    assert page.forms.question is not None
    assert "KP-0001 KT: cannot go" in page.forms.question.about


def test_a_sheet_that_came_back_is_looked_at_and_only_then_taken_over(
    both: Both, tmp_path: Path
) -> None:
    page = Page(both.hub, tmp_path / "out")
    page.presenter.bring_in(filled(given(both, tmp_path), MUCH))
    assert page.back.sender == "Rhys Roskilly"
    assert any(row.column == "direction" for row in page.back.rows)
    assert direction(both) == ""
    page.presenter.do(Deed.TAKE_OVER)
    assert page.found is None
    assert direction(both) == "A room of her own by spring"
    assert page.panel().holders[0].came_back is not None
    assert page.toasts[-1].startswith("Brought in: ")


def test_cells_nobody_can_take_are_told_and_nothing_waits(both: Both, tmp_path: Path) -> None:
    page = Page(both.hub, tmp_path / "out")
    page.presenter.bring_in(filled(given(both, tmp_path), {NOTES: {"B5": "soon"}}))
    assert page.found is None
    assert page.forms.question is not None
    assert "Contacts and notes, B5: this is not a date." in page.forms.question.about
    page.forms.answer()
    assert page.found is None  # there is no rest
    assert isinstance(page.jobs.failures[-1], SheetCellsError)


def test_the_rest_of_a_sheet_is_looked_at_and_taken_over_when_asked_for(
    both: Both, tmp_path: Path
) -> None:
    bad = {**MUCH, NOTES: {**MUCH[NOTES], "B5": "soon"}}
    page = Page(both.hub, tmp_path / "out")
    page.presenter.bring_in(filled(given(both, tmp_path), bad))
    page.forms.answer()
    assert "Contacts and notes, B5: this is not a date." in list(warnings(page.back))
    assert direction(both) == ""
    page.presenter.do(Deed.TAKE_OVER)
    assert direction(both) == "A room of her own by spring"


def test_a_sheet_that_is_dropped_leads_to_the_page(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    place = place_of(sheet)
    assert isinstance(place, AwayPlace)
    assert place.file is not None
    page = Page(both.hub, tmp_path, place.file)
    assert page.back.sender == "Rhys Roskilly"
    assert list(return_lines(page.back)) == ["It holds nothing new."]
    assert not list(warnings(page.back))
