"""Joining the view and the presenter of one escalation."""

from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.screens.escalation.presenter import EscalationPresenter, Ways
from coordinator.ui.screens.escalation.view import EscalationView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import keeping_copies

__all__ = ["Ways", "build"]


def build(jobs: Jobs, ways: Ways, escalation: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        ways: Where it leads and whom it tells.
        escalation: Which.
    """
    view = EscalationView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = EscalationPresenter(lanes, view, Asking(lanes, view.sheets), ways, escalation)
    view.deed_asked.connect(presenter.do)
    view.link_asked.connect(presenter.go_to)
    view.text_taken.connect(keeping_copies(lanes))
    view.told.connect(lambda words: ways.toast(words, None))
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.sheet,
        actions=view.deeds.actions_here,
    )
