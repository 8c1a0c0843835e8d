"""Joining the view and the presenter of the packs of a meeting."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.packs.presenter import PacksPresenter
from coordinator.ui.screens.packs.view import PacksView
from coordinator.ui.shared.asking import Asking


def build(
    jobs: Jobs,
    toast: Callable[[str, Callable[[], object] | None], None],
    meeting: UUID,
) -> Screen:
    """Give the screen, joined up and loading."""
    view = PacksView()
    presenter = PacksPresenter(jobs, view, Asking(jobs, view.sheets), toast, meeting)
    view.folder_chosen.connect(presenter.ask_make)
    view.passwords_asked.connect(presenter.tell_passwords)
    view.variant_chosen.connect(presenter.choose_variant)
    view.held_back.connect(presenter.hold_back)
    view.observer_asked.connect(presenter.ask_observer)
    view.current.taken_back.connect(presenter.take_back)
    view.current.told.connect(presenter.passwords.note_told)
    view.current.replacing.connect(presenter.passwords.replace)
    view.destroyed.connect(lambda: presenter.leave())  # noqa: PLW0108 - `destroyed` hands over what went
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
