"""Update sheets for who stands in for a lead, without whoever may not go, and what they tell."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.away.sheet_going import find_sheet_leads, read_sheet_going
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.plans.writing import edit_plan
from coordinator.db.models import Professional
from coordinator.domain.errors import BasisLackingError, GuardError
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Terms
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer
from coordinator.exchange.update_sheets import make_update_sheet
from tests.casework.entries_on_file import a_person, case_of
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import (
    MUCH,
    NOTES,
    PLANS,
    WHY,
    Cells,
    filled,
    given,
    looked,
    page_of,
    take_over,
)
from tests.stores import NURSE, WORKER, Clock

REST = Terms(rest=True)


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    edit_plan(made.hub.desk, made.kept.plan, seen=1, direction="A room of her own")
    yield made
    made.close()


@pytest.fixture
def covering(both: Both) -> Both:
    """He stands in for the nurse, who leads Tamsyn."""
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).deputy_of_id = NURSE
        tx.journal("test.arranged")
    return both


def made_with(both: Both, folder: Path, terms: Terms) -> Path:
    return make_update_sheet(both.hub.desk, WORKER, folder, terms=terms, sending=WHY).result.path


def people_on(sheet: Path) -> set[str]:
    return {str(row[0]).split("(")[-1].rstrip(")") for row in page_of(sheet, NOTES)[4:]}


def told_on(sheet: Path) -> list[str]:
    """What the first page says became of what was sent before."""
    lines = [str(row[0]) for row in page_of(sheet, "Read me") if row[0]]
    heads = [at for at, line in enumerate(lines) if line.startswith("From what you sent before")]
    return lines[heads[0] + 1 :] if heads else []


def references(both: Both, *people: UUID) -> set[str]:
    known = read_sheet_going(both.hub.desk, WORKER)
    listed = {one.person: one.reference for one in (*known.people, *known.lendable)}
    return {listed[one] for one in people}


def test_who_is_lent_stands_on_the_sheet_until_taken_off(covering: Both, tmp_path: Path) -> None:
    kezia, tamsyn = covering.kept.kezia, covering.kept.tamsyn
    mine, also = references(covering, kezia), references(covering, kezia, tamsyn)
    assert people_on(given(covering, tmp_path)) == mine
    lent = Terms(also=frozenset({tamsyn}))
    assert people_on(made_with(covering, tmp_path, lent)) == also
    assert people_on(made_with(covering, tmp_path, PLAIN_TERMS)) == also
    assert read_sheet_going(covering.hub.desk, WORKER).lent == {tamsyn}
    ended = Terms(ended=frozenset({tamsyn}))
    assert people_on(made_with(covering, tmp_path, ended)) == mine


def test_what_is_written_about_who_is_lent_is_taken_over(covering: Both, tmp_path: Path) -> None:
    tamsyn = covering.kept.tamsyn
    sheet = made_with(covering, tmp_path, Terms(also=frozenset({tamsyn})))
    (reference,) = references(covering, tamsyn)
    row = next(at for at, one in enumerate(page_of(sheet, NOTES), 1) if reference in str(one[0]))
    note = {f"{column}{row}": MUCH[NOTES][f"{column}5"] for column in "BCDE"}
    back = filled(sheet, {NOTES: note})
    assert {one.place.scope for one in looked(covering, back).rows} == {tamsyn}
    assert looked(covering, back).held == ()
    made_with(covering, tmp_path, Terms(ended=frozenset({tamsyn})))
    (held,) = looked(covering, back).held
    assert held.reason is HoldReason.OUTSIDE_SCOPE


def test_nobody_else_is_lent(both: Both, tmp_path: Path) -> None:
    tamsyn = frozenset({both.kept.tamsyn})
    with pytest.raises(GuardError, match="also-not-theirs"):
        made_with(both, tmp_path, Terms(also=tamsyn))
    with pytest.raises(GuardError, match="not-lent"):
        made_with(both, tmp_path, Terms(ended=tamsyn))


def test_a_deputy_who_leads_nobody_can_be_given_a_sheet_of_who_is_lent(
    covering: Both, tmp_path: Path
) -> None:
    hand_over(covering.hub.desk, covering.kept.case, NURSE, note="on", person_told=Answer.YES)
    assert WORKER in {one.id for one in find_sheet_leads(covering.hub.desk)}
    going = read_sheet_going(covering.hub.desk, WORKER)
    assert going.people == ()
    with pytest.raises(GuardError, match="leads-nobody"):
        given(covering, tmp_path)
    also = frozenset(one.person for one in going.lendable)
    assert people_on(made_with(covering, tmp_path, Terms(also=also))) == references(
        covering, *also
    )


def test_the_rest_goes_without_whoever_may_not(both: Both, tmp_path: Path) -> None:
    wenna = a_person(both.hub.desk, "Wenna", "Nance")
    agree_lead(both.hub.desk, case_of(both.hub.desk, wenna), WORKER)
    withdraw_basis(both.hub.desk, both.kept.kezia, reason="asked to")
    with pytest.raises(BasisLackingError):
        given(both, tmp_path)
    made = make_update_sheet(both.hub.desk, WORKER, tmp_path, terms=REST, sending=WHY).result
    assert made.lacking == 1
    assert people_on(made.path) == references(both, wenna)


def test_where_nobody_may_go_it_is_refused_all_the_same(both: Both, tmp_path: Path) -> None:
    withdraw_basis(both.hub.desk, both.kept.kezia, reason="asked to")
    with pytest.raises(BasisLackingError):
        made_with(both, tmp_path, REST)


def kept_aside(both: Both, folder: Path) -> None:
    """Bring a sheet in after somebody else took over the lead, then give him another person."""
    cells: Cells = {PLANS: {"C12": "A room by spring", "C5": "Her dog"}}
    sheet = filled(given(both, folder), cells)
    wenna = a_person(both.hub.desk, "Wenna", "Nance")
    agree_lead(both.hub.desk, case_of(both.hub.desk, wenna), WORKER)
    hand_over(both.hub.desk, both.kept.case, NURSE, note="on", person_told=Answer.YES)
    take_over(both, sheet)


def test_what_was_kept_aside_is_told_on_the_next_sheet_until_it_is_settled(
    both: Both, tmp_path: Path
) -> None:
    assert told_on(given(both, tmp_path)) == []
    kept_aside(both, tmp_path)
    (line,) = told_on(given(both, tmp_path))
    assert line == "Kept aside, about nobody on this sheet: 1. Ask the coordinator."
    hand_over(both.hub.desk, both.kept.case, WORKER, note="back", person_told=Answer.YES)
    (line,) = told_on(given(both, tmp_path))
    assert line.startswith("KT (KP-0001), Plan, Overall direction, What matters to me: ")
    assert line.endswith(
        "kept aside, about somebody who is not theirs any more. Ask the coordinator."
    )
    assert "spring" not in line

    waiting = [one.id for one in find_held_back(both.hub.desk)]
    settle_held_back(both.hub.desk, waiting, take=False, reason="written before the hand-over")
    (line,) = told_on(given(both, tmp_path))
    assert line.endswith("the panel looked at it and did not take it over.")
    assert told_on(given(both, tmp_path)) == []


def test_what_was_taken_over_after_all_is_told_once(both: Both, tmp_path: Path) -> None:
    kept_aside(both, tmp_path)
    waiting = [one.id for one in find_held_back(both.hub.desk)]
    settle_held_back(both.hub.desk, waiting, take=True)
    assert told_on(given(both, tmp_path)) == [
        "Taken over after all, about nobody on this sheet: 1."
    ]
    assert told_on(given(both, tmp_path)) == []
