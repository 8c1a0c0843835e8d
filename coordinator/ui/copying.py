"""Whatever text is copied for an agency is recorded as having left. No Qt."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from coordinator.papers.copies import CopyOut, keep_copy
from coordinator.ui.chasing import Chase
from coordinator.ui.jobs import Jobs


def as_texts(copies: Iterable[CopyOut]) -> list[Chase]:
    """Give what agencies copy as it is shown."""
    return [Chase(one.agency, one.count, one.text) for one in copies]


def keeping_copies(jobs: Jobs, person: UUID | None = None) -> Callable[[str, str], None]:
    """Give what is called with an agency's name and the text that was copied for it."""

    def keep(agency: str, text: str) -> None:
        jobs.command(partial(keep_copy, agency=agency, text=text, person=person))

    return keep
