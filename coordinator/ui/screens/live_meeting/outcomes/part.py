"""Joining the open actions to the room."""

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.outcomes.precedent import Precedent
from coordinator.ui.screens.live_meeting.outcomes.presenter import OutcomesPresenter
from coordinator.ui.screens.live_meeting.outcomes.view import OutcomesPart
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = OutcomesPart()
    presenter = OutcomesPresenter(room, view)
    view.settled.connect(lambda key, status, asks: presenter.settle(key, status, asks=asks))
    view.given.connect(presenter.give)
    view.barrier_asked.connect(presenter.begin_barrier)
    view.named.connect(presenter.name_barrier)
    view.described.connect(presenter.describe)
    view.more_asked.connect(presenter.say_more)
    precedent = Precedent(room.jobs, view.tell)
    view.details_begun.connect(precedent.look)
    view.escalated.connect(presenter.escalate)
    view.typed.connect(presenter.keep)
    room.add(_Today(view))
    room.add(presenter)
    view.setProperty("precedent", precedent)  # a signal holds a bound method weakly
    return Joined(view, presenter, view.actions_here, keys=view.keys_here)


class _Today:
    """Tells the view the day, and what may be in the way, before anything is shown."""

    def __init__(self, view: OutcomesPart) -> None:
        self._view = view

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Note them."""
        self._view.today = around.today
        self._view.panel.offer_barriers(around.barriers)

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""
