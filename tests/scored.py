"""Somebody scored with the tools that came with the program."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.assessments.reading import read_tools
from coordinator.casework.assessments.scoring import score_person
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.domain.assessments.rules import Score, Scoring
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import case_of
from tests.stores import HEALTH, NURSE, TODAY, sitting
from tests.switched import switch_on

NEEDS, FACTORS = "Needs score", "Vulnerability factors"
ITEMS = [
    "engagement",
    "self_harm_intended",
    "self_harm_unintended",
    "risk_to_others",
    "risk_from_others",
    "stress",
    "social",
    "substances",
    "impulses",
    "housing",
]


def tool(desk: Desk, name: str = NEEDS) -> ToolRow:
    """Give the edition of a tool that is scored with."""
    rows = read_tools(desk).tools
    return next(one for one in rows if one.tool.name == name and one.is_current)


def needs(*values: int | None, why: str = "As seen") -> Mapping[str, Score]:
    """Give scores of the needs tool in the order of its items; what is left out is not known."""
    given = (*values, *(None,) * (len(ITEMS) - len(values)))
    return {
        key: Score(value, why if value else "") for key, value in zip(ITEMS, given, strict=True)
    }


def led(desk: Desk, person: UUID) -> Desk:
    """Give the desk of a nurse who leads somebody: restricted entries are not for her."""
    agree_lead(desk, case_of(desk, person), NURSE)
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def score(
    desk: Desk,
    person: UUID,
    scores: Mapping[str, Score],
    on: date = TODAY,
    *,
    name: str = NEEDS,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
    purpose: str = "",
    note: str = "",
) -> UUID:
    """Score somebody, at a panel that does so; gives the scoring."""
    switch_on(desk, Feature.ASSESSMENTS)
    said = Scoring(
        tool(desk, name).id,
        on,
        scores,
        purpose=purpose,
        note=note,
        sensitivity=sensitivity,
    )
    return score_person(desk, person, said).result
