"""What blocks keeping, erasing and what follows a death, and what is wrong with their entries."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

Sentence = str | tuple[str, str]

GUARDS: Mapping[str, tuple[Sentence, str]] = {
    "record-open": (
        N_("A case or a referral of this person is open, or no rule says how long to keep it."),
        N_("Close what is open; the panel's rules stand under The panel, Retention."),
    ),
    "record-kept": (
        N_("The time for which this record is kept is not over."),
        N_("Look at it again when it is."),
    ),
    "record-held": (
        (
            N_("Something keeps this record longer."),
            N_("{count} things keep this record longer."),
        ),
        N_("Look at each; let it go once it no longer holds."),
    ),
    "hold-released": (
        N_("This was let go already."),
        N_("Say anew that the record is to be kept, if it is."),
    ),
    "disposal-decided": (
        N_("This was decided already."),
        N_("Look at the list again."),
    ),
    "second-person": (
        N_("Whoever proposed it cannot agree to it."),
        N_("Let a second person sit down, or have a printed list signed by two."),
    ),
    "not-confirmed": (
        N_("Nobody has agreed yet that this record is erased."),
        N_("Let a second person agree, or have a printed list signed by two."),
    ),
    "not-erased": (
        N_("This record is not erased yet, so there is no certificate."),
        N_("Look at Retention for where it stands."),
    ),
    "erasing-tangled": (
        N_("Something kept about somebody else cannot stand without this record."),
        N_("Nothing was erased. Untie the two first, or ask for help."),
    ),
    "erasing-incomplete": (
        N_("Something of this record would have been left, so nothing was erased."),
        N_("The store is as it was. Have it checked, then ask for help."),
    ),
    "act-stays": (
        N_("This cannot be undone like that."),
        N_("Put it right where it was recorded."),
    ),
    "act-erased": (
        N_("Somebody this was about was erased since, so it cannot be taken back."),
        N_("Change what is left where it stands."),
    ),
}

FIELDS: Mapping[str, str] = {
    "other-reference": N_("is not the reference of this record"),
}

DUPLICATES: Mapping[str, tuple[str, str]] = {
    "disposal": (
        N_("This record is proposed for erasing already."),
        N_("Look at the list: it waits for a second person."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "hold-released": N_("Something no longer keeps the record."),
    "disposal-declined": N_("The record is not erased."),
    "corrected-after-death": N_("The record of somebody who has died is put right."),
}

NAMES: Mapping[str, str] = {
    "hold": N_("What keeps it"),
    "look_again_on": N_("Day to look again"),
    "first": N_("First name on the list"),
    "second": N_("Second name on the list"),
    "signed_on": N_("Day it was signed"),
    "typed": N_("Reference"),
    "who": N_("Who"),
    "told_on": N_("Day they were told"),
}
