"""Tests of update sheets that come back otherwise than they should."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.plans.writing import edit_plan
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    GuardError,
    NotPermittedError,
    SheetCellsError,
    SheetError,
)
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer
from coordinator.exchange.coming_back import apply_returned
from coordinator.exchange.update_sheets import make_update_sheet, review_sheet
from coordinator.wording.refusals.notices import notice_for
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import (
    ACTIONS,
    CHRISTMAS,
    MUCH,
    NEW,
    NOTES,
    PLANS,
    WHY,
    Cells,
    as_words_only,
    direction,
    fault_of,
    faults,
    filled,
    given,
    head,
    looked,
    mixed_up,
    page_of,
    take_over,
    text,
)
from tests.stores import NURSE, TODAY, WORKER, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    edit_plan(made.hub.desk, made.kept.plan, seen=1, direction="A room of her own")
    yield made
    made.close()


def test_saved_as_words_only_it_says_the_same(both: Both, tmp_path: Path) -> None:
    sheet = as_words_only(filled(given(both, tmp_path), MUCH))
    assert len(looked(both, sheet).rows) == len(looked(both, tmp_path / "filled.xlsx").rows)
    untouched = as_words_only(given(both, tmp_path), "untouched.xlsx")
    assert not looked(both, untouched).rows


@pytest.mark.parametrize("page", [PLANS, NOTES, NEW])
def test_rows_in_another_order_less_of_them_and_a_column_more_say_the_same(
    both: Both, tmp_path: Path, page: str
) -> None:
    sheet = filled(given(both, tmp_path), MUCH)
    whole = {(one.place, str(one.after)) for one in looked(both, sheet).rows}
    mixed = {(one.place, str(one.after)) for one in looked(both, mixed_up(sheet, page)).rows}
    assert {place for place, _said in mixed} == {place for place, _said in whole}


def test_a_page_somebody_put_in_is_told_and_not_read(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    book = openpyxl.load_workbook(sheet)
    book.create_sheet("My list")["A1"] = "Buy milk"
    book.save(sheet)
    assert looked(both, sheet).unread == ("My list",)


def test_every_bad_cell_is_named_and_nothing_is_changed(both: Both, tmp_path: Path) -> None:
    bad: Cells = {
        ACTIONS: {"G5": "Sort of", "I5": "31/02/2026"},
        NOTES: {"B5": "20/11/2026", "C5": "On the street", "D5": "Met, talked", "E6": "no day"},
        NEW: {"A5": "Somebody", "B5": "x", "C5": "Kasia Dębska", "D5": CHRISTMAS},
    }
    sheet = filled(given(both, tmp_path), bad)
    before = head(both)
    named = faults(both, sheet)
    assert named == {
        "Actions G5": "not-in-list",
        "Actions I5": "date-impossible",
        "Contacts and notes B5": "in-the-future",
        "Contacts and notes B6": "required",
        "Contacts and notes C6": "required",
        "Contacts and notes D6": "required",
    }
    with pytest.raises(SheetCellsError):
        take_over(both, sheet)
    assert head(both) == before


def test_a_rule_that_refuses_a_row_is_told_at_its_cell(both: Both, tmp_path: Path) -> None:
    bad: Cells = {
        ACTIONS: {"G5": "Could not be done", "K5": "no bus"},
        NEW: {"A5": "Nobody", "B5": "x", "C5": "Kasia Dębska", "D5": "1/1/2026"},
    }
    sheet = filled(given(both, tmp_path), bad)
    with pytest.raises(SheetCellsError) as refused:
        looked(both, sheet)
    lines = notice_for(refused.value).details
    assert any(line.startswith("Actions, ") for line in lines)
    assert any(line.startswith("New actions, A5: choose somebody") for line in lines)


def test_nobody_is_given_an_action_about_somebody_they_must_not_be_told_of(
    both: Both, tmp_path: Path
) -> None:
    exclude_worker(both.hub.desk, both.kept.kezia, professional_id=NURSE, reason="knows him")
    sheet = filled(given(both, tmp_path), {NEW: MUCH[NEW]})
    with pytest.raises(SheetCellsError) as refused:
        looked(both, sheet)
    (one,) = refused.value.faults
    assert isinstance(one.error, GuardError)
    assert one.error.guard == "worker-not-told"


def test_what_was_altered_is_refused(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    rows = page_of(sheet, PLANS)
    code = rows[4][3]
    altered = code[:40] + ("A" if code[40] != "A" else "B") + code[41:]
    changed = filled(sheet, {PLANS: {"D5": altered, "C5": "Her dog"}})
    assert faults(both, changed) == {"Plans C5": "mark-altered"}
    other = page_of(given(both, tmp_path), PLANS)[4][3]
    swapped = filled(sheet, {PLANS: {"D5": other, "C5": "Her dog"}})
    assert faults(both, swapped) == {"Plans C5": "mark-altered"}
    lost = filled(sheet, {PLANS: {"D5": None, "C5": "Her dog"}})
    assert faults(both, lost) == {"Plans C5": "mark-gone"}
    moved = filled(sheet, {PLANS: {"D5": page_of(sheet, NEW)[4][4], "C5": "Her dog"}})
    assert faults(both, moved) == {"Plans C5": "mark-elsewhere"}


def test_a_page_of_which_only_what_is_seen_was_sorted_is_refused(
    both: Both, tmp_path: Path
) -> None:
    sheet = given(both, tmp_path)
    rows = page_of(sheet, PLANS)[4:]
    sorted_: dict[str, str | None] = {}
    for at, row in enumerate(reversed(rows), 5):
        sorted_ |= {f"A{at}": row[0], f"B{at}": row[1], f"C{at}": row[2]}
    mixed = faults(both, filled(sheet, {PLANS: sorted_}))
    assert set(mixed.values()) == {"mark-mixed"}


def test_an_update_never_goes_to_another_action(both: Both, tmp_path: Path) -> None:
    new = NewAction("Ask the hostel", WORKER, TODAY, both.kept.kezia)
    add_action(both.hub.desk, new)
    sheet = given(both, tmp_path)
    first, second = page_of(sheet, ACTIONS)[4:6]
    swapped: Cells = {ACTIONS: {"L5": second[-1], "L6": first[-1], "G5": "In progress"}}
    assert faults(both, filled(sheet, swapped)) == {"Actions A5": "mark-mixed"}


def test_whose_sheet_it_is_must_stand_there_and_be_ours(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    mark = str(page_of(sheet, "Read me")[0][1])
    assert mark.startswith("U1-")
    assert fault_of(both, filled(sheet, {"Read me": {"B1": None}})) == "mark-gone"
    turned = mark[:-5] + mark[-4:] + mark[-5]
    assert fault_of(both, filled(sheet, {"Read me": {"B1": turned}})) == "mark-altered"


def test_another_panels_sheet_is_refused(both: Both, tmp_path: Path, clock: Clock) -> None:
    there = both_stores(tmp_path / "there", clock)
    with there.hub.desk.store.reading() as look:
        assert look.info.panel_id is not None
    sheet = given(there, tmp_path)
    with both.hub.desk.store.reading() as mine, there.hub.desk.store.reading() as theirs:
        is_other = mine.info.panel_id != theirs.info.panel_id
    there.close()
    assert fault_of(both, sheet) == ("sheet-of-other-panel" if is_other else "mark-altered")


def test_two_rows_of_one_mark_must_say_the_same(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    rows = page_of(sheet, PLANS)
    same = {"A15": rows[4][0], "B15": rows[4][1], "C15": "Her dog", "D15": rows[4][3]}
    twice = filled(sheet, {PLANS: {"C5": "Her dog", **same}})
    assert len(looked(both, twice).rows) == 1
    differing = filled(sheet, {PLANS: {"C5": "Her cat", **same}})
    assert faults(both, differing) == {"Plans C15": "twice"}


def test_who_leads_them_no_more_has_it_kept_aside(both: Both, tmp_path: Path) -> None:
    sheet = filled(given(both, tmp_path), MUCH)
    hand_over(both.hub.desk, both.kept.case, NURSE, note="moves on", person_told=Answer.YES)
    review = looked(both, sheet)
    assert not review.rows
    assert {one.reason for one in review.held} == {HoldReason.OUTSIDE_SCOPE}
    take_over(both, sheet)
    assert direction(both) == "A room of her own"
    waiting = find_held_back(both.hub.desk)
    assert len(waiting) == len(review.held)
    assert not looked(both, sheet).held
    plan = [one.id for one in waiting if one.change and one.change.field == "direction"]
    settle_held_back(both.hub.desk, plan, take=True)
    assert direction(both) == "A room of her own by spring"


def test_a_store_from_a_backup_that_knows_no_such_sheet_says_so(
    both: Both, tmp_path: Path
) -> None:
    sheet = filled(given(both, tmp_path), {PLANS: {"C5": "Her dog"}})
    with both.hub.desk.act(Right.SETTLE) as tx:
        for made in tx.packs.all_made():
            tx.session.delete(made)
        tx.is_local()
    assert looked(both, sheet).is_store_older
    with pytest.raises(GuardError, match="store-older"):
        take_over(both, sheet)
    apply_returned(both.hub, sheet, go_on=True)
    assert text(both, "what_matters") == "Her dog"


def test_what_can_be_read_is_taken_without_what_cannot_when_asked_for(
    both: Both, tmp_path: Path
) -> None:
    bad: Cells = {
        PLANS: {"C12": "By spring", "C5": "Her dog"},
        NOTES: {**MUCH[NOTES], "B5": "soon"},
        ACTIONS: {"G5": "Could not be done", "K5": "no bus"},
    }
    sheet = given(both, tmp_path)
    rows = page_of(sheet, PLANS)
    again = {"A15": rows[4][0], "B15": rows[4][1], "C15": "Her cat", "D15": rows[4][3]}
    sheet = filled(sheet, {**bad, PLANS: {**bad[PLANS], **again}})
    with pytest.raises(SheetCellsError):
        take_over(both, sheet)
    review = looked(both, sheet, rest=True)
    left = {f"{one.sheet} {one.cell}" for one in review.left}
    assert left == {"Plans C15", "Contacts and notes B5", "Actions G5"}
    assert len(take_over(both, sheet, rest=True).left) == len(review.left)
    assert (text(both, "direction"), text(both, "what_matters")) == ("By spring", "")

    more = looked(both, filled(sheet, {NOTES: MUCH[NOTES]}, "mended.xlsx"), rest=True)
    assert {one.place.kind for one in more.rows} == {"contact"}


def test_nothing_is_taken_where_there_is_no_rest(both: Both, tmp_path: Path) -> None:
    sheet = filled(given(both, tmp_path), {NOTES: {"B5": "soon"}})
    before = head(both)
    with pytest.raises(SheetCellsError):
        take_over(both, sheet, rest=True)
    assert head(both) == before


def test_what_is_no_sheet_of_ours_is_refused(both: Both, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Town\nA,B\n", encoding="utf-8")
    assert fault_of(both, tmp_path / "list.csv") == "not-an-update-sheet"
    (tmp_path / "photo.xlsx").write_bytes(b"PK\x03\x04 not a zip at all")
    assert fault_of(both, tmp_path / "photo.xlsx") == "unreadable"


def test_a_sheet_that_holds_a_program_is_refused(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    with zipfile.ZipFile(sheet, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    assert fault_of(both, sheet) == "macros"


def test_a_text_too_long_for_a_cell_is_shown_and_not_changed(both: Both, tmp_path: Path) -> None:
    edit_plan(both.hub.desk, both.kept.plan, seen=3, direction="word " * 5_000)
    sheet = given(both, tmp_path)
    assert not looked(both, sheet).rows
    changed = filled(sheet, {PLANS: {"C12": "short"}})
    assert faults(both, changed) == {"Plans C12": "shown-only"}


def test_only_who_sends_work_makes_and_takes_sheets(both: Both, tmp_path: Path) -> None:
    sheet = given(both, tmp_path)
    with pytest.raises((NotPermittedError, SheetError, GuardError)):
        review_sheet(both.away.desk, sheet)
    with pytest.raises((NotPermittedError, GuardError)):
        make_update_sheet(both.away.desk, WORKER, tmp_path, sending=WHY)
