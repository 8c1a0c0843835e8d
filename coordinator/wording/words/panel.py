"""Words for what a panel decides for itself."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.panel import (
    AgendaSection,
    Feature,
    RetentionEnd,
    RetentionStart,
    TextKey,
    TimeKey,
    Topic,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Topic: {
        Topic.KIND: N_("Kind of panel"),
        Topic.TEXTS: N_("Texts"),
        Topic.TIMES: N_("Deadlines"),
        Topic.AGENDA: N_("Agenda"),
        Topic.CRITERIA: N_("Criteria"),
        Topic.REFERRAL_FORM: N_("Referral form"),
        Topic.PHRASES: N_("Action phrases"),
        Topic.LADDER: N_("Escalation"),
        Topic.BARRIERS: N_("Barriers"),
        Topic.PROTOCOL: N_("When somebody stops taking part"),
        Topic.RETENTION: N_("Retention"),
        Topic.FEATURES: N_("Switched on"),
    },
    TextKey: {
        TextKey.STATEMENT: N_("Confidentiality statement in full"),
        TextKey.REMINDER: N_("Confidentiality statement in short"),
        TextKey.PURPOSE: N_("Who the panel is for"),
        TextKey.CHASE_DUE: N_("Text that asks an agency how its actions go"),
        TextKey.CHASE_LATE: N_("The same when something is past its date"),
        TextKey.FORM_INTRO: N_("What stands above the referral form"),
        TextKey.PROPORTIONALITY: N_("Why no less would do when something leaves"),
        TextKey.LETTER_TAKEN_ON: N_("Letter: the referral is taken on"),
        TextKey.LETTER_NOT_FOR_US: N_("Letter: the referral is not for this panel"),
        TextKey.LETTER_CLOSED: N_("Closure summary: if it gets worse"),
        TextKey.LETTER_OWN: N_("Letter to the person themselves"),
        TextKey.LETTER_HAND_OVER: N_("Hand-over note"),
    },
    TimeKey: {
        TimeKey.REFERRALS_IN: N_("Referrals are in before the meeting"),
        TimeKey.PAPERS_OUT: N_("Papers go out before the meeting"),
        TimeKey.MINUTES_OUT: N_("Minutes are issued after the meeting"),
        TimeKey.NOT_SEEN: N_("Somebody nobody has seen comes on the agenda after"),
        TimeKey.LOOK_FOR: N_("Somebody nobody has seen comes on the outreach sheet after"),
        TimeKey.MISSING_AFTER: N_("It is asked whether somebody nobody has seen is missing after"),
    },
    AgendaSection: {
        AgendaSection.WELCOME: N_("Welcome"),
        AgendaSection.STATEMENT: N_("Confidentiality and equality"),
        AgendaSection.LAST_MINUTES: N_("Minutes of the last meeting"),
        AgendaSection.ACTIONS: N_("Actions due, agency by agency"),
        AgendaSection.ESCALATIONS: N_("Escalations: answers received and awaited"),
        AgendaSection.URGENT: N_("Urgent"),
        AgendaSection.REVIEWS: N_("Reviews"),
        AgendaSection.REFERRALS: N_("New referrals"),
        AgendaSection.CLOSURES: N_("Ready to step down, or paused"),
        AgendaSection.SYSTEM: N_("The system: barriers, gaps, money"),
        AgendaSection.LEARNING: N_("Learning"),
        AgendaSection.OTHER: N_("Other topics"),
        AgendaSection.OWN: N_("A part of your own"),
        AgendaSection.CLOSING: N_("Any other business, next meetings"),
    },
    RetentionStart: {
        RetentionStart.CASE_CLOSED: N_("The case is closed"),
        RetentionStart.DEATH: N_("The person's death"),
        RetentionStart.REFERRAL_ANSWERED: N_("The referral is answered"),
        RetentionStart.SENT: N_("A copy is sent out"),
        RetentionStart.MEETING_HELD: N_("The meeting is held, for copies of its papers"),
        RetentionStart.ENTRY_MADE: N_("The entry is made"),
    },
    RetentionEnd: {
        RetentionEnd.REVIEW: N_("Look again, then decide"),
        RetentionEnd.DESTROY: N_("Destroy it"),
    },
    Feature: {
        Feature.OFFERS: N_("What agencies offer"),
        Feature.LONG_PLAN: N_("The long plan"),
        Feature.ASSESSMENTS: N_("Assessments"),
        Feature.MONEY: N_("Personal budgets and money"),
        Feature.PLACES: N_("Place plans and groups"),
        Feature.THEMES: N_("Themes of the whole area"),
    },
}
