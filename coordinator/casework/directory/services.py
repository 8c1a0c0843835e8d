"""The service directory: hubs, drop-ins and lines that somebody can be sent to."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Agency, Service
from coordinator.domain.directory import services as rules
from coordinator.domain.directory.services import SERVICE_FIELDS, ServiceRow, found_by
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def add_service(desk: Desk, **fields: Any) -> Done[UUID]:
    """Put a service into the directory; what is written of it counts as checked today.

    Args:
        desk: Where and by whom.
        fields: `name` and `service_kind`, and of agency_id, area, address, hours, who_for,
            how_to_refer, phone and note.

    Raises:
        InvalidFieldsError: It has no name or kind, or a field is `unknown`.
        MissingRecordError: No such agency.
    """
    rules.check_service(fields)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        if (agency := fields.get("agency_id")) is not None:
            tx.get(Agency, agency)
        service = tx.add(Service(id=desk.new_id(), checked_on=desk.today(), **_tidied(fields)))
        tx.journal("service.added", record=service.id)
    return Done(service.id, tx.changes)


def change_service(desk: Desk, service_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what is written of a service; gives the new revision.

    Raises:
        InvalidFieldsError: It would have no name or kind, or a field is `unknown`.
        GuardError: `service-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: No such service or agency.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        service = tx.get(Service, service_id)
        rules.check_open(service.ended_on)
        kept = {name: getattr(service, name) for name in SERVICE_FIELDS}
        rules.check_service({**kept, **fields})
        if (agency := fields.get("agency_id")) is not None:
            tx.get(Agency, agency)
        put(tx, service, seen=seen, fields=_tidied(fields))
        tx.journal("service.changed", record=service.id)
    return Done(service.revision, tx.changes)


def check_service(
    desk: Desk, service_id: UUID, *, seen: int, checked_on: date | None = None
) -> Done[int]:
    """Say that all of it was asked for and still holds; gives the new revision.

    Raises:
        InvalidFieldsError: The day is still to come.
        GuardError: `service-ended`.
        StaleRecordError: Somebody else checked it meanwhile.
        MissingRecordError: No such service.
    """
    day = checked_on or desk.today()
    rules.check_day(day, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        service = tx.get(Service, service_id)
        rules.check_open(service.ended_on)
        put(tx, service, seen=seen, fields={"checked_on": day})
        tx.journal("service.checked", record=service.id)
    return Done(service.revision, tx.changes)


def end_service(desk: Desk, service_id: UUID, *, seen: int, reason: str) -> Done[int]:
    """Say that a service is no more, and why; gives the new revision.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `service-ended`.
        StaleRecordError: Somebody else ended it meanwhile.
        MissingRecordError: No such service.
    """
    need_reason(reason, "service-ended")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        service = tx.get(Service, service_id)
        rules.check_open(service.ended_on)
        put(tx, service, seen=seen, fields={"ended_on": desk.today()})
        tx.journal("service.ended", record=service.id, reason=reason.strip())
    return Done(service.revision, tx.changes)


def find_services(
    desk: Desk, *, text: str = "", with_ended: bool = False
) -> tuple[ServiceRow, ...]:
    """List services by name: those in which every word of the text begins some word."""
    with desk.read() as look:
        found = look.voice.services()
        agencies = look.get_many(Agency, [one.agency_id for one in found if one.agency_id])
        today = desk.today()
        rows = [_row(one, agencies, today) for one in found if with_ended or not one.ended_on]
    return found_by(rows, text)


def _row(one: Service, agencies: Mapping[UUID, Agency], today: date) -> ServiceRow:
    agency = agencies.get(one.agency_id) if one.agency_id else None
    return ServiceRow(
        id=one.id,
        revision=one.revision,
        name=one.name,
        kind=one.service_kind,
        agency_id=one.agency_id,
        agency=agency.name if agency else "",
        area=one.area,
        address=one.address,
        hours=one.hours,
        who_for=one.who_for,
        how_to_refer=one.how_to_refer,
        phone=one.phone,
        note=one.note,
        checked_on=one.checked_on,
        ended_on=one.ended_on,
        needs_check=one.ended_on is None and rules.needs_check(one.checked_on, today),
    )


def _tidied(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }
