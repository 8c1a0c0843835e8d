"""What came of a meeting beside decisions and actions: offers, leads that changed, money."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON
from coordinator.casework.meetings.agenda_reads import names_of
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Agency, BudgetLine, LeadRole, Meeting, Offer, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.ids import made_at
from coordinator.domain.meetings.came_of import LeadChange, MoneyDecided, OfferMade
from coordinator.domain.states import MeetingStatus

OUT = frozenset({MeetingStatus.MINUTES_ISSUED, MeetingStatus.APPROVED})


def offers_made(
    look: Reading, meeting: Meeting, sight: Sight
) -> tuple[tuple[UUID, OfferMade], ...]:
    """Give what was offered at a meeting, with whom each offer is for, as a reader may have it."""
    found = [
        one
        for one in look.plans.offered_at(meeting.id)
        if sight.sees(one.person_id, one.sensitivity)
    ]
    agencies = look.get_many(Agency, [one.agency_id for one in found])
    keys = [one.id for one in found]
    is_out = meeting.status in OUT
    then = look.agendas.said_when_issued(meeting.id, keys) if is_out else {}
    return tuple((one.person_id, _offer(one, agencies, then.get(one.id, {}))) for one in found)


def money_decided(
    look: Reading, meeting: Meeting, people: Sequence[UUID | None], sight: Sight
) -> tuple[tuple[UUID, MoneyDecided], ...]:
    """Give what a meeting said to requests for money, with whom each is for.

    A request may be decided anew elsewhere: once the minutes are out they tell what stood then.
    """
    wanted = sorted({one for one in people if one is not None and sight.sees(one)})
    lines = [o for o in look.money.lines_of(wanted) if sight.sees(o.person_id, o.sensitivity)]
    if meeting.status in OUT:
        then = look.agendas.said_when_issued(meeting.id, [one.id for one in lines])
        found = [(one, then.get(one.id, {})) for one in lines]
        made = [(o, said) for o, said in found if said.get("meeting_id") == meeting.id.hex]
    else:
        made = [(o, _said_now(o)) for o in lines if o.meeting_id == meeting.id]
    deciders = {said["decided_by_id"]: UUID(hex=said["decided_by_id"]) for _one, said in made}
    names = names_of(look, deciders.values(), meeting.id)
    by = {key: names.get(who, "") for key, who in deciders.items()}
    made.sort(key=lambda pair: pair[0].id)
    return tuple((o.person_id, _money(o, said, by)) for o, said in made if o.person_id is not None)


def leads_changed(
    look: Reading, meeting: Meeting, people: Sequence[UUID | None], sight: Sight
) -> tuple[tuple[UUID, LeadChange], ...]:
    """Give who began to lead somebody's plan at a meeting, with whose plan it is.

    A role knows its day, not its meeting: it belongs to the last meeting of that day that had
    begun when it was recorded.
    """
    if meeting.began_at is None:
        return ()
    wanted = [one for one in people if one is not None and sight.sees(one)]
    roles = look.cases.leads_around(wanted, meeting.on)
    here = _began_at(look, meeting, [one for one in roles if one.from_on == meeting.on])
    if not here:
        return ()
    posts = look.get_many(Professional, [one.professional_id for one in roles])
    agencies = look.get_many(Agency, [one.agency_id for one in posts.values()])
    names = names_of(look, posts, meeting.id)

    def told(role: LeadRole | None) -> tuple[str, str]:
        if role is None:
            return "", ""
        who = role.professional_id
        return names.get(who, ""), agencies[posts[who].agency_id].name

    return tuple(
        (one.person_id, LeadChange(one.id, *told(one), *told(_before(one, roles)))) for one in here
    )


def _offer(one: Offer, agencies: Mapping[UUID, Agency], then: Mapping[str, Any]) -> OfferMade:
    until = then.get("to_on") if then else one.to_on
    return OfferMade(
        id=one.id,
        agency=agencies[one.agency_id].name if one.agency_id in agencies else "",
        what=then.get("what", one.what),
        amount=then.get("amount", "") if then else one.amount,
        until=date.fromisoformat(until) if isinstance(until, str) else until,
        sensitivity=one.sensitivity,
    )


def _said_now(one: BudgetLine) -> Mapping[str, Any]:
    """Give what was said to a request as the log has it."""
    return {
        "agreed_pence": one.agreed_pence,
        "decision_reason": one.decision_reason,
        "decided_by_id": one.decided_by_id.hex if one.decided_by_id is not None else "",
    }


def _money(one: BudgetLine, said: Mapping[str, Any], by: Mapping[str, str]) -> MoneyDecided:
    return MoneyDecided(
        id=one.id,
        purpose=one.purpose,
        funding=one.funding,
        own_funding=one.own_funding,
        asked_pence=one.asked_pence,
        agreed_pence=said["agreed_pence"],
        reason=said["decision_reason"],
        decided_by=by[said["decided_by_id"]],
        sensitivity=one.sensitivity,
    )


def _began_at(look: Reading, meeting: Meeting, roles: Sequence[LeadRole]) -> list[LeadRole]:
    """Give the roles of its day that began at a meeting; once its minutes are out no others."""
    if not roles:
        return []
    here = _made_at(look, meeting, [one.id for one in roles])
    return [one for one in roles if one.id in here]


def made_at_meeting(look: Reading, meeting: Meeting, keys: Sequence[UUID]) -> frozenset[UUID]:
    """Tell which records were made while a meeting was held; once its minutes are out no others.

    Args:
        look: Where to look.
        meeting: Which.
        keys: Of the records.
    """
    day = meeting.on
    same = [key for key in keys if made_at(key).astimezone(LONDON).date() == day]
    return _made_at(look, meeting, same) if same and meeting.began_at is not None else frozenset()


def _made_at(look: Reading, meeting: Meeting, keys: Sequence[UUID]) -> frozenset[UUID]:
    begun = look.cases.meetings_begun_on(meeting.on)
    here = [key for key in keys if _meeting_of(key, meeting.on, begun) == meeting.id]
    if meeting.status not in OUT:
        return frozenset(here)
    return look.agendas.stood_when_issued(meeting.id, here)


def _meeting_of(key: UUID, on: date, begun: Sequence[Meeting]) -> UUID | None:
    """Tell which meeting of its day a record was made at; one written down later, at the last."""
    moment = made_at(key).astimezone(LONDON)
    is_later = moment.date() > on
    before: Iterator[UUID] = (
        one.id
        for one in reversed(begun)
        if is_later or (one.began_at is not None and one.began_at <= moment.time())
    )
    return next(before, None)


def _before(role: LeadRole, roles: Sequence[LeadRole]) -> LeadRole | None:
    """Give the role that was handed over for this one to begin."""
    over = [
        one
        for one in roles
        if one.case_id == role.case_id
        and one.id < role.id
        and one.to_on == role.from_on
        and one.end_reason == LeadEnd.HANDED_OVER.value
    ]
    return over[-1] if over else None
