"""Tables as classes. Times are in UTC unless a meeting's own clock says otherwise."""

from sqlalchemy.orm import configure_mappers

from coordinator.db.models.actions import Action, ActionMove, ActionNote, Barrier, Contact
from coordinator.db.models.base import Fields, Record, Table, Whole
from coordinator.db.models.cases import Case, LeadRole, Referral
from coordinator.db.models.local import ColumnMapping, Draft, SearchText, StoreInfo, User
from coordinator.db.models.log import (
    Act,
    ChangeRow,
    Checkpoint,
    Dispute,
    FieldName,
    HeldBack,
    LoggedChange,
    Origin,
    Replaced,
    Scope,
)
from coordinator.db.models.meetings import (
    AgencyNote,
    AgendaItem,
    Correction,
    Decision,
    Disclosure,
    Meeting,
    Presence,
    Series,
    WeekStepTick,
)
from coordinator.db.models.panel import Agency, Cover, Panel, PanelLine, Professional, Seat
from coordinator.db.models.people import (
    Alias,
    Basis,
    Exclusion,
    Identifier,
    Person,
    Risk,
    Strength,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.models.plans import Goal, Offer, Plan, PlanVersion
from coordinator.db.models.requests import InformationReply, InformationRequest

__all__ = [
    "Act",
    "Action",
    "ActionMove",
    "ActionNote",
    "Agency",
    "AgencyNote",
    "AgendaItem",
    "Alias",
    "Barrier",
    "Basis",
    "Case",
    "ChangeRow",
    "Checkpoint",
    "ColumnMapping",
    "Contact",
    "Correction",
    "Cover",
    "Decision",
    "Disclosure",
    "Dispute",
    "Draft",
    "Exclusion",
    "FieldName",
    "Fields",
    "Goal",
    "HeldBack",
    "Identifier",
    "InformationReply",
    "InformationRequest",
    "LeadRole",
    "LoggedChange",
    "Meeting",
    "Offer",
    "Origin",
    "Panel",
    "PanelLine",
    "Person",
    "Plan",
    "PlanVersion",
    "Presence",
    "Professional",
    "Record",
    "Referral",
    "Replaced",
    "Risk",
    "Scope",
    "SearchText",
    "Seat",
    "Series",
    "StoreInfo",
    "Strength",
    "Table",
    "User",
    "Warning",
    "WeekStepTick",
    "Whole",
]

configure_mappers()  # while it is loaded ahead, not while somebody waits for the first read
