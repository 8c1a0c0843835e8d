"""Tests of update sheets: a lead without the program, a real store, real files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coordinator.casework.away.away_pages import read_return
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.plans.writing import edit_plan
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.casework.records.history import read_history
from coordinator.db.backups import list_backups
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
)
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.states import ActionStatus, Answer
from coordinator.exchange.update_sheets import make_update_sheet
from coordinator.runtime.reading import sha256_of
from tests.casework.away.planted import SECRETS
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import (
    MUCH,
    NEW,
    NOTES,
    PLANS,
    WHY,
    Cells,
    actions,
    direction,
    filled,
    given,
    looked,
    plain_bytes,
    take_over,
    text,
)
from tests.stores import NURSE, WORKER, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    edit_plan(made.hub.desk, made.kept.plan, seen=1, direction="A room of her own")
    yield made
    made.close()


def test_a_sheet_nobody_touched_changes_nothing(both: Both, tmp_path: Path) -> None:
    review = looked(both, given(both, tmp_path))
    assert (review.rows, review.held, review.known) == ((), (), 0)


def test_what_is_written_is_taken_over_in_its_writers_name(both: Both, tmp_path: Path) -> None:
    sheet = filled(given(both, tmp_path), MUCH)
    review = looked(both, sheet)
    assert (review.sender, review.held, review.disagreements) == ("Rhys Roskilly", (), 0)
    take_over(both, sheet)
    assert direction(both) == "A room of her own by spring"
    assert actions(both)["Ring the hostel"] is ActionStatus.IN_PROGRESS
    assert "Ring the surgery" in actions(both)
    assert "Warm, fed" in {one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows}
    with both.hub.desk.store.reading() as look:
        plan = look.away.changes_of(both.kept.kezia)
        mine = [one for one in plan if one.value == "A room of her own by spring"]
        moved = next(iter(look.imports.numbered({"A26-0001"})))
        assert [one.author for one in mine] == [WORKER]
        assert moved.due_on == date(2026, 12, 24)
    told = read_history(both.hub.desk, both.kept.plan).happenings
    (one,) = [one for one in told if one.by == WORKER]
    assert one.act == "workpack.sheet_applied"
    assert one.reason.startswith("By sheet, brought in by ")


def test_the_review_names_each_field_as_it_stands_and_as_it_comes_back(
    both: Both, tmp_path: Path
) -> None:
    sheet = filled(given(both, tmp_path), {PLANS: {"C12": "A room by spring"}})
    (row,) = read_return(both.hub.desk, looked(both, sheet)).rows
    assert (row.person, row.column) == (both.kept.kezia, "direction")
    assert (row.before, row.after) == (("A room of her own",), "A room by spring")


def test_a_backup_is_made_before_anything_is_taken_over(both: Both, tmp_path: Path) -> None:
    before = len(list_backups(both.hub.folder.backups))
    take_over(both, filled(given(both, tmp_path), MUCH))
    assert len(list_backups(both.hub.folder.backups)) == before + 1


def test_brought_in_twice_it_is_there_once(both: Both, tmp_path: Path, clock: Clock) -> None:
    sheet = filled(given(both, tmp_path), MUCH)
    take_over(both, sheet)
    clock.move(days=3)
    again = looked(both, sheet)
    assert (again.rows, again.held) == ((), ())
    assert again.known > 0
    with pytest.raises(GuardError, match="sheet-empty"):
        take_over(both, sheet)
    assert list(actions(both)).count("Ring the surgery") == 1


def test_more_written_on_the_same_sheet_follows_what_it_brought_before(
    both: Both, tmp_path: Path
) -> None:
    sheet = given(both, tmp_path)
    take_over(both, filled(sheet, MUCH))
    more: Cells = {
        **MUCH,
        PLANS: {"C12": "A room of her own by summer"},
        NEW: {**MUCH[NEW], "B5": "Ring the surgery and the dentist"},
    }
    review = looked(both, filled(sheet, more, "more.xlsx"))
    assert review.disagreements == 0
    take_over(both, sheet.parent / "more.xlsx")
    assert direction(both) == "A room of her own by summer"
    assert "Ring the surgery and the dentist" in actions(both)
    assert "Ring the surgery" not in actions(both)


def test_what_was_written_here_meanwhile_stands_beside_it(both: Both, tmp_path: Path) -> None:
    sheet = filled(given(both, tmp_path), {PLANS: {"C12": "A room by spring"}})
    edit_plan(both.hub.desk, both.kept.plan, seen=3, direction="A room with a cooker")
    assert looked(both, sheet).disagreements == 1
    take_over(both, sheet)
    (open_,) = read_disagreements(both.hub.desk).rows
    said = {str(one.value) for one in open_.values}
    assert said == {"A room with a cooker", "A room by spring"}


def test_what_nobody_touched_does_not_undo_what_was_written_here(
    both: Both, tmp_path: Path
) -> None:
    sheet = given(both, tmp_path)
    edit_plan(both.hub.desk, both.kept.plan, seen=3, direction="A room with a cooker")
    take_over(both, filled(sheet, {NOTES: MUCH[NOTES]}))
    assert direction(both) == "A room with a cooker"


def test_an_older_sheet_after_a_newer_one_is_told_and_loses_nothing(
    both: Both, tmp_path: Path
) -> None:
    older = filled(given(both, tmp_path), {PLANS: {"C5": "Her dog"}}, "older.xlsx")
    newer = filled(given(both, tmp_path), {PLANS: {"C6": "Go slowly"}}, "newer.xlsx")
    take_over(both, newer)
    assert looked(both, older).is_late
    take_over(both, older)
    assert (text(both, "what_matters"), text(both, "how_to_work")) == ("Her dog", "Go slowly")


def test_nothing_kept_from_them_stands_on_the_sheet(both: Both, tmp_path: Path) -> None:
    inside = plain_bytes(given(both, tmp_path)).decode("utf-8", "replace").casefold()
    assert not [secret for secret in SECRETS if secret.casefold() in inside]
    assert "hostel" in inside


def test_people_stand_there_as_initials_and_reference(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    inside = plain_bytes(sheet)
    assert b"KT (KP-0001)" in inside
    assert b"Trelawny" not in inside
    assert "rhys" not in sheet.name.casefold()
    assert sheet.name.startswith("panel-")


def test_it_is_in_the_log_of_what_left_with_its_reason(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    (row,) = find_disclosures(both.hub.desk).rows
    assert (row.paper, row.recipient, row.reason) == ("update-sheet", "Rhys Roskilly", WHY.reason)
    assert check_paper(both.hub.desk, sha256_of(sheet)).rows


@pytest.mark.parametrize(
    ("sending", "error"),
    [
        (Sending(channel=Channel.SECURE_MAIL), ReasonNeededError),
        (Sending(reason="why"), InvalidFieldsError),
        (Sending(reason="why", channel=Channel.SEALED_PACK), InvalidFieldsError),
    ],
)
def test_it_goes_only_with_a_reason_and_by_a_way_that_is_said(
    both: Both, tmp_path: Path, sending: Sending, error: type[Exception]
) -> None:
    with pytest.raises(error):
        make_update_sheet(both.hub.desk, WORKER, tmp_path / "out", sending=sending)
    assert not list((tmp_path / "out").glob("*"))
    assert not find_disclosures(both.hub.desk).rows


def test_who_leads_nobody_gets_no_sheet(both: Both, tmp_path: Path) -> None:
    hand_over(both.hub.desk, both.kept.case, NURSE, note="moves on", person_told=Answer.YES)
    with pytest.raises(GuardError, match="leads-nobody"):
        given(both, tmp_path)
