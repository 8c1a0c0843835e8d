"""What people disagree about, as it is listed to be settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.records.history import Standing


@dataclass(frozen=True, slots=True)
class Against:
    """A field written by somebody who did not know of the removal, and what they wrote."""

    field: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One field with several current values.

    Attributes:
        person: Whose record it is; nothing for the panel's own.
        field: As the log names it; `*` for a removal that met what its author had not seen.
        revision: Of the record now; settling asks for it.
        values: Every current value with who wrote it and when, oldest first.
        against: For `*`, what stands against the removal.
        is_text: A plain text, for which something else can be written.
    """

    person: UUID | None
    record: UUID
    kind: str
    field: str
    revision: int
    values: tuple[Standing, ...]
    against: tuple[Against, ...] = ()
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """All disagreements the sitter may see, those of one record together.

    Attributes:
        names: Who wrote what, by their ids.
        said: What ids in values and records stand for, by their 32 hexadecimal digits.
        people: Whom they are about; with initials only where the basis is not complete.
    """

    rows: tuple[DisagreementRow, ...]
    names: Mapping[UUID, str] = field(repr=False)
    said: Mapping[str, str] = field(default_factory=dict, repr=False)
    people: Mapping[UUID, ListedName] = field(default_factory=dict, repr=False)
