"""What blocks recording who may know what; `rules` says how to add one."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str, str]] = {
    "not-astray": (
        N_("This was not told to somebody who must not be told."),
        N_("Choose one of those that are listed above the log."),
    ),
    "told-aloud": (
        N_("This was told aloud: there is no copy that could come back."),
        N_("Where it was told to somebody who must not be told, say how it was dealt with."),
    ),
    "worker-not-told": (
        N_("The person asked, or it was decided, that this worker is not told."),
        N_("Choose somebody else, or lift that first."),
    ),
    "nobody-left-to-lift": (
        N_("Nobody would be left who could lift an exclusion and may see the person. It stays."),
        N_(
            "First add a coordinator or chair who may be told, such as one of another agency, to"
            " those who may open this store."
        ),
    ),
    "nobody-to-lift": (
        N_("Nobody who can lift this later would still see the person. Nothing was noted."),
        N_(
            "First add a coordinator or chair who may be told, such as one of another agency, to"
            " those who may open this store. Then note it again."
        ),
    ),
    "name-hidden": (
        N_("A name you may not be told is hidden in this text. Saving it would lose the name."),
        N_("Leave this text as it is, or ask somebody else of the panel to change it."),
    ),
    "not-invited": (
        N_("They are not invited as an observer."),
        N_("Look again at who gets which pack."),
    ),
    "pack-password-replaced": (
        N_("An agency's password was replaced while the packs were made. None was saved."),
        N_("Make them again: they are then locked with the password it is told."),
    ),
    "minutes-final": (
        N_("Approved minutes go out as PDF only; Word is for drafts."),
        N_("Save the PDF, or correct the minutes in the program."),
    ),
    "paper-outdated": (
        N_("Something this paper rests on changed since it was made. It has not left."),
        N_("Look at it again as it is now, then save or print that."),
    ),
    "text-outdated": (
        N_("Something this text rests on changed since it was opened. It was not copied."),
        N_("Close it, open it as it is now, then copy that."),
    ),
    "number-taken": (
        N_("Another paper got this number meanwhile. This one was not saved."),
        N_("Press the button again."),
    ),
    "tie-ended": (
        N_("This tie is over already."),
        N_("Note it anew if it is taken up again."),
    ),
    "assessment-ended": (
        N_("It is noted already that this assessment counts no more."),
        N_("Note a new one, if there is one."),
    ),
    "basis-complete": (
        N_("The information basis is complete."),
        N_("Work as usual: nothing has to be urgent."),
    ),
    "basis-withdrawn": (
        N_("The information basis was withdrawn: nothing more is done or shared about them."),
        N_("Record a basis that stands before you go on; contacts and warnings can be noted."),
    ),
    "urgent-days-over": (
        N_("The five working days to complete the information basis are over."),
        N_("Complete the basis on the person's page, then go on."),
    ),
    "basis-not-complete": (
        N_("The information basis is not complete, and your role does not begin urgent work."),
        N_("Ask the coordinator to complete it, or to say why it cannot wait."),
    ),
}

FIELDS: Mapping[str, str] = {
    "consent-not-given": N_("cannot be consent: the person does not agree"),
    "capacity-for-what": N_("is missing: capacity is looked at for one decision"),
    "given-twice": N_("holds the same power twice"),
    "same-person": N_("is the person themselves"),
    "signed-twice": N_("is the same name as the first: two different people sign"),
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
    "told-agency-not-told": N_(
        "This agency must not be told about the person. It stands in the log as told to somebody"
        " who must not be told: how did it come to that, and what is done about it?"
    ),
    "told-worker-not-told": N_(
        "This worker must not be told about the person. It stands in the log as told to somebody"
        " who must not be told: how did it come to that, and what is done about it?"
    ),
    "perhaps-not-told": N_(
        "Somebody at this agency, or of such a name, must not be told about the person: who heard"
        " it, and how do you know?"
    ),
    "not-discussed": N_(
        "It is noted not to discuss the person with them. Why were they told, and what is done"
        " about it?"
    ),
    "tie-ended": N_("A tie is over."),
    "assessment-ended": N_("An assessment made elsewhere counts no more."),
    "restricted-right": N_("Whether an agency may have restricted entries is to change."),
    "sensitivity-lowered": N_("More people may see this entry than before."),
    "worker-excluded": N_("A worker is not to be told about the person."),
}
