"""Rows gathered for one bulk write, handed over in an order in which each finds its parents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from coordinator.db.bulk import Rows
from coordinator.db.models import (
    Action,
    ActionMove,
    ActionNote,
    ActionTie,
    Agency,
    AgendaItem,
    Alias,
    Assessment,
    AssessmentScore,
    Barrier,
    Basis,
    BudgetAllocation,
    BudgetEntry,
    BudgetLine,
    Case,
    ComingMove,
    Contact,
    Decision,
    DemandCount,
    Escalation,
    EscalationEntry,
    Exclusion,
    Gap,
    GapBarrier,
    Goal,
    GroupSeat,
    Holding,
    HousingApplication,
    HousingConstraint,
    LeadRole,
    LearningNote,
    LearningReview,
    Meeting,
    Need,
    Offer,
    OutreachLine,
    OutreachSheet,
    Person,
    PlaceGroup,
    PlaceMeasure,
    PlacePlan,
    PlacePriority,
    PlaceReading,
    Plan,
    PlanVersion,
    Presence,
    Professional,
    Programme,
    ProgrammePlace,
    Record,
    Referral,
    Risk,
    Seat,
    Series,
    Service,
    Strength,
    Theme,
    ThemeLink,
    TraumaEnquiry,
    Warning,  # noqa: A004 - the word the panel uses
    Wish,
)

_ORDER: tuple[type[Record], ...] = (
    Agency, Professional, Seat, Series, Meeting, Presence,
    Person, Alias, Basis, Exclusion, Warning, Risk, Strength,
    Referral, Case, LeadRole, Plan, PlanVersion, Goal, Offer,
    Action, ActionMove, ActionNote, Barrier, Contact, AgendaItem, Decision,
    Escalation, EscalationEntry, Gap, GapBarrier, OutreachSheet, OutreachLine,
    HousingApplication, HousingConstraint, Wish, Service, Holding, ComingMove,
    Need, TraumaEnquiry, Assessment, AssessmentScore, DemandCount,
    PlaceGroup, GroupSeat, PlacePlan, PlacePriority, PlaceMeasure, PlaceReading,
    BudgetAllocation, BudgetLine, BudgetEntry,
    Programme, ProgrammePlace, Theme, ThemeLink, LearningReview, LearningNote, ActionTie,
)  # fmt: skip


class Sheaf:
    """Rows of many kinds."""

    def __init__(self) -> None:
        self._rows: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)

    def add(self, model: type[Record], **row: Any) -> UUID:
        """Keep one row; gives its id."""
        self._rows[model].append(row)
        return row["id"]  # type: ignore[no-any-return]

    def last(self, model: type[Record]) -> dict[str, Any]:
        """Give the row of a kind that was kept last, to write on in it."""
        return self._rows[model][-1]

    def of(self, model: type[Record]) -> Sequence[Mapping[str, Any]]:
        """Give the rows of a kind that were kept."""
        return self._rows[model]

    def batches(self) -> Iterator[Rows]:
        """Give what was gathered, parents first."""
        for model in _ORDER:
            if self._rows[model]:
                yield Rows(model, self._rows[model])
