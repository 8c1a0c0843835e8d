"""What was asked for and what may be said is for the room's own screen, never for its display."""

from datetime import timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.reads import read_live_item, read_live_meeting
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.need_to_know.comms import agree_comms_line
from coordinator.casework.voice.wishes import answer_wish, note_wish, tell_person
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish
from tests.casework.test_nothing_leaks import words_in
from tests.stores import NURSE, TODAY, WORKER
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on

SAID = ("heronwater dog", "heronwater street", "heronwater press")


def talked_of(desk: Desk) -> MeetingOn:
    on = meeting_on(desk)
    asked_on = TODAY - timedelta(days=9)
    note_wish(desk, NewWish(on.person, "Heronwater dog", NURSE, asked_on=asked_on))
    agree_comms_line(desk, NewCommsLine(on.person, not_say="Heronwater street"))
    agree_comms_line(desk, NewCommsLine(None, on.meeting, not_say="Heronwater press"))
    return on


def test_the_item_begins_with_what_waits_and_lets_go_of_what_was_told(desk: Desk) -> None:
    on = talked_of(desk)
    told = note_wish(desk, NewWish(on.person, "A key", WORKER)).result
    answer_wish(desk, told, seen=1, answer="Yes")
    item = read_live_item(desk, on.meeting, on.item)
    assert [one.words for one in item.wishes] == ["Heronwater dog", "A key"]
    assert item.wishes[0].days == 9
    tell_person(desk, told, seen=2, told_by="Rhys")
    item = read_live_item(desk, on.meeting, on.item)
    assert [one.words for one in item.wishes] == ["Heronwater dog"]
    meeting = read_live_meeting(desk, on.meeting)
    assert meeting.comms is not None
    assert meeting.comms.not_say == "Heronwater press"


def test_none_of_it_stands_on_the_display_of_the_room(desk: Desk) -> None:
    on = talked_of(desk)
    shown = read_wall_item(desk, on.meeting, on.item, names_shown=True)
    words = " ".join(words_in(shown))
    assert [said for said in SAID if said in words] == []


def test_none_of_it_is_shown_while_names_are_hidden(desk: Desk) -> None:
    on = talked_of(desk)
    _item, covered = read_item_both_ways(desk, on.meeting, on.item, covered=True)
    assert covered is not None
    assert (covered.wishes, covered.comms) == ((), None)
