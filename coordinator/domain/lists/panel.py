"""Lists of what a panel decides for itself: its texts, times, agenda, retention, what is on."""

from enum import StrEnum
from types import MappingProxyType

from coordinator.domain.lists.meetings import AgendaKind


class Topic(StrEnum):
    """What a line of the panel's own settings belongs to."""

    KIND = "kind"
    TEXTS = "texts"
    TIMES = "times"
    AGENDA = "agenda"
    CRITERIA = "criteria"
    REFERRAL_FORM = "referral_form"
    PHRASES = "phrases"
    LADDER = "ladder"
    BARRIERS = "barriers"
    PROTOCOL = "protocol"
    RETENTION = "retention"
    FEATURES = "features"


class TextKey(StrEnum):
    """The standing texts of a panel."""

    STATEMENT = "statement"
    REMINDER = "reminder"
    PURPOSE = "purpose"
    CHASE_DUE = "chase_due"
    CHASE_LATE = "chase_late"
    FORM_INTRO = "form_intro"
    PROPORTIONALITY = "proportionality"
    LETTER_TAKEN_ON = "letter_taken_on"
    LETTER_NOT_FOR_US = "letter_not_for_us"
    LETTER_CLOSED = "letter_closed"
    LETTER_OWN = "letter_own"
    LETTER_HAND_OVER = "letter_hand_over"


class TimeKey(StrEnum):
    """The panel's deadlines, in days; which of them are working days says `WORKING_DAYS`."""

    REFERRALS_IN = "referrals_in"
    PAPERS_OUT = "papers_out"
    MINUTES_OUT = "minutes_out"
    NOT_SEEN = "not_seen"
    LOOK_FOR = "look_for"
    MISSING_AFTER = "missing_after"


WORKING_DAYS = frozenset({TimeKey.REFERRALS_IN, TimeKey.PAPERS_OUT, TimeKey.MINUTES_OUT})


class AgendaSection(StrEnum):
    """The parts of a standard agenda, in their usual order; `OWN` is one the panel names."""

    WELCOME = "welcome"
    STATEMENT = "statement"
    LAST_MINUTES = "last_minutes"
    ACTIONS = "actions"
    ESCALATIONS = "escalations"
    URGENT = "urgent"
    REVIEWS = "reviews"
    REFERRALS = "referrals"
    CLOSURES = "closures"
    SYSTEM = "system"
    LEARNING = "learning"
    OTHER = "other"
    OWN = "own"
    CLOSING = "closing"


KIND_OF = MappingProxyType(
    {
        AgendaSection.ACTIONS: AgendaKind.ACTION_CHECK,
        AgendaSection.ESCALATIONS: AgendaKind.ESCALATION_ANSWER,
        AgendaSection.URGENT: AgendaKind.URGENT,
        AgendaSection.REVIEWS: AgendaKind.REVIEW,
        AgendaSection.REFERRALS: AgendaKind.NEW_REFERRAL,
        AgendaSection.CLOSURES: AgendaKind.CLOSURE,
        AgendaSection.SYSTEM: AgendaKind.SYSTEM,
        AgendaSection.LEARNING: AgendaKind.LEARNING,
        AgendaSection.OTHER: AgendaKind.OTHER,
    }
)
"""The sections that hold lines of their own; the others stand once on every agenda."""


class RetentionStart(StrEnum):
    """What a time of keeping runs from. Source: domain, retention defaults.

    A record of somebody goes by the end of their time with the panel; a copy that went out by the
    day it was sent, and a paper of a meeting by the day that was held.
    """

    CASE_CLOSED = "case_closed"
    DEATH = "death"
    REFERRAL_ANSWERED = "referral_answered"
    SENT = "sent"
    MEETING_HELD = "meeting_held"
    ENTRY_MADE = "entry_made"


class RetentionEnd(StrEnum):
    """What happens when the time is over; never by itself."""

    REVIEW = "review"
    DESTROY = "destroy"


class Feature(StrEnum):
    """What a panel may leave out of sight. What is on file already is shown all the same."""

    OFFERS = "offers"
    LONG_PLAN = "long_plan"
    ASSESSMENTS = "assessments"
    MONEY = "money"
    PLACES = "places"
    THEMES = "themes"
