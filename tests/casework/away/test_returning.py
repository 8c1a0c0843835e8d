"""Tests of work that comes back: what is taken over, kept aside, told, and never twice."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.sending import read_take_away
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.db.checking import check_store
from coordinator.db.models import Agency, Person
from coordinator.domain.errors import GuardError, NotPermittedError
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import (
    RHYS,
    an_away_store,
    copied,
    hand_back_of,
    know_rhys,
    send,
    took,
)
from tests.stores import HOUSING, NURSE, WORKER, Clock, sitting
from tests.told_elsewhere import told_elsewhere


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made, _taken = took(an_away_store(tmp_path / "away.db", 1, clock), send(desk))
    yield made
    made.store.close()


def met(away: Desk, kept: Planted, note: str = "Met by the quay") -> None:
    log_contact(away, a_contact_with(away, kept.kezia, note=note))


def notes(desk: Desk, kept: Planted) -> list[str]:
    return [one.note for one in find_contacts(desk, kept.kezia).rows]


def forged(pack: HandBack, **parts: Any) -> HandBack:
    """Alter the first change of a pack, and put the others after it."""
    return replace(pack, changes=(replace(pack.changes[0], **parts), *pack.changes[1:]))


def held_in(desk: Desk) -> dict[str, str]:
    with desk.store.reading() as look:
        return {one.id.hex(): one.reason for one in look.away.held()}


def test_what_was_done_away_is_at_the_panel_after_one_act(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept)
    done = apply_hand_back(desk, hand_back_of(away, 1))

    assert "Met by the quay" in notes(desk, kept)
    assert (done.result.accepted, done.result.held) == (1, 0)
    with desk.store.reading() as look:
        act = look.history.acts(limit=1)[0]
    assert (act.name, len(act.changes)) == ("workpack.applied", 16)
    assert check_store(desk.store).faults == ()


def test_a_review_says_what_would_change_and_changes_nothing(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    with away.read() as look:
        seen = look.get(Person, kept.kezia).revision
    correct_person(away, kept.kezia, seen=seen, gp="Dr Nance", preferred_name="Kez")
    with desk.read() as look:
        revision = look.get(Person, kept.kezia).revision
    correct_person(desk, kept.kezia, seen=revision, gp="Dr Opie")
    review = review_hand_back(desk, hand_back_of(away, 1))

    told = {one.place.field: (one.before, one.after, one.disagrees) for one in review.rows}
    assert told == {
        "gp": (("Dr Opie",), "Dr Nance", True),
        "preferred_name": ((), "Kez", False),
    }
    assert review.disagreements == 1
    with desk.read() as look:
        assert look.get(Person, kept.kezia).gp == "Dr Opie"


def test_both_values_stand_where_neither_had_seen_the_other(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    for one, who in ((away, "Dr Nance"), (desk, "Dr Opie")):
        with one.read() as look:
            seen = look.get(Person, kept.kezia).revision
        correct_person(one, kept.kezia, seen=seen, gp=who)
    done = apply_hand_back(desk, hand_back_of(away, 1))

    assert done.result.disagreements == 1
    (row,) = read_disagreements(desk, person_id=kept.kezia).rows
    assert {one.value for one in row.values} == {"Dr Nance", "Dr Opie"}


def test_the_same_pack_again_is_refused_and_its_work_in_another_is_known(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept)
    apply_hand_back(desk, hand_back_of(away, 1))

    with pytest.raises(GuardError, match="pack-taken"):
        apply_hand_back(desk, hand_back_of(away, 1))
    again = apply_hand_back(desk, hand_back_of(away, 2)).result
    assert (again.accepted, again.known) == (0, 1)


def test_a_pack_that_comes_late_is_merged_all_the_same(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept, "The first")
    first = hand_back_of(away, 1)
    met(away, kept, "The second")
    apply_hand_back(desk, hand_back_of(away, 2))
    late = apply_hand_back(desk, first).result

    assert late.is_late
    assert {"The first", "The second"} <= set(notes(desk, kept))


def test_the_next_take_away_tells_what_came_home(desk: Desk, away: Desk, kept: Planted) -> None:
    met(away, kept)
    apply_hand_back(desk, hand_back_of(away, 1))
    away, taken = took(away, send(desk))

    assert (taken.held, taken.waiting) == (0, 0)
    assert "Met by the quay" in notes(away, kept)
    with away.store.reading() as look:
        assert len(look.away_store.confirmed()) == 1


def test_work_about_somebody_handed_over_is_kept_aside_told_and_then_forgotten_away(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept)
    hand_over(desk, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    done = apply_hand_back(desk, hand_back_of(away, 1)).result
    away, taken = took(away, send(desk))

    assert (done.accepted, done.held) == (0, 1)
    assert set(held_in(desk).values()) == {HoldReason.OUTSIDE_SCOPE.value}
    assert "Met by the quay" not in notes(desk, kept)
    assert (taken.people, taken.waiting) == (0, 0)
    with away.store.reading() as look:
        assert hand_back_of(away, 2).changes == ()
        assert look.away.held() == []


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"author": NURSE}, HoldReason.NOT_THE_SENDERS),
        ({"install": UUID(int=8)}, HoldReason.OTHER_INSTALL),
        ({"kind": "decision", "field": "text", "value": "x"}, HoldReason.FIELD_NOT_THEIRS),
        ({"kind": "plan_version"}, HoldReason.FIELD_NOT_THEIRS),
        ({"kind": "spell"}, HoldReason.UNKNOWN_FIELD),
        ({"field": "spell"}, HoldReason.UNKNOWN_FIELD),
        ({"kind": "plan", "field": "direction", "value": "x"}, HoldReason.NOT_THEIRS_TO_BEGIN),
        ({"kind": "risk", "field": "controls", "value": "x"}, HoldReason.CANNOT_STAND),
    ],
)
def test_what_is_not_the_senders_to_write_is_kept_aside(
    desk: Desk, away: Desk, kept: Planted, parts: dict[str, Any], reason: HoldReason
) -> None:
    met(away, kept)
    apply_hand_back(desk, forged(hand_back_of(away, 1), **parts))

    assert set(held_in(desk).values()) == {reason.value}
    assert "Met by the quay" not in notes(desk, kept)
    assert check_store(desk.store).faults == ()


def of_record(away: Desk, kept: Planted, record: UUID, **parts: Any) -> HandBack:
    """Hand back one change to a record the sender never saw."""
    met(away, kept)
    pack = hand_back_of(away, 1)
    return replace(forged(pack, record=record, replaces=(), **parts))


@pytest.mark.parametrize(
    ("text", "field", "value", "reason"),
    [
        ("zircon", "source", "x", HoldReason.KEPT_FROM_THEM),
        ("Ring before you go to the hostel", "sensitivity", "standard", None),
        ("Ring before you go to the hostel", "source", "x", None),
    ],
)
def test_what_a_lead_may_not_see_they_do_not_write(
    desk: Desk,
    away: Desk,
    kept: Planted,
    text: str,
    field: str,
    value: str,
    reason: HoldReason | None,
) -> None:
    with desk.store.reading() as look:
        (record,) = (
            one.record
            for one in look.away.changes_of(kept.kezia)
            if (one.kind, one.value) == ("warning", text)
        )
    apply_hand_back(desk, of_record(away, kept, record, kind="warning", field=field, value=value))

    assert set(held_in(desk).values()) == ({reason.value} if reason else set())


@pytest.mark.parametrize("levels", [("standard", "restricted"), ("restricted", "standard")])
def test_a_lead_does_not_end_a_disagreement_about_who_may_see_something_by_opening_it(
    desk: Desk, away: Desk, kept: Planted, levels: tuple[str, str]
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).may_have_restricted = True
        tx.journal("test.arranged")
    with desk.store.reading() as look:
        (record,) = (
            one.record
            for one in look.away.changes_of(kept.kezia)
            if (one.kind, one.value) == ("warning", "Ring before you go to the hostel")
        )
    for level in levels:
        told_elsewhere(desk, "warning", record, "sensitivity", level)
    pack = of_record(away, kept, record, kind="warning", field="sensitivity", value="standard")
    apply_hand_back(desk, pack)

    assert set(held_in(desk).values()) == {HoldReason.THE_PANELS_TO_DECIDE.value}


def test_a_guarded_part_is_not_written_by_who_may_not_see_it(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    pack = of_record(away, kept, kept.kezia, kind="person", field="address", value="x")
    apply_hand_back(desk, pack)

    assert set(held_in(desk).values()) == {HoldReason.KEPT_FROM_THEM.value}


def test_a_number_that_another_action_has_is_not_given_twice(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    with desk.read() as look:
        mine = [one for one in look.away.changes_of(kept.kezia) if one.kind == "action"]
    numbered = next(one for one in mine if one.field == "number")
    pack = of_record(away, kept, UUID(int=5), kind="action", field="number", value=numbered.value)
    apply_hand_back(desk, pack)

    assert set(held_in(desk).values()) == {HoldReason.NUMBER_TAKEN.value}


def test_nobody_ties_a_record_to_somebody_who_is_not_theirs(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    tie = {"person_id": kept.kezia.hex, "other_id": kept.denzil.hex, "name": ""}
    pack = of_record(away, kept, UUID(int=5), kind="relationship", field="person_id", value=tie)
    apply_hand_back(desk, pack)

    assert set(held_in(desk).values()) == {HoldReason.RECORD_ELSEWHERE.value}


def test_a_copied_store_is_noticed_by_its_numbers(
    desk: Desk, away: Desk, kept: Planted, tmp_path: Path
) -> None:
    twin = copied(away, tmp_path / "twin.db")
    twin = replace(twin, random=random.Random(9).randbytes)
    met(away, kept, "By the one")
    met(twin, kept, "By the other")
    apply_hand_back(desk, hand_back_of(away, 1))
    done = apply_hand_back(desk, hand_back_of(twin, 2)).result
    twin.store.close()

    assert (done.held, done.forks) == (1, 1)
    assert set(held_in(desk).values()) == {HoldReason.FORKED.value}
    with desk.store.reading() as look:
        assert [one.number for one in look.away.forks()] == [1]


def test_a_store_that_was_brought_back_is_noticed_and_goes_on_when_told(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept)
    pack = hand_back_of(away, 1, seen=7)

    assert review_hand_back(desk, pack).is_store_older
    with pytest.raises(GuardError, match="store-older"):
        apply_hand_back(desk, pack)
    assert "Met by the quay" not in notes(desk, kept)
    apply_hand_back(desk, pack, go_on=True)
    assert "Met by the quay" in notes(desk, kept)
    assert read_take_away(desk, RHYS).seq == 8


def test_nothing_of_somebody_who_was_erased_comes_back(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    met(away, kept)
    desk.store.was_erased = lambda who: who == kept.kezia
    apply_hand_back(desk, hand_back_of(away, 1))

    with desk.store.reading() as look:
        (held,) = look.away.held()
    assert (held.reason, held.body) == (HoldReason.ERASED.value, "")


def test_only_who_settles_takes_work_over(desk: Desk, away: Desk, kept: Planted) -> None:
    other = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)

    with pytest.raises(NotPermittedError):
        review_hand_back(other, hand_back_of(away, 1))
    with pytest.raises(NotPermittedError):
        apply_hand_back(other, hand_back_of(away, 1))


def test_nothing_is_sealed_for_whom_nobody_checked(desk: Desk, kept: Planted) -> None:
    for field, value, code in (
        ("professional_id", None, "contact-nobody"),
        ("checked_at", None, "contact-unchecked"),
    ):
        with desk.act(Right.SETTLE) as tx:
            setattr(tx.cards.contact(RHYS), field, value)
            tx.journal("test.arranged")
        with pytest.raises(GuardError, match=code):
            read_take_away(desk, RHYS)
