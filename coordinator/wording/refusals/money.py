"""What stops an entry of the ledger, and what was done to it; see `rules`."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str, str]] = {
    "own-request": (
        N_("Whoever asked for the money does not decide it."),
        N_("Name the vice-chair, or let somebody else ask."),
    ),
    "money-not-as-asked": (
        N_("What is said to be agreed is not what was asked for, nor part of it."),
        N_("Decide the request here."),
    ),
    "money-decided": (
        N_("This request was decided and does not change."),
        N_("Withdraw it and ask again, or ask for what is missing."),
    ),
    "money-over": (
        N_("This request was withdrawn or settled, and nothing follows."),
        N_("Ask again if money is needed after all."),
    ),
    "money-not-agreed": (
        N_("No money was agreed on this request."),
        N_("Let the panel decide it first."),
    ),
    "money-went-out": (
        N_("Some of the money went out already."),
        N_("Note what came back, then settle the request."),
    ),
    "entry-taken-back": (
        N_("This entry was taken back and does not change."),
        N_("Note it anew if it was right after all."),
    ),
    "came-back-since": (
        N_("More came back on this request than would have gone out."),
        N_("Take back what was noted as given back first."),
    ),
    "allocation-ended": (
        N_("This allocation was taken back and does not change."),
        N_("Add it anew if it was right after all."),
    ),
}

FIELDS: Mapping[str, str] = {
    "nought": N_("is nought"),
    "not-an-amount": N_("is not an amount; write it as 123.45"),
    "more-than-asked": N_("is more than was asked for; ask for more first"),
    "more-than-spent": N_("is more than went out"),
    "before-asked": N_("is before the day it was asked for"),
    "allocated-already": N_(
        "begins a period for which this fund has an allocation; change that one, or choose other"
        " days"
    ),
}

PROMPTS: Mapping[str, str] = {
    "money-withdrawn": N_("The request is withdrawn."),
    "entry-taken-back": N_("The entry is taken back and counts no more."),
    "money-left": N_("What went out is not what was agreed."),
    "receipts-missing": N_("A receipt is missing."),
    "allocation-ended": N_("The allocation is taken back."),
}

FIELD_NAMES: Mapping[str, str] = {
    "purpose": N_("What it is for"),
    "pence": N_("The amount"),
    "funding": N_("Whose money"),
    "goal_id": N_("The goal"),
    "asked_on": N_("The day it was asked for"),
    "decided_on": N_("The day of the decision"),
    "choice": N_("The decision"),
    "from_on": N_("From"),
    "given_by": N_("Who gave it"),
}

ACTS: Mapping[str, str] = {
    "money.asked": N_("Asked for money"),
    "money.changed": N_("Changed a request for money"),
    "money.withdrawn": N_("Withdrew a request for money"),
    "money.decided": N_("Decided on a request for money"),
    "money.settled": N_("Settled a request for money"),
    "money.spent": N_("Noted money that went out"),
    "money.returned": N_("Noted money that came back"),
    "money.receipt_named": N_("Said where a receipt is"),
    "money.entry_taken_back": N_("Took back an entry of money"),
    "allocation.added": N_("Added money given to the panel"),
    "allocation.changed": N_("Changed money given to the panel"),
    "allocation.ended": N_("Took back money given to the panel"),
}
