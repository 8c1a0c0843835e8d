"""The panel's own settings, and the whole directory on one page."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import rows_of
from coordinator.casework.edits import put
from coordinator.db.models import Agency, Panel, Professional, Seat
from coordinator.db.transaction import Reading
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.directory import rules
from coordinator.domain.directory.rules import (
    AgencyRow,
    DirectoryPage,
    PanelCard,
    ProfessionalRow,
    SeatRow,
)
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

_OFFICERS = ("chair_id", "vice_chair_id", "coordinator_id", "deputy_coordinator_id")
_FIELDS = frozenset({"name", "area", "prefix", "marking", "quorum", "terms", "places", *_OFFICERS})


def change_panel(desk: Desk, *, seen: int, **fields: Any) -> Done[int]:
    """Change the panel's settings and who runs it; gives the new revision.

    Args:
        desk: Where and by whom.
        seen: The revision the form was filled from.
        fields: `name`, `area`, `prefix` (of references), `marking`, `quorum` (in agencies),
            `terms`, `places`, `chair_id`, `vice_chair_id`, `coordinator_id`,
            `deputy_coordinator_id`.

    Raises:
        InvalidFieldsError: A setting no panel can have, or a field that is `unknown`.
        GuardError: `professional-left`; `references-given`: somebody's reference has the prefix.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    rules.check_known(fields, _FIELDS)
    rules.check_panel(fields)
    if "prefix" in fields:
        fields["prefix"] = fields["prefix"].strip().upper()
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        panel = tx.get(Panel, tx.info.panel_id)
        for name in _OFFICERS:
            if who := fields.get(name):
                check_in_post(tx.get(Professional, who).left_on, desk.today())
        if fields.get("prefix", panel.prefix) != panel.prefix and tx.people.count():
            raise GuardError("references-given")
        put(tx, panel, seen=seen, fields=fields)
        tx.journal("panel.changed", record=panel.id)
    return Done(panel.revision, tx.changes)


def read_directory(desk: Desk, *, with_former: bool = False) -> DirectoryPage:
    """Show the panel, its seats, agencies and professionals.

    Args:
        desk: Where and by whom.
        with_former: Agencies that ended and people who left as well.
    """
    today = desk.today()
    with desk.read() as look:
        agencies = {agency.id: agency for agency in look.directory.agencies()}
        people = {one.id: one for one in look.directory.professionals()}
        everybody = [_professional(one, agencies) for one in people.values()]
        points = _contact_points(everybody, today)
        shown = [_agency(one, agencies, points, today) for one in agencies.values()]
        return DirectoryPage(
            panel=_panel(look, people, today),
            seats=tuple(_seat(s, agencies, people, today) for s in look.directory.seats()),
            agencies=tuple(a for a in shown if with_former or a.ended_on is None),
            professionals=tuple(
                p for p in everybody if with_former or rules.is_in_post(p.left_on, today)
            ),
            covers=rows_of(look, look.week.covers(today)),
        )


def read_names(desk: Desk) -> tuple[str, str]:
    """Tell the name of the panel, and of who sits at the desk; however long the directory is."""
    me = desk.sitter.professional
    with desk.read() as look:
        panel, found = look.get(Panel, look.info.panel_id), look.get_many(Professional, [me])
        return panel.name, found[me].name if me in found else ""


def _contact_points(everybody: list[ProfessionalRow], today: date) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for one in everybody:
        if one.is_contact_point and rules.is_in_post(one.left_on, today):
            found.setdefault(one.agency_id, one.name)
    return found


def _panel(look: Reading, people: Mapping[UUID, Professional], today: date) -> PanelCard:
    panel = look.get(Panel, look.info.panel_id)
    acting = look.week.covering(PanelPost.CHAIR, today)

    def name(who: UUID | None) -> str:
        return people[who].name if who else ""

    return PanelCard(
        id=panel.id,
        revision=panel.revision,
        name=panel.name,
        area=panel.area,
        prefix=panel.prefix,
        marking=panel.marking,
        quorum=panel.quorum,
        terms=panel.terms,
        places=tuple(panel.places),
        chair_id=panel.chair_id,
        chair=name(panel.chair_id),
        vice_chair_id=panel.vice_chair_id,
        vice_chair=name(panel.vice_chair_id),
        coordinator_id=panel.coordinator_id,
        coordinator=name(panel.coordinator_id),
        deputy_coordinator_id=panel.deputy_coordinator_id,
        deputy_coordinator=name(panel.deputy_coordinator_id),
        acting_chair_id=acting,
        acting_chair=name(acting),
    )


def _agency(
    agency: Agency, agencies: Mapping[UUID, Agency], points: Mapping[UUID, str], today: date
) -> AgencyRow:
    successor = agencies.get(agency.successor_id) if agency.successor_id else None
    signed_on, expires_on = agency.agreement_signed_on, agency.agreement_expires_on
    return AgencyRow(
        id=agency.id,
        revision=agency.revision,
        name=agency.name,
        short_name=agency.short_name,
        agency_kind=agency.agency_kind,
        status=agency.status,
        successor=successor.name if successor else "",
        ended_on=agency.ended_on,
        agreement=rules.agreement_state(signed_on, expires_on, today),
        agreement_signed_on=signed_on,
        agreement_expires_on=expires_on,
        secure_email=agency.secure_email,
        contact=agency.contact,
        phone=agency.phone,
        email=agency.email,
        contact_point=points.get(agency.id, ""),
        may_have_restricted=agency.may_have_restricted,
    )


def _professional(one: Professional, agencies: Mapping[UUID, Agency]) -> ProfessionalRow:
    return ProfessionalRow(
        id=one.id,
        revision=one.revision,
        name=one.name,
        job=one.job,
        agency_id=one.agency_id,
        agency=agencies[one.agency_id].name,
        role=one.role,
        phone=one.phone,
        email=one.email,
        is_contact_point=one.is_contact_point,
        confidentiality_signed_on=one.confidentiality_signed_on,
        inducted_on=one.inducted_on,
        trauma_trained_on=one.trauma_trained_on,
        started_on=one.started_on,
        left_on=one.left_on,
    )


def _seat(
    seat: Seat,
    agencies: Mapping[UUID, Agency],
    people: Mapping[UUID, Professional],
    today: date,
) -> SeatRow:
    holder = people.get(seat.holder_id) if seat.holder_id else None
    deputy = people.get(seat.deputy_id) if seat.deputy_id else None
    agency_id = seat.agency_id or (holder.agency_id if holder else None)
    return SeatRow(
        id=seat.id,
        revision=seat.revision,
        name=seat.name,
        agency_id=agency_id,
        agency=agencies[agency_id].name if agency_id else "",
        holder_id=seat.holder_id,
        holder=holder.name if holder else "",
        deputy_id=seat.deputy_id,
        deputy=deputy.name if deputy else "",
        required=seat.required,
        vacant_since=seat.vacant_since,
        days_vacant=(today - seat.vacant_since).days if seat.vacant_since else None,
    )
