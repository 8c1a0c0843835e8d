"""What My plan is called by part, and the sentences that every copy of it says."""

from collections.abc import Mapping, Sequence
from datetime import date

from coordinator.domain.lists.plans import OwnView
from coordinator.domain.voice.own_plans import OwnPlanState, OwnPlanView, Part
from coordinator.wording import dates
from coordinator.wording.translation import N_, _

TITLES: Mapping[Part, str] = {
    Part.CALLED: N_("My name"),
    Part.MATTERS: N_("What matters to me"),
    Part.GOOD_AT: N_("What I am good at"),
    Part.HELPS: N_("What helps me"),
    Part.NOT_HELPS: N_("What does not help me"),
    Part.GOALS: N_("What I want"),
    Part.DEEDS: N_("What will happen"),
    Part.I_DO: N_("What I will do"),
    Part.SIGNS: N_("Signs that things are going wrong"),
    Part.THEN: N_("What to do then"),
    Part.RING: N_("Who to ring"),
    Part.MONEY: N_("My money"),
    Part.TALK: N_("When we talk again"),
}

HINTS: Mapping[Part, str] = {
    Part.CALLED: N_("The name they chose. It stands on the front."),
    Part.GOALS: N_("In their own words, five at most."),
    Part.DEEDS: N_("One line each: who | does what | by when. Eight at most."),
    Part.I_DO: N_("Only what they agreed to do."),
    Part.MONEY: N_("Only if a budget is agreed and they want it here."),
    Part.RING: N_("999, 111 and the Samaritans are on every copy."),
}

_STATES: Mapping[OwnPlanState, str] = {
    OwnPlanState.DRAFT: N_("Draft"),
    OwnPlanState.SIGNED: N_("Signed off"),
    OwnPlanState.GIVEN: N_("Given"),
}

VIEWS: Mapping[OwnView, str] = {
    OwnView.HAPPY: N_("I am happy with my plan."),
    OwnView.OK: N_("My plan is OK."),
    OwnView.NOT_HAPPY: N_("I am not happy with my plan."),
}


def title_of(part: Part) -> str:
    """Name a part as it stands on the paper."""
    return _(TITLES[part])


def hint_of(part: Part) -> str:
    """Say what belongs in a part; nothing where its title says it."""
    return _(HINTS[part]) if part in HINTS else ""


def state_words(state: OwnPlanState) -> str:
    """Say how far it has come."""
    return _(_STATES[state])


def standing_words(view: OwnPlanView, today: date) -> str:
    """Say how it stands, in a sentence."""
    if view.state is OwnPlanState.GIVEN:
        on, who = dates.day(view.given_on, today), view.given_by or _("somebody")
        return _("Given on {day} by {who}.", day=on, who=who)
    if view.state is OwnPlanState.SIGNED:
        on, who = dates.day(view.signed_on, today), view.signed_by or _("somebody")
        return _("Signed off on {day} by {who}.", day=on, who=who)
    return _("Nobody has signed it off yet.")


def changed_words(parts: Sequence[Part]) -> str:
    """Say that the plan says something else by now; nothing where it does not."""
    if not parts:
        return ""
    named = ", ".join(title_of(part) for part in parts)
    return _("The plan has changed since: {parts}.", parts=named)


def what_this_is() -> tuple[str, ...]:
    """Say what the paper is, in easy sentences."""
    return (
        _("This is my plan."),
        _("It says what I want."),
        _("It says who will help me."),
    )


def who_sees_it(lead: str) -> tuple[str, ...]:
    """Say who sees it, that no may be said, and whom to tell what is wrong."""
    tell = lead or _("my worker")
    return (
        _("The workers who help me have a plan too."),
        _("This copy is mine."),
        _("I choose who else sees this copy."),
        _("I can say no to any part of the plan."),
        _("I can change my mind."),
        _("If something is not right, I tell {lead}.", lead=tell),
        _("I can make a complaint."),
        _("{lead} must tell me how.", lead=tell),
    )


def ring_now() -> tuple[str, ...]:
    """Give the numbers that are on every copy, each in a sentence that says when to ring."""
    return (
        _("Ring 999 if somebody is in danger now."),
        _("Ring 111 if I need a doctor or a nurse soon."),
        _("Ring the Samaritans on 116 123 if I need somebody to talk to."),
    )
