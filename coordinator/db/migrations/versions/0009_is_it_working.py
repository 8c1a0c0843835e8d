"""Whether it works: needs, scores, demand, money, places, themes and what is learnt."""

from alembic import op

from coordinator.db.migrations.columns import (
    added,
    added_flag,
    day,
    index,
    make_table,
    maybe_number,
    number,
    parent,
    several,
    words,
)

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables; risks say what is done, plans what upsets somebody and which words help."""
    _needs()
    _assessments()
    _demand()
    _places()
    _money()
    _learning()
    for name in ("what_we_do", "not_told_agreed_by"):
        op.add_column("risk", added(name))
    for name in ("triggers", "preferred_words"):
        op.add_column("plan", added(name))
    op.add_column("granted", added_flag("lent"))


def _needs() -> None:
    make_table(
        "need",
        parent("person_id", "person"),
        words("area"),
        words("severity"),
        words("need_part", maybe=True),
        day("seen_on"),
        parent("seen_by_id", "professional"),
        words("source"),
        words("note"),
        added("sensitivity", "standard"),
    )
    op.create_index("ix_need_person_seen", "need", ["person_id", "seen_on"])
    make_table(
        "trauma_enquiry",
        parent("person_id", "person"),
        day("asked_on"),
        parent("asked_by_id", "professional"),
        words("enquiry"),
        words("wish"),
        words("support"),
        words("how_we_work"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    index("trauma_enquiry", "person_id")


def _assessments() -> None:
    make_table(
        "assessment_tool",
        parent("edition_of_id", "assessment_tool", maybe=True),
        number("edition"),
        words("tool_kind"),
        words("name"),
        words("owner"),
        words("acknowledgement"),
        words("period"),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    make_table(
        "tool_item",
        parent("tool_id", "assessment_tool"),
        number("rank"),
        words("key"),
        words("words"),
        number("lowest"),
        number("highest"),
        number("step"),
        words("guide"),
    )
    index("tool_item", "tool_id")
    make_table(
        "tool_band",
        parent("tool_id", "assessment_tool"),
        words("name"),
        number("lowest"),
        number("highest"),
    )
    index("tool_band", "tool_id")
    make_table(
        "assessment",
        parent("person_id", "person"),
        parent("tool_id", "assessment_tool"),
        day("done_on"),
        parent("scorer_id", "professional"),
        parent("agency_id", "agency", maybe=True),
        words("purpose"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    op.create_index("ix_assessment_person_done", "assessment", ["person_id", "done_on"])
    index("assessment", "tool_id")
    make_table(
        "assessment_score",
        parent("person_id", "person"),
        parent("assessment_id", "assessment"),
        words("item"),
        words("called"),
        maybe_number("value"),
        words("reason"),
        added("sensitivity", "standard"),
    )
    index("assessment_score", "assessment_id")
    index("assessment_score", "person_id")


def _demand() -> None:
    make_table(
        "demand_count",
        parent("person_id", "person"),
        words("measure"),
        day("from_on"),
        day("to_on"),
        maybe_number("count"),
        parent("agency_id", "agency", maybe=True),
        words("source"),
        day("as_at"),
        words("completeness"),
        words("method"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    op.create_index("ix_demand_count_measure", "demand_count", ["measure", "from_on", "to_on"])
    op.create_index("ix_demand_count_person", "demand_count", ["person_id", "measure", "from_on"])
    make_table(
        "unit_cost",
        words("measure"),
        number("pence"),
        words("price_year"),
        words("source"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    index("unit_cost", "measure")


def _places() -> None:
    make_table(
        "place_group",
        words("name"),
        words("group_kind"),
        words("place"),
        parent("under_id", "place_group", maybe=True),
        words("task"),
        day("until_on", maybe=True),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    make_table(
        "group_seat",
        parent("group_id", "place_group"),
        words("name"),
        parent("agency_id", "agency", maybe=True),
        words("agency"),
        parent("holder_id", "professional", maybe=True),
        words("holder"),
        day("vacant_since", maybe=True),
        number("rank"),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    index("group_seat", "group_id")
    make_table(
        "place_plan",
        words("number"),
        words("place"),
        words("title"),
        parent("group_id", "place_group", maybe=True),
        day("from_on"),
        day("to_on"),
        words("summary"),
        several("no_names"),
        words("status"),
        day("agreed_on", maybe=True),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    make_table(
        "place_priority",
        parent("plan_id", "place_plan"),
        number("rank"),
        words("title"),
        words("why"),
        parent("owner_agency_id", "agency", maybe=True),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    index("place_priority", "plan_id")
    make_table(
        "place_measure",
        parent("plan_id", "place_plan"),
        parent("priority_id", "place_priority", maybe=True),
        words("title"),
        words("unit"),
        words("baseline"),
        day("baseline_on", maybe=True),
        words("target"),
        day("target_on", maybe=True),
        words("source"),
        words("caveat"),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    index("place_measure", "plan_id")
    make_table(
        "place_reading",
        parent("measure_id", "place_measure"),
        day("read_on"),
        words("value"),
        words("source"),
        parent("recorded_by_id", "professional"),
    )
    index("place_reading", "measure_id")


def _money() -> None:
    make_table(
        "budget_line",
        parent("person_id", "person", maybe=True),
        parent("case_id", "case_period", maybe=True),
        parent("place_plan_id", "place_plan", maybe=True),
        parent("goal_id", "goal", maybe=True),
        words("purpose"),
        words("funding"),
        words("own_funding"),
        day("asked_on"),
        parent("asked_by_id", "professional"),
        number("asked_pence"),
        words("status"),
        day("decided_on", maybe=True),
        parent("decided_by_id", "professional", maybe=True),
        maybe_number("agreed_pence"),
        words("decision_reason"),
        parent("meeting_id", "meeting", maybe=True),
        added("sensitivity", "standard"),
    )
    index("budget_line", "person_id")
    index("budget_line", "place_plan_id")
    op.create_index("ix_budget_line_status", "budget_line", ["status", "asked_on"])
    make_table(
        "budget_entry",
        parent("person_id", "person", maybe=True),
        parent("line_id", "budget_line"),
        words("move"),
        number("pence"),
        day("happened_on"),
        parent("recorded_by_id", "professional"),
        words("receipt"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    index("budget_entry", "happened_on")
    index("budget_entry", "line_id")
    index("budget_entry", "person_id")
    make_table(
        "budget_allocation",
        words("funding"),
        words("own_funding"),
        day("from_on"),
        day("to_on"),
        number("pence"),
        words("source"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
    )


def _learning() -> None:
    make_table(
        "learning_review",
        words("number"),
        words("review_kind"),
        words("title"),
        parent("person_id", "person", maybe=True),
        day("begun_on"),
        words("led_by"),
        words("reference"),
        words("found"),
        words("status"),
        day("closed_on", maybe=True),
        words("close_reason"),
        added("sensitivity", "standard"),
    )
    index("learning_review", "person_id")
    make_table(
        "theme",
        words("title"),
        words("description"),
        words("unknowns"),
        words("to_public", maybe=True),
        words("to_partnership", maybe=True),
        words("mitigation", maybe=True),
        words("overall", maybe=True),
        words("overall_reason"),
        day("banded_on", maybe=True),
        parent("banded_by_id", "professional", maybe=True),
        day("review_on", maybe=True),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    make_table(
        "theme_link",
        parent("theme_id", "theme"),
        parent("person_id", "person", maybe=True),
        parent("case_id", "case_period", maybe=True),
        parent("gap_id", "gap", maybe=True),
        day("linked_on"),
    )
    index("theme_link", "gap_id")
    index("theme_link", "person_id")
    index("theme_link", "theme_id")
    make_table(
        "learning_note",
        parent("person_id", "person", maybe=True),
        parent("case_id", "case_period", maybe=True),
        parent("meeting_id", "meeting", maybe=True),
        parent("gap_id", "gap", maybe=True),
        parent("review_id", "learning_review", maybe=True),
        day("noted_on"),
        parent("noted_by_id", "professional"),
        words("happened"),
        words("differently"),
        words("tag", maybe=True),
        words("shared_with"),
        words("told_without_names"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    index("learning_note", "meeting_id")
    op.create_index("ix_learning_note_noted", "learning_note", ["noted_on"])
    index("learning_note", "person_id")
    make_table(
        "programme",
        words("name"),
        words("note"),
        day("from_on", maybe=True),
        day("to_on", maybe=True),
        day("ended_on", maybe=True),
        words("end_reason"),
    )
    make_table(
        "programme_place",
        parent("programme_id", "programme"),
        parent("person_id", "person"),
        parent("case_id", "case_period", maybe=True),
        day("from_on"),
        day("to_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    index("programme_place", "person_id")
    index("programme_place", "programme_id")
    make_table(
        "report_note",
        day("from_on"),
        day("to_on"),
        words("section"),
        words("text"),
    )
    index("report_note", "from_on")
    make_table(
        "action_tie",
        parent("action_id", "action"),
        parent("priority_id", "place_priority", maybe=True),
        parent("review_id", "learning_review", maybe=True),
        words("measure"),
        words("recommendation"),
    )
    index("action_tie", "action_id")
    index("action_tie", "priority_id")
    index("action_tie", "review_id")
