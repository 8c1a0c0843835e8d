"""What is told of somebody whose information basis is not complete: initials, and no more.

What an agency took on itself it goes on being told, or nobody would do it. A paper about them
alone leaves, or waits for their basis: one table says which.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.urgent_work import read_may_leave
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.errors import BasisLackingError
from coordinator.domain.meetings.views import ReportedAction
from coordinator.domain.need_to_know.bases import Needs
from coordinator.domain.person.case_sheets import Audience, CaseFacts
from coordinator.domain.roles import Right, may
from coordinator.exports.composing import PaperKind

Facts = Mapping[UUID, CaseFacts]
NEEDS: Mapping[PaperKind, Needs] = {
    # A whole picture of somebody; of a closure nothing is urgent any more: the work has ended.
    PaperKind.PLAN: Needs.COMPLETE,
    PaperKind.PLAN_PAGE: Needs.COMPLETE,
    PaperKind.JOURNEY: Needs.COMPLETE,
    PaperKind.ASSESSMENTS: Needs.COMPLETE,
    PaperKind.JOURNEY_LEARNING: Needs.COMPLETE,
    PaperKind.CLOSURE: Needs.COMPLETE,
    # Work itself: whoever takes over, or is asked for what is missing, cannot do it unread.
    PaperKind.HAND_OVER: Needs.WORK,
    PaperKind.ESCALATION: Needs.WORK,
    # A referral is answered before there can be a basis, to the one who told the panel of them. A
    # yes says that the panel works with them: untrue once the basis is withdrawn. A no ends the
    # panel's part, and whoever referred must not go on believing that somebody looks after them.
    PaperKind.ACCEPTED: Needs.NOT_WITHDRAWN,
    PaperKind.NOT_FOR_US: Needs.NOTHING,
    # To themselves, whatever the panel may tell others.
    PaperKind.OWN_LETTER: Needs.NOTHING,
}
"""What each paper about one person waits for; to agencies, and as the panel's own copy too."""

_GOAL = "goal_id"
"""What an action is for is theirs to tell; everything else of it is its owner's to know."""


def check_leaves(desk: Desk, kind: PaperKind, person: UUID) -> None:
    """Refuse a paper about one person that waits for their basis.

    Raises:
        BasisLackingError: It does.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    if kind in papers_that_wait(desk, person):
        raise BasisLackingError(record=person)


def papers_that_wait(desk: Desk, person: UUID) -> frozenset[PaperKind]:
    """Name the papers about somebody that wait for their basis, to say so before one is tried.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    leave = read_may_leave(desk, person, NEEDS)
    return frozenset(kind for kind, may in leave.items() if not may)


def told_actions(
    rows: Iterable[ActionRow], facts: Facts, audience: Audience
) -> Iterator[ActionRow]:
    """Give what a copy says of actions; one that tells all leaves nothing out.

    Args:
        rows: As its reader may have them.
        facts: Of everybody they are about.
        audience: For whom the copy is.
    """
    whole, agency = tells_all(audience), _agency(audience)
    for row in rows:
        if whole or row.person_id is None or shows(facts, row.person_id):
            yield row
        elif agency is not None and row.owner.agency_id == agency:
            unsettled = tuple(one for one in row.unsettled if one.field != _GOAL)
            yield replace(row, goal="", last=None, unsettled=unsettled)


def told_reports(
    rows: Iterable[ReportedAction], facts: Facts, audience: Audience
) -> Iterator[ReportedAction]:
    """Give the same of actions with what was reported of them."""
    for row in rows:
        for action in told_actions([row.action], facts, audience):
            is_whole = action is row.action
            yield replace(row, action=action, note=row.note if is_whole else "")


def tells_all(audience: Audience) -> bool:
    """Whether a copy is the panel's own, or its officers': a full pack goes to agencies too."""
    if audience.reader is None:
        return audience.agency is None
    return may(audience.reader.role, Right.RUN_MEETINGS)


def _agency(audience: Audience) -> UUID | None:
    if audience.agency is not None or audience.reader is None:
        return audience.agency
    return audience.reader.agency


def shows(facts: Facts, person: UUID) -> bool:
    """Whether more than initials may be told of somebody."""
    known = facts.get(person)
    return known is not None and known.show_detail
