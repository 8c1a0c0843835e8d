"""What stops a person who notes needs, or an enquiry about past harm, in words."""

from collections.abc import Mapping

from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.needs.rules import field_of
from coordinator.wording.translation import N_
from coordinator.wording.words.people import WORDS

FIELDS: Mapping[str, str] = {
    "found-already": N_("has a finding of this day already; take that off first, or choose a day"),
    "no-need": N_("is no need by this finding, so it cannot be the main or an underlying one"),
    "not-found-now": N_("names an area that is not at some or high in this form"),
    "nothing-asked": N_("is not answered, and no other area is either: choose at least one"),
}

FIELD_NAMES: Mapping[str, str] = {
    "seen_on": N_("The day"),
    "findings": N_("At least one area"),
    "main_area": N_("The main need"),
    "beneath": N_("Beneath the others"),
    "enquiry": N_("What came of it"),
    "asked_on": N_("The day"),
    "support": N_("What support followed"),
    **{field_of(area): WORDS[NeedDomain][area] for area in NeedDomain},
}

GUARDS: Mapping[str, tuple[str, str]] = {
    "enquiry-ended": (
        N_("It is noted already that this enquiry counts no more."),
        N_("Note a new one, if there was one."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "need-removed": N_("A finding is taken off as noted in error."),
    "enquiry-not-trained": N_(
        "Whoever asked is not known to be trained to ask about past harm: how did it come to that,"
        " and who looks after the person now?"
    ),
    "enquiry-ended": N_("An enquiry about past harm counts no more."),
}
