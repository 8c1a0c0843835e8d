"""Whatever text is copied for an agency is recorded as having left. No Qt."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from coordinator.papers.copies import keep_copy
from coordinator.ui.jobs import Jobs


def keeping_copies(jobs: Jobs, person: UUID | None = None) -> Callable[[str, str], None]:
    """Give what is called with an agency's name and the text that was copied for it."""

    def keep(agency: str, text: str) -> None:
        jobs.command(partial(keep_copy, agency=agency, text=text, person=person))

    return keep
