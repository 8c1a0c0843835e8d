"""Words for contacts: how their words were read, where they stand."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.exchange.contacts import CheckedHow, ContactState
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    CheckedHow: {
        CheckedHow.IN_PERSON: N_("In person"),
        CheckedHow.TELEPHONE: N_("By telephone, on a number known before"),
    },
    ContactState: {
        ContactState.UNCHECKED: N_("Words not read yet"),
        ContactState.CHECKED: N_("Words read"),
        ContactState.KEY_OLD: N_("Key over a year old"),
        ContactState.REVOKED: N_("Revoked"),
    },
}
