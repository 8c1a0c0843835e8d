"""Where somebody can be sent: hubs, drop-ins and lines, and when each was last checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.domain.texts import is_blank, plain

CHECKED_FOR = relativedelta(months=6)
"""How long what is written about a service is taken to be right."""

SERVICE_FIELDS = frozenset(
    {
        "name",
        "service_kind",
        "agency_id",
        "area",
        "address",
        "hours",
        "who_for",
        "how_to_refer",
        "phone",
        "note",
    }
)


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service; `needs_check`: nobody has checked it for half a year, or ever."""

    id: UUID
    revision: int
    name: str
    kind: ServiceKind
    agency_id: UUID | None
    agency: str
    area: str
    address: str
    hours: str
    who_for: str
    how_to_refer: str
    phone: str
    note: str = field(repr=False)
    checked_on: date | None = None
    ended_on: date | None = None
    needs_check: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still exists."""
        return self.ended_on is None


def check_service(fields: Mapping[str, Any]) -> None:
    """Refuse a service without a name or kind, or with fields that nothing has.

    Raises:
        InvalidFieldsError: Rules `required`, `unknown`.
    """
    wrong = dict.fromkeys(set(fields) - SERVICE_FIELDS, "unknown")
    if is_blank(fields.get("name", "")):
        wrong["name"] = "required"
    if fields.get("service_kind") is None:
        wrong["service_kind"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_day(checked_on: date, today: date) -> None:
    """Refuse a check that is still to come.

    Raises:
        InvalidFieldsError: Rule `in-the-future`.
    """
    if checked_on > today:
        raise InvalidFieldsError({"checked_on": "in-the-future"})


def check_open(ended_on: date | None) -> None:
    """Refuse to change or check what no longer exists.

    Raises:
        GuardError: `service-ended`.
    """
    if ended_on is not None:
        raise GuardError("service-ended")


def needs_check(checked_on: date | None, today: date) -> bool:
    """Whether it has to be asked again whether all of it still holds."""
    return checked_on is None or checked_on + CHECKED_FOR < today


def found_by(rows: Iterable[ServiceRow], words: str) -> tuple[ServiceRow, ...]:
    """Give those in which every word that was typed begins some word."""
    wanted = plain(words).split()
    return tuple(row for row in rows if _holds(row, wanted))


def _holds(row: ServiceRow, wanted: Iterable[str]) -> bool:
    parts = (row.name, row.agency, row.area, row.address, row.who_for, row.how_to_refer, row.note)
    words = plain(" ".join((*parts, row.kind.value.replace("_", " ")))).split()
    return all(any(word.startswith(one) for word in words) for one in wanted)
