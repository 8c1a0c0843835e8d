"""Asking the chair, once in a sitting, why papers leave."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coordinator.casework.disclosing.leaving import say_why_papers_leave
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Asking
from coordinator.wording.translation import _


def ask_why_papers_leave(page: QWidget, jobs: Jobs, toast: Callable[[str], None]) -> None:
    """Ask over a page, and keep the answer in the journal."""
    question = Question(
        _("Why papers leave"),
        (Ask("reason", _("Why"), Kind.TEXT, "", hint=_("Kept in the journal.")),),
        _("Keep it"),
        about=_(
            "The coordinator sends papers; when the chair does, the journal says why. It holds"
            " until the store is locked."
        ),
    )
    Asking(jobs, Sheets(page)).put(
        question, _act, then=lambda _none: toast(_("Papers can be saved and printed now."))
    )


def _act(values: Mapping[str, Any], _seen: int) -> Any:
    return partial(say_why_papers_leave, reason=values["reason"])
