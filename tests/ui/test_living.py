"""Answers that come to a page when it is gone: acts are done, or the window says why not."""

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from coordinator.casework.desk import Desk
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import Done
from coordinator.ui.kit import theme
from coordinator.ui.kit.asks import Ask, Question
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.shared.asking import Asking
from tests.ui.desks import WaitingJobs


def refused_act(_desk: Desk) -> Done[None]:
    """Do nothing: a rule is against it."""
    raise GuardError("minutes-final")


@pytest.mark.parametrize("is_open", [True, False])
def test_an_act_refused_when_its_page_is_gone_is_told_by_the_window(
    desk: Desk, look: theme.Look, *, is_open: bool
) -> None:
    page, jobs, told = QWidget(), WaitingJobs(desk), list[Exception]()

    def refused(error: Exception) -> bool:
        told.append(error)
        return True

    JobsWhileOpen(page, jobs).command(refused_act, refused=refused)
    if not is_open:
        delete(page)
    jobs.go_on()
    assert (len(told), len(jobs.failures)) == ((1, 0) if is_open else (0, 1))


def test_a_read_refused_when_its_page_is_gone_is_told_to_nobody(
    desk: Desk, look: theme.Look
) -> None:
    page, jobs = QWidget(), WaitingJobs(desk)
    lanes = JobsWhileOpen(page, jobs)
    lanes.query(refused_act, lambda _found: None, refused=lambda _error: False)
    delete(page)
    jobs.go_on()
    assert jobs.failures == []


def test_a_form_whose_page_is_gone_before_it_was_read_is_not_shown(
    desk: Desk, look: theme.Look
) -> None:
    page = QWidget()
    sheets = Sheets(page)
    asking = Asking(WaitingJobs(desk), sheets)
    delete(page)
    asking.hear(Question("Save", (Ask("note", "Note"),), "Save"), lambda _said, _form: None)
    assert sheets.shown is None
