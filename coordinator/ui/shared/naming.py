"""Telling, while a form is typed, that a text names somebody where nobody may be. No Qt."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from coordinator.casework.need_to_know.naming import find_names
from coordinator.casework.stuck.gaps import TEXTS
from coordinator.domain.need_to_know.hiding import Telling
from coordinator.ui.lanes.jobs import Jobs
from coordinator.wording.gaps import warnings


class NameHint:
    """Looks through what is typed about a gap, or in another form in which nobody is named.

    Args:
        jobs: For the reads.
        warn: Says sentences under entries of the form that is open.
        texts: The entries in which nobody may be named.
    """

    def __init__(
        self,
        jobs: Jobs,
        warn: Callable[[Mapping[str, str]], None],
        texts: Collection[str] = TEXTS,
    ) -> None:
        self._jobs, self._warn, self._texts = jobs, warn, texts

    def typed(self, values: Mapping[str, Any]) -> None:
        """Look whether what is typed names somebody on file; forms about else are left alone."""
        texts = {name: str(one or "") for name, one in values.items() if name in self._texts}
        if texts:
            read = partial(find_names, texts=texts)
            self._jobs.query(read, self._found, replaces="names")

    def _found(self, found: Mapping[str, tuple[Telling, ...]]) -> None:
        self._warn(warnings(found))
