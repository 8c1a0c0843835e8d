"""Joining the view and the presenter of Actions."""

from collections.abc import Callable
from functools import partial

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import (
    ActionsPlace,
    DisagreementsPlace,
    ImportPlace,
    Place,
    ReturnsPlace,
)
from coordinator.ui.screens.actions.presenter import ActionsPresenter, Around
from coordinator.ui.screens.actions.sending import Sending, write_copies
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import keeping_copies
from coordinator.ui.shared.precedents import PrecedentHint


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    place: ActionsPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        go: Opens another place.
        moved: Is told when this place itself changed, such as by a filter.
        toast: Says what was done, with a way back when there is one.
        place: What the list is narrowed to.
    """
    view = ActionsView()
    lanes = JobsWhileOpen(view, jobs)
    view.sheets.tell_typed(PrecedentHint(lanes, view.sheets.tell, "barrier").typed)
    presenter = ActionsPresenter(
        lanes,
        view,
        Asking(lanes, view.sheets),
        Sending(jobs, toast),  # sheets that were asked for are written, whoever leaves the page
        Around(go, moved, toast),
        place,
    )
    view.agency_chosen.connect(lambda one: presenter.narrow(agency_id=one, owner_id=None))
    view.owner_chosen.connect(lambda one: presenter.narrow(owner_id=one))
    view.due_chosen.connect(lambda by: presenter.narrow_due(by, view.today))
    view.closed_asked.connect(lambda on: presenter.narrow(open_only=not on))
    view.ownerless_asked.connect(lambda on: presenter.show_instead(without_owner=on))
    view.wishes_asked.connect(lambda on: presenter.show_instead(wishes=on))
    view.wish_deed_asked.connect(presenter.wishes.do)
    view.all_asked.connect(presenter.show_all)
    view.everybody_asked.connect(lambda: presenter.narrow(person_id=None))
    view.import_asked.connect(lambda: go(ImportPlace("actions")))
    view.more_asked.connect(presenter.load_more)
    view.looked_at.connect(presenter.look_at)
    view.settled.connect(presenter.settle)
    view.date_asked.connect(presenter.ask_date)
    view.person_asked.connect(presenter.open_person)
    view.escalate_asked.connect(presenter.escalate)
    view.chases_asked.connect(presenter.write_chases)
    view.copy_asked.connect(partial(write_copies, lanes, view.show_copies))
    view.choice_asked.connect(lambda row: go(DisagreementsPlace(row.person_id)))
    view.tracker_asked.connect(presenter.open_tracker)
    view.returns_asked.connect(lambda: go(ReturnsPlace()))
    view.told.connect(lambda words: toast(words, None))
    view.text_taken.connect(keeping_copies(jobs))
    view.sheets_asked.connect(presenter.ask_sheets)
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view,
        actions=view.current.actions_here,
    )
