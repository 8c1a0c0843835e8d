"""Returns sheets going out: which actions, to whom, under which name, recorded."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, Disclosure
from coordinator.domain.errors import (
    CancelledError,
    ExportTargetError,
    GuardError,
    NotPermittedError,
)
from coordinator.domain.progress import Unwatched
from coordinator.domain.roles import Right, Role
from coordinator.papers.returns import Wanted, draft_returns, keep_returns, write_out
from tests.meetings import add_action, add_case, keep_from, next_meeting_of, weekly
from tests.returns import rows_of, sent_out, values
from tests.stores import COUNCIL, HOUSING, NURSE, POLICE, TODAY, WORKER, sitting

NEXT_MONTH = TODAY + timedelta(days=30)


@pytest.fixture
def actions(desk: Desk) -> None:
    """One action past its date, one due at the next meeting, one later."""
    person, _case = add_case(desk)
    add_action(desk, person, TODAY - timedelta(days=3), "A26-0001")
    add_action(desk, person, TODAY + timedelta(days=7), "A26-0002")
    add_action(desk, person, NEXT_MONTH, "A26-0003")
    next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=7)))


def numbers(desk: Desk, wanted: Wanted) -> list[list[str]]:
    return [[line.number for line in one.model.lines] for one in draft_returns(desk, wanted)]


def test_what_is_due_by_the_next_meeting_is_asked_about_or_all_that_is_open(
    desk: Desk, actions: None
) -> None:
    assert numbers(desk, Wanted()) == [["A26-0001", "A26-0002"]]
    assert numbers(desk, Wanted(HOUSING, all_open=True)) == [["A26-0001", "A26-0002", "A26-0003"]]
    assert numbers(desk, Wanted(POLICE)) == []


def test_people_are_initials_and_reference_and_no_name_is_in_the_file_name(
    desk: Desk, actions: None, tmp_path: Path
) -> None:
    path = sent_out(desk, tmp_path)
    assert path.name == "KP_returns_Kerrow-Homes_2026-11-19_OFFICIAL-SENSITIVE.xlsx"
    assert "Tomos" not in str(values(path))
    assert "T (KP-0001)" in str(values(path))


def test_an_agency_that_must_not_be_told_gets_no_row_about_the_person(
    desk: Desk, actions: None
) -> None:
    with desk.read() as look:
        person = look.people.by_reference("KP-0001").id
    keep_from(desk, person, HOUSING)
    assert draft_returns(desk, Wanted(all_open=True)) == ()


def test_every_sheet_is_recorded_with_its_hash(desk: Desk, actions: None, tmp_path: Path) -> None:
    path = sent_out(desk, tmp_path)
    with desk.read() as look:
        (row,) = look.session.query(Disclosure).all()
        assert (row.paper, row.agency_id, row.recipient) == ("returns", HOUSING, "Kerrow Homes")
        assert row.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_sheet_is_not_saved_when_its_agency_may_no_longer_be_told(
    desk: Desk, actions: None, tmp_path: Path
) -> None:
    other, _case = add_case(desk, "Kerra")
    add_action(desk, other, TODAY, "A26-0004")
    drafts = draft_returns(desk, Wanted())
    contents = write_out(drafts, Unwatched())
    keep_from(desk, other, HOUSING)
    with pytest.raises(GuardError) as refused:
        keep_returns(desk, drafts, contents, tmp_path)
    assert (refused.value.guard, refused.value.count) == ("returns-changed", 1)
    assert list(tmp_path.glob("*.xlsx")) == []
    with desk.read() as look:
        assert look.session.query(Disclosure).all() == []


def test_agencies_of_one_short_name_get_a_file_each(
    desk: Desk, actions: None, tmp_path: Path
) -> None:
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        for agency in (HOUSING, COUNCIL):
            tx.get(Agency, agency).short_name = "KH"
        from coordinator.db.models import Action

        action = tx.session.query(Action).first()
        assert action is not None
        action.owner_agency_id = COUNCIL
        tx.journal("test.arranged")
    names = [one.name for one in draft_returns(desk, Wanted(all_open=True))]
    assert len(names) == 2
    assert len(set(names)) == 2


def test_a_folder_that_cannot_be_written_to_is_told(
    desk: Desk, actions: None, tmp_path: Path
) -> None:
    drafts = draft_returns(desk, Wanted())
    with pytest.raises(ExportTargetError):
        keep_returns(desk, drafts, write_out(drafts, Unwatched()), tmp_path / "nowhere")


def test_it_can_be_stopped_before_anything_leaves(desk: Desk, actions: None) -> None:
    class Stopped:
        def step(self, done: int, total: int) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_out(draft_returns(desk, Wanted()), Stopped())


def test_only_who_may_send_papers_out_makes_sheets(desk: Desk, actions: None) -> None:
    with pytest.raises(NotPermittedError):
        draft_returns(sitting(desk, WORKER, Role.REPRESENTATIVE, HOUSING), Wanted())


def test_a_lead_professional_sends_no_agency_its_sheet(desk: Desk, actions: None) -> None:
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, COUNCIL)
    with pytest.raises(NotPermittedError):
        draft_returns(lead, Wanted(all_open=True))


def test_the_rows_are_numbered_as_they_were_agreed(
    desk: Desk, actions: None, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    path = sent_out(desk, tmp_path, all_open=True)
    assert set(rows_of(load_workbook(path).worksheets[0])) == {"A26-0001", "A26-0002", "A26-0003"}
