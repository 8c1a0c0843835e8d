"""Joining the view and the presenter of the requests for information."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place, RequestsPlace
from coordinator.ui.screens.requests.presenter import RequestsPresenter, Telling, Toast
from coordinator.ui.screens.requests.view import RequestsView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import keeping_copies


def build(
    jobs: Jobs,
    notify: Notify,
    moved: Callable[[Place], None],
    toast: Toast,
    place: RequestsPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        notify: Shows a notice until it is dismissed.
        moved: Is told once a sheet that came back has said which meeting it is for.
        toast: Says what was done, with a way back when there is one.
        place: The meeting, or the sheet.
    """
    view = RequestsView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = RequestsPresenter(lanes, view, asking, Telling(notify, moved, toast), place)
    view.ask_asked.connect(presenter.ask)
    view.answered.connect(presenter.answer)
    view.reply_asked.connect(presenter.ask_reply)
    view.message_asked.connect(presenter.write_message)
    view.sheet_chosen.connect(presenter.read_sheet)
    view.note_given.connect(presenter.note)
    view.text_taken.connect(keeping_copies(lanes))
    view.told.connect(lambda words: toast(words, None))
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.agencies,
        actions=view.current.actions_here,
    )
