"""Which kinds of paper are looked at together, and what each is called; no Qt."""

from coordinator.exports.composing import LETTERS, OF_THE_OFFICE, PaperKind
from coordinator.wording.translation import N_

OF_MEETINGS = (PaperKind.AGENDA, PaperKind.PACK, PaperKind.MINUTES)
OF_PLANS = (PaperKind.PLAN, PaperKind.PLAN_PAGE)
OF_ONE_WHO_ASKED = (PaperKind.ACCESS, PaperKind.ACCESS_LIST, PaperKind.DISCLOSURE_SCHEDULE)
OF_THEIR_OWN = (PaperKind.MY_PLAN, PaperKind.MY_PLAN_LARGE, PaperKind.MY_PLAN_PLAIN)
OF_JOURNEYS = (PaperKind.JOURNEY, PaperKind.JOURNEY_LEARNING)
_SIDE_BY_SIDE = (OF_PLANS, OF_ONE_WHO_ASKED, OF_THEIR_OWN, OF_JOURNEYS)
OF_PANEL = {one.value: some for some in _SIDE_BY_SIDE for one in some} | {
    one.value: (one,)
    for one in (
        PaperKind.COVER,
        PaperKind.REFERRAL_FORM,
        PaperKind.ESCALATION,
        PaperKind.GAPS,
        PaperKind.PLACES,
        PaperKind.OUTREACH,
        PaperKind.TONIGHT,
        PaperKind.ACCOUNTABILITY,
        PaperKind.DEMAND,
        PaperKind.REPORT,
        PaperKind.LEARNING,
        PaperKind.CERTIFICATE,
        PaperKind.DISPOSALS,
        *OF_THE_OFFICE,
        *LETTERS,
    )
}
"""Papers of no meeting are looked at by themselves; the tracker unless another is asked for."""

NAMES = {
    PaperKind.AGENDA: N_("Agenda"),
    PaperKind.PACK: N_("Pack"),
    PaperKind.MINUTES: N_("Minutes"),
    PaperKind.TRACKER: N_("Action tracker"),
    PaperKind.REFERRAL_FORM: N_("Referral form"),
    PaperKind.COVER: N_("Cover sheet"),
    PaperKind.ESCALATION: N_("Briefing"),
    PaperKind.GAPS: N_("Register of gaps"),
    PaperKind.PLACES: N_("Place plans"),
    PaperKind.PLAN: N_("Whole plan"),
    PaperKind.PLAN_PAGE: N_("Plan on one page"),
    PaperKind.OUTREACH: N_("Outreach sheet"),
    PaperKind.TONIGHT: N_("Who holds tonight"),
    PaperKind.ACCOUNTABILITY: N_("Attendance and accountability"),
    PaperKind.DEMAND: N_("Demand before and after"),
    PaperKind.REPORT: N_("Quarterly report"),
    PaperKind.LEARNING: N_("Learning and gaps"),
    PaperKind.ACCESS: N_("What is held"),
    PaperKind.ACCESS_LIST: N_("List for the officer"),
    PaperKind.DISCLOSURE_SCHEDULE: N_("Disclosure schedule"),
    PaperKind.CERTIFICATE: N_("Retention certificate"),
    PaperKind.DISPOSALS: N_("Records to be erased"),
    PaperKind.IMPACT: N_("Impact assessment"),
    PaperKind.PROCESSING: N_("Record of processing"),
    PaperKind.PRIVACY: N_("Draft privacy notice"),
    PaperKind.HOLDERS: N_("Who holds which copies"),
    PaperKind.ENCRYPTION: N_("How it is encrypted"),
    PaperKind.USERS: N_("Users and rights"),
    PaperKind.MY_PLAN: N_("My plan"),
    PaperKind.MY_PLAN_LARGE: N_("Large print"),
    PaperKind.MY_PLAN_PLAIN: N_("Without pictures"),
    PaperKind.JOURNEY: N_("Journey map"),
    PaperKind.JOURNEY_LEARNING: N_("For learning, without names"),
    PaperKind.ACCEPTED: N_("Acceptance letter"),
    PaperKind.NOT_FOR_US: N_("Letter: not for this panel"),
    PaperKind.OWN_LETTER: N_("Letter to the person"),
    PaperKind.CLOSURE: N_("Closure summary"),
    PaperKind.HAND_OVER: N_("Hand-over note"),
}
NAMES_OF_ONE = {
    PaperKind.MY_PLAN: N_("My plan: {name}"),
    PaperKind.JOURNEY: N_("Journey of {name}"),
    PaperKind.ACCESS: N_("What is held on {name}"),
    PaperKind.ACCEPTED: N_("Acceptance letter: {name}"),
    PaperKind.NOT_FOR_US: N_("Letter, not for this panel: {name}"),
    PaperKind.OWN_LETTER: N_("Letter to the person: {name}"),
    PaperKind.CLOSURE: N_("Closure summary: {name}"),
    PaperKind.HAND_OVER: N_("Hand-over note: {name}"),
}
FOR_ONE = {
    PaperKind.REPORT,
    PaperKind.LEARNING,
    PaperKind.REFERRAL_FORM,
    PaperKind.ESCALATION,
    PaperKind.MY_PLAN,
    PaperKind.ACCESS,
    PaperKind.CERTIFICATE,
    PaperKind.DISPOSALS,
    *OF_THE_OFFICE,
    *LETTERS,
} - {PaperKind.CLOSURE}
"""There is but one copy: for anybody, or for whom it asks."""
