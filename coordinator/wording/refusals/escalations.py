"""What stops a step of an escalation, and what it needs a reason for; see `rules`."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str, str]] = {
    "escalation-sent": (
        N_("This escalation has been sent; its words no longer change."),
        N_("Add a note to its thread, or withdraw it and raise it again."),
    ),
    "escalation-answered": (
        N_("This escalation has been answered."),
        N_("Close it with what the answer changed."),
    ),
    "nothing-awaited": (
        N_("Nobody owes an answer to this escalation."),
        N_("Send it first, or open it again."),
    ),
    "nothing-in-the-way": (
        N_("Nothing is noted that stops this action."),
        N_("Say what stops it first, then raise it."),
    ),
    "not-repeated": (
        N_("This agency has not said 'not done' that often in the last quarter."),
        N_("Look again at what could be raised; one action can be raised by itself."),
    ),
    "not-answered": (
        N_("This escalation has no answer yet."),
        N_("Record the answer, take it to the next level, or withdraw it."),
    ),
    "not-due-yet": (
        N_("There is still time to answer."),
        N_("Chase it, or wait until the day to answer has passed."),
    ),
    "not-sent": (
        N_("This escalation has not been sent."),
        N_("Send it, or choose another level for the draft."),
    ),
    "draft-half-written": (
        N_("This escalation does not say yet whom it asks, for what exactly and by when."),
        N_("Finish the draft; a paper or a text of it can be made then."),
    ),
    "effect-needed": (
        N_("It is not written what the answer changed."),
        N_("Say which action, goal or part of the plan changed, or that nothing did."),
    ),
    "gap-needed": (
        N_("The barrier feeds no gap yet."),
        N_("In What is stuck, say of the barrier that it is a gap; then close this with it."),
    ),
    "top-of-ladder": (
        N_("There is no level above this one."),
        N_("Chase the answer, or turn the barrier into a gap."),
    ),
    "no-levels": (
        N_("Safeguarding goes past the ladder and has no next level."),
        N_("Act now; then chase the answer, or raise it with somebody else."),
    ),
    "barrier-settled": (
        N_("What it was raised about no longer stands in the way."),
        N_("Work on the barrier again first."),
    ),
}

DUPLICATES: Mapping[str, tuple[str, str]] = {
    "open-escalation": (
        N_("Somebody is being asked about this barrier already."),
        N_("Go on with that escalation, or withdraw it first."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "escalation-withdrawn": N_("The escalation is withdrawn."),
    "escalation-reopened": N_("The escalation was closed and opens again."),
    "names-shown": N_("The papers of this escalation name the person."),
    "passed-on-early": N_("There is still time to answer."),
}

FIELD_NAMES: Mapping[str, str] = {
    "receiver": N_("Who is asked"),
    "receiver_id": N_("Who is asked"),
    "ask": N_("What exactly is asked"),
    "respond_by": N_("Day to answer by"),
    "level": N_("Level"),
    "barrier_id": N_("What is in the way"),
    "answered_on": N_("Day of the answer"),
    "answered_by": N_("Who answered"),
    "acknowledged_on": N_("Day it was acknowledged"),
    "sent_on": N_("Day it was sent"),
    "happened_on": N_("Day"),
    "effect": N_("What changed"),
    "effect_action_id": N_("Which action"),
    "barrier_status": N_("What becomes of the barrier"),
}
