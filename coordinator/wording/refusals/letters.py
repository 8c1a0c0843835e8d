"""What stops a letter, and what to do about it."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

FIELDS: Mapping[str, str] = {
    "unknown-in-braces": N_("has something in braces that this letter does not know"),
    "template-gone": N_("needs its template, which is not where it was: The panel"),
    "template-not-a-document": N_("needs a template that is a Word document: The panel"),
    "template-too-large": N_("needs a smaller template: The panel"),
    "template-macros": N_("needs a template without macros: The panel"),
    "template-fetches": N_("needs a template that fetches nothing: The panel"),
}
GUARDS: Mapping[str, tuple[str, str]] = {
    "no-answer-yet": (
        N_("The panel has not given this answer."),
        N_("Answer the referral first; the letter is made from the answer."),
    ),
    "written-to-another": (
        N_("This is written to one agency, and that is not the one you named."),
        N_("Leave the agency out: it goes to whoever it is written to."),
    ),
    "no-hand-over": (
        N_("Nobody has handed this person over to another lead professional."),
        N_("Hand over the lead; the note is made from what is said then."),
    ),
}
