"""Reading what unblocked similar barriers.

Counts, days, levels and outcomes are told to everybody at the desk. Words are told only to who may
see the person they were said about, and every name on file is taken out of them: they are read
where somebody else is talked about.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.naming import name_nobody
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.panel.lines import barrier_words
from coordinator.db.models import Barrier, Escalation
from coordinator.db.transaction import Reading
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.roles import sees_whole_panel
from coordinator.domain.small_numbers import LEAST_TOLD
from coordinator.domain.states import BarrierStatus, Sensitivity
from coordinator.domain.stuck.precedents import (
    MOST_SHOWN,
    Precedents,
    Unblocked,
    days_taken,
    newest_first,
)


def find_precedents(
    desk: Desk,
    category: BarrierCategory,
    *,
    agency_id: UUID | None = None,
    own_category: str = "",
    but: UUID | None = None,
) -> Precedents:
    """Tell what became of barriers of a category.

    Args:
        desk: Where and for whom.
        category: What is in the way.
        agency_id: Whose rule or lack it is: its own barriers, if it has had any resolved.
        own_category: The panel's words, where the category is one of its own.
        but: The barrier it is asked for; not counted.
    """
    with desk.read() as look:
        own = own_category.strip()
        counts = look.barriers.counted(category, own, agency_id, but=but)
        of_agency = agency_id is not None and counts.get(BarrierStatus.RESOLVED, 0) > 0
        if agency_id is not None and not of_agency:
            counts = look.barriers.counted(category, own, None, but=but)
        if not sees_whole_panel(desk.sitter.role) and sum(counts.values()) < LEAST_TOLD:
            return Precedents(category=category)  # so few would tell of people they do not know
        of = agency_id if of_agency else None
        spans = look.barriers.spans(category, own, of, but=but)
        newest = look.barriers.resolved(category, own, of, but=but, limit=MOST_SHOWN)
        return Precedents(
            category=category,
            own=own or (barrier_words(look).get(category, "") if counts else ""),
            with_agency=of_agency,
            met=sum(counts.values()),
            resolved=counts.get(BarrierStatus.RESOLVED, 0),
            accepted=counts.get(BarrierStatus.ACCEPTED, 0),
            gaps=counts.get(BarrierStatus.GAP, 0),
            days=days_taken(spans),
            newest=newest_first(_unblocked(desk, look, newest)),
        )


def _unblocked(desk: Desk, look: Reading, found: Sequence[Barrier]) -> list[Unblocked]:
    answers = look.barriers.last_answers([one.id for one in found])
    words = _words(desk, look, found, answers)
    told = []
    for one in found:
        answer = answers.get(one.id)
        told.append(
            Unblocked(
                settled_on=one.settled_on,
                days=(one.settled_on - one.since).days if one.settled_on else None,
                level=answer.level if answer else None,
                outcome=answer.outcome if answer else None,
                agreed_by=answer.receiver_role if answer else "",
                words=words.get(one.id, ""),
            )
        )
    return told


def _words(
    desk: Desk, look: Reading, found: Sequence[Barrier], answers: Mapping[UUID, Escalation]
) -> dict[UUID, str]:
    """Give how each was resolved, of those the reader may see, without anybody's name."""
    sight = sight_of(desk, look, (one.person_id for one in found))
    far = how_far.of_barriers(look, found)
    asked = how_far.of_escalations(look, answers.values())
    said = {
        one.id: one.resolution.strip() or _answered(sight, answers.get(one.id), asked)
        for one in found
        if sight.sees(one.person_id, far[one.id])
    }
    return name_nobody(desk, look, {key: text for key, text in said.items() if text})


def _answered(sight: Sight, answer: Escalation | None, asked: Mapping[UUID, Sensitivity]) -> str:
    if answer is None or not sight.sees(answer.person_id, asked[answer.id]):
        return ""
    return answer.answer.strip()
