"""Whoever is listed by initials alone is named in no text about others that leaves."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.meetings.agendas import NewItem, add_item, issue_agenda, write_agenda
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import write_facts
from coordinator.casework.meetings.minutes import correct_minutes
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.withholding import hide_withheld
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.entering import correct_person
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.db.models import Meeting, Person, Professional
from coordinator.db.store import Store
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import MeetingStatus
from coordinator.papers.agendas import agenda_model
from coordinator.papers.copies import CopyOut, read_copies, read_copies_of_meeting
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.returns import Wanted, draft_returns
from coordinator.papers.trackers import tracker_model
from coordinator.ui.shared.chasing import Chase, read_agreed, read_chases
from tests.casework.test_nothing_leaks import words_in
from tests.meetings import TEN, add_seats, items_of, next_meeting_of, weekly
from tests.requests import known_case
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HOUSING,
    OFFICER,
    TODAY,
    WORKER,
    Clock,
    keyspec,
)

SAID = "with Kezia Trelawny in TRELAWNY'S car and Ms Trelawny"
READ = "with KT (KP-0002) in KT (KP-0002)'S car and Ms KT (KP-0002)"


@dataclass(frozen=True)
class Room:
    desk: Desk
    meeting: UUID
    tomos: UUID
    kezia: UUID


@pytest.fixture(scope="module")
def room(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Housing works with both; Kezia is listed by initials, and named in what is Tomos's."""
    path = tmp_path_factory.mktemp("initials") / "panel.db"
    shutil.copy(template, path)
    desk = Desk(
        Store(path, keyspec),
        Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL),
        now=Clock(),
        random=random.Random(1).randbytes,
    )
    add_seats(desk)
    tomos, kezia, wenna = (known_case(desk, one) for one in ("Tomos", "Kezia", "Wenna"))
    for person, family in ((tomos, "Rosevear"), (kezia, "Trelawny"), (wenna, "Angwin")):
        with desk.read() as look:
            seen = look.get(Person, person).revision
        correct_person(desk, person, seen=seen, family_name=family)
        add_action(desk, NewAction("Call round", WORKER, TODAY, person))
    add_action(desk, NewAction(f"Go {SAID}", WORKER, TODAY, tomos))
    add_action(desk, NewAction(f"Write to the board {SAID}", WORKER, TODAY))
    plan = begin_plan(desk, tomos).result
    edit_plan(desk, plan, seen=read_plan(desk, tomos).revision, what_matters=f"Tea {SAID}")
    record_basis(desk, kezia, gateway=None)
    yield Room(desk, _talked_about(desk, tomos), tomos, kezia)
    desk.store.close()


def _talked_about(desk: Desk, tomos: UUID) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    add_item(desk, meeting, NewItem(title=f"The flat {SAID}", outcome_sought=SAID))
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    for item in items_of(desk, meeting):
        if item.person_id == tomos:
            write_facts(desk, item.id, seen=item.revision, summary=f"Seen {SAID}")
            record_decision(desk, item.id, Decided(f"Ask {SAID}", "Due", DecidedHow.CHAIR))
            new = NewAction(f"Ask {SAID}", WORKER, TODAY, tomos, meeting_id=meeting)
            add_action(desk, new)
    return meeting


def _texts(room: Room) -> dict[str, str]:
    """Give everything one agency is sent in which somebody may be named."""
    desk, audience = room.desk, read_audience_of(room.desk, HOUSING)
    texts: dict[str, tuple[Chase | CopyOut, ...]] = {
        "chase": read_chases(desk),
        "agreed": read_agreed(desk, room.meeting),
        "copy": read_copies(desk, room.tomos),
        "copy of a meeting": read_copies_of_meeting(desk, room.meeting),
    }
    found = {
        name: one.text
        for name, some in texts.items()
        for one in some
        if one.agency == "Kerrow Homes"
    }
    models = {
        "agenda": agenda_model(desk, room.meeting, audience),
        "minutes": minutes_model(desk, room.meeting, audience),
        "tracker": tracker_model(desk, audience),
        "pack": pack_model(desk, room.meeting, audience),
        "plan": plan_model(desk, room.tomos, audience),
        "returns": draft_returns(desk, Wanted(agency=HOUSING, all_open=True))[0].model,
    }
    return found | {name: " ".join(words_in(model)) for name, model in models.items()}


def test_no_paper_sheet_e_mail_or_copied_text_names_whoever_is_listed_by_initials(
    room: Room,
) -> None:
    found = _texts(room)
    assert len(found) == 10
    told = [name for name, text in found.items() if "trelawny" in text.casefold()]
    assert told == []
    without = [name for name, text in found.items() if "kt (kp-0002)" not in text.casefold()]
    assert without == []


def test_the_panels_own_copy_says_it_as_it_was_typed(room: Room) -> None:
    assert SAID.casefold() in " ".join(words_in(tracker_model(room.desk, WHOLE_PANEL)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (SAID, READ),
        ("Kezia rang", "KT (KP-0002) rang"),  # nobody else is called that
        ("with Wenna Angwin", "with Wenna Angwin"),  # her basis is complete
        ("with Tomos", "with Tomos"),
        ("Trelawny's friend and Angwin", "KT (KP-0002)'s friend and Angwin"),
    ],
)
def test_a_name_of_theirs_becomes_initials_and_reference_and_other_names_stay(
    room: Room, typed: str, read: str
) -> None:
    reader = read_audience_of(room.desk, HOUSING).reader
    assert reader is not None
    assert hide_withheld(room.desk, typed, reader, {"KP-0001"}) == read


def test_in_their_own_texts_too(room: Room) -> None:
    reader = read_audience_of(room.desk, HOUSING).reader
    assert reader is not None
    assert hide_withheld(room.desk, SAID, reader, {"KP-0002"}) == READ


@pytest.fixture
def namesakes(room: Room) -> Iterator[Room]:
    """Somebody else of the same family on file, a worker of the given name."""
    desk = room.desk
    jory = known_case(desk, "Jory")
    add_action(desk, NewAction("Call round", WORKER, TODAY, jory))
    _call(desk, Person, jory, family_name="Trelawny")
    _call(desk, Professional, OFFICER, name="Kezia Rowe")
    yield room
    _call(desk, Person, jory, family_name="Bolitho")
    _call(desk, Professional, OFFICER, name="Dylan Ashdown")


def _call(desk: Desk, kind: type[Person | Professional], key: UUID, **names: str) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        for field, name in names.items():
            setattr(tx.get(kind, key), field, name)
        tx.journal("test.named")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kezia Trelawny", "KT (KP-0002)"),
        ("Jory Trelawny", "Jory Trelawny"),
        ("Ms Trelawny", "Ms [name hidden]"),  # either of two: one of them is not to be named
        ("Ask Kezia to ring", "Ask Kezia to ring"),  # the worker is meant more often
        ("Kezia Rowe rings", "Kezia Rowe rings"),
    ],
)
def test_a_name_that_is_not_theirs_alone_is_written_as_far_as_it_tells(
    namesakes: Room, typed: str, read: str
) -> None:
    reader = read_audience_of(namesakes.desk, HOUSING).reader
    assert reader is not None
    assert hide_withheld(namesakes.desk, typed, reader, ()) == read


def test_a_correction_of_the_whole_minutes_that_names_them_stands_by_initials(room: Room) -> None:
    desk = room.desk
    held = next_meeting_of(desk, weekly(desk))
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, held).status = MeetingStatus.APPROVED
        tx.journal("test.approved", record=held)
    correct_minutes(desk, held, text=f"The nurse came {SAID}")
    copy = minutes_model(desk, held, read_audience_of(desk, HOUSING))
    assert [one.text for one in copy.corrections] == [f"The nurse came {READ}"]
