"""The codes on a returns sheet: which panel and agency it is of, and what each row was made from.

A sheet may come back sorted, cut down, saved as something else or typed anew. Its code stands in
one cell in sight, the code of a row in that row, so that both go wherever it goes. Neither is a
secret or a proof: whoever has the sheet could write them, and what they say is only held against
what is on file.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.domain.states import ActionStatus

_SHEET = re.compile(r"\bR-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,9})\b", re.IGNORECASE)
_ROW = re.compile(r"([0-9a-f]{32})\.(\d{1,9})\.([a-z_]{1,20})\.(\d{4}-\d\d-\d\d)", re.IGNORECASE)


def token(record: UUID) -> str:
    """Give eight figures that stand for a record outside the store, and do not lead back to it."""
    return hashlib.sha256(b"returns sheet " + record.bytes).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class SheetCode:
    """Whose sheet it is: tokens of the panel and the agency, the journal's number when made."""

    panel: str
    agency: str
    number: int

    @property
    def text(self) -> str:
        """The code as it stands on the sheet: `R-1f3a9c2e-77ab01cd-142`."""
        return f"R-{self.panel}-{self.agency}-{self.number}"


def find_code(text: str) -> SheetCode | None:
    """Find the code of a sheet among other words."""
    found = _SHEET.search(text)
    if found is None:
        return None
    return SheetCode(found[1].lower(), found[2].lower(), int(found[3]))


@dataclass(frozen=True, slots=True)
class Basis:
    """What a row was made from: the action, and how it stood then."""

    action: UUID
    revision: int
    status: ActionStatus
    due_on: date

    @property
    def text(self) -> str:
        """The code of the row."""
        return f"{self.action.hex}.{self.revision}.{self.status.value}.{self.due_on.isoformat()}"


def basis_of(text: str) -> Basis | None:
    """Read the code of a row; nothing when it is none."""
    found = _ROW.fullmatch(text.strip())
    if found is None:
        return None
    try:
        status, due_on = ActionStatus(found[3].lower()), date.fromisoformat(found[4])
    except ValueError:
        return None
    return Basis(UUID(hex=found[1]), int(found[2]), status, due_on)
