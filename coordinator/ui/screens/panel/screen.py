"""Joining the view and the presenter of the panel's page."""

from collections.abc import Callable, Mapping

from coordinator.domain.lists.panel import Feature
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.autosave import Autosave
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.panel.presenter import PanelPresenter, saving
from coordinator.ui.screens.panel.view import PanelView
from coordinator.ui.shared.asking import Asking

_WAYS: Mapping[Feature, Place] = {
    Feature.ASSESSMENTS: ToolsPlace(),
    Feature.MONEY: MoneyPlace(),
    Feature.PLACES: PlacePlansPlace(),
    Feature.THEMES: LearningPlace(LearningPart.THEMES),
}


def build(
    jobs: Jobs,
    notify: Notify,
    toast: Callable[[str, Callable[[], object] | None], None],
    go: Callable[[Place], None] = lambda _place: None,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        toast: Says what was done.
        go: Opens another place.
    """
    view = PanelView()
    lanes = JobsWhileOpen(view, jobs)
    autosave = Autosave(lanes, view, notify, saving)
    asking = Asking(lanes, view.sheets)
    presenter = PanelPresenter(lanes, view, asking, autosave, notify, toast)
    view.panel_change_asked.connect(presenter.change_panel)
    view.switched.connect(lambda line, on: presenter.switch(line, on=on))
    view.open_asked.connect(lambda feature: go(_WAYS[feature]))
    view.add_asked.connect(presenter.add)
    view.change_asked.connect(presenter.change)
    view.remove_asked.connect(presenter.remove)
    view.move_asked.connect(presenter.move)
    view.restore_asked.connect(presenter.restore)
    view.restore_line_asked.connect(presenter.restore_line)
    view.typed.connect(autosave.typed)
    view.left.connect(autosave.leave)
    view.let_go_asked.connect(autosave.let_go)
    view.mine_asked.connect(autosave.keep_mine)
    view.theirs_asked.connect(autosave.take_theirs)
    view.template.chosen.connect(presenter.choose_template)
    view.template.plain_asked.connect(presenter.drop_template)
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.first,
        actions=view.actions_here,
    )
