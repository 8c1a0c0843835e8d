"""What became of papers about somebody who was erased stays noted, without a word of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.recording import (
    MadePaper,
    ask_back,
    note_not_made,
    note_return,
    record_disclosure,
    settle_astray,
)
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.db.checking import check_store
from coordinator.domain.disclosing.log import DisclosureRow, Spoken
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.roles import Right
from coordinator.wording.dates import day
from coordinator.wording.disclosures import settled_words
from tests.casework.entries_on_file import a_person
from tests.erased import on_disk
from tests.stores import HEALTH, POLICE, TODAY

PAPER = MadePaper("plan", "KP-0001", Marking.OFFICIAL_SENSITIVE, 2, b"%PDF", agency=HEALTH)
BY = "the sister of jory penberthy"
ENDED: dict[str, tuple[Callable[[Desk, UUID], object], dict[str, date | bool]]] = {
    "came back": (
        lambda desk, one: note_return(desk, one, returned_on=TODAY, by=BY),
        {"returned_on": TODAY},
    ),
    "destroyed": (
        lambda desk, one: note_return(desk, one, destroyed_on=TODAY, by=BY),
        {"destroyed_on": TODAY},
    ),
    "asked back": (ask_back, {"asked_back_on": TODAY}),
    "not made": (lambda desk, one: note_not_made(desk, [one]), {"was_not_made": True}),
}


def erase(desk: Desk, person: UUID) -> None:
    with desk.act(Right.DECIDE) as tx:
        tx.erase(person)
        tx.journal("record.erased")
    assert desk.store.scour()


def row_of(desk: Desk, disclosure: UUID) -> DisclosureRow:
    (row,) = (one for one in find_disclosures(desk).rows if one.id == disclosure)
    return row


@pytest.mark.parametrize("how", ENDED)
def test_how_a_paper_ended_and_when_stays_when_its_person_is_erased(desk: Desk, how: str) -> None:
    person = a_person(desk)
    made = record_disclosure(desk, replace(PAPER, person=person)).result
    still_out = record_disclosure(desk, replace(PAPER, person=person)).result
    end, told = ENDED[how]
    end(desk, made)
    before = row_of(desk, made)
    erase(desk, person)

    after = row_of(desk, made)
    assert {name: getattr(after, name) for name in told} == told
    ends = ("returned_on", "destroyed_on", "asked_back_on", "was_not_made", "number")
    assert [getattr(after, name) for name in ends] == [getattr(before, name) for name in ends]
    assert row_of(desk, still_out).returned_on is None
    assert BY.encode() not in on_disk(desk.store)
    assert check_store(desk.store).is_whole


def test_a_telling_that_was_dealt_with_stays_so_without_a_word_of_how(desk: Desk) -> None:
    person = a_person(desk)
    exclude_agency(desk, person, agency_id=POLICE, reason="His brother works there")
    told = record_spoken(
        desk, Spoken(person, POLICE, "Dylan Ashdown", "Where", reason="Oh")
    ).result
    settle_astray(desk, told, on=TODAY, how=BY)
    erase(desk, person)
    row = row_of(desk, told)
    assert (row.settled_on, row.settled_how) == (TODAY, "")
    assert settled_words(row, TODAY) == day(TODAY, TODAY)
    assert BY.encode() not in on_disk(desk.store)


def test_two_who_noted_its_end_differently_still_differ_after(desk: Desk) -> None:
    """What came from two stores is not settled by an erasure, in silence."""
    person = a_person(desk)
    made = record_disclosure(desk, replace(PAPER, person=person)).result
    note_return(desk, made, returned_on=TODAY, by=BY)
    with desk.store.reading() as look:
        end = look.disclosures.ends([made])[made].id
        (said,) = look.history.current_of([end], ["returned_on"])
    assert isinstance(said.value, dict)
    other = replace(
        said,
        value={**said.value, "returned_on": (TODAY - timedelta(days=1)).isoformat()},
        number=said.number + 100,
        salt=bytes(16),
    )
    with desk.store.transaction(desk.stamp()) as tx:
        tx.bring_in([other])
        tx.journal("test.merged")
    erase(desk, person)
    with desk.store.reading() as look:
        said_now = look.history.current_of([end], ["returned_on"])
    days = {dict(one.value)["returned_on"] for one in said_now}  # type: ignore[arg-type]
    assert days == {TODAY.isoformat(), (TODAY - timedelta(days=1)).isoformat()}
    assert check_store(desk.store).is_whole
