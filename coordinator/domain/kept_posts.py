"""A post from whose holder something is kept, as it is asked about; never about whom it is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KeptPost:
    """A post whose holder must not be told about somebody; never about whom."""

    id: UUID
    name: str
    agency: str
    left_on: date | None = None
