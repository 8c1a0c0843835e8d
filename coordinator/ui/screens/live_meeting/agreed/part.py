"""Joining what was agreed today, and what was decided so far, to the room."""

from collections.abc import Sequence

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.states import ItemStatus
from coordinator.ui.screens.live_meeting.agreed.presenter import AgreedPresenter, SoFarPresenter
from coordinator.ui.screens.live_meeting.agreed.view import AgreedPart, SoFarPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.words import below, title
from coordinator.ui.shared.copying import keeping_copies
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_SIGNS = {
    ItemStatus.TAKEN: "circle-check",
    ItemStatus.DEFERRED: "calendar-clock",
    ItemStatus.WITHDRAWN: "x",
}


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = AgreedPart()
    presenter = AgreedPresenter(room, view)
    view.change_asked.connect(presenter.change)
    view.out_asked.connect(presenter.take_out)
    view.went_on.connect(presenter.stop_asking)
    view.copy_asked.connect(presenter.copy)
    view.text_taken.connect(keeping_copies(room.jobs))
    view.told.connect(lambda words: room.ways.toast(words, None))
    join(view.line, presenter.runner)
    view.line.settled.connect(presenter.runner.keep)
    view.line.left.connect(presenter.runner.leave)
    room.add(_Today(view))
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)


def build_so_far(room: Room) -> Joined:
    """Give what was decided so far, joined up."""
    view = SoFarPart()
    presenter = SoFarPresenter(room, _InWords(view))
    room.add(presenter)
    return Joined(view, presenter)


class _InWords:
    """Puts the items that are done with into words for the widgets."""

    def __init__(self, view: SoFarPart) -> None:
        self._view = view

    def show_done(self, lines: Sequence[LiveLine], *, hidden: bool) -> None:
        """Show them, newest first; without names when they are hidden."""
        said = [(_SIGNS[one.entry.status], _words(one, hidden=hidden)) for one in lines]
        self._view.show_words(said)


def _words(line: LiveLine, *, hidden: bool) -> str:
    came = below(line, hidden=hidden)
    if line.entry.status is not ItemStatus.TAKEN and line.status_reason and not hidden:
        came = _(
            "{status}, {why}", status=label(line.entry.status), why=line.status_reason.rstrip(".")
        )
    return _("{item}: {came}", item=title(line.entry, hidden=hidden), came=came)


class _Today:
    """Tells the view what day it is before anything is shown."""

    def __init__(self, view: AgreedPart) -> None:
        self._view = view

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Note the day."""
        self._view.today = around.today

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""
