"""What is typed about one person may name another: not in a copy whose reader may not know."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.meetings.agendas import NewItem, add_item, issue_agenda, write_agenda
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import write_facts
from coordinator.casework.meetings.minutes import correct_minutes
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.entering import add_alias, correct_person
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.db.models import Meeting, Person, Professional
from coordinator.db.store import Store
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.lists.sharing import Gateway, LawfulBasis
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import MeetingStatus
from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.drafting import draft_papers
from coordinator.papers.minutes import minutes_model
from coordinator.papers.orders import Order
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.returns import Wanted, draft_returns, keep_returns
from coordinator.papers.trackers import tracker_model
from coordinator.ui.shared.chasing import read_agreed, read_chases
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything
from tests.meetings import TEN, add_seats, items_of, keep_from, next_meeting_of, weekly
from tests.requests import known_case
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HOUSING, TODAY, WORKER, Clock, keyspec

SAID = "with Ysolt Carne (KP-0002), Ysolt, Ysie, CARNE'S flat, kp 0002, at 4 Quay Lane"
TELLS = ("ysolt", "ysie", "carne", "kp-0002", "kp 0002", "quay lane")
ALSO = "Kezia Trelawny KP-0003, and Kezia"


@dataclass(frozen=True)
class Room:
    desk: Desk
    meeting: UUID
    tomos: UUID


@pytest.fixture(scope="module")
def room(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A meeting about Tomos, whom housing works with; of Ysolt it must not be told."""
    path = tmp_path_factory.mktemp("withheld") / "panel.db"
    shutil.copy(template, path)
    desk = Desk(
        Store(path, keyspec),
        Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL),
        now=Clock(),
        random=random.Random(1).randbytes,
    )
    add_seats(desk)
    tomos = _on_file(desk)
    yield Room(desk, _talked_about(desk, tomos), tomos)
    desk.store.close()


def _on_file(desk: Desk) -> UUID:
    tomos, ysolt, kezia = (known_case(desk, one) for one in ("Tomos", "Ysolt", "Kezia"))
    _called(desk, tomos, family_name="Rosevear")
    _called(desk, ysolt, family_name="Carne", address="4 Quay Lane, Kerrow")
    _called(desk, kezia, family_name="Trelawny")
    add_alias(desk, ysolt, "Ysie")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).name = "Ysolt Rowse"
        tx.journal("test.named")
    add_action(desk, NewAction(f"Call round {SAID}", WORKER, TODAY, tomos))
    add_action(desk, NewAction(f"Write to the board {SAID}", WORKER, TODAY))
    keep_from(desk, ysolt, HOUSING)
    plan = begin_plan(desk, tomos).result
    edit_plan(desk, plan, seen=read_plan(desk, tomos).revision, what_matters=f"Tea {SAID}")
    return tomos


def _talked_about(desk: Desk, tomos: UUID) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    add_item(desk, meeting, NewItem(title=f"The flat {SAID}", outcome_sought=SAID))
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    for item in items_of(desk, meeting):
        if item.person_id == tomos:
            said = f"Tomos was seen {SAID} and {ALSO}"
            write_facts(desk, item.id, seen=item.revision, summary=said, risks=SAID)
            record_decision(
                desk, item.id, Decided(f"Ask {SAID}", f"Due to {SAID}", DecidedHow.CHAIR)
            )
            add_action(
                desk,
                NewAction(f"Go {SAID}", WORKER, date(2026, 11, 26), tomos, meeting_id=meeting),
            )
    return meeting


def _called(desk: Desk, person: UUID, **names: str) -> None:
    with desk.read() as look:
        seen = look.get(Person, person).revision
    correct_person(desk, person, seen=seen, **names)


def copies(room: Room, audience: Audience) -> dict[PaperKind, Model]:
    """Give every paper in which somebody may be named, for one reader."""
    desk, meeting = room.desk, room.meeting
    return {
        PaperKind.AGENDA: agenda_model(desk, meeting, audience),
        PaperKind.MINUTES: minutes_model(desk, meeting, audience),
        PaperKind.TRACKER: tracker_model(desk, audience),
        PaperKind.PACK: pack_model(desk, meeting, audience),
        PaperKind.PLAN: plan_model(desk, room.tomos, audience),
    }


def test_no_journey_for_an_agency_names_whom_it_must_not_be_told_about(room: Room) -> None:
    for kind in (PaperKind.JOURNEY, PaperKind.JOURNEY_LEARNING):
        ours, theirs = (
            " ".join(_said(one.model) for one in draft_papers(room.desk, order))
            for order in (
                Order(kind, Path("x"), person="KP-0001"),
                Order(kind, Path("x"), person="KP-0001", agency="Kerrow Homes"),
            )
        )
        assert theirs
        assert [one for one in TELLS if one in theirs] == []
        assert any(one in ours for one in TELLS) or kind is PaperKind.JOURNEY_LEARNING


def test_nobody_an_agency_must_not_be_told_about_is_named_in_what_was_typed_elsewhere(
    room: Room,
) -> None:
    found = copies(room, read_audience_of(room.desk, HOUSING))
    said = {kind: _said(model) for kind, model in found.items()}

    told = {kind: [one for one in TELLS if one in text] for kind, text in said.items()}
    assert [kind for kind, found in told.items() if found] == []
    assert [kind for kind, text in said.items() if "[name hidden]" not in text] == []


def _said(model: object) -> str:
    return " ".join(words_in(model)).replace("ysolt rowse", "")


def test_the_panels_own_copy_says_it_as_it_was_typed(room: Room) -> None:
    for model in copies(room, WHOLE_PANEL).values():
        assert SAID.casefold() in " ".join(words_in(model))


def test_whom_it_is_about_and_workers_keep_their_names(room: Room) -> None:
    minutes = minutes_model(room.desk, room.meeting, read_audience_of(room.desk, HOUSING))
    (tomos,) = minutes.people

    assert (tomos.name, tomos.initials) == ("Tomos Rosevear", "TR")
    assert tomos.summary.startswith("Tomos was seen with [name hidden]")
    assert {one.owner for one in tomos.actions} == {"Ysolt Rowse"}


def test_who_only_is_not_theirs_goes_where_they_are_named_beyond_doubt(room: Room) -> None:
    minutes = minutes_model(room.desk, room.meeting, read_audience_of(room.desk, HOUSING))

    assert minutes.people[0].summary.endswith("and [name hidden], and Kezia")


def test_a_correction_of_the_whole_minutes_that_names_them_is_left_out_whole(room: Room) -> None:
    desk = room.desk
    held = next_meeting_of(desk, weekly(desk))
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, held).status = MeetingStatus.APPROVED
        tx.journal("test.approved", record=held)
    correct_minutes(desk, held, text="Ysolt Carne was assaulted on the day")
    correct_minutes(desk, held, text="The meeting began at 10:05")

    copy = minutes_model(desk, held, read_audience_of(desk, HOUSING))
    assert [one.text for one in copy.corrections] == ["The meeting began at 10:05"]
    assert len(minutes_model(desk, held, WHOLE_PANEL).corrections) == 2


def test_it_stands_nowhere_in_the_file(room: Room) -> None:
    model = minutes_model(room.desk, room.meeting, read_audience_of(room.desk, HOUSING))
    file = everything(lay_out(PaperKind.MINUTES, model)).casefold().replace("ysolt rowse", "")

    assert [one for one in TELLS if one in file] == []


def test_a_returns_sheet_names_them_no_more_than_a_paper(room: Room) -> None:
    (draft,) = draft_returns(room.desk, Wanted(agency=HOUSING, all_open=True))

    assert len(draft.model.lines) == 3
    assert [one for one in TELLS if one in _said(draft.model)] == []


def test_the_text_that_asks_an_agency_names_them_no_more_than_a_paper(room: Room) -> None:
    chased = [one.text for one in read_chases(room.desk) if one.agency == "Kerrow Homes"]
    agreed = [one.text for one in read_agreed(room.desk, room.meeting)]

    for (text,) in (chased, agreed):
        assert "[name hidden]" in text
        assert [one for one in TELLS if one in text.casefold().replace("ysolt rowse", "")] == []


def test_a_returns_sheet_stands_in_the_log_of_everybody_it_speaks_of(
    room: Room, tmp_path: Path
) -> None:
    drafts = draft_returns(room.desk, Wanted(agency=HOUSING, all_open=True))
    keep_returns(room.desk, drafts, [b"a sheet"], tmp_path)

    (row,) = find_disclosures(room.desk, DisclosureFilter(person=room.tomos)).rows
    assert (row.paper, row.agency, row.people) == ("returns", "Kerrow Homes", ("KP-0001",))
    assert (row.lawful_basis, row.gateway) == (LawfulBasis.PUBLIC_TASK, Gateway.CRIME_AND_DISORDER)
