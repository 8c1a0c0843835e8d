"""What was agreed today: to be read out, put right, or taken out again. No Qt."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.actions.barriers import work_on_barrier
from coordinator.casework.meetings.agreed_today import (
    agree_anew,
    take_out_action,
    take_out_decision,
)
from coordinator.casework.meetings.decisions import Decided, change_decision
from coordinator.casework.meetings.discussions import set_next_review
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.spoken.few import for_few
from coordinator.domain.states import ItemStatus
from coordinator.papers.copies import read_copies_of_meeting
from coordinator.ui.screens.live_meeting.agreed.lines import AgreedLine, What, lines_of
from coordinator.ui.screens.live_meeting.agreed.putting_right import FIELDS, Owners, PutRightFlow
from coordinator.ui.screens.live_meeting.few import describing
from coordinator.ui.screens.live_meeting.outcomes.lines import in_the_room
from coordinator.ui.screens.live_meeting.questions import Runner, objection_of
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Act, Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import as_texts
from coordinator.wording.translation import _

FORM = "live.agreed"


class View(QuestionView, Protocol):
    """What the presenter asks of the widgets."""

    def show_lines(self, lines: Sequence[AgreedLine], *, may_write: bool) -> None:
        """Show the lines."""

    def show_none(self) -> None:
        """Show nothing: another item is being opened."""

    def go_to(self, line: UUID) -> None:
        """Put the keys on a line, below which something is to be asked."""

    def say(self, sentence: str) -> None:
        """Say something below the line under the keys."""

    def show_copies(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""


class AgreedPresenter:
    """What was agreed on the open item."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._lines: tuple[AgreedLine, ...] = ()
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        room.between.when_hiding(self._hide)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show who has come or gone meanwhile: they hear of it in the room, or are to be told."""
        self._show()

    def show_item(self, item: LiveItem | None) -> None:
        """Show what was agreed on an item."""
        meeting = self._room.meeting
        if item is None or meeting is None:
            self._lines = ()
            self.stop_asking()
            self._view.show_none()
            return
        self._show()
        if self._texts.record != item.record.entry.id:
            self.stop_asking()
            self._texts.go_to(item.record.entry.id, self.runner.take_up)
            self._go_back_to_question()

    def change(self, key: UUID) -> None:
        """Ask how a line should read."""
        line = self._line(key)
        if line is None or not line.can_change or not self._may_write:
            return
        if line.what is What.REVIEW or self._room.may_see():
            self._view.go_to(key)
            seen = self._seen(line)
            self.runner.begin(PutRightFlow(line, self._owners(), seen, self._act))

    def copy(self) -> None:
        """Write what was agreed on the item, for agencies' own systems."""
        if self._room.open_id is None or not self._room.may_see():
            return
        read = partial(
            read_copies_of_meeting, meeting_id=self._room.id, item_id=self._room.open_id
        )
        show = self._view.show_copies
        self._room.jobs.query(read, lambda found: show(as_texts(found)), replaces="live copies")

    def stop_asking(self) -> None:
        """Ask no more: the keys have gone elsewhere; what was typed stays kept."""
        self._texts.keep()
        self.runner.end()

    def _hide(self) -> None:
        self.stop_asking()
        self._view.show_none()

    def take_out(self, key: UUID) -> None:
        """Take a line out: it was not agreed after all."""
        line = self._line(key)
        if line is None or not line.can_go or not self._may_write:
            return
        act, told = _taking_out(line)
        self._room.do(act, told, refused=self._refused, once=key, of=self._room.open_id)

    @property
    def _may_write(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and meeting.may_run and meeting.header.row.status in UNDER_WAY

    def _show(self) -> None:
        item, shown, meeting = self._room.item, self._room.item_shown, self._room.meeting
        if item is None or shown is None or meeting is None:
            return
        here = in_the_room(meeting)
        self._lines = lines_of(item, here)
        asks = self.runner.flow
        if isinstance(asks, PutRightFlow) and self._line(asks.key) is None:
            self.stop_asking()
        self._view.show_lines(lines_of(shown, here), may_write=self._may_write)

    def _line(self, key: UUID) -> AgreedLine | None:
        return next((one for one in self._lines if one.id == key), None)

    def _owners(self) -> Owners:
        """Give who can own an action about the person: in post, and may be told."""
        around, item = self._room.around, self._room.item
        if around is None or item is None:
            return ()
        person = item.record.entry.person
        return tuple(
            (f"{one.name}, {one.agency}", one.id)
            for one in around.professionals
            if is_in_post(one.left_on, around.today)
            and (person is None or person.may_be_told(one.id, one.agency_id))
        )

    def _go_back_to_question(self) -> None:
        """Ask again where the keys were when the program ended."""
        key = PutRightFlow.key_in(self._room.field.removeprefix("live."))
        if key is not None:
            self.change(key)

    def _seen(self, line: AgreedLine) -> int:
        if isinstance(line.behind, ActionRow | DecisionRow | BarrierRow):
            return line.behind.revision
        return self._room.item.record.entry.revision if self._room.item is not None else 0

    def _act(self, line: AgreedLine, seen: int, said: Mapping[str, Any]) -> Act | None:
        """Give the act that writes what was put right, and nothing that others wrote meanwhile."""
        match line.behind:
            case ActionRow() as was:
                fields = _differences(was, said)
                if not fields:
                    return None
                return partial(agree_anew, action_id=was.id, seen=seen, **fields)
            case DecisionRow() as made:
                decided = self._decided(made, said)
                return partial(change_decision, decision_id=made.id, seen=seen, decided=decided)
            case BarrierRow() as barrier:
                return describing(barrier.id, seen, str(said["text"]))
            case date():
                return partial(set_next_review, item_id=line.id, seen=seen, on=said["day"])
        return None

    def _decided(self, was: DecisionRow, said: Mapping[str, Any]) -> Decided:
        line = self._line(was.id)
        now = line.behind if line is not None and isinstance(line.behind, DecisionRow) else was
        around = self._room.around
        agencies = around.agencies if around is not None else ()
        few, reason = for_few(str(said["text"])), str(said["why"]).strip()
        text = few.text.strip()
        return Decided(
            text=text if text != was.text else now.text,
            reason=reason if reason != was.reason else now.reason,
            how=now.how,
            authority=now.authority,
            dissent_asked=now.dissent_asked,
            dissent_agencies=tuple(one.id for one in agencies if one.name in now.dissent_agencies),
            dissent=now.dissent,
            sensitivity=few.sensitivity,
        )

    def _refused(self, error: Exception) -> bool:
        said = objection_of(error, FIELDS)
        if said is not None:
            self._view.say(said.sentence)
        return said is not None


def _differences(was: ActionRow, said: Mapping[str, Any]) -> dict[str, Any]:
    """Give only what was wrong."""
    fields: dict[str, Any] = {}
    few = for_few(str(said["text"]))
    if few.text.strip() != was.text:
        fields["text"] = few.text
    if few.is_marked:
        fields["sensitivity"] = few.sensitivity
    if said["one"] != was.owner.id:
        fields["owner_id"] = said["one"]
    if said["day"] != was.due_on:
        fields["due_on"] = said["day"]
    return fields


def _taking_out(line: AgreedLine) -> tuple[Act, str]:
    behind = line.behind
    if isinstance(behind, DecisionRow):
        act: Act = partial(take_out_decision, decision_id=behind.id, seen=behind.revision)
        return act, _("The decision is taken out")
    if isinstance(behind, BarrierRow):
        act = partial(work_on_barrier, barrier_id=behind.id, seen=behind.revision)
        return act, _("Not to be escalated")
    seen = behind.revision if isinstance(behind, ActionRow) else 0
    return (
        partial(take_out_action, action_id=line.id, seen=seen),
        _("The action is taken out"),
    )


class SoFar(Protocol):
    """Where the items that are done with are shown."""

    def show_done(self, lines: Sequence[LiveLine], *, hidden: bool) -> None:
        """Show them, newest first; without names when they are hidden."""


class SoFarPresenter:
    """Which items are done with, newest first as far as this screen has seen it."""

    def __init__(self, room: Room, view: SoFar) -> None:
        self._room, self._view = room, view
        self._order: list[UUID] = []

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Put what is done with since before what was done with already."""
        done = [one for one in meeting.lines if one.entry.status is not ItemStatus.PLANNED]
        lines = {one.entry.id: one for one in done}
        stood = [key for key in self._order if key in lines]
        self._order = [key for key in reversed(lines) if key not in stood] + stood
        self._view.show_done([lines[key] for key in self._order], hidden=self._room.names_hidden)

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""
