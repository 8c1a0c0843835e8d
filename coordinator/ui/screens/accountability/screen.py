"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import AccountabilityPlace, Place
from coordinator.ui.screens.accountability.presenter import AccountabilityPresenter, about_to_raise
from coordinator.ui.screens.accountability.view import AccountabilityView, Part
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.escalating import Escalator, Ways


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    place: AccountabilityPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        go: Opens another place.
        moved: Is told when this place itself changed: another period.
        toast: Says what was done.
        place: Which period.
    """
    view = AccountabilityView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = AccountabilityPresenter(lanes, view, asking, (go, moved), place)
    view.span_chosen.connect(presenter.choose)
    view.action_asked.connect(presenter.open_action)
    ways = Ways(go, toast=lambda told: toast(told, None))
    escalator = Escalator(lanes, asking, ways)
    view.raise_asked.connect(lambda one: escalator.begin(about_to_raise(*one)))
    view.agency_asked.connect(presenter.open_agency)
    view.paper_asked.connect(presenter.make_paper)
    view.came_back.connect(presenter.come_back)
    if place.to_raise:
        view.show_part(Part.PROPOSED)
    presenter.load()
    return Screen(view, (presenter, escalator), presenter.look_again, first=view.table)
