"""Words of requests for information; what is worked out and never stored."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.meetings.information_requests import LeftOut, NotAsked, RequestState
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    NotAsked: {
        NotAsked.CLOSED: N_("Closed or merged"),
        NotAsked.NEVER_NAMED: N_("Never told about a named person"),
        NotAsked.NO_AGREEMENT: N_("No sharing agreement"),
        NotAsked.AGREEMENT_EXPIRED: N_("Sharing agreement has run out"),
    },
    LeftOut: {
        LeftOut.NOT_TOLD: N_("This agency must not be told"),
        LeftOut.NO_BASIS: N_("Information basis not complete"),
        LeftOut.NO_NAME: N_("No name on file"),
        LeftOut.DIED: N_("Has died"),
    },
    RequestState: {
        RequestState.NOT_ASKED: N_("Not asked yet"),
        RequestState.WAITING: N_("Replies missing"),
        RequestState.LATE: N_("Replies late"),
        RequestState.ANSWERED: N_("All replies in"),
    },
}
