"""Joining This week's view and presenter."""

from collections.abc import Callable

from coordinator.domain.outcomes import Changes
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.this_week.presenter import ThisWeekPresenter
from coordinator.ui.screens.this_week.raising import Raising
from coordinator.ui.screens.this_week.view import ThisWeekView
from coordinator.ui.shared.copying import keeping_copies


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    panel: str,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and ticks.
        go: Opens another place.
        toast: Says what was done, with a way back when there is one.
        panel: Its name.
    """
    view = ThisWeekView(panel)
    lanes = JobsWhileOpen(view, jobs)
    presenter = ThisWeekPresenter(lanes, view, go)
    view.checklist.ticked.connect(lambda line, on: presenter.tick(line, on=on))
    view.checklist.opened.connect(presenter.open_step)
    view.person_asked.connect(presenter.open_person)
    view.referral_asked.connect(presenter.open_referral)
    view.meeting_asked.connect(presenter.open_meeting)
    view.hold_asked.connect(presenter.hold)
    view.agency_asked.connect(presenter.open_agency)
    view.asked.connect(presenter.open)
    raising = Raising(lanes, view)
    view.came_back.connect(raising.come_back)
    view.told.connect(lambda words: toast(words, None))
    view.text_taken.connect(keeping_copies(jobs))
    presenter.load()

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        raising.look_again(changes)

    return Screen(view, presenter, look_again, first=view.sheet)  # which keeps `raising` too
