"""Whatever text is copied for an agency is recorded before it is copied. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.outcomes import Done
from coordinator.papers.copies import CopyOut, Still, check_still_said, keep_copy
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.chasing import Chase


@dataclass(frozen=True, slots=True)
class TakenText:
    """A text somebody wants to copy for an agency.

    Attributes:
        agency: By its name; nothing for somebody of no agency, whom `recipient` names.
        reason: Why it goes although something is not as usual.
        may: Called when it is recorded: now it is copied.
        refused: Called when it is not; gives whether nobody else needs to say why.
        still: Writes it anew, to see that it would say the same now.
    """

    agency: str
    text: str = field(repr=False)
    reason: str = field(repr=False)
    may: Callable[[], None]
    refused: Callable[[Exception], bool]
    recipient: str = ""
    still: Still | None = field(default=None, repr=False)


def as_texts(copies: Iterable[CopyOut]) -> list[Chase]:
    """Give what agencies copy as it is shown."""
    return [Chase(one.agency, one.count, one.text, one.still) for one in copies]


def keeping_copies(jobs: Jobs, person: UUID | None = None) -> Callable[[TakenText], None]:
    """Give what is called with each text that is wanted."""

    def keep(taken: TakenText) -> None:
        act = partial(_keep, taken=taken, person=person)
        jobs.command(act, then=lambda _kept: taken.may(), refused=taken.refused)

    return keep


def _keep(desk: Desk, taken: TakenText, person: UUID | None) -> Done[UUID]:
    check_still_said(desk, taken.text, taken.still)
    return keep_copy(
        desk,
        taken.agency,
        taken.text,
        person=person,
        reason=taken.reason,
        recipient=taken.recipient,
    )
