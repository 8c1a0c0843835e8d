"""Tests of the copy a chair takes away for a meeting: what is in it, what comes home of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.away.away_pages import read_away_beside
from coordinator.casework.away.held import find_held_back
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, take_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.people.contacts import find_contacts, find_since_seen, log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.stores.restoring import check_office
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import AgendaItem, Decision, Escalation, Meeting, Presence, Professional
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, MissingRecordError, ReasonNeededError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.meetings import AgendaKind, DecidedHow, MeetingType
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import MeetingStatus
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away
from tests.casework.away.planted import a_contact_with
from tests.casework.entries_on_file import a_person
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.opened import plain
from tests.raw_pages import pages_of
from tests.stores import HEALTH, NURSE, TODAY, WORKER, Clock

COPY = PackKind.MEETING_COPY


@dataclass
class Arranged:
    """A meeting with Kezia on its agenda, and others of whom something is due or nothing is."""

    both: Both
    meeting: UUID
    other: UUID
    item: UUID
    wenna: UUID
    due: UUID


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def arranged(both: Both) -> Arranged:
    desk, kezia = both.hub.desk, both.kept.kezia
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).role = Role.CHAIR
        tx.journal("test.arranged")
    meeting, other = desk.new_id(), desk.new_id()
    with desk.act(Right.RUN_MEETINGS) as tx:
        for one, reference in ((meeting, "M26-001"), (other, "M26-002")):
            tasking = MeetingType.TASKING
            when = {"on": TODAY, "starts_at": time(10)}
            tx.add(Meeting(id=one, reference=reference, meeting_type=tasking, **when))
        tx.journal("test.arranged")
    wenna = a_person(desk, "Wenna", "Carlyon")
    correct_person(desk, wenna, seen=1, address="7 sandpiper")
    item = desk.new_id()
    with desk.act(Right.RUN_MEETINGS) as tx:
        for key, held, person, title in (
            (item, meeting, kezia, ""),
            (desk.new_id(), meeting, None, "Winter beds"),
        ):
            kind = AgendaKind.REVIEW if person else AgendaKind.OTHER
            tx.add(
                AgendaItem(id=key, meeting_id=held, person_id=person, item_kind=kind, title=title)
            )
        tx.add(Presence(id=desk.new_id(), meeting_id=other, name="yellowhammer"))
        tx.journal("test.arranged")
    due = an_action(both, wenna, "Ask for the key")
    an_action(both, wenna, "redshank", due_on=TODAY.replace(month=12))
    return Arranged(both, meeting, other, item, wenna, due)


def an_action(both: Both, person: UUID | None, text: str, **fields: Any) -> UUID:
    given = {"due_on": TODAY, "owner_id": NURSE, **fields}
    return add_action(both.hub.desk, NewAction(text=text, person_id=person, **given)).result


def sent(made: Arranged, folder: Path, meeting: UUID | None = None) -> Path:
    terms = Terms(kind=COPY, meeting=meeting or made.meeting)
    return make_take_away(made.both.hub.desk, made.both.lead, folder, terms=terms).result.path


def take(made: Arranged, pack: Path) -> None:
    made.both.away, _done = packs.open_take_away(made.both.away, pack)


def home(made: Arranged, folder: Path) -> int:
    pack = make_hand_back(made.both.away.desk, folder).result.path
    return apply_pack(made.both.hub, pack).result.held


def reasons(made: Arranged) -> set[HoldReason]:
    return {one.reason for one in find_held_back(made.both.hub.desk)}


def test_the_chair_has_the_meeting_and_whoever_is_on_its_agenda(
    arranged: Arranged, tmp_path: Path
) -> None:
    take(arranged, sent(arranged, tmp_path))
    away = arranged.both.away.desk

    assert away.sitter.role is Role.CHAIR
    record = read_meeting(away, arranged.meeting)
    lines = [one.entry for one in record.items]
    assert "Winter beds" in {one.title for one in lines}
    assert arranged.item in {one.id for one in lines if one.person is not None}
    assert "Ask for the key" in {one.text for one in read_tracker(away).rows}
    assert check_office(arranged.both.away).faults == ()


def test_of_others_there_is_only_what_is_due(arranged: Arranged, tmp_path: Path) -> None:
    pack = sent(arranged, tmp_path)
    inside = plain(arranged.both.away, pack).decode("utf-8", "replace")
    take(arranged, pack)
    store = arranged.both.away.desk.store
    pages = pages_of(store.path, store.keyspec()).decode("utf-8", "replace")

    for text in (inside, pages):
        assert all(one in text for one in ("Carlyon", "zircon", "porridge", "Winter beds"))
        gone = ("sandpiper", "redshank", "yellowhammer", "Penhaligon", "Wrasse")
        assert not [one for one in gone if one in text]


def test_of_others_it_is_said_that_more_stayed(arranged: Arranged, tmp_path: Path) -> None:
    """Wenna's contacts stayed, Kezia's came along; what the chair writes makes nobody whole."""
    log_contact(arranged.both.hub.desk, a_contact_with(arranged.both.hub.desk, arranged.wenna))
    take(arranged, sent(arranged, tmp_path))
    away, kezia = arranged.both.away.desk, arranged.both.kept.kezia
    raised = NewItem(AgendaKind.URGENT, person_id=arranged.wenna)
    add_urgent_item(away, arranged.meeting, raised, reason="On the ward since noon")

    seen = find_since_seen(away, [arranged.wenna, kezia])
    assert seen.keys() == {kezia}
    assert read_away_beside(away, arranged.wenna).stayed


def test_what_stayed_at_the_panel_is_on_no_list_of_what_is_to_be_done(
    arranged: Arranged, tmp_path: Path
) -> None:
    """At the panel Wenna has no lead; in the chair's copy nothing of hers would tell."""
    at_panel = read_this_week(arranged.both.hub.desk)
    assert arranged.wenna in {one.person for one in at_panel.leads_to_agree}
    take(arranged, sent(arranged, tmp_path))
    week = read_this_week(arranged.both.away.desk)
    assert week.missing is not None
    maybe, leads = week.missing.maybe, week.leads_to_agree
    told = {one.person for one in maybe} | {one.person for one in leads}
    assert arranged.wenna not in told | {one.person for one in week.referrals}


def test_what_is_decided_comes_home(arranged: Arranged, tmp_path: Path) -> None:
    take(arranged, sent(arranged, tmp_path))
    away, kezia = arranged.both.away.desk, arranged.both.kept.kezia
    key = away.new_id()
    with away.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, arranged.meeting).learning = "Ask sooner"
        tx.get(AgendaItem, arranged.item).summary = "She wants to move"
        tx.add(
            Decision(
                id=key,
                meeting_id=arranged.meeting,
                item_id=arranged.item,
                person_id=kezia,
                text="To be offered a room",
            )
        )
        tx.journal("test.arranged")
    add_action(
        away, NewAction(text="Show her the room", owner_id=NURSE, due_on=TODAY, person_id=kezia)
    )
    log_contact(away, a_contact_with(away, kezia, note="Met by the quay"))

    assert home(arranged, tmp_path) == 0
    with arranged.both.hub.desk.store.reading() as look:
        assert look.get(Decision, key).text == "To be offered a room"
        assert look.get(AgendaItem, arranged.item).summary == "She wants to move"
        assert look.get(Meeting, arranged.meeting).learning == "Ask sooner"
    assert check_office(arranged.both.hub).faults == ()


def test_who_is_raised_as_urgent_was_talked_about_and_it_comes_home(
    arranged: Arranged, tmp_path: Path
) -> None:
    """Of Wenna only the name went along; the room raised her, and decided something."""
    take(arranged, sent(arranged, tmp_path))
    away = arranged.both.away.desk
    open_meeting(away, arranged.meeting, at=time(10), chair_id=WORKER)
    record_statement_read(away, arranged.meeting, at=time(10, 5), by_id=WORKER)
    raised = NewItem(AgendaKind.URGENT, person_id=arranged.wenna)
    item = add_urgent_item(away, arranged.meeting, raised, reason="On the ward since noon").result
    take_item(away, item)
    add_note(away, item, agency_id=HEALTH, text="Nobody was told the last time")
    record_decision(away, item, Decided("The ward rings", "She asked", DecidedHow.CHAIR))

    assert home(arranged, tmp_path) == 0
    record = read_meeting(arranged.both.hub.desk, arranged.meeting)
    (line,) = [one for one in record.items if one.entry.id == item]
    assert [one.text for one in line.decisions] == ["The ward rings"]
    assert check_office(arranged.both.hub).faults == ()


def test_other_meetings_and_the_files_of_others_are_not_theirs(
    arranged: Arranged, tmp_path: Path
) -> None:
    take(arranged, sent(arranged, tmp_path))
    away = arranged.both.away.desk
    with away.store.transaction(away.stamp()) as tx:
        tx.get(Meeting, arranged.other).learning = "Not theirs"
        tx.journal("test.arranged")
    log_contact(away, a_contact_with(away, arranged.wenna, note="Seen"))

    assert home(arranged, tmp_path)
    assert reasons(arranged) == {HoldReason.NOT_GIVEN}
    assert find_contacts(arranged.both.hub.desk, arranged.wenna).rows == ()


def test_somebody_taken_off_the_agenda_is_no_longer_theirs(
    arranged: Arranged, tmp_path: Path
) -> None:
    take(arranged, sent(arranged, tmp_path))
    away, kezia = arranged.both.away.desk, arranged.both.kept.kezia
    log_contact(away, a_contact_with(away, kezia, note="Met by the quay"))
    desk = arranged.both.hub.desk
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(AgendaItem, arranged.item).removed = True
        tx.journal("test.arranged")

    assert home(arranged, tmp_path)
    assert reasons(arranged) <= {HoldReason.OUTSIDE_SCOPE, HoldReason.NOT_GIVEN}


def test_who_must_be_kept_from_the_chair_is_not_in_it(arranged: Arranged, tmp_path: Path) -> None:
    desk = arranged.both.hub.desk
    exclude_worker(desk, arranged.both.kept.kezia, professional_id=WORKER, reason="his sister")
    pack = sent(arranged, tmp_path)

    inside = plain(arranged.both.away, pack).decode("utf-8", "replace")
    assert "Trelawny" not in inside
    take(arranged, pack)


def test_an_escalation_goes_with_what_it_is_about(arranged: Arranged, tmp_path: Path) -> None:
    desk, key = arranged.both.hub.desk, arranged.both.hub.desk.new_id()
    with desk.act(Right.DECIDE) as tx:
        tx.add(
            Escalation(
                id=key,
                number="E26-001",
                person_id=arranged.wenna,
                raised_on=TODAY,
                raised_by_id=desk.sitter.professional,
                ask="A key to the room",
            )
        )
        tx.journal("test.arranged")
    take(arranged, sent(arranged, tmp_path))

    with arranged.both.away.desk.store.reading() as look:
        assert look.get(Escalation, key).ask == "A key to the room"


def test_it_is_for_whoever_chairs_a_meeting_there_is(arranged: Arranged, tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError):
        sent(arranged, tmp_path, arranged.wenna)
    with arranged.both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).role = Role.LEAD_PROFESSIONAL
        tx.journal("test.arranged")
    with pytest.raises(GuardError, match="not-the-chair"):
        sent(arranged, tmp_path)


def test_who_makes_it_and_is_the_chair_says_why(arranged: Arranged, tmp_path: Path) -> None:
    desk = arranged.both.hub.desk
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.arranged")

    with pytest.raises(ReasonNeededError):
        sent(arranged, tmp_path)


def test_the_meeting_is_held_there_and_comes_home(arranged: Arranged, tmp_path: Path) -> None:
    take(arranged, sent(arranged, tmp_path))
    away, kezia = arranged.both.away.desk, arranged.both.kept.kezia
    open_meeting(away, arranged.meeting, at=time(10), chair_id=WORKER)
    record_statement_read(away, arranged.meeting, at=time(10, 5), by_id=WORKER)
    take_item(away, arranged.item)
    add_note(away, arranged.item, agency_id=HEALTH, text="She asked twice")
    record_decision(away, arranged.item, Decided("A room", "She asked", DecidedHow.CHAIR))
    room = NewAction(
        text="Show her the room",
        owner_id=NURSE,
        due_on=TODAY,
        person_id=kezia,
        meeting_id=arranged.meeting,
    )
    add_action(away, room)

    assert home(arranged, tmp_path) == 0
    with arranged.both.hub.desk.store.reading() as look:
        assert look.get(Meeting, arranged.meeting).status is MeetingStatus.IN_PROGRESS
        (action,) = look.actions.of_meeting(arranged.meeting)
    assert re.fullmatch(r"M26-001/[0-9A-Z]{4}-\d+", action.number)
    assert check_office(arranged.both.hub).faults == ()
