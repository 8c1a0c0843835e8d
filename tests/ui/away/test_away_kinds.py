"""What somebody is given is chosen on the page of away and back: on two real stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.away.away_pages import read_away_beside
from coordinator.db.models import Professional
from coordinator.domain.exchange.away_pages import OwnAway
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import open_take_away
from coordinator.ui.places.every import ActionsPlace, OutreachPlace, PeoplePlace, ReferralsPlace
from coordinator.ui.screens.away.presenter import Deed
from coordinator.ui.screens.away.view import AwayView
from coordinator.ui.shell.offered import home_of, is_offered
from tests.exchange.away_stores import Both, both_stores
from tests.stores import WORKER, Clock
from tests.ui.away.test_away import Page


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def role_of(both: Both, role: Role) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).role = role
        tx.journal("test.arranged")


def asked(both: Both, folder: Path, kind: PackKind) -> Page:
    page = Page(both.hub, folder)
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead, kind=kind)
    return page


def opened(both: Both, folder: Path) -> OwnAway:
    (pack,) = folder.iterdir()
    both.away, _done = open_take_away(both.away, pack)
    return Page(both.away, folder).own


def words(view: AwayView) -> str:
    return " ".join(one.text() for one in view.findChildren(QLabel))


def test_the_whole_panel_is_given_and_taken_in(both: Both, qtbot: QtBot, tmp_path: Path) -> None:
    role_of(both, Role.COORDINATOR)
    page = asked(both, tmp_path / "out", PackKind.WHOLE_PANEL)
    assert page.forms.question is not None
    assert "The whole panel, as a second coordinator" in page.forms.question.about
    page.forms.answer(due=None)

    (holder,) = page.panel().holders
    assert (holder.kind, len(holder.people)) == (PackKind.WHOLE_PANEL, 2)
    view = AwayView()
    qtbot.addWidget(view)
    view.show_page(page.panel())
    assert "2 people" in words(view)
    assert opened(both, tmp_path / "out").kind is PackKind.WHOLE_PANEL
    assert both.away.desk.sitter.role is Role.COORDINATOR


def test_the_actions_of_an_agency_are_given_to_its_representative(
    both: Both, tmp_path: Path
) -> None:
    role_of(both, Role.REPRESENTATIVE)
    page = asked(both, tmp_path / "out", PackKind.AGENCY_ACTIONS)
    page.forms.answer(due=None)

    assert [one.kind for one in page.panel().holders] == [PackKind.AGENCY_ACTIONS]
    assert len(opened(both, tmp_path / "out").people) == 1


def test_what_stayed_at_the_panel_is_not_told_as_if_it_were_not_there(
    both: Both, tmp_path: Path
) -> None:
    """A representative has no contacts: nobody is called never seen, no list counts on them."""
    role_of(both, Role.REPRESENTATIVE)
    asked(both, tmp_path / "out", PackKind.AGENCY_ACTIONS).forms.answer(due=None)
    opened(both, tmp_path / "out")
    desk = both.away.desk

    assert {one.seen for one in read_tracker(desk).rows} == {None}
    assert read_away_beside(desk, both.kept.kezia).stayed
    assert home_of(Role.REPRESENTATIVE, is_away=True) == ActionsPlace()
    untold = (PeoplePlace(), ReferralsPlace(), OutreachPlace())
    assert not any(is_offered(Role.REPRESENTATIVE, one, is_away=True) for one in untold)
    assert all(is_offered(Role.REPRESENTATIVE, one) for one in untold)


def test_who_does_not_hold_the_post_is_named_where_it_was_asked(
    both: Both, tmp_path: Path
) -> None:
    page = asked(both, tmp_path / "out", PackKind.WHOLE_PANEL)

    assert page.forms.objections
    assert page.panel().holders == ()


def test_a_copy_for_a_meeting_wants_one(both: Both, tmp_path: Path) -> None:
    role_of(both, Role.CHAIR)
    page = asked(both, tmp_path / "out", PackKind.MEETING_COPY)

    assert page.forms.faults
    assert page.panel().holders == ()
