"""Tables as classes. Times are in UTC unless a meeting's own clock says otherwise."""

from sqlalchemy.orm import configure_mappers

from coordinator.db.models.actions import (
    Action,
    ActionMove,
    ActionNote,
    Barrier,
    Contact,
    EnforcementCheck,
)
from coordinator.db.models.base import Fields, Record, Table, Whole
from coordinator.db.models.cases import Case, LeadRole, Referral
from coordinator.db.models.escalations import Escalation, EscalationEntry, Gap, GapBarrier
from coordinator.db.models.housing import HousingApplication, HousingConstraint
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
from coordinator.db.models.outreach import (
    Missing,
    OutreachLine,
    OutreachSheet,
    Protocol,
    ProtocolStep,
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
from coordinator.db.models.tonight import ComingMove, Holding
from coordinator.db.models.voice import CommsLine, Service, Wish

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
    "ComingMove",
    "CommsLine",
    "Contact",
    "Correction",
    "Cover",
    "Decision",
    "Disclosure",
    "Dispute",
    "Draft",
    "EnforcementCheck",
    "Escalation",
    "EscalationEntry",
    "Exclusion",
    "FieldName",
    "Fields",
    "Gap",
    "GapBarrier",
    "Goal",
    "HeldBack",
    "Holding",
    "HousingApplication",
    "HousingConstraint",
    "Identifier",
    "InformationReply",
    "InformationRequest",
    "LeadRole",
    "LoggedChange",
    "Meeting",
    "Missing",
    "Offer",
    "Origin",
    "OutreachLine",
    "OutreachSheet",
    "Panel",
    "PanelLine",
    "Person",
    "Plan",
    "PlanVersion",
    "Presence",
    "Professional",
    "Protocol",
    "ProtocolStep",
    "Record",
    "Referral",
    "Replaced",
    "Risk",
    "Scope",
    "SearchText",
    "Seat",
    "Series",
    "Service",
    "StoreInfo",
    "Strength",
    "Table",
    "User",
    "Warning",
    "WeekStepTick",
    "Whole",
    "Wish",
]

configure_mappers()  # while it is loaded ahead, not while somebody waits for the first read
