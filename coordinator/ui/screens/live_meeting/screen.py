"""Putting the parts of the live meeting together."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QApplication

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import LiveMeetingPlace, MeetingPlace
from coordinator.ui.screens.live_meeting import few
from coordinator.ui.screens.live_meeting.agenda import part as agenda
from coordinator.ui.screens.live_meeting.agreed import part as agreed
from coordinator.ui.screens.live_meeting.asked import part as asked
from coordinator.ui.screens.live_meeting.basis import part as basis
from coordinator.ui.screens.live_meeting.clock import part as clock
from coordinator.ui.screens.live_meeting.closing import part as closing
from coordinator.ui.screens.live_meeting.deciding import part as deciding
from coordinator.ui.screens.live_meeting.escalating import part as escalating
from coordinator.ui.screens.live_meeting.fields import Fields
from coordinator.ui.screens.live_meeting.head import part as head
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.line import part as line
from coordinator.ui.screens.live_meeting.money import part as money
from coordinator.ui.screens.live_meeting.opening import part as opening
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.screens.live_meeting.room import Room, Ways
from coordinator.ui.screens.live_meeting.said import part as said
from coordinator.ui.screens.live_meeting.urgent import part as urgent
from coordinator.ui.screens.live_meeting.view import Columns, LiveMeetingView
from coordinator.ui.screens.live_meeting.wall import part as wall
from coordinator.ui.screens.live_meeting.who import part as who
from coordinator.wording.translation import _

__all__ = ["Ways", "build"]

Build = Callable[[Room], Joined]
_CENTRE: Sequence[Build] = (
    opening.build,
    urgent.build,
    head.build,
    basis.build,
    asked.build,
    money.build,
    outcomes.build,
    escalating.build,
    line.build,
    agreed.build,
    said.build,
    deciding.build,
)
_BESIDE: Sequence[Build] = (clock.build, who.build, agreed.build_so_far)
_TOP: Sequence[Build] = (wall.build, closing.build)
"""What stands where; a new part is one line here and a folder beside this file."""
_USUAL_FIELD, _ACTIONS_FIELD = "live.action", "live.outcomes"


def build(jobs: Jobs, ways: Ways, place: LiveMeetingPlace) -> Screen:
    """Give the screen, joined up and loading."""
    view = LiveMeetingView()
    room = Room(JobsWhileOpen(view, jobs), ways, place)
    at_side = agenda.build(room)
    top, centre, beside = ([make(room) for make in builds] for builds in (_TOP, _CENTRE, _BESIDE))
    instead = [one.instead for one in (*top, *centre, *beside) if one.instead is not None]
    columns = Columns(
        [one.widget for one in top],
        [one.widget for one in centre],
        [one.widget for one in beside],
        [one.below for one in top if one.below is not None],
    )
    view.put_together(at_side.widget, columns, at_side.actions[0])
    view.put_instead(instead)
    fields = Fields(view, room.at_field)
    room.go_to_field = fields.go_to
    room.add(_Frame(room, view, fields))
    room.add(_Lighter((*top, *centre, *beside)))
    view.leave_asked.connect(lambda: ways.go(MeetingPlace(place.meeting)))
    joined = [at_side, *top, *centre, *beside]
    undo = action(_("Undo"), Key.UNDO, room.undo)
    restrict = action(
        _("Restrict what is being typed, or not"), Key.LIVE_FEW, partial(_for_few, room, ways)
    )
    actions = (*(one for part in joined for one in part.actions), view.unfold, undo, restrict)
    view.addActions(actions)
    room.load()
    return Screen(
        view,
        (room, joined),
        room.look_again,
        first=view,
        try_again=partial(_try_again, joined),
        actions=(*actions, *(one for part in joined for one in part.keys)),
        takes_all=True,
        when_idle=partial(_fall_idle, joined),
        hand_over=partial(_hand_over, joined),
        take_over=partial(_take_over, joined),
        is_shared=partial(_is_shared, joined),
    )


def _for_few(room: Room, ways: Ways) -> None:
    """Say of the line the keys are in that few may see it, or that all may; a text stays so."""
    field, item = QApplication.focusWidget(), room.item
    if few.turn(field):
        return
    part = few.part_of(field, room.id, item)
    about = item.record.entry if item is not None and part and part.entry != room.id else None
    person = about.person if about is not None else None
    if part is None:
        ways.toast(_("Only what is being typed can be restricted here."), None)
    elif item is not None and about is not None and part.field in item.record.parts:
        told = _("Few may read this already. The page of the person changes who may see it.")
        if person is None:
            told = _("Few may read this already. The page of the meeting changes who may see it.")
        ways.toast(told, None)
    else:
        told = _("Few may read this text from now on.")
        act = few.restricting(part, room.id, person.id if person else None)
        room.jobs.command(act, then=lambda _seen: ways.toast(told, None))


class _Frame:
    """What is around the parts; told like any of them."""

    def __init__(self, room: Room, view: LiveMeetingView, fields: Fields) -> None:
        self._room, self._view, self._fields = room, view, fields
        self._went_back = False

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Head the screen with the meeting."""
        self._view.show_meeting(meeting)

    def show_item(self, item: LiveItem | None) -> None:
        """Show the item, not the agenda, where there is no room for both."""
        if item is None:
            self._view.fold_again()
            self._fields.stay_with_lines(_USUAL_FIELD)
            return
        if not self._went_back:
            self._went_back = True
            if self._fields.go_to(self._room.field) or self._opens_first():
                return
        if not self._fields.has_keys():
            self._fields.go_to(_usual_field(item))

    def _opens_first(self) -> bool:
        """Whether the opening comes first: its card takes the keys by itself."""
        meeting = self._room.meeting
        if meeting is None or not meeting.may_run:
            return False
        status = meeting.header.row.status
        is_unread = status is MeetingStatus.IN_PROGRESS and meeting.statement_read_at is None
        return status in TO_COME or (is_unread and not self._room.field)


def _usual_field(item: LiveItem) -> str:
    """Name where work on an item begins: with what was agreed before, where there is any."""
    return _ACTIONS_FIELD if item.record.entry.kind is AgendaKind.ACTION_CHECK else _USUAL_FIELD


class _Lighter:
    """Leaves out what a meeting of its kind does without."""

    def __init__(self, parts: Sequence[Joined]) -> None:
        self._parts = parts

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Put away what does not belong; parts that hide themselves are left alone."""
        kind = kind_of(meeting.header.row.meeting_type)
        for part in self._parts:
            if not part.belongs(kind):
                part.widget.hide()

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""


def _fall_idle(parts: Sequence[Joined]) -> bool:
    """Hide what nobody watches over; gives whether a meeting is under way."""
    live = [one.when_idle() for one in parts if one.when_idle is not None]
    return any(live)


def _hand_over(parts: Sequence[Joined]) -> Sequence[object]:
    """Give what each part carries over, in their order."""
    return [one.hand_over() if one.hand_over is not None else None for one in parts]


def _take_over(parts: Sequence[Joined], carried: Sequence[object]) -> None:
    """Go on with what the parts of the screen before carried over."""
    for part, what in zip(parts, carried, strict=True):
        if part.take_over is not None:
            part.take_over(what)


def _is_shared(parts: Sequence[Joined]) -> bool:
    """Tell whether others look on: on the room display, or on this screen with names hidden."""
    return any(one.is_shared() for one in parts if one.is_shared is not None)


def _try_again(parts: Sequence[Joined]) -> bool:
    """Do again what is not saved in any part; gives whether there was something."""
    done = [one.try_again() for one in parts if one.try_again is not None]
    return any(done)
