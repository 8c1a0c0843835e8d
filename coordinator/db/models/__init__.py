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
from coordinator.db.models.disclosures import DisclosedPerson, Disclosure, DisclosureEnd
from coordinator.db.models.escalations import Escalation, EscalationEntry, Gap, GapBarrier
from coordinator.db.models.housing import HousingApplication, HousingConstraint
from coordinator.db.models.local import (
    AgencyPassword,
    ColumnMapping,
    Draft,
    SearchText,
    StoreInfo,
    User,
)
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
from coordinator.db.models.panel import (
    Agency,
    Cover,
    Panel,
    PanelLine,
    PanelTemplate,
    Professional,
    Seat,
)
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
from coordinator.db.models.retention import (
    AccessDecision,
    AccessRequest,
    DeathNotice,
    Disposal,
    RetentionHold,
)
from coordinator.db.models.sharing import (
    ExcludedWorker,
    FieldGuard,
    ForumInvolvement,
    OutsideAssessment,
    Relationship,
)
from coordinator.db.models.tonight import ComingMove, Holding
from coordinator.db.models.voice import CommsLine, OwnPlan, Service, Wish

__all__ = [
    "AccessDecision",
    "AccessRequest",
    "Act",
    "Action",
    "ActionMove",
    "ActionNote",
    "Agency",
    "AgencyNote",
    "AgencyPassword",
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
    "DeathNotice",
    "Decision",
    "DisclosedPerson",
    "Disclosure",
    "DisclosureEnd",
    "Disposal",
    "Dispute",
    "Draft",
    "EnforcementCheck",
    "Escalation",
    "EscalationEntry",
    "ExcludedWorker",
    "Exclusion",
    "FieldGuard",
    "FieldName",
    "Fields",
    "ForumInvolvement",
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
    "OutsideAssessment",
    "OwnPlan",
    "Panel",
    "PanelLine",
    "PanelTemplate",
    "Person",
    "Plan",
    "PlanVersion",
    "Presence",
    "Professional",
    "Protocol",
    "ProtocolStep",
    "Record",
    "Referral",
    "Relationship",
    "Replaced",
    "RetentionHold",
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
