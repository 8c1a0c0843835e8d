"""The code on a request for information: of which panel, for which meeting, to which agency.

It stands in sight on the sheet and is no secret and no proof: what it says is only held against
what is on file when the sheet comes back.
"""

import hashlib
import re
from dataclasses import dataclass
from uuid import UUID

_CODE = re.compile(r"\bQ-([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RequestCode:
    """Tokens of the panel, the meeting and the agency."""

    panel: str
    meeting: str
    agency: str

    @property
    def text(self) -> str:
        """The code as it stands on the sheet: `Q-1f3a9c2e-77ab01cd-90ee41b7`."""
        return f"Q-{self.panel}-{self.meeting}-{self.agency}"


def request_code(panel: UUID, meeting: UUID, agency: UUID) -> RequestCode:
    """Make the code of a request."""
    return RequestCode(_token(panel), _token(meeting), _token(agency))


def find_request_code(text: str) -> RequestCode | None:
    """Find the code of a request among other words."""
    found = _CODE.search(text)
    return RequestCode(*(part.lower() for part in found.groups())) if found else None


def _token(record: UUID) -> str:
    """Give eight figures that stand for a record and do not lead back to it."""
    return hashlib.sha256(b"request for information " + record.bytes).hexdigest()[:8]
