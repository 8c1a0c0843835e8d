"""What unblocked such barriers before, told while the details of one are asked for. No Qt."""

from collections.abc import Callable
from functools import partial

from coordinator.casework.stuck.precedents import find_precedents
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.stuck.precedents import Precedents
from coordinator.ui.lanes.jobs import Jobs
from coordinator.wording.precedents import precedent_line


class Precedent:
    """Tells of precedents; of nothing where none was ever resolved: a room needs no empty line."""

    def __init__(self, jobs: Jobs, tell: Callable[[str], None]) -> None:
        self._jobs, self._tell = jobs, tell

    def look(self, about: BarrierChoice) -> None:
        """Look what became of such barriers; in counts, levels and days alone."""
        read = partial(find_precedents, category=about.category, own_category=about.own)
        self._jobs.query(read, self._found, replaces="precedent")

    def _found(self, found: Precedents) -> None:
        if found.resolved:
            self._tell(precedent_line(found))
