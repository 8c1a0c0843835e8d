"""Joining the view and the presenter of Bring in."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import ImportPlace
from coordinator.ui.screens.bringing_in.presenter import BringingPresenter
from coordinator.ui.screens.bringing_in.view import BringingView
from coordinator.ui.screens.bringing_in.ways import Ways


def build(jobs: Jobs, ways: Ways, place: ImportPlace) -> Screen:
    """Give the screen, joined up and loading."""
    view = BringingView()
    presenter = BringingPresenter(JobsWhileOpen(view, jobs), view, ways, place.target)
    view.zone.text_given.connect(presenter.take_text)
    view.zone.file_given.connect(presenter.take_file)
    view.zone.target_chosen.connect(presenter.expect)
    view.taken_for.named.connect(presenter.name_column)
    view.taken_for.headings_chosen.connect(lambda on: presenter.have_headings(on=on))
    view.outcome.source_given.connect(presenter.name_source)
    view.outcome.caseload_chosen.connect(lambda on: presenter.put_on_caseload(on=on))
    view.outcome.owners_chosen.connect(lambda on: presenter.choose(add_owners=on))
    view.outcome.agency_given.connect(lambda agency: presenter.choose(agency=agency))
    view.outcome.due_given.connect(lambda on: presenter.choose(due_on=on))
    view.outcome.as_at_given.connect(lambda on: presenter.choose(as_at=on))
    view.outcome.bring_asked.connect(presenter.bring)
    view.outcome.put_away.connect(presenter.give_up)
    view.left_out.connect(lambda place, out: presenter.leave_out(place, out=out))
    view.take_back_asked.connect(presenter.take_back)
    view.went_on.connect(presenter.go_on)
    presenter.load()
    if place.file is not None:
        presenter.take_file(place.file)
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.zone.paste,
        actions=view.actions_here,
    )
