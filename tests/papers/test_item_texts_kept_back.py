"""What was said about somebody at a meeting and few may read: out of every copy but their own."""

from typing import Any

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.discussions import (
    defer_item,
    take_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_parts,
    set_part_sensitivity,
)
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.records.history import read_history
from coordinator.db.models import AgendaItem, Meeting
from coordinator.domain.need_to_know.field_guards import GUARDABLE
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.minutes import minutes_model
from tests.casework.test_nothing_leaks import words_in
from tests.exports import reading
from tests.meetings import NOON, items_of, next_meeting_of
from tests.stores import TODAY, Clock
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on

ITEM, RESTRICTED = RecordKind.AGENDA_ITEM, Sensitivity.RESTRICTED
SAID = {name: f"zx{at:03d}w" for at, name in enumerate(GUARDABLE[ITEM])}
HELD_BACK = frozenset({"urgent_reason", "since_last", "risks", "person_view", "outcome_sought"})


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    """A meeting whose item says a word of its own in each of its texts."""
    made = meeting_on(desk, actions=1)
    facts = ("summary", "since_last", "risks", "strengths", "disagreement", "outcome_sought")
    take_item(desk, made.item)
    seen = items_of(desk, made.meeting)[0].revision
    seen = write_facts(desk, made.item, seen=seen, **{one: SAID[one] for one in facts}).result
    view, by = SAID["person_view"], "zxby"
    write_person_view(desk, made.item, seen=seen, view=view, spoken_by=by)
    with desk.act(Right.RUN_MEETINGS) as tx:
        item = tx.get(AgendaItem, made.item)
        item.urgent_reason, item.status_reason = SAID["urgent_reason"], SAID["status_reason"]
        item.title = SAID["title"]
        tx.journal("test.said", record=item.id, scope=item.person_id)
    return made


def hold_back(on: MeetingOn, *fields: str, level: Sensitivity = RESTRICTED) -> None:
    for field in fields:
        set_part_sensitivity(on.desk, Part(ITEM, on.item, field), level, seen=0)


def said_in(found: object) -> frozenset[str]:
    text = " ".join(words_in(found))
    return frozenset(name for name, word in SAID.items() if word in text)


def approve(on: MeetingOn, chair: Desk) -> None:
    for item in items_of(on.desk, on.meeting):
        if item.status.value == "planned":
            take_item(on.desk, item.id)
    close_meeting(on.desk, on.meeting, at=NOON)
    draft_minutes(on.desk, on.meeting)
    issue_minutes(on.desk, on.meeting)
    approve_minutes(chair, on.meeting)


def test_whoever_runs_the_meeting_reads_them_with_their_marks(on: MeetingOn) -> None:
    hold_back(on, *HELD_BACK)
    (item,) = [one for one in read_meeting(on.desk, on.meeting).items if one.entry.person]
    assert said_in(item) == SAID.keys()
    assert item.parts == dict.fromkeys({*HELD_BACK, "view_spoken_by"}, RESTRICTED)
    offered = find_restrictable_parts(on.desk, on.person)
    told = {one.field: (one.text, one.on) for one in offered if one.kind is ITEM}
    assert told == {name: (word, TODAY) for name, word in SAID.items()}


def test_minutes_for_another_agency_say_nothing_of_them(on: MeetingOn) -> None:
    audience = read_audience(on.desk, "Kerrow Homes")
    before = said_in(minutes_model(on.desk, on.meeting, audience))
    hold_back(on, *HELD_BACK)
    after = minutes_model(on.desk, on.meeting, audience)
    assert {"since_last", "risks", "person_view", "urgent_reason"} <= before
    assert said_in(after) == before - HELD_BACK
    assert "zxby" not in " ".join(words_in(after))


def test_the_panels_own_minutes_have_them_on_the_sheet_that_stays_apart(on: MeetingOn) -> None:
    hold_back(on, "since_last", "risks", "urgent_reason")
    model = minutes_model(on.desk, on.meeting, WHOLE_PANEL)
    (person,) = model.people
    assert said_in(person.restricted) == {"since_last", "risks", "urgent_reason"}
    body = (person.summary, person.risks, person.why_listed)
    assert said_in(body) == {"summary"}
    pages = reading.words(lay_out(PaperKind.MINUTES, model))
    before, _apart, sheet = pages.partition("Restricted: KP-0001")
    assert SAID["since_last"] in sheet
    assert SAID["since_last"] not in before


def test_the_room_does_not_read_them(on: MeetingOn) -> None:
    wall = read_wall_item(on.desk, on.meeting, on.item, names_shown=True)
    _whole, covered = read_item_both_ways(on.desk, on.meeting, on.item, covered=True)
    assert {"urgent_reason", "outcome_sought"} <= said_in(wall)
    assert {"urgent_reason", "outcome_sought", "status_reason"} <= said_in(covered)
    hold_back(on, *SAID)
    wall = read_wall_item(on.desk, on.meeting, on.item, names_shown=True)
    whole, covered = read_item_both_ways(on.desk, on.meeting, on.item, covered=True)
    assert said_in(wall) == said_in(covered) == frozenset()
    assert said_in(whole) == SAID.keys()


def test_what_is_carried_over_is_held_back_as_it_was(on: MeetingOn, clock: Clock) -> None:
    hold_back(on, "urgent_reason")
    defer_item(on.desk, on.item, reason="No time")
    close_meeting(on.desk, on.meeting, at=NOON)
    with on.desk.read() as look:
        series = look.get(Meeting, on.meeting).series_id
    assert series is not None
    clock.move(days=1)
    following = next_meeting_of(on.desk, series)
    write_agenda(on.desk, following)
    audience = read_audience(on.desk, "Kerrow Homes")
    theirs = read_agenda(on.desk, following, reader=audience.reader)
    assert said_in(read_agenda(on.desk, following)) == {"urgent_reason", "outcome_sought"}
    assert said_in(theirs) == {"outcome_sought"}


@pytest.mark.parametrize("level", [Sensitivity.STANDARD, Sensitivity.THIRD_PARTY])
def test_a_correction_says_as_it_is_written_who_may_read_it(
    on: MeetingOn, chair: Desk, level: Sensitivity
) -> None:
    approve(on, chair)
    correct: dict[str, Any] = {"text": "zxcorr", "item_id": on.item, "sensitivity": level}
    correct_minutes(on.desk, on.meeting, **correct)
    audience = read_audience(on.desk, "Kerrow Homes")
    own = minutes_model(on.desk, on.meeting, WHOLE_PANEL)
    theirs = minutes_model(on.desk, on.meeting, audience)
    is_open = level is Sensitivity.STANDARD
    assert ("zxcorr" in " ".join(words_in(theirs))) is is_open
    assert ["zxcorr" in one.text for one in own.corrections] == ([True] if is_open else [])
    assert ("zxcorr" in own.people[0].restricted) is not is_open
    (row,) = read_meeting(on.desk, on.meeting).corrections
    assert (row.text, row.sensitivity) == ("zxcorr", level)


def test_a_correction_can_be_held_back_later(on: MeetingOn, chair: Desk) -> None:
    approve(on, chair)
    made = correct_minutes(on.desk, on.meeting, text="zxcorr", item_id=on.item).result
    part = Part(RecordKind.CORRECTION, made, "text")
    set_part_sensitivity(on.desk, part, RESTRICTED, seen=0)
    reader = read_audience(on.desk, "Kerrow Homes").reader
    assert read_meeting(on.desk, on.meeting, reader=reader).corrections == ()
    (row,) = read_meeting(on.desk, on.meeting).corrections
    assert row.sensitivity is RESTRICTED


def test_what_is_held_back_hides_what_history_says_of_it(on: MeetingOn) -> None:
    hold_back(on, "risks")
    reader = read_audience(on.desk, "Kerrow Homes").reader
    assert SAID["risks"] in " ".join(words_in(read_history(on.desk, on.item)))
    theirs = " ".join(words_in(read_history(on.desk, on.item, reader=reader)))
    assert SAID["risks"] not in theirs
    assert SAID["strengths"] in theirs
