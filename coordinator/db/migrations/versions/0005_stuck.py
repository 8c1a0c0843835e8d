"""What is stuck: escalations and gaps, outreach, the housing log, wishes, who holds tonight.

Two tables that others point at are rebuilt: a column with a parent cannot be added in place.
"""

from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from coordinator.db.migrations.columns import ID, JSON, MOMENT

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables, the columns they are tied by, and the indexes their lists are read from."""
    _stuck()
    _outreach()
    _housing()
    _voice()
    _tonight()
    _tie()
    _index()


def _stuck() -> None:
    _table(
        "escalation",
        _text("number"),
        _parent("person_id", "person", maybe=True),
        _parent("barrier_id", "barrier", maybe=True),
        _parent("previous_id", "escalation", maybe=True),
        _parent("meeting_id", "meeting", maybe=True),
        _text("track"),
        _number("level", maybe=True),
        _day("raised_on"),
        _parent("raised_by_id", "professional"),
        _parent("receiver_id", "professional", maybe=True),
        _text("receiver"),
        _text("receiver_role"),
        _text("authority"),
        _text("ask"),
        sa.Column("options", JSON, nullable=False),
        _text("recommendation"),
        _text("agency_position"),
        _text("impact"),
        _text("risk_if_nothing"),
        _day("respond_by", maybe=True),
        _text("status"),
        _day("sent_on", maybe=True),
        _day("acknowledged_on", maybe=True),
        _day("answered_on", maybe=True),
        _text("answered_by"),
        _text("answer"),
        _text("conditions"),
        _text("outcome", maybe=True),
        _day("closed_on", maybe=True),
        _text("effect_kind", maybe=True),
        _text("effect"),
        _parent("effect_action_id", "action", maybe=True),
        _number("reopened"),
        _flag("names_shown"),
        _text("names_reason"),
        _text("sensitivity"),
    )
    op.create_index(op.f("ix_escalation_barrier_id"), "escalation", ["barrier_id"])
    op.create_index("ix_escalation_number", "escalation", ["number"])
    op.create_index(op.f("ix_escalation_person_id"), "escalation", ["person_id"])
    op.create_index("ix_escalation_status", "escalation", ["status", "respond_by"])
    _table(
        "escalation_entry",
        _parent("person_id", "person", maybe=True),
        _parent("escalation_id", "escalation"),
        _text("step"),
        _day("happened_on"),
        sa.Column("recorded_at", MOMENT, nullable=False),
        _parent("recorded_by_id", "professional"),
        _text("text"),
    )
    op.create_index(
        op.f("ix_escalation_entry_escalation_id"), "escalation_entry", ["escalation_id"]
    )
    _table(
        "gap",
        _text("number"),
        _text("title"),
        _text("theme"),
        _day("first_raised_on"),
        _number("affected_besides"),
        _text("evidence"),
        _text("cost"),
        _parent("commissioner_id", "professional", maybe=True),
        _text("commissioner"),
        _text("commissioner_role"),
        _text("status"),
        _text("decision"),
        _day("decided_on", maybe=True),
        _text("decided_by"),
        _day("closed_on", maybe=True),
        _text("workaround"),
        _flag("reusable"),
    )
    op.create_index("ix_gap_status", "gap", ["status", "first_raised_on"])
    _table(
        "gap_barrier",
        _parent("gap_id", "gap"),
        _parent("barrier_id", "barrier"),
        _parent("person_id", "person", maybe=True),
        _day("linked_on"),
    )
    op.create_index(op.f("ix_gap_barrier_barrier_id"), "gap_barrier", ["barrier_id"])
    op.create_index(op.f("ix_gap_barrier_gap_id"), "gap_barrier", ["gap_id"])


def _outreach() -> None:
    _table(
        "outreach_sheet",
        _day("on"),
        _text("area"),
        _parent("made_by_id", "professional"),
        _parent("meeting_id", "meeting", maybe=True),
        _text("note"),
    )
    op.create_index(op.f("ix_outreach_sheet_on"), "outreach_sheet", ["on"])
    _table(
        "outreach_line",
        _parent("sheet_id", "outreach_sheet"),
        _parent("person_id", "person"),
        _number("rank"),
        _parent("worker_id", "professional", maybe=True),
        _text("where"),
        _text("why"),
        _parent("contact_id", "contact", maybe=True),
    )
    op.create_index(op.f("ix_outreach_line_person_id"), "outreach_line", ["person_id"])
    op.create_index(op.f("ix_outreach_line_sheet_id"), "outreach_line", ["sheet_id"])
    _table(
        "protocol",
        _parent("person_id", "person"),
        _parent("case_id", "case_period", maybe=True),
        _day("started_on"),
        _parent("started_by_id", "professional"),
        _text("why"),
        _text("status"),
        _day("ended_on", maybe=True),
        _parent("ended_by_id", "professional", maybe=True),
        _text("end_note"),
    )
    op.create_index(op.f("ix_protocol_person_id"), "protocol", ["person_id"])
    op.create_index("ix_protocol_status", "protocol", ["status"])
    _table(
        "protocol_step",
        _parent("protocol_id", "protocol"),
        _parent("person_id", "person"),
        _number("rank"),
        _text("text"),
        _day("due_on"),
        _parent("owner_id", "professional", maybe=True),
        _day("done_on", maybe=True),
        _parent("done_by_id", "professional", maybe=True),
        _text("note"),
    )
    op.create_index(op.f("ix_protocol_step_person_id"), "protocol_step", ["person_id"])
    op.create_index(op.f("ix_protocol_step_protocol_id"), "protocol_step", ["protocol_id"])
    _table(
        "missing",
        _parent("person_id", "person"),
        _parent("case_id", "case_period", maybe=True),
        _day("noted_on"),
        _parent("noted_by_id", "professional"),
        _day("last_seen_on", maybe=True),
        _text("last_seen_where"),
        _text("last_seen_by"),
        _text("police_told", maybe=True),
        _day("police_told_on", maybe=True),
        _text("police_reference"),
        _text("not_told_reason"),
        _text("concern"),
        _day("found_on", maybe=True),
        _text("found_note"),
    )
    op.create_index("ix_missing_found", "missing", ["found_on"])
    op.create_index(op.f("ix_missing_person_id"), "missing", ["person_id"])


def _housing() -> None:
    _table(
        "housing_application",
        _parent("person_id", "person"),
        _parent("case_id", "case_period", maybe=True),
        _day("applied_on"),
        _parent("provider_id", "agency", maybe=True),
        _text("provider"),
        _text("what"),
        _text("status"),
        _day("status_on", maybe=True),
        _text("refusal", maybe=True),
        _text("refusal_words"),
        _day("appealed_on", maybe=True),
        _day("appeal_by", maybe=True),
        _text("appeal_result", maybe=True),
        _day("appeal_on", maybe=True),
        _text("appeal_note"),
        _parent("barrier_id", "barrier", maybe=True),
    )
    op.create_index(
        op.f("ix_housing_application_applied_on"), "housing_application", ["applied_on"]
    )
    op.create_index(op.f("ix_housing_application_person_id"), "housing_application", ["person_id"])
    _table(
        "housing_constraint",
        _parent("person_id", "person"),
        _text("constraint"),
        _text("details"),
        _day("since"),
        _text("status"),
        _day("ended_on", maybe=True),
        _text("end_reason"),
        _text("sensitivity"),
    )
    op.create_index(op.f("ix_housing_constraint_person_id"), "housing_constraint", ["person_id"])


def _voice() -> None:
    _table(
        "wish",
        _parent("person_id", "person"),
        _parent("case_id", "case_period", maybe=True),
        _parent("meeting_id", "meeting", maybe=True),
        _day("asked_on"),
        _parent("heard_by_id", "professional", maybe=True),
        _text("words"),
        _parent("owner_id", "professional", maybe=True),
        _text("owner_agency"),
        _day("answer_by", maybe=True),
        _text("answer"),
        _day("answered_on", maybe=True),
        _parent("answered_by_id", "professional", maybe=True),
        _day("told_on", maybe=True),
        _text("told_by"),
    )
    op.create_index("ix_wish_answered", "wish", ["answered_on", "asked_on"])
    op.create_index(op.f("ix_wish_owner_id"), "wish", ["owner_id"])
    op.create_index(op.f("ix_wish_person_id"), "wish", ["person_id"])
    _table(
        "comms_line",
        _parent("person_id", "person", maybe=True),
        _parent("meeting_id", "meeting", maybe=True),
        _day("agreed_on"),
        _text("may_say"),
        _text("not_say"),
        _parent("said_by_id", "professional", maybe=True),
        _text("said_by"),
        _day("ended_on", maybe=True),
        _text("end_reason"),
    )
    op.create_index(op.f("ix_comms_line_meeting_id"), "comms_line", ["meeting_id"])
    op.create_index(op.f("ix_comms_line_person_id"), "comms_line", ["person_id"])
    _table(
        "service",
        _text("name"),
        _text("service_kind"),
        _parent("agency_id", "agency", maybe=True),
        _text("area"),
        _text("address"),
        _text("hours"),
        _text("who_for"),
        _text("how_to_refer"),
        _text("phone"),
        _text("note"),
        _day("checked_on", maybe=True),
        _day("ended_on", maybe=True),
    )


def _tonight() -> None:
    _table(
        "holding",
        _parent("person_id", "person"),
        _text("part"),
        _day("from_on"),
        _day("to_on", maybe=True),
        sa.Column("weekdays", JSON, nullable=False),
        _parent("worker_id", "professional", maybe=True),
        _parent("agency_id", "agency", maybe=True),
        _text("by"),
        _text("what"),
    )
    op.create_index("ix_holding_person_until", "holding", ["person_id", "to_on"])
    _table(
        "coming_move",
        _parent("person_id", "person"),
        _parent("case_id", "case_period", maybe=True),
        _text("move_kind"),
        _day("on"),
        _text("at_time"),
        _text("place"),
        _text("plan"),
        _parent("worker_id", "professional", maybe=True),
        _text("met_by"),
        _day("happened_on", maybe=True),
        _text("outcome"),
    )
    op.create_index("ix_coming_move_person_on", "coming_move", ["person_id", "on"])
    _table(
        "enforcement_check",
        _parent("person_id", "person", maybe=True),
        _parent("action_id", "action"),
        _text("victim_effect"),
        _text("engagement_effect"),
        _day("checked_on"),
        _parent("checked_by_id", "professional"),
    )
    op.create_index(op.f("ix_enforcement_check_action_id"), "enforcement_check", ["action_id"])
    op.create_index(op.f("ix_enforcement_check_person_id"), "enforcement_check", ["person_id"])


def _tie() -> None:
    op.add_column("case_period", _number("contact_every", maybe=True))
    op.add_column("offer", _day("settled_on", maybe=True))
    with _rebuilt("agenda_item") as item:
        item.add_column(sa.Column("escalation_id", ID, nullable=True))
        item.create_foreign_key(
            op.f("fk_agenda_item_escalation_id"), "escalation", ["escalation_id"], ["id"]
        )
    with _rebuilt("barrier") as barrier:
        barrier.add_column(sa.Column("own_category", sa.Text(), nullable=False, server_default=""))
        barrier.add_column(sa.Column("worker_id", ID, nullable=True))
        barrier.add_column(_day("settled_on", maybe=True))
        barrier.create_foreign_key(
            op.f("fk_barrier_worker_id"), "professional", ["worker_id"], ["id"]
        )
    with _rebuilt("barrier") as barrier:  # old rows are filled now: nothing is taken for granted
        barrier.alter_column("own_category", server_default=None)


def _index() -> None:
    op.create_index("ix_action_due", "action", ["due_on", "owner_agency_id", "status", "done_on"])
    op.create_index("ix_barrier_status", "barrier", ["status", "since"])
    op.create_index("ix_barrier_category", "barrier", ["category", "status"])
    op.create_index("ix_meeting_status", "meeting", ["status", "on"])
    op.create_index("ix_referral_status", "referral", ["status", "referred_on"])


def _table(name: str, *parts: sa.Column[Any]) -> None:
    """Make a table of records; a column that says its parent is tied to it."""
    parents = [
        sa.ForeignKeyConstraint(
            [part.name], [f"{part.info['parent']}.id"], name=op.f(f"fk_{name}_{part.name}")
        )
        for part in parts
        if "parent" in part.info
    ]
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        *parts,
        *parents,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _rebuilt(table: str) -> AbstractContextManager[BatchOperations]:
    return op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_with_rowid": False}
    )


def _text(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=maybe)


def _day(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=maybe)


def _number(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=maybe)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _parent(name: str, table: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, ID, nullable=maybe, info={"parent": table})
