"""Joining the view and the presenter of a plan."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from coordinator.domain.outcomes import Changes
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.autosave import Autosave
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.plan.presenter import PlanPresenter, save_with, saving
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.money_presenting import MoneyPresenter


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: Whose plan.
    """
    view = PlanPage()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    autosave = Autosave(lanes, view, notify, saving, do=partial(save_with, asking))
    presenter = PlanPresenter(lanes, view, asking, autosave, notify, go, person)
    view.wished.connect(presenter.do)
    view.typed.connect(autosave.typed)
    view.left.connect(autosave.leave)
    view.let_go_asked.connect(autosave.let_go)
    view.mine_asked.connect(autosave.keep_mine)
    view.theirs_asked.connect(autosave.take_theirs)
    money = MoneyPresenter(lanes, view.money, asking, person)
    view.money.join(money)
    presenter.load()
    money.load()

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        money.look_again(changes)

    return Screen(view, (presenter, money), look_again, first=view, try_again=autosave.try_again)
