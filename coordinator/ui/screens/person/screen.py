"""Joining the view and the presenter of one person's page."""

from collections.abc import Callable
from uuid import UUID

from coordinator.domain.outcomes import Changes
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.person.demand.presenter import DemandPresenter
from coordinator.ui.screens.person.keeping.presenter import KeepingPresenter
from coordinator.ui.screens.person.learning.presenter import LearntPresenter
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.view import PersonView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import keeping_copies
from coordinator.ui.shared.money_presenting import MoneyPresenter
from coordinator.ui.shared.precedents import PrecedentHint


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: Who it is about.
    """
    view = PersonView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    view.sheets.tell_typed(PrecedentHint(lanes, view.sheets.tell).typed)
    presenter = PersonPresenter(lanes, view, asking, notify, go, person)
    keeping = KeepingPresenter(lanes, view.keeping, asking, person)
    view.keeping.wished.connect(keeping.do)
    demand = _demand(view, lanes, asking, person)
    money = MoneyPresenter(lanes, view.money, asking, person)
    view.money.join(money)
    learnt = _learnt(view, lanes, asking, go, person)
    view.wished.connect(presenter.do)
    view.text_taken.connect(keeping_copies(jobs, person))
    view.more_asked.connect(presenter.load_more)
    view.contacts_asked.connect(presenter.load_contacts)
    presenter.load()
    keeping.load()
    demand.load()
    learnt.load()
    money.load()

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        keeping.look_again(changes)
        demand.look_again(changes)
        learnt.look_again(changes)
        money.look_again(changes)

    return Screen(
        view,
        (presenter, keeping, demand, learnt, money),
        look_again,
        first=view.sheet,
        actions=view.deeds.actions_here,
    )


def _demand(view: PersonView, jobs: Jobs, asking: Asking, person: UUID) -> DemandPresenter:
    demand = DemandPresenter(jobs, view.demand, asking, person)
    view.demand.noted.connect(demand.note)
    view.demand.changed.connect(demand.change)
    view.demand.ended.connect(demand.take_back)
    view.demand.window_chosen.connect(demand.choose)
    return demand


def _learnt(
    view: PersonView, jobs: Jobs, asking: Asking, go: Callable[[Place], None], person: UUID
) -> LearntPresenter:
    learnt = LearntPresenter(jobs, view.learnt, asking, go, person)
    view.learnt.note_asked.connect(learnt.write)
    view.learnt.notes_asked.connect(learnt.open_notes)
    view.learnt.part_asked.connect(learnt.open_part)
    view.learnt.off_asked.connect(learnt.take_off)
    return learnt
