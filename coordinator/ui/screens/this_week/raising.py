"""What stays undone so long that it could be raised: read beside the week, while looked at.

No Qt. Nothing is raised here: the card leads to where the reasons stand.
"""

from collections.abc import Sequence
from typing import Protocol

from coordinator.casework.stuck.proposals import find_proposals
from coordinator.domain.accountability import Proposal
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.lanes.jobs import Jobs

_COUNTED = (RecordKind.ACTION, RecordKind.MEETING, RecordKind.ESCALATION, RecordKind.EXCLUSION)


class View(Protocol):
    """What is asked of the widgets."""

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show what could be raised; nothing where there is nothing."""


class Raising:
    """Keeps the card as it should be; a meeting that goes on elsewhere does not wait for it."""

    def __init__(self, jobs: Jobs, view: View) -> None:
        self._jobs, self._view = jobs, view
        self._is_stale = True

    def look_again(self, changes: Changes) -> None:
        """Read it again when something counted was written, as soon as somebody looks."""
        self._is_stale = self._is_stale or changes.touch(*_COUNTED)
        if self._view.is_looked_at:
            self.come_back()

    def come_back(self) -> None:
        """Somebody looks at the page."""
        if self._is_stale:
            self._is_stale = False
            self._jobs.query(find_proposals, self._view.show_proposals, replaces="to raise")
