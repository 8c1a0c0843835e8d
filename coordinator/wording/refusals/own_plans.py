"""What blocks writing or giving My plan; `rules` says how to add one."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str | tuple[str, str], str]] = {
    "own-plan-not-agreed": (
        N_("No plan has been agreed yet that it could be written from."),
        N_("Agree the plan first, then write My plan."),
    ),
    "own-plan-begun": (
        N_("My plan has been begun already."),
        N_("Go on with that one."),
    ),
    "own-plan-given": (
        N_("The person has this in their hands; it no longer changes."),
        N_("Begin the next one instead."),
    ),
    "own-plan-empty": (
        N_("It does not say yet what matters, what they want or what will happen."),
        N_("Write at least one of these, then sign it off."),
    ),
    "own-plan-names-others": (
        (
            N_("A sentence may tell of somebody else, or where somebody lives."),
            N_("{count} sentences may tell of somebody else, or where somebody lives."),
        ),
        N_("Write them without that, or say that whoever is named agreed to it."),
    ),
    "own-plan-no-lead": (
        N_("Nobody leads now who could sign it off."),
        N_("Agree a lead professional first."),
    ),
    "own-plan-not-signed": (
        N_("My plan is a draft: the lead professional has not signed it off."),
        N_("Have it signed off, then save, print or give it."),
    ),
}

FIELDS: Mapping[str, str] = {
    "too-many": N_("holds more sentences than can be read easily"),
}
