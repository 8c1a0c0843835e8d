"""What can be done on the page of a person, and by whom; no Qt."""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial

from coordinator.casework.desk import Sitter
from coordinator.domain.cases.rules import CasePeriod, LeadPeriod
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.states import BasisStatus, CaseStatus, ReferralStatus


class Step(Enum):
    """One thing that can be done about a person, or with one line on their page."""

    AGREE_LEAD = "agree_lead"
    HAND_OVER = "hand_over"
    ACCEPT_LEAD = "accept_lead"
    END_LEAD = "end_lead"
    CONTACT = "contact"
    REVIEW = "review"
    PHASE = "phase"
    PRIORITY = "priority"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    REOPEN = "reopen"
    NAMES = "names"
    REACH = "reach"
    ABOUT = "about"
    ALIAS = "alias"
    NUMBER = "number"
    DEATH = "death"
    DEATH_WITHDRAWN = "death_withdrawn"
    TELL = "tell"
    TOLD = "told"
    PUT_RIGHT = "put_right"
    RETENTION = "retention"
    BASIS = "basis"
    WITHDRAW_BASIS = "withdraw_basis"
    AGREEMENT = "agreement"
    CAPACITY = "capacity"
    URGENT = "urgent"
    EXCLUDE = "exclude"
    EXCLUDE_WORKER = "exclude_worker"
    DISCLOSURES = "disclosures"
    SCHEDULE = "schedule"
    ACCESS = "access"
    WHY_OPENED = "why_opened"
    FORUM = "forum"
    CHANGE_FORUM = "change_forum"
    TIE = "tie"
    CHANGE_TIE = "change_tie"
    END_TIE = "end_tie"
    SCORES = "scores"
    ASSESSMENT = "assessment"
    CHANGE_ASSESSMENT = "change_assessment"
    END_ASSESSMENT = "end_assessment"
    NEEDS = "needs"
    DROP_NEED = "drop_need"
    ENQUIRY = "enquiry"
    CHANGE_ENQUIRY = "change_enquiry"
    END_ENQUIRY = "end_enquiry"
    EARLIER = "earlier"
    RESTRICT = "restrict"
    WARNING = "warning"
    RISK = "risk"
    STRENGTH = "strength"
    PLAN = "plan"
    OWN_PLAN = "own_plan"
    JOURNEY = "journey"
    MEETING = "meeting"
    SETTLE = "settle"
    DROP_ALIAS = "drop_alias"
    DROP_NUMBER = "drop_number"
    LIFT = "lift"
    REVIEW_NOTE = "review_note"
    END_NOTE = "end_note"
    DROP_STRENGTH = "drop_strength"
    VERSION = "version"
    ACTION = "action"
    WISH = "wish"
    ANSWER_WISH = "answer_wish"
    GIVE_WISH = "give_wish"
    TELL_WISH = "tell_wish"
    COMMS = "comms"
    CHANGE_COMMS = "change_comms"
    END_COMMS = "end_comms"
    THINK = "think"
    MISSING = "missing"
    MISSING_CHANGED = "missing_changed"
    FOUND = "found"
    BARRIER = "barrier"
    ESCALATE = "escalate"
    ESCALATION = "escalation"
    HAND_OVER_NOTE = "hand_over_note"
    CLOSURE_SUMMARY = "closure_summary"
    OWN_LETTER = "own_letter"
    COPY_OUT = "copy_out"


_FRONT = (
    Step.AGREE_LEAD,
    Step.REOPEN,
    Step.CONTACT,
    Step.RESUME,
    Step.REVIEW,
    Step.PHASE,
)
"""What is most likely wanted, in that order: the first that is offered is the button."""
_FEW = 4
_OF_EVERYBODY = (
    Step.BASIS,
    Step.AGREEMENT,
    Step.CAPACITY,
    Step.EXCLUDE,
    Step.EXCLUDE_WORKER,
)
_OF_THE_LIVING = (
    Step.NAMES,
    Step.REACH,
    Step.ABOUT,
    Step.ALIAS,
    Step.NUMBER,
    Step.DEATH,
    Step.WARNING,
    Step.RISK,
    Step.STRENGTH,
    Step.NEEDS,
    Step.ENQUIRY,
    Step.FORUM,
    Step.TIE,
    Step.ASSESSMENT,
)


def current_case(page: PersonPage) -> CasePeriod | None:
    """Give the period the person is in, if any."""
    return next((case for case in page.cases if case.status is not CaseStatus.CLOSED), None)


def current_lead(case: CasePeriod) -> LeadPeriod | None:
    """Give whoever leads, also when they have left meanwhile and nobody took over."""
    return next((lead for lead in case.leads if lead.to_on is None), None)


def steps_of(page: PersonPage, sitter: Sitter) -> tuple[Step, ...]:
    """Tell what somebody may do about a person as things stand, in the order of `Step`."""
    allowed = partial(may, sitter.role)
    lives = page.details.died_on is None
    found = {*_about_person(page, allowed, lives=lives)}
    if (case := current_case(page)) is not None:
        found |= {*_with_case(case, allowed, lives=lives)}
        if lives:
            found |= {*_with_lead(case, sitter, allowed)}
    elif page.cases and lives and allowed(Right.DECIDE):
        found.add(Step.REOPEN)
    if allowed(Right.EXPORT):
        found |= {*_letters(page, lives=lives)}
    if not allowed(Right.EXPORT_PANEL):
        found -= {Step.CLOSURE_SUMMARY, Step.OWN_LETTER}
    return tuple(step for step in Step if step in found)


def front_of(page: PersonPage, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Choose the few that stand on the page itself, the likeliest first; More has the rest."""
    case = current_case(page)
    lead = current_lead(case) if case else None
    urgent = [Step.HAND_OVER] if lead is not None and lead.has_left else []
    if lead is not None and lead.accepted_on is None:
        urgent.append(Step.HAND_OVER_NOTE)
    if case is None:
        urgent.append(Step.CLOSURE_SUMMARY)
    rest = [Step.CLOSE] if page.details.died_on is not None else []
    return tuple(step for step in (*urgent, *_FRONT, *rest) if step in steps)[:_FEW]


Allowed = Callable[[Right], bool]


def _about_person(page: PersonPage, allowed: Allowed, *, lives: bool) -> Iterator[Step]:
    yield from _to_look_into(allowed)
    if page.assesses or page.scored:
        yield Step.SCORES
    if lives and allowed(Right.LOG_CONTACTS):
        yield from (Step.CONTACT, Step.WISH)
    if lives and allowed(Right.RUN_MEETINGS):
        yield from (Step.MEETING, Step.COMMS)
    if lives and allowed(Right.UPDATE_ACTIONS):
        yield from (Step.BARRIER, Step.ESCALATE)
    if allowed(Right.EDIT_PEOPLE):
        yield from _OF_EVERYBODY
        yield from (Step.LIFT,) if allowed(Right.DECIDE) else ()
        yield from _OF_THE_LIVING if lives else ()
        yield from _about_basis(page, lives=lives)
    if not lives:
        yield from _after_death(allowed)


def _to_look_into(allowed: Allowed) -> Iterator[Step]:
    yield from (Step.PLAN, Step.OWN_PLAN, Step.WHY_OPENED)
    if allowed(Right.EXPORT):
        yield Step.JOURNEY
    if allowed(Right.SEE_RESTRICTED):
        yield from (Step.RESTRICT, Step.ACCESS)
    if allowed(Right.READ_AUDIT):
        yield from (Step.DISCLOSURES, Step.RETENTION)
        yield from (Step.SCHEDULE,) if allowed(Right.EXPORT_PANEL) else ()


def _after_death(allowed: Allowed) -> Iterator[Step]:
    if allowed(Right.EDIT_PEOPLE):
        yield Step.TELL
    if allowed(Right.DECIDE):
        yield from (Step.PUT_RIGHT, Step.DEATH_WITHDRAWN)


def _letters(page: PersonPage, *, lives: bool) -> Iterator[Step]:
    """Tell what can be written of what was done: each from the act that ended or answered."""
    case = current_case(page)
    if page.cases and case is None:
        yield Step.CLOSURE_SUMMARY
    if case is not None and current_lead(case) is not None and len(case.leads) > 1:
        yield Step.HAND_OVER_NOTE
    if page.cases:
        yield Step.COPY_OUT
    declined = any(one.status is ReferralStatus.NOT_FOR_US for one in page.referrals)
    if lives and (page.cases or declined):
        yield Step.OWN_LETTER


def _about_basis(page: PersonPage, *, lives: bool) -> Iterator[Step]:
    basis = page.sharing.basis
    if basis.id and basis.status is not BasisStatus.WITHDRAWN:
        yield Step.WITHDRAW_BASIS
    if lives and basis.status is not BasisStatus.RECORDED:
        yield Step.URGENT


def _with_case(case: CasePeriod, allowed: Allowed, *, lives: bool) -> Iterator[Step]:
    if lives and allowed(Right.EDIT_PLAN):
        yield from (Step.PHASE, Step.REVIEW)
    if not allowed(Right.DECIDE):
        return
    yield Step.CLOSE
    if lives:
        yield Step.PRIORITY
        yield Step.RESUME if case.status is CaseStatus.PAUSED else Step.PAUSE


def _with_lead(case: CasePeriod, sitter: Sitter, allowed: Allowed) -> Iterator[Step]:
    lead = current_lead(case)
    if lead is None:
        yield from (Step.AGREE_LEAD,) if allowed(Right.DECIDE) else ()
        return
    if allowed(Right.DECIDE):
        yield from (Step.HAND_OVER, Step.END_LEAD)
    is_own = lead.professional_id == sitter.professional
    may_accept = is_own or sitter.role is not Role.LEAD_PROFESSIONAL
    if lead.accepted_on is None and may_accept and allowed(Right.EDIT_PLAN):
        yield Step.ACCEPT_LEAD
