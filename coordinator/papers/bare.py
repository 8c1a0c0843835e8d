"""What is told of somebody whose information basis is not complete: initials, and no more.

What an agency took on itself it goes on being told, or nobody would do it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from coordinator.domain.action_rows import ActionRow
from coordinator.domain.case_sheets import Audience, CaseFacts
from coordinator.domain.meeting_views import ReportedAction

Facts = Mapping[UUID, CaseFacts]


def told_actions(
    rows: Iterable[ActionRow], facts: Facts, audience: Audience
) -> Iterator[ActionRow]:
    """Give what a copy says of actions; the panel's own copy says all.

    Args:
        rows: As its reader may have them.
        facts: Of everybody they are about.
        audience: For whom the copy is.
    """
    for row in rows:
        if audience.agency is None or row.person_id is None or shows(facts, row.person_id):
            yield row
        elif row.owner.agency_id == audience.agency:
            yield replace(row, goal="", last=None)


def told_reports(
    rows: Iterable[ReportedAction], facts: Facts, audience: Audience
) -> Iterator[ReportedAction]:
    """Give the same of actions with what was reported of them."""
    for row in rows:
        for action in told_actions([row.action], facts, audience):
            is_whole = action is row.action
            yield replace(row, action=action, note=row.note if is_whole else "")


def shows(facts: Facts, person: UUID) -> bool:
    """Whether more than initials may be told of somebody."""
    known = facts.get(person)
    return known is not None and known.show_detail
