"""The panel of the small demo before its first meeting: agencies, posts, seats, a series."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import add_agency, merge_agency, record_agreement
from coordinator.casework.directory.page import change_panel
from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.directory.seats import add_template_seats, fill_seat
from coordinator.casework.meetings.series import Appointment, start_series
from coordinator.db.models import Panel, Seat
from coordinator.demo.clock import Clock
from coordinator.demo.dice import Dice
from coordinator.demo.story import Stage, Told
from coordinator.demo.words import agencies
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Role
from coordinator.reference.panels import panel_templates

_ROOM = "Room 2, Porthkerris town hall"


def set_stage(desk: Desk, clock: Clock, dice: Dice) -> Stage:
    """Make the directory and seat the panel."""
    ids = {one["key"]: _agency(desk, one) for one in agencies()}
    for one in agencies():
        if "merged_into" in one:
            merge_agency(desk, ids[one["key"]], into=ids[one["merged_into"]])
    posts, agency_of = _posts(desk, ids)
    stage = Stage(desk, clock, dice, ids, posts, agency_of)
    _seat(stage)
    return stage


def begin_series(stage: Stage, first: date) -> UUID:
    """Begin the weekly meeting as the template has it."""
    template = panel_templates()[0]
    when = Appointment(first, template.starts_at, template.minutes, _ROOM)
    return start_series(stage.desk, name="Weekly tasking meeting", first=when).result


def _agency(desk: Desk, told: Told) -> UUID:
    agency = add_agency(
        desk,
        name=told["name"],
        short_name=told["short"],
        agency_kind=AgencyKind(told["kind"]),
        phone=told["phone"],
        secure_email="signed" in told,
    ).result
    if "signed" in told:
        today = desk.today()
        record_agreement(
            desk,
            agency,
            signed_on=today - timedelta(days=told["signed"]),
            expires_on=today + timedelta(days=told["expires"]),
        )
    return agency


def _posts(desk: Desk, ids: Mapping[str, UUID]) -> tuple[dict[str, UUID], dict[str, UUID]]:
    posts: dict[str, UUID] = {}
    agency_of: dict[str, UUID] = {}
    number = 120
    for one in agencies():
        for told in one["posts"]:
            number += 1
            posts[told["key"]] = _post(desk, ids[one["key"]], told, number)
            agency_of[told["key"]] = ids[one["key"]]
    return posts, agency_of


def _post(desk: Desk, agency: UUID, told: Mapping[str, Any], number: int) -> UUID:
    today = desk.today()
    return add_professional(
        desk,
        name=told["name"],
        agency_id=agency,
        job=told["job"],
        role=Role(told["role"]),
        phone=f"01632 960{number}",
        started_on=today - timedelta(days=300),
        confidentiality_signed_on=today - timedelta(days=20),
    ).result


def _seat(stage: Stage) -> None:
    desk = stage.desk
    add_template_seats(desk, "complex_needs")
    with desk.read() as look:
        seats = {seat.name: seat.id for seat in look.meetings.seats()}
        panel = look.get(Panel, look.info.panel_id)
    for one in agencies():
        if "seat" in one:
            holder, *others = [stage.posts[post["key"]] for post in one["posts"]]
            if one["key"] == "council":
                holder, others = stage.posts["asb"], []
            _fill(stage, seats[one["seat"]], holder, others[0] if others else None)
    _fill(stage, seats["Chair"], stage.chair, None)
    _fill(stage, seats["Coordinator"], desk.sitter.professional, None)
    change_panel(desk, seen=panel.revision, chair_id=stage.chair, places=["Porthkerris"])


def _fill(stage: Stage, seat: UUID, holder: UUID, deputy: UUID | None) -> None:
    with stage.desk.read() as look:
        is_free = look.get(Seat, seat).holder_id is None
    if is_free:
        fill_seat(stage.desk, seat, holder, deputy_id=deputy)
