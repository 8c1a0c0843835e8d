"""Rows gathered for one bulk write, handed over in an order in which each finds its parents."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from coordinator.db.bulk import Rows
from coordinator.db.models import (
    Action,
    ActionMove,
    ActionNote,
    Agency,
    AgendaItem,
    Alias,
    Barrier,
    Basis,
    Case,
    ComingMove,
    Contact,
    Decision,
    Escalation,
    EscalationEntry,
    Exclusion,
    Gap,
    GapBarrier,
    Goal,
    Holding,
    HousingApplication,
    HousingConstraint,
    LeadRole,
    Meeting,
    Offer,
    OutreachLine,
    OutreachSheet,
    Person,
    Plan,
    PlanVersion,
    Presence,
    Professional,
    Record,
    Referral,
    Risk,
    Seat,
    Series,
    Service,
    Strength,
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

    def batches(self) -> Iterator[Rows]:
        """Give what was gathered, parents first."""
        for model in _ORDER:
            if self._rows[model]:
                yield Rows(model, self._rows[model])
