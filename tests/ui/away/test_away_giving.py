"""Giving people away: who stays, who is lent; and what is not offered away from the panel."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.plans.writing import end_plan
from coordinator.casework.referrals.asking import draft_referral
from coordinator.casework.stores.opening import sit
from coordinator.db.models import Professional
from coordinator.domain.exchange.lead_grants import AT_PANEL_ONLY
from coordinator.domain.roles import Right, Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.buttons import button, withhold
from coordinator.ui.places.every import NewReferralPlace
from coordinator.ui.screens.away.presenter import Deed
from coordinator.ui.screens.plan.presenter import _read as read_open_plan
from coordinator.ui.screens.referral.presenter import Step
from coordinator.ui.screens.referral.presenter import _read as read_open_referral
from coordinator.ui.shell.offered import is_offered
from tests.casework.entries_on_file import a_person, case_of
from tests.exchange.away_stores import Both, both_stores
from tests.stores import NURSE, WORKER, Clock
from tests.ui.away.test_away import Page, taken


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def test_what_is_done_at_the_panel_only_is_not_offered_away(both: Both, tmp_path: Path) -> None:
    referral = draft_referral(both.hub.desk, both.kept.kezia, referrer_id=WORKER, why_now="Now")
    taken(both, tmp_path)
    lead = Role.LEAD_PROFESSIONAL

    assert is_offered(lead, NewReferralPlace())
    assert not is_offered(lead, NewReferralPlace(), is_away=True)
    at_panel = sit(both.hub, both.away.desk.sitter).desk
    assert Step.SUBMIT in read_open_referral(at_panel, referral.result).steps
    assert read_open_referral(both.away.desk, referral.result).steps == ()
    end_plan(both.away.desk, both.kept.plan, seen=1, reason="starts anew")
    assert not read_open_plan(both.away.desk, both.kept.kezia).may_begin


def test_a_button_that_leads_nowhere_away_is_out_of_sight(look: theme.Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for needs in (Right.REFER, Right.EDIT_PLAN):
        column.addWidget(button(needs.value, needs=needs))
    page.show()
    withhold(page, Role.LEAD_PROFESSIONAL, AT_PANEL_ONLY)
    seen = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert seen == [Right.EDIT_PLAN.value]


def two_people(both: Both) -> UUID:
    """Give him somebody else besides, of whom everything may go."""
    made = a_person(both.hub.desk, "Wenna", "Nance")
    agree_lead(both.hub.desk, case_of(both.hub.desk, made), WORKER)
    return made


def test_whose_basis_is_not_complete_stays_and_the_rest_goes_when_it_is_ticked(
    both: Both, tmp_path: Path
) -> None:
    wenna = two_people(both)
    withdraw_basis(both.hub.desk, both.kept.kezia, reason="asked to")
    page = Page(both.hub, tmp_path / "out")
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    assert page.forms.question is not None
    assert "KP-0001 KT: cannot go" in page.forms.question.about

    page.forms.answer()
    assert "KP-0001" in page.forms.objections[-1].what
    assert not list((tmp_path / "out").glob("*"))
    page.forms.answer(rest=True)
    (holder,) = page.panel().holders
    assert [one.person for one in holder.people] == [wenna]


def test_nothing_is_asked_about_a_basis_where_everybody_may_go(both: Both, tmp_path: Path) -> None:
    page = Page(both.hub, tmp_path)
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    assert page.forms.question is not None
    assert {one.name for one in page.forms.question.asks} == {"due", "reason"}


def test_people_are_lent_to_whoever_stands_in_and_taken_back(both: Both, tmp_path: Path) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).deputy_of_id = NURSE
        tx.journal("test.arranged")
    page = Page(both.hub, tmp_path / "out")

    def give(**answers: object) -> set[UUID]:
        page.presenter.do(Deed.GIVE)
        page.forms.answer(contact=both.lead)
        page.forms.answer(**answers)
        assert not page.forms.is_open()
        (holder,) = page.panel().holders
        return {one.person for one in holder.people}

    kezia, tamsyn = both.kept.kezia, both.kept.tamsyn
    assert give() == {kezia}
    assert give(lent=(tamsyn,)) == {kezia, tamsyn}
    assert give() == {kezia, tamsyn}  # lent until somebody says otherwise
    assert give(lent=()) == {kezia}
