"""Other forums in papers and in the room: the fact, for whom it may be, nothing said there."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.live.covering import cover_item
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.around import note_forum
from coordinator.db.store import Store
from coordinator.domain.lists.sharing import ForumKind, ForumStatus, PackVariant
from coordinator.domain.papers.agenda import Agenda, AgendaItem
from coordinator.domain.papers.pack import Pack
from coordinator.domain.people.around import Forum
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.escalations import briefing_model
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.packs import pack_model
from tests.casework.stuck_people import stuck
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything
from tests.meetings import (
    add_action,
    add_case,
    add_seats,
    items_of,
    keep_from,
    next_meeting_of,
    weekly,
)
from tests.requests import known_case
from tests.stores import COORDINATOR, COUNCIL, HOUSING, TODAY, Clock, keyspec

OPEN = Forum(
    ForumKind.ADULT_SAFEGUARDING,
    status_on=TODAY - timedelta(days=3),
    reference="zqreference",
    contact="Rosie Pine, zqpoint",
)
GUARDED = Forum(ForumKind.MARAC, contact="zqguarded")
OWN = Forum(
    ForumKind.OTHER,
    own_forum="zqvictims forum",
    status=ForumStatus.CLOSED,
    sensitivity=Sensitivity.THIRD_PARTY,
)


@dataclass(frozen=True)
class Room:
    desk: Desk
    meeting: UUID
    tomos: UUID


@pytest.fixture(scope="module")
def room(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Housing may know of Tomos and Jory, who is listed by initials, and not of Wenna."""
    path = tmp_path_factory.mktemp("forums") / "panel.db"
    shutil.copy(template, path)
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=Clock(), random=random.Random(2).randbytes)
    add_seats(desk)
    tomos, wenna = known_case(desk, "Tomos"), known_case(desk, "Wenna")
    jory, _case = add_case(desk, "Jory", may_work=False, next_review_on=TODAY)
    for one in (OPEN, GUARDED, OWN):
        note_forum(desk, tomos, one)
    note_forum(desk, wenna, Forum(ForumKind.CARE_PROGRAMME, contact="zqwenna"))
    note_forum(desk, jory, Forum(ForumKind.CARE_PROGRAMME, contact="zqjory"))
    keep_from(desk, wenna, HOUSING)
    for number, person in enumerate((tomos, jory)):
        add_action(desk, person, TODAY, f"A26-000{number}")
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    yield Room(desk, meeting, tomos)
    desk.store.close()


def items_in(agenda: Agenda) -> Iterator[AgendaItem]:
    yield from (*agenda.urgent, *agenda.reviews, *agenda.referrals, *agenda.closures)


def pack_of(room: Room, audience: Audience) -> Pack:
    return pack_model(room.desk, room.meeting, audience)


def test_the_agenda_and_the_case_sheet_tell_an_agency_the_fact_and_whom_to_ask(room: Room) -> None:
    housing = read_audience_of(room.desk, HOUSING)
    told = "Adult safeguarding, section 42, open since Mon 16 Nov, ask Rosie Pine, zqpoint"
    agenda = agenda_model(room.desk, room.meeting, housing)
    (line,) = (one.elsewhere for one in agenda.reviews if "KP-0001" in one.person)
    (sheet,) = (one for one in pack_of(room, housing).cases if one.reference == "KP-0001")
    assert (line, sheet.elsewhere) == (told, (told,))
    for kind, model in ((PaperKind.AGENDA, agenda), (PaperKind.PACK, pack_of(room, housing))):
        written = everything(lay_out(kind, model))
        assert "Rosie Pine" in written
        for secret in ("zqguarded", "MARAC", "zqvictims", "zqwenna", "zqjory", "zqreference"):
            assert secret not in written


def test_the_panels_own_copy_has_them_all_but_for_who_is_listed_by_initials(room: Room) -> None:
    sheets = {one.reference: one.elsewhere for one in pack_of(room, WHOLE_PANEL).cases}
    assert len(sheets["KP-0001"]) == 3
    assert (len(sheets["KP-0002"]), sheets["KP-0003"]) == (1, ())
    assert sheets["KP-0001"][-1] == "zqvictims forum, closed"
    assert "zqjory" not in " ".join(words_in(agenda_model(room.desk, room.meeting, WHOLE_PANEL)))


def test_a_limited_copy_leaves_them_out(room: Room) -> None:
    limited = as_variant(pack_of(room, WHOLE_PANEL), PackVariant.LIMITED)
    assert not any(one.elsewhere for one in limited.cases)
    assert not any(one.elsewhere for one in items_in(limited.agenda))
    assert "zqpoint" not in " ".join(words_in(limited))


def test_the_room_reads_them_of_the_open_line_and_nothing_while_names_are_hidden(
    room: Room,
) -> None:
    (item,) = (one.id for one in items_of(room.desk, room.meeting) if one.person_id == room.tomos)
    live = read_live_item(room.desk, room.meeting, item)
    assert [one.forum for one in live.record.entry.forums] == [
        ForumKind.MARAC,
        ForumKind.ADULT_SAFEGUARDING,
        ForumKind.OTHER,
    ]
    covered = cover_item(room.desk, room.meeting, live)
    assert covered.record.entry.forums == ()


def test_a_briefing_says_where_else_it_is_being_dealt_with_and_nothing_that_is_for_few(
    desk: Desk,
) -> None:
    case = stuck(desk)
    for one in (OPEN, GUARDED, replace(OWN, sensitivity=Sensitivity.STANDARD)):
        note_forum(desk, case.person, one)
    key = case.asked()
    told, _facts = briefing_model(desk, key)
    assert told.person.endswith(
        "Other forums: Adult safeguarding, section 42, open since Mon 16 Nov."
    )
    written = everything(lay_out(PaperKind.ESCALATION, told))
    assert not any(secret in written for secret in ("zqguarded", "MARAC", "zqpoint", "zqvictims"))
    record_basis(desk, case.person, gateway=None)
    begin_urgent_work(desk, case.person, reason="It freezes tonight")
    without_basis, _facts = briefing_model(desk, key)
    assert "safeguarding" not in without_basis.person
