"""What This week offers while nobody is on the caseload: bring in what a spreadsheet holds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea

from coordinator.casework.caseload import read_caseload
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.boxes import card, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.places import ImportPlace, Place
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk


class FirstDay:
    """A card below the head of the page, shown until somebody is on the caseload."""

    def __init__(self, jobs: Jobs, page: QScrollArea, go: Callable[[Place], None]) -> None:
        self._jobs = jobs
        self._card = _card(go)
        self._card.hide()
        inner = page.widget()
        body = inner.layout() if inner is not None else None
        if isinstance(body, QBoxLayout):
            body.insertWidget(1, self._card)

    def load(self) -> None:
        """Ask whether anybody is on the caseload."""
        self._jobs.query(_is_empty, self._card.setVisible, replaces="first day")

    def look_again(self, changes: Changes) -> None:
        """Ask again when a case was opened, closed or taken back."""
        if changes.touch(RecordKind.CASE):
            self.load()


def _card(go: Callable[[Place], None]) -> QFrame:
    told = _(
        "Paste the people and the actions from the spreadsheet you kept before. Initials are"
        " enough; you see what comes in before anything is written."
    )
    act = button(_("Bring people and actions in"), "primary")
    act.clicked.connect(lambda: go(ImportPlace()))
    return card(
        heading(_("Nobody is on the caseload yet")), label(told, wraps=True), row(act, None)
    )


def _is_empty(desk: "Desk") -> bool:
    return may(desk.sitter.role, Right.IMPORT) and not read_caseload(desk, limit=1).rows
