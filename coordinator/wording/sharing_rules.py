"""What blocks recording who may know what; `wording.rules` says how to add one."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str, str]] = {
    "worker-not-told": (
        N_("The person asked, or it was decided, that this worker is not told."),
        N_("Choose somebody else, or lift that first."),
    ),
    "tie-ended": (
        N_("This tie is over already."),
        N_("Note it anew if it is taken up again."),
    ),
    "basis-complete": (
        N_("The information basis is complete."),
        N_("Work as usual: nothing has to be urgent."),
    ),
}

FIELDS: Mapping[str, str] = {
    "consent-not-given": N_("cannot be consent: the person does not agree"),
    "capacity-for-what": N_("is missing: capacity is looked at for one decision"),
    "given-twice": N_("holds the same power twice"),
    "same-person": N_("is the person themselves"),
}

DUPLICATES: Mapping[str, tuple[str, str]] = {
    "excluded-worker": (
        N_("It is already recorded that this worker is not told."),
        N_("Change the entry that stands."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "chair-exports": N_(
        "The chair says why before papers leave: press Ctrl+K and choose Say why papers leave;"
        " on the command line, --reason."
    ),
    "tie-ended": N_("A tie is over."),
    "restricted-right": N_("Whether an agency may have restricted entries is to change."),
    "sensitivity-lowered": N_("More people may see this entry than before."),
    "worker-excluded": N_("A worker is not to be told about the person."),
}
