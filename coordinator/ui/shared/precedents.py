"""Forms that name a barrier: what may be in the way, and what unblocked such barriers. No Qt."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from coordinator.casework.stuck.precedents import find_precedents
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.stuck.precedents import Precedents
from coordinator.ui.lanes.jobs import Jobs
from coordinator.wording.barriers import category_words
from coordinator.wording.precedents import precedent_line

Values = Mapping[str, Any]
Chosen = tuple[BarrierCategory, str]
"""What is stored of a choice: the category, and the panel's own words for one of its own."""


def choices_of_barriers(choices: Iterable[BarrierChoice]) -> tuple[tuple[Chosen, str], ...]:
    """List what may be in the way, as a form offers it."""
    return tuple(
        ((one.category, one.own), category_words(one.category, one.words)) for one in choices
    )


class PrecedentHint:
    """Says under the entry that asks what is in the way how such barriers went.

    Args:
        jobs: For the reads.
        tell: Says sentences under entries of the form that is open.
        entry: The name of the entry; another named `agency_id` says whose rule it is.
    """

    def __init__(
        self, jobs: Jobs, tell: Callable[[Mapping[str, str]], None], entry: str = "category"
    ) -> None:
        self._jobs, self._tell, self._entry = jobs, tell, entry
        self._asked: object = None

    def typed(self, values: Values) -> None:
        """Look what is chosen now; the same again is not looked up again."""
        category, own = chosen_barrier(values.get(self._entry))
        asked = (category, own, values.get("agency_id"))
        if category is None or asked == self._asked:
            return
        self._asked = asked
        read = partial(
            find_precedents,
            category=category,
            own_category=own,
            agency_id=values.get("agency_id"),
        )
        self._jobs.query(read, self._say, replaces="precedent")

    def _say(self, found: Precedents) -> None:
        self._tell({self._entry: precedent_line(found)})


def chosen_barrier(value: Any) -> tuple[BarrierCategory | None, str]:
    """Read what was chosen: the category, and the panel's own words for one of its own."""
    match value:
        case BarrierCategory():
            return value, ""
        case (BarrierCategory() as category, str() as own):
            return category, own
    return None, ""
