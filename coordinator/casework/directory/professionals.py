"""Professionals: in post, changing, leaving. Nothing they held goes unnoticed when they leave."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.same_workers import carry_over, same_as
from coordinator.casework.edits import put
from coordinator.casework.leads.roles import end_role
from coordinator.db.models import Agency, Panel, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.cases.leads import LeadEnd, check_in_post
from coordinator.domain.directory import rules
from coordinator.domain.directory.rules import Departed
from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

_DAYS = frozenset({"confidentiality_signed_on", "inducted_on", "trauma_trained_on", "started_on"})
_OWN = frozenset({"job", "phone", "email"})
_FIELDS = _DAYS | {
    "name",
    "job",
    "agency_id",
    "role",
    "phone",
    "email",
    "deputy_of_id",
    "is_contact_point",
}


def add_professional(
    desk: Desk,
    *,
    name: str,
    agency_id: UUID,
    same_worker: SameWorker | None = None,
    **fields: Any,
) -> Done[UUID]:
    """Put somebody in the directory; they need no login.

    Whatever is kept from the same worker in another post is kept from them here as well.

    Args:
        desk: Where and by whom.
        name: A person's; actions have named owners, never groups.
        agency_id: A standing agency.
        same_worker: Whether it is one from whom something is kept, where the name may be theirs.
        fields: `job`, `role`, `phone`, `email`, `deputy_of_id`, `is_contact_point`, and the days
            of starting, induction, signing confidentiality and trauma training.

    Raises:
        InvalidFieldsError: `name` is `required`, a field is `unknown`, a day is in the future;
            `not_same` is `required`.
        GuardError: `agency-closed`.
        SameWorkerError: It may be a worker from whom something is kept, and nobody said whether.
        MissingRecordError: No such agency.
    """
    given = {"name": name, "agency_id": agency_id, **fields}
    _check(given, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        _check_links(desk, tx, given)
        posts = same_as(desk, tx, [name], same_worker)
        made = tx.add(Professional(id=desk.new_id(), **given))
        tx.session.flush()
        carry_over(desk, tx, posts, made.id)
        tx.journal("professional.added", record=made.id, reason=_why(same_worker, posts))
    return Done(made.id, tx.changes)


def change_professional(
    desk: Desk,
    professional_id: UUID,
    *,
    seen: int,
    same_worker: SameWorker | None = None,
    **fields: Any,
) -> Done[int]:
    """Change what is kept about somebody in post; gives the new revision.

    Somebody who moves to another agency leaves the old post and is added anew: actions and
    attendance keep the agency they had. A new name is held against those of whom something is
    kept, as that of a newcomer is.

    Raises:
        InvalidFieldsError, SameWorkerError: As for adding; `agency_id` does not change here.
        GuardError: `professional-left`.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    _check(fields, desk.today())
    rules.check_known(fields, _FIELDS - {"agency_id"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        professional = tx.get(Professional, professional_id)
        check_in_post(professional.left_on, desk.today())
        _check_links(desk, tx, fields)
        names = [name for name in (fields.get("name"),) if name and name != professional.name]
        posts = same_as(desk, tx, names, same_worker, post=professional_id)
        put(tx, professional, seen=seen, fields=fields)
        carry_over(desk, tx, posts, professional_id)
        why = _why(same_worker, posts)
        tx.journal("professional.changed", record=professional_id, reason=why)
    return Done(professional.revision, tx.changes)


def change_own_card(desk: Desk, *, seen: int, **fields: Any) -> Done[int]:
    """Change how the sitter is reached, in the directory; gives the new revision.

    Args:
        desk: Where and by whom.
        seen: The revision they were looking at.
        fields: `job`, `phone`, `email`; whose name, agency and role stand is the panel's to say.

    Raises:
        InvalidFieldsError: A field is `unknown`.
        GuardError: `professional-left`.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    rules.check_known(fields, _OWN)
    with desk.act(Right.OWN_CARD) as tx:
        own = tx.get(Professional, desk.sitter.professional)
        check_in_post(own.left_on, desk.today())
        put(tx, own, seen=seen, fields=fields)
        tx.journal("professional.changed", record=own.id)
    return Done(own.revision, tx.changes)


def record_leaving(desk: Desk, professional_id: UUID, *, on: date | None = None) -> Done[Departed]:
    """Record that somebody has left: their actions need owners, seats fall vacant, leads end.

    Actions keep the name of who took them on; being open and its owner gone, each is listed as
    needing an owner until it is passed on.

    Raises:
        InvalidFieldsError: The day is in the future or before they started.
        GuardError: `professional-left` (recorded before); `panel-officer`: name another chair or
            coordinator of the panel first.
        MissingRecordError: Nobody of that id.
    """
    day = on or desk.today()
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        leaver = tx.get(Professional, professional_id)
        check_in_post(leaver.left_on, desk.today())
        rules.check_ending(day, desk.today(), leaver.started_on)
        _leave_panel(tx, professional_id)
        leaver.left_on, leaver.is_contact_point = day, False
        departed = Departed(
            actions=tuple(a.id for a in tx.directory.open_actions_owned_by(professional_id)),
            contact_point=_contact_point(desk, tx, leaver),
            seats=_leave_seats(tx, professional_id, day),
            cases=_leave_cases(tx, professional_id, day),
            asked=tx.escalations.asked_of(
                professional_id,
                tx.readers.kept_from(desk.sitter.agency, desk.sitter.professional),
            ),
        )
        for deputy in tx.directory.deputies_of(professional_id):
            deputy.deputy_of_id = None
        tx.journal("professional.left", record=professional_id)
    return Done(departed, tx.changes)


def _check(fields: Mapping[str, Any], today: date) -> None:
    rules.check_known(fields, _FIELDS)
    rules.check_name(fields)
    wrong = {
        name: "in-the-future"
        for name in _DAYS - {"started_on"}
        if fields.get(name) and fields[name] > today
    }
    if wrong:
        raise InvalidFieldsError(wrong)


def _check_links(desk: Desk, tx: Transaction, fields: Mapping[str, Any]) -> None:
    if agency := fields.get("agency_id"):
        rules.check_standing(tx.get(Agency, agency).status)
    if other := fields.get("deputy_of_id"):
        check_in_post(tx.get(Professional, other).left_on, desk.today())


def _why(said: SameWorker | None, posts: Collection[UUID]) -> str:
    """Give why it is another worker than one from whom something is kept, where that was said."""
    return said.because if said is not None and not posts else ""


def _leave_panel(tx: Transaction, leaver: UUID) -> None:
    panel = tx.get(Panel, tx.info.panel_id)
    if leaver in {panel.chair_id, panel.coordinator_id}:
        raise GuardError("panel-officer")
    if panel.vice_chair_id == leaver:
        panel.vice_chair_id = None
    if panel.deputy_coordinator_id == leaver:
        panel.deputy_coordinator_id = None


def _contact_point(desk: Desk, tx: Transaction, leaver: Professional) -> str:
    found = tx.directory.contact_point(leaver.agency_id, desk.today())
    return found.name if found and found.id != leaver.id else ""


def _leave_seats(tx: Transaction, leaver: UUID, on: date) -> tuple[UUID, ...]:
    vacant = []
    for seat in tx.directory.seats_of(leaver):
        if seat.deputy_id == leaver:
            seat.deputy_id = None
        if seat.holder_id == leaver:
            seat.holder_id, seat.vacant_since = None, on
            vacant.append(seat.id)
    return tuple(vacant)


def _leave_cases(tx: Transaction, leaver: UUID, on: date) -> tuple[UUID, ...]:
    roles = tx.directory.led_by(leaver)
    for role in roles:
        end_role(role, on, LeadEnd.LEFT)
    return tuple(role.case_id for role in roles)
