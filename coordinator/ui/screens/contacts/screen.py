"""Joining the view and the presenter of contacts and words."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.away import ContactsPlace
from coordinator.ui.screens.contacts.presenter import ContactsPresenter
from coordinator.ui.screens.contacts.view import ContactsView
from coordinator.ui.shared.asking import Asking

Toast = Callable[[str, Callable[[], object] | None], None]


def build(jobs: Jobs, notify: Notify, toast: Toast, place: ContactsPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        toast: Says what was done.
        place: Perhaps a card to be brought in at once.
    """
    view = ContactsView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ContactsPresenter(lanes, view, Asking(lanes, view.sheets), notify, toast)
    view.deed_asked.connect(presenter.do)
    view.chosen.connect(presenter.choose)
    view.card_saved.connect(presenter.save_card)
    view.card_brought.connect(presenter.bring_in)
    presenter.begin(place.file)
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
