"""Whoever must not be told about somebody reads that name nowhere: on no screen, in no paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions, read_action
from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.discussions import write_facts
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.need_to_know.withholding import told_to_sitter
from coordinator.casework.people.finding import find_everything
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.records.history import read_history
from coordinator.db.models import AgendaItem
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Role
from coordinator.exports.composing import PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from tests.casework.counting import queries
from tests.casework.test_nothing_leaks import words_in
from tests.meetings import items_of
from tests.papers.test_withheld_names import SAID, TELLS, Room, copies, room
from tests.stores import CHAIR, COUNCIL, HOUSING, NURSE, TODAY, WORKER, sitting

__all__ = ["room"]
M = TypeVar("M")


def untold(room: Room, role: Role = Role.CHAIR) -> Desk:
    """Give the desk of somebody of housing, who must not be told about Ysolt."""
    return sitting(room.desk, WORKER, role, HOUSING)


def shown(desk: Desk, read: Callable[..., M], *args: object) -> M:
    """Ask a read as the windows do."""
    return told_to_sitter(desk, lambda at: read(at, *args))


def said(model: object) -> str:
    return " ".join(words_in(model)).replace("ysolt rowse", "")


def told(model: object) -> list[str]:
    text = said(model)
    assert "[name hidden]" in text
    return [one for one in TELLS if one in text]


def test_the_panels_own_papers_are_read_for_whoever_makes_them(room: Room) -> None:
    theirs = replace(room, desk=untold(room))
    found = copies(theirs, WHOLE_PANEL)
    assert {kind: told(model) for kind, model in found.items()} == {kind: [] for kind in found}


def test_every_paper_that_is_ordered_is_read_for_whoever_makes_it(room: Room) -> None:
    desk = untold(room)
    for kind in (PaperKind.TRACKER, PaperKind.JOURNEY):
        for draft in draft_papers(desk, Order(kind, Path("x"), person="KP-0001")):
            assert told(draft.model) == []


@pytest.mark.parametrize("role", [Role.LEAD_PROFESSIONAL, Role.REPRESENTATIVE, Role.CHAIR])
def test_screens_name_nobody_who_is_kept_from_the_sitter(room: Room, role: Role) -> None:
    desk = untold(room, role)
    screens = (
        shown(desk, read_agenda, room.meeting),
        shown(desk, read_meeting, room.meeting),
        shown(desk, find_actions, ActionFilter()),
    )
    assert [told(model) for model in screens] == [[], [], []]


def test_the_live_room_and_the_pages_of_others_name_nobody_who_is_kept_from_the_sitter(
    room: Room,
) -> None:
    desk = untold(room)
    (item,) = (one for one in items_of(room.desk, room.meeting) if one.person_id == room.tomos)
    screens = (
        shown(desk, read_live_item, room.meeting, item.id),
        shown(desk, read_plan, room.tomos),
    )
    assert [told(model) for model in screens] == [[], []]


def test_a_record_and_its_history_name_nobody_who_is_kept_from_the_sitter(room: Room) -> None:
    desk = untold(room)
    (topic,) = (one for one in items_of(room.desk, room.meeting) if one.title.startswith("The fl"))
    page = find_actions(desk, ActionFilter(person_id=room.tomos))

    assert told(shown(desk, read_history, topic.id)) == []
    assert told(shown(desk, read_action, page.rows[0].id)) == []
    assert {row.reference for row in page.rows} == {"KP-0001"}


def test_a_search_for_a_hidden_name_finds_nothing_and_for_the_rest_hides_it(room: Room) -> None:
    desk = untold(room)

    assert find_everything(room.desk, "Ysolt Carne")
    assert find_everything(desk, "Ysolt") == find_everything(desk, "KP-0002") == ()
    assert told(find_everything(desk, "Call round")) == []
    assert find_everything(desk, "Call Ysolt") == ()


def test_whoever_is_told_reads_it_as_it_was_typed(room: Room) -> None:
    for agency in (COUNCIL, None):
        desk = replace(room.desk, sitter=replace(room.desk.sitter, agency=agency))
        screens = (
            shown(desk, read_agenda, room.meeting),
            shown(desk, read_meeting, room.meeting),
        )
        assert all(SAID.casefold() in " ".join(words_in(model)) for model in screens)


def test_a_hidden_name_is_not_lost_by_writing_over_it(room: Room) -> None:
    desk = untold(room)
    (item,) = (one for one in items_of(room.desk, room.meeting) if one.person_id == room.tomos)
    record = shown(desk, read_meeting, room.meeting)
    (read,) = (one for one in record.items if one.entry.id == item.id)

    with pytest.raises(GuardError, match="name-hidden"):
        write_facts(desk, item.id, seen=item.revision, risks=f"{read.risks} and more")
    with room.desk.read() as look:
        assert look.get(AgendaItem, item.id).risks == SAID


def test_lists_cost_no_more_questions_the_longer_they_are(room: Room) -> None:
    desk = untold(room)
    with queries(desk) as few:
        shown(desk, find_actions, ActionFilter())
    for number in range(5):
        add_action(room.desk, NewAction(f"Ask once more {number} {SAID}", NURSE, TODAY))
    with queries(desk) as many:
        assert told(shown(desk, find_actions, ActionFilter())) == []
    assert len(many) == len(few)
    with queries(desk) as untouched:
        shown(sitting(room.desk, CHAIR, Role.CHAIR, COUNCIL), find_actions, ActionFilter())
    assert len(untouched) < len(many)
