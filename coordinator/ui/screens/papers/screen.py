"""Joining the view and the presenter of Papers."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PacksPlace, PapersPlace, Place
from coordinator.ui.screens.papers.presenter import PapersPresenter, Telling
from coordinator.ui.screens.papers.view import PapersView
from coordinator.ui.shared.asking import Asking
from coordinator.wording.translation import _


def build(
    jobs: Jobs,
    moved: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    tell: Notify,
    go: Callable[[Place], None],
    place: PapersPlace,
) -> Screen:
    """Give the screen, joined up and making the paper of its place."""
    view = PapersView()
    asking = Asking(jobs, view.sheets)
    presenter = PapersPresenter(jobs, view, asking, Telling(moved, toast, tell), place)
    view.chosen.connect(presenter.choose)
    view.narrowing.chosen.connect(presenter.narrow)
    view.made_again.connect(presenter.make)
    view.folder_chosen.connect(presenter.ask_save)
    view.printer_chosen.connect(presenter.print_on)
    view.destroyed.connect(lambda: presenter.leave())  # noqa: PLW0108 - `destroyed` hands over what went
    if place.meeting is not None:
        meeting = place.meeting
        view.packs_asked.connect(lambda: go(PacksPlace(meeting)))
    presenter.load()
    return Screen(view, presenter, first=view.preview, actions=_actions(view))


def _actions(view: PapersView) -> tuple[QAction, ...]:
    return (
        _action(view, _("Print the paper"), Key.PRINT, view.print_out.click),
        _action(view, _("Save the paper"), Key.SAVE, view.save.click),
        _action(view, _("Search this paper"), Key.SEARCH_HERE, view.go_to_search),
    )


def _action(view: PapersView, text: str, key: Key, do: Callable[[], object]) -> QAction:
    action = QAction(text, view)
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked=False: do())
    view.addAction(action)
    return action
