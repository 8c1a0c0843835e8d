"""What the parts of the screen share: the meeting, the line that is open, and one way to act.

Each part shows its piece of the same two read models and asks for acts here, so that every act can
be undone with one key and every part sees what the others did. No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID

from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.reads import read_live_around, read_live_meeting
from coordinator.casework.need_to_know.urgent_work import because, wants_urgency
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.errors import RuleError, StaleRecordError
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.states import ItemStatus
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import LiveMeetingPlace, Place
from coordinator.ui.screens.live_meeting.between import Between
from coordinator.ui.screens.live_meeting.words import title
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

T = TypeVar("T")
Act = Callable[["Desk"], Done[Any]]
Refused = Callable[[Exception], bool]
Toast = Callable[[str, Callable[[], object] | None], None]

_K = RecordKind
SHOWN = (
    _K.MEETING, _K.AGENDA_ITEM, _K.ATTENDANCE, _K.AGENCY_NOTE, _K.DECISION, _K.ACTION,
    _K.ACTION_NOTE, _K.ACTION_MOVE, _K.BARRIER, _K.LEAD_ROLE, _K.CASE, _K.REFERRAL, _K.OFFER,
    _K.WARNING, _K.PLAN, _K.PERSON, _K.EXCLUSION, _K.EXCLUDED_WORKER, _K.RELATIONSHIP, _K.BASIS,
    _K.PANEL, _K.WISH, _K.COMMS_LINE, _K.ESCALATION, _K.FORUM_INVOLVEMENT, _K.GOAL,
    _K.INFORMATION_REPLY, _K.BUDGET_LINE, _K.BUDGET_ENTRY, _K.BUDGET_ALLOCATION,
)  # fmt: skip
_MOST_UNDONE = 100
_NO_ACT = UUID(int=0)  # until it is done


@dataclass(frozen=True, slots=True)
class Ways:
    """What the shell lends: going elsewhere, noting where the keys are, saying what was done."""

    go: Callable[[Place], None]
    stays_at: Callable[[Place], None]
    toast: Toast
    notify: Notify


class Part(Protocol):
    """A part of the screen: told of the meeting first, then of the open line, each time anew."""

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show what is its own of the meeting."""

    def show_item(self, item: LiveItem | None) -> None:
        """Show what is its own of the open line; nothing while none is open."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act that waits until somebody says why it cannot.

    Attributes:
        of: The line of the agenda it is about.
        go_on: Does it, for the reason that is given.
        let_go: Nobody says why: it was refused.
    """

    of: UUID | None
    go_on: Callable[[str], object]
    let_go: Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Doing:
    """An act on its way, with what is to happen after it."""

    act: Act
    told: str
    then: Callable[[Any], object] | None
    refused: Refused | None
    once: object
    of: UUID | None


@dataclass(frozen=True, slots=True)
class _Step:
    """An act that can be taken back."""

    act: UUID
    told: str
    of: AgendaEntry | None
    about: object = None


class Room:
    """The meeting that is held, as the screen knows it now."""

    def __init__(self, jobs: Jobs, ways: Ways, place: LiveMeetingPlace) -> None:
        self.jobs, self.ways = jobs, ways
        self.id = place.meeting
        self.meeting: LiveMeeting | None = None
        self.around: LiveAround | None = None
        self.item: LiveItem | None = None
        self.names_hidden = False
        """On this screen, which may be the one that is shared; parts write initials then."""
        self._covered: LiveItem | None = None
        self.between = Between()
        self._open = place.item
        self._field = place.field
        self._then_to = ""
        self.go_to_field: Callable[[str], object] = lambda _name: None
        """Puts the keys on a named widget; lent by the screen."""
        self.ask_why: Callable[[Waiting], object] | None = None
        """Asks why work on somebody cannot wait for their basis; lent by the part of the basis."""
        self._parts: list[Part] = []
        self._steps: list[_Step] = []
        self._doing: list[object] = []
        self._undoes_next = 0
        self._when_undone: list[Callable[[object], object]] = []

    def add(self, part: Part) -> None:
        """Let a part join; all join before the room is loaded."""
        self._parts.append(part)

    def when_undone(self, tell: Callable[[object], object]) -> None:
        """Have a part told what an act was about (its `once`) when that act is taken back."""
        self._when_undone.append(tell)

    @property
    def open_id(self) -> UUID | None:
        """The line that is open, or about to be."""
        return self._open

    @property
    def item_shown(self) -> LiveItem | None:
        """The open line as this screen may show it; what acts are made of is `item`."""
        return self._covered if self.names_hidden else self.item

    def may_see(self) -> bool:
        """Whether what is recorded may be put into a field here; says what to do if not."""
        if self.names_hidden:
            self.ways.toast(
                _("Show names first: what is recorded is hidden on this screen."), None
            )
        return not self.names_hidden

    @property
    def field(self) -> str:
        """Where the keys were last, by the permanent name a part gave it."""
        return self._field

    @property
    def line(self) -> LiveLine | None:
        """The open line in outline."""
        return self.meeting.line(self._open) if self.meeting else None

    def load(self) -> None:
        """Read everything."""
        read = partial(read_live_around, meeting_id=self.id)
        self.jobs.query(read, self._take_around, replaces="live around")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written, by whomever."""
        if self.around is not None and changes.touch(*SHOWN):
            self._read_meeting()

    def read_again(self) -> None:
        """Read again what this window was found to be behind of."""
        self._read_meeting()

    def open(self, item: UUID, field: str = "") -> None:
        """Open another line; where `field` is named, the keys go there once it is shown."""
        self._open, self.item, self._then_to = item, None, field
        self._covered = None
        self._note_place()
        for part in self._parts:
            part.show_item(None)
        if self.meeting is not None and self.around is not None:
            for part in self._parts:
                part.show_meeting(self.meeting, self.around)
        self._read_item()

    def hide_names(self, *, hidden: bool) -> None:
        """Hide people's names on this screen, or show them again; every part is told."""
        self.names_hidden, self._covered = hidden, None
        if hidden:
            self.between.cover()
        if self.meeting is None or self.around is None:
            return
        for part in self._parts:
            part.show_meeting(self.meeting, self.around)
        if hidden:
            self._read_item()
        elif self.item is not None:
            for part in self._parts:
                part.show_item(self.item)

    def at_field(self, name: str) -> None:
        """Note where the keys are, so that a crash brings them back there."""
        if name != self._field:
            self._field = name
            self._note_place()

    def do(
        self,
        act: Act,
        told: str = "",
        *,
        then: Callable[[Any], object] | None = None,
        refused: Refused | None = None,
        once: object = None,
        of: UUID | None = None,
    ) -> None:
        """Do something; it can be undone from here.

        Args:
            act: One act of casework.
            told: Said when it is done, and what the undoing says.
            then: Gets its result; the screen has heard of the changes before.
            refused: Sees an error first; returns whether it dealt with it. Else a refusal is said
                in the line above the page, which stays until it is dismissed.
            once: What it is about. While it is being written a key pressed again does not write
                it again.
            of: The line of the agenda it is about; undoing says whom that is.
        """
        if once is None or once not in self._doing:
            self._begin(_Doing(act, told, then, refused, once, of))

    def _begin(self, doing: _Doing) -> None:
        self._doing.append(doing.once)
        line = self.meeting.line(doing.of) if self.meeting and doing.of else None
        step = _Step(_NO_ACT, doing.told, line.entry if line else None, doing.once)
        self.jobs.command(
            partial(_with_its_act, act=doing.act),
            then=partial(self._done, doing.once, step, doing.then),
            refused=partial(self._refused, doing),
        )

    def _done(
        self,
        once: object,
        step: _Step,
        then: Callable[[Any], object] | None,
        result: tuple[Any, UUID | None],
    ) -> None:
        self._doing.remove(once)
        value, key = result
        if key is not None:
            self._steps = [*self._steps[-_MOST_UNDONE:], replace(step, act=key)]
        if then is not None:
            then(value)
        self._undo_what_waited()

    def _refused(self, doing: _Doing, error: Exception) -> bool:
        self._doing.remove(doing.once)
        self._undoes_next = max(self._undoes_next - 1, 0)  # it has taken itself back
        self._undo_what_waited()
        if isinstance(error, StaleRecordError):
            self._read_meeting()
        if self.ask_why is not None and wants_urgency(error):
            go_on, let_go = partial(self._go_on, doing), partial(self._tell, doing, error)
            self.ask_why(Waiting(doing.of, go_on, let_go))
            return True
        return self._tell(doing, error)

    def _go_on(self, doing: _Doing, reason: str) -> None:
        self._begin(replace(doing, act=because(doing.act, reason)))

    def _tell(self, doing: _Doing, error: Exception) -> bool:
        if doing.refused is not None and doing.refused(error):
            return True
        if not isinstance(error, RuleError):
            return False
        self.ways.notify(notice_for(error))
        return True

    def undo(self) -> None:
        """Take back the last act done from here, as long as nobody has built on it.

        What stands in minutes that have gone out is no longer taken back by a key. An act that is
        still being written is the last one: it is taken back once it is there.
        """
        if self._doing:
            self._undoes_next += 1
            return
        if self.meeting is not None and self.meeting.header.row.status not in UNDER_WAY:
            self.ways.toast(_("The minutes have gone out; nothing is undone here."), None)
            return
        if not self._steps:
            self.ways.toast(_("There is nothing to undo here."), None)
            return
        step = self._steps.pop()

        def told(_result: object) -> None:
            self.ways.toast(self._undone(step), None)
            for tell in self._when_undone:
                tell(step.about)

        def refused(error: Exception) -> bool:
            if not isinstance(error, RuleError):
                return False
            self.ways.notify(notice_for(error))
            return True

        self.jobs.command(partial(undo_act, act_id=step.act), then=told, refused=refused)

    def _undone(self, step: _Step) -> str:
        if not step.told:
            return _("Undone.")
        if step.of is None:
            return _("Undone: {what}", what=step.told)
        whom = title(step.of, hidden=self.names_hidden)
        return _("Undone: {what} ({whom})", what=step.told, whom=whom)

    def _undo_what_waited(self) -> None:
        while self._undoes_next and not self._doing:
            self._undoes_next -= 1
            self.undo()

    def _take_around(self, around: LiveAround) -> None:
        self.around = around
        self._read_meeting()

    def _read_meeting(self) -> None:
        read = partial(read_live_meeting, meeting_id=self.id)
        self.jobs.query(read, self._take_meeting, replaces="live meeting")

    def _take_meeting(self, meeting: LiveMeeting) -> None:
        self.meeting = meeting
        if meeting.line(self._open) is None:
            self._open, self.item, self._covered = first_to_come(meeting), None, None
        if self.around is not None:
            for part in self._parts:
                part.show_meeting(meeting, self.around)
        self._read_item()

    def _read_item(self) -> None:
        if self._open is None:
            return
        hidden = self.names_hidden
        read = partial(read_item_both_ways, meeting_id=self.id, item_id=self._open, covered=hidden)
        self.jobs.query(read, self._take_item, replaces="live item")

    def _take_item(self, both: tuple[LiveItem, LiveItem | None]) -> None:
        item, covered = both
        if item.record.entry.id != self._open:
            return  # the room has gone on meanwhile
        if self.names_hidden and covered is None:
            return  # names were hidden meanwhile: it is being read anew
        self.item, self._covered = item, covered
        for part in self._parts:
            part.show_item(self.item_shown)
        if self._then_to:
            to, self._then_to = self._then_to, ""
            self.go_to_field(to)

    def _note_place(self) -> None:
        self.ways.stays_at(LiveMeetingPlace(self.id, self._open, self._field))


def first_to_come(meeting: LiveMeeting) -> UUID | None:
    """Give the first line that was neither taken nor set aside; else the first of all."""
    planned = [one for one in meeting.lines if one.entry.status is ItemStatus.PLANNED]
    return next((one.entry.id for one in (*planned, *meeting.lines)), None)


def _with_its_act(desk: Desk, act: Act) -> Done[tuple[Any, UUID | None]]:
    done = act(desk)
    return Done((done.result, done.changes.act), done.changes)
