"""The requests for money of whom the open item is about. No Qt."""

from typing import Protocol
from uuid import UUID

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.money.views import NO_MONEY, LineRow, MoneyHere
from coordinator.ui.screens.live_meeting.money.flows import FIELD, DecideMoneyFlow, MoneyAround
from coordinator.ui.screens.live_meeting.questions import Runner
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.translation import _

FORM = "live.money"


class View(QuestionView, Protocol):
    """What the presenter asks of the widgets."""

    def show_money(self, money: MoneyHere, *, may_decide: bool) -> None:
        """Show the requests; without any no room is left."""


class MoneyHerePresenter:
    """Shows what waits, and asks what is said to it."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._came_from = room.field
        room.between.when_hiding(self._hide)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Nothing of its own: it is about the item."""

    def show_item(self, item: LiveItem | None) -> None:
        """Show what waits, and what was decided here."""
        if item is None:
            self.runner.end()
            self._view.show_money(NO_MONEY, may_decide=False)
            return
        if self._texts.record != item.record.entry.id:
            self.runner.end()
            self._texts.go_to(item.record.entry.id, self.runner.take_up)
        self._view.show_money(item.money, may_decide=self._may_decide)
        self._go_back_to_question()

    def decide(self, key: UUID | None = None) -> None:
        """Ask what is said to a request; without one named, to the one that has waited longest."""
        line, meeting = self._line(key), self._room.meeting
        if line is None or meeting is None:
            self._room.ways.toast(_("No request for money waits here."), None)
        elif not self._may_decide:
            self._room.ways.toast(_("Nothing is decided here now."), None)
        elif self._room.may_see():
            self.runner.begin(DecideMoneyFlow(line, self._around(line, meeting)))

    @property
    def _may_decide(self) -> bool:
        meeting, item = self._room.meeting, self._room.item
        if meeting is None or item is None or item.died_on is not None:
            return False
        return meeting.may_decide and meeting.header.row.status in UNDER_WAY

    def _around(self, line: LineRow, meeting: LiveMeeting) -> MoneyAround:
        money = self._room.item.money if self._room.item is not None else NO_MONEY
        others = tuple((name, who) for who, name in money.chairs if who != line.asked_by_id)
        asks_who = line.asked_by_id == meeting.header.chair_id
        return MoneyAround(self._room.id, others, asks_who=asks_who)

    def _line(self, key: UUID | None) -> LineRow | None:
        money = self._room.item.money if self._room.item is not None else NO_MONEY
        if key is None:
            return next(iter(money.waiting), None)
        return next((one for one in money.lines if one.id == key), None)

    def _go_back_to_question(self) -> None:
        """Ask again, once, about the request that was asked about when the program ended."""
        place, self._came_from = self._came_from.removeprefix("live."), ""
        form, _dot, key = place.rpartition(".")
        if form.startswith(f"{FIELD}."):
            self.decide(UUID(hex=key))

    def _hide(self) -> None:
        self._texts.keep()
        self.runner.end()
        self._view.show_money(NO_MONEY, may_decide=False)
