"""Joining the view and the presenter of Papers."""

from collections.abc import Callable

from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import PapersPlace, Place
from coordinator.ui.screens.papers.presenter import PapersPresenter
from coordinator.ui.screens.papers.view import PapersView


def build(
    jobs: Jobs,
    moved: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    place: PapersPlace,
) -> Screen:
    """Give the screen, joined up and making the paper of its place."""
    view = PapersView()
    presenter = PapersPresenter(jobs, view, moved, toast, place)
    view.chosen.connect(presenter.choose)
    view.made_again.connect(presenter.make)
    view.folder_chosen.connect(presenter.ask_save)
    view.save_given.connect(presenter.save)
    view.destroyed.connect(lambda: presenter.leave())  # noqa: PLW0108 - `destroyed` hands over what went
    presenter.load()
    return Screen(view, presenter, first=view.preview)
