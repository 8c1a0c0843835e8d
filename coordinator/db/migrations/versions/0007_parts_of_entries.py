"""How far parts of entries may travel; assessments made elsewhere; the panel's Word template.

A column that every older row needs a value for carries its default, so that no table is rebuilt
but that of the officer's decisions: a column with a parent cannot be added in place.
"""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import (
    ID,
    added,
    day,
    index,
    make_table,
    parent,
    rebuilt,
    words,
)

revision = "0007"
down_revision = "0006"

_GUARDED = (
    "action_note",
    "alias",
    "comms_line",
    "coming_move",
    "enforcement_check",
    "holding",
    "identifier",
    "information_reply",
    "protocol",
    "protocol_step",
)


def upgrade() -> None:
    """Make the tables and the columns, and the indexes they are read from."""
    for table in _GUARDED:
        op.add_column(table, added("sensitivity", "standard"))
    restricted: sa.Column[bool] = sa.Column(
        "may_have_restricted", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("agency", restricted)
    op.add_column("own_plan", added("words"))
    for name in ("extension_told_on", "clarify_asked_on", "clarify_came_on"):
        op.add_column("access_request", day(name, maybe=True))
    _decisions()
    _parts()
    _elsewhere()
    _template()


def _decisions() -> None:
    with rebuilt("access_decision") as decision:
        decision.add_column(added("given"))
        decision.add_column(sa.Column("person_id", ID, nullable=True))
        decision.create_foreign_key(
            op.f("fk_access_decision_person_id"), "person", ["person_id"], ["id"]
        )
    index("access_decision", "person_id")


def _parts() -> None:
    make_table(
        "field_guard",
        parent("person_id", "person"),
        words("entry_kind"),
        sa.Column("entry_id", ID, nullable=False),
        words("field"),
        words("level"),
    )
    index("field_guard", "person_id", "entry_id")


def _elsewhere() -> None:
    make_table(
        "outside_assessment",
        parent("person_id", "person"),
        words("tool"),
        day("done_on", maybe=True),
        words("result"),
        words("done_by"),
        parent("agency_id", "agency", maybe=True),
        words("held_where"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    index("outside_assessment", "person_id")


def _template() -> None:
    make_table(
        "panel_template",
        parent("panel_id", "panel"),
        words("name"),
        words("content"),
        day("chosen_on"),
        parent("chosen_by_id", "professional"),
    )
