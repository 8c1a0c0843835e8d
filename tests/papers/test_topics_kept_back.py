"""What a meeting wrote about nobody on its agenda and few may read: out of every copy but one."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item, write_agenda
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, defer_item, take_item, write_facts
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting, write_meeting_notes
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_texts,
    set_part_sensitivity,
)
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.records.history import read_history
from coordinator.db.checking import check_store
from coordinator.db.models import FieldGuard, Meeting
from coordinator.domain.errors import NotPermittedError, ReasonNeededError
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from tests.casework.test_nothing_leaks import words_in
from tests.exports import reading
from tests.meetings import NOON, items_of, next_meeting_of
from tests.stores import HEALTH, HOUSING, NURSE, WORKER, Clock, sitting
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on

_K = RecordKind
RESTRICTED = Sensitivity.RESTRICTED
WORDS = {
    (_K.AGENDA_ITEM, "title"): "zztitle",
    (_K.AGENDA_ITEM, "urgent_reason"): "zzurgent",
    (_K.AGENDA_ITEM, "outcome_sought"): "zzsought",
    (_K.AGENDA_ITEM, "summary"): "zzsummary",
    (_K.AGENDA_ITEM, "risks"): "zzrisks",
    (_K.MEETING, "learning"): "zzlearning",
    (_K.MEETING, "other_business"): "zzother",
    (_K.CORRECTION, "text"): "zzcorrection",
    (_K.AGENCY_NOTE, ""): "zznote",
    (_K.DECISION, ""): "zzdecision",
}
PRINTED = {"zztitle", "zzsummary", "zzlearning", "zzother", "zzcorrection"}
"""What the minutes print of it while everybody may read it."""


@dataclass(frozen=True)
class Topic:
    on: MeetingOn
    item: UUID

    @property
    def desk(self) -> Desk:
        return self.on.desk

    def hold_back(self, level: Sensitivity = RESTRICTED) -> None:
        """Hold back everything that is offered, as the page of the meeting does."""
        for one in find_restrictable_texts(self.desk, self.on.meeting):
            if one.field:
                part = Part(one.kind, one.id, one.field)
                set_part_sensitivity(self.desk, part, level, seen=one.revision)
            else:
                set_sensitivity(self.desk, one.kind, one.id, level, seen=one.revision)


def said_in(found: object) -> set[str]:
    text = " ".join(words_in(found))
    return {word for word in WORDS.values() if word in text}


@pytest.fixture
def topic(desk: Desk, chair: Desk) -> Topic:
    """A meeting that is over, approved and corrected, with a topic that says all a topic can."""
    on = meeting_on(desk, actions=1)
    sought = WORDS[_K.AGENDA_ITEM, "outcome_sought"]
    new = NewItem(title="zztitle", outcome_sought=sought)
    item = add_urgent_item(desk, on.meeting, new, reason="zzurgent").result
    take_item(desk, item)
    seen = next(one.revision for one in items_of(desk, on.meeting) if one.id == item)
    write_facts(desk, item, seen=seen, summary="zzsummary", risks="zzrisks")
    add_note(desk, item, agency_id=HEALTH, text="zznote")
    record_decision(desk, item, Decided("zzdecision", "Because", how=DecidedHow.CHAIR))
    seen = meeting_of(desk, on.meeting).revision
    write_meeting_notes(
        desk, on.meeting, seen=seen, learning="zzlearning", other_business="zzother"
    )
    return Topic(on, item)


def meeting_of(desk: Desk, meeting: UUID) -> Meeting:
    with desk.read() as look:
        return look.get(Meeting, meeting)


def approved(topic: Topic, chair: Desk) -> Topic:
    for item in items_of(topic.desk, topic.on.meeting):
        if item.status.value == "planned":
            take_item(topic.desk, item.id)
    close_meeting(topic.desk, topic.on.meeting, at=NOON)
    draft_minutes(topic.desk, topic.on.meeting)
    issue_minutes(topic.desk, topic.on.meeting)
    approve_minutes(chair, topic.on.meeting)
    correct_minutes(topic.desk, topic.on.meeting, text="zzcorrection")
    return topic


def told_to_housing(topic: Topic) -> Mapping[str, set[str]]:
    """Give what each read and paper says of it to an agency that may have nothing restricted."""
    desk, meeting = topic.desk, topic.on.meeting
    audience = read_audience(desk, "Kerrow Homes")
    theirs = sitting(desk, WORKER, Role.REPRESENTATIVE, HOUSING)
    return {
        "agenda": said_in(agenda_model(desk, meeting, audience)),
        "agenda view": said_in(read_agenda(desk, meeting, reader=audience.reader)),
        "history": said_in(read_history(desk, topic.item, reader=audience.reader)),
        "meeting": said_in(read_meeting(desk, meeting, reader=audience.reader)),
        "minutes": said_in(minutes_model(desk, meeting, audience)),
        "pack": said_in(pack_model(desk, meeting, audience)),
        "their own screen": said_in(read_meeting(theirs, meeting)),
    }


def test_an_agency_reads_none_of_it_anywhere_once_it_is_held_back(
    topic: Topic, chair: Desk
) -> None:
    approved(topic, chair)
    before = told_to_housing(topic)
    assert before["minutes"] == PRINTED
    assert before["meeting"] == before["their own screen"] == set(WORDS.values())
    assert before["agenda"] == before["pack"] == {"zztitle", "zzurgent", "zzsought"}
    offered = {(one.kind, one.field): one.text for one in
               find_restrictable_texts(topic.desk, topic.on.meeting)}  # fmt: skip
    assert offered == WORDS
    topic.hold_back()
    assert set().union(*told_to_housing(topic).values()) == set()
    assert check_store(topic.desk.store).is_whole


def test_the_panels_own_minutes_have_it_on_a_sheet_apart(topic: Topic, chair: Desk) -> None:
    approved(topic, chair).hold_back()
    model = minutes_model(topic.desk, topic.on.meeting, WHOLE_PANEL)
    assert said_in(model.apart) == set(WORDS.values())
    assert said_in((model.topics, model.corrections)) == set()
    pages = reading.words(lay_out(PaperKind.MINUTES, model))
    body, _apart, sheet = pages.partition("Restricted: about no single person")
    assert {word for word in WORDS.values() if word in body} == set()
    assert {word for word in WORDS.values() if word in sheet} == set(WORDS.values())


def test_the_wall_and_a_covered_screen_say_nothing_of_it(topic: Topic) -> None:
    desk, meeting = topic.desk, topic.on.meeting

    def seen() -> set[str]:
        wall = read_wall_item(desk, meeting, topic.item, names_shown=True)
        _whole, covered = read_item_both_ways(desk, meeting, topic.item, covered=True)
        return said_in((wall, covered))

    assert seen() == {"zztitle", "zzurgent", "zzsought", "zzdecision"}
    topic.hold_back()
    assert seen() == set()


def test_a_topic_that_is_carried_over_stays_held_back(topic: Topic, clock: Clock) -> None:
    new = NewItem(title="zztitle")
    defer = add_urgent_item(topic.desk, topic.on.meeting, new, reason="zzurgent").result
    topic.hold_back()
    defer_item(topic.desk, defer, reason="No time")
    close_meeting(topic.desk, topic.on.meeting, at=NOON)
    series = meeting_of(topic.desk, topic.on.meeting).series_id
    assert series is not None
    clock.move(days=1)
    following = next_meeting_of(topic.desk, series)
    write_agenda(topic.desk, following)
    reader = read_audience(topic.desk, "Kerrow Homes").reader
    assert said_in(read_agenda(topic.desk, following)) == {"zztitle", "zzurgent"}
    assert said_in(read_agenda(topic.desk, following, reader=reader)) == set()


@pytest.mark.parametrize("level", [Sensitivity.STANDARD, Sensitivity.THIRD_PARTY])
def test_a_correction_of_the_whole_says_as_it_is_written_who_may_read_it(
    topic: Topic, chair: Desk, level: Sensitivity
) -> None:
    approved(topic, chair)
    desk, meeting = topic.desk, topic.on.meeting
    correct_minutes(desk, meeting, text="zxcorr", sensitivity=level)
    theirs = minutes_model(desk, meeting, read_audience(desk, "Kerrow Homes"))
    own = minutes_model(desk, meeting, WHOLE_PANEL)
    is_open = level is Sensitivity.STANDARD
    assert ("zxcorr" in " ".join(words_in(theirs))) is is_open
    assert ("zxcorr" in " ".join(words_in(own.corrections))) is is_open
    assert ("zxcorr" in " ".join(words_in(own.apart))) is not is_open


def test_it_can_be_given_free_again_with_a_reason_and_by_nobody_else(topic: Topic) -> None:
    part = Part(_K.AGENDA_ITEM, topic.item, "summary")
    set_part_sensitivity(topic.desk, part, RESTRICTED, seen=0)
    with topic.desk.read() as look:
        (guard,) = look.readers.guards_on([topic.item])
        assert isinstance(guard, FieldGuard)
        assert guard.person_id is None
    with pytest.raises(ReasonNeededError):
        set_part_sensitivity(topic.desk, part, Sensitivity.STANDARD, seen=1)
    other = sitting(topic.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        set_part_sensitivity(other, part, Sensitivity.STANDARD, seen=1, reason="Mine")
    with pytest.raises(NotPermittedError):
        find_restrictable_texts(other, topic.on.meeting)
    set_part_sensitivity(topic.desk, part, Sensitivity.STANDARD, seen=1, reason="A mistake")
    assert "zzsummary" in told_to_housing(topic)["meeting"]
