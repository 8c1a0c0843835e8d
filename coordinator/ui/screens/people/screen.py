"""Joining People's view and presenter."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import ImportPlace, Place
from coordinator.ui.screens.people.presenter import PeoplePresenter
from coordinator.ui.screens.people.view import PeopleView
from coordinator.wording.translation import _


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    wanted: CaseloadFilter,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        go: Opens another place.
        moved: Is told when this place itself changed, such as by a filter.
        wanted: What the list is narrowed to.
    """
    view = PeopleView()
    presenter = PeoplePresenter(JobsWhileOpen(view, jobs), view, go, moved, wanted)
    view.searched.connect(presenter.search)
    view.narrowing_asked.connect(lambda by, on: presenter.narrow(by, view.today, on=on))
    view.programme_asked.connect(presenter.narrow_to)
    view.everybody_asked.connect(presenter.show_everybody)
    view.import_asked.connect(lambda: go(ImportPlace("people")))
    view.more_asked.connect(presenter.load_more)
    view.row_opened.connect(presenter.open_row)
    view.found_opened.connect(presenter.open_found)
    presenter.load()
    return Screen(
        view, presenter, presenter.look_again, first=view.search, actions=(_search(view),)
    )


def _search(view: PeopleView) -> QAction:
    action = QAction(_("Search everything on file"), view)
    action.setShortcut(QKeySequence(Key.SEARCH_HERE))
    action.triggered.connect(view.go_to_search)
    view.addAction(action)
    return action
