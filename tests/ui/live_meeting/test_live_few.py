"""Restricting what is typed in the room: two keys, gone from the display and from hidden names."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.wall import WallItem
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.screens.live_meeting.asked.flows import NoteWishFlow, WishAround
from coordinator.ui.screens.live_meeting.questions import Ready
from tests.stores import HEALTH
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere

ENTER = Qt.Key.Key_Return
RESTRICTED = Sensitivity.RESTRICTED


def on_the_wall(room: LiveRoom) -> WallItem:
    item = room.place.item
    assert item is not None
    shown = read_wall_item(room.panel.desk, room.panel.meeting, item, names_shown=True).item
    assert shown is not None
    return shown


def with_names_hidden(room: LiveRoom) -> LiveItem:
    item = room.place.item
    assert item is not None
    meeting = room.panel.meeting
    _whole, shown = read_item_both_ways(room.panel.desk, meeting, item, covered=True)
    assert shown is not None
    return shown


def typed(room: LiveRoom, key: Key, words: str) -> None:
    room.do(key)
    room.write(words)
    room.press(ENTER)


def test_an_action_with_r_before_it_is_restricted_and_no_display_has_it(room: LiveRoom) -> None:
    room.open_person()
    typed(room, Key.LIVE_ACTION, "Rhodri, ring the ward, by Fri")
    room.do(Key.LIVE_ACTION)
    room.write("r: Rhodri, ask the police about the flat, by Fri")
    assert "Restricted: not on the display" in room.says()
    room.press(ENTER)
    plain, kept = sorted(room.item.record.actions, key=lambda one: one.number)
    assert (plain.sensitivity, kept.sensitivity) == (Sensitivity.STANDARD, RESTRICTED)
    assert kept.text == "Ask the police about the flat"
    assert [one.number for one in on_the_wall(room).agreed] == [plain.number]
    assert [one.number for one in with_names_hidden(room).record.actions] == [plain.number]
    room.do(Key.LIVE_HIDE)
    assert "about the flat" not in room.says()


def test_the_key_restricts_the_line_the_keys_are_in_and_takes_it_back(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_ACTION)
    room.write("Rhodri, ring the ward, by Fri")
    line = QApplication.focusWidget()
    assert isinstance(line, Line)
    room.do(Key.LIVE_FEW)
    assert line.text() == "r: Rhodri, ring the ward, by Fri"
    room.do(Key.LIVE_FEW)
    assert line.text() == "Rhodri, ring the ward, by Fri"
    room.do(Key.LIVE_FEW)
    room.press(ENTER)
    (kept,) = room.item.record.actions
    assert (kept.text, kept.sensitivity) == ("Ring the ward", RESTRICTED)


def test_a_note_and_a_decision_can_be_restricted_as_they_are_typed(room: LiveRoom) -> None:
    room.open_person()
    agency = next(one.agency for one in room.meeting.attendance if one.agency)
    typed(room, Key.LIVE_SAID, f"r: {agency}: two calls to the flat")
    typed(room, Key.LIVE_DECIDE, "r: keep the flat in view because somebody is at risk")
    room.do(Key.LIVE_AGENDA)  # whoever goes on has recorded what waits for no word
    room.do(Key.LIVE_NEXT)
    room.do(Key.LIVE_BACK)
    (note,), (decision,) = room.item.record.notes, room.item.record.decisions
    assert (note.text, note.sensitivity) == ("two calls to the flat", RESTRICTED)
    assert (decision.text, decision.sensitivity) == ("Keep the flat in view", RESTRICTED)
    assert on_the_wall(room).decisions == ()
    hidden = with_names_hidden(room).record
    assert (hidden.notes, hidden.decisions) == ((), ())


@pytest.mark.parametrize("mark", ["", "third party: "])
def test_putting_an_agreed_line_right_only_makes_it_stricter(room: LiveRoom, mark: str) -> None:
    room.open_person()
    typed(room, Key.LIVE_ACTION, "r: Rhodri, ring the ward, by Fri")
    room.do(Key.LIVE_AGREED)
    room.press(ENTER)
    line = QApplication.focusWidget()
    assert isinstance(line, Line)
    line.setText(f"{mark}Ring the ward and the surgery")
    room.press(ENTER)
    (kept,) = room.item.record.actions
    wanted = Sensitivity.THIRD_PARTY if mark else RESTRICTED
    assert (kept.text, kept.sensitivity) == ("Ring the ward and the surgery", wanted)


def test_an_offer_and_a_wish_can_be_restricted_as_they_are_made(room: LiveRoom) -> None:
    room.open_person()
    agency = next(one.agency for one in room.meeting.attendance if one.agency)
    typed(room, Key.LIVE_OFFER, f"r: {agency}: a bed nobody is told of")
    (offer,) = room.item.record.offers
    assert (offer.sensitivity, offer.what) == (RESTRICTED, "A bed nobody is told of")
    person = room.item.record.entry.person
    assert person is not None
    owner = next(one.professional_id for one in room.meeting.attendance if one.professional_id)
    desk, by = room.panel.desk, room.panel.desk.today()
    flow = NoteWishFlow(WishAround(person.id, room.panel.meeting, "", (), owner, by))
    ready = flow.give({"text": "r: a flat where nobody knows me", "one": owner, "day": by})
    assert isinstance(ready, Ready)
    ready.act(desk)
    (wish,) = (one for one in room.item.wishes if one.words == "a flat where nobody knows me")
    assert wish.sensitivity is RESTRICTED


def test_the_key_restricts_a_text_for_good_and_says_so_where_it_is_typed(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    room.write("His brother knows where I am")
    room.do(Key.LIVE_FEW)
    room.do(Key.LIVE_ACTION)
    record = room.item.record
    assert record.person_view == "His brother knows where I am"
    assert record.parts == dict.fromkeys(("person_view", "view_spoken_by"), RESTRICTED)
    (field,) = [one for one in room.view.findChildren(SlotField) if "view" in one.slot.form]
    assert [chip.accessibleName() for chip in field.findChildren(Chip)] == ["Restricted"]
    agency = Reader(Role.REPRESENTATIVE, HEALTH, shared_people=frozenset({about(room)}))
    theirs = read_meeting(room.panel.desk, room.panel.meeting, reader=agency)
    (said,) = [one for one in theirs.items if one.entry.id == record.entry.id]
    assert said.person_view == said.view_spoken_by == ""
    room.do(Key.LIVE_VIEW)
    room.do(Key.LIVE_FEW)
    assert room.item.record.parts == record.parts


def about(room: LiveRoom) -> UUID:
    person = room.item.record.entry.person
    assert person is not None
    return person.id
