"""What of a tracker is told: whose, about whom, only past their date; as the window offers it."""

from typing import Annotated
from uuid import UUID

import typer

from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import find_person
from coordinator.domain.actions.rows import Owner, TrackerFilter
from coordinator.domain.errors import MissingRecordError, SeveralFitError
from coordinator.exports.composing import PaperKind
from coordinator.wording.translation import _

OwnerName = Annotated[
    str,
    typer.Option(
        "--owner",
        metavar="NAME",
        help=_("Whose actions a tracker tells; with “, AGENCY” where two have the name."),
    ),
]
OnlyOverdue = Annotated[
    bool, typer.Option("--overdue", help=_("Only actions past their date, on a tracker."))
]


def check_narrowing(kind: PaperKind, owner: str, *, overdue: bool) -> None:
    """Refuse to narrow what is no tracker.

    Raises:
        BadParameter: One of the two was said of another paper.
    """
    if kind is not PaperKind.TRACKER and (owner or overdue):
        said = "--owner" if owner else "--overdue"
        raise typer.BadParameter(_("Only a tracker is narrowed like this."), param_hint=said)


def narrowed(
    desk: Desk, kind: PaperKind, person: str, owner: str, *, overdue: bool
) -> TrackerFilter:
    """Give what a tracker is narrowed to; nothing for another paper.

    Raises:
        MissingRecordError: Nobody of this reference or name stands on the tracker.
        SeveralFitError: Several owners have the name.
        WithheldError: The person is not theirs to see.
    """
    if kind is not PaperKind.TRACKER:
        return TrackerFilter()
    return TrackerFilter(
        owner_id=_owner(desk, owner) if owner else None,
        person_id=find_person(desk, person) if person else None,
        overdue=overdue,
    )


def _owner(desk: Desk, name: str) -> UUID:
    wanted = name.strip().casefold()
    owners = {row.owner.id: row.owner for row in read_tracker(desk).rows}
    found = [key for key, one in owners.items() if key is not None and wanted in _called(one)]
    if len(found) > 1:
        fits = tuple(sorted(f"{owners[key].name}, {owners[key].agency}" for key in found))
        raise SeveralFitError(what="professional", key=name, fits=fits)
    if not found:
        raise MissingRecordError(what="professional", key=name)
    return found[0]


def _called(one: Owner) -> tuple[str, str]:
    return one.name.casefold(), f"{one.name}, {one.agency}".casefold()
