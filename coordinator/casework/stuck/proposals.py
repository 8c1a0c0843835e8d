"""What could be raised at the first level: proposed to the chair, never raised by itself."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.cases.caseload import overdue_before
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, Agency, Person
from coordinator.db.transaction import Reading
from coordinator.domain import accountability as rules
from coordinator.domain.accountability import Proposal, ProposedAction, Why
from coordinator.domain.actions.rules import times_carried
from coordinator.domain.lists.plans import SAFETY_KINDS
from coordinator.domain.roles import Right


def find_proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Give what stays undone, agency by agency, for the chair to raise or to leave.

    An action past its date for more than two meetings, any overdue safety action, and an agency
    that said *not done* again and again within a quarter (domain 5.4, 6.6). What could not be
    done is no part of it; what is with somebody already is left out.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
    """
    today = desk.today()
    with desk.read(Right.RUN_MEETINGS) as look:
        raised = look.actions.by_agency.raised()
        taken = {action for action, _agency, _absent in raised if action}
        spoken_to = {agency for _action, agency, not_acting in raised if agency and not_acting}
        found = [one for one in _long_past(desk, look, today) if one.id not in taken]
        actions = _proposed(look, found, today)
        not_done = {
            agency: count
            for agency, count in _not_done(desk, look, today)
            if count >= rules.REPEATED and agency not in spoken_to
        }
        return _by_agency(look, actions, not_done, rules.quarter_to(today).from_on)


def _long_past(desk: Desk, look: Reading, today: date) -> list[Action]:
    went_by = look.actions.meeting_days(today - rules.LOOKED_BACK, today)
    enough = rules.LATE_MEETINGS + 1
    before = went_by[-enough] if len(went_by) >= enough else None
    found = look.actions.by_agency.long_past(before, overdue_before(today))
    sight = sight_of(desk, look, [one.person_id for one in found])
    return [one for one in found if sight.sees(one.person_id, one.sensitivity)]


def _not_done(desk: Desk, look: Reading, today: date) -> Sequence[tuple[UUID, int]]:
    hidden = look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
    return look.actions.by_agency.not_done_since(rules.quarter_to(today).from_on, hidden)


def _proposed(
    look: Reading, found: Sequence[Action], today: date
) -> dict[UUID | None, list[ProposedAction]]:
    first = min((one.due_on for one in found), default=today)
    days = look.actions.meeting_days(first, today)
    people = look.get_many(Person, [one.person_id for one in found if one.person_id])
    by_agency: dict[UUID | None, list[ProposedAction]] = {}
    for one in found:
        meetings = times_carried(one.due_on, today, days)
        is_safety = one.action_kind in SAFETY_KINDS
        why = rules.why_proposed(is_safety=is_safety, meetings=meetings)
        if why is not None:
            person = people.get(one.person_id) if one.person_id else None
            shown = _action(one, person, meetings, why)
            by_agency.setdefault(one.owner_agency_id, []).append(shown)
    return by_agency


def _action(one: Action, person: Person | None, meetings: int, why: Why) -> ProposedAction:
    return ProposedAction(
        id=one.id,
        number=one.number,
        text=one.text,
        reference=person.reference if person else "",
        person=one.person_id,
        due_on=one.due_on,
        meetings=meetings,
        why=why,
        moved=one.due_on > one.original_due_on,
    )


def _by_agency(
    look: Reading,
    actions: Mapping[UUID | None, Sequence[ProposedAction]],
    not_done: Mapping[UUID, int],
    since: date,
) -> tuple[Proposal, ...]:
    keys = {*actions, *not_done}
    agencies = look.get_many(Agency, [key for key in keys if key])
    proposals = [
        Proposal(
            agency=key,
            name=agencies[key].name if key in agencies else "",
            actions=tuple(_first_first(actions.get(key, ()))),
            not_done=not_done.get(key, 0) if key else 0,
            since=since,
        )
        for key in keys
    ]
    return tuple(sorted(proposals, key=lambda one: (one.name, str(one.agency))))


def _first_first(actions: Iterable[ProposedAction]) -> list[ProposedAction]:
    return sorted(actions, key=lambda one: (one.why is not Why.SAFETY, one.due_on, one.number))
