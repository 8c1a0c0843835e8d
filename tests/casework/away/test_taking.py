"""Tests of taking work away: what the store holds then, and what is no longer in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import read_action
from coordinator.casework.away.handing import read_hand_back
from coordinator.casework.away.taking import apply_take_away, own_changes
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.people.safety import end_warning, read_safety
from coordinator.casework.person.pages import read_person
from coordinator.casework.records.drafts import keep_draft
from coordinator.db.checking import check_store
from coordinator.db.models import Warning  # noqa: A004 - the word the panel uses
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, PackRefusedError
from coordinator.domain.merging.changes import ROW
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.casework.away.planted import SECRETS, Planted, a_contact_with, planted
from tests.casework.away.stores import Packs, an_away_store, took
from tests.raw_pages import pages_of
from tests.stores import KEY, NURSE, TODAY, WORKER, Clock


@pytest.fixture
def kept(desk: Desk) -> Planted:
    return planted(desk)


@pytest.fixture
def packs(desk: Desk, kept: Planted) -> Packs:
    return Packs(desk)


@pytest.fixture
def away(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield made
    made.store.close()


def everything_in(desk: Desk) -> str:
    """Every page of the store, freed ones and the write-ahead log included, decrypted."""
    return pages_of(desk.store.path, KEY).decode("utf-8", "replace")


def test_what_was_taken_away_is_worked_on_as_at_the_panel(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, taken = took(away, packs.take_away(WORKER))

    assert (taken.people, taken.gone, taken.is_late) == (1, 0, False)
    assert read_person(away, kept.kezia).person.name.family == "Trelawny"
    assert [one.note.text for one in read_safety(away, kept.kezia).warnings] == [
        "Ring before you go to the hostel"
    ]
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    assert "Met by the quay" in [one.note for one in find_contacts(away, kept.kezia).rows]


def test_nothing_that_must_not_be_known_lies_in_the_file(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    held = everything_in(away)

    assert "Trelawny" in held
    assert not [word for word in SECRETS if word in held]


def test_the_store_is_whole_after_every_pack(away: Desk, packs: Packs, kept: Planted) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    hand_over(packs.hub, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    for _again in range(2):
        away, _taken = took(away, packs.take_away(WORKER))
        assert check_store(away.store).faults == ()
    hand_over(packs.hub, kept.case, WORKER, note="All told", reasons={"not-told": "away"})
    away, taken = took(away, packs.take_away(WORKER))

    assert check_store(away.store).faults == ()
    assert taken.waiting == 0
    assert "Met by the quay" in [one.note for one in find_contacts(away, kept.kezia).rows]


def test_who_was_handed_over_is_in_no_page_of_the_file_any_more(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    keep_draft(away, "contact", kept.kezia, seen=1, values={"note": "hears of Kezia Trelawny"})
    hand_over(packs.hub, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    away, taken = took(away, packs.take_away(WORKER))
    away.store.scour()

    assert (taken.people, taken.gone) == (0, 1)
    held = everything_in(away)
    assert not [word for word in ("Trelawny", "kittiwake", "Kezia") if word in held]


def test_own_work_that_a_pack_brings_is_known_to_be_home(
    desk: Desk, away: Desk, packs: Packs, kept: Planted, tmp_path: Path, clock: Clock
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    with away.store.reading() as look:
        own = own_changes(look, WORKER)
    with desk.act(Right.SETTLE) as tx:
        tx.bring_in(own)
        tx.journal("test.arranged")
    elsewhere, _taken = took(
        an_away_store(tmp_path / "elsewhere.db", 2, clock), packs.take_away(WORKER)
    )
    handed = read_hand_back(elsewhere)
    elsewhere.store.close()

    assert set(handed.changes) == set(own)
    assert handed.fresh == 0


def test_work_that_is_not_home_yet_waits_when_somebody_is_handed_over(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    hand_over(packs.hub, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    away, taken = took(away, packs.take_away(WORKER))

    with away.store.reading() as look:
        own = own_changes(look, WORKER)
    (row,) = (one.value for one in own if one.field == ROW)
    assert isinstance(row, Mapping)
    assert row["note"] == "Met by the quay"
    assert taken.waiting == len(own)


def test_waiting_work_that_is_home_goes_for_good(away: Desk, packs: Packs, kept: Planted) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    hand_over(packs.hub, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    away, _taken = took(away, packs.take_away(WORKER))
    with away.store.reading() as look:
        home = frozenset(one.id for one in own_changes(look, WORKER))
    away, taken = took(away, packs.take_away(WORKER, home))
    away.store.scour()

    assert taken.waiting == 0
    assert "quay" not in everything_in(away)


def test_a_pack_that_comes_late_changes_nothing(away: Desk, packs: Packs, kept: Planted) -> None:
    first = packs.take_away(WORKER)
    hand_over(packs.hub, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    away, _taken = took(away, packs.take_away(WORKER))
    away, taken = took(away, first)

    assert taken.is_late
    assert "kittiwake" not in everything_in(away)


def test_what_becomes_restricted_goes_with_the_next_pack(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    (warning,) = read_safety(away, kept.kezia).warnings
    with packs.hub.read() as look:
        seen = look.get(Warning, warning.id).revision
    set_sensitivity(packs.hub, RecordKind.WARNING, warning.id, Sensitivity.RESTRICTED, seen=seen)
    away, _taken = took(away, packs.take_away(WORKER))
    away.store.scour()

    assert read_safety(away, kept.kezia).warnings == ()
    assert "Ring before you go" not in everything_in(away)


def test_own_work_on_what_was_restricted_meanwhile_waits(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    (warning,) = read_safety(away, kept.kezia).warnings
    end_warning(away, warning.id, reason="moved on")
    with packs.hub.read() as look:
        seen = look.get(Warning, warning.id).revision
    set_sensitivity(packs.hub, RecordKind.WARNING, warning.id, Sensitivity.RESTRICTED, seen=seen)
    away, taken = took(away, packs.take_away(WORKER))

    assert taken.waiting == 1
    assert check_store(away.store).faults == ()


def test_a_lead_that_ends_and_begins_again_comes_in_one_pack(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    for who in (NURSE, WORKER):
        away, _taken = took(away, packs.take_away(WORKER))
        hand_over(packs.hub, kept.case, who, note="All told", reasons={"not-told": "away"})
    away, _taken = took(away, packs.take_away(WORKER))

    with away.read() as look:
        role = look.cases.current_lead(kept.case)
    assert role is not None
    assert role.professional_id == WORKER


def test_a_panels_own_store_takes_nothing_away(desk: Desk, packs: Packs) -> None:
    with pytest.raises(GuardError, match="not-away"):
        apply_take_away(desk, packs.take_away(WORKER))


def test_work_of_another_panel_or_professional_is_not_taken(away: Desk, packs: Packs) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    other = packs.take_away(WORKER)
    elsewhere = replace(other, envelope=replace(other.envelope, panel=UUID(int=5)))

    with pytest.raises(GuardError, match="other-panel"):
        apply_take_away(away, elsewhere)
    with pytest.raises(GuardError, match="other-professional"):
        apply_take_away(away, packs.take_away(NURSE))


@pytest.mark.parametrize("kind", ["person", "agency", "case"])
def test_a_pack_that_cannot_stand_is_refused_whole(
    away: Desk, packs: Packs, kept: Planted, kind: str
) -> None:
    whole = packs.take_away(WORKER)
    part = replace(
        whole,
        panel=tuple(one for one in whole.panel if one.kind != kind),
        people={
            who: tuple(one for one in some if one.kind != kind)
            for who, some in whole.people.items()
        },
    )

    with pytest.raises(PackRefusedError):
        apply_take_away(away, part)
    assert "Kerrow" not in everything_in(away)


def test_a_pack_with_what_no_take_away_holds_is_refused(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    whole = packs.take_away(WORKER)
    stranger = replace(whole.people[kept.kezia][0], scope=kept.tamsyn, record=kept.tamsyn)
    more = replace(whole, panel=(*whole.panel, stranger))

    with pytest.raises(PackRefusedError):
        apply_take_away(away, more)


def test_an_action_agreed_away_has_a_number_nobody_else_gives(
    away: Desk, packs: Packs, kept: Planted
) -> None:
    away, _taken = took(away, packs.take_away(WORKER))
    numbers = []
    for one in (away, packs.hub):
        for _again in range(2):
            new = NewAction("Ring the GP", WORKER, due_on=TODAY, person_id=kept.kezia)
            made = add_action(one, new).result
            numbers.append(read_action(one, made).row.number)

    assert [one[:4] for one in numbers] == ["A26/", "A26/", "A26-", "A26-"]
    assert [int(one[-4:]) for one in numbers[:2]] == [1, 2]
