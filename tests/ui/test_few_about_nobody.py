"""The key that restricts a text, where the text is about nobody on the agenda."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.casework.meetings.discussions import take_item, write_facts
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import write_meeting_notes
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_texts,
    set_part_sensitivity,
)
from coordinator.db.models import Meeting
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from coordinator.ui.screens.live_meeting import few
from coordinator.ui.screens.meeting.presenter import MeetingPresenter
from coordinator.ui.shared.asking import Asking
from tests.meetings import items_of
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on


@dataclass
class Field:
    """Where the keys are."""

    name: str

    def property(self, _of: str) -> str:
        return self.name


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    return meeting_on(desk, actions=0)


def a_topic(on: MeetingOn) -> UUID:
    new = NewItem(title="The rooms for the winter")
    item = add_urgent_item(on.desk, on.meeting, new, reason="It gets cold").result
    take_item(on.desk, item)
    seen = next(one.revision for one in items_of(on.desk, on.meeting) if one.id == item)
    write_facts(on.desk, item, seen=seen, summary="The owner was overheard")
    return item


def test_a_text_of_a_topic_and_of_the_meeting_is_restricted_where_it_is_typed(
    on: MeetingOn,
) -> None:
    item = a_topic(on)
    with on.desk.read() as look:
        seen = look.get(Meeting, on.meeting).revision
    write_meeting_notes(on.desk, on.meeting, seen=seen, learning="Ask sooner")
    opened = read_live_item(on.desk, on.meeting, item)
    for field, part in (
        ("item.summary", Part(RecordKind.AGENDA_ITEM, item, "summary")),
        ("live.closing.learning", Part(RecordKind.MEETING, on.meeting, "learning")),
    ):
        assert few.part_of(Field(field), on.meeting, opened) == part
        act = few.restricting(part, on.meeting, None)
        act(on.desk)
        act(on.desk)  # pressed again: it stays so
    record = read_meeting(on.desk, on.meeting)
    assert record.parts == {"learning": Sensitivity.RESTRICTED}
    (topic,) = [one for one in record.items if one.entry.id == item]
    assert topic.parts == {"summary": Sensitivity.RESTRICTED}
    for other in ("item.restricted", "live.closing.end", "live.action", ""):
        assert few.part_of(Field(other), on.meeting, opened) is None


def test_pressed_again_it_never_lets_more_people_read(on: MeetingOn) -> None:
    part = Part(RecordKind.AGENDA_ITEM, a_topic(on), "summary")
    set_part_sensitivity(on.desk, part, Sensitivity.PRIVILEGED, seen=0)
    few.restricting(part, on.meeting, None)(on.desk)
    levels = {one.field: one.sensitivity for one in find_restrictable_texts(on.desk, on.meeting)}
    assert levels["summary"] is Sensitivity.PRIVILEGED


def test_the_page_of_the_meeting_changes_who_may_see_a_text(on: MeetingOn) -> None:
    item = a_topic(on)
    jobs, forms, told = ImmediateJobs(on.desk), Forms(), list[str]()
    presenter = MeetingPresenter(
        jobs,
        _Silent(),  # type: ignore[arg-type]
        Asking(jobs, forms),
        lambda _place: None,
        lambda text, _undo: told.append(text),
        on.meeting,
    )
    presenter.load()
    presenter.do("restrict")
    forms.answer(entry=f"{item.hex} summary", sensitivity=Sensitivity.RESTRICTED, reason="")
    (topic,) = [one for one in read_meeting(on.desk, on.meeting).items if one.entry.id == item]
    assert topic.parts == {"summary": Sensitivity.RESTRICTED}


class _Silent:
    def show_meeting(self, page: object) -> None:
        """Nothing is looked at here."""
