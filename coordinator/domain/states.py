"""The states records move through. Values are stored and travel in packs; never rename them."""

from enum import StrEnum


class PersonStatus(StrEnum):
    """Where a person stands with the panel."""

    PROSPECTIVE = "prospective"
    CURRENT = "current"
    FORMER = "former"
    ARCHIVED = "archived"


class ReferralStatus(StrEnum):
    """Where a request to take somebody on stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SCREENED = "screened"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    NOT_FOR_US = "not_for_us"
    WITHDRAWN = "withdrawn"


class CaseStatus(StrEnum):
    """Where the record is; where the person is, is the phase."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class CasePhase(StrEnum):
    """Where the person is."""

    ENGAGING = "engaging"
    STABILISING = "stabilising"
    BUILDING = "building"
    SUSTAINING = "sustaining"
    STEPPING_DOWN = "stepping_down"


class PlanStatus(StrEnum):
    """How far a plan has come; one live plan per person (draft, proposed or agreed)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ENDED = "ended"


class GoalStatus(StrEnum):
    """How a goal goes."""

    OPEN = "open"
    ACHIEVED = "achieved"
    PARTLY_ACHIEVED = "partly_achieved"
    NOT_ACHIEVED = "not_achieved"
    DROPPED = "dropped"


class OfferStatus(StrEnum):
    """What has become of an agency's offer."""

    OFFERED = "offered"
    AGREED = "agreed"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"


class ActionStatus(StrEnum):
    """The ten outcomes of an action (domain.md 5.4)."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_DONE = "not_done"
    COULD_NOT = "could_not"
    NOT_NEEDED = "not_needed"
    DECLINED = "declined"
    TRANSFERRED = "transferred"


class BarrierStatus(StrEnum):
    """How far a barrier has come."""

    IDENTIFIED = "identified"
    BEING_WORKED = "being_worked"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"
    GAP = "gap"


class EscalationStatus(StrEnum):
    """How far an escalation has come; whether its answer is overdue is computed."""

    DRAFT = "draft"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    CLOSED = "closed"


class GapStatus(StrEnum):
    """How far a gap has come with those who can close it."""

    OPEN = "open"
    WITH_COMMISSIONER = "with_commissioner"
    DECIDED = "decided"
    CLOSED = "closed"


class ProtocolStatus(StrEnum):
    """How a disengagement protocol goes; none of them closes a case."""

    RUNNING = "running"
    BACK_IN_TOUCH = "back_in_touch"
    COMPLETED = "completed"
    STOPPED = "stopped"


class HousingStep(StrEnum):
    """How far an application for a home has come."""

    APPLIED = "applied"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    APPEALED = "appealed"
    WITHDRAWN = "withdrawn"


class MeetingStatus(StrEnum):
    """From a date in the calendar to approved minutes."""

    SCHEDULED = "scheduled"
    AGENDA_ISSUED = "agenda_issued"
    IN_PROGRESS = "in_progress"
    HELD = "held"
    MINUTES_DRAFT = "minutes_draft"
    MINUTES_ISSUED = "minutes_issued"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class ItemStatus(StrEnum):
    """What became of an agenda item."""

    PLANNED = "planned"
    TAKEN = "taken"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class DecisionStatus(StrEnum):
    """Whether a decision still stands."""

    MADE = "made"
    SUPERSEDED = "superseded"
    REVERSED = "reversed"


class BasisStatus(StrEnum):
    """How complete a person's information basis is; whether its review is due is computed."""

    INCOMPLETE = "incomplete"
    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


class AgencyStatus(StrEnum):
    """Whether an agency still stands under its own name."""

    ACTIVE = "active"
    MERGED = "merged"
    CLOSED = "closed"


class RiskStatus(StrEnum):
    """Whether a risk or warning still holds."""

    ACTIVE = "active"
    UNDER_REVIEW = "under_review"
    ENDED = "ended"


class Sensitivity(StrEnum):
    """How far an entry may travel (domain.md 5.3)."""

    STANDARD = "standard"
    RESTRICTED = "restricted"
    THIRD_PARTY = "third_party"
    SERIOUS_HARM = "serious_harm"
    PRIVILEGED = "privileged"


class Answer(StrEnum):
    """Three answers to a plain question; nothing at all means that nobody asked."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class AccessStatus(StrEnum):
    """How far a request to see what is held has come; whether it is late is computed."""

    RECEIVED = "received"
    WITH_OFFICER = "with_officer"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class DisposalStatus(StrEnum):
    """How far the erasing of a record has come."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DONE = "done"
    DECLINED = "declined"


class BudgetStatus(StrEnum):
    """How far a request for money has come; spending is counted from its entries, never stored."""

    ASKED = "asked"
    AGREED = "agreed"
    PART_AGREED = "part_agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"


class PlacePlanStatus(StrEnum):
    """How far a place plan has come."""

    DRAFT = "draft"
    AGREED = "agreed"
    ENDED = "ended"


class ReviewStatus(StrEnum):
    """How far a learning review has come."""

    BEGUN = "begun"
    REPORTED = "reported"
    CLOSED = "closed"
