"""Tests that what left away from the panel comes home into its log of what left."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.holders import read_holders
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.recording import (
    MadePaper,
    ask_back,
    note_not_made,
    record_disclosure,
)
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.leads.agreeing import hand_over
from coordinator.db.checking import check_store
from coordinator.db.models import Action, Disclosure
from coordinator.domain.actions.rules import NewAction, mark_of_install
from coordinator.domain.disclosing.log import DisclosureRow, Spoken
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.merging.changes import Change
from coordinator.wording.disclosures import left_words
from tests.casework.away.planted import Planted, planted
from tests.casework.away.stores import RHYS, an_away_store, hand_back_of, know_rhys, send, took
from tests.stores import HEALTH, NURSE, PANEL, TODAY, WORKER, Clock


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield took(made, send(desk))[0]
    made.store.close()


def paper(desk: Desk, kept: Planted, **more: Any) -> UUID:
    """Let a plan go to the nurse's agency."""
    made = MadePaper(
        paper="plan", subject="KP-0001", marking=Marking.OFFICIAL_SENSITIVE, pages=2,
        content=b"the plan", recipient="Kasia Dębska", agency=HEALTH, person=kept.kezia,
        sending=Sending(recipient=NURSE, channel=Channel.SECURE_MAIL, proportionality="Hers"),
    )  # fmt: skip
    return record_disclosure(desk, replace(made, **more)).result


def mark(away: Desk) -> str:
    with away.store.reading() as look:
        return mark_of_install(look.info.install_id)


def log(desk: Desk) -> dict[str, DisclosureRow]:
    return {one.number: one for one in find_disclosures(desk).rows if one.paper != "take-away"}


def brought(desk: Desk, away: Desk, seq: int = 1) -> tuple[int, int]:
    applied = apply_hand_back(desk, hand_back_of(away, seq)).result
    return applied.accepted, applied.held


def test_a_paper_made_away_is_in_the_panels_log_once_it_is_home(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    paper(away, kept)
    assert log(desk) == {}
    review = review_hand_back(desk, hand_back_of(away, 1))
    assert (len(review.rows), review.held) == (2, ())
    brought(desk, away)

    number = f"D26/{mark(away)}-0001"
    row = log(desk)[number]
    assert (row.made_by, row.recipient, row.people) == (
        "Rhys Roskilly", "Kasia Dębska", ("KP-0001",),
    )  # fmt: skip
    assert (row.channel, row.proportionality) == (Channel.SECURE_MAIL, "Hers")
    assert left_words(row, TODAY) == "Thu 19 Nov at 12:00, by Rhys Roskilly, away from the panel"
    assert number in {one.row.number for one in read_holders(desk, kept.kezia)}
    assert check_store(desk.store).faults == ()


def test_what_was_told_away_and_what_is_about_nobody_come_home_too(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    record_spoken(away, Spoken(kept.kezia, HEALTH, "Kasia Dębska", what="Her room", reason="x"))
    paper(away, kept, paper="referral-form", subject="", person=None, sending=Sending())
    gone = paper(away, kept)
    note_not_made(away, [gone])

    assert brought(desk, away)[1] == 0
    assert {one.paper for one in log(desk).values()} == {"spoken", "referral-form", "plan"}
    assert [one.was_not_made for one in log(desk).values() if one.paper == "plan"] == [True]


def test_what_came_home_stays_in_their_own_store_and_numbers_go_on(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    paper(away, kept)
    paper(away, kept, person=None, subject="")
    brought(desk, away)
    away, _taken = took(away, send(desk))
    paper(away, kept)

    with away.store.reading() as look:
        numbers = [one.number for one in look.disclosures.still_out(kept.kezia)]
    assert set(numbers) == {f"D26/{mark(away)}-0003", f"D26/{mark(away)}-0001"}
    assert check_store(away.store).faults == ()
    assert brought(desk, away, 2) == (2, 0)


def test_numbers_of_whom_went_are_not_given_again(desk: Desk, away: Desk, kept: Planted) -> None:
    new = NewAction("Ring the clinic", WORKER, TODAY, person_id=kept.kezia)
    paper(away, kept)
    add_action(away, new)
    brought(desk, away)
    for who in (NURSE, WORKER):
        hand_over(desk, kept.case, who, note="All told", reasons={"not-told": "away"})
        away, _taken = took(away, send(desk))
        if who is NURSE:  # nothing of hers stands here now
            with away.store.reading() as look:
                assert look.disclosures.next_of_year(2026) == f"D26/{mark(away)}-0002"
                assert look.actions.next_of_year(2026) == f"A26/{mark(away)}-0002"
    paper(away, kept)
    add_action(away, new)

    assert brought(desk, away, 2)[1] == 0


def test_the_panel_does_not_send_its_own_log_along(desk: Desk, away: Desk, kept: Planted) -> None:
    paper(desk, kept, recipient="Zircon Jones")
    away, _taken = took(away, send(desk))

    with away.store.reading() as look:
        assert look.disclosures.still_out(kept.kezia) == []


def changed(pack: HandBack, kind: str, **value: object) -> HandBack:
    """Say something else in the rows of one kind."""

    def other(one: Change) -> Change:
        if one.kind != kind or not isinstance(one.value, dict):
            return one
        return replace(one, value=one.value | value)

    return replace(pack, changes=tuple(map(other, pack.changes)))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"made_by_id": NURSE.hex}, "not_the_senders"),
        ({"number": "D26-0099"}, "number_taken"),
        ({"number": "D26/AAAA-0001"}, "number_taken"),
        ({"person_id": None, "meeting_id": "ab" * 16}, "cannot_stand"),
    ],
)
def test_what_no_lead_can_have_let_leave_is_kept_aside(
    desk: Desk, away: Desk, kept: Planted, value: dict[str, object], reason: str
) -> None:
    paper(away, kept)
    pack = changed(hand_back_of(away, 1), "disclosure", **value)
    held = {one.change.kind: one.reason.value for one in review_hand_back(desk, pack).held}

    assert held["disclosure"] == reason
    apply_hand_back(desk, pack)
    assert log(desk) == {}
    assert check_store(desk.store).faults == ()


def test_nobody_is_named_on_the_paper_of_somebody_else(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    panels = paper(desk, kept)
    own = paper(away, kept)
    note_not_made(away, [own])
    for kind in ("disclosed_person", "disclosure_end"):
        pack = changed(hand_back_of(away, 1), kind, disclosure_id=panels.hex)
        held = {(one.change.kind, one.reason.value) for one in review_hand_back(desk, pack).held}
        assert (kind, "not_the_senders") in held
        assert {one for one, _why in held} == {kind}


def test_what_became_of_the_papers_of_others_is_not_theirs_to_say(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    panels, own = paper(desk, kept), paper(away, kept)
    ask_back(desk, panels)
    note_not_made(away, [own])
    with desk.store.reading() as look:
        end = look.disclosures.ends([panels])[panels].id
    pack = hand_back_of(away, 1)
    (told,) = (
        one for one in pack.changes if one.kind == "disclosure_end" and one.field == "returned_on"
    )
    forged = replace(told, record=end, number=900)
    applied = apply_hand_back(desk, replace(pack, changes=(*pack.changes, forged))).result

    assert applied.held == 1
    with desk.store.reading() as look:
        ends = look.disclosures.ends([panels, own])
    assert (ends[panels].destroyed_on, ends[own].destroyed_on) == (None, TODAY)


def test_what_left_is_not_written_over(desk: Desk, away: Desk, kept: Planted) -> None:
    key = paper(away, kept)
    brought(desk, away)
    with desk.store.reading() as look:
        (old,) = [one for one in look.away.changes_of(kept.kezia) if one.record == key]
    assert isinstance(old.value, dict)
    told = {**old.value, "recipient": "Nobody"}
    again = replace(old, value=told, number=900, salt=b"x" * 16)
    removal = replace(again, field="*", value=True, replaces=(old.id,), number=901)
    pack = replace(hand_back_of(away, 2), changes=(again, removal))
    applied = apply_hand_back(desk, pack).result

    assert applied.accepted == 0
    with desk.store.reading() as look:
        assert look.get(Disclosure, key).recipient == "Kasia Dębska"


def test_a_log_about_the_panel_is_all_of_the_panel_they_write(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    add_action(away, NewAction("Ring the clinic", WORKER, TODAY, person_id=kept.kezia))
    pack = hand_back_of(away, 1, sender=RHYS)
    moved = replace(pack, changes=tuple(replace(one, scope=PANEL) for one in pack.changes))

    assert {one.reason.value for one in review_hand_back(desk, moved).held} == {"outside_scope"}
    assert not [one for one in desk_actions(desk) if one.text == "Ring the clinic"]


def desk_actions(desk: Desk) -> list[Action]:
    with desk.store.reading() as look:
        return list(look.session.query(Action).all())
