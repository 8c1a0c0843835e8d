"""Copies for agencies: whoever is kept from an agency leaves no trace in any of them.

Whatever is left out for an agency that must not be told, its copy is the same to the letter as if
it had never worked with the person: no gap in the numbers, no count and no time gives it away.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.disclosing.exclusions import exclude_agency, lift_exclusion
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import issue_agenda, reorder_agenda, write_agenda
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import set_next_review, write_facts
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.safety import add_risk, add_warning
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.db.models import Exclusion
from coordinator.db.store import Store
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.papers.minutes import Minutes
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer
from coordinator.domain.stuck.gaps import NewGap
from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.trackers import tracker_model
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything, outline
from tests.exports.structure import faults
from tests.meetings import TEN, add_seats, items_of, next_meeting_of, weekly
from tests.meetings import add_action as add_open_action
from tests.requests import known_case
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, HOUSING, Clock, keyspec

NAMES = ("Heronwater", "Nightjarhill", "Curlewstone", "Ospreyfield", "Dunlinmarsh")
SECRETS = ("zircon", "topazine", "beryline", "garnetine", "opaline")
"""One word for each of them that stands in everything written about them."""


@dataclass(frozen=True)
class Room:
    """A meeting under way, about five people housing works with."""

    desk: Desk
    meeting: UUID
    people: tuple[UUID, ...]


@pytest.fixture(scope="module")
def room(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("room") / "panel.db"
    shutil.copy(template, path)
    desk = Desk(Store(path, keyspec), Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL), now=Clock())
    add_seats(desk)
    people = tuple(_on_file(desk, at) for at in range(len(NAMES)))
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    for row in read_meeting(desk, meeting).attendance:
        record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)
    for item in items_of(desk, meeting):
        if item.person_id:
            word = SECRETS[people.index(item.person_id)]
            seen = write_facts(desk, item.id, seen=item.revision, risks=word, summary=word).result
            set_next_review(desk, item.id, seen=seen, on=date(2026, 12, 3))
            record_decision(desk, item.id, Decided(f"Go on with {word}", f"Because of {word}"))
    for person, word in zip(people, SECRETS, strict=True):
        new = NewBarrier(BarrierCategory.DEBT, person_id=person, description=f"Owes {word}")
        raise_gap(desk, NewGap(f"No {word}"), barriers=[identify_barrier(desk, new).result])
    yield Room(desk, meeting, people)
    desk.store.close()


def _on_file(desk: Desk, at: int) -> UUID:
    person, word = known_case(desk, NAMES[at]), SECRETS[at]
    add_open_action(desk, person, date(2026, 11, 18), f"A26-000{at + 1}", f"Ask about {word}")
    add_warning(desk, person, text=word, source="Kerrow Homes", person_told=Answer.YES)
    add_risk(desk, person, text=word, person_told=Answer.YES)
    return person


def copies(room: Room, audience: Audience) -> dict[PaperKind, Model]:
    """Give every paper of the meeting for one reader."""
    desk, meeting = room.desk, room.meeting
    return {
        PaperKind.AGENDA: agenda_model(desk, meeting, audience),
        PaperKind.MINUTES: minutes_model(desk, meeting, audience),
        PaperKind.TRACKER: tracker_model(desk, audience),
        PaperKind.PACK: pack_model(desk, meeting, audience),
    }


def kept_out(room: Room, people: set[int]) -> dict[PaperKind, Model]:
    """Give housing's copies while these people are kept from it."""
    for at in people:
        exclude_agency(room.desk, room.people[at], agency_id=HOUSING, reason="Not safe")
    try:
        return copies(room, read_audience_of(room.desk, HOUSING))
    finally:
        _lift_all(room)


def _lift_all(room: Room) -> None:
    with room.desk.read() as look:
        standing = [one.id for one in look.people.about(Exclusion, room.people)]
    for one in standing:
        lift_exclusion(room.desk, one, reason="Safe again")


def never_known(room: Room, people: set[int]) -> dict[PaperKind, Model]:
    """Give housing's copies as if it had never worked with these people."""
    audience = read_audience_of(room.desk, HOUSING)
    assert audience.reader is not None
    theirs = audience.reader.shared_people - {room.people[at] for at in people}
    return copies(room, replace(audience, reader=replace(audience.reader, shared_people=theirs)))


@settings(max_examples=12, deadline=None)
@given(people=st.sets(st.integers(0, len(NAMES) - 1), min_size=1))
def test_a_copy_is_the_same_as_if_the_agency_had_never_worked_with_them(
    room: Room, people: set[int]
) -> None:
    found = kept_out(room, people)
    said = {kind: " ".join(words_in(model)) for kind, model in found.items()}
    tells = {f"kp-000{at + 1}" for at in people} | {SECRETS[at] for at in people}
    tells |= {NAMES[at].casefold() for at in people} | {f"a26-000{at + 1}" for at in people}

    assert found == never_known(room, people)
    assert [kind for kind, text in said.items() if any(tell in text for tell in tells)] == []
    others = [SECRETS[at] for at in range(len(NAMES)) if at not in people]
    assert [word for word in others if word not in said[PaperKind.PACK]] == []


@pytest.mark.parametrize("people", [{1}, {0, 3}])
@pytest.mark.parametrize("kind", [*PaperKind][:4])
def test_nothing_that_is_left_out_stands_anywhere_in_the_file(
    room: Room, kind: PaperKind, people: set[int]
) -> None:
    model = kept_out(room, people)[kind]
    data = lay_out(kind, model)

    found = everything(data).casefold() + " ".join(title for _level, title in outline(data))
    assert faults(data) == []
    for at in people:
        for tell in (NAMES[at], SECRETS[at], f"KP-000{at + 1}", f"A26-000{at + 1}"):
            assert tell.casefold() not in found.casefold()


def test_the_panels_own_copy_holds_all_of_it(room: Room) -> None:
    said = " ".join(words_in(copies(room, Audience())))
    assert [word for word in SECRETS if word not in said] == []


def test_an_agencys_agenda_gives_one_time_for_all_its_people(room: Room) -> None:
    """And the true one: whoever comes then is in time, whatever else is taken meanwhile."""
    own = agenda_model(room.desk, room.meeting, Audience())
    copy = _agenda(room)

    begins = [one.starts for one in own.reviews]
    assert [one.starts for one in copy.reviews] == [None] * 3
    assert [one.minutes for one in copy.reviews] == [0] * 3
    assert (begins[1], copy.own_part) == (time(10, 22), "10:22 to 10:42")
    assert own.own_part == ""


def test_who_leaves_the_room_when_stands_in_the_panels_own_agenda_and_in_no_other(
    room: Room,
) -> None:
    for at in (1, 2):
        exclude_agency(room.desk, room.people[at], agency_id=HOUSING, reason="Not safe")
    own = agenda_model(room.desk, room.meeting, Audience())
    other = agenda_model(room.desk, room.meeting, read_audience_of(room.desk, HEALTH))
    _lift_all(room)

    begins = [one.starts for one in own.reviews]
    (away,) = own.away
    assert (away.leaves, away.returns) == (begins[1], begins[3])
    assert away.agencies == ("Kerrow Homes",)
    assert other.away == ()
    said = everything(lay_out(PaperKind.AGENDA, own))
    assert "Times of restricted items. 10:22 to 10:32 without Kerrow Homes" in said


def test_minutes_tell_what_stood_in_the_way_and_which_gaps_were_raised(room: Room) -> None:
    own = minutes_model(room.desk, room.meeting, Audience())
    copy = kept_out(room, {0, 2})[PaperKind.MINUTES]
    assert isinstance(copy, Minutes)

    assert [one.text.split()[-1] for one in own.barriers] == list(SECRETS)
    assert [one.text for one in own.gaps] == [f"No {word}" for word in SECRETS]
    assert [one.person for one in copy.barriers] == ["N (KP-0002)", "O (KP-0004)", "D (KP-0005)"]
    assert [one.text for one in copy.gaps] == [f"No {SECRETS[at]}" for at in (1, 3, 4)]
    said = everything(lay_out(PaperKind.MINUTES, own))
    assert f"Owes {SECRETS[0]}" in said
    assert f"G26-001: No {SECRETS[0]}" in said


def test_in_the_order_of_least_coming_and_going_the_time_holds_nobody_else(room: Room) -> None:
    entries = [entry.id for entry in read_agenda(room.desk, room.meeting).entries]
    header = read_agenda(room.desk, room.meeting).header.row
    order = [*entries[:1], entries[1], entries[3], entries[2], *entries[4:]]
    reorder_agenda(room.desk, room.meeting, order, seen=header.revision)

    copy = _agenda(room)
    reorder_agenda(room.desk, room.meeting, entries, seen=header.revision + 1)

    assert copy.own_part == "10:27 to 10:42"


def _agenda(room: Room) -> Agenda:
    copy = kept_out(room, {0, 2})[PaperKind.AGENDA]
    assert isinstance(copy, Agenda)
    return copy
