"""The first store."""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import ID, JSON, MOMENT

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "act",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("changes", sa.LargeBinary(), nullable=False),
        sa.Column("erases", JSON, nullable=False),
        sa.Column("scope", ID, nullable=True),
        sa.Column("record", ID, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_act")),
        sa.UniqueConstraint("id", name=op.f("uq_act_id")),
    )
    op.create_table(
        "agency",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("agency_kind", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("successor_id", ID, nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("agreement_signed_on", sa.Date(), nullable=True),
        sa.Column("agreement_expires_on", sa.Date(), nullable=True),
        sa.Column("secure_email", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["agency.id"], name=op.f("fk_agency_successor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "column_mapping",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_column_mapping")),
    )
    op.create_table(
        "dispute",
        sa.Column("record", ID, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", ID, nullable=False),
        sa.PrimaryKeyConstraint("record", "field", name=op.f("pk_dispute")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("record", ID, nullable=False),
        sa.Column("user", ID, nullable=False),
        sa.Column("seen_revision", sa.Integer(), nullable=False),
        sa.Column("values", JSON, nullable=False),
        sa.Column("typed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("form", "record", "user", name=op.f("pk_draft")),
    )
    op.create_table(
        "field_name",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_field_name")),
    )
    op.create_table(
        "held_back",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("sender", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("held_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_back")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "origin",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("act", ID, nullable=False),
        sa.Column("author", ID, nullable=False),
        sa.Column("install", ID, nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_origin")),
    )
    op.create_table(
        "person",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("preferred_name", sa.Text(), nullable=False),
        sa.Column("pronouns", sa.Text(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("estimated_age", sa.Integer(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("ethnicity", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("needs_interpreter", sa.Boolean(), nullable=True),
        sa.Column("communication", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("safe_to_call", sa.Boolean(), nullable=True),
        sa.Column("safe_contact", sa.Text(), nullable=False),
        sa.Column("usual_places", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("housing", sa.Text(), nullable=True),
        sa.Column("gp", sa.Text(), nullable=False),
        sa.Column("children_affected", sa.Text(), nullable=True),
        sa.Column("pets", sa.Text(), nullable=False),
        sa.Column("mobility", sa.Text(), nullable=False),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("death_source", sa.Text(), nullable=False),
        sa.Column("death_review", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "replaced",
        sa.Column("old", sa.LargeBinary(), nullable=False),
        sa.Column("new", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("old", "new", name=op.f("pk_replaced")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "scope",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_scope")),
        sa.UniqueConstraint("id", name=op.f("uq_scope_id")),
    )
    op.create_table(
        "search_text",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("record", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", ID, nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_search_text")),
    )
    op.create_table(
        "series",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("meeting_type", sa.Text(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("minutes_planned", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "store_info",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store_id", ID, nullable=False),
        sa.Column("install_id", ID, nullable=False),
        sa.Column("panel_id", ID, nullable=False),
        sa.Column("key_generation", sa.Integer(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_store_info")),
    )
    op.create_table(
        "user_account",
        sa.Column("id", ID, nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("professional_id", ID, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("slot", name=op.f("uq_user_account_slot")),
    )
    op.create_table(
        "alias",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alias_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "basis",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("lawful_basis", sa.Text(), nullable=True),
        sa.Column("special_condition", sa.Text(), nullable=True),
        sa.Column("gateway", sa.Text(), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.Column("not_told_reason", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_basis_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_basis")),
        sa.UniqueConstraint("person_id", name=op.f("uq_basis_person_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "change_row",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("scope_key", sa.Integer(), nullable=False),
        sa.Column("record", ID, nullable=False),
        sa.Column("name_key", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("origin_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name_key"], ["field_name.key"], name=op.f("fk_change_row_name_key")
        ),
        sa.ForeignKeyConstraint(
            ["origin_key"], ["origin.key"], name=op.f("fk_change_row_origin_key")
        ),
        sa.ForeignKeyConstraint(
            ["scope_key"], ["scope.key"], name=op.f("fk_change_row_scope_key")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_change_row")),
    )
    op.create_table(
        "checkpoint",
        sa.Column("act_number", sa.Integer(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["act_number"], ["act.number"], name=op.f("fk_checkpoint_act_number")
        ),
        sa.PrimaryKeyConstraint("act_number", name=op.f("pk_checkpoint")),
    )
    op.create_table(
        "exclusion",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_exclusion_agency_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_exclusion_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "identifier",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_identifier_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identifier")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "professional",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("deputy_of_id", ID, nullable=True),
        sa.Column("is_contact_point", sa.Boolean(), nullable=False),
        sa.Column("confidentiality_signed_on", sa.Date(), nullable=True),
        sa.Column("inducted_on", sa.Date(), nullable=True),
        sa.Column("trauma_trained_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_professional_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_of_id"], ["professional.id"], name=op.f("fk_professional_deputy_of_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_professional")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "strength",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_strength_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strength")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meeting",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("series_id", ID, nullable=True),
        sa.Column("series_on", sa.Date(), nullable=True),
        sa.Column("meeting_type", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("minutes_planned", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("chair_id", ID, nullable=True),
        sa.Column("minute_taker_id", ID, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("cancel_reason", sa.Text(), nullable=False),
        sa.Column("item_order", JSON, nullable=False),
        sa.Column("actions_checked", JSON, nullable=False),
        sa.Column("quorum_needed", sa.Integer(), nullable=True),
        sa.Column("began_at", sa.Time(), nullable=True),
        sa.Column("ended_at", sa.Time(), nullable=True),
        sa.Column("statement_read_at", sa.Time(), nullable=True),
        sa.Column("statement_read_by_id", ID, nullable=True),
        sa.Column("last_minutes_accuracy", sa.Text(), nullable=True),
        sa.Column("last_minutes", sa.Text(), nullable=False),
        sa.Column("learning", sa.Text(), nullable=False),
        sa.Column("other_business", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approved_by_id", ID, nullable=True),
        sa.Column("approval_how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["professional.id"], name=op.f("fk_meeting_approved_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["chair_id"], ["professional.id"], name=op.f("fk_meeting_chair_id")
        ),
        sa.ForeignKeyConstraint(
            ["minute_taker_id"], ["professional.id"], name=op.f("fk_meeting_minute_taker_id")
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_meeting_series_id")),
        sa.ForeignKeyConstraint(
            ["statement_read_by_id"],
            ["professional.id"],
            name=op.f("fk_meeting_statement_read_by_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "panel",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("places", JSON, nullable=False),
        sa.Column("chair_id", ID, nullable=True),
        sa.Column("vice_chair_id", ID, nullable=True),
        sa.Column("coordinator_id", ID, nullable=True),
        sa.Column("deputy_coordinator_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["chair_id"], ["professional.id"], name=op.f("fk_panel_chair_id")),
        sa.ForeignKeyConstraint(
            ["coordinator_id"], ["professional.id"], name=op.f("fk_panel_coordinator_id")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_coordinator_id"],
            ["professional.id"],
            name=op.f("fk_panel_deputy_coordinator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["vice_chair_id"], ["professional.id"], name=op.f("fk_panel_vice_chair_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "referral",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("referrer_id", ID, nullable=True),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("why_now", sa.Text(), nullable=False),
        sa.Column("criteria", JSON, nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("no_offer_reason", sa.Text(), nullable=False),
        sa.Column("person_view", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("screening_note", sa.Text(), nullable=False),
        sa.Column("not_accepted_reason", sa.Text(), nullable=True),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        sa.Column("decided_by_id", ID, nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_referral_agency_id")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["professional.id"], name=op.f("fk_referral_decided_by_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_referral_person_id")),
        sa.ForeignKeyConstraint(
            ["referrer_id"], ["professional.id"], name=op.f("fk_referral_referrer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "risk",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("to_whom", sa.Text(), nullable=False),
        sa.Column("triggers", sa.Text(), nullable=False),
        sa.Column("controls", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", ID, nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("person_told", sa.Text(), nullable=True),
        sa.Column("not_told_reason", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("sensitivity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["professional.id"], name=op.f("fk_risk_noted_by_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_risk_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "warning",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", ID, nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("person_told", sa.Text(), nullable=True),
        sa.Column("not_told_reason", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("sensitivity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["professional.id"], name=op.f("fk_warning_noted_by_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_warning_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warning")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_period",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("referral_id", ID, nullable=True),
        sa.Column("reopened_from_id", ID, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=True),
        sa.Column("priority_reason", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("moved_in_on", sa.Date(), nullable=True),
        sa.Column("contact_rhythm", sa.Text(), nullable=False),
        sa.Column("tenancy_contact", sa.Text(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("pause_reason", sa.Text(), nullable=True),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("close_reason", sa.Text(), nullable=True),
        sa.Column("close_note", sa.Text(), nullable=False),
        sa.Column("closing_prompts", sa.Text(), nullable=False),
        sa.Column("remaining_risk", sa.Text(), nullable=False),
        sa.Column("risk_held_by", sa.Text(), nullable=False),
        sa.Column("person_told", sa.Text(), nullable=True),
        sa.Column("learning", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_case_period_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_case_period_referral_id")
        ),
        sa.ForeignKeyConstraint(
            ["reopened_from_id"], ["case_period.id"], name=op.f("fk_case_period_reopened_from_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_period")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "disclosure",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_disclosure_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["professional.id"], name=op.f("fk_disclosure_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_disclosure_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_disclosure_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seat",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("panel_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("holder_id", ID, nullable=True),
        sa.Column("deputy_id", ID, nullable=True),
        sa.Column("vacant_since", sa.Date(), nullable=True),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_seat_agency_id")),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["professional.id"], name=op.f("fk_seat_deputy_id")
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["professional.id"], name=op.f("fk_seat_holder_id")
        ),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_seat_panel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("referral_id", ID, nullable=True),
        sa.Column("carried_from_id", ID, nullable=True),
        sa.Column("item_kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("why_listed", JSON, nullable=False),
        sa.Column("outcome_sought", sa.Text(), nullable=False),
        sa.Column("urgent_reason", sa.Text(), nullable=False),
        sa.Column("minutes_planned", sa.Integer(), nullable=False),
        sa.Column("minutes_used", sa.Integer(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_reason", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("since_last", sa.Text(), nullable=False),
        sa.Column("risks", sa.Text(), nullable=False),
        sa.Column("strengths", sa.Text(), nullable=False),
        sa.Column("person_view", sa.Text(), nullable=False),
        sa.Column("view_spoken_by", sa.Text(), nullable=False),
        sa.Column("disagreement", sa.Text(), nullable=False),
        sa.Column("restricted", sa.Text(), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["carried_from_id"], ["agenda_item.id"], name=op.f("fk_agenda_item_carried_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_period.id"], name=op.f("fk_agenda_item_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_agenda_item_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_agenda_item_referral_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attendance",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("seat_id", ID, nullable=True),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("professional_id", ID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("information_sent", sa.Boolean(), nullable=False),
        sa.Column("information_on", sa.Date(), nullable=True),
        sa.Column("confidentiality_signed", sa.Boolean(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.Time(), nullable=True),
        sa.Column("left_at", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_attendance_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["professional.id"], name=op.f("fk_attendance_professional_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_attendance_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("worker_id", ID, nullable=False),
        sa.Column("contact_type", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("next_try_on", sa.Date(), nullable=True),
        sa.Column("restricted_note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_period.id"], name=op.f("fk_contact_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_person_id")),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["professional.id"], name=op.f("fk_contact_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lead_role",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("professional_id", ID, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("handover_note", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("person_told", sa.Text(), nullable=True),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_period.id"], name=op.f("fk_lead_role_case_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lead_role_person_id")),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["professional.id"], name=op.f("fk_lead_role_professional_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_role")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offer",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("referral_id", ID, nullable=True),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_offer_agency_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_period.id"], name=op.f("fk_offer_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_offer_person_id")),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_offer_referral_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "plan",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("what_matters", sa.Text(), nullable=False),
        sa.Column("how_to_work", sa.Text(), nullable=False),
        sa.Column("what_to_avoid", sa.Text(), nullable=False),
        sa.Column("who_i_trust", sa.Text(), nullable=False),
        sa.Column("formulation", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("warning_signs", sa.Text(), nullable=False),
        sa.Column("contingency", sa.Text(), nullable=False),
        sa.Column("who_to_ring", sa.Text(), nullable=False),
        sa.Column("unknowns", sa.Text(), nullable=False),
        sa.Column("agreed_with_person", sa.Text(), nullable=True),
        sa.Column("agreed_with_on", sa.Date(), nullable=True),
        sa.Column("copy_given_on", sa.Date(), nullable=True),
        sa.Column("goal_order", JSON, nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_period.id"], name=op.f("fk_plan_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_note",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("sensitivity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_agency_note_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_agency_note_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agency_note_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_agency_note_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "correction",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("corrected_on", sa.Date(), nullable=False),
        sa.Column("corrected_by_id", ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrected_by_id"], ["professional.id"], name=op.f("fk_correction_corrected_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_correction_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_correction_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_correction_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("dissent_asked", sa.Boolean(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=False),
        sa.Column("dissent_agencies", JSON, nullable=False),
        sa.Column("decided_by_id", ID, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("superseded_by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["professional.id"], name=op.f("fk_decision_decided_by_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_decision_meeting_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_person_id")),
        sa.ForeignKeyConstraint(
            ["superseded_by_id"], ["decision.id"], name=op.f("fk_decision_superseded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goal",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("goal_domain", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("own_words", sa.Text(), nullable=False),
        sa.Column("panel_words", sa.Text(), nullable=False),
        sa.Column("baseline", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_goal_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_goal_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "plan_version",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("decided_by_id", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("restricted_content", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["professional.id"], name=op.f("fk_plan_version_decided_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_plan_version_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_version_person_id")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_version_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "action",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("goal_id", ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("action_kind", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("owner_agency_id", ID, nullable=True),
        sa.Column("owner_agency", sa.Text(), nullable=False),
        sa.Column("coworkers", JSON, nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("original_due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=False),
        sa.Column("barrier_category", sa.Text(), nullable=True),
        sa.Column("waiting_on", sa.Text(), nullable=False),
        sa.Column("waiting_since", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("continues_id", ID, nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("sensitivity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_period.id"], name=op.f("fk_action_case_id")),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["action.id"], name=op.f("fk_action_continues_id")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_action_goal_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_action_meeting_id")),
        sa.ForeignKeyConstraint(
            ["owner_agency_id"], ["agency.id"], name=op.f("fk_action_owner_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["professional.id"], name=op.f("fk_action_owner_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_action_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "action_move",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("action_id", ID, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("moved_by_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_move_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["moved_by_id"], ["professional.id"], name=op.f("fk_action_move_moved_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_action_move_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_move")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "action_note",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("action_id", ID, nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_note_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_action_note_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["professional.id"], name=op.f("fk_action_note_noted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_action_note_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "barrier",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("action_id", ID, nullable=True),
        sa.Column("goal_id", ID, nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.Column("accepted_by_id", ID, nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["accepted_by_id"], ["professional.id"], name=op.f("fk_barrier_accepted_by_id")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_barrier_action_id")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_barrier_agency_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_barrier_goal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_barrier_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrier")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_act_record"), "act", ["record"], unique=False)
    op.create_index(op.f("ix_act_scope"), "act", ["scope"], unique=False)
    op.create_index(op.f("ix_dispute_scope"), "dispute", ["scope"], unique=False)
    op.create_index("uq_field_name_kind", "field_name", ["kind", "field"], unique=True)
    op.create_index("ix_origin_act", "origin", ["act"], unique=False)
    op.create_index("ix_origin_install", "origin", ["install", "last_number"], unique=False)
    op.create_index("ix_person_family_name", "person", ["family_name", "given_name"], unique=False)
    op.create_index(
        "uq_person_reference",
        "person",
        ["reference"],
        unique=True,
        sqlite_where=sa.text("NOT disputed"),
        postgresql_where=sa.text("NOT disputed"),
    )
    op.create_index("ix_replaced_new", "replaced", ["new"], unique=False)
    op.create_index("uq_search_text_record", "search_text", ["record"], unique=True)
    op.create_index(op.f("ix_alias_person_id"), "alias", ["person_id"], unique=False)
    op.create_index("ix_change_row_place", "change_row", ["record", "name_key"], unique=False)
    op.create_index("ix_change_row_scope", "change_row", ["scope_key"], unique=False)
    op.create_index("uq_change_row_id", "change_row", ["id"], unique=True)
    op.create_index(op.f("ix_exclusion_agency_id"), "exclusion", ["agency_id"], unique=False)
    op.create_index(op.f("ix_exclusion_person_id"), "exclusion", ["person_id"], unique=False)
    op.create_index(op.f("ix_identifier_person_id"), "identifier", ["person_id"], unique=False)
    op.create_index(op.f("ix_identifier_value"), "identifier", ["value"], unique=False)
    op.create_index(op.f("ix_professional_agency_id"), "professional", ["agency_id"], unique=False)
    op.create_index(op.f("ix_strength_person_id"), "strength", ["person_id"], unique=False)
    op.create_index("ix_meeting_on", "meeting", ["on", "status"], unique=False)
    op.create_index(op.f("ix_meeting_series_id"), "meeting", ["series_id"], unique=False)
    op.create_index("uq_meeting_reference", "meeting", ["reference"], unique=True)
    op.create_index(op.f("ix_referral_person_id"), "referral", ["person_id"], unique=False)
    op.create_index(op.f("ix_risk_person_id"), "risk", ["person_id"], unique=False)
    op.create_index(op.f("ix_warning_person_id"), "warning", ["person_id"], unique=False)
    op.create_index(op.f("ix_case_period_person_id"), "case_period", ["person_id"], unique=False)
    op.create_index("ix_case_period_status", "case_period", ["status", "opened_on"], unique=False)
    op.create_index(
        "uq_case_period_open",
        "case_period",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("status != 'closed' AND NOT disputed AND NOT removed"),
        postgresql_where=sa.text("status != 'closed' AND NOT disputed AND NOT removed"),
    )
    op.create_index(op.f("ix_disclosure_person_id"), "disclosure", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_agenda_item_carried_from_id"), "agenda_item", ["carried_from_id"], unique=False
    )
    op.create_index(op.f("ix_agenda_item_case_id"), "agenda_item", ["case_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_person_id"), "agenda_item", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_agenda_item_referral_id"), "agenda_item", ["referral_id"], unique=False
    )
    op.create_index(op.f("ix_attendance_agency_id"), "attendance", ["agency_id"], unique=False)
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_index("ix_contact_person_at", "contact", ["person_id", "at"], unique=False)
    op.create_index(op.f("ix_lead_role_case_id"), "lead_role", ["case_id"], unique=False)
    op.create_index(op.f("ix_lead_role_person_id"), "lead_role", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_lead_role_professional_id"), "lead_role", ["professional_id"], unique=False
    )
    op.create_index(
        "uq_lead_role_current",
        "lead_role",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("to_on IS NULL AND NOT disputed AND NOT removed"),
        postgresql_where=sa.text("to_on IS NULL AND NOT disputed AND NOT removed"),
    )
    op.create_index(op.f("ix_offer_agency_id"), "offer", ["agency_id"], unique=False)
    op.create_index(op.f("ix_offer_person_id"), "offer", ["person_id"], unique=False)
    op.create_index(op.f("ix_plan_case_id"), "plan", ["case_id"], unique=False)
    op.create_index(op.f("ix_plan_person_id"), "plan", ["person_id"], unique=False)
    op.create_index(
        "uq_plan_live",
        "plan",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("status != 'ended' AND NOT disputed AND NOT removed"),
        postgresql_where=sa.text("status != 'ended' AND NOT disputed AND NOT removed"),
    )
    op.create_index(op.f("ix_agency_note_item_id"), "agency_note", ["item_id"], unique=False)
    op.create_index(op.f("ix_agency_note_person_id"), "agency_note", ["person_id"], unique=False)
    op.create_index(op.f("ix_correction_meeting_id"), "correction", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_correction_person_id"), "correction", ["person_id"], unique=False)
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"], unique=False)
    op.create_index(op.f("ix_decision_meeting_id"), "decision", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_decision_person_id"), "decision", ["person_id"], unique=False)
    op.create_index(op.f("ix_goal_person_id"), "goal", ["person_id"], unique=False)
    op.create_index(op.f("ix_goal_plan_id"), "goal", ["plan_id"], unique=False)
    op.create_index(op.f("ix_plan_version_person_id"), "plan_version", ["person_id"], unique=False)
    op.create_index("uq_plan_version_number", "plan_version", ["plan_id", "number"], unique=True)
    op.create_index("ix_action_closed_on", "action", ["closed_on"], unique=False)
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"], unique=False)
    op.create_index(
        "ix_action_open",
        "action",
        ["due_on"],
        unique=False,
        sqlite_where=sa.text("status IN ('open', 'in_progress', 'waiting', 'partly_done')"),
        postgresql_where=sa.text("status IN ('open', 'in_progress', 'waiting', 'partly_done')"),
    )
    op.create_index(op.f("ix_action_owner_agency_id"), "action", ["owner_agency_id"], unique=False)
    op.create_index(
        "ix_action_owner_open",
        "action",
        ["owner_id", "due_on"],
        unique=False,
        sqlite_where=sa.text("status IN ('open', 'in_progress', 'waiting', 'partly_done')"),
        postgresql_where=sa.text("status IN ('open', 'in_progress', 'waiting', 'partly_done')"),
    )
    op.create_index(
        "ix_action_person_status", "action", ["person_id", "status", "due_on"], unique=False
    )
    op.create_index("uq_action_number", "action", ["number"], unique=True)
    op.create_index(op.f("ix_action_move_action_id"), "action_move", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_move_person_id"), "action_move", ["person_id"], unique=False)
    op.create_index(op.f("ix_action_note_action_id"), "action_note", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_note_person_id"), "action_note", ["person_id"], unique=False)
    op.create_index(op.f("ix_barrier_action_id"), "barrier", ["action_id"], unique=False)
    op.create_index(op.f("ix_barrier_person_id"), "barrier", ["person_id"], unique=False)
