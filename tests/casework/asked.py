"""What the acts on a request to see what is held ask for, to try them all."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from coordinator.domain.access.entries import Decided
from coordinator.domain.access.rules import Extension, NewAccessRequest
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from tests.stores import TODAY

DETAILS: Mapping[str, Any] = {
    "officer": "J. Penhale",
    "how": "Passport",
    "until": TODAY + timedelta(days=7),
    **dict.fromkeys(("asked_on", "came_on", "sent_on"), TODAY),
}
OWN: Mapping[str, dict[str, Any]] = {
    "begin_access_request": {"new": NewAccessRequest(TODAY, "Herself")},
    "note_identity": {"on": TODAY},
    "ask_what_they_want": {"on": TODAY},
    "extend_access_request": {
        "new": Extension(TODAY + timedelta(days=40), "2,000 pages", told_on=TODAY)
    },
    "decide_entry": {
        "key": (RecordKind.WARNING, UUID(int=7)),
        "decided": Decided(AccessChoice.GIVE, "Theirs", "An officer"),
    },
}
