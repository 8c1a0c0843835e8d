"""Joining the end of the meeting to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coordinator.ui.lanes.autosave import Autosave, Slot
from coordinator.ui.screens.live_meeting.closing.afterwards import Afterwards
from coordinator.ui.screens.live_meeting.closing.check import WHY
from coordinator.ui.screens.live_meeting.closing.presenter import ClosingPresenter, saving
from coordinator.ui.screens.live_meeting.closing.steps import BACK, HOW
from coordinator.ui.screens.live_meeting.closing.view import ClosingPage
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.meeting_lines import MeetingLine
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.shared.copying import keeping_copies
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk
    from coordinator.domain.outcomes import Done


def build(room: Room) -> Joined:
    """Give the part, joined up: a button at the top, and a page in the place of the items."""
    view = ClosingPage(room.id)

    def save(
        _slot: Slot,
        act: Callable[[Desk], Done[int]],
        then: Callable[[int], None],
        refused: Callable[[Exception], bool],
    ) -> None:
        room.do(act, _("Notes of the meeting"), then=then, refused=refused)

    autosave = Autosave(room.jobs, view, room.ways.notify, saving, do=save)
    presenter = ClosingPresenter(room, view, autosave)
    after = Afterwards(room, view, autosave)
    presenter.shown_anew = after.show
    _connect_page(view, presenter, autosave)
    _connect_steps(view, presenter, after)
    kept = _keep_lines(room, view)
    view.told.connect(lambda text: room.ways.toast(text, None))
    view.text_taken.connect(keeping_copies(room.jobs))
    room.add(presenter)
    return Joined(
        view.button,
        (presenter, after, kept),
        (view.way_in,),
        try_again=autosave.try_again,
        instead=view,
    )


def _keep_lines(room: Room, view: ClosingPage) -> tuple[MeetingLine, ...]:
    """Keep what is typed in the lines that become an act with Enter."""
    check, steps = view.check, view.steps
    lines = (
        (WHY, check.why_typed, lambda said: check.have_typed(said["text"])),
        (HOW, steps.how_typed, lambda said: steps.have_typed(how=said["text"])),
        (BACK, steps.back_typed, lambda said: steps.have_typed(back=said["text"])),
    )
    kept = []
    for form, typed, take_up in lines:
        made = MeetingLine(room, form, take_up)
        typed.connect(made.keep)
        kept.append(made)
    return tuple(kept)


def _connect_page(view: ClosingPage, presenter: ClosingPresenter, autosave: Autosave) -> None:
    view.toggled.connect(presenter.toggle)
    view.check.gone_to.connect(presenter.go_to)
    view.check.settled.connect(presenter.settle)
    view.check.all_deferred.connect(presenter.defer_all)
    view.left_texts.connect(lambda: _leave_texts(view, autosave))
    view.ending.ended.connect(presenter.end)
    for field in view.slot_fields:
        field.typed.connect(autosave.typed)
        field.left.connect(autosave.leave)
        field.let_go_asked.connect(autosave.let_go)
        field.mine_asked.connect(autosave.keep_mine)
        field.theirs_asked.connect(autosave.take_theirs)


def _leave_texts(view: ClosingPage, autosave: Autosave) -> None:
    """Save what was typed up to the key that goes on, wherever the keys are."""
    for field in view.slot_fields:
        autosave.leave(field.slot, field.area.text())


def _connect_steps(view: ClosingPage, presenter: ClosingPresenter, after: Afterwards) -> None:
    does = {
        "approve": after.approve,
        "issue": after.issue,
        "draft": presenter.draft,
        "texts": after.ask_texts,
        "papers": after.open_papers,
        "correct": after.correct,
    }
    view.steps.asked.connect(lambda name: does[name]())
    view.steps.approval_given.connect(after.record)
    view.steps.taken_back.connect(after.take_back)
    view.paper.again.connect(after.make)
