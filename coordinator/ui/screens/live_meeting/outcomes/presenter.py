"""Saying what became of open actions, and what is in the way. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.actions.outcomes import (
    Occasion,
    reopen_action,
    report_action,
    set_outcome,
)
from coordinator.casework.actions.passing_on import TakenOver
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agreed_today import pass_on_at_meeting
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.outcomes import Done
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.states import ActionStatus, BarrierStatus
from coordinator.ui.lanes.kept import Kept
from coordinator.ui.screens.live_meeting.between import Marked
from coordinator.ui.screens.live_meeting.few import describing
from coordinator.ui.screens.live_meeting.outcomes.lines import (
    STILL,
    USUAL,
    OutcomeLine,
    lines_of,
    named_by,
    next_waiting,
    stuck_by,
)
from coordinator.ui.screens.live_meeting.questions import objection_of
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_AT_ONCE = frozenset({ActionStatus.DONE, ActionStatus.IN_PROGRESS})
FIELD_HERE = "live.outcomes"
_FIRST = 1  # the revision of a barrier that was made just now
_FIELDS = {"outcome_note": "why", "waiting_on": "why", "done_on": "day", "owner_id": "one"}
Owners = Sequence[tuple[str, UUID]]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_lines(self, lines: Sequence[OutcomeLine], more: int, *, may_write: bool) -> None:
        """Show the lines; `more` were left out."""

    def show_none(self) -> None:
        """Show nothing: another item is being opened."""

    def ask(self, line: OutcomeLine, status: ActionStatus, owners: Owners) -> None:
        """Ask below a line what an outcome has to say."""

    def ask_why(self, line: OutcomeLine | None) -> None:
        """Ask for what stopped an action, or what is in the person's way, with one key."""

    def ask_details(self, line: UUID | None, about: BarrierChoice, text: str) -> None:
        """Ask what exactly is in the way."""

    def refuse(self, sentence: str, name: str) -> bool:
        """Say what is wrong below what is asked; gives whether anything is."""

    def say(self, sentence: str) -> None:
        """Say something below the row."""

    def keep_words(self, line: UUID, status: ActionStatus | None, words: str) -> None:
        """Have the words at hand that were being typed when the program ended."""

    def go_on(self, to: UUID | None) -> None:
        """Put the keys on the next line; nothing leaves them where they are."""

    def go_back(self, to: UUID) -> None:
        """Stand on a line again; what was being typed at another is kept."""


class OutcomesPresenter:
    """The open actions of the open item."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._lines: tuple[OutcomeLine, ...] = ()
        self._shown: tuple[OutcomeLine, ...] = ()  # without names while they are hidden
        self._named: UUID | None = None  # the barrier whose details are asked for
        self._owed: tuple[UUID, str] | None = None  # details of a barrier not read yet
        self._kept = Kept(room.jobs, "live.outcome")
        self._kept_of: UUID | None = None
        room.between.when_hiding(view.show_none)
        room.when_undone(self._stand_again)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show who has come or gone meanwhile."""
        self._show()

    def show_item(self, item: LiveItem | None) -> None:
        """Show the open actions of an item."""
        if item is None:
            self._view.show_none()  # what was typed of a barrier is kept now
            self._lines = self._shown = ()
            self._owed, self._kept_of = None, None
            return
        self._show()
        self._pay()
        if self._kept_of != item.record.entry.id:
            self._kept_of = item.record.entry.id
            self._kept.look(self._kept_of, self._take_up)

    def keep(self, key: UUID | None, status: ActionStatus | None, words: str) -> None:
        """Keep what is typed so far, so that a crash loses at most the last second of it."""
        of = key or self._named
        if not words.strip() or of is None:
            self._kept.typed(line="", status="", words="")
        else:
            self._kept.typed(line=of.hex, status=status.value if status else "", words=words)

    def settle(self, key: UUID, status: ActionStatus, *, asks: bool = False) -> None:
        """Say what became of an action: at once, or after asking for what that has to say.

        Args:
            key: The line.
            status: What became of it.
            asks: Ask even where nothing needs to be said.
        """
        line = self._line(key)
        if line is None or not self._may_write:
            return
        if line.action is None:
            self._view.say(_("This is a barrier: E is for escalating it, D for saying more."))
        elif status not in line.can_become:
            self._view.say(_not_now(line.action, status))
        elif status is ActionStatus.COULD_NOT:
            self._view.ask_why(line)
        elif status in _AT_ONCE and not asks:
            self.give(key, status, {})
        else:
            self._view.ask(line, status, self._owners(line))

    def give(self, key: UUID, status: ActionStatus, said: Mapping[str, Any]) -> None:
        """Say an outcome with what was asked for it."""
        line = self._line(key)
        if line is None or line.action is None:
            return
        told = _("{number}: {status}", number=line.action.number, status=label(status))
        act = self._act(line.action, status, said)
        self._room.do(
            self._kept.ended_by(act) if said else act,
            told,
            then=self._going_on(key),
            refused=self._refused,
            once=key,
            of=self._room.open_id,
        )

    def name_barrier(self, key: UUID | None, about: BarrierChoice) -> None:
        """Say what stopped an action, or what is in the person's way; details may follow."""
        line = self._line(key) if key is not None else None
        if line is not None and line.action is not None:
            outcome = Outcome(
                ActionStatus.COULD_NOT, barrier=about.category, barrier_own=about.own
            )
            act = self._outcome(line.action, outcome)
            told = _("{number}: {status}", number=line.action.number, status=label(outcome.status))
            self._room.do(
                act,
                told,
                then=lambda _result: self._view.ask_details(key, about, ""),
                refused=self._refused,
                once=key,
                of=self._room.open_id,
            )
        elif key is None:
            self._identify(about)

    def begin_barrier(self) -> None:
        """Begin a barrier about the person: the next key says which."""
        entry = self._room.item.record.entry if self._room.item is not None else None
        if not self._may_write or entry is None:
            return
        if entry.person is None:
            self._view.say(_("A barrier is in somebody's way: this item is about nobody."))
            return
        self._view.ask_why(None)

    def say_more(self, key: UUID) -> None:
        """Ask what exactly is in the way."""
        line = self._line(key)
        if line is None or line.stopped_by is None or not self._may_write:
            self._view.say(_("Nothing is in the way of this one."))
            return
        about, text = named_by(line)
        if text and not self._room.may_see():
            return
        self._named = None
        self._view.ask_details(key, about, text)

    def describe(self, key: UUID | None, text: str) -> None:
        """Keep what exactly is in the way; nothing typed leaves it for later."""
        if not text.strip():
            self._view.go_on(next_waiting(self._shown, key) if key else self._named)
        elif key is None and self._named is not None:
            self._describe(self._named, _FIRST, text, None)
        elif key is not None:
            line = self._line(key)
            if line is None or line.stopped_by is None:
                self._owed = (key, text)
                self._view.go_on(next_waiting(self._shown, key))
            else:
                self._describe(line.stopped_by[0], line.stopped_by[1], text, key)

    def escalate(self, key: UUID) -> None:
        """Ask whom to ask about a barrier, for what, and by when."""
        line = self._line(key)
        stopped = line.stopped_by if line is not None else None
        if not self._may_write:
            return
        if stopped is None:
            self._view.say(_("Say first what stopped it: 4, could not be done."))
        elif stopped[2] is BarrierStatus.ESCALATED:
            self._view.say(_("It is to be escalated already. Ctrl+Z takes a slip back."))
        elif line is not None:
            self._room.between.marked = Marked(stopped[0], *stuck_by(line))
            self._room.between.ask("live.escalation")

    @property
    def _may_write(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and meeting.may_run and meeting.header.row.status in UNDER_WAY

    def _show(self) -> None:
        item, meeting, shown = self._room.item, self._room.meeting, self._room.item_shown
        if item is None or meeting is None or shown is None:
            return
        hidden = self._room.names_hidden
        self._shown = lines_of(shown, meeting, hidden=hidden)
        self._lines = lines_of(item, meeting) if hidden else self._shown
        self._view.show_lines(self._shown, item.more_actions, may_write=self._may_write)

    def _line(self, key: UUID) -> OutcomeLine | None:
        return next((one for one in self._lines if one.id == key), None)

    def _owners(self, line: OutcomeLine) -> Owners:
        around = self._room.around
        if around is None or line.action is None:
            return ()
        return tuple(
            (f"{one.name}, {one.agency}", one.id)
            for one in around.professionals
            if is_in_post(one.left_on, around.today)
            and one.id != line.action.owner.id
            and self._kept_from(line).isdisjoint({one.id, one.agency_id})
        )

    def _kept_from(self, line: OutcomeLine) -> frozenset[UUID]:
        entry = self._room.item.record.entry if self._room.item is not None else None
        person = entry.person if entry is not None else None
        return line.kept_from | (person.not_told if person is not None else frozenset())

    def _take_up(self, texts: Mapping[str, str]) -> None:
        """Go on where the words were when the program ended; the same line is asked for again."""
        line = self._line(UUID(hex=texts["line"])) if texts.get("line") else None
        if line is None or not self._may_write:
            return
        status = ActionStatus(texts["status"]) if texts["status"] else None
        self._view.keep_words(line.id, status, texts["words"])
        if self._room.field != FIELD_HERE:
            return  # the keys are elsewhere: the words are there when the line is asked for
        if status is not None:
            self._view.ask(line, status, self._owners(line))
        elif line.stopped_by is not None:
            self._view.ask_details(line.id, named_by(line)[0], texts["words"])

    def _identify(self, about: BarrierChoice) -> None:
        item = self._room.item
        person = item.record.entry.person if item is not None else None
        if person is None:
            return

        def begun(barrier: UUID) -> None:
            self._named = barrier
            self._view.ask_details(None, about, "")

        new = NewBarrier(about.category, person_id=person.id, own_category=about.own)
        act = partial(identify_barrier, new=new)
        self._room.do(
            act,
            category_words(about.category, about.words),
            then=begun,
            refused=self._refused,
            once=person.id,
            of=self._room.open_id,
        )

    def _describe(self, barrier: UUID, seen: int, text: str, key: UUID | None) -> None:
        act = describing(barrier, seen, text)
        self._room.do(
            self._kept.ended_by(act),
            _("What is in the way"),
            then=self._going_on(key, barrier),
            refused=self._refused,
            once=barrier,
            of=self._room.open_id,
        )

    def _stand_again(self, about: object) -> None:
        """Stand on the line of what was taken back: the next key is meant for it."""
        if isinstance(about, UUID) and self._line(about) is not None:
            self._view.go_back(about)

    def _going_on(self, key: UUID | None, barrier: UUID | None = None) -> Callable[[object], None]:
        """Give what follows an act: on to the next line, unless the room has gone on already.

        From what is in the person's way there is no next: its own line is where E escalates it.
        """
        item = self._room.open_id

        def go_on(_result: object) -> None:
            if self._room.open_id == item:
                self._view.go_on(barrier if key is None else next_waiting(self._shown, key))

        return go_on

    def _pay(self) -> None:
        """Keep details that were typed before their barrier had been read."""
        if self._owed is None:
            return
        key, text = self._owed
        line = self._line(key)
        if line is not None and line.stopped_by is not None:
            self._owed = None
            barrier, seen = line.stopped_by[:2]
            act = describing(barrier, seen, text)
            self._room.do(act, _("What is in the way"), of=self._room.open_id)

    def _act(
        self, row: ActionRow, status: ActionStatus, said: Mapping[str, Any]
    ) -> Callable[[Desk], Done[Any]]:
        words = str(said.get("why", "")).strip() or _(USUAL.get(status, ""))
        at = Occasion(meeting_id=self._room.id)
        if status is row.status:
            words = words if said.get("why") else _(STILL[status])
            return partial(report_action, action_id=row.id, text=words, occasion=at)
        if status is ActionStatus.OPEN:
            return partial(
                reopen_action, action_id=row.id, seen=row.revision, reason=words, occasion=at
            )
        if status is ActionStatus.TRANSFERRED:
            return partial(_pass_on, row=row, to=said.get("one"), why=words, meeting=self._room.id)
        is_waiting = status is ActionStatus.WAITING
        outcome = Outcome(
            status,
            note="" if is_waiting else words,
            done_on=said.get("day", self._done_on(row)) if status is ActionStatus.DONE else None,
            waiting_on=words if is_waiting else "",
        )
        return self._outcome(row, outcome)

    def _outcome(self, row: ActionRow, outcome: Outcome) -> Callable[[Desk], Done[int]]:
        at = Occasion(meeting_id=self._room.id)
        return partial(
            set_outcome, action_id=row.id, outcome=outcome, seen=row.revision, occasion=at
        )

    def _done_on(self, row: ActionRow) -> object:
        """Give the day of the meeting: done by then; also when its minutes are put right later."""
        meeting, around = self._room.meeting, self._room.around
        if meeting is None or around is None:
            return None
        return min(around.today, max(row.set_on, meeting.header.row.on))

    def _refused(self, error: Exception) -> bool:
        said = objection_of(error, _FIELDS)
        return said is not None and self._view.refuse(said.sentence, said.at)


def _pass_on(desk: Desk, row: ActionRow, to: UUID | None, why: str, meeting: UUID) -> Done[UUID]:
    if to is None:
        raise InvalidFieldsError({"owner_id": "required"})
    new = TakenOver(to, why)
    return pass_on_at_meeting(desk, row.id, new, seen=row.revision, meeting_id=meeting)


def _not_now(row: ActionRow, status: ActionStatus) -> str:
    if row.is_open:
        return _(
            "It is {now}: it cannot become {wanted}.", now=label(row.status), wanted=label(status)
        )
    return _(
        "{now} was said of it. Ctrl+Z takes that back; 6 and then 0 opens it again.",
        now=label(row.status),
    )
