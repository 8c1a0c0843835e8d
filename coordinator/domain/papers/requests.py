"""What a request for information prints for one agency: names, because it may have these names."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Somebody the agency is asked about."""

    reference: str
    family_name: str = field(repr=False)
    given_name: str = field(repr=False)
    known_as: str = field(default="", repr=False)
    born_on: date | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RequestSheet:
    """One agency's request; `code` tells whose it is when it comes back."""

    imprint: Imprint
    agency: str
    meeting: str
    meeting_on: date
    answer_by: date
    code: str
    people: tuple[RequestLine, ...] = ()
