"""Joining the view and the presenter of who holds tonight."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.tonight.presenter import TonightPresenter
from coordinator.ui.screens.tonight.view import TonightView
from coordinator.ui.shared.asking import Asking
from coordinator.wording.translation import _


def build(jobs: Jobs, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
    """
    view = TonightView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = TonightPresenter(lanes, view, Asking(lanes, view.sheets), go)
    view.opened.connect(presenter.open)
    view.wished.connect(presenter.do)
    view.paper_asked.connect(presenter.open_paper)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table, actions=(_print(view),))


def _print(view: TonightView) -> QAction:
    action = QAction(_("Who holds tonight on paper"), view)
    action.setShortcut(QKeySequence(Key.PRINT))
    action.triggered.connect(view.paper.click)
    view.addAction(action)
    return action
