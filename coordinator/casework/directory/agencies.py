"""Agencies: added, renamed, agreed with, merged, closed. What happened under a name keeps it."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.edits import put
from coordinator.casework.leads.roles import end_role_of_untold
from coordinator.casework.need_to_know.lifting import one_is_left
from coordinator.db.models import Agency
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.directory import rules
from coordinator.domain.directory.rules import AgreementRow, AgreementState, FormerName
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus

_FIELDS = frozenset(
    {"short_name", "agency_kind", "secure_email", "contact", "phone", "email", "pack_variant"}
)


def add_agency(desk: Desk, *, name: str, **fields: Any) -> Done[UUID]:
    """Put an agency in the directory.

    Args:
        desk: Where and by whom.
        name: Its own; no other standing agency has it, nor as its short one.
        fields: `short_name`, `agency_kind`, `secure_email`, `contact`, `phone`, `email`.

    Raises:
        InvalidFieldsError: `name` is `required`, or a field is `unknown`.
        DuplicateRecordError: `agency-name`.
    """
    rules.check_name({"name": name})
    rules.check_known(fields, _FIELDS)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        _check_names_are_free(tx, [name, fields.get("short_name", "")])
        made = tx.add(Agency(id=desk.new_id(), name=name.strip(), **fields))
        tx.journal("agency.added", record=made.id)
    return Done(made.id, tx.changes)


def change_agency(desk: Desk, agency_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change how to reach an agency, or what kind it is; gives the new revision.

    Raises:
        InvalidFieldsError: A field is `unknown`; its name is changed by renaming.
        DuplicateRecordError: `agency-name`: the short one is another's.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    rules.check_known(fields, _FIELDS)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        agency = tx.get(Agency, agency_id)
        _check_names_are_free(tx, [fields.get("short_name", "")], of=agency)
        put(tx, agency, seen=seen, fields=fields)
        tx.journal("agency.changed", record=agency_id)
    return Done(agency.revision, tx.changes)


def rename_agency(
    desk: Desk, agency_id: UUID, *, seen: int, name: str, short_name: str = ""
) -> Done[int]:
    """Give a standing agency its new name; meetings held and actions set keep the old one.

    Raises:
        InvalidFieldsError: `name` is `required`.
        DuplicateRecordError: `agency-name`: another standing agency has one of them.
        GuardError: `agency-closed`.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    rules.check_name({"name": name})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        agency = tx.get(Agency, agency_id)
        rules.check_standing(agency.status)
        _check_names_are_free(tx, [name, short_name], of=agency)
        fields = {"name": name.strip(), "short_name": short_name.strip()}
        put(tx, agency, seen=seen, fields=fields)
        tx.journal("agency.renamed", record=agency_id)
    return Done(agency.revision, tx.changes)


def allow_restricted(
    desk: Desk, agency_id: UUID, *, seen: int, may_have_restricted: bool, reason: str
) -> Done[int]:
    """Say whether an agency may have what is restricted about those it works with.

    Entries about others, those that could do serious harm included; legal advice never. It holds
    at once: for whoever sits at a desk for it, and for every paper made from then on. Gives the
    new revision.

    Raises:
        ReasonNeededError: `restricted-right`: taking it away needs one as giving it does.
        GuardError: `agency-closed`; `agency-never-named`: its kind gets nothing about people.
        MissingRecordError, StaleRecordError: As elsewhere.
        NotPermittedError: The role may not have restricted entries itself.
    """
    need_reason(reason, "restricted-right")
    with desk.act(Right.SEE_RESTRICTED) as tx:
        agency = tx.get(Agency, agency_id)
        rules.check_standing(agency.status)
        if may_have_restricted and agency.agency_kind in NEVER_NAMED_DATA:
            raise GuardError("agency-never-named")
        put(tx, agency, seen=seen, fields={"may_have_restricted": may_have_restricted})
        given = "agency.restricted_given" if may_have_restricted else "agency.restricted_taken"
        tx.journal(given, record=agency_id, reason=reason.strip())
    return Done(agency.revision, tx.changes)


def record_agreement(
    desk: Desk, agency_id: UUID, *, signed_on: date, expires_on: date | None
) -> Done[None]:
    """Record that an agency has signed the sharing agreement, and until when it holds.

    Raises:
        InvalidFieldsError: Signed in the future, or ending before it begins.
        GuardError: `agency-closed`.
        MissingRecordError: No such agency.
    """
    rules.check_agreement(signed_on, expires_on, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        agency = tx.get(Agency, agency_id)
        rules.check_standing(agency.status)
        agency.agreement_signed_on, agency.agreement_expires_on = signed_on, expires_on
        tx.journal("agency.agreement_signed", record=agency_id)
    return Done(None, tx.changes)


def merge_agency(desk: Desk, agency_id: UUID, *, into: UUID, on: date | None = None) -> Done[None]:
    """Let an agency become part of another: its people, seats and open actions go with it.

    What was done under its name keeps it. Whoever must not be told stays so: an exclusion of one
    counts for both from now on, and ends the role of a lead who comes under it.

    Raises:
        InvalidFieldsError: `into` is the `same`; the day is in the future.
        GuardError: `agency-closed`: one of them does not stand; `nobody-left-to-lift`: nobody
            could lift an exclusion again that comes to count for both.
        MissingRecordError: No such agency.
    """
    if agency_id == into:
        raise InvalidFieldsError({"into": "same"})
    day = on or desk.today()
    rules.check_ending(day, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        gone, successor = tx.get(Agency, agency_id), tx.get(Agency, into)
        rules.check_standing(gone.status)
        rules.check_standing(successor.status)
        with one_is_left(tx):
            gone.status, gone.successor_id, gone.ended_on = AgencyStatus.MERGED, into, day
            _pass_on(desk, tx, gone, successor)
        for person in sorted(tx.readers.kept_from(into)):
            end_role_of_untold(tx, person, desk.today())
        tx.journal("agency.merged", record=agency_id)
    return Done(None, tx.changes)


def close_agency(
    desk: Desk, agency_id: UUID, *, reason: str, on: date | None = None
) -> Done[None]:
    """Record that an agency is no more and nobody took it over.

    Raises:
        ReasonNeededError: `agency-closed`.
        GuardError: `people-in-post`, `open-actions-of-agency`, `agency-closed`.
        InvalidFieldsError: The day is in the future.
        MissingRecordError: No such agency.
    """
    need_reason(reason, "agency-closed")
    day = on or desk.today()
    rules.check_ending(day, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        agency = tx.get(Agency, agency_id)
        rules.check_standing(agency.status)
        in_post = tx.directory.in_post(agency_id, desk.today())
        rules.check_closing(len(in_post), len(tx.directory.open_actions_of([agency_id])))
        agency.status, agency.ended_on = AgencyStatus.CLOSED, day
        tx.journal("agency.closed", record=agency_id, reason=reason)
    return Done(None, tx.changes)


def find_agreements_to_renew(desk: Desk) -> list[AgreementRow]:
    """List standing agencies that have not signed, or whose agreement has run out or soon will.

    Those that never signed come first, then by the day the agreement ends.
    """
    today = desk.today()
    with desk.read() as look:
        standing = [a for a in look.directory.agencies() if a.status is AgencyStatus.ACTIVE]
        rows = [_agreement(agency, today) for agency in standing]
    waiting = [row for row in rows if row.state is not AgreementState.SIGNED]
    return sorted(waiting, key=lambda row: (row.expires_on or date.min, row.agency))


def find_former_names(desk: Desk, agency_id: UUID) -> list[FormerName]:
    """List the names an agency had before, oldest first.

    Raises:
        MissingRecordError: No such agency.
    """
    with desk.read() as look:
        look.get(Agency, agency_id)
        said = [c for c in look.history.changes_of(agency_id) if c.field == "name"]
        return [
            FormerName(str(old.value), new.made.astimezone(LONDON).date())
            for old, new in pairwise(said)
        ]


def _agreement(agency: Agency, today: date) -> AgreementRow:
    signed_on, expires_on = agency.agreement_signed_on, agency.agreement_expires_on
    return AgreementRow(
        agency_id=agency.id,
        agency=agency.name,
        state=rules.agreement_state(signed_on, expires_on, today),
        expires_on=expires_on,
        days_left=(expires_on - today).days if expires_on else None,
    )


def _check_names_are_free(tx: Reading, names: Iterable[str], of: Agency | None = None) -> None:
    """Refuse a name that is another's, long or short: papers go out by it."""
    own = {of.name, of.short_name} if of else set()
    for standing in tx.directory.agencies_called({*names} - own):
        if of is None or standing.id != of.id:
            raise DuplicateRecordError("agency-name", standing.id)


def _pass_on(desk: Desk, tx: Transaction, gone: Agency, successor: Agency) -> None:
    for professional in tx.directory.in_post(gone.id, desk.today()):
        professional.agency_id = successor.id
    for seat in tx.directory.seats():
        if seat.agency_id == gone.id:
            seat.agency_id = successor.id
    for action in tx.directory.open_actions_of([gone.id]):
        action.owner_agency_id, action.owner_agency = successor.id, successor.name
