"""Joining the view and the presenter of Outreach today."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import OutreachPlace, Place
from coordinator.ui.screens.outreach.presenter import OutreachPresenter
from coordinator.ui.screens.outreach.view import OutreachView
from coordinator.ui.shared.asking import Asking
from coordinator.wording.translation import _


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    place: OutreachPlace,
) -> Screen:
    """Give the screen, joined up and reading its day."""
    view = OutreachView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = OutreachPresenter(lanes, view, Asking(lanes, view.sheets), go, moved)
    presenter.toast = toast
    for signal, slot in (
        (view.chosen, presenter.choose),
        (view.went, presenter.go_by),
        (view.make_asked, presenter.make),
        (view.save_asked, presenter.save),
        (view.said, presenter.say),
        (view.typed, presenter.write),
        (view.contact_asked, presenter.deeds.ask_contact),
        (view.put_on_asked, presenter.deeds.ask_put_on),
        (view.paper_asked, presenter.open_paper),
        (view.worker_asked, presenter.deeds.ask_worker),
        (view.where_asked, presenter.deeds.ask_where),
        (view.off_asked, presenter.deeds.take_off),
        (view.moved, presenter.deeds.move),
        (view.person_asked, presenter.open_person),
    ):
        signal.connect(slot)
    presenter.open_at(place)
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.first,
        actions=(_save(view), *view.current.actions_here),
    )


def _save(view: OutreachView) -> QAction:
    action = QAction(_("Keep all contacts of the sheet"), view)
    action.setShortcut(QKeySequence(Key.SAVE))
    action.triggered.connect(view.save_now)
    view.addAction(action)
    return action
