"""Words of contact attempts."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.contacts import (
    ContactResult,
    ContactType,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ContactType: {
        ContactType.STREET: N_("On the street"),
        ContactType.DOORSTEP: N_("At the door"),
        ContactType.DROP_IN: N_("At a drop-in"),
        ContactType.APPOINTMENT: N_("Appointment"),
        ContactType.PHONE: N_("Telephone"),
        ContactType.TEXT: N_("Text or message"),
        ContactType.LETTER: N_("Letter"),
        ContactType.OTHER_WORKER: N_("By another worker"),
        ContactType.HOSPITAL_OR_CUSTODY: N_("In hospital or custody"),
        ContactType.ONLINE: N_("Online"),
        ContactType.WITH_ADVOCATE: N_("With an advocate"),
    },
    ContactResult: {
        ContactResult.MET_ENGAGED: N_("Met, talked"),
        ContactResult.MET_BRIEF: N_("Met briefly"),
        ContactResult.MET_REFUSED: N_("Met, did not want to talk"),
        ContactResult.MET_UNSAFE: N_("Met, not safe to stay"),
        ContactResult.NO_REPLY: N_("No reply"),
        ContactResult.NOT_THERE: N_("Not there"),
        ContactResult.SIGHTED: N_("Seen, not spoken to"),
        ContactResult.MESSAGE_LEFT: N_("Message left"),
        ContactResult.THIRD_PARTY: N_("Somebody else told us"),
        ContactResult.MISSED: N_("Appointment missed"),
        ContactResult.PERSON_CONTACTED_US: N_("Person contacted us"),
    },
}
