"""Joining the view and the presenter of setting out."""

from pathlib import Path

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.screens.setting_out.presenter import SettingOutPresenter, Ways
from coordinator.ui.screens.setting_out.view import SettingOutView
from coordinator.ui.shared.asking import Asking

__all__ = ["Ways", "build"]


def build(jobs: Jobs, ways: Ways, file: Path | None) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        ways: What takes the first pack, and who goes on from there.
        file: Perhaps a card or a pack that was handed over.
    """
    view = SettingOutView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = SettingOutPresenter(lanes, view, Asking(lanes, view.sheets), ways)
    view.deed_asked.connect(presenter.do)
    view.words_heard.connect(presenter.hear_words)
    view.card_saved.connect(presenter.save_card)
    view.brought.connect(presenter.bring_in)
    presenter.begin(file)
    return Screen(view, presenter, first=view.sheet)
